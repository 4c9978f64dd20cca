import { homedir, platform } from "node:os";
import { join } from "node:path";
import { localFiles } from "./files.ts";
import type { Host } from "./host.ts";
import { localProcesses, type OnCommand } from "./processes.ts";

/** This machine as a Host. `interrupt` ends every child; `passEnv` names variables that children may see. */
export function localHost(
	interrupt: AbortSignal,
	passEnv: readonly string[] = [],
	onCommand: OnCommand = () => {},
): Host {
	return {
		processes: localProcesses(interrupt, passEnv, onCommand),
		files: localFiles,
		clock: { now: () => new Date(), elapsedMs: () => performance.now() },
		cacheDirectory: cacheDirectory(process.env),
		interrupt,
	};
}

/** The user's cache folder by the platform's convention, with our own folder in it. */
function cacheDirectory(environment: NodeJS.ProcessEnv): string {
	const own = environment.GO_RACE_AUDIT_CACHE;
	if (own) return own;
	return join(userCache(environment), "go-race-audit");
}

function userCache(environment: NodeJS.ProcessEnv): string {
	if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
	if (platform() === "win32") return environment.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
	return platform() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
