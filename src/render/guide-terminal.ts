import type { Blockquote, Code, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { type TerminalOptions, type TerminalStyle, terminalStyle } from "./terminal-style.ts";

/** A chapter of the guide, or any markdown of ours, laid out for a terminal. */
export function renderGuide(markdown: string, options: TerminalOptions): string {
	const { children } = fromMarkdown(markdown, {
		extensions: [gfmTable()],
		mdastExtensions: [gfmTableFromMarkdown()],
	});
	return `${blocks(children, terminalStyle(options), 0)}\n`;
}

/** Blocks with an empty line between them; of anchors, which are for browsers, nothing is left. */
function blocks(nodes: readonly RootContent[], style: TerminalStyle, indent: number): string {
	return nodes
		.map((node) => block(node, style, indent))
		.filter((shown) => shown.trim() !== "")
		.join("\n\n");
}

function block(node: RootContent, style: TerminalStyle, indent: number): string {
	switch (node.type) {
		case "heading": {
			const title = style.colour.bold(inline(node.children, style));
			return style.wrap(node.depth === 1 ? style.colour.underline(title) : title, indent);
		}
		case "paragraph":
			return style.wrap(inline(node.children, style), indent);
		case "blockquote":
			return quotation(node, style, indent);
		case "code":
			return code(node, style, indent);
		case "list":
			return list(node, style, indent);
		case "table":
			return table(node, style, indent);
		default:
			return "";
	}
}

function quotation(node: Blockquote, style: TerminalStyle, indent: number): string {
	const bar = style.colour.dim("│ ");
	return blocks(node.children, style, indent + 2).replaceAll(/^ {2}/gm, bar);
}

/** What is copied is not wrapped. */
function code({ value, lang }: Code, { colour }: TerminalStyle, indent: number): string {
	const shade = lang === "sh" ? colour.green : lang === "text" ? colour.dim : (line: string) => line;
	return value
		.split("\n")
		.map((line) => (line === "" ? "" : " ".repeat(indent + 4) + shade(line.replaceAll("\t", "    "))))
		.join("\n");
}

function list(node: List, style: TerminalStyle, indent: number): string {
	const first = node.start ?? 1;
	return node.children
		.map((one, index) => item(one, node.ordered === true ? `${first + index}.` : "•", style, indent))
		.join("\n");
}

function item({ children }: ListItem, sign: string, style: TerminalStyle, indent: number): string {
	const inner = indent + sign.length + 1;
	const body = blocks(children, style, inner);
	return " ".repeat(indent) + sign + body.slice(inner - 1);
}

const columnGap = 2;

/** Columns side by side; where they do not fit, the widest give way and their cells are wrapped. */
function table({ children }: Table, style: TerminalStyle, indent: number): string {
	const rows = children.map(({ children: cells }) => cells.map((cell) => inline(cell.children, style)));
	const widths = fit(
		(rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? "")))),
		style.room(indent),
	);
	return rows
		.map((row, index) => (index === 0 ? row.map(style.colour.bold) : row))
		.flatMap((row) => tableRow(row, widths))
		.map((line) => " ".repeat(indent) + line.trimEnd())
		.join("\n");
}

/** The widths of columns that together take no more than `room`. */
function fit(natural: readonly number[], room: number): number[] {
	const widths = [...natural];
	const total = () => widths.reduce((sum, width) => sum + width + columnGap, -columnGap);
	for (let over = total() - room; over > 0; over = total() - room) {
		const widest = widths.indexOf(Math.max(...widths));
		if (widths[widest] === 1) break;
		widths[widest] = (widths[widest] ?? 1) - 1;
	}
	return widths;
}

function tableRow(cells: readonly string[], widths: readonly number[]): string[] {
	const wrapped = cells.map((cell, column) =>
		wrapAnsi(cell, widths[column] ?? 1, { hard: true }).split("\n"),
	);
	const height = Math.max(...wrapped.map(({ length }) => length));
	return Array.from({ length: height }, (_, line) =>
		wrapped
			.map((lines, column) => {
				const shown = lines[line] ?? "";
				return shown + " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(shown)));
			})
			.join(" ".repeat(columnGap)),
	);
}

function inline(nodes: readonly PhrasingContent[], style: TerminalStyle): string {
	const { colour } = style;
	return nodes
		.map((node): string => {
			switch (node.type) {
				case "text":
					return node.value.replaceAll("\n", " ");
				case "inlineCode":
					return colour.cyan(node.value);
				case "strong":
					return colour.bold(inline(node.children, style));
				case "emphasis":
					return colour.italic(inline(node.children, style));
				case "link":
					return link(node.url, inline(node.children, style), style);
				default:
					return "";
			}
		})
		.join("");
}

/** A chapter is named, as `guide` takes it; of anything else the address is shown. */
function link(url: string, text: string, style: TerminalStyle): string {
	const chapter = /^([\w-]+)\.md(?:#.*)?$/.exec(url)?.[1];
	if (chapter === undefined) return text === url ? style.link(url) : `${text} (${style.link(url)})`;
	return text === chapter ? style.colour.cyan(chapter) : `${text} (guide ${style.colour.cyan(chapter)})`;
}
