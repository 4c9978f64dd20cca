import { Buffer } from "node:buffer";
import type { ProposedEdit } from "#domain/fix-proposal.ts";

/** Applies edits of one file; null when they overlap or lie outside it. */
export function editFile(text: string, edits: readonly ProposedEdit[]): string | null {
	const source = Buffer.from(text);
	const starts = lineStarts(source);
	const offset = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
	const ranges = edits
		.map(({ at, newText }) => ({
			from: offset(at.line, at.column),
			to: offset(at.endLine, at.endColumn),
			newText,
		}))
		.sort((a, b) => a.from - b.from || a.to - b.to);
	const parts: Buffer[] = [];
	let last = 0;
	for (const { from, to, newText } of ranges) {
		if (!(from >= last && to >= from && to <= source.length)) return null;
		parts.push(source.subarray(last, from), Buffer.from(newText));
		last = to;
	}
	return Buffer.concat([...parts, source.subarray(last)]).toString();
}

function lineStarts(source: Buffer): number[] {
	const starts = [0];
	for (let at = source.indexOf(10); at >= 0; at = source.indexOf(10, at + 1)) starts.push(at + 1);
	return starts;
}
