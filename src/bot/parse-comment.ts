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

/** Commands stand at the top, and blocks begin at the left: what lies further is a log, or meant to keep a parser busy. */
const linesSearched = 250;
const columnsOfBlocks = 40;
const columnsSearched = 500;

/** Where code begins and ends decides; emphasis and links do not, and take a parser long when they are meant to. */
const blocksAndCode = {
	extensions: [
		{
			disable: {
				null: ["attention", "labelStartLink", "labelStartImage", "labelEnd", "autolink", "htmlText"],
			},
		},
	],
};

/** A node of the markdown tree, as far as it is looked at; lines are 1-based. */
interface Block {
	type: string;
	position?: { start: { line: number }; end: { line: number } } | undefined;
	children?: Block[];
}

/**
 * Finds the commands of a comment: lines that start with "/race" as GitHub shows them, so not in quotes, lists, code or
 * HTML. Never throws.
 */
export function parseComment(body: string): Command[] {
	const lines = body.split(/\r?\n/);
	const found: Command[] = [];
	if (!lines.some((line) => commandLine.test(line))) return found;
	for (const index of plainLines(lines)) {
		const command = readCommand(lines, index);
		if (command !== null) found.push(command);
		// What was pasted below is not searched for more.
		if (command !== null && command.rest !== "") break;
	}
	return found;
}

function readCommand(lines: readonly string[], index: number): Command | null {
	const match = commandLine.exec(lines[index] ?? "");
	if (match === null) return null;
	const word = (match[1] ?? "").toLowerCase();
	const name = isCommandName(word) ? word : null;
	const takesRest = name !== null && commands[name].takesRest;
	const line = (match[2] ?? "").trim();
	const args = line.split(/\s+/).filter((part) => part !== "");
	const below = () =>
		lines
			.slice(index + 1)
			.join("\n")
			.trim();
	return { word, name, args, line, rest: takesRest ? below() : "" };
}

/** Indexes of the lines of plain paragraphs. A line of "=" or "-" below, as a race report has, makes one a heading. */
function* plainLines(lines: readonly string[]): Generator<number> {
	const text = lines.slice(0, linesSearched).map(shallow).join("\n");
	const tree = fromMarkdown(text, blocksAndCode) as Block;
	for (const block of tree.children ?? []) {
		if (block.type !== "paragraph" && block.type !== "heading") continue;
		const { start, end } = span(block);
		const inside = (block.children ?? []).filter((child) => child.type !== "text").map(span);
		for (let line = start; line <= end; line++) {
			if (!inside.some((child) => child.start < line && line <= child.end)) yield line - 1;
		}
	}
}

/** The line with all that could open a block far to the right taken out; back quotes stay, as they come in pairs. */
function shallow(line: string): string {
	const right = line.slice(columnsOfBlocks, columnsSearched).replace(/[^`]/g, "x");
	return line.slice(0, columnsOfBlocks) + right;
}

function span({ position }: Block): { start: number; end: number } {
	return { start: position?.start.line ?? 1, end: position?.end.line ?? 0 };
}
