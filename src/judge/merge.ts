import type { Gap } from "#domain/gap.ts";
import type { Recovery, Report } from "#domain/report.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { mergeFindings } from "./merge-findings.ts";
import { unique, uniqueBy } from "./merge-two.ts";

/** Joins the reports of several shards into the one that a single run would have given. At least one is needed. */
export function mergeReports(given: readonly [Report, ...Report[]]): Report {
	const reports = newestOfEach(given);
	const [first] = reports;
	const packages = unique(reports.flatMap((report) => report.plan.packages));
	const missing = missingShards(reports);
	const known = uniqueBy(
		reports.flatMap((report) => report.gaps),
		JSON.stringify,
	);
	return {
		...first,
		startedAt: reports.map((report) => report.startedAt).sort()[0] ?? first.startedAt,
		durationMs: Math.max(...reports.map((report) => report.durationMs)),
		plan: {
			...first.plan,
			packages,
			modules: unique(reports.flatMap((report) => report.plan.modules)),
			shard: null,
			leftOut: unique(reports.flatMap((report) => report.plan.leftOut)),
			listed: Math.max(...reports.map((report) => report.plan.listed)),
			otherModules: unique(reports.flatMap((report) => report.plan.otherModules)),
		},
		findings: mergeFindings(reports.map((report) => report.findings)),
		gaps: [...known, ...missing],
		unusedSuppressions: packages.length < first.plan.listed || missing.length > 0 ? [] : usedByNone(reports),
		recovery: mergeRecovery(reports),
		timings: mergeTimings(reports),
	};
}

/** A job that is run again leaves a second report of its shard, which stands for the first. In the order of the shards. */
function newestOfEach(reports: readonly [Report, ...Report[]]): [Report, ...Report[]] {
	const whole = reports.filter((report) => report.plan.shard === null);
	const oldestFirst = reports
		.filter((report) => report.plan.shard !== null)
		.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
	const shards = uniqueBy(oldestFirst, (report) => report.plan.shard ?? "");
	const [first = reports[0], ...rest] = [...whole, ...shards.sort(byShard)];
	return [first, ...rest];
}

function byShard(a: Report, b: Report): number {
	const index = ({ plan }: Report) => Number(plan.shard?.split("/")[0]);
	return index(a) - index(b);
}

/** An ignore entry is unused only when no shard used it. */
function usedByNone([first, ...rest]: readonly [Report, ...Report[]]): string[] {
	const others = rest.map((report) => new Set(report.unusedSuppressions));
	return first.unusedSuppressions.filter((rule) => others.every((unused) => unused.has(rule)));
}

/** GitHub runs no more jobs of one matrix; a report that speaks of more shards is not one of ours. */
const mostShards = 256;

/** The shards of the same total that no report is of. */
function missingShards(reports: readonly Report[]): Gap[] {
	const seen = new Set(reports.flatMap(({ plan }) => plan.shard ?? []));
	const totals = new Set([...seen].map((shard) => Number(shard.split("/")[1])));
	return [...totals].flatMap((total) => {
		if (!(total <= mostShards)) return [gapOf(sentence("shards-too-many", { total, most: mostShards }))];
		const labels = Array.from({ length: total }, (_, index) => `${index + 1}/${total}`);
		return labels
			.filter((label) => !seen.has(label))
			.map((label) => gapOf(sentence("shard-missing", { shard: label })));
	});
}

function gapOf(said: Sentence): Gap {
	return { kind: "not-run", package: null, ...said, detail: null };
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
		added: all.some(({ added }) => added === null) ? null : sum((recovery) => recovery.added ?? 0),
	};
}

/** Of a package in several reports, the longest time. */
function mergeTimings(reports: readonly Report[]): Report["timings"] {
	const shortestFirst = reports.flatMap((report) => report.timings).sort((a, b) => a.seconds - b.seconds);
	return uniqueBy(shortestFirst, (timing) => timing.package);
}
