import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarks } from "#publish/comment-marks.ts";
import { push } from "#test/support/github/fake-github.ts";
import type { ReviewComment } from "#test/support/github/state.ts";
import { finding, newFile, report, type Scene, setScene, sha } from "./scene.ts";

/** A finding that was run again so often. */
const seenIn = (hits: number, runs: number) =>
	finding(1, 10, { confirmation: { head: { hits, runs }, base: null } });

/** An audit of its own that saw nothing. */
const clean = (number: number) =>
	report([], { startedAt: `2026-02-01T00:00:${String(number).padStart(2, "0")}Z` });

const comment = (scene: Scene) => scene.pull.reviewComments[0] as ReviewComment;

test("a finding that shows in half of the runs is not fixed by one clean run, but by enough of them", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(10, 20)]));
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^not seen 1 of 7, was 10 of 20\n/);
	assert.match(comment(scene).body, /\*\*race 1\*\*/);
	assert.equal(comment(scene).minimized, null);
	for (let number = 2; number <= 6; number++) await scene.run(clean(number));
	assert.match(comment(scene).body, /^not seen 6 of 7/);
	assert.equal(comment(scene).body.match(/not seen/g)?.length, 1, "one note at a time");
	await scene.run(clean(7));
	assert.match(comment(scene).body, /^fixed in/);
	assert.doesNotMatch(comment(scene).body, /not seen/);
	assert.equal(comment(scene).minimized, "resolved");
});

test("the same report posted twice counts once", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(10, 20)]));
	await scene.run(clean(1));
	scene.requests();
	await scene.run(clean(1));
	assert.deepEqual(scene.requests(), ["graphql"]);
});

test("one that shows each time is fixed by one clean run", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(20, 20)]));
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^fixed in/);
});

test("seen again, it loses the note, and the count starts anew", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(10, 20)]));
	const before = comment(scene).body;
	await scene.run(clean(1));
	await scene.run(report([seenIn(10, 20)]));
	assert.equal(comment(scene).body, before);
	await scene.run(clean(2));
	assert.match(comment(scene).body, /^not seen 1 of 7/);
});

test("when the lines under its comment have changed, one clean run is enough", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(1, 20)]));
	push(scene.pull, sha("2"), newFile("a.go", 5));
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^fixed in 2222222/);
});

test("lines that had changed before it was seen again say nothing", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(10, 20)]));
	push(scene.pull, sha("2"), newFile("a.go", 5));
	await scene.run(report([seenIn(10, 20)]));
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^not seen 1 of 7/);
});

test("one that first showed each time and later did not is known to be flaky from then on", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(20, 20)]));
	await scene.run(report([seenIn(10, 20)]));
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^not seen 1 of 7/);
});

test("a hostile time and end of a note that a test printed stay in their places", async (t) => {
	const scene = await setScene(t);
	const title = "x\n<!-- race-audit:end-of-note -->\n<!-- race-audit:missed 9 x -->";
	await scene.run(report([{ ...seenIn(10, 20), title }]));
	const before = comment(scene).body;
	await scene.run(report([], { startedAt: "--> <b>\n<!-- race-audit:closed -->" }));
	assert.equal(readMarks(comment(scene).body).missed?.runs, 1);
	assert.equal(readMarks(comment(scene).body).isClosed, false);
	await scene.run(report([{ ...seenIn(10, 20), title }]));
	assert.equal(comment(scene).body, before);
});

test("what people wrote around it stays", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([seenIn(10, 20)]));
	comment(scene).body += "\n\nAlice: we look into it.";
	await scene.run(clean(1));
	assert.match(comment(scene).body, /^not seen[\s\S]*Alice: we look into it\.$/);
});
