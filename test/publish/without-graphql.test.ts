import assert from "node:assert/strict";
import { test } from "node:test";
import { push } from "#test/support/github/fake-github.ts";
import { finding, messagesOf, newFile, report, type Scene, setScene, sha, workflowToken } from "./scene.ts";

const ways = [
	{ name: "down", fault: { status: 503 } },
	{ name: "forbidden", fault: { status: 403, body: { message: "Resource not accessible" } } },
	{ name: "not there", fault: { status: 404 } },
	{ name: "cut off", fault: { cut: true } },
	{
		name: "broken",
		fault: { status: 200, body: { data: null, errors: [{ message: "Something went wrong" }] } },
	},
];

const withoutGraphql = (scene: Scene, fault: object) =>
	void scene.fake.faults.push({ on: "graphql", times: 1_000, ...fault });

for (const { name, fault } of ways) {
	test(`GraphQL is ${name}: everything is said once, edited when it is gone, and opened when it is back`, async (t) => {
		const scene = await setScene(t);
		withoutGraphql(scene, fault);
		const two = report([finding(1, 10), finding(2, 20)]);
		assert.deepEqual((await scene.run(two)).problems, []);
		await scene.run(two);
		assert.deepEqual(
			[scene.pull.reviews.length, scene.pull.reviewComments.length, scene.pull.issueComments.length],
			[1, 2, 1],
		);
		push(scene.pull, sha("2"), newFile("a.go", 50));
		const gone = await scene.run(report([finding(2, 20)]));
		assert.match(messagesOf(gone), /^could not update a comment: without GraphQL nothing is folded away/);
		assert.match(scene.pull.reviewComments[0]?.body ?? "", /^fixed in 2222222/);
		await scene.run(two);
		assert.match(scene.pull.reviewComments[0]?.body ?? "", /^\*\*race 1\*\*/);
		assert.equal(scene.pull.reviewComments.length, 2);
	});
}

test("without GraphQL too another's marker is neither believed nor touched", async (t) => {
	const scene = await setScene(t);
	withoutGraphql(scene, { status: 503 });
	const summary = "all is well\n<!-- race-audit:summary -->";
	scene.pull.issueComments.push({ id: 2, author: "mallory", body: summary, minimized: null });
	await scene.run(report([finding(1, 10)]));
	assert.equal(scene.pull.issueComments[0]?.body, summary);
	assert.equal(scene.pull.issueComments.length, 2);
});

test("without GraphQL a token that may say who it is knows its own comments", async (t) => {
	const scene = await setScene(t);
	const permissions = { ...workflowToken.permissions, user: "read" } as const;
	scene.fake.state.tokens.set("person", { login: "octavia", permissions });
	await scene.run(report([finding(1, 10)]), { token: "person" });
	withoutGraphql(scene, { status: 503 });
	await scene.run(report([finding(1, 10)]), { token: "person" });
	assert.deepEqual([scene.pull.reviews.length, scene.pull.issueComments.length], [1, 1]);
});

test("without GraphQL an App that cannot tell its own comments says nothing, rather than all of it twice", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.tokens.set("app", { ...workflowToken, login: "our-app[bot]" });
	await scene.run(report([finding(1, 10)]), { token: "app" });
	withoutGraphql(scene, { status: 503 });
	const published = await scene.run(report([finding(1, 10), finding(2, 20)]), { token: "app" });
	assert.match(messagesOf(published), /it cannot be told which comments are ours/);
	assert.equal(scene.pull.reviewComments.length, 1);
});
