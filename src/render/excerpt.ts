import type { ReportFinding } from "#domain/report.ts";

/** Source lines around one at fault. */
export interface SourceView {
	file: string;
	/** Number of the first line. */
	start: number;
	lines: string[];
	/** Number of the line at fault. */
	fault: number;
}

/** The lines around `line` of `file` (relative to the repository), or null where the Report quotes none. */
export function sourceAround(
	finding: ReportFinding,
	file: string,
	line: number,
	context: number,
): SourceView | null {
	const excerpt = finding.excerpts.find(
		(candidate) =>
			candidate.file === file && candidate.start <= line && line < candidate.start + candidate.lines.length,
	);
	if (excerpt === undefined) return null;
	const from = Math.max(excerpt.start, line - context);
	const lines = excerpt.lines.slice(from - excerpt.start, line + context + 1 - excerpt.start);
	return { file, start: from, lines, fault: line };
}

/** The quoted lines from `line` to `endLine`, or null where the Report does not quote all of them. */
export function quotedLines(
	finding: ReportFinding,
	file: string,
	line: number,
	endLine: number,
): string[] | null {
	const lines: string[] = [];
	for (let number = line; number <= endLine; number += 1) {
		const [text] = finding.excerpts
			.filter((excerpt) => excerpt.file === file)
			.flatMap((excerpt) => excerpt.lines[number - excerpt.start] ?? []);
		if (text === undefined) return null;
		// What applying an edit does to half a surrogate pair, which no file holds: equal lines stay equal.
		lines.push(text.toWellFormed());
	}
	return lines;
}

/** The lines without the indentation they all share. */
export function dedent(lines: readonly string[]): string[] {
	const indents = lines
		.filter((line) => line.trim() !== "")
		.map((line) => /^[\t ]*/.exec(line)?.[0].length ?? 0);
	const shared = indents.length === 0 ? 0 : Math.min(...indents);
	return lines.map((line) => line.slice(Math.min(shared, line.length)));
}
