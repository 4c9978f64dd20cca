import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "#host/local-host.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { resolveSettings } from "#plan/settings.ts";
import { temporaryFolder } from "#test/support/built-cli.ts";

test("a folder that go cannot list is a gap, and the others are still tested", async (t) => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, "go.mod"), "module example.com/m\n\ngo 1.24\n");
	for (const name of ["good", "with a blank"]) {
		mkdirSync(join(folder, name));
		writeFileSync(join(folder, name, "a.go"), "package a\n");
	}
	const settings = resolveSettings({}, { ignore: [] }, folder);
	const { plan, gaps } = await planAudit(settings, localHost(new AbortController().signal));
	assert.deepEqual(
		plan.modules.map(({ patterns, packages }) => [patterns, packages.map((one) => one.importPath)]),
		[[["./..."], ["example.com/m/good"]]],
	);
	assert.match(gaps.map(({ message }) => message).join(), /with a blank/);
});

test("a pattern that looks like a flag is none", async (t) => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, "go.mod"), "module example.com/m\n\ngo 1.24\n");
	writeFileSync(join(folder, "a.go"), "package a\n");
	const packages = [`-o=${join(folder, "made")}`, "-toolexec=false", "--", "."];
	const settings = resolveSettings({ packages }, { ignore: [] }, folder);
	const { plan } = await planAudit(settings, localHost(new AbortController().signal));
	assert.deepEqual(
		plan.modules.map(({ patterns }) => patterns),
		[["."]],
	);
});
