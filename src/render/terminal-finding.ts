import stringWidth from "string-width";
import type { ReportFinding, Severity } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { escapeTerminal, escapeTerminalSource } from "./escape-terminal.ts";
import { sourceAround } from "./excerpt.ts";
import { findingFacts } from "./finding-facts.ts";
import { bestFix, verdict } from "./fix-markdown.ts";
import type { StackItem } from "./frame.ts";
import { fixHunks } from "./hunk.ts";
import { sourceRoot } from "./source-root.ts";
import { hiddenFrames, type StackPart, type StackView, stackViews } from "./stack-view.ts";
import type { TerminalStyle } from "./terminal-style.ts";

const tint = { error: "red", warning: "yellow", note: "blue" } as const satisfies Record<Severity, string>;

/** One finding with everything a person acts on, as lines. */
export function terminalFinding(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const { title, message } = text.describe(finding);
	const { colour } = style;
	const mark = colour[tint[finding.severity]](colour.bold(text.severity[finding.severity]));
	const facts = [[text.state[finding.state]], ...findingFacts(finding, text)].map(style.phrase).join(" · ");
	return [
		style.wrap(`${mark} ${colour.bold(style.phrase(title))}`, 0),
		style.wrap(style.phrase(message), 2),
		style.wrap(colour.dim(facts), 2),
		"",
		...source(finding, style),
		...incidentLines(finding, text, style),
		...evidence(finding, text, style),
		...fixLines(finding, text, style),
		...nextSteps(finding, text, style),
	];
}

/** The source lines at fault with a caret under the name at fault. */
function source(finding: ReportFinding, style: TerminalStyle): string[] {
	const { at } = finding;
	if (at === null) return [];
	const { colour } = style;
	const view = sourceAround(finding, at.file, at.line, 2);
	const place = `  ${colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)}`;
	if (view === null) return [place, ""];
	const gutter = String(view.start + view.lines.length).length;
	const lines = view.lines.flatMap((line, index) => {
		const number = view.start + index;
		const shown = `  ${colour.dim(`${String(number).padStart(gutter)} │`)} ${escapeTerminalSource(line)}`;
		if (number !== view.fault) return [shown];
		return [shown, `  ${" ".repeat(gutter)} ${colour.dim("│")} ${caret(line, finding.facts.subject, style)}`];
	});
	return [place, ...lines, ""];
}

/** Carets under the last part of the subject's name, or under the first word of the line. */
function caret(line: string, subject: string | null, { colour }: TerminalStyle): string {
	const name = subject?.split(".").at(-1) ?? "";
	const found =
		name === "" ? -1 : line.search(new RegExp(`(?<![\\w])${name.replace(/\W/g, "\\$&")}(?![\\w])`));
	const start = found >= 0 ? found : line.search(/\S/);
	const length = found >= 0 ? name.length : (/\S.*$/.exec(line)?.[0].trimEnd().length ?? 1);
	const before = stringWidth(escapeTerminalSource(line.slice(0, Math.max(0, start))));
	const indent = line.slice(0, Math.max(0, start)).replaceAll("\t", "    ").length;
	return " ".repeat(Math.min(Math.max(before, indent), 120)) + colour.red("^".repeat(Math.min(length, 60)));
}

function incidentLines(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const [incident] = finding.incidents;
	if (incident === undefined) return [];
	const views = stackViews(incident, text, sourceRoot(finding));
	const both = sharedStart(views, text);
	const lines = views.flatMap((view) => [
		...part(view, text, style, 2),
		...(view.lost ? [style.wrap(style.colour.dim(text.stack.notRestored), 4)] : []),
		...(view.start === null || both !== null ? [] : part(view.start, text, style, 2)),
	]);
	return [...lines, ...(both === null ? [] : part(both, text, style, 2)), ""];
}

/** How both goroutines of a race were started, when that is at the same place. */
function sharedStart(views: readonly StackView[], text: Text): StackPart | null {
	const [first, ...others] = views.map(({ start }) => start);
	if (first === undefined || first === null || others.length === 0) return null;
	const places = (part: StackPart | null) => JSON.stringify(part?.items);
	if (others.some((start) => places(start) !== places(first))) return null;
	return { heading: text.stack.bothStarted, items: first.items };
}

function part({ heading, items }: StackPart, text: Text, style: TerminalStyle, indent: number): string[] {
	const frames = items.flatMap((item) => (item.frame === null ? [] : [item.frame.function]));
	const column = Math.min(44, Math.max(0, ...frames.map((name) => stringWidth(escapeTerminal(name, 80)))));
	return [
		`${" ".repeat(indent)}${style.colour.bold(heading)}`,
		...items.map((item) => frameLine(item, column, text, style, indent + 2)),
	];
}

function frameLine(
	item: StackItem,
	column: number,
	text: Text,
	style: TerminalStyle,
	indent: number,
): string {
	const lead = " ".repeat(indent);
	if (item.frame === null) {
		return lead + style.colour.dim(escapeTerminal(`… ${hiddenFrames(item.hidden, text)}`));
	}
	const name = escapeTerminal(item.frame.function, 80);
	const place = style.colour.cyan(`${escapeTerminal(item.frame.file)}:${item.frame.line}`);
	return `${lead}${name}${" ".repeat(Math.max(0, column - stringWidth(name)))}  ${place}`;
}

function evidence(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	if (finding.evidence.length === 0) return [];
	const items = finding.evidence.slice(0, 6).map(({ message, at }) => {
		const place = at === null ? "" : `${style.colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)} `;
		return style.wrap(`${place}${escapeTerminal(message)}`, 4);
	});
	return [`  ${style.colour.bold(text.finding.evidence)}`, ...items, ""];
}

function fixLines(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const fix = bestFix(finding);
	if (fix === null) return [];
	const { colour } = style;
	const hunks = fixHunks(finding, fix) ?? [];
	const changed = hunks.flatMap((hunk) => [
		`    ${colour.cyan(`${escapeTerminal(hunk.file)}:${hunk.line}`)}`,
		...hunk.before.map((line) => `    ${colour.red(`- ${escapeTerminalSource(line)}`)}`),
		...hunk.after.map((line) => `    ${colour.green(`+ ${escapeTerminalSource(line)}`)}`),
	]);
	const title = `${colour.bold(text.fix.suggestion)}: ${escapeTerminal(fix.title)} (${style.phrase(verdict(fix, text))})`;
	return [style.wrap(title, 2), ...changed.slice(0, 40), ""];
}

function nextSteps(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const { colour } = style;
	const { summary } = text.guide[finding.section];
	const copied = [
		[text.finding.guideShort, style.link(finding.guide)],
		[text.finding.reproduce, colour.green(escapeTerminal(finding.reproduce, 500))],
	] as const;
	return [
		...(summary.length === 0
			? []
			: [style.wrap(`${colour.bold(text.finding.whatToDo)}: ${style.phrase(summary)}`, 2)]),
		...copied.map(([name, value]) => `  ${colour.bold(name)}: ${value}`),
		`  ${colour.dim(`${text.finding.fingerprint}: ${escapeTerminal(finding.fingerprint)}`)}`,
	];
}
