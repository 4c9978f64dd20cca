import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Exit, Host } from "#host/host.ts";
import { localHost } from "#host/local-host.ts";
import { buildLintTool, lintToolFolder } from "#run/lint-tool.ts";
import { temporaryFolder } from "#test/support/built-cli.ts";

const failed: Exit = { code: 1, stdout: "", stderr: "no modules here", ended: "exited", durationMs: 1 };

/** This machine with a cache folder, where a build takes no time: it fails, or writes a program. */
function hostWith(cacheDirectory: string, build: (output: string) => Exit): Host {
	const run = async ({ args }: { args: readonly string[] }) => build(args[args.indexOf("-o") + 1] ?? "");
	return { ...localHost(new AbortController().signal), cacheDirectory, processes: { run } };
}

test("a cache folder that cannot be written is a reason, not a crash", async (t) => {
	const file = join(temporaryFolder(t), "file");
	writeFileSync(file, "");
	const tool = await buildLintTool(
		hostWith(file, () => failed),
		"go1.26.8",
	);
	assert.match("error" in tool ? tool.error : "", /cache folder .* cannot be used: ENOTDIR/);
});

test("builds at the same time write files of their own, and none of theirs stays when they fail", async (t) => {
	const outputs: string[] = [];
	const host = hostWith(temporaryFolder(t), (output) => {
		writeFileSync(output, "half");
		outputs.push(output);
		return failed;
	});
	const tools = await Promise.all([1, 2, 3].map(() => buildLintTool(host, "go1.26.8")));
	assert.deepEqual(tools, Array(3).fill({ error: "no modules here" }));
	assert.equal(new Set(outputs).size, 3);
	assert.deepEqual(readdirSync(await lintToolFolder(host, "go1.26.8")), []);
});

test("what a killed build left goes after a day", async (t) => {
	const host = hostWith(temporaryFolder(t), (output) => {
		writeFileSync(output, "a program");
		return { ...failed, code: 0 };
	});
	const folder = await lintToolFolder(host, "go1.26.8");
	mkdirSync(folder, { recursive: true });
	const [old, young] = ["building-old", "building-young"].map((name) => join(folder, name));
	for (const path of [old, young]) writeFileSync(path ?? "", "");
	utimesSync(old ?? "", 1, 1);
	const tool = await buildLintTool(host, "go1.26.8");
	assert.ok("path" in tool && existsSync(tool.path));
	assert.deepEqual(readdirSync(folder), ["building-young", "go-race-audit-lint"]);
});
