import type { Language } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import type { RunnerLog, Surroundings } from "#host/runner.ts";
import { anchorIn, type Diff, parseDiff } from "#plan/diff.ts";
import { type GitHub, RequestFailure } from "#publish/github.ts";
import type { Connection } from "#publish/octokit.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import { type Published, publish } from "#publish/publish.ts";
import type { ShownLines } from "#publish/shown-lines.ts";
import { type Sentence, sentence, wordsIn } from "#text/message.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import manifest from "../../package.json" with { type: "json" };
import { type BodyLinks, renderBodies } from "./render-bodies.ts";

/** How we name ourselves to GitHub. */
export const userAgent = `${manifest.name}/${manifest.version}`;

/** A pull request on GitHub, reached with the token of `connection`. Octokit is loaded only here. */
export async function connect(connection: Connection, pull: PullAddress): Promise<GitHub> {
	const [{ makeOctokit }, { makeGitHub }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("#publish/octokit-github.ts"),
	]);
	return makeGitHub(makeOctokit(connection), pull, connection);
}

/** The connection that a workflow's token gives. */
export function connectionOf(at: Surroundings, token: string, log: RunnerLog): Connection {
	const { apiUrl, graphqlUrl } = at;
	return { token, userAgent, apiUrl, graphqlUrl, secondMs: 1000, log: (line) => log.info(line) };
}

/** What to post of a report. */
export interface Posting {
	report: Report;
	/** The head commit that the report is about. */
	head: string;
	/** What the pull request's diff shows, where that is known without asking GitHub. */
	shown: ShownLines | null;
	comment: "review" | "summary";
	text: Text;
	links: BodyLinks;
}

/** Renders a report and brings the pull request's comments up to it. */
export async function publishReport(github: GitHub, posting: Posting): Promise<Published> {
	const { report, head, shown, comment, text } = posting;
	return publish(github, {
		report,
		bodies: renderBodies(report, text, posting.links),
		head,
		comment,
		shown,
		readShown: (text) => linesShown(parseDiff(text)),
	});
}

/** What a diff shows, for publishing, which is a stranger to the stage that reads diffs. */
export function linesShown(diff: Diff): ShownLines {
	return {
		hasFile: (path) => diff.has(path),
		within: (path, range) => {
			const file = diff.get(path);
			return file === undefined ? null : anchorIn(file, range);
		},
	};
}

/** A report to post from a workflow. */
export interface WorkflowPosting extends Omit<Posting, "head" | "links"> {
	pull: { number: number; head: string; isFork: boolean };
	/** The workflow run that holds the full report. */
	runId: number;
	token: string;
}

/** Posts from a workflow and says in its log what became of it. Never fails: the findings are in the job summary too. */
export async function postFromWorkflow(
	at: Surroundings,
	posting: WorkflowPosting,
	log: RunnerLog,
): Promise<Published> {
	const { pull, token, text, runId } = posting;
	const [owner = "", repo = ""] = at.repository.split("/");
	const github = await connect(connectionOf(at, token, log), { owner, repo, number: pull.number });
	const fullReport = `${at.serverUrl}/${at.repository}/actions/runs/${runId}`;
	const links = { server: at.serverUrl, fullReport, commands: false };
	const published = await publishReport(github, { ...posting, head: pull.head, links });
	tell(published, pull.isFork, text, log);
	return published;
}

/** Uploads SARIF; gives why it could not be, or null. */
export async function sendSarif(
	connection: Connection,
	repository: string,
	upload: { commit: string; ref: string; sarif: object },
): Promise<Sentence | null> {
	const [{ makeOctokit }, { uploadSarif }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("#publish/sarif-upload.ts"),
	]);
	const [owner = "", repo = ""] = repository.split("/");
	try {
		await uploadSarif(makeOctokit(connection), { owner, repo, ...upload });
		return null;
	} catch (error) {
		if (error instanceof RequestFailure)
			return sentence("sarif-refused", { why: error.words ?? error.message });
		throw error;
	}
}

function tell(published: Published, isFork: boolean, { language }: Text, log: RunnerLog): void {
	const words = publishingWords[language];
	switch (published.outcome) {
		case "stale":
			log.notice(words.stale);
			break;
		case "closed":
			log.notice(words.closed);
			break;
		case "forbidden":
			if (isFork) log.notice(words.readOnlyFork);
			else log.warning(words.readOnly);
			break;
		case "published":
			tellPublished(published, language, log);
			break;
	}
}

function tellPublished(
	{ problems, reviewUrl, summaryUrl }: Published,
	language: Language,
	log: RunnerLog,
): void {
	const words = publishingWords[language];
	for (const problem of problems) log.warning(words.problem(wordsIn(language, problem)));
	const url = reviewUrl ?? summaryUrl;
	if (url !== null) log.info(words.posted(url));
}
