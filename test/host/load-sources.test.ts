import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { localFiles } from "#host/files.ts";
import { loadSources } from "#host/load-sources.ts";
import { localHost } from "#host/local-host.ts";
import { temporaryFolder } from "#test/support/built-cli.ts";

const host = localHost(new AbortController().signal);

test("what frames, links and //line directives name outside of the repository is not read", async (t) => {
	const folder = temporaryFolder(t);
	const [root, outside] = [join(folder, "repository"), join(folder, "outside")];
	for (const one of [join(root, "sub"), outside]) mkdirSync(one, { recursive: true });
	writeFileSync(join(outside, "secret.go"), "package secret\n");
	writeFileSync(join(root, "a.go"), "package a\n");
	symlinkSync(join(outside, "secret.go"), join(root, "link.go"));
	symlinkSync(outside, join(root, "folder"));
	symlinkSync("/etc/passwd", join(root, "passwd.go"));
	symlinkSync(join(root, "a.go"), join(root, "sub", "inside.go"));
	const named = [
		join(root, "a.go"),
		join(root, "sub", "inside.go"),
		join(root, "link.go"),
		join(root, "folder", "secret.go"),
		join(root, "passwd.go"),
		join(root, "..", "outside", "secret.go"),
		join(outside, "secret.go"),
		"example.com/m/../../outside/secret.go",
	];
	const modules = [{ path: "example.com/m", directory: root }];
	const sources = await loadSources(host, named, { root, modules });
	const read = named.filter((name) => sources.lines(name) !== null);
	assert.deepEqual(read, named.slice(0, 2));
	const beside = sources.neighbours?.(join(root, "a.go")) ?? [];
	assert.deepEqual(
		beside.map((name) => sources.lines(name)),
		[null, null],
	);
});

test("a folder whose name begins with the root's is outside", async (t) => {
	const folder = temporaryFolder(t);
	mkdirSync(join(folder, "repo-secret"));
	mkdirSync(join(folder, "repo"));
	writeFileSync(join(folder, "repo-secret", "x.go"), "package x\n");
	const path = join(folder, "repo-secret", "x.go");
	assert.equal(await localFiles.realPathWithin(path, join(folder, "repo")), null);
	assert.notEqual(await localFiles.realPathWithin(path, folder), null);
	assert.notEqual(await localFiles.realPathWithin(path, "/"), null);
});

test("a checkout of the base in a temporary folder of ours is read, and gone it is not", async (t) => {
	const root = temporaryFolder(t);
	let path = "";
	await localFiles.withTemporaryFolder("base", async (folder) => {
		path = join(folder, "x.go");
		writeFileSync(path, "package x\n");
		const sources = await loadSources(host, [path], { root, modules: [] });
		assert.notEqual(sources.lines(path), null);
	});
	assert.equal(await localFiles.realPathWithin(path, root), null);
});

test("a device that never ends is no text", async () => {
	assert.equal(await localFiles.readText("/dev/zero"), null);
});
