import type { AuditSettings } from "#domain/audit-settings.ts";

/** A package and how long its tests took, in seconds. */
export interface Weight {
	importPath: string;
	seconds: number;
}

/** Splits packages into `total` shards: the longest first, each to the shard that has least so far. Deterministic. */
export function splitIntoShards(weights: readonly Weight[], total: number): string[][] {
	const shards = Array.from({ length: total }, () => ({ seconds: 0, packages: [] as string[] }));
	const longestFirst = weights.toSorted(
		(a, b) => b.seconds - a.seconds || (a.importPath < b.importPath ? -1 : 1),
	);
	for (const weight of longestFirst) {
		const lightest = shards.reduce((best, shard) => (isLighter(shard, best) ? shard : best));
		lightest.seconds += weight.seconds;
		lightest.packages.push(weight.importPath);
	}
	return shards.map((shard) => shard.packages.sort());
}

/** Of equally loaded shards the one with fewer packages, so that packages without a known time are spread too. */
function isLighter(
	a: { seconds: number; packages: string[] },
	b: { seconds: number; packages: string[] },
): boolean {
	return a.seconds < b.seconds || (a.seconds === b.seconds && a.packages.length < b.packages.length);
}

/**
 * The weight of each package: its earlier time, or for one without the median of the others (1 s when none is known).
 */
export function weighPackages(
	importPaths: readonly string[],
	timings: readonly { package: string; seconds: number }[],
): Weight[] {
	const known = new Map(timings.map((timing) => [timing.package, timing.seconds]));
	const times = importPaths.flatMap((path) => known.get(path) ?? []).sort((a, b) => a - b);
	const usual = times[Math.floor(times.length / 2)] ?? 1;
	return importPaths.map((importPath) => ({ importPath, seconds: known.get(importPath) ?? usual }));
}

/** Names that mean many packages, and relative and wildcard patterns. */
const pattern = /^(?:all|cmd|std|tool|work)$|^\.|^\/|\.\.\./;

/**
 * The import paths of a shard's packages where they are named one by one, as `plan` prints them; null where a shard is
 * to be cut from what the patterns name. Named packages are never cut again: that would leave most of them out.
 */
export function packagesOfShard({
	shard,
	packages,
}: Pick<AuditSettings, "shard" | "packages">): string[] | null {
	return shard === null || packages.some((name) => pattern.test(name)) ? null : [...packages];
}
