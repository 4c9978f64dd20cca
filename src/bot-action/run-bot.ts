import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import type { z } from "zod";
import type { Bot } from "#bot/bot.ts";
import { type CommentEvent, readCommentEvent } from "#bot/comment-event.ts";
import { finishRerun } from "#bot/finish-rerun.ts";
import { handleComment } from "#bot/handle-comment.ts";
import { makeBot } from "#bot/octokit-bot.ts";
import { RerunRequest, RerunResult } from "#bot/rerun-request.ts";
import { readSettings } from "#host/config-file.ts";
import { resolveCommit } from "#host/git.ts";
import { localHost } from "#host/local-host.ts";
import { readSurroundings, runnerLog, type Surroundings, setOutputs, withoutCommands } from "#host/runner.ts";
import { connectionOf } from "#posting/publish-report.ts";
import { jobLimits } from "#publish/artifact.ts";
import { makeOctokit } from "#publish/octokit.ts";
import { rerun } from "#src/rerun.ts";
import { sentence, wordsIn } from "#text/message.ts";
import { userError } from "#text/user-error.ts";
import { type Inputs, readInputs } from "./inputs.ts";

/** The bot's action: decides on a comment, or runs what was asked for, or answers with what that gave. */
export async function runBot(environment: NodeJS.ProcessEnv, interrupt: AbortSignal): Promise<void> {
	const inputs = readInputs(environment);
	const at = readSurroundings(environment, process.cwd(), tmpdir());
	switch (inputs.task) {
		case "decide":
			return decide(inputs, at, interrupt);
		case "rerun":
			return runTests(inputs, at, interrupt);
		case "answer":
			return answer(inputs, at, interrupt);
	}
}

async function decide(inputs: Inputs, at: Surroundings, interrupt: AbortSignal): Promise<void> {
	const event = await readEvent(at);
	const { language } = inputs;
	if (event === null) {
		return runnerLog.info(wordsIn(language, sentence("no-comment-event", { event: at.event })));
	}
	const { outcome, rerun: request } = await handleComment(event, botFor(event, inputs, at, interrupt));
	runnerLog.info(wordsIn(language, sentence("comment-handled", { outcome })));
	setOutputs({
		outcome,
		request: request === null ? "" : JSON.stringify(request),
		head: request?.head ?? "",
	});
}

/** Runs a stranger's tests, so it asks GitHub nothing and writes nothing but its result. */
async function runTests(inputs: Inputs, at: Surroundings, interrupt: AbortSignal): Promise<void> {
	const request = readJson("request", inputs.request, RerunRequest);
	const directory = resolve(at.workspace, inputs.workingDirectory);
	const plain = localHost(interrupt);
	const head = await resolveCommit(plain, directory, "HEAD");
	if (head !== request.head) {
		throw userError("other-head", { head: head ?? "", expected: request.head });
	}
	const settings = await readSettings(plain, directory, {});
	const host = localHost(interrupt, settings.passEnv);
	const seen = await withoutCommands(
		(text) => void process.stdout.write(text),
		async (say) => {
			const { findings, problems } = await rerun(request.findings, request.times, settings, host);
			for (const { fingerprint, runs, hits } of findings)
				say(wordsIn(request.language, sentence("rerun-seen", { fingerprint, hits, runs })));
			for (const problem of problems) say(problem);
			return { findings, problems: problems.slice(0, 20).map((problem) => problem.slice(0, 500)) };
		},
	);
	setOutputs({ result: JSON.stringify({ head, ...seen } satisfies RerunResult) });
}

async function answer(inputs: Inputs, at: Surroundings, interrupt: AbortSignal): Promise<void> {
	const event = await readEvent(at);
	if (event === null) throw userError("no-comment-event", { event: at.event });
	const request = readJson("request", inputs.request, RerunRequest);
	// A stranger's tests ran where this was written.
	const result = RerunResult.safeParse(parseJson(inputs.result)).data ?? null;
	const logUrl = `${at.serverUrl}/${at.repository}/actions/runs/${at.runId}`;
	const outcome = await finishRerun(event, { request, result, logUrl }, botFor(event, inputs, at, interrupt));
	setOutputs({ outcome });
}

function botFor(event: CommentEvent, inputs: Inputs, at: Surroundings, interrupt: AbortSignal): Bot {
	const connection = connectionOf(at, inputs.token, runnerLog);
	const reach = {
		octokit: makeOctokit(connection),
		graphqlUrl: at.graphqlUrl,
		secondMs: connection.secondMs,
		limits: jobLimits,
	};
	const { artifact, guideUrl, canRerun, language } = inputs;
	return makeBot(
		event,
		reach,
		{ server: at.serverUrl, guideUrl, artifact, canRerun },
		language,
		localHost(interrupt),
	);
}

async function readEvent(at: Surroundings): Promise<CommentEvent | null> {
	return at.eventPath === null
		? null
		: readCommentEvent(at.event, parseJson(await readFile(at.eventPath, "utf8")));
}

function readJson<T>(name: string, text: string, schema: z.ZodType<T>): T {
	const read = schema.safeParse(parseJson(text));
	if (!read.success) throw userError("not-the-request", { name });
	return read.data;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
