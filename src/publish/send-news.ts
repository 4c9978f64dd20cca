import type { Bodies } from "./bodies.ts";
import { isSameBody, readMarks } from "./comment-marks.ts";
import { createOnce } from "./create-once.ts";
import { type FileComment, type GitHub, type InlineComment, RequestFailure } from "./github.ts";
import { reviewBody } from "./plan-news.ts";

/** What became of what was new. */
export interface Sent {
	/** URL of the first review, null when none was needed or accepted. */
	reviewUrl: string | null;
	/** Inline comments that GitHub refused for themselves. */
	refused: InlineComment[];
}

/**
 * Submits one review. When GitHub refuses it, one comment is at fault and the answer does not say which: the review
 * is halved until the bad ones stand alone, so that the others still arrive.
 */
export async function sendReview(
	github: GitHub,
	head: string,
	comments: readonly InlineComment[],
	bodies: Bodies,
): Promise<Sent> {
	if (comments.length === 0) return { reviewUrl: null, refused: [] };
	const body = reviewBody(head, comments, bodies);
	const find = async () => {
		const { reviews } = await github.readPull();
		return reviews.find((review) => review.isOurs && isSameBody(review.body, body))?.url ?? null;
	};
	try {
		const review = { commit: head, body, comments };
		return { reviewUrl: await createOnce(github, () => github.createReview(review), find), refused: [] };
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.kind !== "invalid") throw error;
		if (comments.length === 1) return { reviewUrl: null, refused: [...comments] };
	}
	const middle = Math.ceil(comments.length / 2);
	const first = await sendReview(github, head, comments.slice(0, middle), bodies);
	const second = await sendReview(github, head, comments.slice(middle), bodies);
	return { reviewUrl: first.reviewUrl ?? second.reviewUrl, refused: [...first.refused, ...second.refused] };
}

/** Posts a comment on a file; false when GitHub refuses it, so that it is left to the summary. */
export async function sendFileComment(github: GitHub, head: string, comment: FileComment): Promise<boolean> {
	const find = async () => {
		const { threads } = await github.readPull();
		const isIt = (body: string) => readMarks(body).fingerprint === comment.fingerprint;
		return threads.find(({ first }) => first.isOurs && isIt(first.body))?.first.url ?? null;
	};
	try {
		await createOnce(github, () => github.createFileComment(head, comment), find);
		return true;
	} catch (error) {
		if (error instanceof RequestFailure && error.kind === "invalid") return false;
		throw error;
	}
}
