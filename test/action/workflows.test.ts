import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { needTool, toolPath } from "#test/support/tool.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("actionlint finds nothing in the workflows to paste", () => {
	needTool("actionlint");
	const workflows = globSync("{examples,.github}/workflows/*.yml", { cwd: root });
	assert.ok(workflows.length >= 3);
	const { status, stdout } = spawnSync("actionlint", ["-no-color", ...workflows], {
		cwd: root,
		encoding: "utf8",
		env: { ...process.env, PATH: toolPath },
	});
	assert.equal(status, 0, stdout);
});
