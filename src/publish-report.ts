import type { Report } from "#domain/report.ts";
import { anchorIn, type Diff, parseDiff } from "#plan/diff.ts";
import type { GitHub } from "#publish/github.ts";
import type { Connection } from "#publish/octokit.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import type { ShownLines } from "#publish/pieces.ts";
import { type Published, publish } from "#publish/publish.ts";
import { type PieceOptions, renderPieces } from "./pieces.ts";
import type { Text } from "#text/text.ts";

/** A pull request on GitHub, reached with the token of `connection`. Octokit is loaded only here. */
export async function connect(connection: Connection, pull: PullAddress): Promise<GitHub> {
	const [{ makeOctokit }, { makeGitHub }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("#publish/octokit-github.ts"),
	]);
	return makeGitHub(makeOctokit(connection), pull, connection);
}

/** What to post of a report. */
export interface Posting {
	report: Report;
	/** The head commit that the report is about. */
	head: string;
	/** The diff of the pull request where git has it at hand. */
	diff: Diff | null;
	comment: "review" | "summary";
	text: Text;
	pieces: PieceOptions;
}

/** Renders a report and brings the pull request's comments up to it. */
export async function publishReport(github: GitHub, posting: Posting): Promise<Published> {
	const { report, head, diff, comment, text } = posting;
	return publish(github, {
		report,
		pieces: renderPieces(report, text, posting.pieces),
		head,
		comment,
		shown: diff === null ? null : linesShown(diff),
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
