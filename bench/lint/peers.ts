/** The programs that are measured side by side. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Module whose packages are looked at: 209 packages, no generated code to speak of. */
export const subject = { path: "golang.org/x/tools", version: "v0.42.0" } as const;

/** The other linter, pinned so that two runs of the benchmark compare. */
export const staticcheck = "honnef.co/go/tools/cmd/staticcheck@v0.8.2";

/** A program and how it is run in the subject's folder. */
export interface Peer {
	readonly name: "go vet" | "lint" | "staticcheck";
	readonly command: string;
	readonly args: readonly string[];
	readonly env: NodeJS.ProcessEnv;
}

/** Builds the lint of this repository and installs staticcheck into `folder`. */
export function preparePeers(folder: string, root: string): readonly Peer[] {
	const lint = join(folder, "lint");
	execFileSync("go", ["build", "-o", lint, "."], { cwd: join(root, "lint"), stdio: "inherit" });
	execFileSync("go", ["install", staticcheck], { env: { ...process.env, GOBIN: folder }, stdio: "inherit" });
	return peersWithCaches(folder, "kept");
}

/** The same programs with result caches of the given name; a new name is an empty cache. */
export function peersWithCaches(folder: string, cache: string): readonly Peer[] {
	const results = join(folder, `lint-${cache}`);
	const checks = join(folder, `staticcheck-${cache}`);
	return [
		{ name: "go vet", command: "go", args: ["vet", "./..."], env: {} },
		{
			name: "lint",
			command: join(folder, "lint"),
			args: ["-race=false", "-cache", results, "./..."],
			env: {},
		},
		{
			name: "staticcheck",
			command: join(folder, "staticcheck"),
			args: ["./..."],
			env: { STATICCHECK_CACHE: checks },
		},
	];
}
