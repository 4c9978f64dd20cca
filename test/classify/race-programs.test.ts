import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Finding } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { findingsIn, programs, runProgram } from "#test/support/go-programs.ts";

type Want = readonly [section: SectionId, subject: string | null, type: string | null];

/** Folder of test/programs/classify/races → the findings it gives, one a cause. */
const wanted: Readonly<Record<string, readonly Want[]>> = {
	missinglock: [["race-missing-lock", "Store.total", "int"]],
	sharedbuffer: [["race-shared-buffer", "Logger.buf", "bytes.Buffer"]],
	sharedrand: [["race-shared-buffer", "dice", "rand.Rand"]],
	commandoutput: [["race-shared-buffer", "out", "bytes.Buffer"]],
	sliceappend: [["race-slice", "results", "[]int"]],
	mapwrite: [["race-map", "Cache.entries", "map[string]int"]],
	captured: [["race-captured-variable", "ready", "bool"]],
	capturederr: [["race-captured-variable", "err", "error"]],
	loopvariable: [["race-loop-variable", "i", "int"]],
	namedresult: [["race-captured-variable", "err", "error"]],
	waitgroupadd: [["race-waitgroup", null, null]],
	waitgroupdone: [["race-waitgroup", "answer", "int"]],
	mixedatomic: [["race-mixed-atomic", "Counter.hits", "int64"]],
	packagevariable: [["race-package-variable", "verbose", "bool"]],
	parallelsubtests: [["race-parallel-subtests", "fixture.name", "string"]],
	logaftertest: [["race-log-after-test", "t", "*testing.T"]],
	readlockwrite: [["race-read-lock-write", "Stats.reads", "int"]],
	copiedlock: [["race-copied-lock", "Account", null]],
	lazyinit: [["race-lazy-init", "Client.conn", "*connection"]],
	channelclose: [["race-channel-close", "events", "chan int"]],
	lateresult: [["race-late-result", "answer", "string"]],
	timercallback: [["race-timer-callback", "session.expired", "bool"]],
	handlerstate: [["race-handler-state", "Greeter.last", "string"]],
	startstop: [["race-start-stop", "Worker.job", "func()"]],
	encoded: [["race-encoded-while-changed", "status.Done", "int"]],
	handoff: [["race-reuse-after-handoff", "message.text", "string"]],
	dependency: [["race-in-dependency", null, null]],
	outsidetests: [["race-outside-tests", "polls", "int"]],
	twocauses: [
		["race-map", "hub.names", "map[string]int"],
		["race-shared-buffer", "hub.log", "bytes.Buffer"],
	],
};

const module = "example.com/classify";
const findings: Finding[] = [];

function findingsOf(folder: string): Finding[] {
	return findings.filter((finding) => finding.package === `${module}/races/${folder}`);
}

async function runRaces(folders: readonly string[]): Promise<Finding[]> {
	const packages = folders.map((folder) => `./races/${folder}`);
	const flags = ["-race", "-json", "-count=1", "-timeout=1m"];
	const output = await runProgram("go", ["test", ...flags, ...packages], programs);
	return findingsIn(output, [module]);
}

/** A race is a matter of chance: a program that did not show its own gets two more tries. */
before(async () => {
	let folders = Object.keys(wanted);
	for (let attempt = 0; attempt < 3 && folders.length > 0; attempt++) {
		findings.push(...(await runRaces(folders)));
		folders = folders.filter((folder) => findingsOf(folder).length < (wanted[folder]?.length ?? 0));
	}
});

for (const [folder, wants] of Object.entries(wanted)) {
	test(`${folder}: one finding a cause, in its section, named`, () => {
		const found = findingsOf(folder).map(({ section, facts }) => [section, facts.subject, facts.subjectType]);
		assert.deepEqual(found.sort(), [...wants]);
	});
}

test("every finding has lines in the sources, functions, tests and a fingerprint of its own", () => {
	for (const finding of findings) {
		assert.match(finding.fingerprint, /^[0-9a-f]{16}$/);
		assert.notDeepEqual(finding.places, [], finding.section);
		assert.notDeepEqual(finding.facts.functions, [], finding.section);
		assert.notDeepEqual(finding.tests, [], finding.section);
		assert.ok(
			finding.places.every(({ file }) => file.startsWith(programs)),
			finding.section,
		);
	}
	assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, findings.length);
});

test("a race inside of another module is a warning that names the module", () => {
	const [finding] = findingsOf("dependency");
	assert.equal(finding?.severity, "warning");
	assert.equal(finding?.facts.dependency, "example.org/broker");
});

test("the unlocked line of two comes first: that is the one to change", () => {
	const [finding] = findingsOf("missinglock");
	assert.match(finding?.places[0]?.file ?? "", /store\.go$/);
	assert.equal(finding?.places[0]?.line, 21);
});
