import type { Report } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { type Block, commentLimit, fitBlocks, jobSummaryLimit } from "./budget.ts";
import { findingBlocks } from "./finding-markdown.ts";
import { blobBase, markdownLink } from "./markdown-inline.ts";
import { groupFindings } from "./rank.ts";
import { summaryBlocks } from "./summary-blocks.ts";
import { plainSummary, type SummaryOptions } from "./summary-options.ts";

/** The marker of the one summary comment that is edited in place. */
export const summaryMarker = "<!-- race-audit:summary -->";

/** Says that something was left out, with the way to the rest. */
export function notice(text: Text, fullReport: string | null): string {
	return fullReport === null ? `_${text.report.shortened}_` : markdownLink(text.report.shortened, fullReport);
}

/** The sticky comment: state, findings, gaps, recovery; at most 65,536 characters. */
export function renderSummary(report: Report, text: Text, options: SummaryOptions): string {
	const body = fitBlocks(
		summaryBlocks(report, text, options),
		commentLimit - summaryMarker.length - 2,
		notice(text, options.fullReport),
	);
	return `${body}\n\n${summaryMarker}`;
}

/** The summary and then each live finding in full. */
export function wholeBlocks(report: Report, text: Text, options: SummaryOptions): Block[] {
	const groups = groupFindings(report.findings);
	const blobs = blobBase(report.change, options.server);
	const full = [...groups.fresh, ...groups.known].flatMap((finding, index) =>
		findingBlocks(finding, text, { blobs, anchor: null, commands: options.commands }).map(
			({ text: body, weight }) => ({
				text: body,
				weight: weight / (index + 2),
			}),
		),
	);
	return [
		...summaryBlocks(report, text, options),
		...(full.length === 0 ? [] : [{ text: "---", weight: 99 }]),
		...full,
	];
}

/** The job summary of a workflow step, at most 1 MiB. */
export function renderJobSummary(report: Report, text: Text, options: SummaryOptions = plainSummary): string {
	const encoder = new TextEncoder();
	return fitBlocks(
		wholeBlocks(report, text, options),
		jobSummaryLimit,
		notice(text, options.fullReport),
		(body) => encoder.encode(body).length,
	);
}
