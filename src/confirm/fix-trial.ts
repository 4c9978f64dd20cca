import type { FixProposal } from "#domain/fix-proposal.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { PlannedModule, PlannedPackage } from "#domain/plan.ts";
import type { Host } from "#host/host.ts";
import type { Sentence } from "#text/message.ts";
import type { Overlay } from "./overlay.ts";
import type { RerunTarget } from "./rerun-target.ts";

/** What proving needs of the audit around it. */
export interface ProofContext {
	race: boolean;
	goFlags: readonly string[];
	gorace: string;
	timeoutMs: number;
	/** How long the tests of a package took in the first pass, by import path; null when they did not run. */
	secondsOf(importPath: string): number | null;
	/** Fingerprints of all that is known at head: a fix may not add to it. */
	known: ReadonlySet<string>;
	/** The fingerprints of what one run printed, with the sources that it was built from. */
	identify(output: string, replaced: ReadonlyMap<string, string>): Promise<ReadonlySet<string>>;
	/** The diagnostics that the lint has of packages under an overlay and not without it; null when it could not look. */
	newDiagnostics(
		module: PlannedModule,
		packages: readonly PlannedPackage[],
		overlay: string,
	): Promise<LintChange | null>;
	/** Moment of the clock after which nothing more is started. */
	deadlineMs: number;
	/** What a package shows without any fix, by import path, where it was asked for: the proofs of a run share it. */
	untouched: Map<string, Promise<Untouched>>;
	/** How long its tests take then, in seconds, by import path, where the first pass did not run them. */
	measured: Map<string, Promise<number>>;
}

/** What some runs of all tests of a package show without a fix: it does not tell against one. */
export interface Untouched {
	failures: ReadonlySet<string>;
	fingerprints: ReadonlySet<string>;
}

/** What a fix changes for the lint. */
export interface LintChange {
	/** Diagnostics that were not there before. */
	added: LintDiagnostic[];
	/** Fingerprints of all that it says now. */
	remaining: ReadonlySet<string>;
}

/** One proposal with what must be run to prove it. */
export interface Trial {
	proposal: FixProposal;
	module: PlannedModule;
	/** The packages whose files are edited. */
	edited: readonly PlannedPackage[];
	/** The tests that showed the finding; none for what only the lint sees. */
	targets: readonly RerunTarget[];
	/** So many runs without the finding are no chance. */
	runs: number;
}

/** One trial while it goes on: the overlay lies in the folder, with the binaries. */
export interface Attempt {
	trial: Trial;
	context: ProofContext;
	host: Host;
	overlay: Overlay;
	folder: string;
}

/** So many runs the step counts for, or why the fix is rejected, or that time was up. */
export type Outcome = number | Sentence | typeof outOfTime;

/** The outcome of a step that the budget or an interrupt cut short. */
export const outOfTime = "out of time" as const;
