import { structuredPatch } from "diff";
import type { Fix, ReportFinding } from "#domain/report.ts";
import { quotedLines } from "./excerpt.ts";
import { fixHunks, type Hunk, wholeLines } from "./hunk.ts";

/** A hunk of a unified diff; `lines` carry their mark: " ", "-" or "+". */
export interface PatchHunk {
	file: string;
	oldStart: number;
	oldLines: number;
	newStart: number;
	newLines: number;
	lines: string[];
}

/** Quoted lines with the hunks that lie in them. */
interface Region {
	file: string;
	from: number;
	to: number;
	hunks: Hunk[];
}

/** As much context as diffs have; fewer where the Report quotes fewer lines. */
const contextLines = 3;

/** What a fix changes as a unified diff, in order; null where the Report does not quote all the lines. */
export function patchHunks(finding: ReportFinding, fix: Fix): PatchHunk[] | null {
	const hunks = fixHunks(finding, fix);
	if (hunks === null) return null;
	const shifts = new Map<string, number>();
	return regions(finding, hunks).flatMap((region) => {
		const shift = shifts.get(region.file) ?? 0;
		const [before, after] = regionTexts(finding, region);
		shifts.set(region.file, shift + after.length - before.length);
		return diffLines(region, before, after, shift);
	});
}

/** The hunks with the quoted lines around them, joined where they meet. */
function regions(finding: ReportFinding, hunks: readonly Hunk[]): Region[] {
	const found: Region[] = [];
	for (const hunk of hunks) {
		const { file, line, endLine } = hunk;
		const from = line - quotedBeside(finding, file, line, -1);
		const to = endLine + quotedBeside(finding, file, endLine, 1);
		const last = found.at(-1);
		if (last?.file === file && from <= last.to + 1) {
			last.to = Math.max(last.to, to);
			last.hunks.push(hunk);
		} else found.push({ file, from, to, hunks: [hunk] });
	}
	return found;
}

/** So many lines above (-1) or below (1) a line are quoted whole. */
function quotedBeside(finding: ReportFinding, file: string, line: number, step: -1 | 1): number {
	let count = 0;
	while (count < contextLines) {
		const next = line + step * (count + 1);
		if (wholeLines(quotedLines(finding, file, next, next)) === null) break;
		count += 1;
	}
	return count;
}

function regionTexts(finding: ReportFinding, { file, from, to, hunks }: Region): [string[], string[]] {
	const before = quotedLines(finding, file, from, to) ?? [];
	const after = [...before];
	for (const hunk of hunks.toReversed()) {
		after.splice(hunk.line - from, hunk.before.length, ...hunk.after);
	}
	return [before, after];
}

function diffLines({ file, from }: Region, before: string[], after: string[], shift: number): PatchHunk[] {
	const text = (lines: string[]) => lines.map((line) => `${line}\n`).join("");
	const { hunks } = structuredPatch(file, file, text(before), text(after), undefined, undefined, {
		context: contextLines,
	});
	return hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
		file,
		oldStart: oldStart + from - 1,
		oldLines,
		newStart: newStart + from - 1 + shift,
		newLines,
		lines,
	}));
}
