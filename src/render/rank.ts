import type { FindingKind, ReportFinding, Severity, State } from "#domain/report.ts";

const byState = { new: 0, unchanged: 1, absent: 2 } as const satisfies Record<State, number>;
const bySeverity = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;
const byKind = { fatal: 0, race: 1, panic: 2, signal: 3, timeout: 4, lint: 5 } as const satisfies Record<
	FindingKind,
	number
>;

const rank = (finding: ReportFinding) => [
	finding.suppression === null ? 0 : 1,
	byState[finding.state],
	bySeverity[finding.severity],
	byKind[finding.kind],
];

/** The findings, what matters most first: live before ignored, new before known, errors before notes; then by place. */
export function rankFindings(findings: readonly ReportFinding[]): ReportFinding[] {
	return findings.toSorted((a, b) => {
		const [ranksA, ranksB] = [rank(a), rank(b)];
		const differing = ranksA.findIndex((value, index) => value !== ranksB[index]);
		if (differing >= 0) return (ranksA[differing] ?? 0) - (ranksB[differing] ?? 0);
		return comparePlaces(a, b);
	});
}

function comparePlaces(a: ReportFinding, b: ReportFinding): number {
	const [fileA, fileB] = [a.at?.file ?? "", b.at?.file ?? ""];
	if (fileA !== fileB) return fileA < fileB ? -1 : 1;
	return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}

/** The findings of each group that the outputs show apart. */
export interface FindingGroups {
	fresh: ReportFinding[];
	known: ReportFinding[];
	/** What is worth knowing and asks for nothing: it is not posted and fails nothing. */
	notes: ReportFinding[];
	ignored: ReportFinding[];
	gone: ReportFinding[];
}

/** Sorts the findings into groups, each ranked; none is lost. */
export function groupFindings(findings: readonly ReportFinding[]): FindingGroups {
	const groups: FindingGroups = { fresh: [], known: [], notes: [], ignored: [], gone: [] };
	for (const finding of rankFindings(findings)) {
		if (finding.state === "absent") groups.gone.push(finding);
		else if (finding.suppression !== null) groups.ignored.push(finding);
		else if (finding.severity === "note") groups.notes.push(finding);
		else if (finding.state === "new") groups.fresh.push(finding);
		else groups.known.push(finding);
	}
	return groups;
}
