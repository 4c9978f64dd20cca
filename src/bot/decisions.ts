import type { Report, ReportFinding } from "#domain/report.ts";
import { type Decision, readAnswerMarks } from "./answer-marks.ts";

/** A comment, and whether it is one of ours as GitHub tells. */
interface Said {
	body: string;
	isOurs: boolean;
}

/** The decisions in force on a pull request, by fingerprint: the latest of each, from our own answers alone. */
export function readDecisions(comments: readonly Said[]): ReadonlyMap<string, Decision> {
	const all = comments
		.filter((comment) => comment.isOurs)
		.flatMap(({ body }) => readAnswerMarks(body).decisions);
	const inOrder = all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
	return new Map(inOrder.map((decision) => [decision.fingerprint, decision]));
}

/** The report with what was decided on the pull request marked as suppressed; what is suppressed otherwise stays so. */
export function applyDecisions(report: Report, decisions: ReadonlyMap<string, Decision>): Report {
	return { ...report, findings: report.findings.map((finding) => decide(finding, decisions)) };
}

function decide(finding: ReportFinding, decisions: ReadonlyMap<string, Decision>): ReportFinding {
	const decision = decisions.get(finding.fingerprint);
	if (finding.suppression !== null && finding.suppression.source !== pullRequestSource) return finding;
	if (decision === undefined || !decision.ignored) return { ...finding, suppression: null };
	const reason = `${decision.reason} (${decision.by})`;
	return { ...finding, suppression: { reason, until: null, source: pullRequestSource, added: false } };
}

/** `suppression.source` of what was decided by a command on the pull request. */
const pullRequestSource = "pull request";
