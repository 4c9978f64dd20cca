import { strip } from "./carrier.ts";
import type { EventQueue } from "./event-queue.ts";
import { buildGap, maybeTrouble, parsePackageLine, troubleGap } from "./go-command.ts";
import { maybeNotable } from "./landmark.ts";
import { decodeBytes } from "./lines.ts";
import { unfoldRecord } from "./log-record.ts";
import type { RecentLines } from "./recent-lines.ts";
import { maybeSummary, type RepeatFilter } from "./repeats.ts";
import { plainStream, type Streams } from "./streams.ts";
import { nestedTestEvents, parseTestEvent, type TestEvent } from "./test-event.ts";
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
		target.reader.read(text, line);
	};
	const readEvent = (event: TestEvent, line: number, nested = false) => {
		if (nested) testEvents.readNested(event, line);
		else testEvents.read(event, line);
		if (event.output !== null) recent.push(event.package ?? "", escaped(event.output), line);
	};
	/** The lines that a record holds are remembered one by one: the first may tell what the stack below it is about. */
	const readClosely = (bytes: string, line: number) => {
		const unwrapped = unwrap(decodeBytes(bytes), "", 0);
		for (const each of unwrapped) {
			if (each.event) readEvent(each.event, line, each.nested);
			else readOne(each.text, each.stream, line);
			if (unwrapped.length > 1) recent.push(plainStream, bytesOf(each.text), line);
		}
		if (unwrapped.length === 1) recent.push(plainStream, bytes, line);
	};
	return {
		read(bytes, line) {
			const event = bytes.startsWith('{"') ? parseTestEvent(decodeBytes(bytes)) : null;
			if (event) readEvent(event, line);
			else if (queue.waiting() > 0 || isOfInterest(bytes)) readClosely(bytes, line);
			else recent.push(plainStream, bytes, line);
		},
	};
}

function bytesOf(text: string): string {
	return Buffer.from(text).toString("latin1");
}

/** Text as it stands in an event, between its quotes. */
function escaped(text: string): string {
	return bytesOf(JSON.stringify(text).slice(1, -1));
}

interface Unwrapped {
	text: string;
	stream: string;
	event: TestEvent | null;
	/** The event is of a `go test` that a test ran. */
	nested: boolean;
}

/** The lines that a line carries; a record may hold one that another carrier had wrapped before. */
function unwrap(line: string, outer: string, depth: number): Unwrapped[] {
	const carried = strip(line);
	const stream = carried.stream === "" ? outer : `${outer}/${carried.stream}`;
	const event = carried.text.startsWith("{") ? parseTestEvent(carried.text) : null;
	const nested = event ? [] : nestedTestEvents(carried.text);
	if (nested.length > 0) return nested.map((each) => ({ text: "", stream, event: each, nested: true }));
	const record = event || depth >= nestingLimit ? null : unfoldRecord(carried.text);
	if (!record) return [{ text: carried.text, stream, event, nested: false }];
	const inner = record.stream === "" ? stream : `${stream}/${record.stream}`;
	return record.lines.flatMap((text) => unwrap(text, inner, depth + 1));
}

/** The lines that a line of bytes carries. */
export function linesIn(bytes: string): string[] {
	return unwrap(decodeBytes(bytes), "", 0).map(({ text }) => text);
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
