import parse from "parse-diff";

/** A line of a hunk by its numbers before and after; null on the side that lacks it. */
interface DiffLine {
	before: number | null;
	after: number | null;
}

/** One file of a diff. A file without text to compare (binary, mode or name only) has no hunks. */
export interface DiffFile {
	/** Path after the change; of a deleted file the path it had. */
	path: string;
	/** Path before; null for a new file. */
	previousPath: string | null;
	kind: "added" | "changed" | "deleted";
	hunks: readonly (readonly DiffLine[])[];
}

/** The files of a diff by their path. */
export type Diff = ReadonlyMap<string, DiffFile>;

/** A range of lines, 1-based, both ends included. */
export interface LineRange {
	line: number;
	endLine: number;
}

/** Reads what `git diff` prints or GitHub's diff media type gives; never throws, what it cannot read is left out. */
export function parseDiff(text: string): Diff {
	const files = parse(text).flatMap((file) => {
		const from = readPath(file.from);
		const to = readPath(file.to);
		const path = to ?? from;
		if (path === null) return [];
		const kind = from === null || file.new ? "added" : to === null || file.deleted ? "deleted" : "changed";
		const previousPath = kind === "added" ? null : from;
		return [{ path, previousPath, kind, hunks: file.chunks.map(readHunk) } as const];
	});
	return new Map(files.map((file) => [file.path, file]));
}

function readHunk(chunk: parse.Chunk): DiffLine[] {
	// "\ No newline at end of file" repeats the line before it and adds none.
	const changes = chunk.changes.filter((change) => !change.content.startsWith("\\"));
	return changes.map(readLine);
}

function readLine(change: parse.Change): DiffLine {
	switch (change.type) {
		case "normal":
			return { before: change.ln1, after: change.ln2 };
		case "add":
			return { before: null, after: change.ln };
		case "del":
			return { before: change.ln, after: null };
	}
}

/** Undoes git's quoting of unusual names, in which every backslash starts an escape. */
function readPath(name: string | undefined): string | null {
	if (name === undefined || name === "/dev/null") return null;
	if (!name.includes("\\")) return name;
	const pieces = name.match(/\\[0-7]{3}|\\.|[^\\]+/g) ?? [];
	return new TextDecoder().decode(new Uint8Array(pieces.flatMap(unquote)));
}

function unquote(piece: string): number[] {
	if (/^\\[0-7]{3}$/.test(piece)) return [Number.parseInt(piece.slice(1), 8)];
	const text = piece.startsWith("\\") ? (escapes[piece.slice(1)] ?? piece.slice(1)) : piece;
	return [...new TextEncoder().encode(text)];
}

const escapes: Readonly<Record<string, string>> = {
	n: "\n",
	t: "\t",
	r: "\r",
	a: "\x07",
	b: "\b",
	v: "\v",
	f: "\f",
};

/** Lines of the new side that the diff shows, the only ones GitHub takes comments on. */
export function commentableLines(file: DiffFile): ReadonlySet<number> {
	return new Set(file.hunks.flat().flatMap(({ after }) => (after === null ? [] : [after])));
}

/** Lines of the new side that the change wrote. */
export function addedLines(file: DiffFile): ReadonlySet<number> {
	return new Set(
		file.hunks.flat().flatMap(({ before, after }) => (before === null && after !== null ? [after] : [])),
	);
}

/** The part of a range that one hunk shows, so that a comment may stand there; null when no hunk shows any. */
export function anchorIn(file: DiffFile, range: LineRange): LineRange | null {
	for (const hunk of file.hunks) {
		const shown = hunk.flatMap(({ after }) =>
			after !== null && after >= range.line && after <= range.endLine ? [after] : [],
		);
		const [line] = shown;
		if (line !== undefined) return { line, endLine: shown.at(-1) ?? line };
	}
	return null;
}

/** Where a line from before the diff stands after it; null when the change took it away. `file` is undefined where nothing changed. */
export function lineAfter(file: DiffFile | undefined, line: number): number | null {
	let shift = 0;
	for (const hunk of file?.hunks ?? []) {
		const found = hunk.find(({ before }) => before === line);
		if (found !== undefined) return found.after;
		if (firstBefore(hunk, shift) > line) break;
		shift += hunk.filter(({ before }) => before === null).length;
		shift -= hunk.filter(({ after }) => after === null).length;
	}
	return line + shift;
}

/** The number of a hunk's first line before; of a hunk that only adds, that of the line it pushes down. */
function firstBefore(hunk: readonly DiffLine[], shift: number): number {
	const known = hunk.find(({ before }) => before !== null)?.before;
	return known ?? (hunk[0]?.after ?? 0) - shift;
}
