import { posix } from "node:path";
import type { Finding } from "#domain/finding.ts";
import type { PlannedModule } from "#domain/plan.ts";
import { runPattern } from "#domain/run-pattern.ts";

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
	const tests = testsOfPackage(finding);
	const run = tests.length === 0 ? "" : ` -run ${shellQuote(runPattern(tests))}`;
	return `go test${inFolder} -race${run} -count=1 ${shellQuote(target)}`;
}

/** A cause seen in several packages is shown again in its own; without incidents at hand, all its tests are taken. */
function testsOfPackage({ incidents, package: own, tests }: Finding): string[] {
	const here = incidents
		.filter((incident) => incident.package === own)
		.flatMap((incident) => incident.test ?? []);
	return incidents.length === 0 ? tests : [...new Set(here)].sort();
}

function packagePattern(importPath: string | null, home: PlannedModule | undefined): string {
	if (importPath === null) return "./...";
	const found = home?.packages.find((one) => one.importPath === importPath);
	if (home === undefined || found === undefined) return importPath;
	const relative = posix.relative(home.directory, found.directory);
	return relative === "" ? "." : `./${relative}`;
}

/** A word for a POSIX shell; plain words stay as they are. */
export function shellQuote(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
