import { fromMarkdown } from "mdast-util-from-markdown";
import { type CommandName, commands, isCommandName } from "./commands.ts";

/** A command as it was written; what its words mean is decided where the findings are known. */
export interface Command {
	/** As written, in lower case; "" for a bare "/race". */
	word: string;
	/** Null for a word that is no command. */
	name: CommandName | null;
	args: string[];
	/** Everything behind the command's word on its line. */
	line: string;
	/** What follows the line, for commands that take it. */
	rest: string;
}

const commandLine = /^ {0,3}\/race(?![^\s])[ \t]*(\S*)[ \t]*(.*)$/i;

/** A node of the markdown tree, as far as it is looked at. */
interface Block {
	type: string;
	position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
	children?: Block[];
}

/**
 * Finds the commands of a comment: lines that start with "/race" as GitHub shows them, so not in quotes, lists, code or
 * HTML. Never throws.
 */
export function parseComment(body: string): Command[] {
	const text = body.replaceAll("\r\n", "\n");
	const found: Command[] = [];
	for (const start of lineStarts(text)) {
		const command = readCommand(text, start);
		if (command !== null) found.push(command);
		// What was pasted below is not searched for more.
		if (command !== null && command.rest !== "") break;
	}
	return found;
}

function readCommand(text: string, start: number): Command | null {
	const end = endOfLine(text, start);
	const match = commandLine.exec(text.slice(start, end));
	if (match === null) return null;
	const word = (match[1] ?? "").toLowerCase();
	const name = isCommandName(word) ? word : null;
	const takesRest = name !== null && commands[name].takesRest;
	const line = (match[2] ?? "").trim();
	const args = line.split(/\s+/).filter((part) => part !== "");
	return { word, name, args, line, rest: takesRest ? text.slice(end).trim() : "" };
}

/** Where lines of plain paragraphs begin. A line of "=" or "-" below, as a race report has, makes one a heading. */
function* lineStarts(text: string): Generator<number> {
	const tree = fromMarkdown(text) as Block;
	for (const block of tree.children ?? []) {
		if (block.type !== "paragraph" && block.type !== "heading") continue;
		const { start, end } = span(block);
		const inside = (block.children ?? []).filter((child) => child.type !== "text").map(span);
		for (let at = start; at < end; at = endOfLine(text, at) + 1) {
			if (!inside.some((child) => child.start < at && at < child.end)) yield at;
		}
	}
}

function span({ position }: Block): { start: number; end: number } {
	return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end === -1 ? text.length : end;
}
