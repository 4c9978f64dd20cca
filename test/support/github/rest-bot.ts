import type { Answer, Call } from "./call.ts";
import { type IssueComment, Refusal, type ReviewComment } from "./state.ts";

function findComment(call: Call): { kind: "issue" | "review"; comment: IssueComment | ReviewComment } {
	const kind = call.base.includes("/issues/comments/") ? "issue" : "review";
	for (const pull of call.state.pulls.values()) {
		const list: (IssueComment | ReviewComment)[] =
			kind === "issue" ? pull.issueComments : pull.reviewComments;
		const comment = list.find((one) => one.id === Number(call.parameters.comment_id));
		if (comment !== undefined) return { kind, comment };
	}
	throw new Refusal(404, "Not Found", false);
}

/** One comment by its number. */
export function getComment(call: Call): Answer {
	const { comment } = findComment(call);
	return { status: 200, body: { id: comment.id, body: comment.body, user: { login: comment.author } } };
}

/** Adds a reaction; the same again is none. */
export function createReaction(call: Call): Answer {
	const { kind, comment } = findComment(call);
	const reaction = { kind, comment: comment.id, content: call.body.content as string };
	const isKnown = call.state.reactions.some((one) => JSON.stringify(one) === JSON.stringify(reaction));
	if (!isKnown) call.state.reactions.push(reaction);
	return { status: isKnown ? 200 : 201, body: { id: 1, content: reaction.content } };
}

/** What an account may do now; a stranger to a public repository may read. */
export function getPermission(call: Call): Answer {
	const permission = call.state.collaborators.get(call.parameters.username ?? "") ?? "read";
	return { status: 200, body: { permission, role_name: permission } };
}

/** The workflow runs of a commit, newest first. */
export function listRuns(call: Call): Answer {
	const found = call.state.runs
		.filter((run) => (call.query.get("head_sha") ?? run.headSha) === run.headSha)
		.filter((run) => (call.query.get("event") ?? run.event) === run.event)
		.toReversed();
	const shown = found.map(({ id, headSha, event, createdAt }) => ({
		id,
		head_sha: headSha,
		event,
		created_at: createdAt,
	}));
	return { status: 200, body: { total_count: shown.length, workflow_runs: shown } };
}

/** A file of a commit. */
export function getContent(call: Call): Answer {
	const text = call.state.contents.get(`${call.query.get("ref")}:${call.parameters.path}`);
	if (text === undefined) throw new Refusal(404, "Not Found", false);
	const content = Buffer.from(text).toString("base64");
	return { status: 200, body: { type: "file", encoding: "base64", content, path: call.parameters.path } };
}

/** Starts a workflow, by its name or by an event of one's own. */
export function dispatch(call: Call): Answer {
	const workflow = call.parameters.workflow_id ?? null;
	if (workflow !== null && !call.state.workflows.has(workflow)) throw new Refusal(404, "Not Found", false);
	call.state.dispatches.push({ workflow, body: call.body });
	return { status: 204 };
}
