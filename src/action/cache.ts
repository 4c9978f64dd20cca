import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimesByContent } from "#host/file-times.ts";
import { findRepositoryRoot, listTree } from "#host/git.ts";
import type { Host } from "#host/host.ts";
import { type RunnerLog, runnerLog, type Surroundings } from "#host/runner.ts";
import { lintResultsFolder, lintToolFolder } from "#run/lint-tool.ts";
import type { CacheWords } from "#text/cache.ts";
import { type CacheEntry, type CacheRun, maySave, planCache } from "./cache-plan.ts";
import type { CacheMode } from "./inputs.ts";

/** Saves what is worth keeping; does nothing where this run may not. */
export type SaveCaches = () => Promise<void>;

/** What restoring needs to know. */
export interface CacheRequest {
	mode: CacheMode;
	run: CacheRun;
	shard: string | null;
	words: CacheWords;
}

const saveNothing: SaveCaches = async () => {};

/**
 * Restores the caches, and gives the checked-out files times by which Go can use them. Returns what saves them after
 * the audit. A cache service that does not work costs time, never the audit: it is said in the log.
 */
export async function restoreCaches(
	host: Host,
	directory: string,
	at: Surroundings,
	{ mode, run, shard, words }: CacheRequest,
): Promise<SaveCaches> {
	if (mode === "off") return saveNothing;
	return guarded(runnerLog, words, saveNothing, async () => {
		const service = await import("./cache-service.ts");
		if (!service.isFeatureAvailable()) {
			runnerLog.info(words.unavailable);
			return saveNothing;
		}
		await setTimesByContent(host, directory);
		const entries = await entriesOf(host, directory, at, shard);
		const missed: CacheEntry[] = [];
		for (const entry of entries) {
			const found = await guarded(runnerLog, words, undefined, () =>
				service.restoreCache([...entry.paths], entry.key, [...entry.restoreKeys]),
			);
			runnerLog.info(words.restored(entry.key, found ?? null));
			if (found !== entry.key) missed.push(entry);
		}
		if (!maySave(mode, run)) return saveNothing;
		return async () => {
			for (const entry of missed.filter(({ paths }) => paths.some(existsSync))) {
				await guarded(runnerLog, words, undefined, () => service.saveCache([...entry.paths], entry.key));
			}
		};
	});
}

async function guarded<T>(
	log: RunnerLog,
	words: CacheWords,
	otherwise: T,
	act: () => Promise<T>,
): Promise<T> {
	try {
		return await act();
	} catch (error) {
		log.info(words.failed(error instanceof Error ? error.message : String(error)));
		return otherwise;
	}
}

async function entriesOf(
	host: Host,
	directory: string,
	at: Surroundings,
	shard: string | null,
): Promise<CacheEntry[]> {
	const names = ["GOVERSION", "GOCACHE", "GOMODCACHE", "GOOS", "GOARCH"];
	const exit = await host.processes.run({ program: "go", args: ["env", "-json", ...names], cwd: directory });
	const go = JSON.parse(exit.stdout) as Record<string, string>;
	const root = (await findRepositoryRoot(host, directory)) ?? directory;
	const tree = (await listTree(host, root)) ?? [];
	const tool = await lintToolFolder(host, go.GOVERSION ?? "");
	const entries = planCache({
		platform: `${go.GOOS}-${go.GOARCH}`,
		goVersion: go.GOVERSION ?? "",
		goCache: go.GOCACHE ?? "",
		goModCache: go.GOMODCACHE ?? "",
		goSums: tree.filter(({ path }) => basename(path) === "go.sum").map(({ id }) => id),
		commit: at.sha,
		shard,
		lintTool: tool,
		lintToolName: basename(tool),
		lintResults: lintResultsFolder(host),
		baselines: join(host.cacheDirectory, "baseline"),
	});
	// actions/setup-go has restored the modules already, unless told not to.
	const hasModules = existsSync(join(go.GOMODCACHE ?? "", "cache", "download"));
	return entries.filter(({ paths }) => !hasModules || paths[0] !== go.GOMODCACHE);
}
