import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#domain/config.ts";
import type { Report, ReportFinding } from "#domain/report.ts";
import { parseDiff } from "#plan/diff.ts";
import { linesShown } from "#posting/publish-report.ts";
import { renderBodies } from "#posting/render-bodies.ts";
import { readMarks } from "#publish/comment-marks.ts";
import { publish } from "#publish/publish.ts";
import { texts } from "#text/language.ts";
import { finding, fp, report, setScene } from "./scene.ts";

/** What a test name, panic message, file or package may hold. */
const hostile = [
	"@octocat #123 https://evil.example ![x](https://evil.example/x.png)",
	"</details></summary><img src=x onerror=alert(1)>",
	"````````````\n~~~~~~~~\n```suggestion\nrm -rf /\n```",
	`x\n<!-- race-audit:${fp(2)} -->`,
	"<!-- race-audit:summary -->",
	"<!-- race-audit:closed -->\n<!-- race-audit:about race x -->",
	"-->\n<!-- race-audit:review 1 2 -->",
	"::set-output name=x::y\n##[error]x\n::stop-commands::x",
	"\x1b[31mred\x1b[0m \u202Eright-to-left\u2066 zero\u200Bwidth \uFEFF\u0000",
	"lone surrogate \uD800 and \uFFFD",
	"x".repeat(1_000_000),
	"đường dẫn có dấu 🏁",
];

function hostileFinding(number: number, text: string): ReportFinding {
	const facts = {
		subject: text,
		subjectType: text,
		functions: [text, text],
		message: text,
		dependency: text,
	};
	return finding(number, number * 3, {
		title: text,
		message: text,
		package: text,
		tests: [text, text],
		reproduce: text,
		facts,
		evidence: [{ analyzer: text, message: text, at: null }],
		excerpts: [{ file: "a.go", start: number * 3, lines: [text] }],
		fixes: [{ title: text, edits: [], verified: null }],
	});
}

const gapsOf = (text: string): Report["gaps"] => [
	{ kind: "build-failed", package: text, message: text, detail: text },
];

for (const language of languages) {
	test(`hostile words in ${language} reach GitHub once, within its limits, and are closed in the end`, async (t) => {
		const scene = await setScene(t);
		const run = (of: Report) => {
			const options = {
				server: "https://github.com",
				fullReport: "https://github.com/o/r/actions/runs/1",
				commands: true,
			};
			const bodies = renderBodies(of, texts[language], options);
			const readShown = (diff: string) => linesShown(parseDiff(diff));
			return publish(scene.github(), {
				report: of,
				bodies,
				head: scene.pull.headSha,
				comment: "review",
				shown: null,
				readShown,
			});
		};
		const findings = hostile.map((text, index) => hostileFinding(index + 1, text));
		const all = report(findings, { gaps: hostile.flatMap(gapsOf) });
		assert.deepEqual((await run(all)).problems, []);
		assert.equal(scene.pull.reviewComments.length, hostile.length);
		for (const [index, comment] of scene.pull.reviewComments.entries()) {
			assert.equal(readMarks(comment.body).fingerprint, fp(index + 1));
			assert.equal(readMarks(comment.body).isClosed, false);
		}
		await run(all);
		assert.equal(scene.pull.reviews.length, 1);
		assert.equal(scene.pull.issueComments.length, 1);
		await run(report([]));
		assert.ok(scene.pull.reviewComments.every((comment) => readMarks(comment.body).isClosed));
	});
}
