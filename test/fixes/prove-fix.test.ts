import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { type Proof, proveFix } from "#confirm/prove-fix.ts";
import type { ProposedEdit } from "#domain/fix-proposal.ts";
import type { PlannedModule, PlannedPackage } from "#domain/plan.ts";
import { localHost } from "#host/local-host.ts";
import { fixContext } from "#pipeline/confirm-context.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { resolveSettings } from "#plan/settings.ts";
import { createObservation } from "#run/observation.ts";

/** What an honest proof must refuse, tried on a counter without a lock. */
const directory = resolve("test/programs/fixes");
const file = join(directory, "structcounter/structcounter.go");
const host = localHost(new AbortController().signal);
let tryEdits: (
	edits: { from: string; to: string; in?: string }[],
	secondsOf?: (importPath: string) => number | null,
) => Promise<Proof>;

before(async () => {
	const settings = resolveSettings({ packages: "./structcounter", only: "race" }, { ignore: [] }, directory);
	const planned = await planAudit(settings, host);
	const module = planned.plan.modules[0] as PlannedModule;
	const counter = module.packages[0] as PlannedPackage;
	const tests = createObservation(1, () => {});
	tests.take({
		type: "package-ended",
		package: counter.importPath,
		outcome: "fail",
		seconds: 1,
		cached: false,
	});
	const lint = { diagnostics: [], goroutines: [], gaps: [] };
	const context = fixContext(planned, settings, { tests, lint }, host);
	const fingerprint = await fingerprintOfTheRace(context.identify);
	tryEdits = (edits, secondsOf = context.secondsOf) =>
		proveFix(
			{
				proposal: { fingerprint, pattern: "test", title: "test", edits: edits.map(replacement) },
				module,
				edited: [counter],
				targets: [{ module, package: counter, tests: ["TestStructcounter"], fingerprints: [fingerprint] }],
				runs: 5,
			},
			{
				...context,
				known: new Set([fingerprint]),
				deadlineMs: host.clock.elapsedMs() + 120_000,
				untouched: new Map(),
				measured: new Map(),
				secondsOf,
			},
			host,
		);
});

/** The audit's name for it, from what the test prints. */
async function fingerprintOfTheRace(
	identify: (output: string, replaced: ReadonlyMap<string, string>) => Promise<ReadonlySet<string>>,
): Promise<string> {
	const exit = await host.processes.run({
		program: "go",
		args: ["test", "-race", "-count=1", "./structcounter"],
		cwd: directory,
	});
	const [fingerprint] = await identify(exit.stdout + exit.stderr, new Map());
	assert.ok(fingerprint, exit.stdout + exit.stderr);
	return fingerprint;
}

function replacement(change: { from: string; to: string; in?: string }): ProposedEdit {
	const path = change.in === undefined ? file : join(directory, "structcounter", change.in);
	const source = readFileSync(path, "utf8");
	const [start, end] = [source.indexOf(change.from), source.indexOf(change.from) + change.from.length];
	assert.ok(start >= 0, `${change.from} is not in ${path}`);
	const place = (at: number) => source.slice(0, at).split("\n");
	const [from, to] = [place(start), place(end)];
	return {
		at: {
			file: path,
			line: from.length,
			column: (from.at(-1)?.length ?? 0) + 1,
			endLine: to.length,
			endColumn: (to.at(-1)?.length ?? 0) + 1,
		},
		newText: change.to,
	};
}

const imports = { from: "package structcounter\n", to: 'package structcounter\n\nimport "sync"\n' };
const field = { from: "\tn int\n", to: "\tmu sync.Mutex\n\tn  int\n" };
const inc = {
	from: "func (c *Counter) Inc() { c.n++ }",
	to: "func (c *Counter) Inc() {\n\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\tc.n++\n}",
};

const hanging = [
	imports,
	field,
	{
		from: "func (c *Counter) Inc() { c.n++ }",
		to: "func (c *Counter) Inc() {\n\tc.mu.Lock()\n\tc.n++\n}",
	},
];

test("a lock around every write is proved, and the file itself stays as it is", async () => {
	const original = readFileSync(file, "utf8");
	assert.deepEqual(await tryEdits([imports, field, inc]), {
		verified: { builds: true, vets: true, runs: 5, hits: 0 },
	});
	assert.equal(readFileSync(file, "utf8"), original);
});

for (const { name, edits, reason } of [
	{
		name: "an edit that does not parse",
		edits: [{ from: "{ c.n++ }", to: "{ c.n++" }],
		reason: /does not parse/,
	},
	{ name: "an edit that does not compile", edits: [inc], reason: /does not build: .*mu/ },
	{
		name: "an edit that leaves the file unformatted",
		edits: [{ from: "{ c.n++ }", to: "{    c.n++ }" }],
		reason: /not formatted/,
	},
	{
		name: "an edit that leaves the race",
		edits: [{ from: "c.n++", to: "c.n += 1" }],
		reason: /finding is still there/,
	},
	{
		name: "an edit that makes a test fail",
		edits: [{ from: "{ c.n++ }", to: "{}" }],
		reason: /a test fails with it: got 0/,
	},
	{
		name: "an edit that copies a lock",
		edits: [
			imports,
			field,
			inc,
			{ from: "func (c *Counter) Value() int {", to: "func (c Counter) Value() int {" },
		],
		reason: /go vet complains: .*lock/,
	},
	{
		name: "an edit that skips the test",
		edits: [{ in: "structcounter_test.go", from: "\tc := &", to: "\tt.Skip()\n\tc := &" }],
		reason: /does not run with it/,
	},
	{
		name: "an edit that makes the tests hang",
		edits: hanging,
		reason: /hang/,
	},
]) {
	test(`${name} is rejected with its reason`, async () => {
		const proof = await tryEdits(edits);
		assert.ok("rejected" in proof, JSON.stringify(proof));
		assert.match(proof.rejected.message, reason);
	});
}

test("where the tests did not run before, it is measured how long a try may take", async () => {
	const proof = await tryEdits(hanging, () => null);
	assert.ok("rejected" in proof, JSON.stringify(proof));
	const [, seconds] = /longer than the (\d+) s/.exec(proof.rejected.message) ?? [];
	assert.ok(Number(seconds) < 60, proof.rejected.message);
});
