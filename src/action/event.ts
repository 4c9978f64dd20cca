import { z } from "zod";

/** What started the workflow, as far as the audit cares. */
export type Trigger =
	| { kind: "pull-request"; number: number; head: string; base: string; isFork: boolean }
	/** An event that runs with secrets on a stranger's pull request. */
	| { kind: "refused" }
	/** No pull request: `base` is what to compare with, null to take everything as it is. */
	| { kind: "other"; event: string; base: string | null; head: string | null };

const PullRequestEvent = z.object({
	pull_request: z.object({
		number: z.int(),
		head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
		base: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }) }),
	}),
});
const MergeGroupEvent = z.object({ merge_group: z.object({ base_sha: z.string(), head_sha: z.string() }) });
const PushEvent = z.object({ before: z.string(), after: z.string() });

const RepositoryEvent = z.object({ repository: z.object({ default_branch: z.string() }) });

/** The repository's default branch, where the event names it. */
export function readDefaultBranch(payload: unknown): string | null {
	return RepositoryEvent.safeParse(payload).data?.repository.default_branch ?? null;
}

/** Reads the event's payload; a payload that is not understood is an event without a pull request. */
export function readTrigger(event: string, payload: unknown): Trigger {
	switch (event) {
		case "pull_request_target":
			return { kind: "refused" };
		case "pull_request":
			return readPullRequest(event, payload);
		case "merge_group": {
			const group = MergeGroupEvent.safeParse(payload).data?.merge_group;
			return { kind: "other", event, base: group?.base_sha ?? null, head: group?.head_sha ?? null };
		}
		case "push": {
			const push = PushEvent.safeParse(payload).data;
			// A new branch has no commit before.
			const base = push === undefined || /^0+$/.test(push.before) ? null : push.before;
			return { kind: "other", event, base, head: push?.after ?? null };
		}
		default:
			return { kind: "other", event, base: null, head: null };
	}
}

function readPullRequest(event: string, payload: unknown): Trigger {
	const pull = PullRequestEvent.safeParse(payload).data?.pull_request;
	if (pull === undefined) return { kind: "other", event, base: null, head: null };
	const { number, head, base } = pull;
	const isFork = head.repo?.full_name !== base.repo.full_name;
	return { kind: "pull-request", number, head: head.sha, base: base.sha, isFork };
}
