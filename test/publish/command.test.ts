import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRequest } from "#test/support/github/openapi-judge.ts";
import { publishFromCommandLine, writeReport } from "./command-scene.ts";
import { setScene, sha } from "./scene.ts";

test("publish --dry-run prints each request and needs neither token nor network", async (t) => {
	const { code, stdout, stderr } = await publishFromCommandLine(
		[writeReport(t), "--repo", "o/r", "--pull", "7", "--dry-run"],
		{
			GITHUB_API_URL: "http://127.0.0.1:9",
			GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/graphql",
		},
	);
	assert.equal(code, 0, stderr);
	const requests = stdout.split(/^(?=POST )/m).map((request) => {
		const [line = "", ...body] = request.split("\n");
		const [method = "", path = ""] = line.split(" ");
		return judgeRequest(method, new URL(path, "http://x"), JSON.parse(body.join("\n")));
	});
	assert.deepEqual(
		requests.map((verdict) => verdict?.operation),
		["pulls/create-review", "issues/create-comment"],
	);
	assert.deepEqual(
		requests.flatMap((verdict) => verdict?.breaches),
		[],
	);
});

test("publish posts with GITHUB_TOKEN, and refuses a report of another commit", async (t) => {
	const scene = await setScene(t);
	const path = writeReport(t);
	const env = {
		GITHUB_TOKEN: "t",
		GITHUB_API_URL: scene.fake.url,
		GITHUB_GRAPHQL_URL: scene.fake.graphqlUrl,
	};
	const posted = await publishFromCommandLine([path, "--repo", "o/r", "--pull", "7"], env);
	assert.equal(posted.code, 0, posted.stderr);
	assert.equal(scene.pull.reviewComments.length, 1);
	scene.pull.headSha = sha("2");
	const refused = await publishFromCommandLine([path, "--repo", "o/r", "--pull", "7"], env);
	assert.equal(refused.code, 2);
	assert.match(refused.stderr, /The report is about commit 111111111111, which is not the head/);
});

test("publish in another language than the audit leads to the guide in that language", async (t) => {
	const { stdout } = await publishFromCommandLine(
		[writeReport(t), "--repo", "o/r", "--pull", "7", "--dry-run", "--lang", "vi"],
		{},
	);
	assert.match(stdout, /guide\/vi\/[\w-]+\.md#/);
	assert.doesNotMatch(stdout, /guide\/en\//);
});

test("publish says what it lacks", async (t) => {
	const path = writeReport(t);
	const noToken = await publishFromCommandLine([path, "--repo", "o/r", "--pull", "7"], {});
	assert.deepEqual([noToken.code, /GITHUB_TOKEN/.test(noToken.stderr)], [2, true]);
	const noPull = await publishFromCommandLine([path, "--repo", "o/r", "--dry-run"], {});
	assert.deepEqual([noPull.code, /--pull/.test(noPull.stderr)], [2, true]);
});
