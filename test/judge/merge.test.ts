import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "#domain/report.ts";
import { mergeReports } from "#judge/merge.ts";
import { reportFinding } from "#test/support/findings.ts";

function shard(index: number, total: number, more: Partial<Report> = {}): Report {
	return {
		version: 1,
		tool: { name: "go-race-audit", version: "0" },
		go: "go1.26.8",
		startedAt: `2026-11-23T00:00:0${index}.000Z`,
		durationMs: index * 1000,
		change: null,
		plan: {
			scope: "all",
			effort: "quick",
			packages: [`m/p${index}`],
			modules: ["m"],
			shard: `${index}/${total}`,
			leftOut: [],
		},
		findings: [],
		gaps: [],
		unusedSuppressions: [],
		recovery: {
			goroutines: 2,
			covered: 1,
			uncovered: [{ file: `p${index}/x.go`, line: 1, function: "f" }],
			exempt: 0,
		},
		timings: [{ package: `m/p${index}`, seconds: index }],
		...more,
	};
}

test("shards join into what one run would have said", () => {
	const merged = mergeReports([shard(1, 2), shard(2, 2)]);
	assert.deepEqual(merged.plan.packages, ["m/p1", "m/p2"]);
	assert.equal(merged.plan.shard, null);
	assert.equal(merged.startedAt, "2026-11-23T00:00:01.000Z");
	assert.equal(merged.durationMs, 2000);
	assert.equal(merged.recovery?.goroutines, 4);
	assert.deepEqual(merged.gaps, []);
});

test("a shard that left no report is a gap", () => {
	const { gaps } = mergeReports([shard(1, 3), shard(3, 3)]);
	assert.equal(gaps.length, 1);
	assert.match(gaps[0]?.message ?? "", /shard 2\/3/);
});

test("one cause seen by two shards is one finding with the runs added up", () => {
	const confirmation = { head: { runs: 5, hits: 2 }, base: null };
	const one = shard(1, 2, { findings: [reportFinding({ tests: ["TestA"], confirmation })] });
	const two = shard(2, 2, { findings: [reportFinding({ tests: ["TestB"], confirmation })] });
	const { findings } = mergeReports([one, two]);
	assert.equal(findings.length, 1);
	assert.deepEqual(findings[0]?.tests, ["TestA", "TestB"]);
	assert.equal(findings[0]?.incidentCount, 2);
	assert.deepEqual(findings[0]?.confirmation?.head, { runs: 10, hits: 4 });
});

test("a finding that any shard saw at the base is known", () => {
	const one = shard(1, 2, { findings: [reportFinding({ state: "new" })] });
	const two = shard(2, 2, { findings: [reportFinding({ state: "unchanged" })] });
	assert.equal(mergeReports([one, two]).findings[0]?.state, "unchanged");
});
