import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestContext } from "node:test";
import { execa } from "execa";

/** The tests' own cache folder, so that the lint is built once for all of them. */
const cache = resolve("node_modules/.cache/go-race-audit");

/** How a run ended. */
export interface Done {
	exitCode: number | undefined;
	stdout: string;
	stderr: string;
}

/** Runs the committed dist/cli.js as a user would, with the first `node` of PATH; never throws. */
export async function runCli(
	args: readonly string[],
	options: { cwd?: string; env?: Record<string, string>; input?: string; node?: string } = {},
): Promise<Done> {
	const { exitCode, stdout, stderr } = await execa(
		options.node ?? process.execPath,
		[resolve("dist/cli.js"), ...args],
		{
			cwd: options.cwd ?? process.cwd(),
			env: { GO_RACE_AUDIT_CACHE: cache, NO_COLOR: "1", ...options.env },
			input: options.input ?? "",
			reject: false,
		},
	);
	return { exitCode, stdout, stderr };
}

/** A fresh folder that is gone after the test, holding a copy of `from` when given. */
export function temporaryFolder(t: TestContext, from?: string): string {
	const folder = mkdtempSync(join(tmpdir(), "audit-test-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	if (from !== undefined) cpSync(from, folder, { recursive: true });
	return folder;
}

/** Makes a folder a git repository with all its files in one commit on main. */
export async function commitAll(folder: string, message: string): Promise<void> {
	const git = (...args: string[]) =>
		execa("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: folder });
	await git("init", "-q", "-b", "main");
	await git("add", "-A");
	await git("commit", "-q", "-m", message);
}
