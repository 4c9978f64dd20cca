import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { execa } from "execa";

async function filesOf(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
}

test("dist is what the sources build: else run npm run build", async (t) => {
	const folder = await mkdtemp(join(tmpdir(), "dist-"));
	t.after(() => rm(folder, { recursive: true }));
	await execa("rolldown", ["-c"], { preferLocal: true, env: { DIST: folder } });
	const names = await filesOf(folder);
	assert.deepEqual(await filesOf("dist"), names);
	for (const name of names) {
		const [fresh, committed] = await Promise.all(
			[folder, "dist"].map((from) => readFile(join(from, name), "utf8")),
		);
		assert.ok(fresh === committed, `dist/${name} is stale: run npm run build`);
	}
});
