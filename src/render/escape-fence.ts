import { visibleLines } from "./visible.ts";

/** How much of a stranger's text a fence holds. */
export interface FenceLimit {
	lines: number;
	columns: number;
}

const usual: FenceLimit = { lines: 60, columns: 200 };

/** Text as a fenced block, its fence longer than any inside. `language` is ours. */
export function fence(language: string, text: string, limit: FenceLimit = usual): string {
	const body = visibleLines(text, limit.lines, limit.columns).join("\n");
	const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
	const quotes = "`".repeat(longest + 1);
	return `${quotes}${language}\n${body}\n${quotes}`;
}
