import type { Gap } from "#domain/gap.ts";
import type { Plan, PlannedModule } from "#domain/plan.ts";
import { complaintOf, firstLine } from "#host/go.ts";
import type { Exit, Host } from "#host/host.ts";
import { sentence } from "#text/message.ts";
import { gapsOfUnfinished, type Observation } from "./observation.ts";
import { testCommand } from "./test-command.ts";

/** How the tests of a plan are run. */
export interface TestsRun {
	plan: Plan;
	/** Off where there is no C compiler: panics are still found. */
	race: boolean;
	timeoutMs: number;
	goFlags: readonly string[];
	gorace: string;
}

/** Takes the bytes of one command's standard output. */
export interface OutputSink {
	push(chunk: Uint8Array): void;
	end(): void;
}

/**
 * Runs `go test -json` once for each module and hands its output to a fresh sink, which fills `observation`.
 * Returns what could not be run; never rejects for what the tests do.
 */
export async function runTests(
	run: TestsRun,
	host: Host,
	openSink: () => OutputSink,
	observation: Observation,
): Promise<Gap[]> {
	const gaps: Gap[] = [];
	for (const module of run.plan.modules) {
		const { effort } = run.plan;
		const { directory, patterns } = module;
		const { race, timeoutMs, goFlags, gorace } = run;
		const sink = openSink();
		const command = testCommand({ directory, patterns, effort, race, timeoutMs, goFlags, gorace });
		const exit = await host.processes.run(command, (chunk) => sink.push(chunk));
		sink.end();
		gaps.push(...gapsOfExit(exit, module, observation));
	}
	return gaps;
}

function gapsOfExit(exit: Exit, module: PlannedModule, observation: Observation): Gap[] {
	switch (exit.ended) {
		case "timed-out": {
			const said = sentence("tests-killed", { module: module.path });
			const killed: Gap = { kind: "killed", package: null, ...said, detail: null };
			return [killed, ...gapsOfUnfinished(module.packages, observation, "unfinished-killed")];
		}
		case "interrupted":
			return gapsOfUnfinished(module.packages, observation, "unfinished-interrupted");
		case "exited":
		case "signalled":
		case "not-found":
			return [
				...gapOfStderr(exit, module),
				...gapsOfUnfinished(module.packages, observation, "unfinished-silent"),
			];
	}
}

/** With -json, go prints to standard error only when the command itself failed. */
function gapOfStderr(exit: Exit, module: PlannedModule): Gap[] {
	const complaint = complaintOf(exit.stderr);
	if (exit.code === 0 || complaint === "") return [];
	const said = sentence("tests-failed", { module: module.path, detail: firstLine(complaint) });
	return [{ kind: "tool-failed", package: null, ...said, detail: complaint }];
}
