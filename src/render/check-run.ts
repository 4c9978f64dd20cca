import type { Report } from "#domain/report.ts";
import { plainPhrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { type Annotation, renderAnnotations } from "./annotation.ts";
import { checkSummaryLimit, fitBlocks } from "./budget.ts";
import { groupFindings } from "./rank.ts";
import { notice } from "./summary.ts";
import { summaryBlocks, verdict } from "./summary-blocks.ts";
import type { SummaryOptions } from "./summary-options.ts";
import { visibleLine } from "./visible.ts";

const longestTitle = 255;
/** A reader does not scroll through more, and each fifty are a request. */
const perLevel = 50;

/** What a check run shows. */
export interface CheckRunText {
	title: string;
	/** Markdown, at most 65,535 bytes. */
	summary: string;
	/** Those with a place; GitHub takes no others. */
	annotations: (Annotation & { file: string; line: number; endLine: number })[];
}

/** A check run: how it stands, the summary, and the findings on their lines. */
export function renderCheckRun(report: Report, text: Text, options: SummaryOptions): CheckRunText {
	const encoder = new TextEncoder();
	return {
		title: visibleLine(plainPhrase(verdict(report, groupFindings(report.findings), text)), longestTitle),
		summary: fitBlocks(
			summaryBlocks(report, text, options),
			checkSummaryLimit,
			notice(text, options.fullReport),
			(body) => encoder.encode(body).length,
		),
		annotations: renderAnnotations(report, text, perLevel).flatMap(placed),
	};
}

/** Paths and lines may be a stranger's, and one that leads out of the repository costs all the others. */
function placed(annotation: Annotation): CheckRunText["annotations"] {
	const { file, line, endLine } = annotation;
	if (file === null || line === null || line < 1) return [];
	const leadsOut = /^[/\\]|^[a-z]:/i.test(file) || file.split("/").some((part) => part === "..");
	return leadsOut ? [] : [{ ...annotation, file, line, endLine: Math.max(line, endLine ?? line) }];
}
