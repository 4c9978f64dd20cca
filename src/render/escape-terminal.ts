import { visibleLine, visibleLines } from "./visible.ts";

/** Text printed to a terminal or a CI log, on one line: no control sequence, and no workflow command for a runner that reads along. */
export function escapeTerminal(text: string, max = 400): string {
	return withoutCommands(visibleLine(text.replaceAll("\t", "    "), max));
}

/** A line of source of at most `max` characters, its tabs as blanks and its columns kept. */
export function escapeTerminalSource(line: string, max = 200): string {
	const indent = /^[\t ]*/.exec(line)?.[0] ?? "";
	const kept = indent.replaceAll("\t", "    ").slice(0, 40);
	const oneLine = line.slice(indent.length).replace(/[\r\n\p{Zl}\p{Zp}]/gu, " ");
	const [code = ""] = visibleLines(oneLine, 1, Math.max(2, max - kept.length));
	return withoutCommands(kept + code.replaceAll("\t", "    "));
}

/** A message of several lines, such as an error that quotes a tool. */
export function escapeTerminalLines(text: string): string {
	return visibleLines(text, 200, 2000).map(withoutCommands).join("\n");
}

/** Runners obey `::name` at the start of a line, which any word may come to be, and `##[` anywhere in it. */
const withoutCommands = (line: string) => line.replace(/##(?=\[)/g, "# #").replace(/(^|\s):(?=:)/g, "$1: ");
