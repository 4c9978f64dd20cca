import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "#host/local-host.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { resolveSettings } from "#plan/settings.ts";
import { commitAll, temporaryFolder } from "#test/support/built-cli.ts";

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
	assert.match(
		gaps.map(({ message }) => message).join(),
		/go cannot list .*with a blank.*: malformed import path/,
	);
});

test("modules below that end ./... are named, but for those that the go command ignores", async (t) => {
	const folder = temporaryFolder(t);
	for (const module of ["", "nest", "deep/er", "testdata/x", "_examples", "vendor/v"]) {
		mkdirSync(join(folder, module), { recursive: true });
		writeFileSync(join(folder, module, "go.mod"), `module example.com/m/${module || "root"}\n\ngo 1.24\n`);
		writeFileSync(join(folder, module, "a.go"), "package a\n");
	}
	await commitAll(folder, "modules in a module");
	const otherModules = async (...packages: string[]) => {
		const settings = resolveSettings({ packages }, { ignore: [] }, folder);
		return (await planAudit(settings, localHost(new AbortController().signal))).plan.otherModules;
	};
	assert.deepEqual(await otherModules("./..."), ["deep/er", "nest"]);
	assert.deepEqual(await otherModules("."), [], "who names packages wants no others");
	const shard = { packages: ["example.com/m/root"], shard: "1/1" };
	const ofShard = resolveSettings(shard, { ignore: [] }, folder);
	const { plan } = await planAudit(ofShard, localHost(new AbortController().signal));
	assert.deepEqual(plan.otherModules, ["deep/er", "nest"], "as one run would say");
	writeFileSync(join(folder, "go.work"), "go 1.24\n\nuse .\nuse ./nest\n");
	assert.deepEqual(await otherModules("./..."), ["deep/er"]);
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
