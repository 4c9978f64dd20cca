import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError, graphql } from "graphql";
import { anchorsOf } from "./anchors.ts";
import {
	checkBodyLength,
	type IssueComment,
	type Pull,
	pullOf,
	Refusal,
	type Review,
	type ReviewComment,
	type State,
	type Thread,
	type Token,
} from "./state.ts";

const schema = buildSchema(readFileSync(new URL("graphql-slice.graphql", import.meta.url), "utf8"));

interface Page {
	first?: number;
	last?: number;
	after?: string;
}

/** One page of a connection; GitHub wants `first` or `last`, at most 100. */
function connection<T>(items: readonly T[], { first, last, after }: Page) {
	const size = first ?? last;
	if (size === undefined || size > 100 || size < 1) {
		throw new GraphQLError("You must provide a `first` or `last` value of at most 100.");
	}
	const start =
		last !== undefined ? Math.max(0, items.length - last) : after === undefined ? 0 : Number(after);
	const end = Math.min(items.length, start + size);
	return {
		totalCount: items.length,
		nodes: items.slice(start, end),
		pageInfo: {
			hasNextPage: end < items.length,
			hasPreviousPage: start > 0,
			startCursor: String(start),
			endCursor: String(end),
		},
	};
}

type Said = { id: number; author: string; body: string };

function showSaid(token: Token, said: Said, prefix: string) {
	return {
		__typename: { PRRC: "PullRequestReviewComment", IC: "IssueComment", PRR: "PullRequestReview" }[prefix],
		id: `${prefix}_${said.id}`,
		databaseId: said.id,
		fullDatabaseId: String(said.id),
		body: said.body,
		url: `https://github.test/${prefix}${said.id}`,
		// GitHub leaves the [bot] out of an actor's login here.
		author: { __typename: "Bot", login: said.author.replace(/\[bot\]$/, "") },
		viewerDidAuthor: said.author === token.login,
	};
}

const showComment = (token: Token, comment: ReviewComment | IssueComment | Review, prefix: string) => ({
	...showSaid(token, comment, prefix),
	isMinimized: comment.minimized !== null,
	minimizedReason: comment.minimized,
	viewerCanMinimize: comment.author === token.login,
});

function showThread(token: Token, pull: Pull, thread: Thread) {
	const comments = pull.reviewComments.filter((comment) => comment.threadId === thread.id);
	const first = comments[0];
	const lines = anchorsOf(pull.diffs.get(pull.headSha) ?? "").get(first?.path ?? "");
	const isFile = first?.line === null;
	const isOutdated = !isFile && first?.commitId !== pull.headSha && lines?.has(first?.line ?? 0) !== true;
	const mayResolve = token.permissions.contents === "write";
	return {
		id: thread.id,
		isResolved: thread.resolved,
		isOutdated,
		path: first?.path ?? "",
		line: isOutdated ? null : (first?.line ?? null),
		subjectType: isFile ? "FILE" : "LINE",
		viewerCanResolve: mayResolve && !thread.resolved,
		viewerCanUnresolve: mayResolve && thread.resolved,
		comments: (page: Page) =>
			connection(
				comments.map((one) => showComment(token, one, "PRRC")),
				page,
			),
	};
}

function showPull(token: Token, pull: Pull) {
	const live = [...pull.threads.values()].filter((thread) =>
		pull.reviewComments.some((comment) => comment.threadId === thread.id),
	);
	return {
		id: `PR_${pull.number}`,
		number: pull.number,
		state: pull.state === "open" ? "OPEN" : "CLOSED",
		headRefOid: pull.headSha,
		baseRefOid: pull.baseSha,
		headRefName: pull.headRef,
		isCrossRepository: false,
		reviewThreads: (page: Page) =>
			connection(
				live.map((one) => showThread(token, pull, one)),
				page,
			),
		reviews: (page: Page) =>
			connection(
				pull.reviews.map((one) => showComment(token, one, "PRR")),
				page,
			),
		comments: (page: Page) =>
			connection(
				pull.issueComments.map((one) => showComment(token, one, "IC")),
				page,
			),
	};
}

function findThread(state: State, id: string): Thread {
	for (const pull of state.pulls.values()) {
		const thread = pull.threads.get(id);
		if (thread !== undefined) return thread;
	}
	throw new GraphQLError(`Could not resolve to a node with the global id of '${id}'`, {
		extensions: { type: "NOT_FOUND" },
	});
}

function findComment(state: State, id: string): ReviewComment | IssueComment | Review {
	for (const pull of state.pulls.values()) {
		const all = { PRRC: pull.reviewComments, PRR: pull.reviews, IC: pull.issueComments };
		const [prefix, number] = id.split("_") as [keyof typeof all, string];
		const comment = all[prefix].find((one) => one.id === Number(number));
		if (comment !== undefined) return comment;
	}
	throw new GraphQLError(`Could not resolve to a node with the global id of '${id}'`);
}

function forbid(): never {
	throw new GraphQLError("Resource not accessible by integration", { extensions: { type: "FORBIDDEN" } });
}

function setResolved(state: State, token: Token, id: string, resolved: boolean) {
	if (token.permissions.contents !== "write") forbid();
	findThread(state, id).resolved = resolved;
	return { thread: { id, isResolved: resolved } };
}

function setMinimized(state: State, token: Token, id: string, reason: string | null) {
	if (token.permissions["pull-requests"] !== "write") forbid();
	const comment = findComment(state, id);
	comment.minimized = reason;
	return { minimizedComment: { __typename: "IssueComment", isMinimized: reason !== null } };
}

function setBody(state: State, token: Token, id: string, body: string) {
	const comment = findComment(state, id);
	if (token.permissions["pull-requests"] !== "write" || comment.author !== token.login) forbid();
	checkBodyLength(body);
	comment.body = body;
	return { pullRequestReviewComment: showComment(token, comment, "PRRC") };
}

interface CommitInput {
	branch: { repositoryNameWithOwner: string; branchName: string };
	expectedHeadOid: string;
	message: { headline: string };
	fileChanges: { additions: { path: string; contents: string }[] };
}

/** Commits to the branch of a pull request, while it still points where the caller believes. */
function createCommit(
	state: State,
	token: Token,
	{ branch, expectedHeadOid, message, fileChanges }: CommitInput,
) {
	if (token.permissions.contents !== "write") forbid();
	const pull = [...state.pulls.values()].find(
		(one) => one.headRef === branch.branchName && one.headRepository === branch.repositoryNameWithOwner,
	);
	if (pull === undefined) throw new GraphQLError("Branch not found", { extensions: { type: "NOT_FOUND" } });
	if (pull.headSha !== expectedHeadOid) {
		const message = `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`;
		throw new GraphQLError(message, { extensions: { type: "STALE_DATA" } });
	}
	const text = (contents: string) => Buffer.from(contents, "base64").toString("utf8");
	const files = Object.fromEntries(fileChanges.additions.map(({ path, contents }) => [path, text(contents)]));
	state.commits.push({ branch: branch.branchName, headline: message.headline, files });
	pull.headSha = String(state.commits.length).repeat(40).slice(0, 40);
	return { commit: { url: `https://github.test/commit/${pull.headSha}`, oid: pull.headSha } };
}

function rootOf(state: State, token: Token) {
	type Input<T> = { input: T };
	return {
		viewer: () => ({ login: token.login.replace(/\[bot\]$/, "") }),
		repository: ({ owner, name }: { owner: string; name: string }) => {
			if (`${owner}/${name}` !== state.repository || token.permissions["pull-requests"] === undefined)
				return null;
			return {
				id: "R_1",
				nameWithOwner: state.repository,
				pullRequest: ({ number }: { number: number }) => showPull(token, pullOf(state, number)),
			};
		},
		resolveReviewThread: ({ input }: Input<{ threadId: string }>) =>
			setResolved(state, token, input.threadId, true),
		unresolveReviewThread: ({ input }: Input<{ threadId: string }>) =>
			setResolved(state, token, input.threadId, false),
		minimizeComment: ({ input }: Input<{ subjectId: string; classifier: string }>) =>
			setMinimized(state, token, input.subjectId, input.classifier.toLowerCase()),
		unminimizeComment: ({ input }: Input<{ subjectId: string }>) =>
			setMinimized(state, token, input.subjectId, null),
		createCommitOnBranch: ({ input }: Input<CommitInput>) => createCommit(state, token, input),
		updatePullRequestReviewComment: ({
			input,
		}: Input<{ pullRequestReviewCommentId: string; body: string }>) =>
			setBody(state, token, input.pullRequestReviewCommentId, input.body),
	};
}

/** Runs a query or mutation; `breach` is set when GitHub's schema or limits refuse it. */
export async function answerGraphql(
	state: State,
	token: Token,
	request: { query: string; variables?: Record<string, unknown> },
): Promise<{ body: object; breach: string | null }> {
	const result = await graphql({
		schema,
		source: request.query,
		rootValue: rootOf(state, token),
		variableValues: request.variables ?? {},
	});
	const errors = (result.errors ?? []).map((error) => ({
		type: error.originalError instanceof Refusal ? "NOT_FOUND" : error.extensions.type,
		path: error.path,
		message: error.message,
	}));
	const invalid = result.data === undefined ? errors[0]?.message : undefined;
	const limit = errors.find((error) => /`first`|too long|blank|return null/.test(error.message))?.message;
	const body = errors.length > 0 ? { data: result.data ?? null, errors } : { data: result.data };
	return { body, breach: invalid ?? limit ?? null };
}
