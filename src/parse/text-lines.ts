import { strip } from "./carrier.ts";
import type { EventQueue } from "./event-queue.ts";
import { buildGap, maybeTrouble, parsePackageLine, troubleGap } from "./go-command.ts";
import { maybeNotable } from "./landmark.ts";
import { decodeBytes } from "./lines.ts";
import { unfoldRecord } from "./log-record.ts";
import type { RecentLines } from "./recent-lines.ts";
import { maybeSummary, type RepeatFilter } from "./repeats.ts";
import { plainStream, type Streams } from "./streams.ts";
import { parseTestEvent, type TestEvent } from "./test-event.ts";
import type { TestEventReader } from "./test-events.ts";

/** Reads the lines that are not events of `go test -json` in its usual layout. */
export interface TextReader {
	/** `bytes` is a line whose characters are bytes. */
	read(bytes: string, line: number): void;
}

interface Parts {
	queue: EventQueue;
	streams: Streams;
	filter: RepeatFilter;
	recent: RecentLines;
	testEvents: TestEventReader;
}

/** How deep records of logs may lie in one another. */
const nestingLimit = 3;
const maybePackageLine = /(?:^|[ \t|])(?:ok {2}|FAIL|\? {3})\t/;
const maybeTestEvent = /"Action":"/;

/** Makes a reader that looks closely at a line only where one of the cheap tests says so or a report is being read. */
export function createTextReader({ queue, streams, filter, recent, testEvents }: Parts): TextReader {
	const readOne = (text: string, stream: string, line: number) => {
		const ended = parsePackageLine(text);
		if (ended) queue.push(ended);
		if (ended?.outcome === "build-failed") queue.push(buildGap(ended.package, text, line));
		if (maybeTrouble.test(text)) {
			const gap = troubleGap(text, null, line);
			if (gap) queue.push(gap);
		}
		filter.readLine(text);
		const name = plainStream + stream;
		const target = stream === "" ? streams.continuedBy(name) : streams.get(name);
		target.reader.read(text, line, null);
	};
	const readClosely = (text: string, line: number) => {
		for (const unwrapped of unwrap(text, "", 0)) {
			if (unwrapped.event) testEvents.read(unwrapped.event, line);
			else readOne(unwrapped.text, unwrapped.stream, line);
		}
	};
	return {
		read(bytes, line) {
			const event = bytes.startsWith('{"') ? parseTestEvent(decodeBytes(bytes)) : null;
			if (event) testEvents.read(event, line);
			else if (queue.waiting() > 0 || isOfInterest(bytes)) readClosely(decodeBytes(bytes), line);
			recent.push(plainStream, bytes);
		},
	};
}

interface Unwrapped {
	text: string;
	stream: string;
	event: TestEvent | null;
}

/** The lines that a line carries; a record may hold one that another carrier had wrapped before. */
function unwrap(line: string, outer: string, depth: number): Unwrapped[] {
	const carried = strip(line);
	const stream = carried.stream === "" ? outer : `${outer}/${carried.stream}`;
	const event = carried.text.startsWith("{") ? parseTestEvent(carried.text) : null;
	const record = event || depth >= nestingLimit ? null : unfoldRecord(carried.text);
	if (!record) return [{ text: carried.text, stream, event }];
	const inner = record.stream === "" ? stream : `${stream}/${record.stream}`;
	return record.lines.flatMap((text) => unwrap(text, inner, depth + 1));
}

/** The text of a line of bytes without its carriers. */
export function textOf(bytes: string): string {
	return strip(decodeBytes(bytes)).text;
}

function isOfInterest(bytes: string): boolean {
	return (
		maybeNotable.test(bytes) ||
		maybeTestEvent.test(bytes) ||
		maybePackageLine.test(bytes) ||
		maybeSummary.test(bytes) ||
		maybeTrouble.test(bytes)
	);
}
