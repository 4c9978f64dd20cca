import { type Edit, type Fix, longestQuotedLine, type ReportFinding } from "#domain/report.ts";
import { quotedLines } from "./excerpt.ts";

/** Whole lines that a fix replaces: `before` are lines `line` to `endLine` of `file`. */
export interface Hunk {
	file: string;
	line: number;
	endLine: number;
	before: string[];
	after: string[];
}

interface Cluster {
	file: string;
	line: number;
	endLine: number;
	edits: Edit[];
}

/** The last line an edit touches; one that ends at the start of a line leaves that line alone. */
const lastLine = (edit: Edit) =>
	edit.end.column === 1 && edit.end.line > edit.start.line ? edit.end.line - 1 : edit.end.line;

const byPosition = (a: Edit, b: Edit) =>
	a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line || a.start.column - b.start.column;

/** Edits that touch the same or neighbouring lines belong together. */
function clusters(edits: readonly Edit[]): Cluster[] {
	const found: Cluster[] = [];
	for (const edit of edits.toSorted(byPosition)) {
		const last = found.at(-1);
		if (last !== undefined && last.file === edit.file && edit.start.line <= last.endLine + 1) {
			last.edits.push(edit);
			last.endLine = Math.max(last.endLine, lastLine(edit));
		} else found.push({ file: edit.file, line: edit.start.line, endLine: lastLine(edit), edits: [edit] });
	}
	return found;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Applies edits to bytes, the last first; null when they lie outside or overlap. */
function applyEdits(cluster: Cluster, before: readonly string[]): string[] | null {
	const starts: number[] = [];
	let length = 0;
	for (const line of before) {
		starts.push(length);
		length += encoder.encode(line).length + 1;
	}
	starts.push(length);
	let bytes = encoder.encode(`${before.join("\n")}\n`);
	let limit = bytes.length;
	for (const edit of cluster.edits.toReversed()) {
		const from = (starts[edit.start.line - cluster.line] ?? Number.NaN) + edit.start.column - 1;
		const to = (starts[edit.end.line - cluster.line] ?? Number.NaN) + edit.end.column - 1;
		if (!(from >= 0 && from <= to && to <= limit)) return null;
		const changed = encoder.encode(edit.newText);
		bytes = Uint8Array.from([...bytes.subarray(0, from), ...changed, ...bytes.subarray(to)]);
		limit = from;
	}
	const text = decoder.decode(bytes);
	return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** The lines, or null when one may have been cut: nothing can be made of half a line. */
export const wholeLines = (lines: string[] | null) =>
	lines?.some((line) => line.length >= longestQuotedLine) ? null : lines;

/** The whole lines that a fix changes, in order; null where the Report does not quote all of them. */
export function fixHunks(finding: ReportFinding, fix: Fix): Hunk[] | null {
	const hunks: Hunk[] = [];
	for (const cluster of clusters(fix.edits)) {
		const { file, line, endLine } = cluster;
		const before = wholeLines(quotedLines(finding, file, line, endLine));
		const after = before === null ? null : applyEdits(cluster, before);
		if (before === null || after === null) return null;
		hunks.push({ file, line, endLine, before, after });
	}
	return hunks.length === 0 ? null : hunks;
}

/** Whether trying the fix showed that it helps. */
export function isProved(fix: Fix): boolean {
	const tried = fix.verified;
	if (tried === null) return false;
	return tried.builds && tried.vets && tried.runs > 0 && tried.hits === 0;
}
