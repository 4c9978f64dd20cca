import type { Effort } from "#domain/plan.ts";
import type { Command } from "#host/host.ts";

/** How `go test` is started for one module. */
export interface TestRun {
	directory: string;
	patterns: readonly string[];
	effort: Effort;
	race: boolean;
	timeoutMs: number;
	goFlags: readonly string[];
	/** The user's own GORACE, kept. */
	gorace: string;
}

/** A test binary that outlives its own timeout this long without a word is killed with all it started. */
const silenceAfterTimeoutMs = 90_000;

/**
 * Events the detector remembers for each goroutine: at its default it silently drops a race whose first access lies
 * more than about 20 thousand events back. Larger values cost memory; these were measured in bench/effort.
 */
const historySize = { quick: 1, standard: 1, deep: 300 } as const satisfies Record<Effort, number>;

/** The `go test -json` command of one module. */
export function testCommand(run: TestRun): Command {
	const timeout = `-timeout=${Math.ceil(run.timeoutMs / 1000)}s`;
	const flags = [...(run.race ? ["-race"] : []), "-json", timeout, ...(mustRun(run) ? ["-count=1"] : [])];
	const args = ["test", ...flags, ...run.goFlags, ...run.patterns];
	return {
		program: "go",
		args,
		cwd: run.directory,
		env: { GORACE: detectorOptions(run.effort, run.gorace) },
		idleTimeoutMs: run.timeoutMs + silenceAfterTimeoutMs,
	};
}

/**
 * GORACE is not part of the key of Go's test cache: a pass that a shorter history gave would stand for a run with a
 * longer one, or with options of the user's own. Else a pass from the cache is as good as the run that gave it.
 */
function mustRun({ effort, gorace }: TestRun): boolean {
	return effort === "deep" || gorace !== "";
}

/** GORACE for an effort; what the user set wins, as the detector takes the last of equal options. */
export function detectorOptions(effort: Effort, own: string): string {
	return `history_size=${historySize[effort]} ${own}`.trim();
}
