import type { OutputEvent } from "#domain/output-event.ts";
import { sentence } from "#text/message.ts";
import { stripTerminal } from "./carrier.ts";
import type { EventQueue } from "./event-queue.ts";
import { maybeTrouble, troubleGap } from "./go-command.ts";
import type { Stream, Streams } from "./streams.ts";
import { plainLine, type TestEvent, unescapeJson } from "./test-event.ts";

/** Follows what `go test -json` says of packages, tests and builds. */
export interface TestEventReader {
	/** Reads an event in any layout. */
	read(event: TestEvent, line: number): void;
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
const space = 32;
const unfinishedLimit = 1024 * 1024;

/** Makes a reader whose events go through `queue` and whose output goes to `streams`. */
export function createTestEventReader(queue: EventQueue, streams: Streams): TestEventReader {
	const builds = createBuilds(queue);
	const cached = new Set<string>();
	const unfinished = new Set<Stream>();

	const readLine = (stream: Stream, text: string, line: number) => {
		// Neither trouble is indented, as nearly every line of a report is.
		if (text.charCodeAt(0) > space && maybeTrouble.test(text)) {
			const gap = troubleGap(text, stream.name, line);
			if (gap) queue.push(gap);
		}
		stream.reader.read(text, line);
	};
	const readOutput = (stream: Stream, output: string, line: number) => {
		const lines = output.split("\n");
		const rest = lines.pop() ?? "";
		for (const text of lines) {
			const startedAt = stream.unfinished === "" ? line : stream.startedAt;
			const whole = stream.unfinished + text;
			stream.unfinished = "";
			readLine(stream, stripTerminal(whole), startedAt);
		}
		if (rest === "") return;
		if (stream.unfinished === "") stream.startedAt = line;
		if (stream.unfinished.length < unfinishedLimit) stream.unfinished += rest;
		unfinished.add(stream);
	};
	const readRaw: TestEventReader["readRaw"] = (stream, raw, line) => {
		const plain = stream.unfinished === "" ? plainLine(raw) : null;
		if (plain !== null) readLine(stream, plain, line);
		else readOutput(stream, unescapeJson(raw), line);
	};
	const flush = (stream: Stream) => {
		const rest = stream.unfinished;
		stream.unfinished = "";
		unfinished.delete(stream);
		if (rest !== "") readLine(stream, stripTerminal(rest), stream.startedAt);
	};
	const readLife = (event: TestEvent) => {
		if (endsPackage(event)) {
			const name = event.package ?? "";
			flush(streams.get(name));
			streams.close(name, event.action !== "fail");
		}
		const told = lifeEvent(event, cached);
		if (told) queue.push(told);
	};
	return {
		readRaw,
		markCached: (packageName) => cached.add(packageName),
		read(event, line) {
			if (event.action === "output") {
				const stream = streams.get(event.package ?? "");
				stream.test = event.test === null ? null : Buffer.from(event.test).toString("latin1");
				readOutput(stream, event.output ?? "", line);
			} else if (event.importPath !== null && event.action.startsWith("build-")) {
				builds.read(event.action, event.importPath, event.output ?? "", line);
			} else {
				readLife(event);
			}
		},
		end: () => unfinished.forEach(flush),
	};
}

function endsPackage(event: TestEvent): boolean {
	return event.test === null && ["pass", "fail", "skip"].includes(event.action);
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

/** "p [p.test]" → the gap of package p; the first line that is no heading says what is wrong. */
function buildGap(importPath: string, output: string) {
	const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
	return {
		kind: "build-failed",
		package: importPath.replace(/ \[.*\]$/, ""),
		...(lines[0] === undefined ? sentence("package-not-built", {}) : { message: lines[0].trim() }),
		detail: output === "" ? null : output,
	} as const;
}
