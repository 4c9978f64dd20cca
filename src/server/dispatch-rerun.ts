import type { Octokit } from "@octokit/rest";
import type { CommentEvent } from "#bot/comment-event.ts";
import type { RerunRequest } from "#bot/rerun-request.ts";
import { answerOf } from "#publish/request-failure.ts";
import type { RerunPlace } from "./settings.ts";

/** What a dispatched workflow shows as its name, by which its end is recognised. */
function runName(event: Pick<CommentEvent, "repository" | "pull">, comment: string): string {
	return `race rerun ${event.repository}#${event.pull} ${comment}`;
}

/** Reads such a name; null when it is none. */
export function readRunName(name: string): { repository: string; pull: number; comment: string } | null {
	const match = /^race rerun ([\w.-]+\/[\w.-]+)#(\d+) ((?:issue|review)-\d+)$/.exec(name);
	const [, repository = "", pull, comment = ""] = match ?? [];
	return match === null ? null : { repository, pull: Number(pull), comment };
}

/** Starts the workflow that runs the tests, in the repository or in the central one. */
export async function dispatchRerun(
	octokit: Octokit,
	place: RerunPlace,
	event: CommentEvent,
	branch: string,
	request: RerunRequest,
): Promise<void> {
	const name = runName(event, request.comment);
	const inputs = { name, repository: event.repository, head: request.head, request: JSON.stringify(request) };
	switch (place.kind) {
		case "workflow": {
			const [owner = "", repo = ""] = event.repository.split("/");
			const started = { owner, repo, workflow_id: place.file, ref: branch, inputs };
			await answerOf<unknown>(octokit.rest.actions.createWorkflowDispatch(started));
			return;
		}
		case "central": {
			const [owner = "", repo = ""] = place.repository.split("/");
			const sent = { owner, repo, event_type: "race-rerun", client_payload: inputs };
			await answerOf<unknown>(octokit.rest.repos.createDispatchEvent(sent));
			return;
		}
		case "nowhere":
			return;
	}
}
