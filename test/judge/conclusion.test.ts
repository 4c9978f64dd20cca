import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report, ReportFinding } from "#domain/report.ts";
import { conclude } from "#judge/conclusion.ts";
import { reportFinding } from "#test/support/findings.ts";

const report = (findings: Partial<ReportFinding>[], gaps: Report["gaps"] = []) =>
	({ findings: findings.map(reportFinding), gaps }) as Pick<Report, "findings" | "gaps"> as Report;

const gap = { kind: "build-failed" as const, package: "m/x", message: "does not build", detail: null };
const suppression = { reason: "known", until: null, source: "config", added: false };

for (const { name, findings, gaps, failOn, want } of [
	{ name: "nothing", findings: [], gaps: [], failOn: "new", want: "clean" },
	{ name: "a new error", findings: [{}], gaps: [], failOn: "new", want: "findings" },
	{ name: "findings win over gaps", findings: [{}], gaps: [gap], failOn: "new", want: "findings" },
	{ name: "only gaps", findings: [], gaps: [gap], failOn: "new", want: "gaps" },
	{
		name: "a known one under new",
		findings: [{ state: "unchanged" }],
		gaps: [],
		failOn: "new",
		want: "clean",
	},
	{
		name: "a known one under any",
		findings: [{ state: "unchanged" }],
		gaps: [],
		failOn: "any",
		want: "findings",
	},
	{
		name: "one that is gone never counts",
		findings: [{ state: "absent" }],
		gaps: [],
		failOn: "any",
		want: "clean",
	},
	{ name: "a note never counts", findings: [{ severity: "note" }], gaps: [], failOn: "any", want: "clean" },
	{
		name: "a suppressed one never counts",
		findings: [{ suppression }],
		gaps: [],
		failOn: "any",
		want: "clean",
	},
	{
		name: "a race in a dependency never counts",
		findings: [{ section: "race-in-dependency" }],
		gaps: [],
		failOn: "any",
		want: "clean",
	},
	{ name: "under never gaps still show", findings: [{}], gaps: [gap], failOn: "never", want: "gaps" },
] as const) {
	test(`${name}: ${want}`, () => {
		assert.equal(conclude(report([...findings] as Partial<ReportFinding>[], [...gaps]), failOn), want);
	});
}
