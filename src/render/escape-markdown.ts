import { visibleLine } from "./visible.ts";

/** Keeps GitHub from seeing a mention, an issue number or a bare link in what follows. */
const joiner = "\u2060";

/** Text among markdown words, on one line: no markup, HTML, mention, issue reference or link comes of it. */
export function escapeMarkdown(text: string, max = 500): string {
	return visibleLine(text, max)
		.replace(/([@#])(?=[\p{L}\p{N}_])/gu, `$1${joiner}`)
		.replace(/:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)|(?<=mailto|xmpp):/giu, `$&${joiner}`)
		.replace(/[\\`*_[\]<>|~&$]/g, "\\$&");
}
