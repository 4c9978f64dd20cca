import stringWidth from "string-width";
import type { ReportFinding, Severity } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { escapeTerminal, escapeTerminalSource } from "./escape-terminal.ts";
import { sourceAround } from "./excerpt.ts";
import { findingFacts } from "./finding-facts.ts";
import { bestFix, verdict } from "./fix-markdown.ts";
import { patchHunks } from "./fix-patch.ts";
import type { ShownFrame, StackItem } from "./frame.ts";
import { helpLink } from "./help-link.ts";
import { rejectedFixes } from "./rejected-fixes.ts";
import { sourceRoot } from "./source-root.ts";
import { hiddenFrames, type StackPart, sharedStart, stackViews } from "./stack-view.ts";
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
		...involved(finding, text, style),
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
	// The stack below tells the same place with its whole path.
	if (view === null) return finding.incidents.length > 0 && sourceRoot(finding) === null ? [] : [place, ""];
	const gutter = String(view.start + view.lines.length).length;
	const room = style.room(gutter + 5);
	const lines = view.lines.flatMap((line, index) => {
		const number = view.start + index;
		const shown = `  ${colour.dim(`${String(number).padStart(gutter)} │`)} ${escapeTerminalSource(line, room)}`;
		if (number !== view.fault) return [shown];
		return [
			shown,
			`  ${" ".repeat(gutter)} ${colour.dim("│")} ${caret(line, finding.facts.subject, style, room)}`,
		];
	});
	return [place, ...lines, ""];
}

/** Carets under the last part of the subject's name, or under the code of the whole line. */
function caret(line: string, subject: string | null, { colour }: TerminalStyle, room: number): string {
	const code = line.trim();
	const name = subject?.split(".").at(-1) ?? "";
	const found = indexOfWord(line, name);
	const start = found >= 0 ? found : line.indexOf(code);
	const width = stringWidth(escapeTerminalSource(`${line.slice(0, start)}|`)) - 1;
	const length = Math.min(found >= 0 ? name.length : code.length, longestCaret);
	const before = Math.min(Math.max(0, width), room - 1);
	return " ".repeat(before) + colour.red("^".repeat(Math.max(1, Math.min(length, room - before))));
}

const longestCaret = 60;

/** Where a name stands as a whole word, or -1. */
function indexOfWord(line: string, name: string): number {
	if (name === "" || name.length > longestCaret) return -1;
	const isWord = (character: string | undefined) =>
		character !== undefined && /[\p{L}\p{N}_]/u.test(character);
	for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
		if (!isWord(line[at - 1]) && !isWord(line[at + name.length])) return at;
	}
	return -1;
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

function part({ heading, items }: StackPart, text: Text, style: TerminalStyle, indent: number): string[] {
	const frames = items.flatMap((item) => (item.frame === null ? [] : [item.frame]));
	const names = frames.map((frame) => stringWidth(shownName(frame)));
	const places = frames.map((frame) => stringWidth(shownPlace(frame)));
	const column = Math.min(44, Math.max(0, ...names)) + 2;
	const fits = frames.every(
		(_, index) => Math.max(column, (names[index] ?? 0) + 2) + (places[index] ?? 0) <= style.room(indent + 2),
	);
	return [
		`${" ".repeat(indent)}${style.colour.bold(heading)}`,
		...items.flatMap((item) => frameLines(item, fits ? column : null, text, style, indent + 2)),
	];
}

const shownName = (frame: ShownFrame) => escapeTerminal(frame.function, 80);
const shownPlace = (frame: ShownFrame) => `${escapeTerminal(frame.file)}:${frame.line}`;

/** Name and place side by side, the place in a column; below each other where that is null for want of room. */
function frameLines(
	item: StackItem,
	column: number | null,
	text: Text,
	style: TerminalStyle,
	indent: number,
): string[] {
	const lead = " ".repeat(indent);
	if (item.frame === null) {
		return [lead + style.colour.dim(escapeTerminal(`… ${hiddenFrames(item.hidden, text)}`))];
	}
	const name = shownName(item.frame);
	const place = style.colour.cyan(shownPlace(item.frame));
	if (column === null) return [lead + name, `${lead}  ${place}`];
	return [lead + name + " ".repeat(Math.max(2, column - stringWidth(name))) + place];
}

function involved(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	if (finding.involved.length === 0) return [];
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = escapeTerminal(`${goroutine ?? ""}${state === null ? "" : ` (${state})`}`);
		const where =
			frame === null
				? ""
				: `: ${escapeTerminal(frame.function, 80)} ${style.colour.cyan(`${escapeTerminal(frame.file)}:${frame.line}`)}`;
		return style.wrap(`goroutine ${who} ${text.finding.why[why]}${where}`, 4);
	});
	return [`  ${style.colour.bold(text.finding.involved)}`, ...items, ""];
}

function evidence(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	if (finding.evidence.length === 0) return [];
	const items = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		const place = at === null ? "" : `${style.colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)} `;
		return style.wrap(`${place}${style.phrase(text.said(words, message))}`, 4);
	});
	return [`  ${style.colour.bold(text.finding.evidence)}`, ...items, ""];
}

function fixLines(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const fix = bestFix(finding);
	if (fix === null) return notOffered(finding, text, style);
	const { colour } = style;
	const changed = (patchHunks(finding, fix) ?? []).flatMap((hunk) => [
		`    ${colour.cyan(`${escapeTerminal(hunk.file)}:${hunk.oldStart}`)}`,
		...hunk.lines.map((line) => `    ${patchLine(line, style)}`),
	]);
	const title = `${colour.bold(text.fix.suggestion)}: ${style.phrase(text.said(fix.words, fix.title))} (${style.phrase(verdict(fix, text))})`;
	return [style.wrap(title, 2), ...changed.slice(0, 40), ""];
}

function notOffered(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const items = rejectedFixes(finding, text).map((phrase) => style.wrap(style.phrase(phrase), 4));
	return items.length === 0 ? [] : [`  ${style.colour.bold(text.fix.notOffered)}`, ...items, ""];
}

function patchLine(line: string, { colour, room }: TerminalStyle): string {
	const shown = `${line.slice(0, 1)} ${escapeTerminalSource(line.slice(1), room(6))}`;
	if (line.startsWith("-")) return colour.red(shown);
	return line.startsWith("+") ? colour.green(shown) : shown;
}

function nextSteps(finding: ReportFinding, text: Text, style: TerminalStyle): string[] {
	const { colour } = style;
	const { summary } = text.guide[finding.section];
	const copied = [
		[text.finding.guideShort, style.link(finding.guide)],
		[text.finding.reproduce, colour.green(escapeTerminal(finding.reproduce, 500))],
		...(finding.section.endsWith("-unclassified")
			? [[text.finding.askForHelp, style.link(helpLink(finding))] as const]
			: []),
	] as const;
	return [
		style.wrap(`${colour.bold(text.finding.whatToDo)}: ${style.phrase(summary)}`, 2),
		...copied.map(([name, value]) => `  ${colour.bold(name)}: ${value}`),
		`  ${colour.dim(`${text.finding.fingerprint}: ${escapeTerminal(finding.fingerprint)}`)}`,
	];
}
