import { details } from "#render/details.ts";
import { fence } from "#render/escape-fence.ts";
import { markdownLink, markdownPhrase } from "#render/markdown-inline.ts";
import { type BotWords, botWords } from "#text/bot.ts";
import type { Phrase } from "#text/phrase.ts";
import { finishWaiting } from "./answer-body.ts";
import { readAnswerMarks } from "./answer-marks.ts";
import type { Bot } from "./bot.ts";
import type { CommentEvent } from "./comment-event.ts";
import { readDecisions } from "./decisions.ts";
import type { RerunRequest, RerunResult } from "./rerun-request.ts";
import { updatePull } from "./update-pull.ts";

/** What became of a rerun; a null result: the job that runs tests gave none. */
export interface Ran {
	request: RerunRequest;
	result: RerunResult | null;
	/** The workflow run in whose log the tests' output is. */
	logUrl: string;
}

/** Puts the outcome of a rerun into the answer that announced it, and brings the finding's comment up to it. */
export async function finishRerun(event: CommentEvent, ran: Ran, bot: Bot): Promise<"answered" | "nothing"> {
	const { conversation } = bot;
	const { request } = ran;
	const said = await conversation.readSaid();
	const answer = said.find((one) => one.isOurs && readAnswerMarks(one.body).answers === request.comment);
	if (answer === undefined) return "nothing";
	const result = ran.result?.head === request.head ? ran.result : null;
	const pull = await conversation.readPull();
	const isCurrent = pull.isOpen && pull.head === request.head;
	const markdown = outcome({ ...ran, result }, isCurrent, botWords[request.language]);
	const body = finishWaiting(answer.body, markdown);
	if (body === null) return "nothing";
	await conversation.edit(answer, body);
	const seen = result === null ? [] : runsOf(request, result);
	await conversation.react(seen.length === 0 ? "confused" : "rocket");
	const found = isCurrent && seen.length > 0 ? await bot.findReport(request.head) : null;
	if (found !== null) await updatePull(bot, event, pull, { found, decisions: readDecisions(said), seen });
	return "answered";
}

/** The runs of the findings that were asked for; what else a stranger's job tells is left out. */
function runsOf(request: RerunRequest, result: RerunResult) {
	return request.findings.flatMap(({ fingerprint }) => {
		const told = result.findings.find((one) => one.fingerprint === fingerprint);
		const isSense =
			told !== undefined && told.runs > 0 && told.runs <= request.times && told.hits <= told.runs;
		return isSense ? [{ fingerprint, runs: { runs: told.runs, hits: told.hits } }] : [];
	});
}

function outcome({ request, result, logUrl }: Ran, isCurrent: boolean, words: BotWords): string {
	const log = markdownLink(words.rerunLink, logUrl);
	if (result === null) return `${markdownPhrase(words.rerunFailed)} (${log})`;
	const seen = new Map(runsOf(request, result).map(({ fingerprint, runs }) => [fingerprint, runs]));
	const lines = request.findings.map(({ fingerprint }): Phrase => {
		const runs = seen.get(fingerprint);
		if (runs === undefined) return words.didNotRun(fingerprint);
		return runs.hits === 0
			? words.notSeen(fingerprint, runs.runs)
			: words.hits(fingerprint, runs.hits, runs.runs);
	});
	const isUnseen = [...seen.values()].some(({ hits }) => hits === 0);
	return [
		`${markdownPhrase(words.rerunTitle(request.head.slice(0, 12)))} (${log})`,
		lines.map((line) => `- ${markdownPhrase(line)}`).join("\n"),
		...(result.problems.length === 0 ? [] : [problems(result.problems, words)]),
		...(isUnseen ? [markdownPhrase(words.stillThere)] : []),
		...(isCurrent ? [] : [markdownPhrase(words.headMoved)]),
	].join("\n\n");
}

/** What go printed where a test did not build: a stranger's words. */
function problems(found: readonly string[], words: BotWords): string {
	return details(words.rerunProblems, fence("text", found.join("\n"), { lines: 30, columns: 300 }));
}
