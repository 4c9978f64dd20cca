import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readSettings } from "#host/config-file.ts";
import { localHost } from "#host/local-host.ts";
import { audit } from "#src/audit.ts";
import { makeRepository } from "#test/action/scene.ts";
import { newFile } from "#test/publish/scene.ts";
import { addWorkflow, runAct } from "#test/support/act.ts";
import { addPull, startFakeGitHub } from "#test/support/github/fake-github.ts";
import { goMod, racy, racyTest } from "#test/support/racy-counter.ts";
import { botToken, delivery, post, reactionsOn } from "./scene.ts";

for (const event of ["issue_comment", "pull_request_review_comment"] as const) {
	test(`act: /race rerun from ${event} runs the tests in a job of its own and answers`, async (t) => {
		const repository = makeRepository(t);
		const { directory } = repository;
		const head = repository.commit({ "go.mod": goMod, "counter.go": racy, "counter_test.go": racyTest });
		repository.git("remote", "add", "origin", "https://github.com/o/r");
		const fake = await startFakeGitHub({ repository: "o/r" });
		t.after(async () => {
			await fake.close();
			assert.deepEqual(fake.breaches, [], "requests that GitHub would refuse");
		});
		fake.state.tokens.set("bot", botToken);
		fake.state.collaborators.set("maintainer", "write");
		const pull = addPull(fake, { headSha: head, diff: newFile("counter.go", 8) });
		const host = localHost(t.signal);
		const settings = await readSettings(host, directory, { only: "race", effort: "quick" });
		const report = await audit(settings, host, () => {});
		const [finding] = report.findings;
		assert.ok(finding);
		const change = { repository: "o/r", pullRequest: 7, base: null, mergeBase: null, head };
		const zip = zipSync({ "report.json": strToU8(JSON.stringify({ ...report, change })) });
		fake.state.runs.push({ id: 5, headSha: head, event: "pull_request", createdAt: "2026-01-01T00:00:00Z" });
		fake.state.artifacts.push({ id: 6, runId: 5, name: "race-audit-report", zip });

		const thread = {
			id: 90,
			author: botToken.login,
			body: `x\n\n<!-- race-audit:${finding.fingerprint} -->`,
		};
		const plain = {
			path: "counter.go",
			line: 7,
			startLine: null,
			commitId: head,
			reviewId: 1,
			minimized: null,
		};
		pull.threads.set("PRRT_1", { id: "PRRT_1", resolved: false });
		pull.reviewComments.push({ ...thread, ...plain, threadId: "PRRT_1", inReplyTo: null });
		const isThread = event === "pull_request_review_comment";
		const command = isThread ? "/race rerun 3" : `/race rerun ${finding.fingerprint.slice(0, 6)} 3`;
		const more = isThread ? { inThread: 90 } : {};
		const number = post(fake, pull, command, more);
		const { payload } = delivery(pull, number, command, more);

		addWorkflow(directory, "bot.yml", ["bot/action.yml", "dist/bot.js"]);
		const environment = {
			GITHUB_API_URL: fake.url,
			GITHUB_GRAPHQL_URL: fake.graphqlUrl,
			GITHUB_REPOSITORY: "o/r",
		};
		const workflow = "bot.yml";
		const { code, log } = await runAct({ directory, event, payload, workflow, token: "bot", environment });
		assert.equal(code, 0, log);
		const answers = [...pull.issueComments, ...pull.reviewComments].filter(({ body }) =>
			body.includes("race-audit:answer"),
		);
		assert.equal(answers.length, 1, log);
		assert.match(
			answers[0]?.body ?? "",
			new RegExp(`\`${finding.fingerprint}\` was seen in \\d of 3 runs`),
			log,
		);
		assert.deepEqual(reactionsOn(fake, number), ["eyes", "rocket"]);
		assert.match(
			pull.reviewComments[0]?.body ?? "",
			/seen in \d of 3 runs/,
			"the finding's comment tells it too",
		);
	});
}
