import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fix } from "#domain/report.ts";
import { headReport, type Scene, setScene } from "./scene.ts";

const source = "package a\n\nvar n int\n\nfunc Add() {\n\tn++\n}\n";
const fixed = "package a\n\nvar n int\n\nfunc Add() {\n\tmu.Lock()\n\tn++\n\tmu.Unlock()\n}\n";
const fix: Fix = {
	title: "guard n with mu",
	edits: [
		{ file: "a.go", start: { line: 6, column: 2 }, end: { line: 6, column: 2 }, newText: "mu.Lock()\n\t" },
		{ file: "a.go", start: { line: 6, column: 5 }, end: { line: 6, column: 5 }, newText: "\n\tmu.Unlock()" },
	],
	verified: { builds: true, vets: true, runs: 20, hits: 0 },
};

/** A pull request whose first finding has these fixes. */
async function sceneWith(t: Parameters<typeof setScene>[0], fixes: Fix[], text = source): Promise<Scene> {
	const scene = await setScene(t);
	const report = headReport(scene.pull.headSha);
	const excerpts = [{ file: "a.go", start: 5, lines: ["func Add() {", "\tn++", "}"] }];
	const [first, ...rest] = report.findings;
	assert.ok(first);
	scene.leaveReport({ ...report, findings: [{ ...first, fixes, excerpts }, ...rest] });
	scene.fake.state.contents.set(`${scene.pull.headSha}:a.go`, text);
	return scene;
}

const push = { token: "may-push" };

test("fix commits the proved fix to the branch", async (t) => {
	const scene = await sceneWith(t, [fix]);
	const { answer, reactions } = await scene.say("/race fix aaaa1", push);
	assert.deepEqual(scene.fake.state.commits, [
		{ branch: "feature", headline: "guard n with mu", files: { "a.go": fixed } },
	]);
	assert.match(answer ?? "", /20 runs.* no longer showed the finding: \[the commit\]\(https:/);
	assert.deepEqual(reactions, ["eyes", "rocket"]);
});

const proof = { builds: true, vets: true, runs: 20, hits: 0 };
const refusals = [
	{ name: "none is known", fixes: [], want: /knows no fix/ },
	{ name: "it was not tried", fixes: [{ ...fix, verified: null }], want: /was not proved/ },
	{ name: "it still showed", fixes: [{ ...fix, verified: { ...proof, hits: 1 } }], want: /was not proved/ },
	{
		name: "it does not pass vet",
		fixes: [{ ...fix, verified: { ...proof, vets: false } }],
		want: /was not proved/,
	},
	{ name: "the file is another", fixes: [fix], text: source.replace("n++", "n += 1"), want: /not as it was/ },
	{ name: "lines were added above", fixes: [fix], text: `// Words.\n${source}`, want: /not as it was/ },
	{
		name: "it is no Go file",
		fixes: [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, file: ".github/workflows/a.yml" })) }],
		want: /not as it was/,
	},
	{
		name: "it leads out of the repository",
		fixes: [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, file: "../a.go" })) }],
		want: /not as it was/,
	},
	{ name: "the token may not push", fixes: [fix], token: "t", want: /contents: write/ },
];

for (const { name, fixes, text, token, want } of refusals) {
	test(`fix is refused when ${name}`, async (t) => {
		const scene = await sceneWith(t, fixes, text);
		const { answer, reactions } = await scene.say("/race fix aaaa1", { token: token ?? "may-push" });
		assert.match(answer ?? "", want);
		assert.deepEqual(reactions, ["eyes", "confused"]);
		assert.deepEqual(scene.fake.state.commits, []);
	});
}

test("fix is refused for a fork", async (t) => {
	const scene = await sceneWith(t, [fix]);
	scene.pull.headRepository = "stranger/r";
	assert.match((await scene.say("/race fix aaaa1", push)).answer ?? "", /lies in a fork/);
});

test("a push between the decision and the commit wins", async (t) => {
	const scene = await sceneWith(t, [fix]);
	scene.fake.faults.push({
		on: "repos/get-content",
		meanwhile: () => {
			scene.pull.headSha = "9".repeat(40);
		},
	});
	assert.match((await scene.say("/race fix aaaa1", push)).answer ?? "", /has moved on/);
	assert.deepEqual(scene.fake.state.commits, []);
});
