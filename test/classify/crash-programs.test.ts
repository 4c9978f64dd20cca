import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Finding } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { findingsIn, programs, runProgram } from "#test/support/go-programs.ts";

interface Want {
	section: SectionId;
	subject?: string;
	function?: string;
}

/** Test of test/programs/classify/crashes → what its crash is found to be. */
const wanted: Readonly<Record<string, Want>> = {
	TestNilDereference: { section: "panic-nil-dereference", function: "TestNilDereference" },
	TestNilMap: { section: "panic-nil-map", subject: "account.tags", function: "(*account).tag" },
	TestIndexOutOfRange: {
		section: "panic-index-out-of-range",
		subject: "account.rows",
		function: "(*account).row",
	},
	TestSliceBounds: { section: "panic-index-out-of-range", subject: "line" },
	TestSliceToArray: { section: "panic-index-out-of-range" },
	TestTypeAssertion: { section: "panic-type-assertion" },
	TestSendOnClosedChannel: { section: "panic-closed-channel", subject: "account.closed" },
	TestCloseOfClosedChannel: { section: "panic-closed-channel", subject: "done" },
	TestCloseOfNilChannel: { section: "panic-closed-channel", subject: "done" },
	TestOwnGoroutine: { section: "recover-goroutine", function: "TestOwnGoroutine.func1" },
	TestOwnGoroutineWithCause: { section: "panic-index-out-of-range", subject: "account.rows" },
	TestNegativeWaitGroup: { section: "panic-waitgroup-counter" },
	TestDivideByZero: { section: "panic-arithmetic" },
	TestMakeSliceLength: { section: "panic-arithmetic" },
	TestNegativeRepeat: { section: "panic-arithmetic" },
	TestNegativeShift: { section: "panic-arithmetic" },
	TestUnhashableKey: { section: "panic-unhashable-key" },
	TestUncomparable: { section: "panic-unhashable-key" },
	TestCheckptr: { section: "fatal-memory-fault" },
	TestRepanicked: { section: "panic-repanicked" },
	TestExplicitError: { section: "panic-explicit", function: "mustHave" },
	TestLogPanic: { section: "panic-explicit" },
	TestMustCompile: { section: "panic-explicit" },
	TestIteratorContinued: { section: "panic-iterator" },
	TestPullTwice: { section: "panic-iterator" },
	TestPanicNil: { section: "panic-unclassified" },
	TestPanicWhilePrinting: { section: "fatal-unclassified" },
	TestConcurrentMap: { section: "fatal-concurrent-map", subject: "account.tags" },
	TestUnlockOfUnlocked: { section: "fatal-unlock-of-unlocked" },
	TestRUnlockOfUnlocked: { section: "fatal-unlock-of-unlocked" },
	TestDeadlock: { section: "fatal-deadlock" },
	TestTimeout: { section: "test-timeout" },
	TestStackOverflow: { section: "fatal-stack-overflow" },
	TestOutOfMemory: { section: "fatal-out-of-memory" },
	TestLogAfterTest: { section: "panic-after-test" },
	TestExitInTest: { section: "panic-after-test" },
	TestSetenvParallel: { section: "panic-after-test" },
	TestMemoryFault: { section: "fatal-memory-fault" },
	TestTornBuffer: { section: "race-shared-buffer", subject: "shared" },
	TestSignal: { section: "fatal-unclassified" },
};

const folder = mkdtempSync(join(tmpdir(), "crashes-"));
const findings = new Map<string, Finding[]>();

async function crash(name: string): Promise<void> {
	const timeout = name === "TestTimeout" ? "1s" : "0";
	const flags = [`-test.run=^${name}$`, "-test.v", "-test.paniconexit0", `-test.timeout=${timeout}`];
	const output = await runProgram(join(folder, "crashes.test"), flags, join(programs, "crashes"));
	findings.set(name, findingsIn(output, ["example.com/classify"]));
}

/** Without cgo, so that the runtime finds deadlocks; with checkptr, as under -race. */
before(async () => {
	const binary = join(folder, "crashes.test");
	const build = ["test", "-c", "-gcflags=-d=checkptr", "-o", binary, "./crashes"];
	await runProgram("go", build, programs, { CGO_ENABLED: "0" });
	const waiting = Object.keys(wanted);
	const runners = Array.from({ length: availableParallelism() }, async () => {
		for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await crash(name);
	});
	await Promise.all(runners);
});

after(() => rmSync(folder, { recursive: true }));

for (const [name, want] of Object.entries(wanted)) {
	test(`${name}: ${want.section}`, () => {
		const found = findings.get(name) ?? [];
		assert.deepEqual(
			found.map(({ section }) => section),
			[want.section],
		);
		if (want.subject !== undefined) assert.equal(found[0]?.facts.subject, want.subject);
		if (want.function !== undefined) assert.equal(found[0]?.facts.functions[0], want.function);
	});
}

test("a timeout names the tests that ran", () => {
	assert.deepEqual(findings.get("TestTimeout")?.[0]?.tests, ["TestTimeout"]);
});

test("a goroutine's panic with a cause of its own says also who started the goroutine", () => {
	const [finding] = findings.get("TestOwnGoroutineWithCause") ?? [];
	assert.ok(finding?.facts.functions.includes("TestOwnGoroutineWithCause"));
});
