import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { startCacheServer } from "./cache-server.ts";
import { makeRepository, runBundle } from "./scene.ts";

/** A module that takes next to no building: an audit of it leaves a small cache. */
const files = { "go.mod": "module example.com/small\n\ngo 1.24\n", "doc.go": "package small\n" };

async function setScene(t: TestContext) {
	const cache = await startCacheServer(t);
	const repository = makeRepository(t);
	const commit = repository.commit(files);
	const folder = mkdtempSync(join(tmpdir(), "cache-test-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const run = (event: string, ref: string, mode: string, payload: object = {}) =>
		runBundle(t, {
			bundle: "action.js",
			directory: repository.directory,
			event,
			payload: { repository: { default_branch: "main" }, ...payload },
			inputs: { only: "race", effort: "quick", comment: "off", upload: "false", cache: mode },
			environment: {
				GITHUB_REF: ref,
				GITHUB_SHA: repository.git("rev-parse", "HEAD"),
				GOCACHE: join(folder, "go-build"),
				GO_RACE_AUDIT_CACHE: join(folder, "own"),
				ACTIONS_CACHE_URL: cache.url,
			},
		});
	const pullRequest = (headRepository: string) => ({
		pull_request: {
			number: 7,
			head: { sha: commit, repo: { full_name: headRepository } },
			base: { sha: commit, repo: { full_name: "o/r" } },
		},
	});
	return { cache, repository, folder, run, pullRequest };
}

test("the default branch saves, a pull request restores and saves nothing", async (t) => {
	const { cache, repository, folder, run, pullRequest } = await setScene(t);
	const first = await run("push", "refs/heads/main", "true");
	assert.equal(first.code, 0, first.stdout + first.stderr);
	assert.equal(cache.stored.length, 1, first.stdout);
	assert.match(cache.stored[0]?.key ?? "", new RegExp(`-${repository.git("rev-parse", "HEAD")}$`));

	rmSync(folder, { recursive: true });
	repository.commit({ "more.go": "package small\n" });
	const second = await run("pull_request", "refs/pull/7/merge", "true", pullRequest("o/r"));
	assert.equal(second.code, 0, second.stdout + second.stderr);
	assert.match(second.stdout, /Restored from the cache: race-audit-go-/);
	assert.equal(cache.stored.length, 1);
});

test("a fork's pull request saves nothing, whatever the input says", async (t) => {
	const { cache, run, pullRequest } = await setScene(t);
	const ended = await run("pull_request", "refs/pull/7/merge", "always", pullRequest("stranger/r"));
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.deepEqual(cache.stored, []);
});

test("a cache service that is out of order changes nothing of the audit", async (t) => {
	const { cache, run } = await setScene(t);
	cache.broken = true;
	const ended = await run("push", "refs/heads/main", "true");
	assert.deepEqual([ended.code, ended.outputs.conclusion], [0, "clean"], ended.stdout + ended.stderr);
});
