import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { runCli, temporaryFolder } from "#test/support/built-cli.ts";
import { reportFinding } from "#test/support/findings.ts";
import { cleanReport } from "#test/support/reports.ts";

/** What a terminal obeys or hides. */
const obeyed = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const escapes = "\x1b]0;pwned\x07\x1b[31m\x9b2J\u202e\u2066";

const source = "package a\n\nvar x = 1\n";
const fingerprint = "00000000000000aa";

/** A folder with a.go and a report whose fix edits `file`. */
function hostileFix(t: TestContext, file: string, title = "a title") {
	const folder = temporaryFolder(t);
	const root = join(folder, "repository");
	mkdirSync(join(root, "sub"), { recursive: true });
	for (const path of ["x.go", "repository/a.go", "repository/sub/b.go"])
		writeFileSync(join(folder, path), source);
	const at = { line: 3, column: 9 };
	const edits = [{ file, start: at, end: { ...at, column: 10 }, newText: "2" }];
	const fixes = [{ title, edits, verified: null }];
	const finding = reportFinding({ fingerprint, fixes, excerpts: [] });
	const report = join(folder, "report.json");
	writeFileSync(report, JSON.stringify({ ...cleanReport, findings: [finding] }));
	return { folder, root, args: ["fix", fingerprint, root, "--report", report] };
}

test("fix puts an edit into the file that the report names, and says so on a clean line", async (t) => {
	const { root, args } = hostileFix(t, "a.go", `fix ${escapes}\n::error::forged`);
	const { exitCode, stderr } = await runCli(args);
	assert.equal(exitCode, 0, stderr);
	assert.equal(readFileSync(join(root, "a.go"), "utf8"), source.replace("1", "2"));
	assert.doesNotMatch(stderr, obeyed);
	assert.doesNotMatch(stderr, /^::/m);
});

for (const file of [
	"../x.go",
	"sub/../../x.go",
	"./a.go",
	"..\\x.go",
	"sub\\..\\a.go",
	"a.txt",
	"missing.go",
]) {
	test(`fix refuses to edit ${file}`, async (t) => {
		const { folder, root, args } = hostileFix(t, file);
		const { exitCode, stderr } = await runCli(args);
		assert.equal(exitCode, 2);
		assert.match(stderr, /is not a Go file of/);
		for (const path of [join(folder, "x.go"), join(root, "a.go")])
			assert.equal(readFileSync(path, "utf8"), source);
	});
}

test("fix refuses absolute paths", async (t) => {
	const { folder } = hostileFix(t, "a.go");
	const { args } = hostileFix(t, join(folder, "x.go"));
	assert.equal((await runCli(args)).exitCode, 2);
	assert.equal(readFileSync(join(folder, "x.go"), "utf8"), source);
});

test("fix follows no link, of a file or of a folder, even one that stays inside", async (t) => {
	const outside = hostileFix(t, "link.go");
	symlinkSync(join(outside.folder, "x.go"), join(outside.root, "link.go"));
	const inside = hostileFix(t, "link.go");
	symlinkSync("a.go", join(inside.root, "link.go"));
	const ofFolder = hostileFix(t, "sub/b.go");
	renameSync(join(ofFolder.root, "sub"), join(ofFolder.folder, "sub"));
	symlinkSync(join(ofFolder.folder, "sub"), join(ofFolder.root, "sub"));
	for (const { args } of [outside, inside, ofFolder]) {
		const { exitCode, stderr } = await runCli(args);
		assert.equal(exitCode, 2);
		assert.match(stderr, /is not a Go file of/);
	}
	assert.equal(readFileSync(join(outside.folder, "x.go"), "utf8"), source);
	assert.equal(readFileSync(join(inside.root, "a.go"), "utf8"), source);
	assert.equal(readFileSync(join(ofFolder.folder, "sub", "b.go"), "utf8"), source);
});

const log = [
	`panic: ${escapes}::error::x`,
	"",
	`goroutine 1 [running${escapes}]:`,
	`main.f${escapes}(...)`,
	`\t/tmp/${escapes}/x.go:3 +0x1`,
	"exit status 2",
	"==================",
	"WARNING: DATA RACE",
	`Write at ${escapes}`,
	"::error::forged",
	"",
].join("\n");

for (const args of [
	["parse", "-"],
	...["text", "json", "sarif", "markdown"].map((format) => ["explain", "-", "--format", format]),
]) {
	test(`${args.join(" ")}: no byte of a log commands the terminal`, async () => {
		const { exitCode, stdout, stderr } = await runCli(args, { input: log });
		assert.equal(exitCode, 0, stderr);
		assert.doesNotMatch(stdout, obeyed);
		assert.doesNotMatch(stderr, obeyed);
		assert.doesNotMatch(stdout + stderr, /^\s*::error/m);
	});
}

test("explain --dir quotes nothing from outside of the folder", async (t) => {
	const folder = temporaryFolder(t);
	mkdirSync(join(folder, "sources"));
	writeFileSync(join(folder, "secret.go"), "package a\n\nvar topSecret = 1\n");
	symlinkSync(join(folder, "secret.go"), join(folder, "sources", "x.go"));
	const input = "panic: x\n\ngoroutine 1 [running]:\nmain.f(...)\n\t/src/x.go:3 +0x1\nexit status 2\n";
	const { stdout } = await runCli(["explain", "-", "--dir", join(folder, "sources")], { input });
	assert.match(stdout, /x\.go:3/);
	assert.doesNotMatch(stdout, /topSecret/);
});

test("an error that quotes a stranger's words does nothing to the terminal", async (t) => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, "c.yml"), `"${String.raw`\e]0;pwned\a`}": 1\n`);
	const { exitCode, stderr } = await runCli(["plan", folder, "--config", join(folder, "c.yml")]);
	assert.equal(exitCode, 2);
	assert.match(stderr, /pwned/);
	assert.doesNotMatch(stderr, obeyed);
});

test("a report that is a device or a folder is refused in one line", async (t) => {
	const { exitCode, stderr } = await runCli(["render", temporaryFolder(t)]);
	assert.equal(exitCode, 2);
	assert.match(stderr, /^go-race-audit: the report .* cannot be read: [^\n]*$/);
});

test("a temporary folder that cannot be written is an error of the machine, not ours", async (t) => {
	const { args, folder } = hostileFix(t, "a.go");
	const env = { TMPDIR: join(folder, "missing"), TEMP: join(folder, "missing") };
	const { exitCode, stderr } = await runCli([...args, "--dry-run"], { env });
	assert.equal(exitCode, 2);
	assert.match(stderr, /no temporary folder can be made in .*missing/);
});

test("a result that cannot be written to a full disk ends with exit code 2", {
	skip: !existsSync("/dev/full"),
}, () => {
	const full = openSync("/dev/full", "w");
	const { status, stderr } = spawnSync(process.execPath, [resolve("dist/cli.js"), "guide"], {
		stdio: ["ignore", full, "pipe"],
		encoding: "utf8",
	});
	assert.equal(status, 2);
	assert.match(stderr, /standard output cannot be written: ENOSPC/);
});
