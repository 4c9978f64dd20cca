import type { Octokit } from "@octokit/rest";
import type { Language } from "#domain/config.ts";
import type { Host } from "#host/host.ts";
import type { ArtifactLimits } from "#publish/artifact.ts";
import { RequestFailure } from "#publish/github.ts";
import { makeGitHub } from "#publish/octokit-github.ts";
import { answerOf } from "#publish/request-failure.ts";
import type { Bot } from "./bot.ts";
import type { CommentEvent } from "./comment-event.ts";
import { findReport } from "./find-report.ts";
import { makeConversation, pullOf } from "./octokit-conversation.ts";
import type { BotSettings, NewCommit } from "./task.ts";

/** What reaches GitHub for one comment. */
export interface Reach {
	octokit: Octokit;
	graphqlUrl: string;
	/** How large a report may be. */
	limits: ArtifactLimits;
	/** How long one of GitHub's seconds lasts here. */
	secondMs: number;
}

/** The bot on the real GitHub, for one comment. */
export function makeBot(
	event: CommentEvent,
	{ octokit, graphqlUrl, secondMs, limits }: Reach,
	settings: BotSettings,
	language: Language,
	host: Host,
): Bot {
	const pull = pullOf(event);
	const { repository } = event;
	const github = makeGitHub(octokit, pull, { graphqlUrl, secondMs });
	return {
		settings,
		language,
		host,
		github,
		conversation: makeConversation(octokit, event, graphqlUrl),
		findReport: (head) => {
			const expected = { repository, head, guideUrl: settings.guideUrl, language };
			return findReport(octokit, pull, settings.artifact, expected, limits);
		},
		readFile: (path, head) => readFile(octokit, { ...pull, path, ref: head }),
		commit: (commit) => createCommit(octokit, graphqlUrl, commit),
		wait: (seconds) => github.wait(seconds),
	};
}

async function readFile(
	octokit: Octokit,
	{ owner, repo, path, ref }: { owner: string; repo: string; path: string; ref: string },
): Promise<Uint8Array | null> {
	try {
		const { data } = await answerOf(octokit.rest.repos.getContent({ owner, repo, path, ref }));
		// A folder is a list; a file over 1 MB comes without its content.
		if (Array.isArray(data) || data.type !== "file" || data.encoding !== "base64") return null;
		return Uint8Array.from(Buffer.from(data.content, "base64"));
	} catch (error) {
		if (error instanceof RequestFailure && error.kind === "not-found") return null;
		throw error;
	}
}

const commitMutation = `
mutation ($input: CreateCommitOnBranchInput!) {
	createCommitOnBranch(input: $input) { commit { url } }
}`;

/** GitHub signs such a commit and makes it only while the branch still points at `head`. */
async function createCommit(octokit: Octokit, graphqlUrl: string, commit: NewCommit): Promise<string> {
	const graphql = octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql$/, "") });
	const { head, branch, repository, headline, body, files } = commit;
	const input = {
		branch: { repositoryNameWithOwner: repository, branchName: branch },
		expectedHeadOid: head,
		message: { headline, body },
		fileChanges: {
			additions: files.map(({ path, bytes }) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
		},
	};
	type Made = { createCommitOnBranch: { commit: { url: string } } };
	const made = await answerOf(graphql<Made>(commitMutation, { input, request: { retries: 0 } }));
	return made.createCommitOnBranch.commit.url;
}
