import assert from "node:assert/strict";
import { test } from "node:test";
import { honourDecisions } from "#bot/honour-decisions.ts";
import { renderBodies } from "#posting/render-bodies.ts";
import { texts } from "#text/language.ts";
import { fingerprints, headReport, type Scene, setScene } from "./scene.ts";

async function laterReport(scene: Scene, token = "t") {
	const { url: apiUrl, graphqlUrl } = scene.fake;
	const connection = { token, apiUrl, graphqlUrl, userAgent: "test", secondMs: 1, log: () => {} };
	const report = headReport("2".repeat(40));
	return honourDecisions(report, connection, { owner: "o", repo: "r", number: scene.pull.number });
}

test("a later run of the pull request honours what was decided, and its summary says how to keep it", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	await scene.say("/race ignore aaaa1 noise of the test");
	await scene.say("/race ignore aaaa2 noise");
	await scene.say("/race unignore aaaa2");
	const report = await laterReport(scene);
	assert.deepEqual(
		report.findings.map(({ suppression }) => suppression),
		[
			{ reason: "noise of the test (maintainer)", until: null, source: "pull request", added: false },
			null,
			null,
		],
	);
	const bodies = { server: "https://github.com", fullReport: null, commands: true };
	const summary = renderBodies(report, texts.vi, bodies).summary(new Map());
	assert.match(summary, new RegExp(`fingerprint: "${fingerprints.race}"\\n    reason: "noise of the test`));
	assert.match(summary, /Được bỏ qua trong pull request này/);
});

test("a decision outlives the comment that asked for it", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const { number } = await scene.say("/race ignore aaaa1 noise");
	scene.pull.issueComments = scene.pull.issueComments.filter(({ id }) => id !== number);
	assert.notEqual((await laterReport(scene)).findings[0]?.suppression, null);
});

test("without a token that may read, findings count as they are", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	await scene.say("/race ignore aaaa1 noise");
	assert.equal((await laterReport(scene, "unknown")).findings[0]?.suppression, null);
});
