import assert from "node:assert/strict";
import { test } from "node:test";
import { type TestRun, testCommand } from "#run/test-command.ts";

const run: TestRun = {
	...{ directory: "/m", patterns: ["./..."], effort: "standard", race: true, timeoutMs: 60_000 },
	...{ goFlags: [], gorace: "" },
};
const isFresh = (more: Partial<TestRun>) => testCommand({ ...run, ...more }).args.includes("-count=1");

test("a pass from Go's test cache counts, but not for another history or other detector options", () => {
	assert.deepEqual([isFresh({}), isFresh({ effort: "quick" })], [false, false]);
	assert.deepEqual([isFresh({ effort: "deep" }), isFresh({ gorace: "halt_on_error=1" })], [true, true]);
});

test("the user's own flags come last, so that they win", () => {
	const { args } = testCommand({ ...run, effort: "deep", goFlags: ["-count=3"] });
	assert.deepEqual(args.slice(-3), ["-count=1", "-count=3", "./..."]);
});
