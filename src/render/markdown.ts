import type { Report } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { wholeBlocks } from "./summary.ts";
import { plainSummary } from "./summary-options.ts";

/** What the review and the summary would say, as one markdown document without a limit. */
export function renderMarkdown(report: Report, text: Text): string {
	return `${wholeBlocks(report, text, plainSummary)
		.map(({ text: block }) => block)
		.filter((block) => block !== "")
		.join("\n\n")}\n`;
}
