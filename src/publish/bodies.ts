import type { Place, ReportFinding, Runs } from "#domain/report.ts";

/** Where a review comment stands. */
export type Anchor =
	| { on: "line"; path: string; line: number; endLine: number }
	| { on: "file"; path: string };

/** Why a comment is closed. */
export type ClosedReason = "fixed" | "ignored";

/** A finding that does not show each time, and was not seen now. */
export interface Miss {
	head: string;
	/** How often it showed. */
	before: Runs;
	/** In how many runs it was not seen since, and after how many it counts as fixed. */
	runs: number;
	needed: number;
}

/** Everything that is said, rendered from a Report by the front. */
export interface Bodies {
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
	/** One paragraph put above a comment whose finding was not seen, which may be chance. */
	missed(miss: Miss): string;
}

/** GitHub's limit of a comment's or review's body, in characters. */
export const bodyLimit = 65_536;
