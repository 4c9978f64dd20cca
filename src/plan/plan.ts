import type { Gap } from "#domain/gap.ts";
import type { Plan, PlannedModule, PlannedPackage } from "#domain/plan.ts";
import type { Effort, Scope } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import type { ListedPackage } from "#host/go.ts";
import type { ListedModule } from "#host/modules.ts";
import { splitIntoShards, weighPackages } from "./shards.ts";

/** What the plan is made from. */
export interface PlanInput {
	root: string;
	scope: Scope;
	effort: Effort;
	shard: { index: number; total: number } | null;
	modules: readonly ListedModule[];
	/** Import paths of the packages that the change reaches; null without a base. */
	reached: ReadonlySet<string> | null;
}

/** Decides which packages are audited by which command. A pattern without packages is a gap, and is not run. */
export function makePlan(input: PlanInput): { plan: Plan; gaps: Gap[] } {
	const gaps = input.modules.flatMap((module) => [
		...module.warnings.flatMap(gapOfWarning),
		...module.packages.filter(isEmpty).map(gapOfEmpty),
	]);
	const listed = input.modules.map(planModule).filter((module) => module.packages.length > 0);
	const selected = selectShard(selectScope(listed, input), input.shard);
	const { root, scope, effort, shard } = input;
	const leftOut = shard === null ? namesLeftOut(listed, selected) : [];
	return { plan: { root, scope, effort, modules: selected, leftOut, shard }, gaps };
}

function selectScope(modules: readonly PlannedModule[], input: PlanInput): PlannedModule[] {
	if (input.scope === "all") return [...modules];
	if (input.reached === null) throw new UserError("--scope affected needs --base, to know what changed");
	return keepPackages(modules, input.reached);
}

/** A shard of an audit without earlier timings; `plan --timings` gives shards by their packages instead. */
function selectShard(modules: readonly PlannedModule[], shard: PlanInput["shard"]): PlannedModule[] {
	if (shard === null) return [...modules];
	const names = modules.flatMap((module) => module.packages.map((one) => one.importPath));
	return keepPackages(
		modules,
		new Set(splitIntoShards(weighPackages(names, []), shard.total)[shard.index - 1]),
	);
}

/** The modules with only these packages; one without any is left out. */
export function keepPackages(modules: readonly PlannedModule[], kept: ReadonlySet<string>): PlannedModule[] {
	return modules.flatMap((module) => {
		const packages = module.packages.filter((one) => kept.has(one.importPath));
		if (packages.length === 0) return [];
		const whole = packages.length === module.packages.length;
		return [
			{ ...module, packages, patterns: whole ? module.patterns : packages.map((one) => one.importPath) },
		];
	});
}

function namesLeftOut(all: readonly PlannedModule[], kept: readonly PlannedModule[]): string[] {
	const names = (modules: readonly PlannedModule[]) =>
		modules.flatMap((module) => module.packages.map((one) => one.importPath));
	const left = new Set(names(kept));
	return names(all).filter((name) => !left.has(name));
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
