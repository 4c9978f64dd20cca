import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const hasActionlint = spawnSync("actionlint", ["-version"]).status === 0;
const skip = hasActionlint
	? false
	: "actionlint is not installed: go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

test("actionlint finds nothing in the workflows to paste", { skip }, () => {
	const workflows = globSync("{examples,.github}/workflows/*.yml", { cwd: root });
	assert.ok(workflows.length >= 3);
	const { status, stdout } = spawnSync("actionlint", ["-no-color", ...workflows], {
		cwd: root,
		encoding: "utf8",
	});
	assert.equal(status, 0, stdout);
});
