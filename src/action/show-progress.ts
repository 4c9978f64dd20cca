import type { OnProgress } from "#domain/progress.ts";
import type { ProgressWords } from "#text/progress.ts";
import { progressLine } from "#text/progress-line.ts";

/** Writes progress to a workflow's log, a line for what lasts. */
export function logProgress(say: (line: string) => void, words: ProgressWords): OnProgress {
	return (progress) => {
		const line = progressLine(progress, words, true);
		if (line !== null) say(line);
	};
}
