import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { countAtBase } from "#confirm/kept-baseline.ts";
import type { RerunTarget } from "#confirm/rerun-target.ts";
import { localHost } from "#host/local-host.ts";
import { temporaryFolder } from "#test/support/built-cli.ts";
import { goMod, racy, racyTest } from "#test/support/racy-counter.ts";

const key = { mergeBase: "c0ffee", goVersion: "go1.26.8", toolVersion: "1.0.0" };
const race = "0123456789abcdef";

/** A package with a race, and a host that tells what it ran. */
function setScene(t: TestContext) {
	const folder = temporaryFolder(t);
	for (const [name, text] of Object.entries({
		"go.mod": goMod,
		"counter.go": racy,
		"counter_test.go": racyTest,
	}))
		writeFileSync(join(folder, name), text);
	const planned = { importPath: "example.com/counter", directory: folder, hasTests: true };
	const module = { path: "example.com/counter", directory: folder, patterns: ["./..."], packages: [planned] };
	const target: RerunTarget = { module, package: planned, tests: ["TestHit"], fingerprints: [race] };
	let commands = 0;
	const host = {
		...localHost(new AbortController().signal, [], () => commands++),
		cacheDirectory: temporaryFolder(t),
	};
	const count = async (more: { mergeBase?: string; timeMs?: number } = {}) => {
		commands = 0;
		const options = {
			...{ race: true, goFlags: [], gorace: "", timeoutMs: 60_000, mostRuns: () => 20, onTarget: () => {} },
			identify: async (output: string) => new Set(output.includes("WARNING: DATA RACE") ? [race] : []),
			deadlineMs: host.clock.elapsedMs() + (more.timeMs ?? 60_000),
		};
		const counts = await countAtBase([target], options, host, { ...key, ...more });
		return { counts: counts.get(race), commands };
	};
	return { count };
}

test("what was counted at a merge base is not counted again there", async (t) => {
	const { count } = setScene(t);
	const first = await count();
	assert.ok(first.commands > 1 && (first.counts?.hits ?? 0) > 0);
	assert.deepEqual(await count(), { counts: first.counts, commands: 0 });
	assert.ok((await count({ mergeBase: "beef" })).commands > 1, "another commit is another baseline");
});

test("what a deadline cut short is not kept", async (t) => {
	const { count } = setScene(t);
	await count({ timeMs: 0 });
	assert.ok((await count()).commands > 1);
});
