import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { UserError } from "#domain/user-error.ts";
import { findAddedRules, parseConfigFile, readSettings } from "#host/config-file.ts";
import { localHost } from "#host/local-host.ts";
import { commitAll, temporaryFolder } from "#test/support/built-cli.ts";

test("an empty file is an empty configuration", async () => {
	for (const text of ["", "# nothing yet\n"]) {
		assert.deepEqual((await parseConfigFile(text, "c.yml")).ignore, []);
	}
});

test("an ignore entry is read with its reason and last day", async () => {
	const { ignore } = await parseConfigFile(
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
		name: "of several unknown keys each names the nearest one",
		text: "efort: quick\nscop: all",
		message: /^c\.yml: unknown key "efort"; did you mean "effort"\?, "scop"; did you mean "scope"\?$/,
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
	{
		name: "of a file that is no YAML no line is quoted",
		text: "a: 1\n\turl: https://u:secret@example.com\n",
		message: /^(?![\s\S]*secret)/,
	},
	{
		name: "aliases that grow without end are refused",
		text: [
			"a: &a [x,x,x,x,x,x,x,x,x,x]",
			...["b", "c", "d", "e"].map((key, index) => {
				const alias = `*${"abcd"[index]}`;
				return `${key}: &${key} [${Array(10).fill(alias).join()}]`;
			}),
		].join("\n"),
		message: /c\.yml: Excessive alias count/,
	},
	{ name: "lists too deep are refused", text: `packages: ${"[".repeat(9_000)}`, message: /c\.yml: / },
	...["GITHUB_TOKEN", "ACTIONS_RUNTIME_URL", "A NPM_TOKEN", "aws_secret_access_key", "GITHUB_ENV"].map(
		(variable) => ({
			name: `the config file cannot pass ${variable} to the tests`,
			text: `pass-env: ["${variable}"]`,
			message: /pass-env\.0: .*by flag or input/,
		}),
	),
	{
		name: "a glob that is more than a glob is refused",
		text: 'ignore:\n  - package: "+(a|b)"\n    reason: x',
		message: /ignore\.0\.package: .*no brackets/,
	},
	{ name: "a list is no configuration", text: "- a", message: /c\.yml/ },
]) {
	test(name, () =>
		assert.rejects(parseConfigFile(text, "c.yml"), (error: Error) => {
			assert.ok(error instanceof UserError);
			assert.match(error.message, message);
			return true;
		}),
	);
}

test("a config file that is a link out of the repository is refused, whoever names it", async (t) => {
	const folder = temporaryFolder(t);
	const root = join(folder, "repository");
	mkdirSync(join(root, ".github"), { recursive: true });
	writeFileSync(join(folder, "outside.yml"), "effort: deep\n");
	symlinkSync(join(folder, "outside.yml"), join(root, ".github", "race-audit.yml"));
	await commitAll(root, "a link");
	const host = localHost(new AbortController().signal);
	const link = join(root, ".github", "race-audit.yml");
	for (const given of [{}, { config: link }]) {
		await assert.rejects(readSettings(host, root, given), /leads out of the repository/);
	}
	const settings = await readSettings(host, root, { config: join(folder, "outside.yml") });
	assert.equal(settings.effort, "deep");
});

test("the ignore entries that a change adds are told from those of the merge base", async (t) => {
	const root = temporaryFolder(t);
	const entry = (section: string) => `  - section: ${section}\n    reason: known\n`;
	const write = (...sections: string[]) => {
		mkdirSync(join(root, ".github"), { recursive: true });
		writeFileSync(join(root, ".github", "race-audit.yml"), `ignore:\n${sections.map(entry).join("")}`);
	};
	write("race-map");
	await commitAll(root, "base");
	write("race-slice", "race-map");
	const host = localHost(new AbortController().signal);
	const settings = await readSettings(host, root, {});
	const added = await findAddedRules(host, root, "HEAD", settings);
	assert.deepEqual(
		[...added].map(({ section }) => section),
		["race-slice"],
	);
	assert.equal(
		(await findAddedRules(host, root, "HEAD", { ...settings, configFile: "/elsewhere.yml" })).size,
		0,
	);
});

test("variables that hold no credentials may be passed by the config file", async () => {
	const config = await parseConfigFile("pass-env: [DATABASE_URL, MONKEY]", "c.yml");
	assert.deepEqual(config["pass-env"], ["DATABASE_URL", "MONKEY"]);
});
