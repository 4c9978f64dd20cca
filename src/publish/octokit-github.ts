import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import type { Change, FileComment, GitHub, NewReview, PullState, Told } from "./github.ts";
import { RequestFailure } from "./github.ts";
import { readPatches } from "./patches.ts";
import { type PullAnswer, pullQuery, readComment, readReview, readThread } from "./pull-query.ts";
import { answerOf } from "./request-failure.ts";
import { changeByRest, readPullByRest } from "./rest-pull.ts";

/** A pull request of a repository. */
export interface PullAddress {
	owner: string;
	repo: string;
	number: number;
}

/** The real GitHub behind the port. */
export function makeGitHub(
	octokit: Octokit,
	pull: PullAddress,
	connection: { graphqlUrl: string; secondMs: number },
): GitHub {
	const { owner, repo } = pull;
	const at = { owner, repo, pull_number: pull.number };
	// What creates is not repeated blindly: it may have been carried out all the same.
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
		createReview: async (review) =>
			urlOf(octokit.rest.pulls.createReview({ ...at, ...reviewBody(review), ...once })),
		createFileComment: async (commit: string, { path, body }: FileComment) =>
			urlOf(
				octokit.rest.pulls.createReviewComment({
					...at,
					commit_id: commit,
					path,
					body,
					subject_type: "file",
					...once,
				}),
			),
		createComment: async (body) =>
			urlOf(octokit.rest.issues.createComment({ owner, repo, issue_number: pull.number, body, ...once })),
		updateComment: async (number, body) =>
			urlOf(octokit.rest.issues.updateComment({ owner, repo, comment_id: number, body })),
		deleteComment: async (number) =>
			void (await answerOf(octokit.rest.issues.deleteComment({ owner, repo, comment_id: number }))),
		deleteReviewComment: async (number) =>
			void (await answerOf(octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: number }))),
		change: (changes) => (isRestOnly ? changeByRest(octokit, pull, changes) : change(graphql, changes)),
		wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * connection.secondMs)),
	};
}

/** What GraphQL gives; where it is down, forbidden or not there, what REST gives, and that it was REST. */
export async function orByRest<T>(byGraphql: Promise<T>, byRest: () => Promise<T>): Promise<[T, boolean]> {
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

/** The address of what was made; an answer that broke off in the middle has none, and is as good as none. */
async function urlOf(request: Promise<{ data: { html_url: string } }>): Promise<string> {
	const { data } = await answerOf(request);
	if (typeof data?.html_url !== "string")
		throw new RequestFailure("unanswered", sentence("answer-cut-off", {}));
	return data.html_url;
}

function reviewBody(review: NewReview) {
	const comments = review.comments.map(({ path, line, endLine, body }) => ({
		path,
		body,
		line: endLine,
		side: "RIGHT",
		...(line === endLine ? {} : { start_line: line, start_side: "RIGHT" }),
	}));
	return { commit_id: review.commit, event: "COMMENT" as const, body: review.body, comments };
}

async function readPull(graphql: Octokit["graphql"], pull: PullAddress): Promise<PullState> {
	const state = { threads: [], reviews: [], comments: [] } as {
		threads: PullState["threads"][number][];
		reviews: PullState["reviews"][number][];
		comments: PullState["comments"][number][];
	};
	const wanted = { threads: true, reviews: true, comments: true };
	const after: Record<string, string | null> = {};
	for (;;) {
		const variables = { owner: pull.owner, name: pull.repo, number: pull.number, ...wanted, ...after };
		const answer = await answerOf(graphql<PullAnswer>(pullQuery, variables));
		const found = answer?.repository?.pullRequest;
		if (found == null) throw new RequestFailure("not-found", sentence("no-pull", { number: pull.number }));
		state.threads.push(...(found.reviewThreads?.nodes ?? []).flatMap(readThread));
		state.reviews.push(...(found.reviews?.nodes ?? []).map(readReview));
		state.comments.push(...(found.comments?.nodes ?? []).map(readComment));
		const pages = { threads: found.reviewThreads, reviews: found.reviews, comments: found.comments };
		for (const list of ["threads", "reviews", "comments"] as const) {
			wanted[list] = pages[list]?.pageInfo.hasNextPage ?? false;
			after[`${list}After`] = pages[list]?.pageInfo.endCursor ?? null;
		}
		if (!Object.values(wanted).includes(true)) {
			return { ...state, head: found.headRefOid, isOpen: found.state === "OPEN" };
		}
	}
}

async function readDiff(
	octokit: Octokit,
	at: { owner: string; repo: string; pull_number: number },
): Promise<string> {
	try {
		const { data } = await answerOf(octokit.rest.pulls.get({ ...at, mediaType: { format: "diff" } }));
		return data as unknown as string;
	} catch (error) {
		// 406: above 300 files or 20,000 lines.
		if (!(error instanceof RequestFailure) || error.kind !== "other") throw error;
	}
	const files = await answerOf(octokit.paginate(octokit.rest.pulls.listFiles, { ...at, per_page: 100 }));
	return readPatches(files);
}

async function change(graphql: Octokit["graphql"], changes: readonly Change[]): Promise<Told[]> {
	if (changes.length === 0) return [];
	const variables: Record<string, string> = {};
	const fields = changes.map((one, index) => {
		const variable = (name: string, value: string) => {
			variables[`${name}${index}`] = value;
			return `$${name}${index}`;
		};
		return `c${index}: ${mutation(one, variable)}`;
	});
	const types = Object.keys(variables).map(
		(name) => `$${name}: ${name.startsWith("body") ? "String!" : "ID!"}`,
	);
	const request = graphql(`mutation (${types.join(", ")}) {\n${fields.join("\n")}\n}`, variables);
	try {
		await answerOf(request);
		return [];
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.kind === "unanswered") throw error;
		return error.message.split("; ").map((message) => ({ message }));
	}
}

function mutation(change: Change, variable: (name: string, value: string) => string): string {
	switch (change.do) {
		case "edit": {
			const input = `pullRequestReviewCommentId: ${variable("id", change.comment)}, body: ${variable("body", change.body)}`;
			return `updatePullRequestReviewComment(input: {${input}}) { clientMutationId }`;
		}
		case "minimise": {
			const input = `subjectId: ${variable("id", change.comment)}, classifier: ${change.reason}`;
			return `minimizeComment(input: {${input}}) { clientMutationId }`;
		}
		case "show":
			return `unminimizeComment(input: {subjectId: ${variable("id", change.comment)}}) { clientMutationId }`;
		case "resolve":
			return `resolveReviewThread(input: {threadId: ${variable("id", change.thread)}}) { clientMutationId }`;
		case "unresolve":
			return `unresolveReviewThread(input: {threadId: ${variable("id", change.thread)}}) { clientMutationId }`;
	}
}
