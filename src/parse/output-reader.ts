import type { OutputEvent } from "#domain/output-event.ts";
import { strip, stripTerminal } from "./carrier.ts";
import { createEventQueue } from "./event-queue.ts";
import { parsePackageLine, troubleIn } from "./go-command.ts";
import { createIncidentReader, type IncidentReader } from "./incident-reader.ts";
import { maybeNotable } from "./landmark.ts";
import { createLineSplitter, decodeBytes } from "./lines.ts";
import { createOutputFinder, parseTestEvent, type TestEvent, unescapeJson } from "./test-event.ts";
import { createTestEventReader } from "./test-events.ts";

/** Reads whatever Go printed, chunk by chunk. Never throws. */
export interface OutputReader {
	push(chunk: Uint8Array): void;
	end(): void;
}

/** The output of one package or container, whose lines may lie among those of others. */
interface Stream {
	name: string;
	reader: IncidentReader;
	/** A line that came in several events, so far. */
	unfinished: string;
	/** The first event of the unfinished line. */
	startedAt: number;
}

const streamLimit = 1_000;
/** So many reports may wait for one that began earlier and has not ended. */
const waitingLimit = 10_000;
const unfinishedLimit = 1024 * 1024;

/** Makes a reader that tells of each incident, gap, package and test in the order in which they began. */
export function createOutputReader(emit: (event: OutputEvent) => void): OutputReader {
	const queue = createEventQueue(emit);
	const testEvents = createTestEventReader(queue);
	const findOutput = createOutputFinder();
	const streams = new Map<string, Stream>();
	let lineNumber = 0;
	let latest: Stream | null = null;

	const streamOf = (name: string): Stream => {
		if (latest?.name === name) return latest;
		latest = streams.get(name) ?? null;
		if (latest) return latest;
		if (streams.size >= streamLimit) closeStreams();
		latest = { name, reader: createIncidentReader(queue), unfinished: "", startedAt: 0 };
		streams.set(name, latest);
		return latest;
	};
	const closeStream = (stream: Stream) => {
		stream.reader.end();
		streams.delete(stream.name);
		if (latest === stream) latest = null;
	};
	const closeStreams = () => {
		for (const stream of [...streams.values()]) closeStream(stream);
	};
	const readGap = (text: string, packageName: string | null) => {
		const kind = troubleIn(text);
		if (kind) {
			const gap = { kind, package: packageName, message: text.trim().slice(0, 500), detail: null };
			queue.push({ type: "gap", gap, line: lineNumber });
		}
	};

	/** Reads output of a package as test2json gives it: `raw` is a JSON string's inside. */
	const readOutput = (packageName: string, test: string | null, raw: string) => {
		const stream = streamOf(packageName);
		const ends = raw.endsWith("\\n");
		if (stream.unfinished === "" && ends && !stream.reader.isOpen() && !maybeNotable.test(raw)) {
			if (test === null && raw.includes("(cached)")) testEvents.markCached(packageName);
			return;
		}
		if (stream.unfinished === "") stream.startedAt = lineNumber;
		if (!ends && stream.unfinished.length < unfinishedLimit) {
			stream.unfinished += raw;
			return;
		}
		const text = stripTerminal(unescapeJson(stream.unfinished + raw.slice(0, -2)));
		stream.unfinished = "";
		readGap(text, packageName);
		stream.reader.read(text, { line: stream.startedAt, package: packageName, test });
	};
	const readTestEvent = (event: TestEvent) => {
		if (event.action === "output") {
			readOutput(event.package ?? "", event.test, JSON.stringify(event.output ?? "").slice(1, -1));
			return;
		}
		const stream = event.test === null && event.package !== null ? streams.get(event.package) : undefined;
		if (stream && ["pass", "fail", "skip"].includes(event.action)) closeStream(stream);
		testEvents.read(event, lineNumber);
	};
	const readPlain = (line: string) => {
		const carried = strip(line);
		const event = carried.text.startsWith("{") ? parseTestEvent(carried.text) : null;
		if (event) {
			readTestEvent(event);
			return;
		}
		const ended = parsePackageLine(carried.text);
		if (ended) queue.push(ended);
		readGap(carried.text, null);
		streamOf(`|${carried.stream}`).reader.read(carried.text, { line: lineNumber, package: null, test: null });
	};

	const splitter = createLineSplitter((text, start, end) => {
		lineNumber++;
		const found = findOutput(text, start, end);
		if (found) readOutput(found.package, found.test, text.slice(found.start, found.end));
		else readPlain(decodeBytes(text.slice(start, end)));
		if (queue.waiting() > waitingLimit) closeStreams();
	});
	return {
		push: (chunk) => splitter.push(chunk),
		end() {
			splitter.end();
			closeStreams();
		},
	};
}

/** Reads a whole output at once. */
export function parseOutput(output: string | Uint8Array): OutputEvent[] {
	const events: OutputEvent[] = [];
	const reader = createOutputReader((event) => events.push(event));
	reader.push(typeof output === "string" ? new TextEncoder().encode(output) : output);
	reader.end();
	return events;
}
