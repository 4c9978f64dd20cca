import type { Finding } from "#domain/finding.ts";
import type { LintDiagnostic, LintRange } from "#domain/lint-output.ts";
import { diagnosticKeys } from "./lint-finding.ts";

/** A finding on its way, and what its fingerprint is made of. */
export interface Draft {
	finding: Finding;
	identity: string[];
}

function covers(range: LintRange, place: { file: string; line: number }): boolean {
	return (
		range.file === place.file && range.line <= place.line && place.line <= Math.max(range.line, range.endLine)
	);
}

function rangesOf(diagnostic: LintDiagnostic): LintRange[] {
	return [diagnostic.at, ...diagnostic.related.filter(({ role }) => role === "access").map(({ at }) => at)];
}

/** Tells whether a diagnostic speaks of the lines where incidents happened. */
function touches(draft: Draft, diagnostic: LintDiagnostic): boolean {
	return draft.finding.places.some((place) => rangesOf(diagnostic).some((range) => covers(range, place)));
}

function isSameCause(draft: Draft, diagnostics: readonly LintDiagnostic[]): boolean {
	if (draft.finding.kind === "lint") return false;
	return diagnostics.some((diagnostic) => {
		if (!diagnostic.section.startsWith("race-") && diagnostic.section !== draft.finding.section) return false;
		if (diagnosticKeys(diagnostic).some((key) => draft.finding.subjects.includes(key))) return true;
		return (
			diagnostic.section === draft.finding.section &&
			draft.finding.subjects.length === 0 &&
			touches(draft, diagnostic)
		);
	});
}

/** Adds a lint finding's diagnostics to the incidents' finding of the same cause; null where there is none. */
export function mergeInto(drafts: readonly Draft[], lint: Finding): Draft | null {
	const target = drafts.find((draft) => isSameCause(draft, lint.diagnostics));
	if (target === undefined) return null;
	const { finding } = target;
	const known = new Set(finding.places.map(({ file, line }) => `${file}:${line}`));
	finding.diagnostics.push(...lint.diagnostics);
	finding.places.push(...lint.places.filter(({ file, line }) => !known.has(`${file}:${line}`)));
	finding.facts.subject ??= lint.facts.subject;
	finding.facts.subjectType ??= lint.facts.subjectType;
	return target;
}

/** Names findings to each other that lie on the same lines without being one cause. */
export function relate(drafts: readonly Draft[]): void {
	const lints = drafts.filter(({ finding }) => finding.diagnostics.length > 0);
	for (const { finding: seen, ...draft } of drafts) {
		if (seen.incidents.length === 0) continue;
		for (const { finding: lint } of lints) {
			const isNear =
				lint !== seen &&
				lint.diagnostics.some((diagnostic) => touches({ finding: seen, ...draft }, diagnostic));
			if (!isNear) continue;
			seen.related.push(lint.fingerprint);
			lint.related.push(seen.fingerprint);
		}
	}
	for (const { finding } of drafts) finding.related = [...new Set(finding.related)].sort();
}
