import { posix } from "node:path";
import type { Finding, SourceLine } from "#domain/finding.ts";
import type { PlannedModule } from "#domain/plan.ts";
import type { Runs } from "#domain/report.ts";
import type { RerunTarget } from "./rerun-target.ts";

/** What the merge base shows of the findings at head. */
export interface Baseline {
	/** Reruns of the tests that showed something. */
	counts: ReadonlyMap<string, Runs>;
	/** What the lint finds there in the packages that it has findings in here; null where it did not run. */
	lint: readonly Finding[] | null;
}

/** The modules that hold findings of the lint worth comparing, each with only the packages that have some. */
export function modulesToLint(
	findings: readonly Finding[],
	modules: readonly PlannedModule[],
): PlannedModule[] {
	const names = new Set(findings.filter(isLintWarning).map((finding) => finding.package));
	return modules.flatMap((module) => {
		const packages = module.packages.filter((one) => names.has(one.importPath));
		return packages.length === 0
			? []
			: [{ ...module, packages, patterns: packages.map((one) => one.importPath) }];
	});
}

/** Notes are never posted and never fail, so that they are not worth a second run. */
function isLintWarning(finding: Finding): boolean {
	return finding.kind === "lint" && finding.severity !== "note";
}

/** Whether the baseline has a finding; null when it says nothing of it. */
export function isInBaseline(finding: Finding, baseline: Baseline | null): boolean | null {
	if (finding.kind === "lint") {
		if (baseline?.lint == null || !isLintWarning(finding)) return null;
		return baseline.lint.some((one) => one.fingerprint === finding.fingerprint);
	}
	const counts = baseline?.counts.get(finding.fingerprint);
	return counts === undefined ? null : counts.hits > 0;
}

/** The lint's findings at the base that are gone at head. */
export function goneSince(baseline: Baseline | null, findings: readonly Finding[]): Finding[] {
	const here = new Set(findings.map((finding) => finding.fingerprint));
	return (baseline?.lint ?? []).filter((finding) => isLintWarning(finding) && !here.has(finding.fingerprint));
}

/** The same module in another checkout of the repository. */
export function moveModule(module: PlannedModule, from: string, to: string): PlannedModule {
	const packages = module.packages.map((one) => ({ ...one, directory: movePath(one.directory, from, to) }));
	return { ...module, directory: movePath(module.directory, from, to), packages };
}

/** The same rerun in another checkout. */
export function moveTarget(target: RerunTarget, from: string, to: string): RerunTarget {
	const directory = movePath(target.package.directory, from, to);
	return {
		...target,
		module: moveModule(target.module, from, to),
		package: { ...target.package, directory },
	};
}

/** The same lines in another checkout. */
export function movePlaces(finding: Finding, from: string, to: string): Finding {
	const move = (place: SourceLine) => ({ ...place, file: movePath(place.file, from, to) });
	return { ...finding, places: finding.places.map(move) };
}

function movePath(path: string, from: string, to: string): string {
	return posix.join(to, posix.relative(from, path));
}
