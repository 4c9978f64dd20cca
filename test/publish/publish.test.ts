import assert from "node:assert/strict";
import { test } from "node:test";
import { push } from "#test/support/github/fake-github.ts";
import { finding, fp, newFile, report, setScene, sha } from "./scene.ts";

test("a first run posts one review and one sticky summary", async (t) => {
	const scene = await setScene(t);
	const published = await scene.run(
		report([finding(1, 10), finding(2, 20, { at: { file: "a.go", line: 20, endLine: 22 } })]),
	);
	assert.deepEqual(scene.requests(), [
		"graphql",
		"pulls/get",
		"pulls/create-review",
		"graphql",
		"issues/create-comment",
		"graphql",
	]);
	assert.equal(scene.pull.reviews.length, 1);
	assert.deepEqual(
		scene.pull.reviewComments.map(({ path, startLine, line, commitId }) => ({
			path,
			startLine,
			line,
			commitId,
		})),
		[
			{ path: "a.go", startLine: null, line: 10, commitId: sha("1") },
			{ path: "a.go", startLine: 20, line: 22, commitId: sha("1") },
		],
	);
	assert.equal(scene.pull.issueComments.length, 1);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /race 1 https:/);
	assert.equal(published.outcome, "published");
	assert.match(published.reviewUrl ?? "", /^https:/);
	assert.deepEqual(published.problems, []);
});

test("a second push with the same findings says nothing again", async (t) => {
	const scene = await setScene(t);
	const same = report([finding(1, 10)]);
	await scene.run(same);
	const before = structuredClone(scene.pull.reviewComments);
	push(scene.pull, sha("2"), newFile("a.go", 60));
	scene.requests();
	await scene.run(same);
	assert.deepEqual(scene.requests(), ["graphql"]);
	assert.deepEqual(scene.pull.reviewComments, before);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("a note is never posted, and makes no comment worth writing", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10, { severity: "note" })]));
	assert.deepEqual([scene.pull.reviews.length, scene.pull.issueComments.length], [0, 0]);
	await scene.run(report([finding(1, 10, { severity: "note" }), finding(2, 20)]));
	assert.equal(scene.pull.reviewComments.length, 1);
});

test("a run with nothing to say and nothing said before leaves no comment", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10, { state: "unchanged" })]));
	await scene.run(report([]));
	assert.deepEqual(scene.requests(), ["graphql", "graphql"]);
});

test("a finding that is gone is marked fixed, and opened in the same thread when it is back", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	push(scene.pull, sha("2"), newFile("a.go", 50));
	await scene.run(report([]));
	const [comment] = scene.pull.reviewComments;
	assert.match(comment?.body ?? "", /^fixed in 2222222/);
	assert.equal(comment?.minimized, "resolved");
	scene.requests();
	push(scene.pull, sha("3"), newFile("a.go", 50));
	await scene.run(report([]));
	assert.deepEqual(scene.requests(), ["graphql"], "it is marked once");

	push(scene.pull, sha("4"), newFile("a.go", 50));
	await scene.run(report([finding(1, 12)]));
	assert.equal(scene.pull.reviewComments.length, 1);
	assert.match(comment?.body ?? "", /^\*\*race 1\*\*/);
	assert.equal(comment?.minimized, null);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /new race 1/);
	assert.equal(fp(1).length, 16);
});
