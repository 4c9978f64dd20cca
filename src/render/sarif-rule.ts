import type { ReportingDescriptor } from "sarif";
import type { ReportFinding } from "#domain/report.ts";
import type { SectionId } from "#domain/section.ts";
import { plainPhrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { escapeUrl } from "./escape-url.ts";
import { markdownLink, markdownPhrase } from "./markdown-inline.ts";

/** A rule for each section that has a finding, in the order of the findings; its help comes from the guide. */
export function sarifRules(findings: readonly ReportFinding[], text: Text): ReportingDescriptor[] {
	const first = new Map<SectionId, ReportFinding>();
	for (const finding of findings) if (!first.has(finding.section)) first.set(finding.section, finding);
	return [...first.values()].map((finding) => rule(finding, text));
}

function rule({ section, guide, kind }: ReportFinding, text: Text): ReportingDescriptor {
	const { title, summary } = text.guide[section];
	const full = plainPhrase(summary);
	const url = escapeUrl(guide);
	const link = `${text.finding.readGuide}: ${url}`;
	return {
		id: section,
		name: pascalCase(section),
		shortDescription: { text: plainPhrase(title) },
		fullDescription: { text: full },
		...(url === "" ? {} : { helpUri: url }),
		help: {
			text: `${full}\n\n${link}`,
			markdown: `${markdownPhrase(summary)}\n\n${markdownLink(text.finding.readGuide, guide)}`,
		},
		defaultConfiguration: { level: kind === "lint" ? "warning" : "error" },
		properties: {
			tags: ["concurrency", "go", section.split("-")[0] ?? section],
			precision: kind === "lint" ? "high" : "very-high",
			"problem.severity": kind === "lint" ? "warning" : "error",
		},
	};
}

/** "race-shared-buffer" → "RaceSharedBuffer". */
const pascalCase = (id: string) =>
	id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
