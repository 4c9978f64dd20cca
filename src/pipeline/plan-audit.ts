import type { AuditSettings } from "#domain/audit-settings.ts";
import type { SuppressionRule } from "#domain/config-file.ts";
import type { Gap } from "#domain/gap.ts";
import type { Plan } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Change } from "#domain/report.ts";
import { findAddedRules } from "#host/config-file.ts";
import type { Host } from "#host/host.ts";
import { findOtherModules, listModules } from "#host/modules.ts";
import { readChange, readWorkspace, type Workspace } from "#host/workspace.ts";
import { affectedPackages } from "#plan/affected.ts";
import { type Diff, parseDiff } from "#plan/diff.ts";
import { changedPaths } from "#plan/diff-lines.ts";
import { patternsOfModule } from "#plan/patterns.ts";
import { makePlan } from "#plan/plan.ts";
import { packagesOfShard } from "#plan/shards.ts";

/** What was found out before anything runs. */
export interface PlannedAudit {
	workspace: Workspace;
	plan: Plan;
	gaps: Gap[];
	/** Null without a base, like `diff`. */
	change: Change | null;
	diff: Diff | null;
	/** Import paths of the packages that the change reaches; null without one. */
	reached: ReadonlySet<string> | null;
	/** The ignore entries that the change adds. */
	addedRules: ReadonlySet<SuppressionRule>;
}

/** Reads the folder and decides what is audited. */
export async function planAudit(
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress = () => {},
): Promise<PlannedAudit> {
	onProgress({ type: "stage", stage: "planning" });
	const workspace = await readWorkspace(host, settings.directory);
	const { directory, root } = workspace;
	const ofShard = packagesOfShard(settings);
	const wanted = wantedPatterns(settings);
	const patterns = (module: string) => patternsOfModule(wanted, directory, module);
	const [modules, fromBase, otherModules] = await Promise.all([
		listModules(host, workspace, patterns, settings.goFlags),
		readChange(host, workspace, settings.base),
		isEverything(wanted) ? findOtherModules(host, workspace) : [],
	]);
	const mergeBase = fromBase?.change.mergeBase ?? null;
	const addedRules =
		mergeBase === null ? new Set<SuppressionRule>() : await findAddedRules(host, root, mergeBase, settings);
	const diff = fromBase === null ? null : parseDiff(fromBase.diff);
	const changed = diff === null ? null : changedPaths(diff, root);
	const { scope, effort, shard, only } = settings;
	const reached = changed === null ? null : affectedPackages(changed, modules);
	const planned = makePlan({ root, scope, effort, shard, ofShard, modules, reached, otherModules, only });
	const packages = planned.plan.modules.flatMap((module) => module.packages).length;
	onProgress({ type: "planned", packages, modules: planned.plan.modules.length });
	return { workspace, change: fromBase?.change ?? null, diff, reached, addedRules, ...planned };
}

/** What is listed: the packages of a shard that `plan` chose are picked from all. */
function wantedPatterns(settings: AuditSettings): readonly string[] {
	return packagesOfShard(settings) === null ? settings.packages : ["./..."];
}

function isEverything(patterns: readonly string[]): boolean {
	return patterns.join() === "./...";
}

/** A part of an audit cannot tell which ignore entries the rest needs; of shards, the merged report tells. */
export function tellsUnused({ plan }: PlannedAudit, settings: AuditSettings): boolean {
	return settings.only === null && plan.leftOut.length === 0 && isEverything(wantedPatterns(settings));
}
