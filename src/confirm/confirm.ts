import { runsForCertainty } from "#domain/certainty.ts";
import type { ConfirmedFinding, Finding } from "#domain/finding.ts";
import type { Plan, PlannedModule } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Runs } from "#domain/report.ts";
import { withCommitCheckedOut } from "#host/git.ts";
import type { Host } from "#host/host.ts";
import {
	type Baseline,
	goneSince,
	isInBaseline,
	modulesToLint,
	moveModule,
	movePlaces,
	moveTarget,
} from "./baseline.ts";
import { countHits, type RerunOptions } from "./count-hits.ts";
import { type BaselineKey, countAtBase } from "./kept-baseline.ts";
import { type RerunTarget, rerunTargets } from "./rerun-target.ts";

/** What confirming needs besides the findings. */
export interface ConfirmContext {
	plan: Plan;
	race: boolean;
	goFlags: readonly string[];
	gorace: string;
	timeoutMs: number;
	/** Null when there is nothing to compare with. */
	baseline: BaselineKey | null;
	/** The fingerprints of what one run of a package's tests printed. */
	identify(output: string): Promise<ReadonlySet<string>>;
	/** What the lint finds in these modules; null when it could not look. */
	lint(modules: readonly PlannedModule[]): Promise<Finding[] | null>;
}

const headRuns = 20;
const mostBaseRuns = 60;
/** All reruns at head together take no longer than this, nor do those at the base. */
const budgetMs = 60_000;

/** Runs again what was found, in fresh processes, here and at the merge base. Quick effort only compares with the base's lint. */
export async function confirm(
	findings: readonly Finding[],
	context: ConfirmContext,
	host: Host,
	onProgress: OnProgress,
): Promise<ConfirmedFinding[]> {
	const targets = context.plan.effort === "quick" ? [] : rerunTargets(findings, context.plan.modules);
	if (targets.length > 0) onProgress({ type: "stage", stage: "confirming" });
	const options = rerunOptions(targets, context, host, onProgress);
	const head = await countHits(targets, options, host);
	const baseline = await readBaseline(findings, targets, head, context, host, onProgress);
	return [
		...findings.map((finding) => withCounts(finding, head, baseline)),
		...goneSince(baseline, findings).map((finding) => ({ ...withCounts(finding, head, null), absent: true })),
	];
}

function withCounts(
	finding: Finding,
	head: ReadonlyMap<string, Runs>,
	baseline: Baseline | null,
): ConfirmedFinding {
	const here = head.get(finding.fingerprint);
	const there = baseline?.counts.get(finding.fingerprint) ?? null;
	return {
		...finding,
		confirmation: here === undefined ? null : { head: here, base: there },
		inBaseline: isInBaseline(finding, baseline),
		absent: false,
		fixes: [],
		rejectedFixes: [],
	};
}

function rerunOptions(
	targets: readonly RerunTarget[],
	context: ConfirmContext,
	host: Host,
	onProgress: OnProgress,
): RerunOptions {
	const { race, goFlags, gorace, timeoutMs, identify } = context;
	return {
		race,
		goFlags,
		gorace,
		timeoutMs,
		identify,
		mostRuns: () => headRuns,
		deadlineMs: host.clock.elapsedMs() + budgetMs,
		onTarget: (done) => onProgress({ type: "reran", done, total: targets.length }),
	};
}

/** The same tests and the same lint at the merge base; null when there is none, or nothing to compare. */
async function readBaseline(
	findings: readonly Finding[],
	targets: readonly RerunTarget[],
	head: ReadonlyMap<string, Runs>,
	context: ConfirmContext,
	host: Host,
	onProgress: OnProgress,
): Promise<Baseline | null> {
	const { baseline: key, plan } = context;
	const linted = modulesToLint(findings, plan.modules);
	if (key === null || targets.length + linted.length === 0) return null;
	onProgress({ type: "stage", stage: "baseline" });
	return withCommitCheckedOut(host, plan.root, key.mergeBase, async (tree) => {
		const moved = targets.map((target) => moveTarget(target, plan.root, tree));
		const options = { ...rerunOptions(targets, context, host, onProgress), mostRuns: baseRunsFor(head) };
		const counts = await countAtBase(moved, options, host, key);
		const lint = await context.lint(linted.map((module) => moveModule(module, plan.root, tree)));
		return { counts, lint: lint?.map((finding) => movePlaces(finding, tree, plan.root)) ?? null };
	});
}

/** Often enough that a flaky old finding is not called new by chance. */
function baseRunsFor(head: ReadonlyMap<string, Runs>): RerunOptions["mostRuns"] {
	const needed = (fingerprint: string) => {
		const runs = head.get(fingerprint);
		return runs === undefined ? headRuns : runsForCertainty(runs, mostBaseRuns);
	};
	return (target) => Math.max(headRuns, ...target.fingerprints.map(needed));
}
