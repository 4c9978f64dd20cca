import { escapeTerminalLines } from "#render/escape-terminal.ts";

/** Prints a message to standard error; a stranger's words in it (names, titles, what a tool printed) do nothing to the terminal. */
export function say(text: string): void {
	process.stderr.write(`${escapeTerminalLines(text)}\n`);
}
