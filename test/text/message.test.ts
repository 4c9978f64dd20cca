import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gapKinds } from "#domain/gap.ts";
import { englishMessages, type MessageCode } from "#text/en-messages.ts";
import { sayMessage, sentence } from "#text/message.ts";
import { plainPhrase } from "#text/phrase.ts";
import { vietnameseMessages } from "#text/vi-messages.ts";

const codes = Object.keys(englishMessages) as MessageCode[];
const holes = (template: string) => [...new Set(template.match(/\{\w+\}/g))].sort();

test("every message of ours and of the lint has all its parts in both languages", () => {
	for (const code of codes) {
		assert.deepEqual(holes(vietnameseMessages[code]), holes(englishMessages[code]), code);
	}
	assert.deepEqual(Object.keys(vietnameseMessages).sort(), [...codes].sort());
});

test("a message nests others, and keeps names as code", () => {
	const why = { code: "bare-risk", args: { risk: { code: "risk-indexes", args: { value: "items" } } } };
	const message = { code: "bare-function", args: { function: "work", why } };
	assert.deepEqual(sayMessage(message, "en"), [
		"a panic in the goroutine started here ends the process: ",
		{ code: "work" },
		" ",
		"indexes ",
		{ code: "items" },
		" with no recover",
	]);
	assert.equal(
		plainPhrase(sayMessage(message, "vi") ?? []),
		"panic trong goroutine khởi động ở đây sẽ kết thúc cả tiến trình: `work` truy cập một phần tử của `items` mà không có recover",
	);
});

test("a message of a newer program has no words, and a missing part says nothing", () => {
	assert.equal(sayMessage({ code: "of-tomorrow", args: {} }, "vi"), null);
	assert.equal(sayMessage({ code: "toString", args: {} }, "vi"), null);
	assert.equal(plainPhrase(sayMessage({ code: "who-handler", args: {} }, "en") ?? []), "the handler at ");
});

test("a sentence is said in English beside its code", () => {
	assert.deepEqual(sentence("shard-missing", { shard: "2/3" }), {
		message: "shard 2/3 left no report: its packages were not audited",
		words: { code: "shard-missing", args: { shard: "2/3" } },
	});
});

test("no gap is told in words that only English has", () => {
	const kinds = gapKinds.join("|");
	const literal = new RegExp(`kind: "(?:${kinds})",[^}]*\\bmessage: ["\`][^"\`]* `);
	assert.match('{ kind: "killed", package: null, message: `it was ${how}` }', literal);
	for (const file of globSync("src/**/*.ts")) assert.doesNotMatch(readFileSync(file, "utf8"), literal, file);
});
