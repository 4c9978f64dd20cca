import type { Report, ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { escapeTerminal } from "./escape-terminal.ts";
import { findingDecision } from "./finding-facts.ts";
import { helpLink } from "./help-link.ts";
import { notAudited } from "./not-audited.ts";
import { type FindingGroups, groupFindings } from "./rank.ts";
import { addedSuppressions, unusedSuppressions } from "./suppressions.ts";
import { terminalFinding } from "./terminal-finding.ts";
import { type TerminalOptions, type TerminalStyle, terminalStyle } from "./terminal-style.ts";

/** The whole report for a terminal: findings, then gaps, recovery and totals, so that what matters is read last. */
export function renderTerminal(report: Report, text: Text, options: TerminalOptions): string {
	const style = terminalStyle(options);
	const groups = groupFindings(report.findings);
	const live = [...groups.fresh, ...groups.known];
	return [
		...live.flatMap((finding) => [...terminalFinding(finding, text, style), "", ""]),
		...titles(text.report.notes, groups.notes, text, style),
		...titles(text.report.suppressedFindings, groups.ignored, text, style, findingDecision),
		...titles(text.report.fixedFindings, groups.gone, text, style),
		...gaps(report, text, style),
		...recovery(report, text, style),
		...totals(report, groups, text, style),
		"",
	].join("\n");
}

function titles(
	heading: string,
	findings: ReportFinding[],
	text: Text,
	style: TerminalStyle,
	more: (finding: ReportFinding, text: Text) => Phrase[] = () => [],
): string[] {
	if (findings.length === 0) return [];
	const lines = findings.map((finding) => {
		const { at } = finding;
		const place = at === null ? "" : ` ${style.colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)}`;
		const facts = more(finding, text).map((fact) => ` · ${style.phrase(fact)}`);
		return style.wrap(`${style.phrase(text.describe(finding).title)}${place}${facts.join("")}`, 2);
	});
	return [style.colour.bold(heading), ...lines, ""];
}

function gaps({ gaps: all }: Report, text: Text, style: TerminalStyle): string[] {
	if (all.length === 0) return [];
	const lines = all.map(({ kind, package: name, message, words }) => {
		const who: Phrase = name === null ? [text.report.wholeAudit] : [{ code: name }];
		return style.wrap(
			`${style.phrase(who)} ${text.gap[kind]}: ${style.phrase(text.said(words, message))}`,
			2,
		);
	});
	return [
		style.colour.yellow(style.colour.bold(text.report.gaps)),
		style.wrap(style.colour.dim(text.report.gapsMeaning), 2),
		...lines,
		"",
	];
}

function recovery({ recovery: inventory }: Report, text: Text, style: TerminalStyle): string[] {
	if (inventory === null || inventory.goroutines === 0) return [];
	const { covered, goroutines, exempt, uncovered } = inventory;
	const counts = [
		text.report.covered(covered, goroutines),
		...(exempt > 0 ? [text.report.exempt(exempt)] : []),
	];
	return [
		style.colour.bold(text.report.recovery),
		style.wrap(counts.map(style.phrase).join(" · "), 2),
		...uncovered
			.slice(0, 30)
			.map(
				(site) =>
					`    ${style.colour.cyan(`${escapeTerminal(site.file)}:${site.line}`)} ${escapeTerminal(site.function)}`,
			),
		...(uncovered.length > 30
			? [`    ${style.phrase(text.report.moreInReport(uncovered.length - 30))}`]
			: []),
		"",
	];
}

/** Whoever explains a log may have to ask others about it. */
function helpAside({ go, findings: [first] }: Report, text: Text, style: TerminalStyle): string[] {
	const isLog = go === "" && first !== undefined && !first.section.endsWith("-unclassified");
	return isLog ? [`${text.finding.askForHelp}: ${style.link(helpLink(first))}`] : [];
}

function totals(report: Report, groups: FindingGroups, text: Text, style: TerminalStyle): string[] {
	const { fresh, known, notes, ignored, gone } = groups;
	const parts: Phrase[] = [text.report.counted(fresh.length, known.length, gone.length)];
	if (notes.length > 0) parts.push(text.report.noteCount(notes.length));
	if (ignored.length > 0) parts.push(text.report.ignored(ignored.length));
	if (report.gaps.length > 0) parts.push(text.report.gapCount(report.gaps.length));
	const line =
		report.findings.length === 0
			? text.report.nothing[report.plan.only ?? "all"]
			: parts.map(style.phrase).join(" · ");
	const took = style.phrase(text.report.took(report.durationMs, report.plan.packages.length, report.go));
	const tint =
		fresh.length > 0 ? style.colour.red : report.gaps.length > 0 ? style.colour.yellow : style.colour.green;
	const unused = unusedSuppressions(report).map((rule) => style.phrase(text.report.unusedSuppression(rule)));
	const asides = [
		took,
		...helpAside(report, text, style),
		...notAudited(report, text).map(style.phrase),
		...unused,
		...addedSuppressions(groups.ignored, text).map(style.phrase),
	];
	return [
		style.wrap(style.colour.bold(tint(line)), 0),
		...asides.map((aside) => style.wrap(style.colour.dim(aside), 0)),
	];
}
