import { posix } from "node:path";
import type { LintGoroutine } from "#domain/lint-output.ts";
import type { Recovery } from "#domain/report.ts";

/** The goroutine inventory of the Report, with files relative to `root`; `isAdded` tells the lines of a change, null without one. */
export function countRecovery(
	goroutines: readonly LintGoroutine[],
	root: string,
	isAdded: ((file: string, line: number) => boolean) | null,
): Recovery {
	const uncovered = goroutines
		.filter((goroutine) => goroutine.status === "uncovered")
		.map(({ at, function: name }) => ({
			file: posix.relative(root, at.file),
			line: at.line,
			function: name,
		}));
	return {
		goroutines: goroutines.length,
		covered: goroutines.filter((goroutine) => goroutine.status === "covered").length,
		uncovered,
		exempt: goroutines.filter((goroutine) => goroutine.status === "exempt").length,
		added: isAdded === null ? null : uncovered.filter(({ file, line }) => isAdded(file, line)).length,
	};
}
