import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { execa } from "execa";

let clone: string;

const run = (program: string, args: readonly string[]) =>
	execa(program, args, { cwd: clone, reject: false, all: true, env: { PATH: process.env.PATH } });
const release = (version: string) => run(process.execPath, ["scripts/release.ts", version]);

before(async () => {
	clone = await mkdtemp(join(tmpdir(), "release-"));
	await execa("git", ["clone", "--quiet", "--depth=1", `file://${resolve(".")}`, clone]);
	await symlink(resolve("node_modules"), join(clone, "node_modules"));
	await writeFile(join(clone, ".git/info/exclude"), "node_modules\n");
	await run("git", ["config", "user.name", "Releaser"]);
	await run("git", ["config", "user.email", "releaser@example.com"]);
});
after(() => rm(clone, { recursive: true }));

test("what is not a version, and a tree with changes, are refused with what to do", async () => {
	assert.match((await release("next")).all, /npm run release -- 0\.1\.0/);
	await writeFile(join(clone, "stray"), "");
	const { all, exitCode } = await release("9.1.0");
	assert.match(all, /the tree has changes/);
	assert.equal(exitCode, 2);
	await rm(join(clone, "stray"));
});

test("a release dates the changelog, links its own guide, is built, and is tagged twice", async () => {
	await writeFile(
		join(clone, "CHANGELOG.md"),
		"# Changelog\n\n## Unreleased\n\n- Something new.\n\n## 0.0.1\n",
	);
	await run("git", ["commit", "--all", "--quiet", "--message=changelog"]);
	const { all, exitCode } = await release("9.1.0");
	assert.equal(exitCode, 0, all);
	assert.match(all, /git push origin \S+ v9\.1\.0 && git push --force origin v9\n?$/);
	assert.match(
		await readFile(join(clone, "CHANGELOG.md"), "utf8"),
		/## Unreleased\n\n## 9\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- Something new\.\n/,
	);
	const printed = await run(process.execPath, ["dist/cli.js", "--version"]);
	assert.equal(printed.stdout, "9.1.0");
	const log = "test/recordings/parse/crash-closed-close.log";
	const explained = await run(process.execPath, ["dist/cli.js", "explain", log]);
	assert.match(explained.stdout, /\/blob\/v9\.1\.0\/guide/);
	assert.equal((await run("git", ["status", "--porcelain", "--untracked-files=no"])).stdout, "");
	const commits = await run("git", ["rev-parse", "HEAD", "v9.1.0^{commit}", "v9^{commit}"]);
	assert.equal(new Set(commits.stdout.split("\n")).size, 1);
	const message = await run("git", ["tag", "--list", "--format=%(contents)", "v9.1.0"]);
	assert.match(message.stdout, /- Something new\./);
	const sums = message.stdout.match(/^[0-9a-f]{64} {2}dist\/.*$/gm) ?? [];
	await writeFile(join(clone, ".git/sums"), `${sums.join("\n")}\n`);
	assert.equal((await run("sha256sum", ["--check", "--quiet", ".git/sums"])).exitCode, 0);
	assert.match((await release("9.1.0")).all, /v9\.1\.0 is a tag already/);
});
