import type { Gap } from "#domain/gap.ts";
import type { Plan, PlannedModule, PlannedPackage } from "#domain/plan.ts";
import type { Effort, Scope } from "#domain/report.ts";
import type { ListedPackage } from "#host/go.ts";

/** One module as listed by go. */
export interface ListedModule {
	directory: string;
	patterns: readonly string[];
	packages: readonly ListedPackage[];
	warnings: readonly string[];
}

/** What the plan is made from. */
export interface PlanInput {
	root: string;
	scope: Scope;
	effort: Effort;
	shard: { index: number; total: number } | null;
	modules: readonly ListedModule[];
}

/** Decides which packages are audited by which command. A pattern without packages is a gap, and is not run. */
export function makePlan(input: PlanInput): { plan: Plan; gaps: Gap[] } {
	const gaps = input.modules.flatMap((module) => [
		...module.warnings.flatMap(gapOfWarning),
		...module.packages.filter(isEmpty).map(gapOfEmpty),
	]);
	const modules = input.modules.map(planModule).filter((module) => module.packages.length > 0);
	const plan = { root: input.root, scope: input.scope, effort: input.effort, modules, shard: input.shard };
	return { plan, gaps };
}

function planModule(listed: ListedModule): PlannedModule {
	const unmatched = new Set(listed.packages.filter(isEmpty).flatMap((empty) => empty.Match ?? []));
	const filled = listed.packages.filter((listedPackage) => !isEmpty(listedPackage));
	return {
		path: filled.find((listedPackage) => listedPackage.Module)?.Module?.Path ?? listed.directory,
		directory: listed.directory,
		patterns: listed.patterns.filter((pattern) => !unmatched.has(pattern)),
		packages: filled.map(planPackage),
	};
}

/** What go lists for a pattern that names nothing, and for a folder without Go files for this platform. */
function isEmpty(listed: ListedPackage): boolean {
	const files = [listed.GoFiles, listed.CgoFiles, listed.TestGoFiles, listed.XTestGoFiles];
	return files.every((names) => names === undefined);
}

function gapOfEmpty(listed: ListedPackage): Gap {
	const message = `the pattern ${listed.ImportPath} matches no package`;
	return { kind: "not-run", package: null, message, detail: listed.Error?.Err ?? null };
}

function planPackage(listed: ListedPackage): PlannedPackage {
	const tests = (listed.TestGoFiles?.length ?? 0) + (listed.XTestGoFiles?.length ?? 0);
	return { importPath: listed.ImportPath, directory: listed.Dir, hasTests: tests > 0 };
}

function gapOfWarning(warning: string): Gap[] {
	const match = /^go: warning: "(.+)" matched no packages$/.exec(warning);
	if (match === null) return [];
	return [
		{ kind: "not-run", package: null, message: `the pattern ${match[1]} matches no packages`, detail: null },
	];
}
