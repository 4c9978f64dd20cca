import { availableParallelism } from "node:os";
import { isAbsolute, posix } from "node:path";
import pLimit from "p-limit";
import { runsForCertainty } from "#domain/certainty.ts";
import type { ConfirmedFinding } from "#domain/finding.ts";
import type { FixProposal } from "#domain/fix-proposal.ts";
import type { Plan, PlannedModule } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Fix, RejectedFix } from "#domain/report.ts";
import type { Host } from "#host/host.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { fixTarget, targetsByModule } from "./fix-target.ts";
import type { ProofContext, Trial } from "./fix-trial.ts";
import { proveFix } from "./prove-fix.ts";
import { rerunTargets } from "./rerun-target.ts";

/** What fixing needs of the audit around it. */
export interface FixContext extends Omit<ProofContext, "known" | "deadlineMs" | "untouched" | "measured"> {
	plan: Plan;
	/** All proofs together take no longer than this. */
	budgetMs: number;
	propose(groups: ReturnType<typeof targetsByModule>): Promise<FixProposal[]>;
}

/** Runs of the racing test under a fix: at least so many, however sure the race was, and at most so many. */
const fewestRuns = 10;
const mostRuns = 200;

/** Runs under a fix of what was not run again: enough for what shows in every tenth run. */
const runsUnmeasured = 50;

/** Proposes fixes and tries each; only what is proved is offered, and what is not leaves its reason. */
export async function proveFixes(
	findings: readonly ConfirmedFinding[],
	context: FixContext,
	host: Host,
	onProgress: OnProgress,
): Promise<ConfirmedFinding[]> {
	const { plan, budgetMs } = context;
	if (plan.effort === "quick" || budgetMs === 0) return [...findings];
	const worth = findings.filter(isWorthFixing).sort(byValue);
	if (worth.length === 0) return [...findings];
	onProgress({ type: "stage", stage: "fixing" });
	const deadlineMs = host.clock.elapsedMs() + budgetMs;
	const known = new Set(findings.map((finding) => finding.fingerprint));
	const proposals = await collectProposals(worth, context);
	const fixed = new Map<string, Outcome>();
	const proving = { ...context, known, deadlineMs, untouched: new Map(), measured: new Map() };
	const limit = pLimit(Math.ceil(availableParallelism() / processorsOfProof));
	const fixOne = async (finding: ConfirmedFinding) => {
		const own = proposals.filter((one) => one.fingerprint === finding.fingerprint);
		fixed.set(finding.fingerprint, await tryInTurn(finding, own, proving, host));
	};
	await Promise.all(worth.map((finding) => limit(() => fixOne(finding))));
	return findings.map((finding) => ({ ...finding, ...fixed.get(finding.fingerprint) }));
}

/** A proof compiles on one processor at a time, and runs tests on all. */
const processorsOfProof = 2;

interface Outcome {
	fixes: Fix[];
	rejectedFixes: RejectedFix[];
}

function isWorthFixing(finding: ConfirmedFinding): boolean {
	return !finding.absent && finding.severity !== "note" && finding.ignoredReason === null;
}

/** What the change brought before what was there, what was seen before what the lint fears. */
function byValue(a: ConfirmedFinding, b: ConfirmedFinding): number {
	const rank = (finding: ConfirmedFinding) =>
		(finding.inBaseline === true ? 4 : 0) +
		(finding.incidents.length === 0 ? 2 : 0) +
		(finding.severity === "error" ? 0 : 1);
	return rank(a) - rank(b) || b.incidents.length - a.incidents.length;
}

async function collectProposals(
	findings: readonly ConfirmedFinding[],
	context: FixContext,
): Promise<FixProposal[]> {
	const { modules } = context.plan;
	const targets = findings.map((finding) => fixTarget(finding, modules)).filter((one) => one !== null);
	const made = targets.length === 0 ? [] : await context.propose(targetsByModule(targets, modules));
	return [...made, ...findings.flatMap(lintProposals)];
}

/** The analyzers' own fixes. */
function lintProposals({ fingerprint, diagnostics }: ConfirmedFinding): FixProposal[] {
	return diagnostics.flatMap(({ analyzer, fixes }) =>
		fixes.map((fix) => ({ fingerprint, pattern: analyzer, ...fix })),
	);
}

/** Tries proposals until one is proved. */
async function tryInTurn(
	finding: ConfirmedFinding,
	proposals: readonly FixProposal[],
	context: FixContext & ProofContext,
	host: Host,
): Promise<Outcome> {
	const rejectedFixes: RejectedFix[] = [];
	for (const proposal of proposals) {
		const trial = makeTrial(finding, proposal, context.plan);
		if (trial === null) continue;
		if (trial.runs > mostRuns) {
			rejectedFixes.push(rejected(proposal, sentence("rejected-rare", { runs: trial.runs })));
			continue;
		}
		if (host.interrupt.aborted || host.clock.elapsedMs() > context.deadlineMs) {
			rejectedFixes.push(rejected(proposal, notTried(context, host)));
			continue;
		}
		const proof = await proveFix(trial, context, host);
		if ("verified" in proof) {
			// The lint looked again, which is a run where there are no tests.
			const runs = Math.max(proof.verified.runs, 1);
			const fix = toFix(proposal, { ...proof.verified, runs }, context.plan.root);
			return { fixes: [fix], rejectedFixes };
		}
		rejectedFixes.push(rejected(proposal, "rejected" in proof ? proof.rejected : notTried(context, host)));
	}
	return { fixes: [], rejectedFixes };
}

function rejected({ title, words }: FixProposal, why: Sentence): RejectedFix {
	return { title, words, reason: why.message, reasonWords: why.words };
}

function notTried({ budgetMs }: FixContext, host: Host): Sentence {
	if (host.interrupt.aborted) return sentence("rejected-interrupted", {});
	return sentence("rejected-no-time", { seconds: budgetMs / 1000 });
}

/** What must run to prove a proposal; null when it edits a file outside of the audited packages. */
function makeTrial(finding: ConfirmedFinding, proposal: FixProposal, plan: Plan): Trial | null {
	const files = proposal.edits.map(({ at }) => posix.dirname(at.file.replaceAll("\\", "/")));
	const module = plan.modules.find((one) => files.every((folder) => holds(one, folder)));
	if (module === undefined) return null;
	const edited = module.packages.filter((one) => files.includes(one.directory));
	const targets = rerunTargets([finding], plan.modules);
	if (finding.kind !== "lint" && targets.length === 0) return null;
	return { proposal, module, edited, targets, runs: runsNeeded(finding) };
}

function holds(module: PlannedModule, folder: string): boolean {
	return module.packages.some((one) => one.directory === folder);
}

/** So many runs that chance explains none with the finding in less than 1 of 100 cases. */
function runsNeeded({ confirmation, incidents }: ConfirmedFinding): number {
	if (incidents.length === 0) return 1;
	const measured = confirmation?.head;
	if (measured === undefined || measured.runs === 0) return runsUnmeasured;
	return Math.max(fewestRuns, runsForCertainty(measured, Number.POSITIVE_INFINITY));
}

function toFix({ title, words, edits }: FixProposal, verified: Fix["verified"], root: string): Fix {
	return {
		title,
		words,
		verified,
		edits: edits.map(({ at, newText }) => ({
			file: isAbsolute(at.file) ? posix.relative(root, at.file.replaceAll("\\", "/")) : at.file,
			start: { line: at.line, column: at.column },
			end: { line: at.endLine, column: at.endColumn },
			newText,
		})),
	};
}
