import type { Report, ReportFinding } from "#domain/report.ts";
import { type Diff, lineAfter } from "#plan/diff.ts";

/**
 * Puts findings onto the lines of the pull request's head. A workflow on `pull_request` checks out the merge of base
 * and head, in which lines of a file that the base changed too stand elsewhere; `toHead` is the diff from that merge to the head.
 */
export function placeOnHead(report: Report, toHead: Diff): Report {
	return { ...report, findings: report.findings.map((finding) => moveFinding(finding, toHead)) };
}

function moveFinding(finding: ReportFinding, toHead: Diff): ReportFinding {
	const { at } = finding;
	const file = at === null ? undefined : toHead.get(at.file);
	if (at === null || file === undefined) return finding;
	const line = lineAfter(file, at.line);
	// A line that only the base has cannot be commented on in the pull request.
	if (line === null) return { ...finding, place: finding.place === "line" ? "file" : finding.place };
	return { ...finding, at: { ...at, line, endLine: lineAfter(file, at.endLine) ?? line } };
}
