import { UserError } from "#domain/user-error.ts";
import { choice } from "#plan/settings.ts";
import { dryFetch } from "#publish/dry-run.ts";
import { everyLine } from "#publish/pieces.ts";
import { connect, publishReport, userAgent } from "#src/publish-report.ts";
import { texts } from "#text/language.ts";
import { publishingWords } from "#text/publishing.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";

/** `publish`: posts a report to a pull request, or prints what it would send. Gives the exit code. */
export async function runPublish(operand: string, options: ParsedOptions): Promise<number> {
	const report = await readReport(operand);
	const text = texts[choice("lang", [givenSettings(options).lang ?? []].flat()) ?? "en"];
	const isDry = options.dryRun === true;
	const token = process.env.GITHUB_TOKEN ?? "";
	if (token === "" && !isDry) {
		throw new UserError("publish needs a token in GITHUB_TOKEN that may write to pull requests; try --dry-run without one");
	}
	const pull = addressOf(options, report.change?.repository ?? null, report.change?.pullRequest ?? null);
	const head = report.change?.head ?? null;
	if (head === null) throw new UserError(`${operand} does not say which commit it is about; audit with --base`);

	const print = (request: string) => void process.stdout.write(`${request}\n`);
	const github = await connect(
		{
			token,
			userAgent,
			apiUrl: process.env.GITHUB_API_URL ?? "https://api.github.com",
			graphqlUrl: process.env.GITHUB_GRAPHQL_URL ?? "https://api.github.com/graphql",
			secondMs: isDry ? 1 : 1000,
			log: (line) => void process.stderr.write(`${line}\n`),
			...(isDry && { fetch: dryFetch(token === "" ? null : fetch, head, print) }),
		},
		pull,
	);
	const published = await publishReport(github, {
		report,
		head,
		shown: isDry && token === "" ? everyLine : null,
		comment: "review",
		text,
		pieces: { server: process.env.GITHUB_SERVER_URL ?? "https://github.com", fullReport: null, commands: false },
	});
	const words = publishingWords[text.language];
	switch (published.outcome) {
		case "stale":
			throw new UserError(words.otherCommit(head.slice(0, 12)));
		case "closed":
			throw new UserError(words.closed);
		case "forbidden":
		case "published":
			if (published.problems.length > 0) throw new UserError(published.problems.join("\n"));
			if (!isDry) print(words.posted(published.reviewUrl ?? published.summaryUrl ?? words.nothing));
			return 0;
	}
}

function addressOf(options: ParsedOptions, repository: string | null, pullRequest: number | null) {
	const named = typeof options.repo === "string" ? options.repo : repository;
	const [owner, repo, ...rest] = named?.split("/") ?? [];
	if (!owner || !repo || rest.length > 0) throw new UserError("publish needs --repo owner/name");
	const number = options.pull === undefined ? pullRequest : Number(options.pull);
	if (number === null) throw new UserError("publish needs --pull and the number of the pull request");
	return { owner, repo, number };
}
