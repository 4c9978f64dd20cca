import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "#domain/report.ts";
import { postCheckRun } from "#posting/post-check-run.ts";
import { finding, report, type Scene, setScene, sha } from "#test/publish/scene.ts";
import { texts } from "#text/language.ts";

/** Leaves a check run on the head; gives what was said in the log. */
async function post(
	scene: Scene,
	of: Report,
	more: { token?: string; failOn?: "never" } = {},
): Promise<string[]> {
	const { url: apiUrl, graphqlUrl } = scene.fake;
	const said: string[] = [];
	const say = (line: string) => void said.push(line);
	const { token = "t", failOn = "new" as const } = more;
	const at = { serverUrl: "https://github.com", repository: "o/r" };
	const posting = { report: of, commit: sha("1"), failOn, text: texts.en, at, runId: 42 };
	const connection = { token, apiUrl, graphqlUrl, userAgent: "test", secondMs: 1, log: () => {} };
	await postCheckRun(connection, posting, { info: () => {}, notice: say, warning: say, error: say });
	return said;
}

const many = report(Array.from({ length: 120 }, (_, index) => finding(index + 1, index + 1)));
const ofEachSeverity = report(
	(["error", "warning", "note"] as const).flatMap((severity, kind) =>
		Array.from({ length: 45 }, (_, index) => finding(50 * kind + index + 1, index + 1, { severity })),
	),
);

test("the findings are annotations, at most fifty a request, and what is more is counted", async (t) => {
	const scene = await setScene(t);
	assert.deepEqual(await post(scene, ofEachSeverity), []);
	assert.deepEqual(scene.requests(), ["checks/create", "checks/update"]);
	assert.equal(scene.fake.state.checkRuns[0]?.annotations.length, 90, "notes are none");
	await post(scene, many);
	assert.equal(scene.fake.state.checkRuns[1]?.annotations.length, 49);
	assert.match(scene.fake.state.checkRuns[1]?.summary ?? "", /70 more in the full report/);
});

const gap = { kind: "killed", package: null, message: "killed", detail: null } as const;
const conclusions = [
	{ name: "nothing", of: report([]), want: "success" },
	{ name: "a new finding", of: report([finding(1, 10)]), want: "failure" },
	{ name: "a known finding", of: report([finding(1, 10, { state: "unchanged" })]), want: "neutral" },
	{ name: "a finding that is gone", of: report([finding(1, 10, { state: "absent" })]), want: "success" },
	{ name: "a note", of: report([finding(1, 10, { severity: "note" })]), want: "success" },
	{ name: "a gap", of: report([], { gaps: [gap] }), want: "failure" },
	{ name: "a new finding, fail-on: never", of: report([finding(1, 10)]), failOn: "never", want: "neutral" },
] as const;

test("the conclusion goes with the exit code, and neutral is what does not count", async (t) => {
	const scene = await setScene(t);
	for (const { of, ...more } of conclusions)
		await post(scene, of, "failOn" in more ? { failOn: more.failOn } : {});
	assert.deepEqual(
		scene.fake.state.checkRuns.map(({ conclusion }, index) => [conclusions[index]?.name, conclusion]),
		conclusions.map(({ name, want }) => [name, want]),
	);
});

for (const on of ["checks/create", "checks/update"] as const) {
	for (const fault of [{ status: 502, doFirst: true }, { status: 502 }, { cut: true, doFirst: true }]) {
		test(`${on}: ${JSON.stringify(fault)} makes neither two check runs nor an annotation twice`, async (t) => {
			const scene = await setScene(t);
			scene.fake.faults.push({ on, ...fault });
			assert.deepEqual(await post(scene, ofEachSeverity), []);
			assert.deepEqual(
				scene.fake.state.checkRuns.map(({ annotations }) => annotations.length),
				[90],
			);
		});
	}
}

test("a token that may not write checks is told what it needs", async (t) => {
	const scene = await setScene(t);
	scene.fake.state.tokens.set("read", { login: "github-actions[bot]", permissions: { contents: "read" } });
	const said = await post(scene, many, { token: "read" });
	assert.deepEqual([said.length, /grant this job `checks: write`/.test(said[0] ?? "")], [1, true]);
	scene.fake.faults.push({ on: "checks/create", status: 422, body: { message: "No commit found" } });
	assert.match((await post(scene, many)).join(), /check run is missing or incomplete: No commit found/);
});

test("a stranger's words and places stay within GitHub's limits", async (t) => {
	const scene = await setScene(t);
	const long = "đ🏁<!--@x ".repeat(20_000);
	const at = (file: string, line: number, endLine: number) => ({ at: { file, line, endLine } });
	const hostile = report(
		[
			finding(1, 1, at("../../etc/passwd", 1, 1)),
			finding(2, 1, at("/etc/passwd", 1, 1)),
			finding(3, 1, at("a.go", 9, 2)),
			finding(4, 1, at("a.go", 0, 0)),
			finding(5, 1, {
				package: long,
				message: long,
				title: long,
				reproduce: long,
				facts: { ...finding(1, 1).facts, subject: long, message: long },
			}),
		],
		{ gaps: Array.from({ length: 200 }, () => ({ ...gap, message: long, detail: long })), startedAt: long },
	);
	assert.deepEqual(await post(scene, hostile), []);
	assert.equal(scene.fake.state.checkRuns[0]?.annotations.length, 2);
});
