import type { Octokit } from "@octokit/rest";
import { answerOf } from "./request-failure.ts";

/** Where a workflow run's commit came from. */
export interface RunHead {
	sha: string;
	branch: string;
	/** "owner/name" of the repository that has the branch, a fork's for pull requests from forks. */
	repository: string;
}

/**
 * The open pull requests of a repository whose head is exactly this commit. A `workflow_run` event does not name them
 * when they come from a fork, and what an artifact says of them is not to be believed.
 */
export async function findPulls(
	octokit: Octokit,
	{ owner, repo }: { owner: string; repo: string },
	{ sha, branch, repository }: RunHead,
): Promise<number[]> {
	const head = `${repository.split("/")[0]}:${branch}`;
	const list = octokit.rest.pulls.list({ owner, repo, head, state: "open", per_page: 100 });
	const { data } = await answerOf(list);
	return data
		.filter((pull) => pull.head.sha === sha && pull.head.repo?.full_name === repository)
		.map((pull) => pull.number);
}
