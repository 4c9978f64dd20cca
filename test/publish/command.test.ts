import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { judgeRequest } from "#test/support/github/openapi-judge.ts";
import { finding, report, setScene, sha } from "./scene.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

function writeReport(t: TestContext): string {
	const folder = mkdtempSync(join(tmpdir(), "publish-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const change = { repository: null, pullRequest: null, base: "main", head: sha("1"), mergeBase: sha("b") };
	const path = join(folder, "report.json");
	writeFileSync(path, JSON.stringify(report([finding(1, 10)], { change })));
	return path;
}

async function run(args: string[], env: Record<string, string>): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = spawn(process.execPath, [main, "publish", ...args], { env: { PATH: process.env.PATH ?? "", ...env } });
	let [stdout, stderr] = ["", ""];
	child.stdout.on("data", (text) => (stdout += text));
	child.stderr.on("data", (text) => (stderr += text));
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

test("publish --dry-run prints each request and needs neither token nor network", async (t) => {
	const { code, stdout, stderr } = await run([writeReport(t), "--repo", "o/r", "--pull", "7", "--dry-run"], {
		GITHUB_API_URL: "http://127.0.0.1:9",
		GITHUB_GRAPHQL_URL: "http://127.0.0.1:9/graphql",
	});
	assert.equal(code, 0, stderr);
	const requests = stdout.split(/^(?=POST )/m).map((request) => {
		const [line = "", ...body] = request.split("\n");
		const [method = "", path = ""] = line.split(" ");
		return judgeRequest(method, new URL(path, "http://x"), JSON.parse(body.join("\n")));
	});
	assert.deepEqual(requests.map((verdict) => verdict?.operation), ["pulls/create-review", "issues/create-comment"]);
	assert.deepEqual(requests.flatMap((verdict) => verdict?.breaches), []);
});

test("publish posts with GITHUB_TOKEN, and refuses a report of another commit", async (t) => {
	const scene = await setScene(t);
	const path = writeReport(t);
	const env = { GITHUB_TOKEN: "t", GITHUB_API_URL: scene.fake.url, GITHUB_GRAPHQL_URL: scene.fake.graphqlUrl };
	const posted = await run([path, "--repo", "o/r", "--pull", "7"], env);
	assert.equal(posted.code, 0, posted.stderr);
	assert.equal(scene.pull.reviewComments.length, 1);
	scene.pull.headSha = sha("2");
	const refused = await run([path, "--repo", "o/r", "--pull", "7"], env);
	assert.equal(refused.code, 2);
	assert.match(refused.stderr, /The report is about commit 111111111111, which is not the head/);
});

test("publish says what it lacks", async (t) => {
	const path = writeReport(t);
	const noToken = await run([path, "--repo", "o/r", "--pull", "7"], {});
	assert.deepEqual([noToken.code, /GITHUB_TOKEN/.test(noToken.stderr)], [2, true]);
	const noPull = await run([path, "--repo", "o/r", "--dry-run"], {});
	assert.deepEqual([noPull.code, /--pull/.test(noPull.stderr)], [2, true]);
});
