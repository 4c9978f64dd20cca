import { join } from "node:path";
import { addedLines, commentableLines, type Diff } from "./diff.ts";

/** The lines of a diff that a review may comment on, asked by file and line. */
export function linesOfDiff(diff: Diff): {
	has(file: string, line: number): boolean;
	hasFile(file: string): boolean;
} {
	const lines = new Map([...diff.values()].map((file) => [file.path, commentableLines(file)]));
	return { has: (file, line) => lines.get(file)?.has(line) ?? false, hasFile: (file) => lines.has(file) };
}

/** Tells whether a diff adds a line; `file` is relative to the repository root. */
export function addedBy(diff: Diff): (file: string, line: number) => boolean {
	const lines = new Map([...diff.values()].map((file) => [file.path, addedLines(file)]));
	return (file, line) => lines.get(file)?.has(line) ?? false;
}

/** Every path that a diff touches, before and after, below an absolute root. */
export function changedPaths(diff: Diff, root: string): string[] {
	return [...diff.values()]
		.flatMap((file) => [file.path, file.previousPath ?? file.path])
		.map((path) => join(root, path));
}
