import assert from "node:assert/strict";
import { test } from "node:test";
import { execa } from "execa";

/** Runs a development tool in the repository; its output is the message when it fails. */
async function passes(program: string, args: readonly string[], cwd = "."): Promise<string> {
	const { exitCode, all } = await execa(program, args, { cwd, all: true, reject: false, preferLocal: true });
	assert.equal(exitCode, 0, all);
	return all;
}

test("types hold", async () => {
	await passes("tsc", []);
});

test("format and lint rules hold", async () => {
	await passes("biome", ["check", "--error-on-warnings", "."]);
});

test("nothing is exported, imported or installed for nobody", async () => {
	await passes("knip", []);
});

test("imports go the way they may, and enough modules were looked at", async () => {
	const output = await passes("depcruise", ["--config", ".dependency-cruiser.js", "src"]);
	const cruised = Number(/(\d+) modules/.exec(output)?.[1]);
	assert.ok(cruised > 100, `only ${cruised} modules were cruised:\n${output}`);
});

test("what is generated is fresh", async () => {
	await passes("npm", ["run", "--silent", "generate", "--", "--check"]);
});

test("the analyzers are formatted, vetted and pass their tests", async () => {
	const unformatted = await passes("gofmt", ["-l", "."], "lint");
	assert.deepEqual(
		unformatted.split("\n").filter((file) => file !== "" && !file.includes("testdata")),
		[],
	);
	await passes("go", ["vet", "./..."], "lint");
	await passes("go", ["test", "./..."], "lint");
});
