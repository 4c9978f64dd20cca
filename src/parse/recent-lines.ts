/** Remembers the last lines as they came, for the few cases where a line above tells what a stack is about. */
export interface RecentLines {
	push(stream: string, raw: string): void;
	/** The remembered lines of a stream, the last one last. */
	of(stream: string): string[];
}

const keptLines = 12;

/** Makes a memory of a few lines, in which a ring is overwritten so that remembering costs next to nothing. */
export function createRecentLines(): RecentLines {
	const streams: string[] = new Array(keptLines).fill("");
	const lines: string[] = new Array(keptLines).fill("");
	let next = 0;
	return {
		push(stream, raw) {
			streams[next] = stream;
			lines[next] = raw;
			next = (next + 1) % keptLines;
		},
		of(stream) {
			const ordered = [...lines.keys()].map((index) => (next + index) % keptLines);
			return ordered.filter((index) => streams[index] === stream).map((index) => lines[index] ?? "");
		},
	};
}
