import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { readAnswerMarks } from "#bot/answer-marks.ts";
import type { Bot } from "#bot/bot.ts";
import type { CommentEvent } from "#bot/comment-event.ts";
import { finishRerun } from "#bot/finish-rerun.ts";
import { RerunRequest, RerunResult } from "#bot/rerun-request.ts";
import { downloadReports, serverLimits } from "#publish/artifact.ts";
import { readRunName } from "./dispatch-rerun.ts";
import type { RerunPlace } from "./settings.ts";

/** The artifact in which the dispatched workflow leaves what it saw. */
const artifact = "race-audit-rerun";

const WorkflowRunEvent = z.object({
	action: z.literal("completed"),
	workflow_run: z.object({
		id: z.int(),
		// Started by a dispatch, a workflow is that of the default branch, and its name is what we gave it.
		event: z.enum(["workflow_dispatch", "repository_dispatch"]),
		path: z.string(),
		display_title: z.string(),
		html_url: z.string(),
	}),
	repository: z.object({ full_name: z.string() }),
});

/** The end of a workflow run that we started for a comment. */
export interface RerunEnd {
	/** The comment that asked, as far as its answer needs it. */
	event: CommentEvent;
	comment: string;
	run: { owner: string; repo: string; run_id: number };
	logUrl: string;
}

/** Reads a payload; null when it is not the end of a rerun that was started by us. */
export function readRerunEnd(payload: unknown, place: RerunPlace): RerunEnd | null {
	const read = WorkflowRunEvent.safeParse(payload).data;
	const asked = read === undefined ? null : readRunName(read.workflow_run.display_title);
	if (read === undefined || asked === null || place.kind === "nowhere") return null;
	const home = place.kind === "central" ? place.repository : asked.repository;
	const { id, path, html_url: logUrl } = read.workflow_run;
	if (read.repository.full_name !== home || path.split("@")[0] !== `.github/workflows/${place.file}`)
		return null;
	const [owner = "", repo = ""] = home.split("/");
	const [kind, number] = asked.comment.split("-");
	const event: CommentEvent = {
		kind: kind === "review" ? "review" : "issue",
		repository: asked.repository,
		pull: asked.pull,
		comment: { number: Number(number), body: "", writtenAt: "", threadFirst: null },
		sender: { login: "", isBot: false },
		head: null,
	};
	return { event, comment: asked.comment, run: { owner, repo, run_id: id }, logUrl };
}

/** Answers with what the rerun saw; what it was asked is read from our own answer. */
export async function answerRerunEnd(
	end: RerunEnd,
	octokit: Octokit,
	bot: Bot,
): Promise<"answered" | "nothing"> {
	const said = await bot.conversation.readSaid();
	const marks = said.filter((one) => one.isOurs).map(({ body }) => readAnswerMarks(body));
	const request = RerunRequest.safeParse(marks.find(({ answers }) => answers === end.comment)?.request).data;
	if (request === undefined) return "nothing";
	const [stored] = await downloadReports(octokit, end.run, artifact, serverLimits);
	const result = RerunResult.safeParse(parseJson(stored?.text ?? "")).data ?? null;
	return finishRerun(end.event, { request, result, logUrl: end.logUrl }, bot);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
