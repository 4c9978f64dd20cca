import assert from "node:assert/strict";
import { test } from "node:test";
import { packagesOfShard, splitIntoShards, weighPackages } from "#plan/shards.ts";

test("every package is in exactly one shard, whatever the weights", () => {
	for (let total = 1; total <= 7; total++) {
		const weights = Array.from({ length: 23 }, (_, index) => ({
			importPath: `p${index}`,
			seconds: (index * 37) % 11,
		}));
		const all = splitIntoShards(weights, total).flat().sort();
		assert.deepEqual(all, weights.map(({ importPath }) => importPath).sort());
	}
});

test("no shard takes more than a third over the ideal when no single package does", () => {
	const weights = Array.from({ length: 60 }, (_, index) => ({
		importPath: `p${index}`,
		seconds: 1 + (index % 7),
	}));
	const sum = (names: string[]) => names.reduce((total, name) => total + 1 + (Number(name.slice(1)) % 7), 0);
	const loads = splitIntoShards(weights, 6).map(sum);
	const ideal = loads.reduce((a, b) => a + b) / 6;
	assert.ok(Math.max(...loads) <= (ideal * 4) / 3, `loads ${loads}, ideal ${ideal}`);
});

test("the same packages in another order give the same shards", () => {
	const weights = ["a", "b", "c", "d"].map((importPath) => ({ importPath, seconds: 1 }));
	assert.deepEqual(splitIntoShards(weights, 2), splitIntoShards(weights.toReversed(), 2));
});

test("a package without an earlier time weighs as much as the median", () => {
	const timings = [1, 4, 9].map((seconds, index) => ({ package: `k${index}`, seconds }));
	assert.equal(weighPackages(["k0", "k1", "k2", "new"], timings)[3]?.seconds, 4);
	assert.equal(weighPackages(["new"], [])[0]?.seconds, 1);
});

test("packages that are named one by one are a shard's own; patterns are cut", () => {
	const shard = { index: 1, total: 2 };
	assert.deepEqual(packagesOfShard({ shard, packages: ["m/a", "m/b"] }), ["m/a", "m/b"]);
	for (const packages of [["./..."], ["m/..."], ["./a"], ["all"], ["m/a", "./b"]])
		assert.equal(packagesOfShard({ shard, packages }), null);
	assert.equal(packagesOfShard({ shard: null, packages: ["m/a"] }), null);
});
