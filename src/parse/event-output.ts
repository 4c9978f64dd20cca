import { stripTerminal } from "./carrier.ts";
import type { EventQueue } from "./event-queue.ts";
import { maybeTrouble, troubleGap } from "./go-command.ts";
import type { Stream, Streams } from "./streams.ts";
import { endsPackage, nestedTestEvents, plainLine, type TestEvent, unescapeJson } from "./test-event.ts";

/** Makes lines of the output in events of `go test -json` and gives them to the streams' readers. */
export interface EventOutput {
	/** Reads output of a package, still escaped and in bytes: a line, or the part of one where test2json split it. */
	readRaw(stream: Stream, raw: string, line: number): void;
	/** Reads the output in an event. */
	readEvent(stream: Stream, event: TestEvent, line: number): void;
	/** Reads an event that a test of the stream `outer` printed, of a `go test` that it ran itself. */
	readNested(event: TestEvent, line: number, outer: Stream | null): void;
	/** The stream's last line is over, though no line feed came. */
	flush(stream: Stream): void;
	flushAll(): void;
}

const space = 32;
const unfinishedLimit = 1024 * 1024;

/** Makes such a reader, whose gaps go through `queue`. */
export function createEventOutput(queue: EventQueue, streams: Streams): EventOutput {
	const unfinished = new Set<Stream>();

	const readPlainLine = (stream: Stream, text: string, line: number) => {
		// Neither trouble is indented, as nearly every line of a report is.
		if (text.charCodeAt(0) > space && maybeTrouble.test(text)) {
			const gap = troubleGap(text, stream.name, line);
			if (gap) queue.push(gap);
		}
		stream.reader.read(text, line);
	};
	const readLine = (stream: Stream, text: string, line: number) => {
		const nested = nestedTestEvents(text);
		for (const event of nested) readNested(event, line, stream);
		if (nested.length === 0) readPlainLine(stream, stripTerminal(text), line);
	};
	const readOutput = (stream: Stream, output: string, line: number) => {
		const lines = output.split("\n");
		const rest = lines.pop() ?? "";
		for (const text of lines) {
			const startedAt = stream.unfinished === "" ? line : stream.startedAt;
			const whole = stream.unfinished + text;
			stream.unfinished = "";
			readLine(stream, whole, startedAt);
		}
		if (rest === "") return;
		if (stream.unfinished === "") stream.startedAt = line;
		if (stream.unfinished.length < unfinishedLimit) stream.unfinished += rest;
		unfinished.add(stream);
	};
	const readEvent = (stream: Stream, event: TestEvent, line: number) => {
		stream.test = event.test === null ? null : Buffer.from(event.test).toString("latin1");
		if (event.output !== null) readOutput(stream, event.output, line);
	};
	const readNested = (event: TestEvent, line: number, outer: Stream | null) => {
		const inner = streams.get(event.package ?? outer?.name ?? "");
		readEvent(inner, event, line);
		if (endsPackage(event) && inner !== outer) streams.close(inner.name, event.action !== "fail");
	};
	const flush = (stream: Stream) => {
		const rest = stream.unfinished;
		stream.unfinished = "";
		unfinished.delete(stream);
		if (rest !== "") readLine(stream, rest, stream.startedAt);
	};
	return {
		readRaw(stream, raw, line) {
			const plain = stream.unfinished === "" ? plainLine(raw) : null;
			if (plain !== null) readPlainLine(stream, plain, line);
			else readOutput(stream, unescapeJson(raw), line);
		},
		readEvent,
		readNested,
		flush,
		flushAll: () => unfinished.forEach(flush),
	};
}
