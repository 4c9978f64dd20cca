import { posix } from "node:path";
import type { ConfirmedFinding, Finding } from "#domain/finding.ts";
import type { Plan } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Runs } from "#domain/report.ts";
import { withCommitCheckedOut } from "#host/git.ts";
import type { Host } from "#host/host.ts";
import { countHits, type RerunOptions } from "./count-hits.ts";
import { type RerunTarget, rerunTargets } from "./rerun-target.ts";
import { runsForCertainty } from "./sample.ts";

/** What confirming needs besides the findings. */
export interface ConfirmContext {
	plan: Plan;
	race: boolean;
	goFlags: readonly string[];
	gorace: string;
	timeoutMs: number;
	/** Null when there is nothing to compare with. */
	mergeBase: string | null;
	/** The fingerprints of what one run of a package's tests printed, in the tree at `root`. */
	identify(output: string, importPath: string, root: string): Promise<ReadonlySet<string>>;
}

const headRuns = 20;
const mostBaseRuns = 60;
/** All reruns at head together take no longer than this, nor do those at the base. */
const budgetMs = 60_000;

/** Runs again what was found, in fresh processes, here and at the merge base. Quick effort passes findings on as they are. */
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
	const base = await countHitsAtBase(targets, head, context, options, host, onProgress);
	return findings.map((finding) => confirmFinding(finding, head, base));
}

function confirmFinding(
	finding: Finding,
	head: ReadonlyMap<string, Runs>,
	base: ReadonlyMap<string, Runs> | null,
): ConfirmedFinding {
	const here = head.get(finding.fingerprint);
	const there = base?.get(finding.fingerprint) ?? null;
	return {
		...finding,
		confirmation: here === undefined ? null : { head: here, base: there },
		inBaseline: there === null ? null : there.hits > 0,
		absent: false,
		fixes: [],
	};
}

function rerunOptions(
	targets: readonly RerunTarget[],
	context: ConfirmContext,
	host: Host,
	onProgress: OnProgress,
): RerunOptions {
	const { race, goFlags, gorace, timeoutMs, plan } = context;
	return {
		race,
		goFlags,
		gorace,
		timeoutMs,
		identify: (output, importPath) => context.identify(output, importPath, plan.root),
		mostRuns: () => headRuns,
		deadlineMs: host.clock.elapsedMs() + budgetMs,
		onTarget: (done) => onProgress({ type: "reran", done, total: targets.length }),
	};
}

/** The same tests at the merge base, often enough that a flaky old finding is not called new by chance. */
async function countHitsAtBase(
	targets: readonly RerunTarget[],
	head: ReadonlyMap<string, Runs>,
	context: ConfirmContext,
	options: RerunOptions,
	host: Host,
	onProgress: OnProgress,
): Promise<ReadonlyMap<string, Runs> | null> {
	if (context.mergeBase === null || targets.length === 0) return null;
	onProgress({ type: "stage", stage: "baseline" });
	const { root } = context.plan;
	return withCommitCheckedOut(host, root, context.mergeBase, (tree) =>
		countHits(
			targets.map((target) => moveTarget(target, root, tree)),
			{
				...options,
				identify: (output, importPath) => context.identify(output, importPath, tree),
				mostRuns: (target) =>
					Math.max(headRuns, ...target.fingerprints.map((one) => baseRuns(head.get(one)))),
				deadlineMs: host.clock.elapsedMs() + budgetMs,
			},
			host,
		),
	);
}

function baseRuns(head: Runs | undefined): number {
	return head === undefined ? headRuns : runsForCertainty(head, mostBaseRuns);
}

/** The same target in another checkout of the repository. */
function moveTarget(target: RerunTarget, from: string, to: string): RerunTarget {
	const move = (directory: string) => posix.join(to, posix.relative(from, directory));
	return {
		...target,
		module: { ...target.module, directory: move(target.module.directory) },
		package: { ...target.package, directory: move(target.package.directory) },
	};
}
