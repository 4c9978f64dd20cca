import type { Runs } from "./report.ts";

/** The runs after which a finding that shows in `hits` of `runs` would be missed by chance in less than 1 of 100 samples. */
export function runsForCertainty({ runs, hits }: Runs, most: number): number {
	const rate = (hits + 0.5) / (runs + 1);
	if (rate >= 1) return 1;
	return Math.min(most, Math.ceil(Math.log(0.01) / Math.log(1 - rate)));
}
