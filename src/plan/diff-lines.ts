import { join } from "node:path";
import { commentableLines, type Diff } from "./diff.ts";

/** The lines of a diff that a review may comment on, asked by file and line. */
export function linesOfDiff(diff: Diff): {
	has(file: string, line: number): boolean;
	hasFile(file: string): boolean;
} {
	const lines = new Map([...diff.values()].map((file) => [file.path, commentableLines(file)]));
	return { has: (file, line) => lines.get(file)?.has(line) ?? false, hasFile: (file) => lines.has(file) };
}

/** Every path that a diff touches, before and after, below an absolute root. */
export function changedPaths(diff: Diff, root: string): string[] {
	return [...diff.values()]
		.flatMap((file) => [file.path, file.previousPath ?? file.path])
		.map((path) => join(root, path));
}
