import assert from "node:assert/strict";
import { test } from "node:test";
import { failures, newVetLines } from "#confirm/compare-output.ts";
import type { Exit } from "#host/host.ts";

const exit = (code: number, stdout: string): Exit => ({
	code,
	stdout,
	stderr: "",
	ended: "exited",
	durationMs: 1,
});

test("what failed is the tests, what they said but for the race itself, and after a crash the package", () => {
	assert.deepEqual(failures(exit(0, "PASS\n")), new Set());
	assert.deepEqual(
		failures(
			exit(
				1,
				"--- FAIL: TestA (0.00s)\n    --- FAIL: TestA/b (0.00s)\n        a_test.go:9: got 0\n" +
					"    testing.go:1617: race detected during execution of test\nFAIL\n",
			),
		),
		new Set(["TestA", "TestA/b", "got 0"]),
	);
	assert.deepEqual(
		failures(exit(2, "--- FAIL: TestA (0.00s)\npanic: no\n")),
		new Set(["TestA", "the package"]),
	);
	assert.deepEqual(failures(exit(66, "PASS\n")), new Set(["the package"]));
});

test("a complaint of go vet that only moved is not new", () => {
	const before = "# fixes/a\na/a.go:3:2: assignment copies lock value to c: sync.Mutex\n";
	const moved = "# fixes/a\n./a.go:9:2: assignment copies lock value to c: sync.Mutex\n";
	assert.deepEqual(newVetLines(before, moved), []);
	assert.deepEqual(newVetLines("", moved), ["./a.go:9:2: assignment copies lock value to c: sync.Mutex"]);
});
