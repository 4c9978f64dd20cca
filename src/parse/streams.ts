import type { EventQueue } from "./event-queue.ts";
import { createIncidentReader, type IncidentReader } from "./incident-reader.ts";
import { decodeBytes } from "./lines.ts";
import type { RecentLine } from "./recent-lines.ts";
import type { RepeatFilter } from "./repeats.ts";

/** The output of one package or container, whose lines may lie among those of others. */
export interface Stream {
	name: string;
	reader: IncidentReader;
	/** The start of a line whose end has not come yet, and the number of the input line it began in. */
	unfinished: string;
	startedAt: number;
	/** The test of the line now read, as bytes: hardly any is ever looked at. */
	test: string | null;
}

/** The streams that are being read. */
export interface Streams {
	/** The stream of that name; a new one where there is none. */
	get(name: string): Stream;
	/** The stream that a line without a name continues: its own where that is being read, else the last that began a report. */
	continuedBy(name: string): Stream;
	/** The stream is over; `alive` where its process ended well. */
	close(name: string, alive: boolean): void;
	closeAll(): void;
}

/** The stream of plain text, and the start of the names that carriers give; no package has such a name. */
export const plainStream = "|";

const streamLimit = 1_000;

/** Makes the set of streams, all of which tell `queue`; `linesAbove` gives the lines of a stream read last. */
export function createStreams(
	queue: EventQueue,
	filter: RepeatFilter,
	linesAbove: (name: string) => RecentLine[],
): Streams {
	const streams = new Map<string, Stream>();
	let latest: Stream | null = null;

	const create = (name: string): Stream => {
		const isText = name.startsWith(plainStream);
		const reader = createIncidentReader(queue, {
			package: isText || name === "" ? null : name,
			test: () => (stream.test === null ? null : decodeBytes(stream.test)),
			above: () => linesAbove(isText ? plainStream : name),
			admit: isText ? filter.admit : () => true,
		});
		const stream: Stream = { name, reader, unfinished: "", startedAt: 0, test: null };
		return stream;
	};
	const get = (name: string): Stream => {
		if (latest?.name === name) return latest;
		latest = streams.get(name) ?? null;
		if (latest) return latest;
		if (streams.size >= streamLimit) closeAll();
		latest = create(name);
		streams.set(name, latest);
		return latest;
	};
	const close = (name: string, alive: boolean) => {
		streams.get(name)?.reader.end(alive);
		streams.delete(name);
		latest = null;
	};
	const closeAll = () => {
		for (const name of [...streams.keys()]) close(name, false);
	};
	return {
		get,
		close,
		closeAll,
		continuedBy(name) {
			const own = get(name);
			if (own.reader.isOpen()) return own;
			return [...streams.values()].findLast((stream) => stream.reader.isOpen()) ?? own;
		},
	};
}
