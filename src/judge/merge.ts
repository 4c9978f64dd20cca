import type { Gap } from "#domain/gap.ts";
import type { Recovery, Report, ReportFinding, Runs } from "#domain/report.ts";
import { byWeight, maxIncidents } from "./report.ts";

/** Joins the reports of several shards into the one that a single run would have given. At least one is needed. */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
	const [first] = reports;
	return {
		...first,
		startedAt: reports.map((report) => report.startedAt).sort()[0] ?? first.startedAt,
		durationMs: Math.max(...reports.map((report) => report.durationMs)),
		plan: {
			...first.plan,
			packages: unique(reports.flatMap((report) => report.plan.packages)),
			modules: unique(reports.flatMap((report) => report.plan.modules)),
			shard: null,
		},
		findings: mergeFindings(reports.flatMap((report) => report.findings)),
		gaps: [
			...uniqueBy(
				reports.flatMap((report) => report.gaps),
				JSON.stringify,
			),
			...missingShards(reports),
		],
		unusedSuppressions: usedByNone(reports),
		recovery: mergeRecovery(reports),
		timings: reports.flatMap((report) => report.timings),
	};
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)].sort();
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
	return [...new Map(values.map((value) => [key(value), value])).values()];
}

/** One finding for each fingerprint: what the shards saw is added up. */
function mergeFindings(findings: readonly ReportFinding[]): ReportFinding[] {
	const merged = new Map<string, ReportFinding>();
	for (const finding of findings) {
		const before = merged.get(finding.fingerprint);
		merged.set(finding.fingerprint, before === undefined ? finding : mergeTwo(before, finding));
	}
	return [...merged.values()].sort(byWeight);
}

function mergeTwo(a: ReportFinding, b: ReportFinding): ReportFinding {
	return {
		...a,
		state: a.state === "unchanged" || b.state === "unchanged" ? "unchanged" : a.state,
		tests: unique([...a.tests, ...b.tests]),
		incidents: [...a.incidents, ...b.incidents].slice(0, maxIncidents),
		incidentCount: a.incidentCount + b.incidentCount,
		confirmation: mergeConfirmation(a.confirmation, b.confirmation),
		fixes: a.fixes.length > 0 ? a.fixes : b.fixes,
		rejectedFixes: a.rejectedFixes.length > 0 ? a.rejectedFixes : b.rejectedFixes,
		related: unique([...a.related, ...b.related]),
		evidence: uniqueBy([...a.evidence, ...b.evidence], JSON.stringify),
	};
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

/** An ignore entry is unused only when no shard used it. */
function usedByNone([first, ...rest]: readonly [Report, ...Report[]]): string[] {
	return first.unusedSuppressions.filter((rule) =>
		rest.every((report) => report.unusedSuppressions.includes(rule)),
	);
}

function missingShards(reports: readonly Report[]): Gap[] {
	const shards = reports.flatMap(({ plan }) => plan.shard?.split("/").map(Number) ?? []);
	const total = shards[1] ?? 0;
	const seen = new Set(shards.filter((_, index) => index % 2 === 0));
	const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !seen.has(index));
	return missing.map((index) => ({
		kind: "not-run",
		package: null,
		message: `shard ${index}/${total} left no report: its packages were not audited`,
		detail: null,
	}));
}

function mergeRecovery(reports: readonly Report[]): Recovery | null {
	const all = reports.flatMap((report) => report.recovery ?? []);
	if (all.length === 0) return null;
	const sum = (count: (recovery: Recovery) => number) =>
		all.reduce((total, recovery) => total + count(recovery), 0);
	return {
		goroutines: sum((recovery) => recovery.goroutines),
		covered: sum((recovery) => recovery.covered),
		uncovered: all.flatMap((recovery) => recovery.uncovered),
		exempt: sum((recovery) => recovery.exempt),
	};
}
