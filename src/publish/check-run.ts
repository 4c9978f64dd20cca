import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import { createOnce } from "./create-once.ts";
import { RequestFailure } from "./github.ts";
import { answerOf } from "./request-failure.ts";

/** A check run to leave on a commit. */
export interface NewCheckRun {
	owner: string;
	repo: string;
	/** The commit: of a pull request its head, not the merge that was checked out. */
	commit: string;
	name: string;
	/** By which it is found again after a request that went unanswered. */
	externalId: string;
	detailsUrl: string;
	conclusion: "success" | "failure" | "neutral";
	title: string;
	summary: string;
	annotations: readonly CheckAnnotation[];
}

/** An annotation of a check run. */
export interface CheckAnnotation {
	level: "error" | "warning";
	file: string;
	line: number;
	endLine: number;
	title: string;
	message: string;
}

/** GitHub takes so many in one request, and adds those of later requests. */
const annotationsAtOnce = 50;
const once = { request: { retries: 0 } };

/** Leaves a check run with all its annotations; neither it nor they are ever there twice. Rejects with a RequestFailure. */
export async function createCheckRun(
	octokit: Octokit,
	run: NewCheckRun,
	wait: (seconds: number) => Promise<void>,
): Promise<void> {
	const { owner, repo, title, summary } = run;
	const find = async () => findCheckRun(octokit, run);
	const output = (from: number) => ({
		title,
		summary,
		annotations: run.annotations.slice(from, from + annotationsAtOnce).map(shown),
	});
	const made = await createOnce({ wait }, () => create(octokit, run, output(0)), find);
	for (let from = annotationsAtOnce; from < run.annotations.length; from += annotationsAtOnce) {
		const isThere = async () => ((await find())?.annotations ?? 0) > from || null;
		const add = { owner, repo, check_run_id: made.id, output: output(from), ...once };
		await createOnce<unknown>({ wait }, () => answerOf<unknown>(octokit.rest.checks.update(add)), isThere);
	}
}

interface Made {
	id: number;
	annotations: number;
}

async function create(octokit: Octokit, run: NewCheckRun, output: object): Promise<Made> {
	const { data } = await answerOf(
		octokit.rest.checks.create({
			owner: run.owner,
			repo: run.repo,
			head_sha: run.commit,
			name: run.name,
			external_id: run.externalId,
			details_url: run.detailsUrl,
			status: "completed",
			conclusion: run.conclusion,
			output: output as { title: string; summary: string },
			...once,
		}),
	);
	if (typeof data?.id !== "number") throw new RequestFailure("unanswered", sentence("answer-cut-off", {}));
	return { id: data.id, annotations: 0 };
}

async function findCheckRun(octokit: Octokit, run: NewCheckRun): Promise<Made | null> {
	const { owner, repo, commit: ref, name: check_name, externalId } = run;
	const asked = { owner, repo, ref, check_name, filter: "all", per_page: 100 } as const;
	const { data } = await answerOf(octokit.rest.checks.listForRef(asked));
	const found = data.check_runs.find((one) => one.external_id === externalId);
	return found === undefined ? null : { id: found.id, annotations: found.output.annotations_count };
}

function shown({ level, file, line, endLine, title, message }: CheckAnnotation) {
	return {
		path: file,
		start_line: line,
		end_line: endLine,
		annotation_level: level === "error" ? ("failure" as const) : level,
		title,
		message,
	};
}
