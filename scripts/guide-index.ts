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

/** What stands in for a section that is not written yet: its id, and nothing to say. */
const notWritten = (id: SectionId): GuideEntry => ({ title: [{ code: id }], summary: [] });

function entry(language: Language, id: SectionId): GuideEntry {
	const path = `guide/${language}/${id}.md`;
	return existsSync(path) ? parseGuideHead(id, readFileSync(path, "utf8")) : notWritten(id);
}

const printPhrase = (phrase: Phrase) => JSON.stringify(phrase);

function printLanguage(language: Language): string {
	const lines = sectionIds.map((id) => {
		const { title, summary } = entry(language, id);
		return `\t\t"${id}": { title: ${printPhrase(title)}, summary: ${printPhrase(summary)} },`;
	});
	return `\t${language}: {\n${lines.join("\n")}\n\t},`;
}

/** Fails when a section is written in one language only. */
function checkPairs(): void {
	for (const id of sectionIds) {
		const written = languages.filter((language) => existsSync(`guide/${language}/${id}.md`));
		if (written.length === 1) throw new Error(`guide: ${id} is written in ${written[0]} only`);
	}
}

/** The TypeScript module with title and summary of every guide section in every language. */
export function guideIndexModule(): string {
	checkPairs();
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
