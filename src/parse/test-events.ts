import type { OutputEvent } from "#domain/output-event.ts";
import { sentence } from "#text/message.ts";
import { createEventOutput } from "./event-output.ts";
import type { EventQueue } from "./event-queue.ts";
import type { Stream, Streams } from "./streams.ts";
import { endsPackage, type TestEvent } from "./test-event.ts";

/** Follows what `go test -json` says of packages, tests and builds. */
export interface TestEventReader {
	/** Reads an event in any layout. */
	read(event: TestEvent, line: number): void;
	/** Reads an event that a test printed, of a `go test` that it ran itself: only its output is of interest. */
	readNested(event: TestEvent, line: number): void;
	/** Reads output of a package, still escaped and in bytes: a line, or the part of one where test2json split it. */
	readRaw(stream: Stream, raw: string, line: number): void;
	/** The package's result line said that it came from the cache. */
	markCached(packageName: string): void;
	/** The input ended. */
	end(): void;
}

/** A build may print thousands of errors; so much of it is kept for a gap. */
const buildOutputLimit = 64 * 1024;
const openBuildLimit = 1_000;

/** Makes a reader whose events go through `queue` and whose output goes to `streams`. */
export function createTestEventReader(queue: EventQueue, streams: Streams): TestEventReader {
	const builds = createBuilds(queue);
	const cached = new Set<string>();
	const output = createEventOutput(queue, streams);

	const readLife = (event: TestEvent) => {
		if (endsPackage(event)) {
			const name = event.package ?? "";
			output.flush(streams.get(name));
			streams.close(name, event.action !== "fail");
		}
		const told = lifeEvent(event, cached);
		if (told) queue.push(told);
	};
	return {
		readRaw: output.readRaw,
		readNested: (event, line) => output.readNested(event, line, null),
		markCached: (packageName) => cached.add(packageName),
		read(event, line) {
			if (event.action === "output") {
				output.readEvent(streams.get(event.package ?? ""), event, line);
			} else if (event.importPath !== null && event.action.startsWith("build-")) {
				builds.read(event.action, event.importPath, event.output ?? "", line);
			} else {
				readLife(event);
			}
		},
		end: output.flushAll,
	};
}

/** Collects what each build printed, to tell of it when it fails. */
function createBuilds(queue: EventQueue) {
	const outputs = new Map<string, string>();
	return {
		read(action: string, importPath: string, output: string, line: number) {
			const before = outputs.get(importPath) ?? "";
			if (action === "build-fail") {
				outputs.delete(importPath);
				queue.push({ type: "gap", line, gap: buildGap(importPath, before) });
			} else if (outputs.size < openBuildLimit && before.length < buildOutputLimit) {
				outputs.set(importPath, before + output);
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

/** A C compiler says where before it says what: "In function 'f':". */
const compilerError = /: (?:fatal )?error: /;

/** "p [p.test]" → the gap of package p; the first line that is no heading says what is wrong. */
function buildGap(importPath: string, output: string) {
	const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
	const start = Math.max(
		lines.findIndex((line) => compilerError.test(line)),
		0,
	);
	// "missing go.sum entry […]; to add:" says on its next line what to do.
	const said = lines.slice(start, lines[start]?.endsWith(":") ? start + 2 : start + 1);
	return {
		kind: "build-failed",
		package: importPath.replace(/ \[.*\]$/, ""),
		...(said.length === 0
			? sentence("package-not-built", {})
			: { message: said.map((line) => line.trim()).join(" ") }),
		detail: output === "" ? null : output,
	} as const;
}
