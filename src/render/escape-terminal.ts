import { visibleLine, visibleLines } from "./visible.ts";

/** Text printed to a terminal or a CI log, on one line: no control sequence, and no workflow command for a runner that reads along. */
export function escapeTerminal(text: string, max = 400): string {
	return withoutCommands(visibleLine(text.replaceAll("\t", "    "), max));
}

/** A line of source of at most `max` characters, its leading tabs kept as blanks of the same width. */
export function escapeTerminalSource(line: string, max = 200): string {
	const indent = /^\s*/.exec(line)?.[0].replaceAll("\t", "    ").replace(/[^ ]/g, "") ?? "";
	const kept = indent.slice(0, 40);
	return withoutCommands(kept + visibleLine(line.replaceAll("\t", "    "), Math.max(2, max - kept.length)));
}

/** A message of several lines, such as an error that quotes a tool. */
export function escapeTerminalLines(text: string): string {
	return visibleLines(text, 200, 2000).map(withoutCommands).join("\n");
}

/** Runners obey `::name` at the start of a line, which any word may come to be, and `##[` anywhere in it. */
const withoutCommands = (line: string) => line.replace(/##(?=\[)/g, "# #").replace(/(^|\s):(?=:)/g, "$1: ");
