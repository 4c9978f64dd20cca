import type { Language } from "#domain/config.ts";
import { createOnce } from "#publish/create-once.ts";
import { commentLimit } from "#render/budget.ts";
import { markdownPhrase } from "#render/markdown-inline.ts";
import { type BotWords, botWords } from "#text/bot.ts";
import type { Phrase } from "#text/phrase.ts";
import { answerBody, versionOfCommands } from "./answer-body.ts";
import { commentName, readAnswerMarks } from "./answer-marks.ts";
import type { Bot } from "./bot.ts";
import { carryOut } from "./carry-out.ts";
import { commands as rules } from "./commands.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { Said } from "./conversation.ts";
import { readDecisions } from "./decisions.ts";
import { languageOf } from "./language.ts";
import { type Command, parseComment } from "./parse-comment.ts";
import type { RerunRequest } from "./rerun-request.ts";
import { type Part, refuse } from "./task.ts";
import { updatePull } from "./update-pull.ts";

/** What became of a comment. */
export interface Handled {
	/** "nothing": no command, acted on before, or withdrawn meanwhile. */
	outcome: "nothing" | "refused" | "answered";
	/** What somebody has to run now. */
	rerun: RerunRequest | null;
}

const nothing: Handled = { outcome: "nothing", rerun: null };
/** More commands in one comment are a mistake or worse. */
const mostCommands = 10;
/** A comment is read when it is written and once more when it was edited. */
const mostVersions = 2;

/** One comment with its commands, under way. */
interface Request {
	bot: Bot;
	event: CommentEvent;
	commands: readonly Command[];
	words: BotWords;
	language: Language;
	said: readonly Said[];
	/** Our answer to an earlier version of the comment. */
	earlier: Said | null;
	versions: readonly string[];
}

/** Carries out the commands of a comment and answers in one comment. Handling the same comment again does nothing. */
export async function handleComment(event: CommentEvent, bot: Bot): Promise<Handled> {
	const commands = parseComment(event.comment.body);
	if (commands.length === 0) return nothing;
	if (event.sender.isBot) return refuseBot(event, bot);
	// Edited since: the edit has an event of its own. Deleted: withdrawn.
	if (!isSame(await bot.conversation.readComment(), event.comment.body)) return nothing;
	const said = await bot.conversation.readSaid();
	const name = commentName(event);
	const earlier = said.find((one) => one.isOurs && readAnswerMarks(one.body).answers === name) ?? null;
	const known = earlier === null ? [] : readAnswerMarks(earlier.body).versions;
	const version = versionOfCommands(commands);
	if (known.includes(version)) return nothing;
	await bot.conversation.react("eyes");
	const language = languageOf(event.comment.body, bot.language);
	const words = botWords[language];
	const request = { bot, event, commands, words, language, said, earlier, versions: [...known, version] };
	if (known.length >= mostVersions) return refuseEdit(request, known);
	return act(request);
}

function isSame(present: string | null, body: string): boolean {
	const normal = (text: string) => text.replaceAll("\r\n", "\n").trim();
	return present !== null && normal(present) === normal(body);
}

async function act(request: Request): Promise<Handled> {
	const { bot, event, words, commands } = request;
	const needsWrite = commands.some(({ name }) => name !== null && rules[name].needsWrite);
	if (needsWrite && !(await bot.conversation.mayWrite(event.sender.login))) {
		return finish(request, [refuse(words.notAllowed(event.sender.login))]);
	}
	const pull = await bot.conversation.readPull();
	if (!pull.isOpen) return finish(request, [refuse(words.closed)]);
	const context = { ...request, pull, decisions: readDecisions(request.said) };
	const { parts, update } = await carryOut(context, commands.slice(0, mostCommands));
	if (commands.length > mostCommands) parts.push(refuse(words.tooMany(mostCommands)));
	const handled = await finish(request, parts);
	if (update !== null) await updatePull(bot, event, pull, update);
	return handled;
}

/** Writes the answer and says by a reaction how it went; a rerun is not done yet. */
async function finish({ bot, event, earlier, versions }: Request, parts: readonly Part[]): Promise<Handled> {
	const name = commentName(event);
	await write(bot, earlier, name, versions.at(-1) ?? "", answerBody(parts, name, versions));
	const rerun = parts.find((part) => part.rerun !== undefined)?.rerun ?? null;
	const isDone = parts.every((part) => part.ok);
	if (rerun === null || !isDone) await bot.conversation.react(isDone ? "rocket" : "confused");
	return { outcome: parts.some((part) => part.ok) ? "answered" : "refused", rerun };
}

/** Writes a new answer or over the earlier one; an answer whose request went unanswered is looked for before it is sent again. */
async function write(
	{ conversation, wait }: Bot,
	earlier: Said | null,
	name: string,
	version: string,
	body: string,
) {
	if (earlier !== null) return conversation.edit(earlier, body);
	const find = async () => {
		const isIt = ({ isOurs, body: other }: Said) => {
			const { answers, versions } = readAnswerMarks(other);
			return isOurs && answers === name && versions.includes(version);
		};
		return (await conversation.readSaid()).find(isIt) ?? null;
	};
	await createOnce({ wait }, () => conversation.answer(body), find);
}

/** Tells a bot once on a pull request that it is not heard; more would be a conversation. */
async function refuseBot(event: CommentEvent, bot: Bot): Promise<Handled> {
	const said = await bot.conversation.readSaid();
	const own = said.some(
		(one) => one.isOurs && one.kind === event.kind && one.number === event.comment.number,
	);
	const name = `bot-${event.sender.login}`;
	if (own || said.some((one) => one.isOurs && readAnswerMarks(one.body).answers === name)) return nothing;
	await bot.conversation.react("confused");
	const part = refuse(botWords[bot.language].noBots);
	await write(bot, null, name, "once", answerBody([part], name, ["once"]));
	return { outcome: "refused", rerun: null };
}

/** Adds to the answer, once, that the comment is not read any more. */
async function refuseEdit(
	{ bot, words, earlier, event }: Request,
	known: readonly string[],
): Promise<Handled> {
	if (earlier === null || known.length > mostVersions) return nothing;
	await bot.conversation.react("confused");
	await bot.conversation.edit(
		earlier,
		withNotice(earlier.body, words.editedAgain, commentName(event), known),
	);
	return { outcome: "refused", rerun: null };
}

function withNotice(body: string, notice: Phrase, name: string, known: readonly string[]): string {
	const noticed = `${markdownPhrase(notice)}\n\n`;
	const before = `answer ${[name, ...known].join(" ")} -->`;
	const after = `answer ${[name, ...known, "closed"].join(" ")} -->`;
	const marked = body.trimEnd().replace(new RegExp(`${before}$`), after);
	return noticed.length + marked.length > commentLimit ? marked : noticed + marked;
}
