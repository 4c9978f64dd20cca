import type { Report, ReportFinding } from "#domain/report.ts";
import { plainPhrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { groupFindings } from "./rank.ts";
import { visibleLine } from "./visible.ts";

/** One annotation of a workflow step or a check run; the text is plain, the caller encodes it for where it goes. */
export interface Annotation {
	level: "error" | "warning";
	/** Null for what has no place. */
	file: string | null;
	line: number | null;
	endLine: number | null;
	title: string;
	message: string;
}

/** GitHub shows so many of each level for a step, and drops the others silently. */
const perLevelOfStep = 10;

/** The live findings as annotations, what matters most first, at most so many of each level; the last then says how many more. */
export function renderAnnotations(report: Report, text: Text, perLevel = perLevelOfStep): Annotation[] {
	const { fresh, known } = groupFindings(report.findings);
	const all = [...fresh, ...known].map((finding) => annotate(finding, text));
	return (["error", "warning"] as const).flatMap((level) => {
		const ofLevel = all.filter((annotation) => annotation.level === level);
		if (ofLevel.length <= perLevel) return ofLevel;
		const shown = ofLevel.slice(0, perLevel - 1);
		return [...shown, rest(level, ofLevel.length - shown.length, text)];
	});
}

function annotate(finding: ReportFinding, text: Text): Annotation {
	const { title, message } = text.describe(finding);
	const state = finding.state === "new" ? "" : ` (${text.state[finding.state]})`;
	return {
		// What was there before the change is no error of it: nothing red stands in a job that is green.
		level: finding.severity === "error" && finding.state === "new" ? "error" : "warning",
		file: finding.at?.file.slice(-1000) ?? null,
		line: finding.at?.line ?? null,
		endLine: finding.at?.endLine ?? null,
		title: visibleLine(plainPhrase(title), 200) + state,
		message: [
			visibleLine(plainPhrase(message), 1000),
			`${text.finding.reproduce}: ${visibleLine(finding.reproduce, 500)}`,
			`${text.finding.readGuide}: ${visibleLine(finding.guide, 500)}`,
		].join("\n"),
	};
}

function rest(level: Annotation["level"], count: number, text: Text): Annotation {
	const title = plainPhrase(text.report.more(count));
	return {
		level,
		file: null,
		line: null,
		endLine: null,
		title,
		message: plainPhrase(text.report.moreInReport(count)),
	};
}
