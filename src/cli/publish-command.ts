import type { Report } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import { choice } from "#plan/settings.ts";
import type { GitHub } from "#publish/github.ts";
import type { Connection } from "#publish/octokit.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import type { ShownLines } from "#publish/pieces.ts";
import type { Published } from "#publish/publish.ts";
import { connect, publishReport } from "#src/publish-report.ts";
import { texts } from "#text/language.ts";
import manifest from "../../package.json" with { type: "json" };
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";

/** `publish`: brings a pull request's comments up to a report; with --dry-run prints each request instead. */
export async function runPublish(operand: string, options: ParsedOptions): Promise<number> {
	const report = await readReport(operand);
	const target = await openTarget(report, readAddress(options), options.dryRun === true);
	const language = choice("lang", [givenSettings(options).lang ?? []].flat()) ?? "en";
	const published = await publishReport(target.github, {
		report,
		head: target.head,
		shown: target.shown,
		comment: "review",
		text: texts[language],
		pieces: {
			server: process.env.GITHUB_SERVER_URL ?? "https://github.com",
			fullReport: null,
			commands: false,
		},
	});
	return tell(published);
}

/** Where a report goes, and what is known of it beforehand. */
interface Target {
	github: GitHub;
	head: string;
	shown: ShownLines | null;
}

async function openTarget(report: Report, pull: PullAddress, isDry: boolean): Promise<Target> {
	const connection = readConnection(process.env, isDry);
	const head = report.change?.head ?? "";
	if (isDry) {
		const github = await connectDry(connection, pull, head);
		return { github, head, shown: connection.token === "" ? linesOfReport(report) : null };
	}
	const github = await connect(connection, pull);
	return { github, head: head === "" ? (await github.readPull()).head : head, shown: null };
}

/** Says what became of it; gives the exit code. */
function tell(published: Published): number {
	for (const problem of published.problems) process.stderr.write(`${problem}\n`);
	if (published.outcome !== "published") process.stderr.write(`${outcomes[published.outcome]}\n`);
	const url = published.reviewUrl ?? published.summaryUrl;
	if (url) process.stdout.write(`${url}\n`);
	return published.problems.length > 0 || published.outcome === "forbidden" ? 2 : 0;
}

const outcomes = {
	stale: "nothing was posted: the pull request has moved on from the commit that the report is about",
	closed: "nothing was posted: the pull request is closed",
	forbidden: "nothing was posted: the token needs pull-requests: write",
} as const;

function readAddress({ repo, pull }: ParsedOptions): PullAddress {
	const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(String(repo ?? "")) ?? [];
	if (owner === undefined || name === undefined) throw new UserError("publish needs --repo owner/name");
	if (typeof pull !== "string") throw new UserError("publish needs --pull, the number of the pull request");
	return { owner, repo: name, number: Number(pull) };
}

function readConnection(environment: NodeJS.ProcessEnv, isDry: boolean): Connection {
	const token = environment.GITHUB_TOKEN ?? "";
	if (token === "" && !isDry) throw new UserError("publish needs a token in GITHUB_TOKEN, or --dry-run");
	return {
		token,
		apiUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
		graphqlUrl: environment.GITHUB_GRAPHQL_URL ?? "https://api.github.com/graphql",
		userAgent: `go-race-audit/${manifest.version}`,
		secondMs: 1000,
		log: (line) => process.stderr.write(`${line}\n`),
	};
}

async function connectDry(connection: Connection, pull: PullAddress, head: string): Promise<GitHub> {
	const [{ makeOctokit }, { makeGitHub }, { printInsteadOfSending }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("#publish/octokit-github.ts"),
		import("#publish/dry-run.ts"),
	]);
	const octokit = makeOctokit({ ...connection, secondMs: 0 });
	const mayRead = connection.token !== "";
	printInsteadOfSending(octokit, head, mayRead, (line) => process.stdout.write(`${line}\n`));
	return makeGitHub(octokit, pull, connection);
}

/** Without a token the report's own places stand for the diff. */
function linesOfReport(report: Report): ShownLines {
	const shown = report.findings.filter((finding) => finding.place !== "report");
	return {
		hasFile: (path) => shown.some((finding) => finding.at?.file === path),
		within: (path, range) =>
			shown.some((one) => one.place === "line" && one.at?.file === path && one.at.line === range.line)
				? range
				: null,
	};
}
