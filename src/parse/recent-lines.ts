/** Remembers the last lines as they came, for the few cases where a line above tells what a stack is about. */
export interface RecentLines {
	push(stream: string, raw: string, line: number): void;
	/** The remembered lines of a stream, the last one last. */
	of(stream: string): RecentLine[];
}

/** A line and its number in the input. */
export interface RecentLine {
	text: string;
	line: number;
}

const keptLines = 12;

/** Makes a memory of a few lines, in which a ring is overwritten so that remembering costs next to nothing. */
export function createRecentLines(): RecentLines {
	const streams: string[] = new Array(keptLines).fill("");
	const lines: string[] = new Array(keptLines).fill("");
	const numbers: number[] = new Array(keptLines).fill(0);
	let next = 0;
	return {
		push(stream, raw, line) {
			streams[next] = stream;
			lines[next] = raw;
			numbers[next] = line;
			next = (next + 1) % keptLines;
		},
		of(stream) {
			const ordered = [...lines.keys()].map((index) => (next + index) % keptLines);
			return ordered
				.filter((index) => streams[index] === stream)
				.map((index) => ({ text: lines[index] ?? "", line: numbers[index] ?? 0 }));
		},
	};
}
