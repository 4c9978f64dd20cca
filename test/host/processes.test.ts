import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { localProcesses } from "#host/processes.ts";

const never = new AbortController().signal;
const shell = (script: string, more = {}) => ({ program: "sh", args: ["-c", script], cwd: "/", ...more });

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** A killed process stays known until its new parent reaps it, so its end is waited for. */
async function untilDead(pid: number): Promise<void> {
	while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("exit code and output are given", async () => {
	const exit = await localProcesses(never).run(shell("echo out; echo err >&2; exit 3"));
	assert.equal(exit.code, 3);
	assert.equal(exit.stdout, "out\n");
	assert.equal(exit.stderr, "err\n");
	assert.equal(exit.ended, "exited");
});

test("a program that does not exist is told apart", async () => {
	const exit = await localProcesses(never).run({ program: "no-such-program-here", args: [], cwd: "/" });
	assert.equal(exit.ended, "not-found");
});

test("past its time limit a program is killed with what it started", async () => {
	const exit = await localProcesses(never).run(shell("sleep 600 & echo $!; wait", { timeoutMs: 300 }));
	assert.equal(exit.ended, "timed-out");
	await untilDead(Number(exit.stdout));
});

test("a silent program is killed, one that goes on printing is not", async () => {
	const silent = await localProcesses(never).run(
		shell("echo x; sleep 600", { idleTimeoutMs: 300 }),
		() => {},
	);
	assert.equal(silent.ended, "timed-out");
	const busy = shell("for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done", { idleTimeoutMs: 10_000 });
	assert.equal((await localProcesses(never).run(busy, () => {})).ended, "exited");
});

test("an interrupt ends the group, and what was printed is kept", async () => {
	const controller = new AbortController();
	const seen: string[] = [];
	const run = localProcesses(controller.signal).run(shell("sleep 600 & echo $!; wait"), (chunk) => {
		seen.push(Buffer.from(chunk).toString());
		controller.abort();
	});
	assert.equal((await run).ended, "interrupted");
	await untilDead(Number(seen.join("")));
});

test("after an interrupt nothing is started", async () => {
	const controller = new AbortController();
	const aborted = once(controller.signal, "abort");
	controller.abort();
	await aborted;
	assert.equal((await localProcesses(controller.signal).run(shell("exit 0"))).ended, "interrupted");
});

test("no token reaches a child", async () => {
	process.env.GITHUB_TOKEN = "a-secret";
	const exit = await localProcesses(never).run(shell("env"));
	delete process.env.GITHUB_TOKEN;
	assert.ok(!exit.stdout.includes("a-secret"));
});

test("what a killed go command leaves lies in a folder of ours, unless the user named one", async () => {
	const { GOTMPDIR } = process.env;
	delete process.env.GOTMPDIR;
	const ours = await localProcesses(never).run(shell('printf %s "$GOTMPDIR"'));
	assert.match(ours.stdout, /go-race-audit-process-[0-9a-f]{8}-\d+-/);
	process.env.GOTMPDIR = "/named";
	const theirs = await localProcesses(never).run(shell('printf %s "$GOTMPDIR"'));
	if (GOTMPDIR === undefined) delete process.env.GOTMPDIR;
	else process.env.GOTMPDIR = GOTMPDIR;
	assert.equal(theirs.stdout, "/named");
});
