import type { ReportFinding, Runs } from "#domain/report.ts";
import { maxIncidents } from "./report.ts";

/** Adds what another report saw of a cause to a finding. */
export function mergeTwo(a: ReportFinding, b: ReportFinding): ReportFinding {
	const { place, at } = placeRank[b.place] < placeRank[a.place] ? b : a;
	return {
		...a,
		...{ place, at },
		state: mergeState(a, b),
		tests: unique([...a.tests, ...b.tests]),
		incidents: [...a.incidents, ...b.incidents].slice(0, maxIncidents),
		incidentCount: a.incidentCount + b.incidentCount,
		confirmation: mergeConfirmation(a.confirmation, b.confirmation),
		fixes: a.fixes.length > 0 ? a.fixes : b.fixes,
		rejectedFixes: a.rejectedFixes.length > 0 ? a.rejectedFixes : b.rejectedFixes,
		related: unique([...a.related, ...b.related]),
		facts: {
			...a.facts,
			subject: a.facts.subject ?? b.facts.subject,
			subjectType: a.facts.subjectType ?? b.facts.subjectType,
		},
		evidence: uniqueBy([...a.evidence, ...b.evidence], JSON.stringify),
		excerpts: uniqueBy([...a.excerpts, ...b.excerpts], ({ file, start }) => `${file}:${start}`),
		subjects: unique([...a.subjects, ...(b.kind === "lint" && a.kind !== "lint" ? [] : b.subjects)]),
	};
}

const placeRank = { line: 0, file: 1, report: 2 } as const;

/** Seen at the base by any is known; gone is only what nobody sees. The lint's view of a race is not its state. */
function mergeState(a: ReportFinding, b: ReportFinding): ReportFinding["state"] {
	if (a.kind !== "lint" && b.kind === "lint") return a.state;
	if (a.state === "unchanged" || b.state === "unchanged") return "unchanged";
	return a.state === "new" || b.state === "new" ? "new" : "absent";
}

function mergeConfirmation(
	a: ReportFinding["confirmation"],
	b: ReportFinding["confirmation"],
): ReportFinding["confirmation"] {
	if (a === null || b === null) return a ?? b;
	return {
		head: addRuns(a.head, b.head),
		base: a.base === null || b.base === null ? (a.base ?? b.base) : addRuns(a.base, b.base),
	};
}

function addRuns(a: Runs, b: Runs): Runs {
	return { runs: a.runs + b.runs, hits: a.hits + b.hits };
}

/** The different values, sorted. */
export function unique(values: readonly string[]): string[] {
	return [...new Set(values)].sort();
}

/** The values with different keys, in their order. */
export function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
	return [...new Map(values.map((value) => [key(value), value])).values()];
}
