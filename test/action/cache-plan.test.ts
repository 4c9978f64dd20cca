import assert from "node:assert/strict";
import { test } from "node:test";
import { type CacheFacts, type CacheRun, maySave, planCache } from "#action/cache-plan.ts";

const facts: CacheFacts = {
	platform: "linux-amd64",
	goVersion: "go1.26.8",
	goCache: "/c/go-build",
	goModCache: "/c/mod",
	goSums: ["a1", "b2"],
	commit: "c0ffee",
	shard: null,
	lintTool: "/c/lint/go1.26.8-abc",
	lintToolName: "go1.26.8-abc",
	lintResults: "/c/lint-results",
	baselines: "/c/baseline",
};
const keysOf = (more: Partial<CacheFacts> = {}) => planCache({ ...facts, ...more }).map(({ key }) => key);

test("a key changes with what its content depends on, and with nothing else", () => {
	const [lint, modules, built] = keysOf();
	const changed = (more: Partial<CacheFacts>) =>
		keysOf(more).map((key, index) => key !== [lint, modules, built][index]);
	assert.deepEqual(changed({ commit: "beef" }), [false, false, true]);
	assert.deepEqual(changed({ goSums: ["a1"] }), [false, true, true]);
	assert.deepEqual(changed({ shard: "2/5" }), [false, false, true]);
	assert.deepEqual(changed({ platform: "darwin-arm64" }), [true, true, true]);
	assert.deepEqual(changed({ goVersion: "go1.27", lintToolName: "go1.27-abc" }), [true, false, true]);
});

test("what another commit, shard or go.sum left serves, never what another Go or platform left", () => {
	const restores = (more: Partial<CacheFacts>) =>
		planCache(facts)[2]?.restoreKeys.some((prefix) => keysOf(more)[2]?.startsWith(prefix));
	assert.deepEqual(
		[{ commit: "beef" }, { shard: "2/5" }, { goSums: [] }].map((more) => restores(more)),
		[true, true, true],
	);
	assert.deepEqual(
		[{ goVersion: "go1.27" }, { platform: "darwin-arm64" }].map((more) => restores(more)),
		[false, false],
	);
});

const onMain: CacheRun = { event: "push", ref: "refs/heads/main", defaultBranch: "main", isFork: false };
const pull: CacheRun = { ...onMain, event: "pull_request", ref: "refs/pull/7/merge" };
for (const { name, run, want } of [
	{ name: "a push to the default branch", run: onMain, want: [true, true] },
	{
		name: "a schedule, which runs there",
		run: { ...onMain, event: "schedule", defaultBranch: null },
		want: [true, true],
	},
	{ name: "a push to another branch", run: { ...onMain, ref: "refs/heads/x" }, want: [false, true] },
	{ name: "a tag of its name", run: { ...onMain, ref: "refs/tags/main" }, want: [false, true] },
	{ name: "a pull request", run: pull, want: [false, true] },
	{ name: "a pull request from a fork", run: { ...pull, isFork: true }, want: [false, false] },
	{
		name: "an event that runs with secrets",
		run: { ...onMain, event: "pull_request_target" },
		want: [false, false],
	},
	{ name: "a finished workflow", run: { ...onMain, event: "workflow_run" }, want: [false, false] },
	{ name: "a comment", run: { ...onMain, event: "issue_comment" }, want: [false, false] },
	{ name: "a merge queue", run: { ...onMain, event: "merge_group" }, want: [false, false] },
]) {
	test(`who saves: ${name}`, () => {
		assert.deepEqual([maySave("default-branch", run), maySave("always", run)], want);
		assert.deepEqual([maySave("restore", run), maySave("off", run)], [false, false]);
	});
}
