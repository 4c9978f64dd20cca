import type { Report, ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { commentLimit, fitBlocks } from "./budget.ts";
import { type FindingOptions, findingBlocks } from "./finding-markdown.ts";
import { markdownPhrase } from "./markdown-inline.ts";
import { groupFindings } from "./rank.ts";

/** The marker by which a comment is found again; only comments of the posting identity count. */
export function findingMarker(fingerprint: string): string {
	return `<!-- race-audit:${fingerprint} -->`;
}

/** The body of one review comment, at most 65,536 characters, its marker last. */
export function renderComment(finding: ReportFinding, text: Text, options: FindingOptions): string {
	const marker = findingMarker(finding.fingerprint);
	const body = fitBlocks(
		findingBlocks(finding, text, options),
		commentLimit - marker.length - 2,
		`<sub>${text.report.shortened}</sub>`,
	);
	return `${body}\n\n${marker}`;
}

/** The body of a comment whose finding is gone: what it was, and since when; the marker stays. */
export function renderFixedComment(finding: ReportFinding, text: Text, sha: string | null): string {
	const { title } = text.describe(finding);
	const since = sha === null ? text.finding.gone : markdownPhrase(text.finding.fixedIn(sha.slice(0, 12)));
	return `### ${text.finding.fixed}: ~~${markdownPhrase(title)}~~\n\n${since}\n\n${findingMarker(finding.fingerprint)}`;
}

/** The body of the review: how many findings are new. */
export function renderReviewBody(report: Report, text: Text): string {
	return markdownPhrase(text.report.reviewIntro(groupFindings(report.findings).fresh.length));
}
