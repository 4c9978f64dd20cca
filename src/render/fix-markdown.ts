import type { Fix, Place, ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { details } from "./details.ts";
import { fence } from "./escape-fence.ts";
import { type PatchHunk, patchHunks } from "./fix-patch.ts";
import { fixHunks, type Hunk, isProved } from "./hunk.ts";
import { markdownPhrase } from "./markdown-inline.ts";
import { visibleLines } from "./visible.ts";

/** Lines of a patch in a comment; more belongs into an editor. */
const patchLimit = { lines: 120, columns: 200 };
const suggestionLimit = { lines: 60, columns: 200 };

/** The fix to show: the first that was proved, else the first at all. */
export function bestFix(finding: ReportFinding): Fix | null {
	return finding.fixes.find(isProved) ?? finding.fixes[0] ?? null;
}

/**
 * The lines a comment must be put on for its suggestion block to be the proved fix: contiguous lines of one file.
 * Null when there is no such fix; the comment then shows a patch.
 */
export function suggestionPlace(finding: ReportFinding): Place | null {
	const hunk = suggestionHunk(finding);
	return hunk === null ? null : { file: hunk.file, line: hunk.line, endLine: hunk.endLine };
}

function suggestionHunk(finding: ReportFinding): Hunk | null {
	const fix = bestFix(finding);
	if (fix === null || !isProved(fix)) return null;
	const hunks = fixHunks(finding, fix);
	const [hunk] = hunks ?? [];
	return hunks?.length === 1 && hunk !== undefined && isFaithful(hunk.after) ? hunk : null;
}

/** Whether the lines pass the fence unchanged: what is applied with one click must be what was proved. */
function isFaithful(lines: readonly string[]): boolean {
	const { lines: maxLines, columns } = suggestionLimit;
	return visibleLines(lines.join("\n"), maxLines, columns).join("\n") === lines.join("\n");
}

/** The proposed fix: as a suggestion where the comment stands on the very lines it replaces, else as a folded patch. */
export function fixMarkdown(finding: ReportFinding, text: Text, anchor: Place | null): string {
	const fix = bestFix(finding);
	if (fix === null) return "";
	const lead = `**${text.fix.suggestion}**: ${markdownPhrase(text.said(fix.words, fix.title))} (${markdownPhrase(verdict(fix, text))})`;
	const hunk = suggestionHunk(finding);
	if (hunk !== null && anchor !== null && samePlace(hunk, anchor)) {
		return `${lead}\n\n${fence("suggestion", hunk.after.join("\n"), suggestionLimit)}`;
	}
	const hunks = patchHunks(finding, fix);
	if (hunks === null) return lead;
	return `${lead}\n\n${details(text.fix.patch, fence("diff", patch(hunks), patchLimit))}`;
}

const samePlace = (hunk: Hunk, place: Place) =>
	hunk.file === place.file && hunk.line === place.line && hunk.endLine === place.endLine;

/** What trying the fix gave, in words. */
export function verdict(fix: Fix, text: Text): Phrase {
	if (fix.verified === null) return [text.fix.unproved];
	return isProved(fix) ? text.fix.proved(fix.verified.runs) : [text.fix.failed];
}

/** A unified diff that `git apply` takes. */
export function patch(hunks: readonly PatchHunk[]): string {
	let file = "";
	return hunks
		.flatMap((hunk) => {
			const header = hunk.file === file ? [] : [`--- a/${hunk.file}`, `+++ b/${hunk.file}`];
			file = hunk.file;
			const { oldStart, oldLines, newStart, newLines, lines } = hunk;
			return [...header, `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines];
		})
		.join("\n");
}
