import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../src/host/replace-texts.ts", import.meta.url));
const before = "package a\n";
const after = `package a\n\n${"// a line of a longer file\n".repeat(4000)}`;

/** Kills itself in place of the n-th call that touches a file; a write that is killed has written half. */
const killedAtCall = `
import { promises, writeSync, openSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
let left = Number(process.argv[1]);
for (const name of ["access", "chmod", "chown", "mkdtemp", "realpath", "rename", "rm", "stat", "writeFile"]) {
	const real = promises[name];
	promises[name] = (path, text, ...rest) => {
		if (left-- > 0) return real(path, text, ...rest);
		if (name === "writeFile") writeSync(openSync(path, "w"), text.slice(0, text.length / 2));
		process.kill(process.pid, "SIGKILL");
		return new Promise(() => {});
	};
}
syncBuiltinESMExports();
`;
const replace = `
const { replaceTexts } = await import(${JSON.stringify(source)});
const [, , text, ...paths] = process.argv;
await replaceTexts(paths.map((path) => [path, text]));
`;

/** Two folders with a file each. */
function twoFiles(t: TestContext) {
	const folder = mkdtempSync(join(tmpdir(), "replace-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const paths = ["one", "two"].map((name) => {
		mkdirSync(join(folder, name));
		writeFileSync(join(folder, name, "a.go"), before);
		return join(folder, name, "a.go");
	});
	return { folder, paths, texts: () => paths.map((path) => readFileSync(path, "utf8")) };
}

function run(program: string, args: readonly string[], shell?: string) {
	const command = [process.execPath, "--input-type=module", "-e", program, ...args];
	const [file = "", ...rest] =
		shell === undefined ? command : ["sh", "-c", `${shell}; exec "$@"`, "sh", ...command];
	return spawnSync(file, rest, { encoding: "utf8" });
}

test("killed at any step, each file is whole, and the next run leaves nothing else", (t) => {
	const { paths, texts } = twoFiles(t);
	let kills = 0;
	for (; ; kills++) {
		for (const path of paths) writeFileSync(path, before);
		const { signal, stderr } = run(killedAtCall + replace, [String(kills), after, ...paths]);
		if (signal === null) {
			assert.equal(stderr, "");
			break;
		}
		for (const text of texts()) assert.ok([before, after].includes(text), `half a file after ${kills} calls`);
	}
	assert.ok(kills > 15, `${kills} steps`);
	assert.deepEqual(texts(), [after, after]);
	for (const path of paths) assert.deepEqual(readdirSync(join(path, "..")), ["a.go"]);
});

test("where one file cannot be written, none has changed", (t) => {
	const { folder, paths, texts } = twoFiles(t);
	const program = `process.on("SIGXFSZ", () => {});${replace}`.replace(
		"[path, text]",
		`[path, path.includes("two") ? text : "short"]`,
	);
	const { status, stderr } = run(program, ["", after, ...paths], "ulimit -f 8");
	assert.equal(status, 1);
	assert.match(stderr, /two\/a\.go cannot be written: EFBIG/);
	assert.deepEqual(texts(), [before, before]);
	assert.deepEqual(readdirSync(join(folder, "one")), ["a.go"]);
});

test("a file keeps its mode", (t) => {
	const { paths } = twoFiles(t);
	const [path = ""] = paths;
	chmodSync(path, 0o640);
	assert.equal(run(replace, ["", after, path]).stderr, "");
	assert.equal(statSync(path).mode & 0o7777, 0o640);
	assert.equal(readFileSync(path, "utf8"), after);
});
