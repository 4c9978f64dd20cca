import type { Place, ReportFinding } from "#domain/report.ts";

/** Where a review comment stands. */
export type Anchor =
	| { on: "line"; path: string; line: number; endLine: number }
	| { on: "file"; path: string };

/** Why a comment is closed. */
export type ClosedReason = "fixed" | "ignored";

/** Everything that is said, rendered from a Report by the front. */
export interface Pieces {
	/** The lines that the comment must stand on for its suggestion to be the proved fix; null when it has none. */
	suggestionPlace(finding: ReportFinding): Place | null;
	/** Body of one review comment, with its marker. */
	comment(finding: ReportFinding, anchor: Anchor): string;
	/** Body of the review itself, said once above its comments. */
	reviewBody: string;
	/** The sticky comment, with its marker; `links` leads from a fingerprint to the comment on it. */
	summary(links: ReadonlyMap<string, string>): string;
	/** One paragraph put above a comment whose finding is gone. */
	closed(reason: ClosedReason, head: string): string;
}

/** GitHub's limit of a comment's or review's body, in characters. */
export const bodyLimit = 65_536;

/** The lines of the new side that a diff shows: GitHub takes comments on no others. */
export interface ShownLines {
	hasFile(path: string): boolean;
	/** The part of a range that one hunk shows, or null. */
	within(path: string, range: { line: number; endLine: number }): { line: number; endLine: number } | null;
}

/** Takes every line for shown, where nobody can be asked. */
export const everyLine: ShownLines = { hasFile: () => true, within: (_, range) => range };
