import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Report } from "#domain/report.ts";
import { workflowToken } from "#test/publish/scene.ts";
import { addPull, type FakeGitHub, push, startFakeGitHub } from "#test/support/github/fake-github.ts";
import { type Ended, makeRepository, type Repository, runBundle, type Tree } from "./scene.ts";

const goMod = "module example.com/counter\n\ngo 1.24\n";
const clean = `package counter

// Add counts.
func Add(n int) int {
	return n + 1
}
`;
const racy = `${clean}
type Counter struct{ hits int }

// Hit counts without a lock.
func (c *Counter) Hit() {
	c.hits++
}
`;
/** Races, prints workflow commands, and leaves its environment in a file. */
const racyTest = (environmentFile: string) => `package counter

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
)

func TestHit(t *testing.T) {
	fmt.Println("::set-output name=forged::yes")
	_ = os.WriteFile(${JSON.stringify(environmentFile)}, []byte(strings.Join(os.Environ(), "\\n")), 0o600)
	var c Counter
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Hit()
		}()
	}
	wg.Wait()
}
`;

interface Scene {
	fake: FakeGitHub;
	repository: Repository;
	base: string;
	head: string;
	environmentFile: string;
	run: (more?: {
		token?: string;
		event?: string;
		inputs?: Record<string, string>;
		payload?: object;
		environment?: Record<string, string>;
	}) => Promise<Ended>;
}

/** A pull request that brings a race in; the base has moved on meanwhile, and its merge is checked out. */
async function setScene(t: TestContext): Promise<Scene> {
	const repository = makeRepository(t);
	const environmentFile = join(repository.directory, ".git", "environment");
	repository.commit({ "go.mod": goMod, "counter.go": clean });
	repository.git("checkout", "--quiet", "-b", "feature");
	const head = repository.commit({ "counter.go": racy, "counter_test.go": racyTest(environmentFile) });
	repository.git("checkout", "--quiet", "main");
	const moved: Tree = { "counter.go": clean.replace("// Add", "// Words,\n// more words.\n//\n// Add") };
	const base = repository.commit(moved);
	repository.git("merge", "--quiet", "--no-edit", "feature");

	const fake = await startFakeGitHub({ repository: "o/r" });
	t.after(async () => {
		await fake.close();
		assert.deepEqual(fake.breaches, [], "requests that GitHub would refuse");
	});
	fake.state.tokens.set("write", workflowToken);
	fake.state.tokens.set("read", {
		login: "github-actions[bot]",
		permissions: { contents: "read", "pull-requests": "read" },
	});
	const diff = repository.git("diff", `main^...feature`);
	addPull(fake, { headSha: head, baseSha: base, diff: `${diff}\n` });
	const repo = { full_name: "o/r" };
	const pull = () => ({
		number: 7,
		head: { sha: repository.git("rev-parse", "feature"), repo },
		base: { sha: base, repo },
	});
	return {
		fake,
		repository,
		base,
		head,
		environmentFile,
		run: ({
			token = "write",
			event = "pull_request",
			inputs = {},
			payload = { pull_request: pull() },
			environment = {},
		} = {}) =>
			runBundle(t, {
				bundle: "action.js",
				directory: repository.directory,
				event,
				payload,
				inputs: { token, only: "race", effort: "quick", upload: "false", ...inputs },
				environment: { GITHUB_API_URL: fake.url, GITHUB_GRAPHQL_URL: fake.graphqlUrl, ...environment },
			}),
	};
}

test("a pull request gets one review on the head's lines, and the next push of the same says nothing again", async (t) => {
	const { fake, repository, head, environmentFile, run } = await setScene(t);
	const first = await run({ inputs: { "check-run": "true" } });
	assert.equal(first.code, 1, first.stdout + first.stderr);
	const pull = fake.state.pulls.get(7);
	assert.equal(pull?.reviews.length, 1, first.stdout);
	const [comment] = pull?.reviewComments ?? [];
	// Line 12 of the head; line 15 of the merge that was checked out.
	assert.deepEqual([comment?.path, comment?.line, comment?.commitId], ["counter.go", 12, head]);
	assert.match(comment?.body ?? "", /<!-- race-audit:[0-9a-f]{16} -->/);
	assert.equal(pull?.issueComments.length, 1);
	assert.match(pull?.issueComments[0]?.body ?? "", /<!-- race-audit:summary -->/);

	assert.deepEqual(
		{ ...first.outputs, report: "", "review-url": "" },
		{
			findings: "1",
			"new-findings": "1",
			gaps: "0",
			report: "",
			sarif: "",
			"review-url": "",
			conclusion: "findings",
		},
	);
	assert.match(first.outputs["review-url"] ?? "", /^https:/);
	assert.deepEqual(
		fake.state.checkRuns.map(({ name, headSha, conclusion }) => [name, headSha, conclusion]),
		[["go-race-audit", head, "failure"]],
		"the check run stands on the head, not on the merge",
	);
	const report = Report.parse(JSON.parse(readFileSync(first.outputs.report ?? "", "utf8")));
	assert.deepEqual([report.change?.head, report.change?.pullRequest], [head, 7]);
	assert.match(first.jobSummary, /go test/);
	assert.match(first.stdout, /^::error title=[^\n]*file=counter\.go,line=12/m);
	assert.match(first.stdout, /^1 new, 0 known, 0 fixed\n1 finding makes the step fail \(fail-on: new\)\.$/m);

	const environment = readFileSync(environmentFile, "utf8");
	assert.doesNotMatch(environment, /INPUT_|ACTIONS_|GITHUB_/);
	assert.doesNotMatch(first.stdout + first.stderr, /::set-output|runtime-secret/);

	const requests = fake.requests.length;
	repository.git("checkout", "--quiet", "feature");
	const second = repository.commit({ "notes.txt": "nothing\n" });
	if (pull) push(pull, second, `${repository.git("diff", "main^...feature")}\n`);
	const again = await run();
	assert.equal(again.code, 1);
	assert.equal(pull?.reviews.length, 1);
	assert.equal(pull?.issueComments.length, 1);
	t.diagnostic(`requests: first push ${requests}, second push ${fake.requests.length - requests}`);
});

test("where neither the job summary nor the report can be written, the review is posted all the same", async (t) => {
	const { fake, run } = await setScene(t);
	const environment = { RUNNER_TEMP: "/dev/null", GITHUB_STEP_SUMMARY: "/proc/version" };
	const ended = await run({ environment });
	assert.equal(ended.code, 1, ended.stdout + ended.stderr);
	assert.equal(fake.state.pulls.get(7)?.reviews.length, 1);
	assert.match(ended.stdout, /^::warning::\/proc\/version cannot be written: /m);
	assert.match(ended.stdout, /^::warning::\/dev\/null\/race-audit\/report\.json cannot be written: ENOTDIR/m);
	assert.equal(ended.outputs.report, "");
});

test("a token that may only read posts nothing and ends by the findings", async (t) => {
	const { fake, run } = await setScene(t);
	const ended = await run({ token: "read", inputs: { "check-run": "true" } });
	assert.equal(ended.code, 1, ended.stderr);
	assert.match(ended.stdout, /^::warning::The token may not write checks.*`checks: write`/m);
	assert.equal(fake.state.pulls.get(7)?.reviews.length, 0);
	assert.match(ended.stdout, /^::warning::The token may only read/m);
	assert.match(ended.jobSummary, /go test/);
});

test("on a server without artifacts of version 4 that is said, and the audit goes on", async (t) => {
	const { run } = await setScene(t);
	const ended = await run({ inputs: { upload: "true", lang: "vi" } });
	assert.equal(ended.code, 1, ended.stderr);
	assert.match(ended.stdout, /^::warning::Không lưu được báo cáo.*GitHub Enterprise Server/m);
});

test("pull_request_target is refused before anything runs", async (t) => {
	const { fake, run } = await setScene(t);
	const ended = await run({ event: "pull_request_target" });
	assert.equal(ended.code, 2);
	assert.match(ended.stdout, /^::error::go-race-audit runs the tests of a pull request and refuses/m);
	assert.deepEqual(fake.requests, []);
});

test("events without a pull request end by the findings and post nothing", async (t) => {
	const { fake, base, head, run } = await setScene(t);
	const events = {
		merge_group: { merge_group: { base_sha: base, head_sha: head } },
		push: { before: base, after: head },
		schedule: {},
		workflow_dispatch: { inputs: {} },
	};
	for (const [event, payload] of Object.entries(events)) {
		const ended = await run({ event, payload });
		assert.equal(ended.code, 1, event + ended.stdout + ended.stderr);
		assert.match(ended.stdout, new RegExp(`The event ${event} has no pull request`));
	}
	assert.deepEqual(fake.requests, []);
});
