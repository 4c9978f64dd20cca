import assert from "node:assert/strict";
import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "#test/support/built-cli.ts";

const log = "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/m/main.go:3 +0x1\nexit status 2\n";

test("--output is replaced in one step, through links, and leaves nothing beside it", async (t) => {
	const folder = temporaryFolder(t);
	const [output, before] = [join(folder, "result.txt"), join(folder, "before.txt")];
	writeFileSync(output, "of an earlier run");
	linkSync(output, before);
	symlinkSync("result.txt", join(folder, "link.txt"));
	const { exitCode, stdout } = await runCli(["explain", "-", "--output", join(folder, "link.txt")], {
		input: log,
	});
	assert.equal(exitCode, 0);
	assert.equal(stdout, "");
	assert.match(readFileSync(output, "utf8"), /boom/);
	assert.equal(readFileSync(before, "utf8"), "of an earlier run", "written in place");
	assert.deepEqual(readdirSync(folder).sort(), ["before.txt", "link.txt", "result.txt"]);
});

test("what --output cannot take stands on standard output, and the exit code tells", async () => {
	const { exitCode, stdout, stderr } = await runCli(["explain", "-", "--output", "/dev/full"], {
		input: log,
	});
	assert.equal(exitCode, 2);
	assert.match(stdout, /boom/);
	assert.match(stderr, /\/dev\/full cannot be written: ENOSPC.*standard output instead/);
});

test("an audit whose --output leads nowhere ends before it begins", async (t) => {
	const folder = temporaryFolder(t, "examples/logserver");
	const { exitCode, stdout, stderr } = await runCli([
		"audit",
		folder,
		"--output",
		join(folder, "no", "r.json"),
	]);
	assert.equal(exitCode, 2);
	assert.equal(stdout, "");
	assert.match(stderr, /^go-race-audit: \S+r\.json cannot be written: ENOENT[^\n]*\n?$/);
});
