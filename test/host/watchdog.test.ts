import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const processes = fileURLToPath(new URL("../../src/host/processes.ts", import.meta.url));

/** Two groups end before the kill, one lives: only that one may be killed, with what it started. */
const program = `
const { localProcesses } = await import(${JSON.stringify(processes)});
const { run } = localProcesses(new AbortController().signal);
const shell = (script) => ({ program: "sh", args: ["-c", script], cwd: "/" });
await run(shell("exit 0"));
const living = run(shell("trap '' TERM; sleep 600 & echo $!; wait"), (chunk) => process.stdout.write(chunk));
await run(shell("exit 0"));
await living;
`;

test("what runs for us is killed when we are, by whatever signal", async () => {
	const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const [printed] = await once(child.stdout, "data");
	const pid = Number(String(printed));
	assert.ok(isRunning(pid));
	child.kill("SIGKILL");
	while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
});

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
