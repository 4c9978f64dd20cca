import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { complaintOf } from "#host/go.ts";
import type { Host } from "#host/host.ts";
import { ownDirectory } from "#host/own-files.ts";

/** The lint as a program for one Go version, or why it could not be built. */
export type LintTool = { path: string; buildMs: number | null } | { error: string };

/**
 * Builds the analyzers with the user's Go, or takes the one built before: it is kept in the cache folder by Go version
 * and source hash. A reader of export data must be as new as the Go that wrote it, so each version gets its own.
 */
export async function buildLintTool(host: Host, goVersion: string): Promise<LintTool> {
	const source = join(ownDirectory(), "lint");
	const folder = await lintToolFolder(host, goVersion);
	const path = join(folder, process.platform === "win32" ? "go-race-audit-lint.exe" : "go-race-audit-lint");
	if (await host.files.exists(path)) return { path, buildMs: null };
	// Containers may share the folder but not the numbers of processes.
	const fresh = join(folder, `${building}${randomUUID()}`);
	try {
		await mkdir(folder, { recursive: true });
		await removeLeftOver(folder, host);
		const exit = await host.processes.run({
			program: "go",
			// Nothing asks which commit it is of, and git may refuse to tell: the checkout can be another user's.
			args: ["build", "-buildvcs=false", "-o", fresh, "."],
			cwd: source,
			env: { GOFLAGS: "", GOWORK: "off", ...pinnedToolchain(goVersion) },
		});
		if (exit.code !== 0) return { error: complaintOf(exit.stderr) || `go build ended by ${exit.ended}` };
		await rename(fresh, path);
		return { path, buildMs: exit.durationMs };
	} catch (error) {
		return { error: `the cache folder ${folder} cannot be used: ${(error as Error).message}` };
	} finally {
		await rm(fresh, { force: true }).catch(() => {});
	}
}

/** Begins the names of programs that are being built. */
const building = "building-";
/** No build takes so long; a file that old was left by a run that was killed. */
const leftOverMs = 24 * 3_600_000;

async function removeLeftOver(folder: string, host: Host): Promise<void> {
	for (const name of (await readdir(folder)).filter((one) => one.startsWith(building))) {
		const path = join(folder, name);
		const found = await stat(path).catch(() => null);
		if (found !== null && host.clock.now().getTime() - found.mtimeMs > leftOverMs)
			await rm(path, { force: true });
	}
}

/** Where the lint for a Go version is kept; the folder's name tells the version and the lint's source. */
export async function lintToolFolder(host: Host, goVersion: string): Promise<string> {
	const version = goVersion.replaceAll(/[^\w.-]/g, "_");
	const hash = await sourceHash(join(ownDirectory(), "lint"));
	return join(host.cacheDirectory, "lint", `${version}-${hash}`);
}

/** The folder of the lint's results, which are kept by the content of the packages. */
export function lintResultsFolder(host: Host): string {
	return join(host.cacheDirectory, "lint-results");
}

/** Released versions can be asked for by name; others are the go on PATH. */
function pinnedToolchain(goVersion: string): Record<string, string> {
	return /^go\d+(\.\d+)+(rc\d+)?$/.test(goVersion) ? { GOTOOLCHAIN: goVersion } : {};
}

async function sourceHash(source: string): Promise<string> {
	const hash = createHash("sha256");
	const names = (await readdir(source, { recursive: true })).filter(isSource).sort();
	for (const name of names) hash.update(`${name}\n`).update(await readFile(join(source, name)));
	return hash.digest("hex").slice(0, 16);
}

function isSource(name: string): boolean {
	const belongs = /\.(?:go|json)$/.test(name) || name === "go.mod" || name === "go.sum";
	return belongs && !name.endsWith("_test.go") && !name.includes("testdata");
}
