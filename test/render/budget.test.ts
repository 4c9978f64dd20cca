import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportFinding } from "#domain/report.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { fitBlocks } from "#render/budget.ts";
import { renderComment } from "#render/review.ts";
import { renderJobSummary, renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { githubHtml } from "#test/support/github-markdown.ts";
import { bufferFinding, fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

const text = texts.en;
const many = (count: number, changes: Partial<ReportFinding> = {}): ReportFinding[] =>
	Array.from({ length: count }, (_, index) => ({
		...bufferFinding,
		...changes,
		at: { file: `${"deep/".repeat(20)}logger.go`, line: index + 1, endLine: index + 1 },
		fingerprint: index.toString(16).padStart(16, "0"),
	}));

test("blocks are left out whole, the lightest first and of equals the last", () => {
	const block = (weight: number, name: string) => ({ weight, text: name.repeat(10) });
	const blocks = [block(3, "a"), block(1, "b"), block(2, "c"), block(1, "d")];
	assert.equal(fitBlocks(blocks, 1000, "…"), [..."abcd"].map((name) => name.repeat(10)).join("\n\n"));
	assert.equal(
		fitBlocks(blocks, 40, "…"),
		[..."abc"]
			.map((name) => name.repeat(10))
			.join("\n\n")
			.concat("\n\n…"),
	);
	assert.equal(fitBlocks(blocks, 16, "…"), `${"a".repeat(10)}\n\n…`);
});

for (const count of [0, 1, 51, 300, 3000]) {
	test(`summary, job summary and annotations of ${count} findings keep GitHub's limits`, () => {
		const report = { ...fullReport, findings: many(count) };
		const summary = renderSummary(report, text, plainSummary);
		assert.ok(summary.length <= 65_536);
		assert.ok(summary.endsWith("<!-- race-audit:summary -->"));
		assert.ok(Buffer.byteLength(renderJobSummary(report, text)) <= 1024 * 1024);
		const annotations = renderAnnotations(report, text);
		assert.ok(annotations.length <= 10);
		if (count > 10) assert.equal(annotations.at(-1)?.title, `${text.number(count - 9)} more`);
	});
}

test("a summary over the limit loses whole parts only, and says so", () => {
	const gaps = Array.from({ length: 400 }, (_, index) => ({
		kind: "build-failed" as const,
		package: `example.com/p${index}`,
		message: "m".repeat(400),
		detail: `${"d".repeat(199)}\n`.repeat(30),
	}));
	const body = renderSummary(
		{ ...fullReport, findings: many(300, { title: "t" }), gaps },
		text,
		plainSummary,
	);
	assert.ok(body.length <= 65_536);
	assert.ok(body.includes(text.report.shortened));
	const html = githubHtml(body);
	assert.equal(html.match(/<details/g)?.length, html.match(/<\/details>/g)?.length);
	assert.equal((body.match(/^ *```/gm)?.length ?? 0) % 2, 0);
});

test("a comment of a finding with very long stacks keeps the limit and its marker", () => {
	const [race] = bufferFinding.incidents;
	assert.ok(race?.kind === "race");
	const frames = race.accesses[0]?.stack ?? [];
	const stack = Array.from({ length: 5000 }, () => frames).flat();
	const long = { ...race, accesses: race.accesses.map((access) => ({ ...access, stack })) };
	const finding = {
		...bufferFinding,
		incidents: [long],
		tests: Array.from({ length: 9000 }, (_, n) => `Test${n}`),
	};
	const body = renderComment(finding, text, { blobs: null, anchor: null, commands: true });
	assert.ok(body.length < 20_000, String(body.length));
	assert.ok(body.endsWith("<!-- race-audit:3f9c2ab41d77e805 -->"));
});
