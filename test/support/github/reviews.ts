import { anchorsOf } from "./anchors.ts";
import { checkBodyLength, newId, type Pull, Refusal, type ReviewComment, type State } from "./state.ts";

/** An inline comment as a request carries it. */
interface SentComment {
	path: string;
	body: string;
	line?: number;
	side?: string;
	start_line?: number;
	start_side?: string;
	subject_type?: "line" | "file";
}

/** Submits a review with its comments, all or nothing. */
export function createReview(state: State, pull: Pull, author: string, body: Record<string, unknown>) {
	const commitId = (body.commit_id as string | undefined) ?? pull.headSha;
	if (body.event !== "COMMENT") throw new Refusal(422, "only COMMENT reviews are expected of us");
	checkBodyLength((body.body as string | undefined) ?? "");
	const comments = (body.comments ?? []) as SentComment[];
	for (const comment of comments) checkAnchor(state, pull, commitId, comment);
	const review = { id: newId(state), author, body: body.body as string, commitId, minimized: null };
	pull.reviews.push(review);
	for (const comment of comments)
		startThread(state, pull, { ...comment, author, commitId, reviewId: review.id });
	return review;
}

/** Posts one comment outside of a review; GitHub wraps it into a review without a body. */
export function createReviewComment(state: State, pull: Pull, author: string, body: Record<string, unknown>) {
	const comment = body as unknown as SentComment & { commit_id: string };
	checkAnchor(state, pull, comment.commit_id, comment);
	const review = { id: newId(state), author, body: "", commitId: comment.commit_id, minimized: null };
	pull.reviews.push(review);
	return startThread(state, pull, { ...comment, author, commitId: comment.commit_id, reviewId: review.id });
}

/** Answers in a thread; only its first comment can be answered. */
export function replyTo(state: State, pull: Pull, author: string, id: number, body: string): ReviewComment {
	checkBodyLength(body);
	const first = pull.reviewComments.find((comment) => comment.id === id);
	if (first === undefined) throw new Refusal(404, "Not Found", false);
	if (first.inReplyTo !== null) throw new Refusal(422, "in_reply_to must be a top-level comment");
	const reply = { ...first, id: newId(state), author, body, inReplyTo: id, minimized: null };
	pull.reviewComments.push(reply);
	return reply;
}

function checkAnchor(state: State, pull: Pull, commitId: string, comment: SentComment): void {
	checkBodyLength(comment.body);
	const diff = pull.diffs.get(commitId);
	if (diff === undefined) throw new Refusal(422, `No commit found for SHA: ${commitId}`);
	const lines = anchorsOf(diff).get(comment.path);
	if (lines === undefined) throw new Refusal(422, "Path could not be resolved");
	if (comment.subject_type === "file") {
		if (comment.line !== undefined) throw new Refusal(422, "a file comment has no line");
		return;
	}
	checkSide(comment);
	const wanted = [comment.line, comment.start_line].filter((line) => line !== undefined);
	if (comment.line === undefined) throw new Refusal(422, "line is required");
	if (wanted.some((line) => !lines.has(line))) throw new Refusal(422, "Line could not be resolved");
	if (state.refusedAnchors.has(`${comment.path}:${comment.line}`)) {
		throw new Refusal(422, "Line could not be resolved", false);
	}
}

function checkSide(comment: SentComment): void {
	const sides = [comment.side, comment.start_side].filter((side) => side !== undefined);
	if (sides.some((side) => side !== "RIGHT" && side !== "LEFT"))
		throw new Refusal(422, "side must be LEFT or RIGHT");
	if (comment.start_line !== undefined && comment.start_line >= (comment.line ?? 0)) {
		throw new Refusal(422, "start_line must precede the end line");
	}
}

function startThread(
	state: State,
	pull: Pull,
	sent: SentComment & { author: string; commitId: string; reviewId: number },
): ReviewComment {
	const threadId = `PRRT_${newId(state)}`;
	const comment: ReviewComment = {
		id: newId(state),
		author: sent.author,
		body: sent.body,
		path: sent.path,
		line: sent.line ?? null,
		startLine: sent.start_line ?? null,
		commitId: sent.commitId,
		reviewId: sent.reviewId,
		threadId,
		inReplyTo: null,
		minimized: null,
	};
	pull.threads.set(threadId, { id: threadId, resolved: false });
	pull.reviewComments.push(comment);
	return comment;
}
