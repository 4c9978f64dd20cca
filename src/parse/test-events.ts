import type { OutputEvent } from "#domain/output-event.ts";
import type { EventQueue } from "./event-queue.ts";
import type { TestEvent } from "./test-event.ts";

/** Follows what `go test -json` says of packages, tests and builds. */
export interface TestEventReader {
	/** Reads any event but `output`. */
	read(event: TestEvent, line: number): void;
	/** The package's result line said that it came from the cache. */
	markCached(packageName: string): void;
}

/** A build may print thousands of errors; so much of it is kept for a gap. */
const buildOutputLimit = 64 * 1024;
const openBuildLimit = 1_000;

/** Makes a reader whose events go through `queue`. */
export function createTestEventReader(queue: EventQueue): TestEventReader {
	const builds = new Map<string, string>();
	const cached = new Set<string>();

	const endBuild = (importPath: string, line: number) => {
		const output = builds.get(importPath) ?? "";
		builds.delete(importPath);
		queue.push({ type: "gap", line, gap: buildGap(importPath, output) });
	};
	return {
		markCached: (packageName) => cached.add(packageName),
		read(event, line) {
			if (event.action === "build-output" && event.importPath !== null) {
				const output = builds.get(event.importPath) ?? "";
				if (builds.size < openBuildLimit && output.length < buildOutputLimit) {
					builds.set(event.importPath, output + (event.output ?? ""));
				}
			} else if (event.action === "build-fail" && event.importPath !== null) {
				endBuild(event.importPath, line);
			} else {
				const told = lifeEvent(event, cached);
				if (told) queue.push(told);
			}
		},
	};
}

function lifeEvent(event: TestEvent, cached: Set<string>): OutputEvent | null {
	const { action, package: packageName, test, seconds } = event;
	if (packageName === null) return null;
	if (action === "start") return { type: "package-started", package: packageName };
	if (action !== "pass" && action !== "fail" && action !== "skip") return null;
	if (test !== null) return { type: "test-ended", package: packageName, test, outcome: action, seconds };
	const outcome = event.failedBuild === null ? action : "build-failed";
	return {
		type: "package-ended",
		package: packageName,
		outcome,
		seconds,
		cached: cached.delete(packageName),
	};
}

/** "p [p.test]" → the gap of package p; the first line that is no heading says what is wrong. */
function buildGap(importPath: string, output: string) {
	const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
	return {
		kind: "build-failed",
		package: importPath.replace(/ \[.*\]$/, ""),
		message: (lines[0] ?? "the package does not build").trim(),
		detail: output === "" ? null : output,
	} as const;
}
