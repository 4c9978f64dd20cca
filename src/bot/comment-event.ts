import { z } from "zod";

/** Which of GitHub's two kinds of comments; their numbers overlap. */
export type CommentKind = "issue" | "review";

/** A comment on a pull request that somebody wrote or edited. */
export interface CommentEvent {
	kind: CommentKind;
	/** "owner/name". */
	repository: string;
	pull: number;
	comment: {
		number: number;
		body: string;
		/** ISO 8601; when it was written, for an edit when it was edited. */
		writtenAt: string;
		/** The first comment of the thread, which alone can be answered; null outside of threads. */
		threadFirst: number | null;
	};
	/** Who wrote or edited it now. */
	sender: { login: string; isBot: boolean };
	/** The head at that moment, where the event tells. */
	head: string | null;
}

const Sender = z.object({ login: z.string(), type: z.string() });
const Repository = z.object({ full_name: z.string() });
const comment = { id: z.int(), body: z.string(), updated_at: z.string() };

const IssueCommentEvent = z.object({
	action: z.enum(["created", "edited"]),
	// Without it the comment is on a plain issue.
	issue: z.object({ number: z.int(), pull_request: z.object({}) }),
	comment: z.object(comment),
	repository: Repository,
	sender: Sender,
});

const ReviewCommentEvent = z.object({
	action: z.enum(["created", "edited"]),
	pull_request: z.object({ number: z.int(), head: z.object({ sha: z.string() }) }),
	comment: z.object({ ...comment, in_reply_to_id: z.int().optional() }),
	repository: Repository,
	sender: Sender,
});

/** Reads a payload; null for events that are no new or edited comment on a pull request. */
export function readCommentEvent(event: string, payload: unknown): CommentEvent | null {
	if (event === "issue_comment") {
		const read = IssueCommentEvent.safeParse(payload).data;
		return read === undefined
			? null
			: { ...common(read), kind: "issue", pull: read.issue.number, head: null };
	}
	if (event !== "pull_request_review_comment") return null;
	const read = ReviewCommentEvent.safeParse(payload).data;
	if (read === undefined) return null;
	const { comment, ...rest } = common(read);
	const threadFirst = read.comment.in_reply_to_id ?? read.comment.id;
	const { number: pull, head } = read.pull_request;
	return { ...rest, kind: "review", pull, comment: { ...comment, threadFirst }, head: head.sha };
}

function common({
	comment,
	repository,
	sender,
}: Pick<z.infer<typeof IssueCommentEvent>, "comment" | "repository" | "sender">) {
	return {
		repository: repository.full_name,
		comment: { number: comment.id, body: comment.body, writtenAt: comment.updated_at, threadFirst: null },
		sender: { login: sender.login, isBot: sender.type === "Bot" || sender.login.endsWith("[bot]") },
	};
}
