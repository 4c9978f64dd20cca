import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#domain/config.ts";
import { renderSarif } from "#render/sarif.ts";
import { bufferFinding, cleanReport, fullReport } from "#test/support/reports.ts";
import { multitoolErrors } from "#test/support/sarif-multitool.ts";
import { sarifErrors } from "#test/support/sarif-schema.ts";
import { texts } from "#text/language.ts";

const [run] = renderSarif(fullReport, texts.en).runs;
const result = (fingerprint: string) =>
	run?.results?.find(({ partialFingerprints }) => partialFingerprints?.["raceAudit/v1"] === fingerprint);

test("the log is valid by OASIS's schema in both languages, with and without findings", () => {
	for (const language of languages) {
		for (const report of [fullReport, cleanReport, { ...fullReport, change: null }]) {
			assert.deepEqual(sarifErrors(renderSarif(report, texts[language])), []);
		}
	}
});

test("Microsoft's validator finds nothing by SARIF's rules and by GitHub's", () => {
	for (const report of [fullReport, cleanReport]) {
		assert.deepEqual(multitoolErrors(renderSarif(report, texts.en)), []);
	}
	const helpless = structuredClone(renderSarif(fullReport, texts.en));
	for (const rule of helpless.runs[0]?.tool.driver.rules ?? []) delete rule.help;
	assert.match(multitoolErrors(helpless)[0] ?? "", /^GH2012 /);
});

test("every result names a rule that has help, by id and by index", () => {
	for (const { ruleId, ruleIndex } of run?.results ?? []) {
		const rule = run?.tool.driver.rules?.[ruleIndex ?? -1];
		assert.equal(rule?.id, ruleId);
		assert.ok(rule?.help?.markdown?.includes(rule.helpUri ?? "?"));
		assert.ok((rule?.fullDescription?.text.length ?? 0) > 40);
	}
	assert.equal(run?.results?.length, fullReport.findings.length);
});

test("both stacks of a race are thread flows from the goroutine's start to the access", () => {
	const flows = result(bufferFinding.fingerprint)?.codeFlows?.[0]?.threadFlows ?? [];
	const names = flows.map(({ locations }) => locations.map(({ location }) => location?.message?.text));
	const expected = [
		"testing.tRunner",
		"logger.TestConcurrentWrites",
		"logger.TestConcurrentWrites.func1",
		"logger.(*Logger).Write",
		"bytes.(*Buffer).WriteByte",
		"bytes.(*Buffer).tryGrowByReslice",
	];
	assert.deepEqual(names, [expected, expected]);
	const last = flows[0]?.locations[3]?.location?.physicalLocation;
	assert.deepEqual(last?.artifactLocation, { uri: "logger/logger.go", uriBaseId: "%SRCROOT%" });
	assert.equal(last?.region?.startLine, 23);
});

test("states and suppressions are SARIF's own", () => {
	assert.equal(result(bufferFinding.fingerprint)?.baselineState, "new");
	assert.equal(result("c91d7be0425f8a13")?.baselineState, "unchanged");
	assert.equal(result("e2b8835fa0174c9d")?.baselineState, "absent");
	assert.equal(result("77de10c35b92af48")?.suppressions?.[0]?.kind, "external");
});

test("a gap makes the run unsuccessful", () => {
	assert.equal(run?.invocations?.[0]?.executionSuccessful, false);
	assert.equal(renderSarif(cleanReport, texts.en).runs[0]?.invocations?.[0]?.executionSuccessful, true);
});

test("more results than GitHub keeps are left out, the least first", () => {
	const many = Array.from({ length: 5200 }, (_, index) => ({
		...bufferFinding,
		severity: index < 5000 ? ("error" as const) : ("note" as const),
		incidents: [],
		fingerprint: index.toString(16).padStart(16, "0"),
	}));
	const kept = renderSarif({ ...fullReport, findings: many }, texts.en).runs[0]?.results ?? [];
	assert.equal(kept.length, 5000);
	assert.ok(kept.every(({ level }) => level === "error"));
});
