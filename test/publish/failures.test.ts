import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fault } from "#test/support/github/fake-github.ts";
import { finding, messagesOf, newFile, report, setScene, workflowToken } from "./scene.ts";

const two = report([finding(1, 10), finding(2, 20)]);
const creations = ["pulls/create-review", "issues/create-comment", "graphql", "pulls/get"] as const;

/** Faults after which everything must be there exactly once. */
const faults: { name: string; fault: Omit<Fault, "on"> }[] = [
	{ name: "502 without having done it", fault: { status: 502 } },
	{ name: "502 though it was done", fault: { status: 502, doFirst: true } },
	{
		name: "a gateway's HTML page",
		fault: { status: 504, doFirst: true, headers: { "content-type": "text/html" } },
	},
	{ name: "a connection cut before", fault: { cut: true } },
	{ name: "a connection cut after it was done", fault: { cut: true, doFirst: true } },
	{ name: "500 twice", fault: { status: 500, times: 2 } },
	{ name: "429 with retry-after", fault: { status: 429, headers: { "retry-after": "2" } } },
	{ name: "429 that says nothing", fault: { status: 429 } },
	{
		name: "the primary limit",
		fault: {
			status: 403,
			headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" },
			body: { message: "API rate limit exceeded" },
		},
	},
	{
		name: "a secondary limit without retry-after",
		fault: { status: 403, body: { message: "You have exceeded a secondary rate limit." } },
	},
	{
		name: "a secondary limit with retry-after",
		fault: {
			status: 403,
			headers: { "retry-after": "5" },
			body: { message: "You have exceeded a secondary rate limit." },
		},
	},
	{
		name: "422 that is a limit",
		fault: { status: 422, body: { message: "Validation Failed", errors: [{ code: "abuse" }] } },
	},
];

for (const { name, fault } of faults) {
	for (const on of creations) {
		test(`${on}: ${name} loses and doubles nothing`, async (t) => {
			const scene = await setScene(t);
			scene.fake.faults.push({ on, ...fault });
			const published = await scene.run(two);
			assert.deepEqual(published.problems, []);
			assert.equal(scene.pull.reviews.length, 1);
			assert.equal(scene.pull.reviewComments.length, 2);
			assert.equal(scene.pull.issueComments.length, 1);
		});
	}
}

test("a limit that asks for longer than a job should wait is reported, and the next run says what is missing", async (t) => {
	const scene = await setScene(t);
	scene.fake.faults.push({ on: "pulls/create-review", status: 429, headers: { "retry-after": "3000" } });
	const published = await scene.run(two);
	assert.match(messagesOf(published), /could not post the review: secondary rate limit/);
	assert.match(scene.log.join("\n"), /giving up, it asks to wait 3000 s/);
	assert.equal(scene.pull.issueComments.length, 1);
	await scene.run(two);
	assert.equal(scene.pull.reviewComments.length, 2);
});

test("a limit without retry-after is waited for a minute and longer each time", async (t) => {
	const scene = await setScene(t);
	scene.fake.faults.push({ on: "pulls/create-review", status: 429, times: 3 });
	await scene.run(two);
	const waits = scene.log.flatMap((line) => /waiting (\d+) s/.exec(line)?.[1] ?? []);
	assert.deepEqual(waits, ["60", "120", "240"]);
	assert.equal(scene.pull.reviews.length, 1);
});

test("one refused comment leaves the others in their place, and goes onto its file", async (t) => {
	const scene = await setScene(t, newFile("a.go", 100));
	const findings = Array.from({ length: 16 }, (_, index) => finding(index + 1, 5 * (index + 1)));
	scene.fake.state.refusedAnchors.add("a.go:35");
	const published = await scene.run(report(findings));
	assert.deepEqual(published.problems, []);
	const lines = scene.pull.reviewComments.map((comment) => comment.line);
	assert.deepEqual(lines.filter((line) => line !== null).length, 15);
	assert.equal(
		scene.pull.reviewComments.find((comment) => comment.line === null)?.body.includes("race 7"),
		true,
	);
	const posts = scene.requests().filter((operation) => operation === "pulls/create-review");
	assert.ok(posts.length <= 9, `${posts.length} reviews were tried`);
});

test("a comment that is refused on its line and on its file is left to the summary", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.refusedAnchors.add("a.go:10");
	scene.fake.faults.push({
		on: "pulls/create-review-comment",
		status: 422,
		body: { message: "Validation Failed" },
	});
	const published = await scene.run(two);
	assert.deepEqual(published.problems, []);
	assert.deepEqual(
		scene.pull.reviewComments.map((comment) => comment.line),
		[20],
	);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /new race 1 -/);
});

test("a token that may only read posts nothing and says so", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.tokens.set("read", {
		login: "github-actions[bot]",
		permissions: { contents: "read", "pull-requests": "read" },
	});
	const published = await scene.run(two, { token: "read" });
	assert.equal(published.outcome, "forbidden");
	assert.deepEqual([scene.pull.reviews, scene.pull.issueComments], [[], []]);
});

test("a token that may not review still writes the summary", async (t) => {
	const scene = await setScene(t);
	const permissions = { ...workflowToken.permissions, "pull-requests": "read" } as const;
	scene.fake.state.tokens.set("issues", { login: "github-actions[bot]", permissions });
	const published = await scene.run(two, { token: "issues" });
	assert.equal(published.outcome, "published");
	assert.match(messagesOf(published), /could not post the review: Resource not accessible by integration/);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("bad credentials, and a pull request that is not there, are said in one line", async (t) => {
	const scene = await setScene(t);
	const unknown = await scene.run(two, { token: "expired" });
	assert.deepEqual(
		[unknown.outcome, messagesOf(unknown)],
		["forbidden", "could not read the pull request: Bad credentials"],
	);
	scene.fake.state.pulls.clear();
	const missing = await scene.run(two);
	assert.match(messagesOf(missing), /^could not read the pull request: [^\n]+$/);
});

test("neither token nor bodies get into the log or the problems", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.tokens.set("ghs_verysecret", workflowToken);
	scene.fake.faults.push(
		{ on: "pulls/create-review", status: 500, times: 9 },
		{ on: "issues/create-comment", status: 429 },
	);
	const published = await scene.run(two, { token: "ghs_verysecret" });
	assert.equal(published.problems.length, 1);
	assert.doesNotMatch(JSON.stringify([scene.log, published]), /ghs_|Found by the audit|race 1/);
});

test("a summary that was deleted while we edit it is no failure of the rest", async (t) => {
	const scene = await setScene(t);
	await scene.run(two);
	scene.fake.faults.push({
		on: "issues/update-comment",
		meanwhile: () => void scene.pull.issueComments.splice(0),
	});
	const published = await scene.run(report([finding(1, 10)]));
	assert.match(messagesOf(published), /could not write the summary: Not Found/);
	assert.match(scene.pull.reviewComments[1]?.body ?? "", /^fixed/);
});
