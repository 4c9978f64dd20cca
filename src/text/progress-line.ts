import type { Progress } from "#domain/progress.ts";
import type { ProgressWords } from "./progress.ts";

/** What a log keeps: stages, packages that did not pass, the lint; with `verbose` every package. */
export function progressLine(progress: Progress, words: ProgressWords, verbose: boolean): string | null {
	switch (progress.type) {
		case "stage":
			return words.stage[progress.stage];
		case "planned":
			return words.planned(progress.packages, progress.modules);
		case "package-ended": {
			const isWorthALine = verbose || progress.outcome === "fail" || progress.outcome === "build-failed";
			return isWorthALine ? packageLine(progress, words) : null;
		}
		case "lint-built":
			return words.lintBuilt(progress.durationMs);
		case "lint-ended":
			return words.lintEnded(progress.diagnostics, progress.durationMs);
		case "reran":
		case "command":
			return null;
	}
}

/** "[3/20] example.com/m/x failed". */
export function packageLine(
	progress: Extract<Progress, { type: "package-ended" }>,
	words: ProgressWords,
): string {
	return `[${progress.done}/${progress.total}] ${progress.package} ${words.outcome[progress.outcome]}`;
}
