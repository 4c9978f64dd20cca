import type { Gap } from "#domain/gap.ts";
import type { Effort, OnlyPart, Plan, PlannedModule, PlannedPackage, Scope } from "#domain/plan.ts";
import type { ListedPackage } from "#host/go.ts";
import type { ListedModule } from "#host/modules.ts";
import { sentence } from "#text/message.ts";
import { userError } from "#text/user-error.ts";
import { hasFiles, keepOwnPackages } from "./ownership.ts";
import { splitIntoShards, weighPackages } from "./shards.ts";

/** What the plan is made from. */
export interface PlanInput {
	root: string;
	scope: Scope;
	effort: Effort;
	shard: { index: number; total: number } | null;
	/** Import paths of the shard's packages where `plan` has chosen them; null: equal parts of all. */
	ofShard: readonly string[] | null;
	modules: readonly ListedModule[];
	/** Import paths of the packages that the change reaches; null without a base. */
	reached: ReadonlySet<string> | null;
	otherModules: readonly string[];
	only: OnlyPart | null;
}

/** Decides which packages are audited by which command. A pattern without packages is a gap, and is not run. */
export function makePlan(input: PlanInput): { plan: Plan; gaps: Gap[] } {
	const own = keepOwnPackages(input.modules);
	const gaps = own.flatMap((module) => [
		...module.warnings.flatMap(gapOfWarning),
		...module.packages.filter((listed) => !hasFiles(listed)).map(gapOfEmpty),
	]);
	const listed = own.map(planModule).filter((module) => module.packages.length > 0);
	const inScope = selectScope(listed, input);
	const leftOut = namesLeftOut(listed, inScope);
	const modules = selectShard(inScope, input);
	const { root, scope, effort, shard, ofShard, otherModules, only } = input;
	const names = namesOf(listed);
	return {
		plan: { root, scope, effort, modules, leftOut, listed: names.length, shard, otherModules, only },
		gaps: [...gaps, ...gapsOfUnknown(ofShard ?? [], names)],
	};
}

/** A package that `plan` named and that is not here: the shard was planned for another commit. */
function gapsOfUnknown(named: readonly string[], listed: readonly string[]): Gap[] {
	const known = new Set(listed);
	return named
		.filter((name) => !known.has(name))
		.map((name) => ({
			kind: "not-run",
			package: name,
			...sentence("shard-names-unknown", { package: name }),
			detail: null,
		}));
}

function selectScope(modules: readonly PlannedModule[], input: PlanInput): PlannedModule[] {
	if (input.scope === "all") return [...modules];
	if (input.reached === null) throw userError("affected-needs-base", {});
	return keepPackages(modules, input.reached);
}

/** The packages that `plan` gave the shard, else an equal part. */
function selectShard(
	modules: readonly PlannedModule[],
	{ shard, ofShard }: Pick<PlanInput, "shard" | "ofShard">,
): PlannedModule[] {
	if (ofShard !== null) return keepPackages(modules, new Set(ofShard));
	if (shard === null) return [...modules];
	const equal = splitIntoShards(weighPackages(namesOf(modules), []), shard.total);
	return keepPackages(modules, new Set(equal[shard.index - 1]));
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
	const left = new Set(namesOf(kept));
	return namesOf(all).filter((name) => !left.has(name));
}

function namesOf(modules: readonly PlannedModule[]): string[] {
	return modules.flatMap((module) => module.packages.map((one) => one.importPath));
}

function planModule(listed: ListedModule): PlannedModule {
	const filled = listed.packages.filter(hasFiles);
	const matched = new Set(filled.flatMap((one) => one.Match ?? []));
	const empty = listed.packages.filter((one) => !hasFiles(one)).flatMap((one) => one.Match ?? []);
	// One folder that go cannot list, such as one with a blank in its name, does not take `./...` from the others.
	const unmatched = new Set(empty.filter((pattern) => !matched.has(pattern)));
	return {
		path: filled.find((listedPackage) => listedPackage.Module)?.Module?.Path ?? listed.directory,
		directory: listed.directory,
		patterns: listed.patterns.filter((pattern) => !unmatched.has(pattern)),
		packages: filled.map(planPackage),
	};
}

function gapOfEmpty(listed: ListedPackage): Gap {
	const pattern = listed.ImportPath;
	const detail = listed.Error?.Err.replace(`pattern ${pattern}: `, "") ?? null;
	const said =
		detail === null
			? sentence("pattern-without-packages", { pattern })
			: sentence("pattern-not-listed", { pattern, detail });
	return { kind: "not-run", package: null, ...said, detail: null };
}

function planPackage(listed: ListedPackage): PlannedPackage {
	const tests = (listed.TestGoFiles?.length ?? 0) + (listed.XTestGoFiles?.length ?? 0);
	return { importPath: listed.ImportPath, directory: listed.Dir, hasTests: tests > 0 };
}

function gapOfWarning(warning: string): Gap[] {
	const match = /^go: warning: "(.+)" matched no packages$/.exec(warning);
	if (match === null) return [];
	const said = sentence("pattern-without-packages", { pattern: match[1] ?? "" });
	return [{ kind: "not-run", package: null, ...said, detail: null }];
}
