import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Edit, ReportFinding } from "#domain/report.ts";
import { patch } from "#render/fix-markdown.ts";
import { patchHunks } from "#render/fix-patch.ts";
import { reportFinding } from "#test/support/findings.ts";

const folder = mkdtempSync(join(tmpdir(), "fix-patch-"));
after(() => rmSync(folder, { recursive: true }));

const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);

/** An edit of whole lines: `from` up to and without `to`. */
const replace = (from: number, to: number, newText: string): Edit => ({
	file: "a.go",
	start: { line: from, column: 1 },
	end: { line: to, column: 1 },
	newText,
});

/** A finding that quotes the named ranges of the file, both ends included. */
function quoting(edits: Edit[], ranges: readonly (readonly [number, number])[]): ReportFinding {
	return reportFinding({
		fixes: [{ title: "mend it", edits, verified: null }],
		excerpts: ranges.map(([from, to]) => ({ file: "a.go", start: from, lines: lines.slice(from - 1, to) })),
	});
}

const cases = [
	{ name: "an insertion", edits: [replace(10, 10, "new\n")], quoted: [[7, 13]] },
	{ name: "a line that is gone", edits: [replace(10, 11, "")], quoted: [[7, 13]] },
	{ name: "the first line", edits: [replace(1, 2, "new\n")], quoted: [[1, 4]] },
	{ name: "the last line", edits: [replace(30, 31, "new\n")], quoted: [[27, 30]] },
	{
		name: "places far apart",
		edits: [replace(5, 5, "a\n"), replace(20, 22, "b\n")],
		quoted: [
			[2, 8],
			[17, 25],
		],
	},
	{
		name: "places that share context",
		edits: [replace(5, 5, "a\n"), replace(9, 10, "b\n")],
		quoted: [[2, 12]],
	},
	{ name: "one line of context", edits: [replace(10, 11, "new\n")], quoted: [[9, 11]] },
] as const satisfies readonly {
	name: string;
	edits: Edit[];
	quoted: readonly (readonly [number, number])[];
}[];

for (const { name, edits, quoted } of cases) {
	test(`git apply takes the patch of a comment: ${name}`, () => {
		const finding = quoting([...edits], quoted);
		const [fix] = finding.fixes;
		const hunks = fix === undefined ? null : patchHunks(finding, fix);
		assert.ok(hunks);
		writeFileSync(join(folder, "a.go"), `${lines.join("\n")}\n`);
		execFileSync("git", ["apply"], { cwd: folder, input: `${patch(hunks)}\n` });
		const wanted = [...lines];
		for (const { start, end, newText } of [...edits].reverse()) {
			wanted.splice(start.line - 1, end.line - start.line, ...newText.split("\n").slice(0, -1));
		}
		assert.equal(readFileSync(join(folder, "a.go"), "utf8"), `${wanted.join("\n")}\n`);
	});
}

test("a line that an edit keeps is context, neither taken out nor put in", () => {
	const finding = quoting([replace(10, 11, "new\nline 10\n")], [[7, 13]]);
	const [fix] = finding.fixes;
	const [hunk] = (fix && patchHunks(finding, fix)) ?? [];
	assert.deepEqual(hunk?.lines, [
		" line 7",
		" line 8",
		" line 9",
		"+new",
		" line 10",
		" line 11",
		" line 12",
	]);
});
