import { posix } from "node:path";
import type { Finding } from "#domain/finding.ts";
import type { PlannedModule } from "#domain/plan.ts";

/** The command that shows a finding again, run from the repository's root `root` (absolute, slashes). */
export function reproduceCommand(finding: Finding, modules: readonly PlannedModule[], root: string): string {
	const home = modules.find((module) => module.packages.some((one) => one.importPath === finding.package));
	const target = packagePattern(finding.package, home);
	const folder = home === undefined ? "" : posix.relative(root, home.directory);
	if (finding.kind === "lint") {
		const where = folder === "" ? "" : ` ${shellQuote(folder)}`;
		return `go-race-audit audit${where} --only lint --packages ${shellQuote(target)}`;
	}
	const inFolder = folder === "" ? "" : ` -C ${shellQuote(folder)}`;
	const run = finding.tests.length === 0 ? "" : ` -run ${shellQuote(runPattern(finding.tests))}`;
	return `go test${inFolder} -race${run} -count=1 ${shellQuote(target)}`;
}

function packagePattern(importPath: string | null, home: PlannedModule | undefined): string {
	if (importPath === null) return "./...";
	const found = home?.packages.find((one) => one.importPath === importPath);
	if (home === undefined || found === undefined) return importPath;
	const relative = posix.relative(home.directory, found.directory);
	return relative === "" ? "." : `./${relative}`;
}

/** A -run pattern that matches exactly these tests: subtests level by level, several top-level tests as alternatives. */
export function runPattern(tests: readonly string[]): string {
	const [only] = tests;
	if (tests.length === 1 && only !== undefined) return only.split("/").map(exactly).join("/");
	const topLevel = [...new Set(tests.map((test) => test.split("/", 1)[0] ?? test))].sort();
	return topLevel.length === 1 ? exactly(topLevel[0] ?? "") : `^(${topLevel.map(escapeRegExp).join("|")})$`;
}

function exactly(name: string): string {
	return `^${escapeRegExp(name)}$`;
}

function escapeRegExp(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** A word for a POSIX shell; plain words stay as they are. */
export function shellQuote(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
