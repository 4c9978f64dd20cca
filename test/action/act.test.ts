import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { workflowToken } from "#test/publish/scene.ts";
import { addWorkflow, runAct } from "#test/support/act.ts";
import { addPull, type FakeGitHub, push, startFakeGitHub } from "#test/support/github/fake-github.ts";
import { runtimeToken } from "#test/support/github/results.ts";
import type { Pull } from "#test/support/github/state.ts";
import { goMod, racy, racyTest } from "#test/support/racy-counter.ts";
import { makeRepository, type Repository } from "./scene.ts";

const actions = ["action.yml", "plan/action.yml", "publish/action.yml", "dist", "lint"];
const runId = 1;

interface Scene {
	fake: FakeGitHub;
	repository: Repository;
	pull: Pull;
	/** Runs a workflow of examples/workflows; gives the exit code and the log. */
	act: (
		event: string,
		workflow: string,
		payload: object,
		token: string,
	) => Promise<{ code: number | null; log: string }>;
	/** The payload of a pull_request event. */
	payload: () => object;
}

/** A repository whose pull request has these files, with our actions beside them, and GitHub. */
async function setScene(
	t: TestContext,
	files: Record<string, string>,
	headRepository = "o/r",
): Promise<Scene> {
	const repository = makeRepository(t);
	const base = repository.commit({
		"go.mod": goMod,
		"doc.go": "// Package counter counts.\npackage counter\n",
	});
	const head = repository.commit(files);
	repository.git("remote", "add", "origin", "https://github.com/o/r");
	const fake = await startFakeGitHub({ repository: "o/r" });
	t.after(async () => {
		await fake.close();
		assert.deepEqual(fake.breaches, [], "requests that GitHub would refuse");
	});
	const permissions = { ...workflowToken.permissions, actions: "read" } as const;
	fake.state.tokens.set("write", { login: "github-actions[bot]", permissions });
	fake.state.tokens.set("read", {
		login: "github-actions[bot]",
		permissions: { contents: "read", "pull-requests": "read" },
	});
	const diff = () => `${repository.git("diff", base, "HEAD")}\n`;
	const pull = addPull(fake, { headSha: head, baseSha: base, headRef: "fix", headRepository, diff: diff() });
	const repo = { full_name: "o/r" };
	return {
		fake,
		repository,
		pull,
		payload: () => ({
			pull_request: {
				number: 7,
				head: { sha: pull.headSha, ref: "fix", repo: { full_name: headRepository } },
				base: { sha: base, ref: "main", repo },
			},
			repository: repo,
		}),
		act: (event, workflow, payload, token) => {
			const { directory } = repository;
			addWorkflow(directory, workflow, actions);
			const environment = {
				GITHUB_API_URL: fake.url,
				GITHUB_GRAPHQL_URL: fake.graphqlUrl,
				GITHUB_REPOSITORY: "o/r",
				ACTIONS_RESULTS_URL: fake.url,
				ACTIONS_RUNTIME_TOKEN: runtimeToken(runId),
			};
			return runAct({ directory, event, workflow, payload, token, environment });
		},
	};
}

test("act: a pull request, and its second push", async (t) => {
	const { fake, repository, pull, act, payload } = await setScene(t, {
		"counter.go": racy,
		"counter_test.go": racyTest,
	});
	const first = await act("pull_request", "one-job.yml", payload(), "write");
	assert.notEqual(first.code, 0, "the race makes the job fail");
	assert.equal(pull.reviews.length, 1, first.log);
	assert.equal(pull.reviewComments[0]?.line, 7);
	assert.equal(pull.issueComments.length, 1);
	assert.deepEqual(
		fake.state.artifacts.map((artifact) => artifact.name),
		["race-audit-report"],
	);

	const fixed = racy.replace("hits int", "hits atomic.Int64").replace("c.hits++", "c.hits.Add(1)");
	repository.git("checkout", "--quiet", ".");
	push(
		pull,
		repository.commit({ "counter.go": fixed.replace("counter\n", 'counter\n\nimport "sync/atomic"\n') }),
		"",
	);
	pull.diffs.set(pull.headSha, `${repository.git("diff", pull.baseSha, "HEAD")}\n`);
	const second = await act("pull_request", "one-job.yml", payload(), "write");
	assert.equal(second.code, 0, second.log);
	assert.equal(pull.reviews.length, 1);
	assert.match(pull.reviewComments[0]?.body ?? "", /Fixed in/);
});

test("act: a fork's run posts nothing, and workflow_run posts for it", async (t) => {
	const files = { "counter.go": racy, "counter_test.go": racyTest };
	const { fake, pull, act, payload } = await setScene(t, files, "stranger/r");
	const audit = await act("pull_request", "two-jobs.yml", payload(), "read");
	assert.notEqual(audit.code, 0);
	assert.deepEqual([pull.reviews, pull.issueComments], [[], []], audit.log);
	assert.equal(fake.state.artifacts.length, 1, audit.log);
	const run = {
		id: runId,
		event: "pull_request",
		head_sha: pull.headSha,
		head_branch: "fix",
		head_repository: { full_name: "stranger/r" },
	};
	const report = await act(
		"workflow_run",
		"forks.yml",
		{ workflow_run: run, repository: { full_name: "o/r" } },
		"write",
	);
	assert.equal(report.code, 0, report.log);
	assert.equal(pull.reviewComments.length, 1, report.log);
});

test("act: two jobs, the second of which posts", async (t) => {
	const { pull, act, payload } = await setScene(t, { "counter.go": racy, "counter_test.go": racyTest });
	const ended = await act("pull_request", "two-jobs.yml", payload(), "write");
	assert.notEqual(ended.code, 0);
	assert.equal(pull.reviewComments.length, 1, ended.log);
});

test("act: a package that does not build is a gap that shows", async (t) => {
	const { pull, act, payload } = await setScene(t, { "counter.go": "package counter\n\nfunc broken( {\n" });
	const ended = await act("pull_request", "one-job.yml", payload(), "write");
	assert.notEqual(ended.code, 0, "what could not be audited is not green");
	assert.deepEqual(pull.reviews, [], ended.log);
	assert.match(pull.issueComments[0]?.body ?? "", /example\.com\/counter/);
});

const killer = `package killer

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

// TestKill ends the audit that runs it: the parent of the go command.
func TestKill(t *testing.T) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", os.Getppid()))
	if err != nil {
		t.Fatal(err)
	}
	var pid, audit int
	var name, state string
	if _, err := fmt.Sscan(string(stat), &pid, &name, &state, &audit); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(audit, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}
`;

test("act: three shards, one of which dies: what the others found is posted, and the gap is said", async (t) => {
	const files = {
		"counter.go": racy,
		"counter_test.go": racyTest,
		"killer/killer_test.go": killer,
		"quiet/quiet.go": "package quiet\n",
	};
	const { fake, pull, act, payload } = await setScene(t, files);
	const ended = await act("pull_request", "matrix.yml", payload(), "write");
	assert.notEqual(ended.code, 0, "a shard that died is not green");
	const names = fake.state.artifacts.map((artifact) => artifact.name).sort();
	assert.deepEqual(names, ["race-audit-report-1-of-3", "race-audit-report-3-of-3"], ended.log);
	assert.equal(pull.reviewComments.length, 1, ended.log);
	assert.match(pull.issueComments[0]?.body ?? "", /shard `2\/3` left no report/);
});
