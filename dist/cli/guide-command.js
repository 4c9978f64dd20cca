import { i as require_fastest_levenshtein, n as choice, t as texts } from "./language.js";
import { n as sectionIds, t as isSectionId } from "./section.js";
import { t as ownDirectory } from "./own-files.js";
import { c as plainPhrase } from "./message.js";
import { t as userError } from "./user-error.js";
import { n as givenSettings } from "./command-options.js";
import { t as terminalStyle } from "./terminal-style2.js";
import { n as writeResult } from "./write-result.js";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
// src/cli/guide-command.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const serverChapter = "panic-safe-server";
async function runGuide(operand, options) {
	const language = choice("lang", [givenSettings(options).lang ?? "en"].flat()) ?? "en";
	if (operand === void 0) {
		const width = Math.max(...sectionIds.map((id) => id.length)) + 2;
		const lines = sectionIds.map((id) => `${id.padEnd(width)}${plainPhrase(texts[language].guide[id].title)}`);
		await writeResult(`${lines.join("\n")}\n`, options);
		return 0;
	}
	if (!isSectionId(operand) && operand !== serverChapter) throw userError("no-section", {
		section: operand,
		nearest: (0, import_fastest_levenshtein.closest)(operand, sectionIds)
	});
	const chapter = await readFile(join(ownDirectory(), "guide", language, `${operand}.md`), "utf8");
	await writeResult(process.stdout.isTTY ? await laidOut(chapter, options) : chapter, options);
	return 0;
}
async function laidOut(chapter, options) {
	const { renderGuide } = await import("./guide-terminal.js");
	return renderGuide(chapter, terminalStyle(process.stdout, process.env, options));
}
export { runGuide };
