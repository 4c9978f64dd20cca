import { createHash } from "node:crypto";
import type { CacheMode } from "./inputs.ts";

/** One entry of the cache service. */
export interface CacheEntry {
	paths: string[];
	key: string;
	/** Beginnings of keys that serve where the key itself is unknown, the nearest first. */
	restoreKeys: string[];
}

/** What the entries are made from. Paths are absolute. */
export interface CacheFacts {
	/** `runner.os` and architecture, "Linux-X64". */
	platform: string;
	goVersion: string;
	goCache: string;
	goModCache: string;
	/** Ids of the contents of all go.sum files. */
	goSums: readonly string[];
	commit: string;
	/** "2/5", or null. */
	shard: string | null;
	/** Folder of the lint tool; its name tells the Go version and the lint's source. */
	lintTool: string;
	lintToolName: string;
	lintResults: string;
	/** What was counted at merge bases. */
	baselines: string;
}

/**
 * The entries of an audit. The lint tool and the modules are saved once for each content of their key; what Go built
 * and tested, and what the lint found, once for each commit, from the nearest one before.
 */
export function planCache(facts: CacheFacts): CacheEntry[] {
	const { platform, goVersion, goCache, goModCache, lintTool, lintResults, baselines, shard } = facts;
	const sums = createHash("sha256").update(facts.goSums.join("\n")).digest("hex").slice(0, 16);
	const modules = `race-audit-modules-${platform}-`;
	const built = `race-audit-go-${platform}-${goVersion}-`;
	const part = `${built}${sums}-${shard === null ? "all" : shard.replace("/", "of")}-`;
	return [
		{ paths: [lintTool], key: `race-audit-lint-${platform}-${facts.lintToolName}`, restoreKeys: [] },
		{ paths: [goModCache], key: `${modules}${sums}`, restoreKeys: [modules] },
		{
			paths: [goCache, lintResults, baselines],
			key: `${part}${facts.commit}`,
			restoreKeys: [part, `${built}${sums}-`, built],
		},
	];
}

/** What a run is, as far as it matters to who may save. */
export interface CacheRun {
	event: string;
	/** "refs/heads/main". */
	ref: string;
	defaultBranch: string | null;
	isFork: boolean;
}

/** Events that run what was merged, or what somebody with write permission started. */
const trustedEvents = new Set(["push", "schedule", "workflow_dispatch"]);

/**
 * Whether a run may save. What the default branch saves, every branch and pull request restores, so by default only
 * code that was merged writes there; a fork's code writes nowhere.
 */
export function maySave(mode: CacheMode, { event, ref, defaultBranch, isFork }: CacheRun): boolean {
	// Schedules run on the default branch alone.
	const isDefaultBranch =
		event === "schedule" || (defaultBranch !== null && ref === `refs/heads/${defaultBranch}`);
	switch (mode) {
		case "off":
		case "restore":
			return false;
		case "default-branch":
			return trustedEvents.has(event) && isDefaultBranch;
		case "always":
			return trustedEvents.has(event) || (event === "pull_request" && !isFork);
	}
}
