import { visibleLine } from "./visible.ts";

/** Text as markdown's inline code, on one line, in more back quotes than it has in a row. */
export function codeSpan(text: string, max = 200): string {
	const line = visibleLine(text, max);
	if (line === "") return "` `";
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const quotes = "`".repeat(longest + 1);
	const pad = /^`|`$/.test(line) ? " " : "";
	return `${quotes}${pad}${line}${pad}${quotes}`;
}
