import { i as sentence } from "./message.js";
import { t as RequestFailure } from "./github.js";
// src/publish/patches.ts
function readPatches(files) {
	return files.map(({ filename, previous_filename: previous, status, patch }) => {
		const before = status === "added" ? "/dev/null" : `"a/${quote(previous ?? filename)}"`;
		const after = status === "removed" ? "/dev/null" : `"b/${quote(filename)}"`;
		return `${`diff --git "a/${quote(previous ?? filename)}" "b/${quote(filename)}"\n`}--- ${before}\n+++ ${after}\n${patch ?? ""}\n`;
	}).join("");
}
function quote(path) {
	return path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("	", "\\t");
}
// src/publish/pull-query.ts
const pullQuery = `
query ($owner: String!, $name: String!, $number: Int!, $threads: Boolean!, $threadsAfter: String,
		$reviews: Boolean!, $reviewsAfter: String, $comments: Boolean!, $commentsAfter: String) {
	repository(owner: $owner, name: $name) {
		pullRequest(number: $number) {
			headRefOid
			state
			reviewThreads(first: 100, after: $threadsAfter) @include(if: $threads) {
				pageInfo { hasNextPage endCursor }
				nodes {
					id isResolved isOutdated viewerCanResolve viewerCanUnresolve
					comments(first: 1) {
						totalCount
						nodes { id fullDatabaseId body url viewerDidAuthor isMinimized }
					}
				}
			}
			reviews(first: 100, after: $reviewsAfter) @include(if: $reviews) {
				pageInfo { hasNextPage endCursor }
				nodes { id body url viewerDidAuthor isMinimized }
			}
			comments(first: 100, after: $commentsAfter) @include(if: $comments) {
				pageInfo { hasNextPage endCursor }
				nodes { id fullDatabaseId body url viewerDidAuthor isMinimized }
			}
		}
	}
}`;
function readComment$1(node) {
	return {
		...readReview(node),
		number: Number(node.fullDatabaseId)
	};
}
function readReview(node) {
	const { id, body, url, viewerDidAuthor: isOurs, isMinimized } = node;
	return {
		id,
		body,
		url,
		isOurs,
		isMinimized
	};
}
function readThread(node) {
	const [first] = node.comments.nodes;
	if (first === void 0) return [];
	return [{
		id: node.id,
		first: readComment$1(first),
		replies: node.comments.totalCount - 1,
		isResolved: node.isResolved,
		isOutdated: node.isOutdated,
		mayResolve: node.isResolved ? node.viewerCanUnresolve : node.viewerCanResolve
	}];
}
// src/publish/request-failure.ts
async function answerOf(request) {
	try {
		return await request;
	} catch (error) {
		throw toFailure(error);
	}
}
function toFailure(error) {
	if (!(error instanceof Error)) return error;
	if ("errors" in error && Array.isArray(error.errors)) {
		const errors = error.errors;
		const message = errors.map((one) => one.message).join("; ");
		return new RequestFailure(kindOfGraphql(errors[0]?.type), message);
	}
	if ("status" in error && typeof error.status === "number") {
		const response = "response" in error ? error.response : void 0;
		return new RequestFailure(kindOfStatus(error.status, response), firstLine(error.message, error.status));
	}
	return error;
}
function kindOfGraphql(type) {
	if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES") return "forbidden";
	if (type === "NOT_FOUND") return "not-found";
	if (type === "STALE_DATA") return "stale";
	return type === "RATE_LIMITED" ? "rate-limited" : "other";
}
function kindOfStatus(status, response) {
	if (status >= 500) return "unanswered";
	switch (status) {
		case 401: return "forbidden";
		case 403: return isRateLimit(response) ? "rate-limited" : "forbidden";
		case 404:
		case 410: return "not-found";
		case 400:
		case 422: return "invalid";
		case 429: return "rate-limited";
		default: return "other";
	}
}
function isRateLimit(response) {
	return (response?.headers)?.["x-ratelimit-remaining"] === "0";
}
function firstLine(message, status) {
	const line = message.split("\n")[0]?.slice(0, 300) ?? "";
	return line.includes("<") ? `HTTP ${status}` : line;
}
// src/publish/rest-comments.ts
const workflowLogin = "github-actions[bot]";
async function readComments(octokit, { owner, repo, number }) {
	const { issues, pulls } = octokit.rest;
	const pull = {
		owner,
		repo,
		pull_number: number,
		per_page: 100
	};
	const conversation = await answerOf(octokit.paginate(issues.listComments, {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	}));
	const threads = await answerOf(octokit.paginate(pulls.listReviewComments, pull));
	const reviews = await answerOf(octokit.paginate(pulls.listReviews, pull));
	const all = [
		...conversation,
		...threads,
		...reviews
	];
	const login = all.length === 0 ? "" : await readLogin(octokit, all);
	const read = (raw) => readComment(raw, login);
	return {
		conversation: conversation.map(read),
		threads: threads.map(read),
		reviews: reviews.map(read)
	};
}
function readComment(raw, login) {
	const isOfThread = raw.pull_request_review_id !== void 0;
	return {
		id: raw.node_id,
		number: raw.id,
		body: raw.body ?? "",
		url: raw.html_url,
		isOurs: raw.user?.login === login,
		isMinimized: false,
		threadFirst: isOfThread ? raw.in_reply_to_id ?? raw.id : null,
		isOutdated: isOfThread && raw.line == null && raw.subject_type !== "file"
	};
}
async function readLogin(octokit, all) {
	try {
		return (await answerOf(octokit.rest.users.getAuthenticated())).data.login;
	} catch (error) {
		if (!(error instanceof RequestFailure) || !["forbidden", "not-found"].includes(error.kind)) throw error;
	}
	const isOtherApp = ({ user, body }) => user?.login.endsWith("[bot]") && user.login !== workflowLogin && body?.includes("<!-- race-audit:");
	if (all.some(isOtherApp)) throw new RequestFailure("other", sentence("comments-not-told-apart", {}));
	return workflowLogin;
}
// src/publish/rest-pull.ts
async function readPullByRest(octokit, pull) {
	const { owner, repo, number } = pull;
	const { data } = await answerOf(octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	}));
	const { conversation, threads, reviews } = await readComments(octokit, pull);
	return {
		head: data.head.sha,
		isOpen: data.state === "open",
		threads: threadsOf(threads),
		reviews,
		comments: conversation
	};
}
function threadsOf(comments) {
	return comments.filter(({ number, threadFirst }) => number === threadFirst).map((first) => ({
		id: first.id,
		first,
		replies: comments.filter(({ threadFirst }) => threadFirst === first.number).length - 1,
		isResolved: false,
		isOutdated: first.isOutdated,
		mayResolve: false
	}));
}
async function changeByRest(octokit, { owner, repo }, changes) {
	const failures = [];
	for (const one of changes) {
		if (one.do !== "edit") continue;
		const edit = {
			owner,
			repo,
			comment_id: one.number,
			body: one.body
		};
		try {
			await answerOf(octokit.rest.pulls.updateReviewComment(edit));
		} catch (error) {
			if (!(error instanceof RequestFailure)) throw error;
			failures.push(error);
		}
	}
	const left = changes.filter((one) => one.do !== "edit").length;
	if (left > 0) failures.push(sentence("without-graphql", { left }));
	return failures;
}
// src/publish/octokit-github.ts
function makeGitHub(octokit, pull, connection) {
	const { owner, repo } = pull;
	const at = {
		owner,
		repo,
		pull_number: pull.number
	};
	const once = { request: { retries: 0 } };
	const graphql = octokit.graphql.defaults({ baseUrl: connection.graphqlUrl.replace(/\/graphql$/, "") });
	let isRestOnly = false;
	return {
		readPull: async () => {
			if (isRestOnly) return readPullByRest(octokit, pull);
			const [state, isByRest] = await orByRest(readPull(graphql, pull), () => readPullByRest(octokit, pull));
			isRestOnly = isByRest;
			return state;
		},
		readDiff: () => readDiff(octokit, at),
		createReview: async (review) => urlOf(octokit.rest.pulls.createReview({
			...at,
			...reviewBody(review),
			...once
		})),
		createFileComment: async (commit, { path, body }) => urlOf(octokit.rest.pulls.createReviewComment({
			...at,
			commit_id: commit,
			path,
			body,
			subject_type: "file",
			...once
		})),
		createComment: async (body) => urlOf(octokit.rest.issues.createComment({
			owner,
			repo,
			issue_number: pull.number,
			body,
			...once
		})),
		updateComment: async (number, body) => urlOf(octokit.rest.issues.updateComment({
			owner,
			repo,
			comment_id: number,
			body
		})),
		deleteComment: async (number) => void await answerOf(octokit.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: number
		})),
		deleteReviewComment: async (number) => void await answerOf(octokit.rest.pulls.deleteReviewComment({
			owner,
			repo,
			comment_id: number
		})),
		change: (changes) => isRestOnly ? changeByRest(octokit, pull, changes) : change(graphql, changes),
		wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * connection.secondMs))
	};
}
async function orByRest(byGraphql, byRest) {
	try {
		return [await byGraphql, false];
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		try {
			return [await byRest(), true];
		} catch (second) {
			throw second instanceof RequestFailure && second.kind === "other" ? second : error;
		}
	}
}
async function urlOf(request) {
	const { data } = await answerOf(request);
	if (typeof data?.html_url !== "string") throw new RequestFailure("unanswered", sentence("answer-cut-off", {}));
	return data.html_url;
}
function reviewBody(review) {
	const comments = review.comments.map(({ path, line, endLine, body }) => ({
		path,
		body,
		line: endLine,
		side: "RIGHT",
		...line === endLine ? {} : {
			start_line: line,
			start_side: "RIGHT"
		}
	}));
	return {
		commit_id: review.commit,
		event: "COMMENT",
		body: review.body,
		comments
	};
}
async function readPull(graphql, pull) {
	const state = {
		threads: [],
		reviews: [],
		comments: []
	};
	const wanted = {
		threads: true,
		reviews: true,
		comments: true
	};
	const after = {};
	for (;;) {
		const variables = {
			owner: pull.owner,
			name: pull.repo,
			number: pull.number,
			...wanted,
			...after
		};
		const found = (await answerOf(graphql(pullQuery, variables)))?.repository?.pullRequest;
		if (found == null) throw new RequestFailure("not-found", sentence("no-pull", { number: pull.number }));
		state.threads.push(...(found.reviewThreads?.nodes ?? []).flatMap(readThread));
		state.reviews.push(...(found.reviews?.nodes ?? []).map(readReview));
		state.comments.push(...(found.comments?.nodes ?? []).map(readComment$1));
		const pages = {
			threads: found.reviewThreads,
			reviews: found.reviews,
			comments: found.comments
		};
		for (const list of [
			"threads",
			"reviews",
			"comments"
		]) {
			wanted[list] = pages[list]?.pageInfo.hasNextPage ?? false;
			after[`${list}After`] = pages[list]?.pageInfo.endCursor ?? null;
		}
		if (!Object.values(wanted).includes(true)) return {
			...state,
			head: found.headRefOid,
			isOpen: found.state === "OPEN"
		};
	}
}
async function readDiff(octokit, at) {
	try {
		const { data } = await answerOf(octokit.rest.pulls.get({
			...at,
			mediaType: { format: "diff" }
		}));
		return data;
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.kind !== "other") throw error;
	}
	return readPatches(await answerOf(octokit.paginate(octokit.rest.pulls.listFiles, {
		...at,
		per_page: 100
	})));
}
async function change(graphql, changes) {
	if (changes.length === 0) return [];
	const variables = {};
	const fields = changes.map((one, index) => {
		const variable = (name, value) => {
			variables[`${name}${index}`] = value;
			return `$${name}${index}`;
		};
		return `c${index}: ${mutation(one, variable)}`;
	});
	const request = graphql(`mutation (${Object.keys(variables).map((name) => `$${name}: ${name.startsWith("body") ? "String!" : "ID!"}`).join(", ")}) {\n${fields.join("\n")}\n}`, variables);
	try {
		await answerOf(request);
		return [];
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.kind === "unanswered") throw error;
		return error.message.split("; ").map((message) => ({ message }));
	}
}
function mutation(change, variable) {
	switch (change.do) {
		case "edit": return `updatePullRequestReviewComment(input: {${`pullRequestReviewCommentId: ${variable("id", change.comment)}, body: ${variable("body", change.body)}`}}) { clientMutationId }`;
		case "minimise": return `minimizeComment(input: {${`subjectId: ${variable("id", change.comment)}, classifier: ${change.reason}`}}) { clientMutationId }`;
		case "show": return `unminimizeComment(input: {subjectId: ${variable("id", change.comment)}}) { clientMutationId }`;
		case "resolve": return `resolveReviewThread(input: {threadId: ${variable("id", change.thread)}}) { clientMutationId }`;
		case "unresolve": return `unresolveReviewThread(input: {threadId: ${variable("id", change.thread)}}) { clientMutationId }`;
	}
}
export { makeGitHub, orByRest };
