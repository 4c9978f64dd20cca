import type { Finding } from "#domain/finding.ts";
import type { PlannedModule, PlannedPackage } from "#domain/plan.ts";

/** One selection of tests that is run again, and the findings it may show. */
export interface RerunTarget {
	module: PlannedModule;
	package: PlannedPackage;
	/** Top-level tests; empty: all of the package, for what happens outside a test. */
	tests: readonly string[];
	fingerprints: readonly string[];
}

/** No more than these tests of one finding are run again: any of them shows the cause. */
const testsOfOneFinding = 2;

/**
 * The reruns that can show these findings again, one for each package and test. A timeout is left out: each rerun
 * would last as long as the time limit.
 */
export function rerunTargets(findings: readonly Finding[], modules: readonly PlannedModule[]): RerunTarget[] {
	const targets = new Map<string, RerunTarget & { fingerprints: string[] }>();
	for (const finding of findings.filter(canRerun)) {
		for (const { importPath, test } of selections(finding)) {
			const home = findPackage(importPath, modules);
			if (home === null) continue;
			const key = `${importPath} ${test ?? ""}`;
			const target = targets.get(key) ?? { ...home, tests: test === null ? [] : [test], fingerprints: [] };
			target.fingerprints.push(finding.fingerprint);
			targets.set(key, target);
		}
	}
	return [...targets.values()];
}

function canRerun(finding: Finding): boolean {
	return finding.kind !== "lint" && finding.kind !== "timeout" && finding.severity !== "note";
}

/** The first package and tests that showed the finding; a cause seen in several packages is run where it was seen first. */
function selections(finding: Finding): { importPath: string; test: string | null }[] {
	const seen = new Map<string, { importPath: string; test: string | null }>();
	for (const incident of finding.incidents) {
		if (incident.package === null) continue;
		const test = incident.test?.split("/", 1)[0] ?? null;
		seen.set(`${incident.package} ${test}`, { importPath: incident.package, test });
	}
	return [...seen.values()].slice(0, testsOfOneFinding);
}

/** A package with the module that its commands run in. */
export interface PackageHome {
	module: PlannedModule;
	package: PlannedPackage;
}

/** The planned package of an import path, or null. */
export function findPackage(importPath: string, modules: readonly PlannedModule[]): PackageHome | null {
	for (const module of modules) {
		const found = module.packages.find((one) => one.importPath === importPath);
		if (found !== undefined) return { module, package: found };
	}
	return null;
}
