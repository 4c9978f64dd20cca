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
			otherModules: [],
			only: null,
			listed: 0,
		},
		findings: [],
		gaps: [],
		unusedSuppressions: [],
		recovery: {
			goroutines: 2,
			covered: 1,
			uncovered: [{ file: `p${index}/x.go`, line: 1, function: "f" }],
			exempt: 0,
			added: null,
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

const buffer = { subjects: ["m/logger.Logger.buf"] };
const fp = (digit: string) => digit.repeat(16);

test("a diagnostic goes to the race that another shard's tests showed on the same variable", () => {
	const race = reportFinding({ ...buffer, fingerprint: fp("b"), package: "m/api", related: [] });
	const diagnostic = reportFinding({
		...buffer,
		kind: "lint",
		fingerprint: fp("a"),
		analyzer: "sharedbuffer",
		incidentCount: 0,
		state: "unchanged",
		evidence: [{ analyzer: "sharedbuffer", message: "written without a lock", at: null }],
	});
	const near = reportFinding({ kind: "lint", fingerprint: fp("c"), related: [fp("a")], subjects: [] });
	for (const reports of [
		[shard(1, 2, { findings: [race] }), shard(2, 2, { findings: [diagnostic, near] })],
		[shard(1, 2, { findings: [diagnostic, near] }), shard(2, 2, { findings: [race] })],
	] as const) {
		const { findings } = mergeReports(reports);
		const [one] = findings.filter(({ kind }) => kind === "race");
		assert.deepEqual(findings.map(({ fingerprint }) => fingerprint).sort(), [fp("b"), fp("c")]);
		assert.deepEqual([one?.state, one?.evidence.length, one?.incidentCount], ["new", 1, 1]);
		assert.deepEqual(findings.find(({ kind }) => kind === "lint")?.related, [fp("b")]);
	}
});

test("a diagnostic on another matter of the same variable stays a finding of its own", () => {
	const race = reportFinding({ ...buffer, fingerprint: fp("b") });
	const other = reportFinding({
		...buffer,
		kind: "lint",
		section: "recover-goroutine",
		fingerprint: fp("a"),
	});
	const { findings } = mergeReports([shard(1, 2, { findings: [race] }), shard(2, 2, { findings: [other] })]);
	assert.equal(findings.length, 2);
});

test("the finding belongs to the package of the code at fault where its own tests show it too", () => {
	const foreign = reportFinding({ package: "m/api", reproduce: "go test ./api" });
	const own = reportFinding({ package: "m/logger", reproduce: "go test ./logger" });
	const { findings } = mergeReports([shard(1, 2, { findings: [foreign] }), shard(2, 2, { findings: [own] })]);
	assert.deepEqual([findings[0]?.package, findings[0]?.reproduce], ["m/logger", "go test ./logger"]);
});

test("an ignore entry is unused when no shard needs it and all of them are there", () => {
	const one = shard(1, 2, { unusedSuppressions: ["a", "b"] });
	const two = shard(2, 2, { unusedSuppressions: ["b", "c"] });
	const listed = (report: Report, count: number) => ({ ...report, plan: { ...report.plan, listed: count } });
	assert.deepEqual(mergeReports([listed(one, 2), listed(two, 2)]).unusedSuppressions, ["b"]);
	assert.deepEqual(mergeReports([one]).unusedSuppressions, [], "the other shard may need both");
	assert.deepEqual(mergeReports([listed(one, 3), listed(two, 3)]).unusedSuppressions, [], "not all planned");
});

test("a shard that was run again counts once, as its last run saw it", () => {
	const died = shard(1, 1, { gaps: [{ kind: "killed", package: null, message: "killed", detail: null }] });
	const again = { ...shard(1, 1), startedAt: "2026-11-24T00:00:00.000Z" };
	for (const reports of [[died, again] as const, [again, died] as const]) {
		const merged = mergeReports(reports);
		assert.deepEqual([merged.gaps, merged.recovery?.goroutines], [[], 2]);
	}
});

test("a report that speaks of absurdly many shards is a gap", () => {
	const report = shard(1, 1);
	const { gaps } = mergeReports([{ ...report, plan: { ...report.plan, shard: "1/999999999" } }]);
	assert.match(gaps[0]?.message ?? "", /999999999 shards/);
});
