import { type FindingMarks, readMarks } from "./comment-marks.ts";
import type { PostedThread, PullState } from "./github.ts";

/** A thread of ours and what its hidden lines say. */
export interface OurThread extends PostedThread, FindingMarks {
	fingerprint: string;
}

/** Our threads, the one to keep of each finding first: people's answers first, then the oldest. */
export function ourThreads(pull: PullState): OurThread[] {
	const ours = pull.threads.flatMap((thread) => {
		if (!thread.first.isOurs) return [];
		const { fingerprint, about, flaky, missed, isClosed } = readMarks(thread.first.body);
		return fingerprint === null ? [] : [{ ...thread, fingerprint, about, flaky, missed, isClosed }];
	});
	return ours.sort(
		(a, b) => Number(b.replies > 0) - Number(a.replies > 0) || a.first.number - b.first.number,
	);
}

/** The one thread of each finding that is kept up to date. */
export function keptThreads(pull: PullState): OurThread[] {
	const first = new Map(
		ourThreads(pull)
			.toReversed()
			.map((thread) => [thread.fingerprint, thread]),
	);
	return [...first.values()].reverse();
}
