import { readMarks } from "./comment-marks.ts";
import type { Change, PullState } from "./github.ts";
import { ourThreads } from "./our-threads.ts";

/** What two runs at once said twice. */
export interface Duplicates {
	/** Comments to delete. */
	reviewComments: number[];
	/** What is only folded away: reviews, which cannot be deleted, and comments that somebody answered. */
	changes: Change[];
}

/** Finds what stands there twice; the first of each stays. */
export function planDuplicates(pull: PullState): Duplicates {
	const again = repeatedThreads(pull);
	const answered = again.filter(({ replies, first }) => replies > 0 && !first.isMinimized);
	const folded = [...answered.map(({ first }) => first.id), ...repeatedReviews(pull)];
	return {
		reviewComments: again.filter(({ replies }) => replies === 0).map(({ first }) => first.number),
		changes: folded.map((comment) => ({ do: "minimise", comment, reason: "DUPLICATE" })),
	};
}

function repeatedThreads(pull: PullState) {
	const seen = new Set<string>();
	return ourThreads(pull).filter(({ fingerprint }) => seen.has(fingerprint) || !seen.add(fingerprint));
}

/** Reviews all of whose findings an earlier one carried. */
function repeatedReviews(pull: PullState): string[] {
	const said = new Set<string>();
	return pull.reviews
		.filter((review) => review.isOurs)
		.filter((review) => {
			const fingerprints = readMarks(review.body).review?.fingerprints ?? [];
			const isRepeated = fingerprints.length > 0 && fingerprints.every((one) => said.has(one));
			for (const fingerprint of fingerprints) said.add(fingerprint);
			return isRepeated && !review.isMinimized;
		})
		.map((review) => review.id);
}
