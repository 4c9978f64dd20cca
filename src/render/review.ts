import type { Report, ReportFinding, Runs } from "#domain/report.ts";
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

/** One paragraph put above a comment that is closed: since which commit its finding is gone or ignored. */
export function renderClosed(reason: "fixed" | "ignored", head: string, text: Text): string {
	const sha = head.slice(0, 12);
	const words = reason === "fixed" ? text.finding.fixedIn(sha) : text.finding.ignoredSince(sha);
	return `**${markdownPhrase(words)}**`;
}

/** One paragraph put above a comment whose finding does not show each time and was not seen now. */
export function renderMissed(
	miss: { head: string; before: Runs; runs: number; needed: number },
	text: Text,
): string {
	const { head, before, runs, needed } = miss;
	const words = text.finding.missedIn(head.slice(0, 12), before.hits, before.runs, runs, needed);
	return `**${markdownPhrase(words[0])}** ${markdownPhrase(words[1])}`;
}

/** The body of the review: how many findings are new. */
export function renderReviewBody(report: Report, text: Text): string {
	return markdownPhrase(text.report.reviewIntro(groupFindings(report.findings).fresh.length));
}
