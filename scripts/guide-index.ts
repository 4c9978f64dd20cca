import { existsSync, readFileSync } from "node:fs";
import { type Language, languages } from "#domain/config.ts";
import { type SectionId, sectionIds } from "#domain/section.ts";
import { type Phrase, words } from "#text/phrase.ts";
import type { GuideEntry } from "#text/text.ts";

/** Reads the title and the one-sentence summary of a guide file; throws when it does not start as every section must. */
export function parseGuideHead(id: string, markdown: string): GuideEntry {
	const match = /^<a id="([^"]+)"><\/a>\r?\n# (.+)\r?\n\r?\n> (.+)(?:\r?\n|$)/.exec(markdown);
	if (match === null)
		throw new Error(`${id}: must start with <a id="${id}"></a>, "# Title", "", "> summary"`);
	if (match[1] !== id) throw new Error(`${id}: its first anchor is ${match[1]}`);
	return { title: words(match[2] ?? ""), summary: words(withoutLinks(match[3] ?? "")) };
}

/** `[text](target)` as its text: links of the guide lead nowhere from a comment. */
const withoutLinks = (text: string) => text.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");

/** Reads the head of a section; throws when the section is not written. */
export function guideHead(language: Language, id: SectionId): GuideEntry {
	const path = `guide/${language}/${id}.md`;
	if (!existsSync(path)) throw new Error(`the section ${id} has no chapter: write ${path}`);
	return parseGuideHead(id, readFileSync(path, "utf8"));
}

const printPhrase = (phrase: Phrase) => JSON.stringify(phrase);

function printLanguage(language: Language): string {
	const lines = sectionIds.map((id) => {
		const { title, summary } = guideHead(language, id);
		return `\t\t"${id}": { title: ${printPhrase(title)}, summary: ${printPhrase(summary)} },`;
	});
	return `\t${language}: {\n${lines.join("\n")}\n\t},`;
}

/** The TypeScript module with title and summary of every guide section in every language. */
export function guideIndexModule(): string {
	return [
		"// Written by `npm run generate` from guide/; do not edit.",
		'import type { Language } from "#domain/config.ts";',
		'import type { SectionId } from "#domain/section.ts";',
		'import type { GuideEntry } from "./text.ts";',
		"",
		"/** Title and summary of each guide section. */",
		"export const guideIndex = {",
		...languages.map(printLanguage),
		"} as const satisfies Record<Language, Record<SectionId, GuideEntry>>;",
		"",
	].join("\n");
}
