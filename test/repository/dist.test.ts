import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { execa } from "execa";

test("dist is what the sources build: else run npm run build", async (t) => {
	const folder = await mkdtemp(join(tmpdir(), "dist-"));
	t.after(() => rm(folder, { recursive: true }));
	await execa("rolldown", ["-c"], { preferLocal: true, env: { DIST: folder } });
	const names = (await readdir(folder)).sort();
	assert.deepEqual((await readdir("dist")).sort(), names);
	for (const name of names) {
		const [fresh, committed] = await Promise.all(
			[folder, "dist"].map((from) => readFile(join(from, name), "utf8")),
		);
		assert.ok(fresh === committed, `dist/${name} is stale: run npm run build`);
	}
});
