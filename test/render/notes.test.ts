import assert from "node:assert/strict";
import { test } from "node:test";
import { renderAnnotations } from "#render/annotation.ts";
import { renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { renderTerminal } from "#render/terminal.ts";
import { reportFinding } from "#test/support/findings.ts";
import { fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

const note = reportFinding({ severity: "note", state: "new" });
const report = { ...fullReport, findings: [note], gaps: [] };

test("notes alone leave the summary clean and nothing annotated", () => {
	const summary = renderSummary(report, texts.en, plainSummary);
	assert.match(summary, /^## Race audit: nothing new/);
	assert.doesNotMatch(summary, /Logger\.buf/);
	assert.deepEqual(renderAnnotations(report, texts.en), []);
});

test("the terminal lists notes in a line each, and counts them apart", () => {
	const printed = renderTerminal(report, texts.en, { colour: false, width: 100, hyperlinks: false });
	assert.equal(printed.match(/Logger\.buf/g)?.length, 1);
	assert.match(printed, /0 new, 0 known, 0 fixed · 1 note/);
});

test("with effort quick and a base it is said that nothing was compared, where that matters", () => {
	const quick = { ...fullReport, plan: { ...fullReport.plan, effort: "quick" as const } };
	const said = /nothing runs at the merge base/;
	assert.match(renderSummary(quick, texts.en, plainSummary), said);
	const lintOnly = { ...quick, findings: [reportFinding({ kind: "lint", state: "new" })] };
	for (const other of [fullReport, lintOnly, { ...quick, change: null }])
		assert.doesNotMatch(renderSummary(other, texts.en, plainSummary), said);
});
