import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeJson } from "#render/escape-json.ts";
import { hostileStrings } from "#test/support/hostile.ts";

/** What a terminal obeys, or shows as something else than it is. */
const obeyed = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

test("JSON for a terminal says the same and holds nothing that it obeys", () => {
	const value = { "\x9b31m": [...hostileStrings, "\x9b2J \u{e0041} \u2028"] };
	for (const indent of [0, 2]) {
		const escaped = escapeJson(JSON.stringify(value, null, indent));
		assert.doesNotMatch(escaped, obeyed);
		assert.deepEqual(JSON.parse(escaped), value);
	}
});

test("plain JSON stays as it is", () => {
	const json = JSON.stringify({ a: "tiếng Việt 🏁" }, null, 2);
	assert.equal(escapeJson(json), json);
});
