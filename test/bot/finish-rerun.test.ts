import assert from "node:assert/strict";
import { test } from "node:test";
import { finishRerun } from "#bot/finish-rerun.ts";
import type { RerunRequest, RerunResult } from "#bot/rerun-request.ts";
import { fingerprints, headReport, type Said, type Scene, setScene } from "./scene.ts";

const logUrl = "https://github.com/o/r/actions/runs/8";

/** Somebody asks for a rerun of the first finding, four times. */
async function ask(scene: Scene): Promise<{ said: Said; request: RerunRequest }> {
	scene.leaveReport(headReport(scene.pull.headSha));
	const said = await scene.say("/race rerun aaaa1 4");
	assert.deepEqual(said.reactions, ["eyes"], "it is not done yet");
	assert.ok(said.handled.rerun);
	return { said, request: said.handled.rerun };
}

function resultOf(
	request: RerunRequest,
	runs: number,
	hits: number,
	more: Partial<RerunResult> = {},
): RerunResult {
	return {
		head: request.head,
		findings: [{ fingerprint: fingerprints.race, runs, hits }],
		problems: [],
		...more,
	};
}

test("the answer says n of m, and once more changes nothing", async (t) => {
	const scene = await setScene(t);
	const { said, request } = await ask(scene);
	const ran = { request, result: resultOf(request, 4, 1), logUrl };
	assert.equal(await finishRerun(said.event, ran, scene.bot(said.event)), "answered");
	assert.match(scene.answers()[0] ?? "", /was seen in `?1`? of 4 runs/);
	assert.doesNotMatch(scene.answers()[0] ?? "", /Running the tests/);
	assert.equal(await finishRerun(said.event, ran, scene.bot(said.event)), "nothing");
	assert.equal(scene.answers().length, 1);
});

test("not seen is not called gone", async (t) => {
	const scene = await setScene(t);
	const { said, request } = await ask(scene);
	await finishRerun(said.event, { request, result: resultOf(request, 4, 0), logUrl }, scene.bot(said.event));
	assert.match(scene.answers()[0] ?? "", /not seen in 4 runs[\s\S]*does not mean that it is gone/);
});

const forged = [
	{
		name: "more hits than runs",
		change: { findings: [{ fingerprint: fingerprints.race, runs: 2, hits: 4 }] },
	},
	{
		name: "more runs than were asked for",
		change: { findings: [{ fingerprint: fingerprints.race, runs: 90, hits: 0 }] },
	},
	{ name: "another finding", change: { findings: [{ fingerprint: fingerprints.alike, runs: 4, hits: 0 }] } },
] as const;

for (const { name, change } of forged) {
	test(`a result with ${name} counts for nothing`, async (t) => {
		const scene = await setScene(t);
		const { said, request } = await ask(scene);
		const result = resultOf(request, 4, 4, { findings: [...change.findings] });
		await finishRerun(said.event, { request, result, logUrl }, scene.bot(said.event));
		assert.match(scene.answers()[0] ?? "", /aaaa111100000001`: its tests did not run/);
		assert.deepEqual(scene.pull.reviewComments, []);
	});
}

test("a job that gave nothing, or ran another commit, is said to have failed", async (t) => {
	for (const change of [null, { head: "f".repeat(40) }]) {
		const scene = await setScene(t);
		const { said, request } = await ask(scene);
		const result = change === null ? null : resultOf(request, 4, 0, change);
		await finishRerun(said.event, { request, result, logUrl }, scene.bot(said.event));
		assert.match(scene.answers()[0] ?? "", /gave no result.*runs\/8/);
	}
});

test("a head that was pushed after the comment is not run", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha), "2026-01-02T00:00:01Z");
	const said = await scene.say("/race rerun aaaa1", { at: "2026-01-02T00:00:00Z" });
	assert.match(said.answer ?? "", /pushed after your comment/);
	assert.equal(said.handled.rerun, null);
});

test("a push while the tests run leaves the pull request's comments alone", async (t) => {
	const scene = await setScene(t);
	const { said, request } = await ask(scene);
	scene.pull.headSha = "3".repeat(40);
	await finishRerun(said.event, { request, result: resultOf(request, 4, 4), logUrl }, scene.bot(said.event));
	assert.match(scene.answers()[0] ?? "", /has moved on since/);
	assert.deepEqual(scene.pull.reviewComments, []);
});

test("a rerun without a job to run it is refused", async (t) => {
	const scene = await setScene(t);
	assert.match((await scene.say("/race rerun", { canRerun: false })).answer ?? "", /not set up here/);
});
