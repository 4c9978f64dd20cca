import picocolors from "picocolors";
import wrapAnsi from "wrap-ansi";
import type { Phrase } from "#text/phrase.ts";
import { escapeTerminal } from "./escape-terminal.ts";

/** What the terminal can do. */
export interface TerminalOptions {
	colour: boolean;
	/** Columns. */
	width: number;
	/** Whether links may be written as OSC 8 hyperlinks. */
	hyperlinks: boolean;
}

/** Colours, wrapping and links for one terminal. */
export interface TerminalStyle {
	colour: ReturnType<typeof picocolors.createColors>;
	/** A phrase, its code emphasised. */
	phrase(phrase: Phrase): string;
	/** Breaks text at blanks to the width, every line indented by `indent` blanks. */
	wrap(text: string, indent: number): string;
	/** So many columns are left beside an indent of `indent` blanks. */
	room(indent: number): number;
	/** A link to a URL, shown as the URL itself. */
	link(url: string): string;
}

const narrowest = 40;

/** The style of a terminal; without colour everything is plain text. */
export function terminalStyle({ colour: enabled, width, hyperlinks }: TerminalOptions): TerminalStyle {
	const colour = picocolors.createColors(enabled);
	const columns = Math.max(narrowest, width);
	return {
		colour,
		phrase: (phrase) =>
			phrase
				.map((part) =>
					typeof part === "string"
						? part
						: enabled
							? colour.cyan(escapeTerminal(part.code))
							: escapeTerminal(part.code),
				)
				.join(""),
		wrap: (text, indent) =>
			wrapAnsi(text, columns - indent, { hard: true })
				.split("\n")
				.map((line) => " ".repeat(indent) + line)
				.join("\n"),
		room: (indent) => Math.max(1, columns - indent),
		link: (url) => {
			const shown = escapeTerminal(url, 500);
			const target = hyperlinks && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? url : null;
			return target === null ? shown : `\x1b]8;;${target}\x1b\\${shown}\x1b]8;;\x1b\\`;
		},
	};
}
