import { createHash } from "node:crypto";
import { lutimes } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { findRepositoryRoot, listTree } from "./git.ts";
import type { Host } from "./host.ts";

/** Seconds since 1970 of the first time that is given, in 2001; the last lies in 2017. */
const earliest = 1_000_000_000;
const span = 500_000_000;

/** The time that stands for some content: the same for the same, another for another (one in 2^48 apart). */
export function timeOfContent(id: string): number {
	const digest = createHash("sha256").update(id).digest();
	return earliest + (digest.readUInt32BE(0) % span) + (digest.readUInt32BE(4) % 1_000_000) / 1_000_000;
}

/**
 * Gives the files and folders of a fresh checkout times that depend on nothing but what is in them. Go answers tests
 * from its cache only when the files that they read have the times they had, and a checkout gives each the time of
 * day. Times of commits would need the whole history, and be equal for two commits of one second. What differs from
 * the commit keeps its time. Returns how many were set.
 */
export async function setTimesByContent(host: Host, directory: string): Promise<number> {
	const root = await findRepositoryRoot(host, directory);
	const entries = root === null ? null : await listTree(host, root);
	if (root === null || entries === null) return 0;
	const limit = pLimit(64);
	// Deepest first is not needed: setting times of files leaves those of their folders alone.
	const set = await Promise.all(
		entries.map(({ path, id }) =>
			limit(async () => {
				const time = timeOfContent(id);
				return lutimes(join(root, path), time, time).then(
					() => 1,
					() => 0,
				);
			}),
		),
	);
	return set.reduce((sum, one) => sum + one, 0);
}
