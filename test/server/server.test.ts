import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { delivery, headReport, post } from "#test/bot/scene.ts";
import { newId } from "#test/support/github/state.ts";
import { payloadOf } from "#test/support/github/webhook-payload.ts";
import { type ServerScene, setServerScene } from "./scene.ts";

test("a command is answered with the token of the App's installation", async (t) => {
	const scene = await setServerScene(t);
	const { name, payload } = delivery(scene.pull, post(scene.fake, scene.pull, "/race help"), "/race help");
	assert.equal(await scene.deliver("d-1", name, payload), "202 accepted");
	await scene.server.close();
	assert.match(scene.answers()[0] ?? "", /What you can ask/);
	assert.ok(
		scene.log.some(
			({ event, delivery, outcome }) => event === "handled" && delivery === "d-1" && outcome === "answered",
		),
	);
});

test("a delivery that is sent again is not handled again", async (t) => {
	const scene = await setServerScene(t);
	const { name, payload } = delivery(scene.pull, post(scene.fake, scene.pull, "/race help"), "/race help");
	await scene.deliver("d-1", name, payload);
	assert.equal(await scene.deliver("d-1", name, payload), "200 duplicate");
	// As after a restart: another delivery of the same comment.
	assert.equal(await scene.deliver("d-2", name, payload), "202 accepted");
	await scene.server.close();
	assert.equal(scene.answers().length, 1);
});

test("a delivery whose handling failed may be sent again", async (t) => {
	const scene = await setServerScene(t);
	const { name, payload } = delivery(scene.pull, post(scene.fake, scene.pull, "/race help"), "/race help");
	scene.fake.faults.push({ on: "issues/get-comment", status: 403 });
	await scene.deliver("d-1", name, payload);
	while ((await scene.get("/metrics")).includes("race_bot_failed_total 0")) await new Promise(setImmediate);
	assert.equal(await scene.deliver("d-1", name, payload), "202 accepted");
	await scene.server.close();
	assert.equal(scene.answers().length, 1);
});

test("what is not GitHub's is refused, and what is of no concern asks GitHub nothing", async (t) => {
	const scene = await setServerScene(t);
	const { name, payload } = delivery(scene.pull, 1, "/race help");
	assert.equal(await scene.deliver("d-1", name, payload, `sha256=${"0".repeat(64)}`), "401 forged");
	assert.equal(await scene.deliver("d-1", name, payload, "nonsense"), "401 forged");
	assert.equal(await scene.deliver("", name, payload), "400 malformed");
	const talk = delivery(scene.pull, 1, "thank you");
	assert.equal(await scene.deliver("d-2", talk.name, talk.payload), "200 ignored");
	assert.equal(await scene.deliver("d-3", "push", {}), "200 ignored");
	assert.deepEqual(scene.fake.requests, []);
	assert.doesNotMatch(JSON.stringify(scene.log), /a secret of the test|PRIVATE KEY|sha256=/);
});

test("health and metrics are there", async (t) => {
	const scene = await setServerScene(t);
	assert.equal(await scene.get("/healthz"), "ok\n");
	await scene.deliver("d-1", "push", {});
	const metrics = await scene.get("/metrics");
	assert.match(metrics, /^race_bot_ignored_total 1$/m);
	assert.match(metrics, /^race_bot_memory_bytes \d+$/m);
	assert.equal(await scene.get("/"), "not found\n");
});

test("deliveries of two installations use the token of each", async (t) => {
	const scene = await setServerScene(t);
	for (const installation of [98, 99]) {
		const { name, payload } = delivery(scene.pull, post(scene.fake, scene.pull, "/race help"), "/race help");
		const own = { ...payload, installation: { id: installation, node_id: "x" } };
		assert.equal(await scene.deliver(`d-${installation}`, name, own), "202 accepted");
	}
	await scene.server.close();
	const asked = scene.fake.requests.filter(({ path }) => path.endsWith("/access_tokens"));
	assert.deepEqual(asked.map(({ path }) => path).sort(), [
		"/app/installations/98/access_tokens",
		"/app/installations/99/access_tokens",
	]);
	assert.equal(scene.answers().length, 2);
});

const home = "o/r";
const file = "race-rerun.yml";

/** What a rerun for a comment saw, left as its artifact; gives the payload that tells of the run's end. */
function leaveRerun(scene: ServerScene, name: string, seen: object) {
	const id = newId(scene.fake.state);
	const zip = zipSync({ "report.json": strToU8(JSON.stringify(seen)) });
	scene.fake.state.artifacts.push({ id: newId(scene.fake.state), runId: id, name: "race-audit-rerun", zip });
	return (event: string, path = `.github/workflows/${file}`) =>
		payloadOf("workflow_run.completed", {
			action: "completed",
			workflow_run: { id, event, path, display_title: name, html_url: `https://github.com/o/r/runs/${id}` },
			repository: { full_name: home, default_branch: "main" },
			installation: { id: 99, node_id: "x" },
		});
}

for (const place of ["workflow", "central"] as const) {
	test(`a rerun is dispatched (${place}), and its end answers`, async (t) => {
		const scene = await setServerScene(
			t,
			place === "workflow" ? { kind: place, file } : { kind: place, file, repository: home },
		);
		scene.fake.state.workflows.add(file);
		scene.leaveReport(headReport(scene.pull.headSha));
		const number = post(scene.fake, scene.pull, "/race rerun aaaa1 4");
		const asked = delivery(scene.pull, number, "/race rerun aaaa1 4");
		await scene.deliver("d-1", asked.name, asked.payload);
		while (scene.fake.state.dispatches.length === 0) await new Promise(setImmediate);
		const [{ workflow, body } = { workflow: "", body: {} }] = scene.fake.state.dispatches;
		assert.equal(workflow, place === "workflow" ? file : null);
		const inputs = (body.inputs ?? body.client_payload) as Record<string, string>;
		assert.equal(inputs.name, `race rerun o/r#7 issue-${number}`);
		assert.equal(inputs.head, scene.pull.headSha);

		const { findings, head } = JSON.parse(inputs.request ?? "");
		const [{ fingerprint }] = findings;
		const seen = { head, findings: [{ fingerprint, runs: 4, hits: 3 }], problems: [] };
		const end = leaveRerun(scene, inputs.name ?? "", seen);
		assert.equal(
			await scene.deliver("d-2", "workflow_run", end("pull_request")),
			"200 ignored",
			"anybody's workflow",
		);
		assert.equal(
			await scene.deliver("d-3", "workflow_run", end("workflow_dispatch", "x.yml")),
			"200 ignored",
		);
		const event = place === "workflow" ? "workflow_dispatch" : "repository_dispatch";
		assert.equal(await scene.deliver("d-4", "workflow_run", end(event)), "202 accepted");
		await scene.server.close();
		assert.match(scene.answers()[0] ?? "", /`aaaa111100000001` was seen in `?3`? of 4 runs/);
	});
}

test("a rerun whose end arrives while its start is still under way is answered", async (t) => {
	const scene = await setServerScene(t, { kind: "workflow", file });
	scene.fake.state.workflows.add(file);
	scene.leaveReport(headReport(scene.pull.headSha));
	const number = post(scene.fake, scene.pull, "/race rerun aaaa1 4");
	const seen = {
		head: scene.pull.headSha,
		findings: [{ fingerprint: "aaaa111100000001", runs: 4, hits: 3 }],
		problems: [],
	};
	const end = leaveRerun(scene, `race rerun o/r#7 issue-${number}`, seen);
	scene.fake.faults.push({
		on: "actions/create-workflow-dispatch",
		meanwhile: async () => {
			assert.equal(await scene.deliver("d-2", "workflow_run", end("workflow_dispatch")), "202 accepted");
		},
	});
	const asked = delivery(scene.pull, number, "/race rerun aaaa1 4");
	await scene.deliver("d-1", asked.name, asked.payload);
	while (scene.fake.state.dispatches.length === 0) await new Promise(setImmediate);
	await scene.server.close();
	assert.match(scene.answers()[0] ?? "", /`aaaa111100000001` was seen in `?3`? of 4 runs/);
});
