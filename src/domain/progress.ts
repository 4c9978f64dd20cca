import type { Outcome } from "./output-event.ts";

/** What a long audit tells while it works; fronts show it on standard error. */
export type Progress =
	| {
			type: "stage";
			stage: "planning" | "testing" | "stressing" | "linting" | "confirming" | "baseline" | "fixing";
	  }
	| { type: "planned"; packages: number; modules: number }
	| { type: "package-ended"; package: string; outcome: Outcome | "build-failed"; done: number; total: number }
	| { type: "command"; program: string; args: readonly string[]; durationMs: number }
	| { type: "lint-built"; durationMs: number }
	| { type: "lint-ended"; diagnostics: number; durationMs: number }
	| { type: "reran"; done: number; total: number };

/** Receives progress. */
export type OnProgress = (progress: Progress) => void;
