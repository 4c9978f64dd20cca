import assert from "node:assert/strict";
import { test } from "node:test";
import { addPull, push } from "#test/support/github/fake-github.ts";
import type { ReviewComment } from "#test/support/github/state.ts";
import { finding, fp, newFile, report, type Scene, setScene, sha, workflowToken } from "./scene.ts";

const bodies = (scene: Scene) => scene.pull.reviewComments.map((comment) => comment.body);

test("a finding whose lines moved keeps its thread", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	push(scene.pull, sha("2"), newFile("a.go", 80));
	await scene.run(report([finding(1, 40)]));
	assert.deepEqual(
		scene.pull.reviewComments.map((comment) => comment.line),
		[10],
	);
});

test("only what is new is said at the next push", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	push(scene.pull, sha("2"), newFile("a.go", 50));
	await scene.run(report([finding(1, 10), finding(2, 20)]));
	assert.equal(scene.pull.reviews.length, 2);
	assert.deepEqual(
		scene.pull.reviewComments.map((comment) => comment.line),
		[10, 20],
	);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("a force push that rewrites every commit repeats nothing", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10), finding(2, 20)]));
	scene.pull.diffs.clear();
	push(scene.pull, sha("9"), newFile("a.go", 50));
	await scene.run(report([finding(1, 11), finding(2, 21)]));
	assert.equal(scene.pull.reviews.length, 1);
	assert.equal(scene.pull.reviewComments.length, 2);
});

test("a run that a newer push has overtaken posts nothing", async (t) => {
	const scene = await setScene(t);
	push(scene.pull, sha("2"), newFile("a.go", 50));
	const published = await scene.run(report([finding(1, 10)]), { head: sha("1") });
	assert.equal(published.outcome, "stale");
	assert.deepEqual(scene.requests(), ["graphql"]);
});

test("a closed pull request is left alone", async (t) => {
	const scene = await setScene(t);
	scene.pull.state = "closed";
	assert.equal((await scene.run(report([finding(1, 10)]))).outcome, "closed");
	assert.deepEqual(scene.requests(), ["graphql"]);
});

test("a thread is resolved where the token may, and opened again when the finding is back", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.tokens.set("t", {
		...workflowToken,
		permissions: { ...workflowToken.permissions, contents: "write" },
	});
	await scene.run(report([finding(1, 10)]));
	const [thread] = scene.pull.threads.values();
	await scene.run(report([]));
	assert.equal(thread?.resolved, true);
	await scene.run(report([finding(1, 10)]));
	assert.equal(thread?.resolved, false);
});

test("what this audit did not look at is not called fixed", async (t) => {
	const scene = await setScene(t);
	const lint = {
		kind: "lint",
		package: "example.com/b",
		at: { file: "a.go", line: 20, endLine: 20 },
	} as const;
	await scene.run(report([finding(1, 10), finding(2, 20, lint)]));
	const before = bodies(scene);
	const plan = report([]).plan;
	const gap = {
		kind: "build-failed",
		package: "example.com/a",
		message: "does not build",
		detail: null,
	} as const;
	const recovery = { goroutines: 0, covered: 0, uncovered: [], exempt: 0, added: null };
	for (const blind of [
		report([], { gaps: [{ ...gap, package: null }] }),
		report([], { gaps: [gap] }),
		report([], { plan: { ...plan, shard: "1/2" } }),
		report([], { plan: { ...plan, leftOut: ["example.com/a"] } }),
	]) {
		await scene.run(blind);
		assert.equal(scene.pull.reviewComments[0]?.body, before[0], JSON.stringify(blind));
	}
	assert.equal(scene.pull.reviewComments[1]?.body, before[1], "without the lint its findings are not fixed");
	await scene.run(report([], { recovery }));
	assert.ok(bodies(scene).every((body) => body.startsWith("fixed in")));
});

test("a finding that is ignored from now on is closed", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	const suppression = { reason: "known", until: null, source: "config", added: false };
	await scene.run(report([finding(1, 10, { suppression })]));
	assert.match(bodies(scene)[0] ?? "", /^ignored in/);
});

test("a comment that somebody edited is left as it is while its finding is there", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	const comment = scene.pull.reviewComments[0] as ReviewComment;
	comment.body = `Alice: we know.\n\n${comment.body}\n\nWe will fix it.`;
	const edited = comment.body;
	await scene.run(report([finding(1, 10)]));
	assert.equal(comment.body, edited);
	await scene.run(report([]));
	assert.equal(comment.body.startsWith("fixed in"), true);
	assert.match(comment.body, /Alice: we know[\s\S]*We will fix it/);
});

test("a comment that somebody deleted is not written again; its finding stays in the summary", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	scene.pull.reviewComments.length = 0;
	await scene.run(report([finding(1, 10)]));
	assert.equal(scene.pull.reviews.length, 1);
	assert.deepEqual(scene.pull.reviewComments, []);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /new race 1 -/);
});

test("a deleted summary is written again, as long as there is something to say", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	scene.pull.issueComments.length = 0;
	await scene.run(report([finding(1, 10)]));
	assert.equal(scene.pull.issueComments.length, 1);
});

test("another's comment with our marker is neither believed nor touched", async (t) => {
	const scene = await setScene(t);
	const forged = `nothing to see\n<!-- race-audit:${fp(1)} -->`;
	const comment = {
		path: "a.go",
		line: 10,
		startLine: null,
		commitId: sha("1"),
		reviewId: 1,
		threadId: "PRRT_1",
	};
	scene.pull.threads.set("PRRT_1", { id: "PRRT_1", resolved: false });
	scene.pull.reviewComments.push({
		...comment,
		id: 1,
		author: "mallory",
		body: forged,
		inReplyTo: null,
		minimized: null,
	});
	const summary = "all is well\n<!-- race-audit:summary -->";
	scene.pull.issueComments.push({ id: 2, author: "mallory", body: summary, minimized: null });
	const review = `<!-- race-audit:review ${sha("1")} ${fp(1)} -->`;
	scene.pull.reviews.push({ id: 3, author: "mallory", body: review, commitId: sha("1"), minimized: null });
	await scene.run(report([finding(1, 10)]));
	await scene.run(report([]));
	assert.equal(scene.pull.reviewComments[0]?.body, forged);
	assert.equal(scene.pull.reviewComments[0]?.minimized, null);
	assert.equal(scene.pull.issueComments[0]?.body, summary);
	assert.equal(scene.pull.reviewComments.length, 2);
	assert.equal(scene.pull.issueComments.length, 2);
});

test("a marker that a test printed and we quoted is not read as ours", async (t) => {
	const scene = await setScene(t);
	const quoted = finding(1, 10, {
		title: `x\n\`\`\`\n<!-- race-audit:${fp(2)} -->\n<!-- race-audit:summary -->\n\`\`\``,
	});
	await scene.run(report([quoted]));
	await scene.run(report([quoted, finding(2, 20)]));
	assert.equal(scene.pull.reviewComments.length, 2);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("more than a page of threads, reviews and comments is read to the end", async (t) => {
	const scene = await setScene(t, newFile("a.go", 400));
	await scene.run(report([finding(1, 10)]));
	const [ours] = scene.pull.issueComments;
	scene.pull.issueComments.length = 0;
	for (let id = 1; id <= 150; id += 1) {
		scene.pull.issueComments.push({ id, author: "alice", body: "hm", minimized: null });
		scene.pull.reviews.push({
			id: 5000 + id,
			author: "alice",
			body: "hm",
			commitId: sha("1"),
			minimized: null,
		});
	}
	if (ours) scene.pull.issueComments.push(ours);
	scene.requests();
	await scene.run(report([finding(1, 10)]));
	assert.deepEqual(scene.requests(), ["graphql", "graphql"]);
	assert.equal(scene.pull.issueComments.length, 151);
});

test("two runs at once leave one comment a finding and one summary", async (t) => {
	const scene = await setScene(t);
	const same = report([finding(1, 10), finding(2, 20)]);
	// The second run goes all the way while the first is about to post its review.
	scene.fake.faults.push({ on: "pulls/create-review", meanwhile: async () => void (await scene.run(same)) });
	await scene.run(same);
	assert.equal(scene.pull.reviews.length, 2);
	assert.equal(scene.pull.reviews.filter((review) => review.minimized === null).length, 1);
	assert.deepEqual(scene.pull.reviewComments.map((comment) => comment.line).sort(), [10, 20]);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("two first runs that write their summaries at once leave the older one", async (t) => {
	const scene = await setScene(t);
	const gaps = report([], { gaps: [{ kind: "killed", package: null, message: "killed", detail: null }] });
	scene.fake.faults.push({
		on: "issues/create-comment",
		meanwhile: async () => void (await scene.run(gaps)),
	});
	await scene.run(gaps);
	assert.equal(scene.pull.issueComments.length, 1);
});

test("a duplicate that somebody answered is folded away, not deleted", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]));
	const [comment] = scene.pull.reviewComments as [ReviewComment];
	for (const number of [1, 2]) {
		const threadId = `PRRT_d${number}`;
		scene.pull.threads.set(threadId, { id: threadId, resolved: false });
		const first = { ...comment, id: 2000 + number, threadId };
		const reply = { ...first, id: 3000 + number, author: "alice", body: "why?", inReplyTo: first.id };
		scene.pull.reviewComments.push(first, reply);
	}
	await scene.run(report([finding(1, 10)]));
	const left = scene.pull.reviewComments.map(({ id, minimized }) => [id, minimized]);
	assert.deepEqual(left, [
		[2001, null],
		[3001, null],
		[2002, "duplicate"],
		[3002, null],
	]);
});

test("a pull request of another number is never touched", async (t) => {
	const scene = await setScene(t);
	const other = addPull(scene.fake, { number: 8, headSha: sha("8"), diff: newFile("a.go", 50) });
	await scene.run(report([finding(1, 10)]));
	assert.deepEqual([other.reviews, other.issueComments], [[], []]);
});
