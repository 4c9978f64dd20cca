import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { execa } from "execa";
import { runCli, temporaryFolder } from "#test/support/built-cli.ts";

/** A PATH that holds only these programs. */
async function pathWith(folder: string, names: readonly string[]): Promise<string> {
	const bin = join(folder, "bin");
	mkdirSync(bin);
	for (const name of names) {
		const { stdout } = await execa("which", [name]);
		symlinkSync(stdout, join(bin, name));
	}
	return bin;
}

for (const { name, args, message } of [
	{
		name: "an unknown flag names the nearest",
		args: ["audit", "--bse", "main"],
		message: /there is no flag --bse; did you mean --base\?/,
	},
	{
		name: "an unknown command names the nearest",
		args: ["audti"],
		message: /there is no command audti; did you mean audit\?/,
	},
	{
		name: "a bad choice names the choices",
		args: ["audit", "--effort", "fast"],
		message: /effort: fast is not one of quick, standard, deep/,
	},
	{ name: "a flag without its value", args: ["audit", "--base"], message: /--base <ref> needs a value/ },
	{ name: "an operand too few", args: ["merge"], message: /report is missing; --help shows/ },
	{ name: "operands too many", args: ["plan", "a", "b"], message: /plan takes fewer operands/ },
	{
		name: "shards that are no number",
		args: ["plan", "--shards", "many"],
		message: /shards: many is not a whole number above 0/,
	},
	{
		name: "an unknown flag, in Vietnamese",
		args: ["audit", "--bse", "main", "--lang", "vi"],
		message: /không có cờ --bse; có phải ý bạn là --base\?/,
	},
	{
		name: "a folder that is not there",
		args: ["audit", "no-such-folder"],
		message: /no folder no-such-folder/,
	},
	{
		name: "input that is not there",
		args: ["parse", "no-such.log"],
		message: /no-such\.log cannot be read: there is no such file/,
	},
	{ name: "empty input", args: ["parse", "-"], message: /standard input is empty/ },
	{ name: "a folder as input", args: ["explain", "src"], message: /src is a folder/ },
	{
		name: "a report that is none",
		args: ["render", "package.json"],
		message: /package\.json is not a report of version 1/,
	},
	{
		name: "a config file that is not there",
		args: ["audit", "examples/logserver", "--config", "no.yml"],
		message: /config file .*no\.yml does not exist/,
	},
	{
		name: "publishing without a token",
		args: ["publish", "package.json", "--repo", "a/b", "--pull", "1"],
		message: /./,
	},
	{
		name: "an unknown section names the nearest",
		args: ["guide", "race-mpa"],
		message: /did you mean race-map/,
	},
]) {
	test(`${name}: one line on standard error and exit code 2`, async () => {
		const { exitCode, stdout, stderr } = await runCli(args);
		assert.equal(exitCode, 2, stderr);
		assert.equal(stdout, "");
		assert.match(stderr, message);
		assert.doesNotMatch(stderr, /\n\s+at /);
	});
}

test("outside of a module the message says what to do", async (t) => {
	const { exitCode, stderr } = await runCli(["audit"], { cwd: temporaryFolder(t) });
	assert.equal(exitCode, 2);
	assert.match(stderr, /no go\.mod .*go mod init/);
});

test("--base outside of a repository is refused", async (t) => {
	const folder = temporaryFolder(t, "examples/logserver");
	const { exitCode, stderr } = await runCli(["audit", "--base", "main"], { cwd: folder });
	assert.equal(exitCode, 2);
	assert.match(stderr, /--base needs a git repository/);
});

test("a pattern that go cannot list is a gap that says so", async () => {
	const { exitCode, stdout } = await runCli([
		"audit",
		"examples/logserver",
		"--packages",
		"./nothing/...",
		"./safego",
	]);
	assert.equal(exitCode, 2);
	assert.match(stdout, /go cannot list \.\/nothing\/\.\.\.: lstat .*no such file/s);
});

test("without Go the message says where to get it", async (t) => {
	const folder = temporaryFolder(t);
	const PATH = await pathWith(folder, ["git"]);
	const { exitCode, stderr } = await runCli(["audit", "examples/logserver"], { env: { PATH } });
	assert.equal(exitCode, 2);
	assert.match(stderr, /go was not found on PATH/);
});

test("a Go that is too old is refused by its version", async (t) => {
	const folder = temporaryFolder(t);
	const bin = await pathWith(folder, ["git"]);
	writeFileSync(
		join(bin, "go"),
		`#!/bin/sh\necho '{"GOVERSION":"go1.22.1","GOMOD":"","GOWORK":"","CGO_ENABLED":"1"}'\n`,
		{ mode: 0o755 },
	);
	const { exitCode, stderr } = await runCli(["audit", "examples/logserver"], {
		env: { PATH: `${bin}:${dirname("/bin/sh")}` },
	});
	assert.equal(exitCode, 2);
	assert.match(stderr, /go1\.22\.1 is too old.*1\.24/);
});

test("without a C compiler the panics and the lint are still there, and the gap says what is missing", async () => {
	const { exitCode, stdout } = await runCli(
		["audit", "examples/logserver", "--packages", "./server", "--effort", "quick"],
		{
			env: { CGO_ENABLED: "0" },
		},
	);
	assert.equal(exitCode, 1);
	assert.match(stdout, /race detector needs cgo/);
	assert.match(stdout, /index out of range/);
	assert.match(stdout, /recover/);
});

for (const { args, said } of [
	{ args: ["audit", "no-such-folder", "--lang", "vi"], said: "không có thư mục no-such-folder" },
	{ args: ["fix", "0000", "no-such-folder", "--lang=vi"], said: "không có thư mục no-such-folder" },
	{
		args: ["audit", "--lang", "vi", "--timeout", "soon"],
		said: "timeout: soon không phải là khoảng thời gian",
	},
	{ args: ["render", "no.json", "--lang", "vi"], said: "không có báo cáo no.json" },
	{ args: ["guide", "race-mpa", "--lang", "vi"], said: "có phải ý bạn là race-map?" },
]) {
	test(`in Vietnamese: ${args.join(" ")}`, async () => {
		const { exitCode, stderr } = await runCli(args);
		assert.equal(exitCode, 2, stderr);
		assert.ok(stderr.includes(said), stderr);
	});
}
