import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import { type PostedComment, RequestFailure } from "./github.ts";
import { answerOf } from "./request-failure.ts";

/** A comment as REST tells of it, which does not know whether it is folded away. */
export interface RestComment extends PostedComment {
	/** Number of the first comment of its thread; null in the conversation. */
	threadFirst: number | null;
	/** Whether the lines under it were changed since. */
	isOutdated: boolean;
}

/** Everything said on a pull request. */
export interface RestComments {
	conversation: RestComment[];
	threads: RestComment[];
	reviews: RestComment[];
}

/** Who the token of a workflow writes as. */
const workflowLogin = "github-actions[bot]";

/** Reads by REST what GraphQL would tell, where it cannot be reached. Rejects with a RequestFailure. */
export async function readComments(
	octokit: Octokit,
	{ owner, repo, number }: { owner: string; repo: string; number: number },
): Promise<RestComments> {
	const { issues, pulls } = octokit.rest;
	const pull = { owner, repo, pull_number: number, per_page: 100 };
	const conversation = await answerOf(
		octokit.paginate(issues.listComments, { owner, repo, issue_number: number, per_page: 100 }),
	);
	const threads = await answerOf(octokit.paginate(pulls.listReviewComments, pull));
	const reviews = await answerOf(octokit.paginate(pulls.listReviews, pull));
	const all: Raw[] = [...conversation, ...threads, ...reviews];
	const login = all.length === 0 ? "" : await readLogin(octokit, all);
	const read = (raw: Raw) => readComment(raw, login);
	return { conversation: conversation.map(read), threads: threads.map(read), reviews: reviews.map(read) };
}

interface Raw {
	id: number;
	node_id: string;
	body?: string;
	html_url: string;
	user: { login: string } | null;
	in_reply_to_id?: number;
	line?: number | null;
	subject_type?: string;
	pull_request_review_id?: number | null;
}

function readComment(raw: Raw, login: string): RestComment {
	const isOfThread = raw.pull_request_review_id !== undefined;
	return {
		id: raw.node_id,
		number: raw.id,
		body: raw.body ?? "",
		url: raw.html_url,
		isOurs: raw.user?.login === login,
		isMinimized: false,
		threadFirst: isOfThread ? (raw.in_reply_to_id ?? raw.id) : null,
		isOutdated: isOfThread && raw.line == null && raw.subject_type !== "file",
	};
}

/**
 * Who we are. An App may not ask; that of workflows is known by its name, and where another App wrote our marker it
 * could be us or not: then nothing is done, rather than everything twice.
 */
async function readLogin(octokit: Octokit, all: readonly Raw[]): Promise<string> {
	try {
		return (await answerOf(octokit.rest.users.getAuthenticated())).data.login;
	} catch (error) {
		if (!(error instanceof RequestFailure) || !["forbidden", "not-found"].includes(error.kind)) throw error;
	}
	const isOtherApp = ({ user, body }: Raw) =>
		user?.login.endsWith("[bot]") && user.login !== workflowLogin && body?.includes("<!-- race-audit:");
	if (all.some(isOtherApp)) {
		throw new RequestFailure("other", sentence("comments-not-told-apart", {}));
	}
	return workflowLogin;
}
