import assert from "node:assert/strict";
import { test } from "node:test";
import type { LintGoroutine } from "#domain/lint-output.ts";
import { countRecovery } from "#judge/recovery.ts";

const launch = (line: number, status: LintGoroutine["status"]): LintGoroutine => ({
	at: { file: "/r/a.go", line, column: 1, endLine: line, endColumn: 3 },
	function: "run",
	status,
	package: "m",
	launcher: "go",
	why: "",
});

test("of the launches without recover, those on lines of the change are counted apart", () => {
	const launches = [
		launch(1, "covered"),
		launch(5, "uncovered"),
		launch(9, "uncovered"),
		launch(12, "exempt"),
	];
	const isAdded = (file: string, line: number) => file === "a.go" && line !== 5;
	const { goroutines, covered, uncovered, exempt, added } = countRecovery(launches, "/r", isAdded);
	assert.deepEqual(
		{ goroutines, covered, exempt, added },
		{ goroutines: 4, covered: 1, exempt: 1, added: 1 },
	);
	assert.deepEqual(
		uncovered.map(({ file, line }) => `${file}:${line}`),
		["a.go:5", "a.go:9"],
	);
});

test("without a change nothing is said of one", () => {
	assert.equal(countRecovery([launch(1, "uncovered")], "/r", null).added, null);
});
