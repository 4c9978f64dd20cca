import type { Change } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import { codeSpan } from "./escape-code-span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { escapePath, escapeUrl } from "./escape-url.ts";

/** Where links to files of the change lead: a commit's tree on the server, or null for none. */
export type BlobBase = string | null;

/** "https://github.com/o/r/blob/<head>", or null where the Report names no repository or commit. */
export function blobBase(change: Change | null, server: string): BlobBase {
	if (change === null || change.repository === null || change.head === null) return null;
	return `${server}/${escapePath(change.repository.slice(0, 200))}/blob/${escapePath(change.head.slice(0, 64))}`;
}

/** A phrase as inline markdown. */
export function markdownPhrase(phrase: Phrase): string {
	return phrase.map((part) => (typeof part === "string" ? keepBlanks(part) : codeSpan(part.code))).join("");
}

/** Blanks at the ends of our words separate them from the code next to them. */
function keepBlanks(part: string): string {
	const inner = escapeMarkdown(part);
	return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) && inner !== "" ? " " : ""}`;
}

/** Phrases in a row, between middle dots. */
export function markdownList(phrases: readonly Phrase[]): string {
	return phrases.map(markdownPhrase).join(" · ");
}

/** A link with a text of inline markdown; the text alone where the URL is none. */
export function markdownLink(label: string, url: string): string {
	const target = escapeUrl(url);
	return target === "" ? label : `[${label}](${target})`;
}

/** "`file:line`", linked to the line where the commit is known. */
export function markdownPlace(file: string, line: number, blobs: BlobBase): string {
	const label = codeSpan(`${file}:${line}`);
	return blobs === null || file.startsWith("…") || file.startsWith("/")
		? label
		: markdownLink(label, `${blobs}/${escapePath(file)}#L${line}`);
}
