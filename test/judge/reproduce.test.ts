import assert from "node:assert/strict";
import { test } from "node:test";
import { runPattern } from "#domain/run-pattern.ts";
import { reproduceCommand, shellQuote } from "#judge/reproduce.ts";
import { confirmedFinding } from "#test/support/findings.ts";

const module = {
	path: "m",
	directory: "/r",
	patterns: ["./..."],
	packages: [{ importPath: "m/logger", directory: "/r/logger", hasTests: true }],
};

test("a race is shown again by its test in its package", () => {
	const command = reproduceCommand(confirmedFinding(), [module], "/r");
	assert.equal(command, "go test -race -run '^TestLog$' -count=1 ./logger");
});

test("in a module below the root the command goes there", () => {
	const below = {
		...module,
		directory: "/r/svc",
		packages: [{ importPath: "m/logger", directory: "/r/svc", hasTests: true }],
	};
	const command = reproduceCommand(confirmedFinding(), [below], "/r");
	assert.equal(command, "go test -C svc -race -run '^TestLog$' -count=1 .");
});

test("what happened outside a test runs the whole package", () => {
	assert.equal(
		reproduceCommand(confirmedFinding({ tests: [] }), [module], "/r"),
		"go test -race -count=1 ./logger",
	);
});

test("what the lint found is shown by the lint", () => {
	const command = reproduceCommand(confirmedFinding({ kind: "lint", tests: [] }), [module], "/r");
	assert.equal(command, "go-race-audit audit --only lint --packages ./logger");
});

for (const { tests, want } of [
	{ tests: ["TestA/case (1)"], want: "^TestA$/^case \\(1\\)$" },
	{ tests: ["TestA/x", "TestA/y"], want: "^TestA$" },
	{ tests: ["TestB", "TestA"], want: "^(TestA|TestB)$" },
]) {
	test(`-run for ${tests.join(", ")}`, () => assert.equal(runPattern(tests), want));
}

test("a hostile name cannot leave its quotes", () => {
	assert.equal(shellQuote("it's; rm -rf /"), "'it'\\''s; rm -rf /'");
});
