import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Finding } from "#domain/finding.ts";
import { findingsIn, runProgram } from "#test/support/go-programs.ts";

const folder = mkdtempSync(join(tmpdir(), "race-testdata-"));
/** Tests during which the race detector printed, in the words of its own test driver: since the last `=== RUN`. */
const reported = new Set<string>();
let findings: Finding[] = [];

/** Copies the race detector's own tests, but those that need packages only the standard library may import. */
function copyTests(goRoot: string): void {
	const testdata = join(goRoot, "src/runtime/race/testdata");
	for (const name of readdirSync(testdata).filter((file) => file.endsWith("_test.go"))) {
		const source = readFileSync(join(testdata, name), "utf8");
		if (!/"internal\//.test(source)) cpSync(join(testdata, name), join(folder, name));
	}
	writeFileSync(join(folder, "go.mod"), "module racetestdata\n\ngo 1.24\n");
}

function readReported(output: string): void {
	let current = "";
	for (const line of output.split("\n").filter((text) => text.startsWith("{"))) {
		const { Output: text = "" } = JSON.parse(line) as { Output?: string };
		current = /^=== RUN {3}(?<test>Test\w+)/.exec(text)?.groups?.test ?? current;
		if (text.includes("WARNING: DATA RACE") && current !== "") reported.add(current);
	}
}

before(async () => {
	copyTests((await runProgram("go", ["env", "GOROOT"], folder)).trim());
	// The settings of runtime/race's own driver: its tests count on one processor and on no report being held back.
	const env = { GOMAXPROCS: "1", GORACE: "suppress_equal_stacks=0 suppress_equal_addresses=0" };
	const output = await runProgram("go", ["test", "-race", "-json", "-count=1", "."], folder, env);
	readReported(output);
	findings = findingsIn(output, ["racetestdata"]);
});

after(() => rmSync(folder, { recursive: true }));

test("the race detector's own tests showed their races", () => {
	assert.ok(reported.size > 200, `${reported.size} tests`);
	assert.deepEqual(
		[...reported].filter((name) => !name.startsWith("TestRace")),
		[],
	);
});

test("every TestRace that go reports gives a finding of that very test", () => {
	const found = new Set(findings.flatMap(({ tests }) => tests));
	assert.deepEqual(
		[...reported].filter((name) => !found.has(name)),
		[],
	);
});

test("no TestNoRace is accused", () => {
	const accused = findings.flatMap(({ tests }) => tests).filter((name) => !name.startsWith("TestRace"));
	assert.deepEqual(accused, []);
});

test("nearly all are given a section and a variable", () => {
	const vague = findings.filter(({ section }) => section === "race-unclassified");
	const nameless = findings.filter(({ facts }) => facts.subject === null);
	assert.ok(vague.length <= findings.length * 0.05, `${vague.length} of ${findings.length} unclassified`);
	assert.ok(
		nameless.length <= findings.length * 0.05,
		`${nameless.length} of ${findings.length} without a name`,
	);
});
