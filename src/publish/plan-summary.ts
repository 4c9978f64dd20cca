import type { Report } from "#domain/report.ts";
import { isSameBody, readMarks } from "./comment-marks.ts";
import type { PostedComment, PullState } from "./github.ts";

/** What to do about the sticky comment. */
export type SummaryPlan =
	| { do: "nothing"; url: string | null }
	| { do: "create" }
	| { do: "update"; number: number };

/** Our sticky comments, oldest first; more than one when two runs created one at once. */
export function ourSummaries(pull: PullState): PostedComment[] {
	return pull.comments
		.filter((comment) => comment.isOurs && readMarks(comment.body).isSummary)
		.sort((a, b) => a.number - b.number);
}

/** Whether a pull request with no comment of ours deserves one. */
function isWorthSaying(report: Report): boolean {
	const counts = report.findings.some(
		({ state, severity, suppression }) =>
			state !== "unchanged" && severity !== "note" && suppression === null,
	);
	return counts || report.gaps.length > 0;
}

/** Keeps the oldest sticky comment up to date; creates one only when there is something to say. */
export function planSummary(report: Report, pull: PullState, body: string): SummaryPlan {
	const [kept] = ourSummaries(pull);
	if (kept === undefined) return isWorthSaying(report) ? { do: "create" } : { do: "nothing", url: null };
	return isSameBody(kept.body, body)
		? { do: "nothing", url: kept.url }
		: { do: "update", number: kept.number };
}
