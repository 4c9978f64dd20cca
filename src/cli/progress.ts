import type { OnProgress, Progress } from "#domain/progress.ts";

/** Where progress goes; a terminal gets one live line, anything else plain lines. */
type Stream = NodeJS.WriteStream;

/** Shows progress; `end` clears the live line, so that results start on a clean one. */
export function showProgress(
	stream: Stream,
	quiet: boolean,
	verbose: boolean,
): { show: OnProgress; end: () => void } {
	if (quiet) return { show: () => {}, end: () => {} };
	const live = stream.isTTY === true && process.env["CI"] === undefined;
	return {
		show(progress) {
			const line = describe(progress, verbose, live);
			if (line === null) return;
			stream.write(
				live && !isLasting(progress)
					? `\r\x1b[K${line.slice(0, stream.columns - 1)}`
					: `${live ? "\r\x1b[K" : ""}${line}\n`,
			);
		},
		end() {
			if (live) stream.write("\r\x1b[K");
		},
	};
}

/** Said once and kept on the terminal; the rest is overwritten by what comes next. */
function isLasting(progress: Progress): boolean {
	return progress.type === "command";
}

const stages = {
	planning: "looking at the packages",
	testing: "running go test -race",
	linting: "running the lint",
	confirming: "running again what was found",
	baseline: "running it at the merge base",
	fixing: "proving fixes",
} as const satisfies Record<Extract<Progress, { type: "stage" }>["stage"], string>;

function describe(progress: Progress, verbose: boolean, live: boolean): string | null {
	switch (progress.type) {
		case "stage":
			return stages[progress.stage];
		case "planned":
			return `${progress.packages} packages in ${progress.modules} ${progress.modules === 1 ? "module" : "modules"}`;
		case "package-ended": {
			const done = `[${progress.done}/${progress.total}] ${progress.package}`;
			return progress.outcome === "pass" && !live && !verbose ? null : `${done} ${progress.outcome}`;
		}
		case "incident":
			return live || verbose ? `${progress.kind} in ${progress.package ?? "an unknown package"}` : null;
		case "command":
			return verbose
				? `${progress.program} ${progress.args.join(" ")}: ${seconds(progress.durationMs)}`
				: null;
		case "lint-built":
			return `built the lint in ${seconds(progress.durationMs)}`;
		case "lint-ended":
			return `the lint found ${progress.diagnostics} in ${seconds(progress.durationMs)}`;
		case "reran":
			return live ? `ran again ${progress.done} of ${progress.total}` : null;
	}
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
