import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleRuns } from "#confirm/sample.ts";
import { runsForCertainty } from "#domain/certainty.ts";

const size = { sure: 5, most: 20, deadlineMs: 100 };

test("a finding that every first run shows needs no more runs", async () => {
	const counts = await sampleRuns(
		["a"],
		size,
		() => 0,
		async () => new Set(["a"]),
	);
	assert.deepEqual(counts.get("a"), { runs: 5, hits: 5 });
});

test("one that shows now and then gets all the runs", async () => {
	const counts = await sampleRuns(
		["a", "b"],
		size,
		() => 0,
		async (index) => new Set(index % 4 === 0 ? ["a", "b"] : ["b"]),
	);
	assert.deepEqual(counts.get("a"), { runs: 20, hits: 5 });
	assert.deepEqual(counts.get("b"), { runs: 20, hits: 20 });
});

test("after the deadline no run is started", async () => {
	let now = 0;
	const counts = await sampleRuns(
		["a"],
		size,
		() => now,
		async () => {
			now = 200;
			return new Set<string>();
		},
	);
	assert.ok((counts.get("a")?.runs ?? 0) < 20);
});

test("a run that could not be made does not count", async () => {
	const counts = await sampleRuns(
		["a"],
		size,
		() => 0,
		async () => null,
	);
	assert.deepEqual(counts.get("a"), { runs: 0, hits: 0 });
});

test("the rarer a finding, the more runs are needed to miss it by chance in less than 1 of 100", () => {
	const always = runsForCertainty({ runs: 20, hits: 20 }, 500);
	const half = runsForCertainty({ runs: 20, hits: 10 }, 500);
	const rare = runsForCertainty({ runs: 20, hits: 1 }, 500);
	assert.ok(always < half && half < rare, `${always} < ${half} < ${rare}`);
	assert.ok((1 - 10.5 / 21) ** half <= 0.01);
	assert.equal(runsForCertainty({ runs: 20, hits: 0 }, 60), 60);
});
