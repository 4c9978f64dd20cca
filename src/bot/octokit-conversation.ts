import type { Octokit } from "@octokit/rest";
import { RequestFailure } from "#publish/github.ts";
import { orByRest, type PullAddress } from "#publish/octokit-github.ts";
import { answerOf } from "#publish/request-failure.ts";
import { readComments } from "#publish/rest-comments.ts";
import { sentence } from "#text/message.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { Answer, Conversation, PullDetails, Reaction, Said } from "./conversation.ts";
import { readConversationComment, readThread, type SaidAnswer, saidQuery } from "./said-query.ts";

/** The pull request that a comment stands on. */
export function pullOf(event: Pick<CommentEvent, "repository" | "pull">): PullAddress {
	const [owner = "", repo = ""] = event.repository.split("/");
	return { owner, repo, number: event.pull };
}

/** The real GitHub behind the port. */
export function makeConversation(octokit: Octokit, event: CommentEvent, graphqlUrl: string): Conversation {
	const pull = pullOf(event);
	const { owner, repo } = pull;
	const commented = { owner, repo, comment_id: event.comment.number };
	const { issues, pulls, reactions, repos } = octokit.rest;
	return {
		readComment: () =>
			unlessMissing(
				event.kind === "issue"
					? bodyOf(issues.getComment(commented))
					: bodyOf(pulls.getReviewComment(commented)),
				null,
			),
		readPull: async () =>
			detailsOf((await answerOf(pulls.get({ owner, repo, pull_number: pull.number }))).data),
		readSaid: () => readSaid(octokit, pull, graphqlUrl),
		mayWrite: (username) =>
			unlessMissing(
				answerOf(repos.getCollaboratorPermissionLevel({ owner, repo, username })).then(
					({ data }) => data.permission === "admin" || data.permission === "write",
				),
				false,
			),
		react: (content: Reaction) =>
			unlessRefused(
				answerOf<unknown>(
					event.kind === "issue"
						? reactions.createForIssueComment({ ...commented, content })
						: reactions.createForPullRequestReviewComment({ ...commented, content }),
				),
			),
		answer: (body) => answer(octokit, event, pull, body),
		edit: (posted, body) => edit(octokit, pull, posted, body),
	};
}

async function answer(
	octokit: Octokit,
	event: CommentEvent,
	pull: PullAddress,
	body: string,
): Promise<Answer> {
	const { owner, repo, number } = pull;
	// What creates is not repeated blindly: it may have been carried out all the same.
	const once = { request: { retries: 0 } };
	const { threadFirst } = event.comment;
	const { data } =
		threadFirst === null
			? await answerOf(
					octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, ...once }),
				)
			: await answerOf(
					octokit.rest.pulls.createReplyForReviewComment({
						owner,
						repo,
						pull_number: number,
						comment_id: threadFirst,
						body,
						...once,
					}),
				);
	if (typeof data?.id !== "number") throw new RequestFailure("unanswered", sentence("answer-cut-off", {}));
	return { kind: event.kind, number: data.id };
}

async function edit(octokit: Octokit, { owner, repo }: PullAddress, { kind, number }: Answer, body: string) {
	const change = { owner, repo, comment_id: number, body };
	await answerOf<unknown>(
		kind === "issue"
			? octokit.rest.issues.updateComment(change)
			: octokit.rest.pulls.updateReviewComment(change),
	);
}

async function bodyOf(request: Promise<{ data: { body?: string } }>): Promise<string> {
	return (await answerOf(request)).data.body ?? "";
}

interface PullData {
	state: string;
	head: { sha: string; ref: string; repo: { full_name: string } | null };
	base: { repo: { full_name: string } };
}

function detailsOf({ state, head, base }: PullData): PullDetails {
	const headRepository = head.repo?.full_name ?? null;
	return {
		head: head.sha,
		isOpen: state === "open",
		headRef: head.ref,
		headRepository,
		isFork: headRepository !== base.repo.full_name,
	};
}

/** Everything said on a pull request. Rejects with a RequestFailure. */
export async function readSaid(octokit: Octokit, pull: PullAddress, graphqlUrl: string): Promise<Said[]> {
	const [said] = await orByRest(readSaidByGraphql(octokit, pull, graphqlUrl), () =>
		readSaidByRest(octokit, pull),
	);
	return said;
}

async function readSaidByRest(octokit: Octokit, pull: PullAddress): Promise<Said[]> {
	const { conversation, threads } = await readComments(octokit, pull);
	return [...conversation, ...threads].map(({ number, body, url, isOurs, threadFirst }) => ({
		...{ number, body, url, isOurs, threadFirst },
		kind: threadFirst === null ? "issue" : "review",
	}));
}

async function readSaidByGraphql(octokit: Octokit, pull: PullAddress, graphqlUrl: string): Promise<Said[]> {
	const graphql = octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql$/, "") });
	const said: Said[] = [];
	const wanted = { comments: true, threads: true };
	const after: Record<string, string | null> = {};
	while (wanted.comments || wanted.threads) {
		const variables = { owner: pull.owner, name: pull.repo, number: pull.number, ...wanted, ...after };
		const answer = await answerOf(graphql<SaidAnswer>(saidQuery, variables));
		const found = answer?.repository?.pullRequest;
		if (found == null) throw new RequestFailure("not-found", sentence("no-pull", { number: pull.number }));
		said.push(...(found.comments?.nodes ?? []).map(readConversationComment));
		said.push(...(found.reviewThreads?.nodes ?? []).flatMap(readThread));
		const pages = { comments: found.comments, threads: found.reviewThreads };
		for (const list of ["comments", "threads"] as const) {
			wanted[list] = pages[list]?.pageInfo.hasNextPage ?? false;
			after[`${list}After`] = pages[list]?.pageInfo.endCursor ?? null;
		}
	}
	return said;
}

async function unlessMissing<T, U>(request: Promise<T>, otherwise: U): Promise<T | U> {
	try {
		return await request;
	} catch (error) {
		if (error instanceof RequestFailure && error.kind === "not-found") return otherwise;
		throw error;
	}
}

/** The comment may be gone, or the token may not react. */
async function unlessRefused(request: Promise<unknown>): Promise<void> {
	try {
		await request;
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
	}
}
