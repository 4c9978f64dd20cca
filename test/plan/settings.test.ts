import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigFile } from "#domain/config-file.ts";
import { UserError } from "#domain/user-error.ts";
import { parseDuration, parseShard, resolveSettings } from "#plan/settings.ts";

const emptyFile = ConfigFile.parse({});

test("a flag wins over the config file, which wins over the default", () => {
	const file = ConfigFile.parse({ effort: "deep", scope: "affected" });
	const settings = resolveSettings({ effort: "quick" }, file, "/m");
	assert.equal(settings.effort, "quick");
	assert.equal(settings.scope, "affected");
	assert.deepEqual(settings.packages, ["./..."]);
});

test("an empty input counts as not given, as actions pass it", () => {
	assert.equal(resolveSettings({ base: "", effort: " " }, emptyFile, "/m").base, null);
});

test("a list may come as one text with blanks or lines between", () => {
	const { packages } = resolveSettings({ packages: "./a ./b/...\n./c" }, emptyFile, "/m");
	assert.deepEqual(packages, ["./a", "./b/...", "./c"]);
});

test("a value that is no choice is refused with the nearest one", () => {
	assert.throws(
		() => resolveSettings({ effort: "quik" }, emptyFile, "/m"),
		(error: Error) => {
			assert.ok(error instanceof UserError);
			assert.match(error.message, /effort: quik .*did you mean quick/);
			return true;
		},
	);
});

for (const { text, want } of [
	{ text: "90s", want: 90_000 },
	{ text: "1h30m", want: 5_400_000 },
	{ text: "1.5s", want: 1_500 },
	{ text: "250ms", want: 250 },
]) {
	test(`the duration ${text} is ${want} ms`, () => assert.equal(parseDuration("timeout", text), want));
}

for (const text of ["", "10", "m", "10 m", "ten minutes", "-5s"]) {
	test(`"${text}" is no duration`, () => assert.throws(() => parseDuration("timeout", text), UserError));
}

test("a shard is its number and the total", () => {
	assert.deepEqual(parseShard("2/5"), { index: 2, total: 5 });
	assert.equal(parseShard(null), null);
});

for (const text of ["0/3", "4/3", "1", "a/b", "1/2/3"]) {
	test(`"${text}" is no shard`, () => assert.throws(() => parseShard(text), UserError));
}
