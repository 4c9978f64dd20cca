import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

const goBin = join(execFileSync("go", ["env", "GOPATH"], { encoding: "utf8" }).trim(), "bin");

/** PATH with the folder in which `go install` leaves programs. */
export const toolPath = [process.env.PATH ?? "", goBin].join(delimiter);

/** How the Go programs that tests need are installed, as `.ci/run` does. */
const tools = {
	act: "github.com/nektos/act@v0.2.89",
	actionlint: "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
} as const;

/** Fails the test where the program is missing: a test that is passed over proves nothing. */
export function needTool(name: keyof typeof tools): void {
	const { error } = spawnSync(name, ["--version"], { env: { ...process.env, PATH: toolPath } });
	assert.ifError(error && new Error(`${name} is missing: go install ${tools[name]}`));
}
