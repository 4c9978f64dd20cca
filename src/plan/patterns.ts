import { posix } from "node:path";

/**
 * The patterns, given relative to `directory`, that apply to a module below or above it, rewritten for a command that
 * runs in `moduleDirectory`. Import paths stay as they are. Paths are absolute and use slashes.
 */
export function patternsOfModule(
	patterns: readonly string[],
	directory: string,
	moduleDirectory: string,
): string[] {
	if (directory === moduleDirectory) return [...patterns];
	return patterns.flatMap((pattern) => patternOfModule(pattern, directory, moduleDirectory));
}

function patternOfModule(pattern: string, directory: string, moduleDirectory: string): string[] {
	if (!pattern.startsWith(".")) return [pattern];
	const wild = pattern.endsWith("/...");
	const target = posix.join(directory, wild ? pattern.slice(0, -"/...".length) : pattern);
	if (isWithin(target, moduleDirectory)) {
		return [
			`./${posix.relative(moduleDirectory, target)}${wild ? "/..." : ""}`
				.replace("/./", "/")
				.replace(".//", "./"),
		];
	}
	return wild && isWithin(moduleDirectory, target) ? ["./..."] : [];
}

function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(`${folder}/`);
}
