import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { languageOf } from "#bot/language.ts";
import { parseComment } from "#bot/parse-comment.ts";

const cases = [
	{ name: "a line by itself", body: "/race help", want: ["help"] },
	{ name: "after prose", body: "Hello,\n/race rerun ab12 5\n", want: ["rerun ab12 5"] },
	{ name: "letter case", body: "/RACE Help", want: ["help"] },
	{ name: "CRLF", body: "hi\r\n/race help\r\nbye", want: ["help"] },
	{
		name: "several",
		body: "/race ignore ab12 a\n/race unignore cd34",
		want: ["ignore ab12 a", "unignore cd34"],
	},
	{ name: "a bare /race", body: "/race", want: [""] },
	{ name: "misspelt", body: "/race explian x", want: ["explian x"] },
	{
		name: "inline code in a reason",
		body: "/race ignore ab12 `x` is ours",
		want: ["ignore ab12 `x` is ours"],
	},
	{ name: "three blanks before", body: "   /race help", want: ["help"] },
	{ name: "another word", body: "/racecar help", want: [] },
	{ name: "in the middle of a line", body: "try /race help", want: [] },
	{ name: "in a quote", body: "> /race help", want: [] },
	{ name: "in a quote that goes on without its mark", body: "> as they said\n/race help", want: [] },
	{ name: "after a quote", body: "> as they said\n\n/race help", want: ["help"] },
	{ name: "in a fence", body: "```\n/race help\n```", want: [] },
	{ name: "in a fence of tildes that is never closed", body: "~~~sh\n/race help", want: [] },
	{ name: "in indented code", body: "    /race help", want: [] },
	{ name: "in inline code", body: "`/race help`", want: [] },
	{ name: "in inline code over lines", body: "`see\n/race help\nthere`", want: [] },
	{ name: "in a list", body: "- /race help", want: [] },
	{ name: "in an HTML comment", body: "<!--\n/race help\n-->", want: [] },
	{ name: "in folded HTML", body: "<details>\n/race help\n</details>", want: [] },
];

for (const { name, body, want } of cases) {
	test(`commands: ${name}`, () => {
		const found = parseComment(body).map(({ word, line }) => `${word} ${line}`.trim());
		assert.deepEqual(found, want);
	});
}

test("what is pasted below explain belongs to it, whatever it looks like", () => {
	const log = "==================\nWARNING: DATA RACE\n/race help\n- /race help\n```\n";
	const [command, ...more] = parseComment(`/race explain\n${log}`);
	assert.deepEqual([command?.name, command?.rest, more], ["explain", log.trim(), []]);
});

test("no comment makes the parser throw, and none takes long", () => {
	const piece = fc.constantFrom(
		"/race",
		" ",
		"\n",
		"```",
		">",
		"- ",
		"`",
		"<!--",
		"-->",
		"help",
		"    ",
		"[",
		"](",
		"*",
		"\r\n",
		"~~~",
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
			for (const { word } of parseComment(pieces.join(""))) assert.doesNotMatch(word, /\s/);
		}),
	);
});

const comments = [
	{ body: "/race help", want: "en" },
	{ body: "Giải thích giúp mình với\n/race explain ab12", want: "vi" },
	{ body: "giai thich giup minh\n/race explain ab12", want: "vi" },
	{ body: "/race ignore ab12 không phải lỗi", want: "vi" },
	{ body: "Déjà vu, coração, țară, čđ, naïve\n/race help", want: "en" },
	{ body: "/race explain ab12\n```\npanic: không được\n```", want: "en" },
] as const;

for (const { body, want } of comments) {
	test(`the language of ${JSON.stringify(body)} is ${want}`, () => {
		assert.equal(languageOf(body, "en"), want);
	});
}
