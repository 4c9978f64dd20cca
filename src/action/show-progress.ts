import type { OnProgress, Progress } from "#domain/progress.ts";

const stages = {
	planning: "Looking at the packages",
	testing: "Running go test -race",
	linting: "Running the lint",
	confirming: "Running again what was found",
	baseline: "Running it at the merge base",
	fixing: "Proving fixes",
} as const satisfies Record<Extract<Progress, { type: "stage" }>["stage"], string>;

/** Writes progress to a workflow's log, a line for what lasts. */
export function logProgress(say: (line: string) => void): OnProgress {
	return (progress) => {
		switch (progress.type) {
			case "stage":
				return say(stages[progress.stage]);
			case "planned":
				return say(`${progress.packages} packages in ${progress.modules} modules`);
			case "package-ended":
				return say(`[${progress.done}/${progress.total}] ${progress.package} ${progress.outcome}`);
			case "incident":
				return say(`${progress.kind} in ${progress.package ?? "an unknown package"}`);
			case "lint-built":
				return say(`built the lint in ${seconds(progress.durationMs)}`);
			case "lint-ended":
				return say(`the lint found ${progress.diagnostics} in ${seconds(progress.durationMs)}`);
			case "reran":
				return say(`ran again ${progress.done} of ${progress.total}`);
			case "command":
				return;
		}
	};
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
