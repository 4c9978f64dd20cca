import { codeSpan } from "#render/escape-code-span.ts";
import { codeCell } from "#render/escape-table-cell.ts";
import { markdownPhrase } from "#render/markdown-inline.ts";
import type { BotWords } from "#text/bot.ts";
import { type CommandName, commandNames, commands, nearestCommand } from "./commands.ts";
import { type Part, refuse } from "./task.ts";

/** Of a word that is no command nobody needs more. */
const longestWord = 40;

/** How a command is written, e.g. "/race ignore <fingerprint> <reason>". */
export function usageOf(name: CommandName): string {
	return `/race ${name} ${commands[name].usage}`.trim();
}

/** Lists every command. */
export function help(words: BotWords): Part {
	const { command, does } = words.helpColumns;
	const rows = commandNames.map(
		(name) => `| ${codeCell(usageOf(name))} | ${markdownPhrase(words.summary[name])} |`,
	);
	const table = [`| ${command} | ${does} |`, "|:--|:--|", ...rows].join("\n");
	return {
		ok: true,
		markdown: `**${words.helpTitle}**\n\n${table}\n\n${markdownPhrase(words.helpFingerprint)}`,
	};
}

/** Answers a word that is no command with the nearest that is one; a bare "/race" asks for help. */
export function unknownCommand(word: string, words: BotWords): Part {
	if (word === "") return help(words);
	const { ok, markdown } = refuse(
		words.unknown(`/race ${word.slice(0, longestWord)}`, usageOf(nearestCommand(word.slice(0, longestWord)))),
	);
	return {
		ok,
		markdown: `${markdown}\n\n${codeSpan(usageOf("help"))}: ${markdownPhrase(words.summary.help)}.`,
	};
}
