import assert from "node:assert/strict";
import { test } from "node:test";
import type { SuppressionRule } from "#domain/config-file.ts";
import { type JudgeContext, judge } from "#judge/judge.ts";
import { confirmedFinding } from "#test/support/findings.ts";

const context = (more: Partial<JudgeContext> = {}): JudgeContext => ({
	root: "/r",
	modules: [],
	diff: null,
	rules: [],
	addedRules: new Set(),
	today: "2026-11-23",
	...more,
});

const diffOf = (file: string, ...lines: number[]) => ({
	has: (name: string, line: number) => name === file && lines.includes(line),
	hasFile: (name: string) => name === file,
});

const at = (file: string, line: number) => ({ file, line, endLine: line });

test("without a baseline a finding is new", () => {
	assert.equal(judge([confirmedFinding()], context())[0]?.state, "new");
});

test("what the merge base shows too is unchanged, what only it shows is absent", () => {
	const findings = [confirmedFinding({ inBaseline: true }), confirmedFinding({ absent: true })];
	assert.deepEqual(
		judge(findings, context()).map(({ state }) => state),
		["unchanged", "absent"],
	);
});

test("of both accesses the one in the diff is commented", () => {
	const finding = confirmedFinding({ places: [at("/r/a.go", 1), at("/r/b.go", 2)] });
	const [judged] = judge([finding], context({ diff: diffOf("b.go", 2) }));
	assert.equal(judged?.place, "line");
	assert.deepEqual(judged?.at, at("b.go", 2));
});

test("a line outside the hunks of a changed file is a comment on the file", () => {
	const [judged] = judge(
		[confirmedFinding({ places: [at("/r/a.go", 9)] })],
		context({ diff: diffOf("a.go", 1) }),
	);
	assert.equal(judged?.place, "file");
});

test("a file that the change leaves alone stays in the report", () => {
	const [judged] = judge(
		[confirmedFinding({ places: [at("/r/a.go", 9)] })],
		context({ diff: diffOf("b.go", 1) }),
	);
	assert.equal(judged?.place, "report");
	assert.deepEqual(judged?.at, at("a.go", 9));
});

test("a place outside the repository is none", () => {
	for (const file of ["/other/a.go", "/ra/a.go", "example.com/m/a.go"]) {
		const [judged] = judge([confirmedFinding({ places: [at(file, 1)] })], context());
		assert.equal(judged?.at, null, file);
		assert.equal(judged?.place, "report", file);
	}
});

test("a suppression holds up to its last day and then comes back", () => {
	const rules = [{ section: "race-shared-buffer" as const, reason: "known", until: "2026-11-23" }];
	const on = (today: string) => judge([confirmedFinding()], context({ rules, today }))[0]?.suppression;
	assert.equal(on("2026-11-23")?.reason, "known");
	assert.equal(on("2026-11-24"), null);
});

test("a finding that is back says until when it was ignored, by the latest entry, unless another covers it", () => {
	const section = "race-shared-buffer" as const;
	const old = { section, reason: "old", until: "2026-01-31" };
	const latest = { section, reason: "latest", until: "2026-11-23" };
	const ended = (rules: SuppressionRule[]) =>
		judge([confirmedFinding()], context({ rules, today: "2026-11-24" }))[0]?.endedSuppression;
	assert.deepEqual(ended([old, latest]), { reason: "latest", until: "2026-11-23" });
	assert.equal(ended([latest, { section, reason: "for ever" }]), null);
	assert.equal(ended([{ ...latest, section: "race-map" }]), null);
});

for (const { name, rule, covered } of [
	{ name: "a unique prefix of the fingerprint", rule: { fingerprint: "0123" }, covered: true },
	{ name: "another fingerprint", rule: { fingerprint: "9999" }, covered: false },
	{ name: "a glob over packages", rule: { package: "m/**" }, covered: true },
	{ name: "a function by name", rule: { function: "(*Logger).Log" }, covered: true },
	{ name: "functions by their beginning", rule: { function: "(*Logger).*" }, covered: true },
	{
		name: "all of several conditions are needed",
		rule: { package: "m/**", function: "other" },
		covered: false,
	},
]) {
	test(`a rule covers by ${name}: ${covered}`, () => {
		const rules = [{ ...rule, reason: "known" }];
		assert.equal(judge([confirmedFinding()], context({ rules }))[0]?.suppression !== null, covered);
	});
}
