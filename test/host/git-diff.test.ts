import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readDiff } from "#host/git.ts";
import { localHost } from "#host/local-host.ts";
import { addedLines, parseDiff } from "#plan/diff.ts";
import { commitAll, temporaryFolder } from "#test/support/built-cli.ts";

test("a change cannot hide its Go lines from the diff by .gitattributes", async (t) => {
	const folder = temporaryFolder(t);
	mkdirSync(join(folder, "sub"));
	writeFileSync(join(folder, "sub", "a.go"), "package a\n");
	writeFileSync(join(folder, "data.bin"), "\0\x01\xff");
	await commitAll(folder, "base");
	writeFileSync(join(folder, ".gitattributes"), "*.go binary\n*.md -diff\n");
	writeFileSync(join(folder, "sub", "a.go"), "package a\n\nvar x int\n");
	writeFileSync(join(folder, "data.bin"), "\0\x02\xff");
	await commitAll(folder, "change");
	const host = localHost(new AbortController().signal);
	for (const from of [folder, join(folder, "sub")]) {
		const diff = parseDiff(await readDiff(host, from, "HEAD~1"));
		assert.deepEqual([...diff.keys()].sort(), [".gitattributes", "data.bin", "sub/a.go"]);
		const file = diff.get("sub/a.go");
		assert.deepEqual(file && [...addedLines(file)], [2, 3]);
		assert.deepEqual(diff.get("data.bin")?.hunks, []);
	}
});
