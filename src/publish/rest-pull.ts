import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import { type Change, type PostedThread, type PullState, RequestFailure, type Told } from "./github.ts";
import { answerOf } from "./request-failure.ts";
import { type RestComment, readComments } from "./rest-comments.ts";

interface Address {
	owner: string;
	repo: string;
	number: number;
}

/** A pull request and what was said on it, by REST: nothing tells what is folded away, and no thread can be resolved. */
export async function readPullByRest(octokit: Octokit, pull: Address): Promise<PullState> {
	const { owner, repo, number } = pull;
	const { data } = await answerOf(octokit.rest.pulls.get({ owner, repo, pull_number: number }));
	const { conversation, threads, reviews } = await readComments(octokit, pull);
	return {
		head: data.head.sha,
		isOpen: data.state === "open",
		threads: threadsOf(threads),
		reviews,
		comments: conversation,
	};
}

function threadsOf(comments: readonly RestComment[]): PostedThread[] {
	return comments
		.filter(({ number, threadFirst }) => number === threadFirst)
		.map((first) => ({
			id: first.id,
			first,
			replies: comments.filter(({ threadFirst }) => threadFirst === first.number).length - 1,
			isResolved: false,
			isOutdated: first.isOutdated,
			mayResolve: false,
		}));
}

/** Makes those changes that REST can make; gives why others were not made. */
export async function changeByRest(
	octokit: Octokit,
	{ owner, repo }: Address,
	changes: readonly Change[],
): Promise<Told[]> {
	const failures: Told[] = [];
	for (const one of changes) {
		if (one.do !== "edit") continue;
		const edit = { owner, repo, comment_id: one.number, body: one.body };
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
