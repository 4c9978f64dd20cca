import type { Change } from "#domain/report.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { choice } from "#plan/settings.ts";
import { connect, publishReport, userAgent } from "#posting/publish-report.ts";
import { dryFetch } from "#publish/dry-run.ts";
import type { Connection } from "#publish/octokit.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import type { Published } from "#publish/publish.ts";
import { everyLine, type ShownLines } from "#publish/shown-lines.ts";
import { escapeJson } from "#render/escape-json.ts";
import { texts } from "#text/language.ts";
import { wordsIn } from "#text/message.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import { userError } from "#text/user-error.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";
import { say } from "./say.ts";
import { withGuideIn } from "./with-guide-in.ts";

/** `publish`: posts a report to a pull request, or prints what it would send. Gives the exit code. */
export async function runPublish(operand: string, options: ParsedOptions): Promise<number> {
	const language = choice("lang", [givenSettings(options).lang ?? []].flat()) ?? "en";
	const text = texts[language];
	const report = withGuideIn(await readReport(operand), language);
	// A report without a change is taken to be about what the pull request shows now.
	const known = report.change?.head ?? null;
	if (!process.env.GITHUB_TOKEN && options.dryRun !== true) {
		throw userError("publish-needs-token", {});
	}
	useProxyOfEnvironment();
	const dry = options.dryRun === true ? printingOnly(known ?? unknownCommit) : null;
	const github = await connect({ ...connection(), ...dry?.connection }, addressOf(options, report.change));
	const head = known ?? (await github.readPull()).head;
	const published = await publishReport(github, {
		report,
		head,
		shown: dry?.shown ?? null,
		comment: "review",
		text,
		links: {
			server: process.env.GITHUB_SERVER_URL ?? "https://github.com",
			fullReport: null,
			commands: false,
		},
	});
	failUnlessPublished(published, head, text);
	const words = publishingWords[text.language];
	if (dry === null) print(words.posted(published.reviewUrl ?? published.summaryUrl ?? words.nothing));
	return 0;
}

const print = (line: string) => void process.stdout.write(`${escapeJson(line)}\n`);

/** The connection that the environment describes. */
function connection(): Connection {
	return {
		token: process.env.GITHUB_TOKEN ?? "",
		userAgent,
		apiUrl: process.env.GITHUB_API_URL ?? "https://api.github.com",
		graphqlUrl: process.env.GITHUB_GRAPHQL_URL ?? "https://api.github.com/graphql",
		secondMs: 1000,
		log: say,
	};
}

/** Prints requests instead of sending them; without a token nothing is read either, and every line counts as shown. */
function printingOnly(head: string): { connection: Partial<Connection>; shown: ShownLines | null } {
	const read = process.env.GITHUB_TOKEN ? fetch : null;
	return {
		connection: { secondMs: 1, fetch: dryFetch(read, head, print) },
		shown: read === null ? everyLine : null,
	};
}

function failUnlessPublished({ outcome, problems }: Published, head: string, text: Text): void {
	const words = publishingWords[text.language];
	if (outcome === "stale") throw userError("verbatim", { text: words.otherCommit(head.slice(0, 12)) });
	if (outcome === "closed") throw userError("verbatim", { text: words.closed });
	if (problems.length > 0)
		throw userError("verbatim", {
			text: problems.map((problem) => wordsIn(text.language, problem)).join("\n"),
		});
}

/** Stands for the head where nothing is asked and the report does not say. */
const unknownCommit = "0".repeat(40);

function addressOf(options: ParsedOptions, change: Change | null): PullAddress {
	const named = typeof options.repo === "string" ? options.repo : change?.repository;
	const [owner, repo, ...rest] = named?.split("/") ?? [];
	if (!owner || !repo || rest.length > 0) throw userError("publish-needs-repo", {});
	const number = Number(options.pull ?? change?.pullRequest ?? 0);
	if (number === 0) throw userError("publish-needs-pull", {});
	return { owner, repo, number };
}
