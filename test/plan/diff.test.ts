import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addedLines, anchorIn, commentableLines, type DiffFile, lineAfter, parseDiff } from "#plan/diff.ts";

// `git diff --find-renames` of a commit that does everything at once; a.go is changed at both ends.
const recorded = new URL("../recordings/diff/renamed-binary-quoted-no-newline.diff", import.meta.url);
const diff = parseDiff(readFileSync(recorded, "utf8"));
const file = (path: string) => diff.get(path) as DiffFile;

test("every file is read under the name it has after the change", () => {
	const files = [...diff.values()].map(({ path, previousPath, kind }) => [path, previousPath, kind]);
	assert.deepEqual(files, [
		["a.go", "a.go", "changed"],
		["bin", "bin", "changed"],
		["empty.go", null, "added"],
		["gone.go", "gone.go", "deleted"],
		["moved.go", "ren.go", "changed"],
		["moved2.go", "ren2.go", "changed"],
		["new.go", null, "added"],
		['q\t\\"z.go', 'q\t\\"z.go', "changed"],
		["é b.go", "é b.go", "changed"],
	]);
});

test("lines that start with -- or ++ are content, and a missing newline is none", () => {
	assert.deepEqual([...commentableLines(file("a.go"))], [1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15]);
	assert.deepEqual([...addedLines(file("a.go"))], [1, 3, 15]);
	assert.deepEqual([...commentableLines(file("moved2.go"))], [6, 7, 8, 9]);
	assert.deepEqual([...commentableLines(file("gone.go"))], []);
	assert.deepEqual([...commentableLines(file("bin"))], []);
});

test("a comment stands on the part of a range that one hunk shows", () => {
	const places = [
		[
			{ line: 3, endLine: 3 },
			{ line: 3, endLine: 3 },
		],
		[
			{ line: 5, endLine: 12 },
			{ line: 5, endLine: 6 },
		],
		[{ line: 7, endLine: 9 }, null],
	] as const;
	for (const [range, want] of places) assert.deepEqual(anchorIn(file("a.go"), range), want);
});

test("a line is followed through the change, and null when it was taken away", () => {
	const followed = [1, 2, 3, 6, 12, 13, 14, 15, 99].map((line) => lineAfter(file("a.go"), line));
	assert.deepEqual(followed, [null, 2, 4, 7, null, 13, 14, null, 99]);
	assert.equal(lineAfter(undefined, 5), 5);
	const withoutContext = parseDiff("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -4,0 +5,2 @@\n+new\n+new\n").get(
		"x",
	);
	assert.deepEqual(
		[3, 4, 5].map((line) => lineAfter(withoutContext, line)),
		[3, 4, 7],
	);
});

test("what is no diff is no file", () => {
	for (const text of ["", "\n", "hello", "@@ -1 +1 @@\n+x", "\u0000", "diff --git"]) parseDiff(text);
	assert.equal(parseDiff("hello").size, 0);
});
