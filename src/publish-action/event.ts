import { z } from "zod";
import type { RunHead } from "#publish/find-pull.ts";

/** Where the report is and what pull request it is for. */
export type Source =
	/** A run of another workflow; its pull request is looked up by its commit. */
	| { kind: "workflow-run"; runId: number; head: RunHead }
	/** An earlier job of this run. */
	| { kind: "same-run"; pull: { number: number; head: string; isFork: boolean } }
	/** An earlier job of this run, which is about no pull request: there is a report, but nothing to post to. */
	| { kind: "no-pull"; event: string }
	/** Nothing to post to. */
	| { kind: "none"; event: string };

const WorkflowRunEvent = z.object({
	workflow_run: z.object({
		id: z.int(),
		event: z.string(),
		head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
		head_branch: z.string().nullable(),
		head_repository: z.object({ full_name: z.string() }).nullable(),
	}),
});

const PullRequestEvent = z.object({
	pull_request: z.object({
		number: z.int(),
		head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
		base: z.object({ repo: z.object({ full_name: z.string() }) }),
	}),
});

/** Events whose runs audit what is checked out. */
const withoutPull = new Set(["push", "schedule", "workflow_dispatch", "merge_group"]);

/** Reads the event's payload. */
export function readSource(event: string, payload: unknown): Source {
	const none: Source = { kind: "none", event };
	if (event === "workflow_run") {
		const run = WorkflowRunEvent.safeParse(payload).data?.workflow_run;
		if (run === undefined || run.event !== "pull_request") return none;
		if (run.head_branch === null || run.head_repository === null) return none;
		const head = { sha: run.head_sha, branch: run.head_branch, repository: run.head_repository.full_name };
		return { kind: "workflow-run", runId: run.id, head };
	}
	if (withoutPull.has(event)) return { kind: "no-pull", event };
	if (event !== "pull_request" && event !== "pull_request_target") return none;
	const pull = PullRequestEvent.safeParse(payload).data?.pull_request;
	if (pull === undefined) return none;
	const isFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
	return { kind: "same-run", pull: { number: pull.number, head: pull.head.sha, isFork } };
}
