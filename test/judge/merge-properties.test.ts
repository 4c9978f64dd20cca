import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Report, ReportFinding } from "#domain/report.ts";
import { mergeReports } from "#judge/merge.ts";
import { splitIntoShards, weighPackages } from "#plan/shards.ts";
import { reportFinding } from "#test/support/findings.ts";
import { cleanReport } from "#test/support/reports.ts";

/** What the audit sees of one package: which causes, how often, what could not be looked at, and how long it took. */
interface Seen {
	name: string;
	causes: { cause: number; count: number; known: boolean }[];
	gap: boolean;
	goroutines: number;
	seconds: number | null;
}

const seen = fc.uniqueArray(
	fc.record<Seen>({
		name: fc.stringMatching(/^m\/[a-z]{1,4}$/),
		causes: fc.uniqueArray(
			fc.record({ cause: fc.nat(9), count: fc.integer({ min: 1, max: 5 }), known: fc.boolean() }),
			{ selector: ({ cause }) => cause, maxLength: 4 },
		),
		gap: fc.boolean(),
		goroutines: fc.nat(5),
		seconds: fc.option(fc.integer({ min: 0, max: 900 })),
	}),
	{ selector: ({ name }) => name, minLength: 1, maxLength: 30 },
);

/** The Report of a run over these packages. */
function reportOf(packages: readonly Seen[], shard: string | null, listed: number): Report {
	const causes = new Map<number, ReportFinding>();
	for (const { name, causes: own } of packages) {
		for (const { cause, count, known } of own) {
			const before = causes.get(cause);
			const state = known || before?.state === "unchanged" ? "unchanged" : "new";
			const facts = { fingerprint: `${cause}`.repeat(16), subjects: [`m.v${cause}`] };
			const tests = [...(before?.tests ?? []), `Test/${name}`].sort();
			const incidentCount = (before?.incidentCount ?? 0) + count;
			causes.set(cause, reportFinding({ ...facts, state, tests, incidentCount, package: "m/all" }));
		}
	}
	const goroutines = packages.reduce((sum, one) => sum + one.goroutines, 0);
	const gaps = packages.filter((one) => one.gap).map(({ name }) => gapOf(name));
	return {
		...cleanReport,
		plan: { ...cleanReport.plan, packages: packages.map(({ name }) => name), shard, listed },
		findings: [...causes.values()],
		gaps: [gapOf("in every shard"), ...gaps],
		unusedSuppressions: ["a", "b"].filter((rule) => !packages.some(({ name }) => name.endsWith(rule))),
		recovery: { goroutines, covered: goroutines, uncovered: [], exempt: 0, added: null },
		timings: packages.flatMap(({ name, seconds }) => (seconds === null ? [] : [{ package: name, seconds }])),
	};
}

const gapOf = (message: string) => ({ kind: "not-run" as const, package: null, message, detail: null });
const sorted = <T>(values: readonly T[]) => values.map((value) => JSON.stringify(value)).sort();

/** A report without the order of what is a set, and without what differs from run to run. */
function facts(report: Report) {
	const { findings, gaps, timings, plan, unusedSuppressions, recovery } = report;
	return {
		...{
			findings: sorted(findings),
			gaps: sorted(gaps),
			timings: sorted(timings),
			unusedSuppressions,
			recovery,
		},
		plan: { ...plan, packages: [...plan.packages].sort() },
	};
}

test("shards merge into the report of one run, in whatever order and however they were cut", () => {
	fc.assert(
		fc.property(seen, fc.integer({ min: 1, max: 40 }), fc.boolean(), (packages, total, timed) => {
			const names = packages.map(({ name }) => name);
			const whole = reportOf(packages, null, names.length);
			const parts = splitIntoShards(weighPackages(names, timed ? whole.timings : []), total);
			const shards = parts.map((part, index) =>
				reportOf(
					packages.filter(({ name }) => part.includes(name)),
					`${index + 1}/${total}`,
					names.length,
				),
			);
			const [first, ...rest] = shards.reverse();
			assert.ok(first);
			assert.deepEqual(facts(mergeReports([first, ...rest])), facts(whole));
		}),
	);
});

test("every shard that left no report is said, and nothing else is added", () => {
	fc.assert(
		fc.property(seen, fc.integer({ min: 2, max: 9 }), fc.nat(8), (packages, total, lost) => {
			const shards = Array.from({ length: total }, (_, index) =>
				reportOf(packages.slice(index, index + 1), `${index + 1}/${total}`, packages.length),
			);
			const [first, ...rest] = shards.filter((_, index) => index !== lost % total);
			assert.ok(first);
			const { gaps, unusedSuppressions } = mergeReports([first, ...rest]);
			const said = gaps.filter(({ message }) => message.startsWith("shard "));
			assert.deepEqual(
				said.map(({ message }) => message.split(" ")[1]),
				[`${(lost % total) + 1}/${total}`],
			);
			assert.deepEqual(unusedSuppressions, []);
		}),
	);
});
