import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import type { Runs } from "#domain/report.ts";

/** How many runs a sample takes. */
export interface SampleSize {
	/** When each of the first this many runs shows everything, the sample ends there. */
	sure: number;
	most: number;
	/** No run is started after this moment of the clock, in its milliseconds. */
	deadlineMs: number;
}

/**
 * Counts in how many of several fresh runs each fingerprint is seen. `runOnce` gives the fingerprints that the n-th run
 * showed, or null when it could not run.
 */
export async function sampleRuns(
	fingerprints: readonly string[],
	size: SampleSize,
	elapsedMs: () => number,
	runOnce: (index: number) => Promise<ReadonlySet<string> | null>,
): Promise<Map<string, Runs>> {
	const counts = new Map(fingerprints.map((fingerprint) => [fingerprint, { runs: 0, hits: 0 }]));
	const batch = async (from: number, to: number) => {
		const limit = pLimit(availableParallelism());
		const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
		await Promise.all(
			indexes.map((index) =>
				limit(async () => {
					if (elapsedMs() < size.deadlineMs) countRun(counts, await runOnce(index));
				}),
			),
		);
	};
	await batch(0, size.sure);
	const settled = [...counts.values()].every(({ runs, hits }) => runs > 0 && hits === runs);
	if (!settled) await batch(size.sure, size.most);
	return counts;
}

function countRun(counts: Map<string, Runs>, seen: ReadonlySet<string> | null): void {
	if (seen === null) return;
	for (const [fingerprint, count] of counts) {
		count.runs++;
		if (seen.has(fingerprint)) count.hits++;
	}
}
