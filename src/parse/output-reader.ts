import type { Incident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import { createEventQueue } from "./event-queue.ts";
import { maybeNotable } from "./landmark.ts";
import { createLineSplitter } from "./lines.ts";
import { createRecentLines } from "./recent-lines.ts";
import { createRepeatFilter } from "./repeats.ts";
import { createStreams, plainStream } from "./streams.ts";
import { createOutputFinder, isLine, mayHoldTestEvents, type OutputRange, outputOf } from "./test-event.ts";
import { createTestEventReader } from "./test-events.ts";
import { createTextReader, linesIn } from "./text-lines.ts";

/** Reads whatever Go printed, chunk by chunk. Never throws. */
export interface OutputReader {
	push(chunk: Uint8Array): void;
	end(): void;
}

/** So many events may wait for a report that began before them and has not ended. */
const waitingLimit = 10_000;

/**
 * Makes a reader that tells of each incident, gap, package and test in the order in which they began.
 * Bytes → lines → either events of `go test -json` or text with its carriers taken off → streams, one for each package
 * or container → incidents.
 */
export function createOutputReader(emit: (event: OutputEvent) => void): OutputReader {
	const queue = createEventQueue(emit);
	const filter = createRepeatFilter();
	const recent = createRecentLines();
	const streams = createStreams(queue, filter, (name) =>
		recent.of(name).flatMap(({ text, line }) => {
			const lines = name === plainStream ? linesIn(text) : [outputOf(text)];
			return lines.map((each) => ({ text: each, line }));
		}),
	);
	const testEvents = createTestEventReader(queue, streams);
	const textReader = createTextReader({ queue, streams, filter, recent, testEvents });
	const findOutput = createOutputFinder();
	let lineNumber = 0;

	/** Most lines are output in which nothing is to be found: for them, nothing is decoded. */
	const readOutput = (text: string, found: OutputRange) => {
		const raw = text.slice(found.start, found.end);
		const stream = streams.get(found.package);
		const idle = stream.unfinished === "" && !stream.reader.isOpen() && !mayHoldTestEvents(raw);
		if (idle && isLine(raw) && !maybeNotable.test(raw)) {
			if (found.testStart === found.testEnd && raw.endsWith("(cached)\\n"))
				testEvents.markCached(found.package);
		} else {
			stream.test = found.testStart === found.testEnd ? null : text.slice(found.testStart, found.testEnd);
			testEvents.readRaw(stream, raw, lineNumber);
		}
		recent.push(found.package, raw, lineNumber);
	};
	const splitter = createLineSplitter((text, start, end) => {
		lineNumber++;
		const found = findOutput(text, start, end);
		if (found) readOutput(text, found);
		else textReader.read(text.slice(start, end), lineNumber);
		if (queue.waiting() > waitingLimit) streams.closeAll();
	});
	return {
		push: (chunk) => splitter.push(chunk),
		end() {
			splitter.end();
			testEvents.end();
			streams.closeAll();
		},
	};
}

/** The incidents of a whole output, in its order. */
export function parseIncidents(output: string | Uint8Array): Incident[] {
	return parseOutput(output).flatMap((event) => (event.type === "incident" ? [event.incident] : []));
}

/** Reads a whole output at once. */
export function parseOutput(output: string | Uint8Array): OutputEvent[] {
	const events: OutputEvent[] = [];
	const reader = createOutputReader((event) => events.push(event));
	reader.push(typeof output === "string" ? new TextEncoder().encode(output) : output);
	reader.end();
	return events;
}
