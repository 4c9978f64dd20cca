import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimesByContent, timeOfContent } from "#host/file-times.ts";
import { localHost } from "#host/local-host.ts";
import { commitAll, temporaryFolder } from "#test/support/built-cli.ts";

const readingTest = `package reads

import (
	"os"
	"testing"
)

func TestReads(t *testing.T) {
	if _, err := os.ReadFile("testdata/in.txt"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadDir("testdata"); err != nil {
		t.Fatal(err)
	}
}
`;

/** A repository, and what checks it out anew at one path, as a runner does. */
async function setScene(t: TestContext) {
	const origin = temporaryFolder(t);
	mkdirSync(join(origin, "testdata"));
	writeFileSync(join(origin, "go.mod"), "module example.com/reads\n\ngo 1.24\n");
	writeFileSync(join(origin, "reads_test.go"), readingTest);
	writeFileSync(join(origin, "testdata/in.txt"), "1");
	await commitAll(origin, "first");
	const clone = join(temporaryFolder(t), "checkout");
	return {
		origin,
		clone,
		checkOut() {
			rmSync(clone, { recursive: true, force: true });
			execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${origin}`, clone]);
		},
		setTimes: () => setTimesByContent(localHost(new AbortController().signal), clone),
		test: () => execFileSync("go", ["test", "./..."], { cwd: clone, encoding: "utf8" }),
		time: (path: string) => statSync(join(clone, path)).mtimeMs,
	};
}

test("with times by content Go answers from its cache in a fresh checkout, and runs what changed", async (t) => {
	const scene = await setScene(t);
	const checkOutAndTest = async (withTimes: boolean) => {
		scene.checkOut();
		if (withTimes) await scene.setTimes();
		return scene.test().includes("(cached)");
	};
	assert.deepEqual([await checkOutAndTest(true), await checkOutAndTest(true)], [false, true]);
	// Another content of the same length, as a whole second's commits may have.
	writeFileSync(join(scene.origin, "testdata/in.txt"), "2");
	execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@e", "commit", "-qam", "x"], {
		cwd: scene.origin,
	});
	assert.deepEqual([await checkOutAndTest(true), await checkOutAndTest(true)], [false, true]);
	assert.equal(await checkOutAndTest(false), false, "a checkout gives each file the time of day");
});

test("what differs from the commit keeps its time, and git still sees what changed", async (t) => {
	const scene = await setScene(t);
	scene.checkOut();
	writeFileSync(join(scene.clone, "go.mod"), "module example.com/changed\n");
	const before = scene.time("go.mod");
	// The test, the text, their two folders.
	assert.equal(await scene.setTimes(), 4);
	assert.equal(scene.time("go.mod"), before);
	assert.ok(scene.time("reads_test.go") < Date.UTC(2020));
	const status = execFileSync("git", ["status", "--porcelain"], { cwd: scene.clone, encoding: "utf8" });
	assert.equal(status, " M go.mod\n");
});

test("a content has one time, another content another", () => {
	assert.equal(timeOfContent("a"), timeOfContent("a"));
	const times = new Set(Array.from({ length: 10_000 }, (_, index) => timeOfContent(`${index}`)));
	assert.equal(times.size, 10_000);
});
