import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { commandNames } from "#bot/commands.ts";
import { ConfigFile } from "#domain/config-file.ts";
import { fingerprints, headReport, setScene } from "./scene.ts";

test("help lists every command of the table and needs no permission", async (t) => {
	const scene = await setScene(t);
	const { answer, reactions } = await scene.say("/race help", { by: "stranger" });
	for (const name of commandNames) assert.match(answer ?? "", new RegExp(`/race ${name}`));
	assert.deepEqual(reactions, ["eyes", "rocket"]);
	assert.ok(
		!scene.fake.requests.some(({ operation }) => operation.startsWith("actions/")),
		"help asks for no report",
	);
});

test("a misspelt command gets the nearest one", async (t) => {
	const scene = await setScene(t);
	const { answer, reactions, handled } = await scene.say("/race explian aaaa1");
	assert.match(answer ?? "", /\/race explian.*did you mean `\/race explain/);
	assert.deepEqual(reactions, ["eyes", "confused"]);
	assert.equal(handled.outcome, "refused");
});

test("a comment without a command, and one that only quotes some, is left alone", async (t) => {
	const scene = await setScene(t);
	for (const body of ["I like /race help", "> /race help", "```\n/race help\n```"]) {
		const { handled, reactions } = await scene.say(body);
		assert.deepEqual([handled.outcome, reactions], ["nothing", []]);
	}
	assert.deepEqual(scene.fake.requests, []);
});

test("explain shows a finding in full, to anybody, by a unique start of its fingerprint", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const { answer } = await scene.say("/race explain `AAAA1`", { by: "stranger" });
	assert.match(answer ?? "", /### Data race on a map/);
	assert.match(answer ?? "", new RegExp(fingerprints.race));
	const unclear = await scene.say("/race explain aaaa");
	assert.match(unclear.answer ?? "", /`aaaa111100000001`, `aaaa222200000002`/);
	const unknown = await scene.say("/race explain ffff");
	assert.match(unknown.answer ?? "", /No finding .*`ffff`/);
	const bare = await scene.say("/race explain");
	assert.match(bare.answer ?? "", /paste a log/);
});

test("explain on a pasted log is the command line's explain, in the language of the comment", async (t) => {
	const scene = await setScene(t);
	const log = readFileSync("test/recordings/parse/go-run-race.log", "utf8");
	const english = await scene.say(`/race explain\n\`\`\`\n${log}\n\`\`\``, { by: "stranger" });
	assert.match(english.answer ?? "", /1 new finding/);
	const vietnamese = await scene.say(`Nhờ bạn giải thích giúp\n\n/race explain\n${log}`, { by: "stranger" });
	assert.match(vietnamese.answer ?? "", /1 phát hiện mới/);
	const prose = await scene.say("/race explain\nit sometimes crashes");
	assert.match(prose.answer ?? "", /Nothing was recognised/);
});

test("ignore records who and why, closes the comment, and gives lines that the config file takes", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const { answer, reactions } = await scene.say('/race ignore aaaa1 "known": see <!-- #12 --> @octocat');
	assert.deepEqual(reactions, ["eyes", "rocket"]);
	const yaml = /```yaml\n([\s\S]*?)```/.exec(answer ?? "")?.[1] ?? "";
	assert.deepEqual(ConfigFile.parse(parse(yaml)).ignore, [
		{ fingerprint: fingerprints.race, reason: '"known": see <!-- #12 --> @octocat (maintainer)' },
	]);
	const summary =
		scene.pull.issueComments.find(({ body }) => body.includes("race-audit:summary"))?.body ?? "";
	assert.match(summary, /1 ignored/);
	assert.deepEqual(
		scene.pull.reviewComments.map(({ body }) => body.includes(fingerprints.race)),
		[false, false],
		"what is ignored gets no comment",
	);
});

test("ignore needs a reason, and unignore takes it back", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	assert.match((await scene.say("/race ignore aaaa1")).answer ?? "", /say why/);
	assert.match((await scene.say("/race unignore aaaa1")).answer ?? "", /is not ignored/);
	await scene.say("/race ignore aaaa1 noise");
	assert.match((await scene.say("/race unignore aaaa1")).answer ?? "", /counts again/);
	assert.equal(scene.pull.reviewComments.length, 3, "it is commented on now");
});

test("in the thread of a finding its fingerprint may be left out", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	await scene.say("/race ignore cccc noise");
	const thread = scene.pull.reviewComments.find(({ body }) => body.includes(fingerprints.race));
	const said = await scene.say("/race ignore dead code", { inThread: thread?.id ?? 0 });
	assert.match(said.answer ?? "", /aaaa111100000001.*`dead code`/);
	assert.equal(scene.pull.reviewComments.at(-1)?.inReplyTo, thread?.id, "the answer stands in the thread");
	assert.match(scene.pull.reviewComments[0]?.body ?? "", /^\*\*Ignored/);
	const mistyped = await scene.say("/race explain de4d", { inThread: thread?.id ?? 0 });
	assert.match(mistyped.answer ?? "", /No finding/);
});

test("several commands are carried out in order and answered in one comment", async (t) => {
	const scene = await setScene(t);
	scene.leaveReport(headReport(scene.pull.headSha));
	const said = await scene.say("/race ignore aaaa1 one\n/race ignore aaaa2 two\n/race rerun cccc");
	assert.equal(scene.answers().length, 1);
	assert.match(said.answer ?? "", /`one`[\s\S]*`two`[\s\S]*not found by a test/);
	assert.deepEqual(said.reactions, ["eyes", "confused"]);
	const many = await scene.say(Array.from({ length: 12 }, () => "/race help").join("\n"));
	assert.match(many.answer ?? "", /Only the first `?10/);
});

const disguised = [
	{ name: "a Cyrillic letter in the name", body: "/r\u0430ce help", want: undefined },
	{ name: "a full-width slash", body: "\uFF0Frace help", want: undefined },
	{ name: "a zero-width space", body: "/\u200Brace help", want: undefined },
	{ name: "a Cyrillic letter in the command", body: "/race f\u0456x aaaa1", want: /did you mean `\/race/ },
	{ name: "the name of what every object has", body: "/race __proto__", want: /did you mean `\/race/ },
	{ name: "a very long word", body: `/race ${"x".repeat(60_000)}`, want: /did you mean `\/race/ },
	{ name: "markdown in the word", body: "/race `**@octocat**](x)", want: /did you mean `\/race/ },
];

for (const { name, body, want } of disguised) {
	test(`what only looks like a command does nothing: ${name}`, async (t) => {
		const scene = await setScene(t);
		const { answer, handled } = await scene.say(body);
		if (want === undefined) assert.deepEqual([handled.outcome, answer], ["nothing", undefined]);
		else assert.match(answer ?? "", want);
		assert.deepEqual(scene.fake.state.commits, []);
	});
}

test("a comment as long as GitHub takes, with CRLF, is read", async (t) => {
	const scene = await setScene(t);
	const { answer } = await scene.say(`/race help\r\n${"word ".repeat(12_000)}`);
	assert.match(answer ?? "", /What you can ask/);
});
