import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { closest } from "fastest-levenshtein";
import { isSectionId, sectionIds } from "#domain/section.ts";
import { ownDirectory } from "#host/own-files.ts";
import { choice } from "#plan/settings.ts";
import { texts } from "#text/language.ts";
import { plainPhrase } from "#text/phrase.ts";
import { userError } from "#text/user-error.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { terminalStyle } from "./terminal-style.ts";
import { writeResult } from "./write-result.ts";

/** The chapter that is no section: no finding leads to it, other chapters do. */
const serverChapter = "panic-safe-server";

/** `guide`: prints a section, or lists all of them with their titles. */
export async function runGuide(operand: string | undefined, options: ParsedOptions): Promise<number> {
	const language = choice("lang", [givenSettings(options).lang ?? "en"].flat()) ?? "en";
	if (operand === undefined) {
		const width = Math.max(...sectionIds.map((id) => id.length)) + 2;
		const lines = sectionIds.map(
			(id) => `${id.padEnd(width)}${plainPhrase(texts[language].guide[id].title)}`,
		);
		await writeResult(`${lines.join("\n")}\n`, options);
		return 0;
	}
	if (!isSectionId(operand) && operand !== serverChapter) {
		throw userError("no-section", { section: operand, nearest: closest(operand, sectionIds) });
	}
	const chapter = await readFile(join(ownDirectory(), "guide", language, `${operand}.md`), "utf8");
	await writeResult(process.stdout.isTTY ? await laidOut(chapter, options) : chapter, options);
	return 0;
}

/** For a terminal; a pipe gets the markdown. */
async function laidOut(chapter: string, options: ParsedOptions): Promise<string> {
	const { renderGuide } = await import("#render/guide-terminal.ts");
	return renderGuide(chapter, terminalStyle(process.stdout, process.env, options));
}
