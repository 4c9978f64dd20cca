import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Bot } from "#bot/bot.ts";
import { type CommentEvent, readCommentEvent } from "#bot/comment-event.ts";
import { finishRerun } from "#bot/finish-rerun.ts";
import { handleComment } from "#bot/handle-comment.ts";
import { makeBot } from "#bot/octokit-bot.ts";
import { parseComment } from "#bot/parse-comment.ts";
import type { RerunRequest } from "#bot/rerun-request.ts";
import type { Host } from "#host/host.ts";
import { serverLimits } from "#publish/artifact.ts";
import { RequestFailure } from "#publish/github.ts";
import { dispatchRerun } from "./dispatch-rerun.ts";
import { answerRerunEnd, readRerunEnd } from "./rerun-ended.ts";
import type { ServerSettings } from "./settings.ts";

/** What a delivery asks for; work of one key is done in order. */
export interface Job {
	key: string;
	/** Does it and says in a word what came of it. */
	run(): Promise<string>;
}

const Envelope = z.object({
	installation: z.object({ id: z.int() }),
	repository: z.object({ default_branch: z.string() }),
});

/** Reads a delivery; null when it is of no concern, which most are: nothing is asked of GitHub for those. */
export function readDelivery(
	name: string,
	payload: unknown,
	settings: ServerSettings,
	clientOf: (installation: number) => Octokit,
	host: Host,
): Job | null {
	const envelope = Envelope.safeParse(payload).data;
	if (envelope === undefined) return null;
	const octokit = () => clientOf(envelope.installation.id);
	const botFor = (event: CommentEvent) => makeServerBot(event, octokit(), settings, host);
	if (name === "workflow_run") {
		const end = readRerunEnd(payload, settings.rerun);
		if (end === null) return null;
		return { key: keyOf(end.event), run: () => answerRerunEnd(end, octokit(), botFor(end.event)) };
	}
	const event = readCommentEvent(name, payload);
	if (event === null || parseComment(event.comment.body).length === 0) return null;
	/** What could not be started is said in the answer that announced it. */
	const start = async (event: CommentEvent, request: RerunRequest, bot: Bot) => {
		try {
			await dispatchRerun(octokit(), settings.rerun, event, envelope.repository.default_branch, request);
		} catch (error) {
			if (!(error instanceof RequestFailure)) throw error;
			await finishRerun(event, { request, result: null, logUrl: settings.serverUrl }, bot);
		}
	};
	return {
		key: keyOf(event),
		run: async () => {
			const bot = botFor(event);
			const { outcome, rerun } = await handleComment(event, bot);
			if (rerun !== null) await start(event, rerun, bot);
			return outcome;
		},
	};
}

function keyOf({ repository, pull }: CommentEvent): string {
	return `${repository}#${pull}`;
}

function makeServerBot(event: CommentEvent, octokit: Octokit, settings: ServerSettings, host: Host): Bot {
	const { serverUrl: server, guideUrl, artifact, graphqlUrl, secondMs, language } = settings;
	const canRerun = settings.rerun.kind !== "nowhere";
	return makeBot(
		event,
		{ octokit, graphqlUrl, secondMs, limits: serverLimits },
		{ server, guideUrl, artifact, canRerun },
		language,
		host,
	);
}
