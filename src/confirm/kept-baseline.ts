import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { Runs } from "#domain/report.ts";
import type { Host } from "#host/host.ts";
import { countHits, type RerunOptions, sureRuns } from "./count-hits.ts";
import type { RerunTarget } from "./rerun-target.ts";

/** What tells the results of one baseline from those of another. */
export interface BaselineKey {
	mergeBase: string;
	goVersion: string;
	/** Another version of ours may know causes by other fingerprints. */
	toolVersion: string;
}

const KeptCounts = z.record(z.string(), Runs);

/**
 * As `countHits` at the merge base, which does not change: what was counted there before is read from the cache
 * folder, package by package. Only counts that are complete are kept.
 */
export async function countAtBase(
	targets: readonly RerunTarget[],
	options: RerunOptions,
	host: Host,
	key: BaselineKey,
): Promise<Map<string, Runs>> {
	const total = new Map<string, Runs>();
	let done = 0;
	for (const importPath of new Set(targets.map((target) => target.package.importPath))) {
		const group = targets.filter((target) => target.package.importPath === importPath);
		const path = join(folderOf(host, key), `${nameOf(group, options, key)}.json`);
		const kept = await readKept(host, path);
		const counts = kept ?? (await countHits(group, { ...options, onTarget: () => {} }, host));
		if (kept === null && group.every((target) => isComplete(target, counts, options))) {
			// A cache folder that cannot be written costs time, no truth.
			await host.files.writeText(path, JSON.stringify(Object.fromEntries(counts))).catch(() => {});
		}
		for (const [fingerprint, { runs, hits }] of counts) {
			const before = total.get(fingerprint) ?? { runs: 0, hits: 0 };
			total.set(fingerprint, { runs: before.runs + runs, hits: before.hits + hits });
		}
		done += group.length;
		options.onTarget(done);
	}
	return total;
}

function folderOf(host: Host, { mergeBase }: BaselineKey): string {
	return join(host.cacheDirectory, "baseline", mergeBase);
}

function nameOf(group: readonly RerunTarget[], options: RerunOptions, key: BaselineKey): string {
	const { race, goFlags, gorace, timeoutMs } = options;
	const asked = group.map((target) => [
		...[target.package.importPath, target.tests, target.fingerprints.toSorted()],
		options.mostRuns(target),
	]);
	const facts = JSON.stringify([key.goVersion, key.toolVersion, race, goFlags, gorace, timeoutMs, asked]);
	return createHash("sha256").update(facts).digest("hex").slice(0, 24);
}

async function readKept(host: Host, path: string): Promise<Map<string, Runs> | null> {
	const text = await host.files.readText(path);
	if (text === null) return null;
	try {
		return new Map(Object.entries(KeptCounts.parse(JSON.parse(text))));
	} catch {
		// A file that was cut short is counted anew.
		return null;
	}
}

/** Runs that a deadline or an interrupt cut short may show more another time. */
function isComplete(target: RerunTarget, counts: ReadonlyMap<string, Runs>, options: RerunOptions): boolean {
	return target.fingerprints.every((fingerprint) => {
		const { runs, hits } = counts.get(fingerprint) ?? { runs: 0, hits: 0 };
		return runs >= options.mostRuns(target) || (runs >= sureRuns && hits === runs);
	});
}
