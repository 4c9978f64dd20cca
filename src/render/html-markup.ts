import type { Phrase } from "#text/phrase.ts";
import { escapeHtml } from "./escape-html.ts";

/** Finished HTML; only `html` makes it, so that nothing gets in unescaped. */
export class Markup {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
}

type Hole = string | number | Markup | readonly Markup[] | null;

/** Writes HTML: what stands in the template is ours, every string put into it is escaped, null is nothing. */
export function html(literals: TemplateStringsArray, ...holes: Hole[]): Markup {
	return new Markup(literals.map((literal, index) => literal + filled(holes[index] ?? null)).join(""));
}

function filled(hole: Hole): string {
	if (hole === null) return "";
	if (typeof hole === "string") return escapeHtml(hole);
	if (typeof hole === "number") return String(hole);
	return hole instanceof Markup ? hole.source : hole.map(({ source }) => source).join("");
}

/** A phrase as HTML, code in `<code>`. */
export function htmlPhrase(phrase: Phrase): Markup[] {
	return phrase.map((part) => (typeof part === "string" ? html`${part}` : html`<code>${part.code}</code>`));
}
