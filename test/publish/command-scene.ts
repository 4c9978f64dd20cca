import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { finding, report, sha } from "./scene.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A report about a head, in a file that is gone after the test. */
export function writeReport(t: TestContext, findings = [finding(1, 10)], head = sha("1")): string {
	const folder = mkdtempSync(join(tmpdir(), "publish-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const change = { repository: null, pullRequest: null, base: "main", head, mergeBase: sha("b") };
	const path = join(folder, "report.json");
	writeFileSync(path, JSON.stringify(report(findings, { change })));
	return path;
}

/** Runs `publish` with nothing in its environment but `env` and PATH; `started` is given its process. */
export async function publishFromCommandLine(
	args: string[],
	env: Record<string, string>,
	started: (child: ChildProcess) => void = () => {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = spawn(process.execPath, [main, "publish", ...args], {
		env: { PATH: process.env.PATH ?? "", ...env },
	});
	started(child);
	let [stdout, stderr] = ["", ""];
	child.stdout.on("data", (text) => (stdout += text));
	child.stderr.on("data", (text) => (stderr += text));
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}
