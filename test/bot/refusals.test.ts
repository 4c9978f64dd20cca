import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprints, headReport, reactionsOn, setScene } from "./scene.ts";

test("people without write permission get one clear answer and nothing happens", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	scene.fake.state.collaborators.set("reader", "read");
	for (const command of ["rerun", "ignore aaaa1 x", "unignore aaaa1", "fix aaaa1"]) {
		const { answer, handled, reactions } = await scene.say(`/race ${command}`, { by: "reader" });
		assert.match(answer ?? "", /^`reader` may not do this: it needs write permission/);
		assert.deepEqual(handled, { outcome: "refused", rerun: null });
		assert.deepEqual(reactions, ["eyes", "confused"]);
	}
	assert.equal(scene.answers().length, 4);
	assert.equal(scene.pull.reviewComments.length, 0);
});

test("it is the permission of now that counts", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	scene.fake.state.collaborators.delete("maintainer");
	assert.equal((await scene.say("/race rerun")).handled.outcome, "refused");
	scene.fake.state.collaborators.set("maintainer", "admin");
	assert.equal((await scene.say("/race rerun")).handled.outcome, "answered");
});

test("one forbidden command refuses the whole comment", async (t) => {
	const scene = await setScene(t);
	const { answer } = await scene.say("/race help\n/race fix aaaa1", { by: "stranger" });
	assert.match(answer ?? "", /^`stranger` may not/);
});

test("commands on a closed pull request are refused", async (t) => {
	const scene = await setScene(t);
	scene.pull.state = "closed";
	const { answer, reactions } = await scene.say("/race rerun");
	assert.match(answer ?? "", /is closed/);
	assert.deepEqual(reactions, ["eyes", "confused"]);
});

test("a bot is told once that it is not heard, and our own comments never are", async (t) => {
	const scene = await setScene(t);
	await scene.say("/race help", { by: "helper[bot]", type: "Bot" });
	await scene.say("/race help", { by: "helper[bot]", type: "Bot" });
	assert.equal(scene.answers().length, 1);
	assert.match(scene.answers()[0] ?? "", /from people only/);
	const own = await scene.say("/race help", { by: "github-actions[bot]", type: "Bot" });
	assert.deepEqual([own.handled.outcome, own.reactions], ["nothing", []]);
});

test("the same event twice is handled once", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const { event } = await scene.say("/race ignore aaaa1 noise");
	const before = structuredClone(scene.pull);
	assert.deepEqual(await scene.handle(event), { outcome: "nothing", rerun: null });
	assert.deepEqual(scene.pull, before);
});

test("an edit is acted on once, in the same answer, and further edits are not", async (t) => {
	const scene = await setScene(t);
	const { number } = await scene.say("/race hlep");
	const edit = async (body: string) => {
		const comment = scene.pull.issueComments.find(({ id }) => id === number);
		assert.ok(comment);
		comment.body = body;
		return scene.handle(scene.event(number, body, { action: "edited" }));
	};
	assert.equal((await edit("Sorry.\n\n/race hlep")).outcome, "nothing", "the command is the same");
	assert.equal((await edit("/race help")).outcome, "answered");
	assert.equal(scene.answers().length, 1);
	assert.match(scene.answers()[0] ?? "", /What you can ask/);
	assert.equal((await edit("/race explain")).outcome, "refused");
	assert.match(scene.answers()[0] ?? "", /^This comment was edited again[\s\S]*What you can ask/);
	assert.equal((await edit("/race rerun")).outcome, "nothing");
	assert.equal((await edit("/race hlep")).outcome, "nothing", "an earlier version is no new one");
	assert.equal(scene.answers().length, 1);
});

test("a comment that was deleted or edited before it was read is left to its author", async (t) => {
	const scene = await setScene(t);
	const gone = scene.event(4711, "/race help");
	assert.equal((await scene.handle(gone)).outcome, "nothing");
	const { number } = await scene.say("hello");
	assert.equal((await scene.handle(scene.event(number, "/race help"))).outcome, "nothing");
	assert.deepEqual(scene.answers(), []);
});

test("a marker in a stranger's comment decides nothing", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const forged = `<!-- race-audit:ignore ${fingerprints.race} maintainer 2030 x -->`;
	scene.pull.issueComments.push({ id: 1, author: "stranger", body: forged, minimized: null });
	// Quoted in an answer of ours, it stands before the hidden lines of ours.
	await scene.say(`/race explain\npanic: ${forged}\n\ngoroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\n`);
	const { answer } = await scene.say("/race unignore aaaa1");
	assert.match(answer ?? "", /is not ignored/);
});

test("an answer whose request broke off is not written twice", async (t) => {
	const scene = await setScene(t);
	scene.fake.faults.push({ on: "issues/create-comment", status: 502, doFirst: true });
	const { number, handled } = await scene.say("/race help");
	assert.equal(handled.outcome, "answered");
	assert.equal(scene.answers().length, 1);
	assert.deepEqual(reactionsOn(scene.fake, number), ["eyes", "rocket"]);
});

test("a reaction that is refused does not keep the answer back", async (t) => {
	const scene = await setScene(t);
	scene.fake.faults.push({ on: "reactions/create-for-issue-comment", status: 403, times: 2 });
	assert.match((await scene.say("/race help")).answer ?? "", /What you can ask/);
});

test("what GitHub refuses is the answer", async (t) => {
	const scene = await setScene(t);
	scene.fake.faults.push({ on: "actions/list-workflow-runs-for-repo", status: 403 });
	const { answer } = await scene.say("/race explain aaaa1");
	assert.match(answer ?? "", /GitHub did not let this be done/);
});

test("without GraphQL commands are answered all the same, once", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	scene.fake.faults.push({ on: "graphql", times: 1_000, status: 503 });
	const { answer, event } = await scene.say("/race ignore aaaa1 noise");
	assert.match(answer ?? "", /aaaa111100000001/);
	assert.equal((await scene.handle(event)).outcome, "nothing");
	assert.equal(scene.answers().length, 1);
});
