import type { Answer, Call } from "./call.ts";
import { createReaction, dispatch, getComment, getContent, getPermission, listRuns } from "./rest-bot.ts";
import {
	createCheck,
	downloadArtifact,
	listArtifacts,
	listChecks,
	updateCheck,
	uploadSarif,
} from "./rest-checks.ts";
import { createReview, createReviewComment, replyTo } from "./reviews.ts";
import {
	checkBodyLength,
	newId,
	type Permission,
	type Pull,
	pullOf,
	Refusal,
	type ReviewComment,
	type Token,
} from "./state.ts";

interface Handler {
	permissions: Permission[];
	level: "read" | "write";
	handle: (call: Call) => Answer;
}

const read = (permission: Permission, handle: Handler["handle"]): Handler => ({
	permissions: [permission],
	level: "read",
	handle,
});
const write = (permissions: Permission[], handle: Handler["handle"]): Handler => ({
	permissions,
	level: "write",
	handle,
});

const pull = (call: Call): Pull =>
	pullOf(call.state, Number(call.parameters.pull_number ?? call.parameters.issue_number));

/** One page of a list; GitHub's default is 30. */
function page<T>(call: Call, items: readonly T[]): Answer {
	const size = Number(call.query.get("per_page") ?? 30);
	const number = Number(call.query.get("page") ?? 1);
	const next = new URLSearchParams(call.query);
	next.set("page", String(number + 1));
	const more = items.length > size * number;
	const headers = more ? { link: `<${call.base}?${next}>; rel="next"` } : {};
	return { status: 200, body: items.slice(size * (number - 1), size * number), headers };
}

function showPull(call: Call, shown: Pull): object {
	const [owner] = shown.headRepository.split("/");
	return {
		number: shown.number,
		state: shown.state,
		node_id: `PR_${shown.number}`,
		head: {
			sha: shown.headSha,
			ref: shown.headRef,
			label: `${owner}:${shown.headRef}`,
			repo: { full_name: shown.headRepository },
		},
		base: { sha: shown.baseSha, ref: "main", repo: { full_name: call.state.repository } },
	};
}

function showReviewComment(shown: ReviewComment): object {
	return {
		id: shown.id,
		node_id: `PRRC_${shown.id}`,
		body: shown.body,
		path: shown.path,
		line: shown.line,
		user: { login: shown.author },
		html_url: `https://github.test/r${shown.id}`,
		in_reply_to_id: shown.inReplyTo ?? undefined,
		pull_request_review_id: shown.reviewId,
		subject_type: shown.line === null ? "file" : "line",
	};
}

function showSaid(
	{ id, body, author }: { id: number; body: string; author: string },
	node: string,
	at: string,
) {
	const html_url = `https://github.test/${at}${id}`;
	return { id, node_id: `${node}_${id}`, body, html_url, user: { login: author } };
}

function getPull(call: Call): Answer {
	const shown = pull(call);
	if (!call.accept.includes("diff")) return { status: 200, body: showPull(call, shown) };
	const diff = shown.diffs.get(shown.headSha) ?? "";
	const files = diff.split("\ndiff --git ").length;
	if (files > 300 || diff.split("\n").length > 20_000) {
		return { status: 406, body: { message: "Sorry, the diff exceeded the maximum number of lines (20000)" } };
	}
	return { status: 200, raw: diff };
}

function listFiles(call: Call): Answer {
	const diff = pull(call).diffs.get(pull(call).headSha) ?? "";
	const files = diff.split(/^(?=diff --git )/m).filter((part) => part !== "");
	return page(
		call,
		files.slice(0, 3000).map((part) => ({
			filename: / b\/(.*)$/m.exec(part)?.[1],
			status: part.includes("\nnew file")
				? "added"
				: part.includes("\ndeleted file")
					? "removed"
					: "modified",
			patch: part.includes("\n@@ ") ? part.slice(part.indexOf("\n@@ ") + 1).trimEnd() : undefined,
		})),
	);
}

/** The comment of that id wherever it is, by its author alone. */
function ownComment<T extends { id: number; author: string }>(
	call: Call,
	lists: T[][],
): { list: T[]; comment: T } {
	for (const list of lists) {
		const comment = list.find((item) => item.id === Number(call.parameters.comment_id));
		if (comment === undefined) continue;
		if (comment.author !== call.token.login) throw new Refusal(403, "Resource not accessible by integration");
		return { list, comment };
	}
	throw new Refusal(404, "Not Found", false);
}

const reviewComments = (call: Call) => [...call.state.pulls.values()].map((one) => one.reviewComments);
const issueComments = (call: Call) => [...call.state.pulls.values()].map((one) => one.issueComments);

function edit<T extends { id: number; author: string; body: string }>(call: Call, lists: T[][]): T {
	const { comment } = ownComment(call, lists);
	checkBodyLength(call.body.body as string);
	comment.body = call.body.body as string;
	return comment;
}

function remove<T extends { id: number; author: string }>(call: Call, lists: T[][]): Answer {
	const { list, comment } = ownComment(call, lists);
	list.splice(list.indexOf(comment), 1);
	return { status: 204 };
}

function createIssueComment(call: Call): Answer {
	checkBodyLength(call.body.body as string);
	const comment = {
		id: newId(call.state),
		author: call.token.login,
		body: call.body.body as string,
		minimized: null,
	};
	pull(call).issueComments.push(comment);
	return { status: 201, body: { ...comment, html_url: `https://github.test/c${comment.id}` } };
}

function listPulls(call: Call): Answer {
	const [owner, ref] = (call.query.get("head") ?? ":").split(":");
	const state = call.query.get("state") ?? "open";
	const found = [...call.state.pulls.values()].filter(
		(one) =>
			(state === "all" || one.state === state) &&
			(!call.query.has("head") || (one.headRef === ref && one.headRepository.startsWith(`${owner}/`))),
	);
	return page(
		call,
		found.map((one) => showPull(call, one)),
	);
}

function listPullsOfCommit(call: Call): Answer {
	const found = [...call.state.pulls.values()].filter(
		(one) => one.headSha === call.parameters.commit_sha && one.headRepository === call.state.repository,
	);
	return page(
		call,
		found.map((one) => showPull(call, one)),
	);
}

/** What the fake does for each operation of GitHub's description, and which permission it takes. */
export const handlers: Record<string, Handler> = {
	"pulls/get": read("pull-requests", getPull),
	"pulls/list": read("pull-requests", listPulls),
	"pulls/list-files": read("pull-requests", listFiles),
	"repos/list-pull-requests-associated-with-commit": read("pull-requests", listPullsOfCommit),
	"pulls/list-reviews": read("pull-requests", (call) =>
		page(
			call,
			pull(call).reviews.map((one) => showSaid(one, "PRR", "v")),
		),
	),
	"pulls/list-review-comments": read("pull-requests", (call) =>
		page(call, pull(call).reviewComments.map(showReviewComment)),
	),
	"pulls/create-review": write(["pull-requests"], (call) => {
		const review = createReview(call.state, pull(call), call.token.login, call.body);
		return { status: 200, body: { id: review.id, html_url: `https://github.test/v${review.id}` } };
	}),
	"pulls/create-review-comment": write(["pull-requests"], (call) => ({
		status: 201,
		body: showReviewComment(createReviewComment(call.state, pull(call), call.token.login, call.body)),
	})),
	"pulls/create-reply-for-review-comment": write(["pull-requests"], (call) => ({
		status: 201,
		body: showReviewComment(
			replyTo(
				call.state,
				pull(call),
				call.token.login,
				Number(call.parameters.comment_id),
				call.body.body as string,
			),
		),
	})),
	"pulls/update-review-comment": write(["pull-requests"], (call) => ({
		status: 200,
		body: showReviewComment(edit(call, reviewComments(call))),
	})),
	"pulls/delete-review-comment": write(["pull-requests"], (call) => remove(call, reviewComments(call))),
	"issues/list-comments": read("pull-requests", (call) =>
		page(
			call,
			pull(call).issueComments.map((one) => showSaid(one, "IC", "c")),
		),
	),
	"issues/create-comment": write(["issues", "pull-requests"], createIssueComment),
	"issues/update-comment": write(["issues", "pull-requests"], (call) => ({
		status: 200,
		body: {
			id: edit(call, issueComments(call)).id,
			html_url: `https://github.test/c${call.parameters.comment_id}`,
		},
	})),
	"issues/delete-comment": write(["issues", "pull-requests"], (call) => remove(call, issueComments(call))),
	"checks/create": write(["checks"], createCheck),
	"checks/update": write(["checks"], updateCheck),
	"checks/list-for-ref": read("checks", listChecks),
	"code-scanning/upload-sarif": write(["security-events"], uploadSarif),
	"actions/list-workflow-run-artifacts": read("actions", listArtifacts),
	"actions/download-artifact": read("actions", downloadArtifact),
	"issues/get-comment": read("pull-requests", getComment),
	"pulls/get-review-comment": read("pull-requests", getComment),
	"reactions/create-for-issue-comment": write(["issues", "pull-requests"], createReaction),
	"reactions/create-for-pull-request-review-comment": write(["pull-requests"], createReaction),
	// Every token has metadata: read.
	"repos/get-collaborator-permission-level": read("contents", getPermission),
	"repos/get-content": read("contents", getContent),
	"actions/list-workflow-runs-for-repo": read("actions", listRuns),
	"actions/create-workflow-dispatch": write(["actions"], dispatch),
	"repos/create-dispatch-event": write(["contents"], dispatch),
	"users/get-authenticated": read("user", (call) => ({ status: 200, body: { login: call.token.login } })),
};

/** Refuses what the token may not do, as GitHub words it. */
export function checkPermission(token: Token, handler: Handler): void {
	const may = handler.permissions.some((name) => {
		const level = token.permissions[name];
		return level === "write" || (level === "read" && handler.level === "read");
	});
	if (!may) throw new Refusal(403, "Resource not accessible by integration", false);
}
