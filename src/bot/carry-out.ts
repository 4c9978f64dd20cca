import type { Language } from "#domain/config.ts";
import { RequestFailure } from "#publish/github.ts";
import type { BotWords } from "#text/bot.ts";
import { texts } from "#text/language.ts";
import { wordsIn } from "#text/message.ts";
import type { Decision } from "./answer-marks.ts";
import type { Bot } from "./bot.ts";
import type { CommandName } from "./commands.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { PullDetails, Said } from "./conversation.ts";
import { explainCommand } from "./explain-command.ts";
import { fixCommand } from "./fix-command.ts";
import { help, unknownCommand } from "./help.ts";
import { ignoreCommand, unignoreCommand } from "./ignore-command.ts";
import { type KnownFindings, knowFindings } from "./known-findings.ts";
import type { Command } from "./parse-comment.ts";
import { rerunCommand } from "./rerun-command.ts";
import { type Part, refuse, type Task } from "./task.ts";
import type { PullUpdate } from "./update-pull.ts";

const handlers = {
	help: async ({ words }) => help(words),
	explain: explainCommand,
	rerun: rerunCommand,
	ignore: ignoreCommand,
	unignore: unignoreCommand,
	fix: fixCommand,
} as const satisfies Record<CommandName, (task: Task) => Promise<Part>>;

/** Where commands are carried out. */
export interface Context {
	bot: Bot;
	event: CommentEvent;
	words: BotWords;
	language: Language;
	said: readonly Said[];
	pull: PullDetails;
	decisions: ReadonlyMap<string, Decision>;
}

/** Carries out commands one after the other; each sees what the ones before decided. */
export async function carryOut(
	context: Context,
	commands: readonly Command[],
): Promise<{ parts: Part[]; update: PullUpdate | null }> {
	const decisions = new Map(context.decisions);
	const findings = rememberFindings(context, decisions);
	const parts: Part[] = [];
	for (const command of commands) {
		const part = await carryOutOne({ ...taskOf(context, command), findings, decisions });
		const isSecondRerun = part.rerun !== undefined && parts.some(({ rerun }) => rerun !== undefined);
		parts.push(isSecondRerun ? refuse(context.words.oneRerun) : part);
		if (part.decision !== undefined) decisions.set(part.decision.fingerprint, part.decision);
	}
	const hasDecided = parts.some(({ decision }) => decision !== undefined);
	const report = hasDecided ? ((await findings()).found ?? null) : null;
	return { parts, update: report === null ? null : { found: report, decisions, seen: [] } };
}

function taskOf(
	{ bot, event, words, language, pull }: Context,
	command: Command,
): Omit<Task, "findings" | "decisions"> {
	const { settings, host } = bot;
	return {
		command,
		event,
		pull,
		settings,
		words,
		text: texts[language],
		host,
		commit: (commit) => bot.commit(commit),
		readFile: (path) => bot.readFile(path, pull.head),
	};
}

/** What GitHub refuses is the answer to that command; the others are still carried out. */
async function carryOutOne(task: Task): Promise<Part> {
	const { name, word } = task.command;
	if (name === null) return unknownCommand(word, task.words);
	try {
		return await handlers[name](task);
	} catch (error) {
		if (error instanceof RequestFailure) return refuse(task.words.failed(wordsIn(task.text.language, error)));
		throw error;
	}
}

function rememberFindings(
	{ bot, event, pull, said }: Context,
	decisions: ReadonlyMap<string, Decision>,
): () => Promise<KnownFindings> {
	let known: Promise<KnownFindings> | null = null;
	const ask = async () => knowFindings(event, said, decisions, await bot.findReport(pull.head));
	return () => {
		known ??= ask();
		return known;
	};
}
