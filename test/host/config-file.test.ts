import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "#domain/user-error.ts";
import { parseConfigFile } from "#host/config-file.ts";

test("an empty file is an empty configuration", () => {
	assert.deepEqual(parseConfigFile("", "c.yml").ignore, []);
	assert.deepEqual(parseConfigFile("# nothing yet\n", "c.yml").ignore, []);
});

test("an ignore entry is read with its reason and last day", () => {
	const { ignore } = parseConfigFile(
		"ignore:\n  - fingerprint: 0123abcd\n    reason: fixed in v2\n    until: 2027-01-31\n",
		"c.yml",
	);
	assert.deepEqual(ignore, [{ fingerprint: "0123abcd", reason: "fixed in v2", until: "2027-01-31" }]);
});

for (const { name, text, message } of [
	{
		name: "an unknown key names the nearest one",
		text: "efort: quick",
		message: /"efort"; did you mean "effort"/,
	},
	{
		name: "so does one inside an ignore entry",
		text: "ignore:\n  - sektion: race-map\n    reason: x",
		message: /ignore\.0: .*"sektion"; did you mean "section"/,
	},
	{
		name: "a misspelt key that is needed is called misspelt, not missing",
		text: "ignore:\n  - section: race-map\n    reson: x",
		message: /"reson"; did you mean "reason"/,
	},
	{
		name: "an ignore entry without a reason is refused",
		text: "ignore:\n  - section: race-map",
		message: /ignore\.0\.reason/,
	},
	{
		name: "an ignore entry that names nothing is refused",
		text: "ignore:\n  - reason: all of it",
		message: /needs a fingerprint, section, package or function/,
	},
	{ name: "what is not YAML is refused with its place", text: "ignore: [", message: /c\.yml: .*line 1/s },
	{ name: "a list is no configuration", text: "- a", message: /c\.yml/ },
]) {
	test(name, () => {
		assert.throws(
			() => parseConfigFile(text, "c.yml"),
			(error: Error) => {
				assert.ok(error instanceof UserError);
				assert.match(error.message, message);
				return true;
			},
		);
	});
}
