import type { Finding } from "#domain/finding.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import { isSectionId, type SectionId } from "#domain/section.ts";
import { parseFunctionName } from "./function-name.ts";
import { groupBy } from "./group-by.ts";

/** Where a diagnostic's section is not one of the guide's: a newer lint than this audit. */
function sectionOf(diagnostic: LintDiagnostic): SectionId {
	return isSectionId(diagnostic.section) ? diagnostic.section : "race-unclassified";
}

/** Name of the declaration that a diagnostic lies in. */
function outerFunction(diagnostic: LintDiagnostic): string {
	return parseFunctionName(`_.${diagnostic.function}`).outer;
}

/**
 * What makes a diagnostic's cause the same. Races on fields are known by package, type and field; a diagnostic on the
 * same field gives the same key, so that the baseline knows the cause whoever saw it.
 */
export function diagnosticKeys(diagnostic: LintDiagnostic): string[] {
	const { subject } = diagnostic;
	if (subject === null) return [];
	const inPackage = `${diagnostic.package}.${subject}`;
	const inFunction = `${diagnostic.package}.${outerFunction(diagnostic)}.${subject}`;
	return subject.includes(".") ? [inPackage] : [inFunction, inPackage];
}

function identityOf(diagnostic: LintDiagnostic): string[] {
	const section = sectionOf(diagnostic);
	const [key] = diagnosticKeys(diagnostic);
	if (section.startsWith("race-") && key !== undefined) return [section, key];
	return [
		section,
		diagnostic.analyzer,
		`${diagnostic.package}.${outerFunction(diagnostic)}`,
		diagnostic.subject ?? "",
	];
}

/** Diagnostics of one cause: those on one variable are one, those on goroutines are one each. */
export function groupDiagnostics(diagnostics: readonly LintDiagnostic[]): LintDiagnostic[][] {
	const groups = groupBy(diagnostics, (diagnostic) => {
		const isOfVariable = diagnostic.section.startsWith("race-") && diagnostic.subject !== null;
		const { file, line, column } = diagnostic.at;
		const place = isOfVariable ? "" : `${file}:${line}:${column}`;
		return [...identityOf(diagnostic), place, diagnostic.ignored === null ? "" : "ignored"].join("\u0000");
	});
	return [...groups.values()];
}

/** The parts of a diagnostic's fingerprint. */
export function diagnosticIdentity(diagnostic: LintDiagnostic): string[] {
	return identityOf(diagnostic);
}

/** A finding that only the lint saw; its fingerprint is given later. */
export function lintFinding(diagnostics: [LintDiagnostic, ...LintDiagnostic[]]): Finding {
	const [first] = diagnostics;
	const ranges = diagnostics.flatMap((diagnostic) => [
		diagnostic.at,
		...diagnostic.related.filter(({ role }) => role === "access").map(({ at }) => at),
	]);
	return {
		fingerprint: "",
		kind: "lint",
		section: sectionOf(first),
		facts: {
			subject: first.subject,
			subjectType: first.subjectType,
			functions: [...new Set(diagnostics.map((diagnostic) => diagnostic.function))].slice(0, 2),
			message: null,
			dependency: null,
		},
		severity: first.severity,
		places: ranges.map(({ file, line, endLine }) => ({ file, line, endLine: Math.max(line, endLine) })),
		package: first.package,
		tests: [],
		incidents: [],
		diagnostics,
		subjects: [...new Set(diagnostics.flatMap(diagnosticKeys))].sort(),
		related: [],
		ignoredReason: first.ignored?.reason ?? null,
	};
}
