import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../src/host/fail-step.ts", import.meta.url));

for (const { code, status, said } of [
	{ code: "ENOSPC", status: 2, said: /^::error::\/tmp\/x: the disk is full; free some space$/m },
	{ code: "ERR_X", status: 3, said: /^::error::this is a defect of go-race-audit.*%0A/m },
]) {
	test(`a step that ends by ${code} fails with ${status}`, () => {
		const error = `Object.assign(new Error("it ended"), ${JSON.stringify({ code, path: "/tmp/x" })})`;
		const program = `const { failStep } = await import(${JSON.stringify(source)}); failStep(${error}, null);`;
		const ended = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
		assert.equal(ended.status, status, ended.stderr);
		assert.match(ended.stdout, said);
	});
}
