import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const files = fileURLToPath(new URL("../../src/host/files.ts", import.meta.url));
const program = (body: string) =>
	`const { localFiles } = await import(${JSON.stringify(files)}); await localFiles.withTemporaryFolder("base", async (path) => { ${body} });`;

test("what a killed run left the next one removes, and nothing that lives or is another's", async () => {
	const folder = mkdtempSync(join(tmpdir(), "sweep-"));
	const env = { ...process.env, TMPDIR: folder, TEMP: folder };
	const run = (body: string) => ["--input-type=module", "-e", program(body)];
	const hang = run("console.log(path); setInterval(() => {}, 1000); await new Promise(() => {});");
	const start = () =>
		new Promise<{ pid: number; path: string }>((resolve) => {
			const child = spawn(process.execPath, hang, { env, stdio: ["ignore", "pipe", "inherit"] });
			child.stdout.once("data", (chunk) => resolve({ pid: child.pid ?? 0, path: String(chunk).trim() }));
		});
	try {
		const [killed, living] = [await start(), await start()];
		process.kill(killed.pid, "SIGKILL");
		while (isAlive(killed.pid)) await new Promise((resolve) => setTimeout(resolve, 5));
		const others = ["go-race-audit-base-00000000-1-abc", "go-build123", "go-race-audit-mine"];
		for (const name of others) mkdirSync(join(folder, name));
		const { status } = spawnSync(process.execPath, run(""), { env });
		assert.equal(status, 0);
		assert.ok(!existsSync(killed.path), "left by the killed run");
		assert.ok(existsSync(living.path), "of a run that lives");
		assert.equal(readdirSync(folder).filter((name) => others.includes(name)).length, others.length);
		process.kill(living.pid, "SIGKILL");
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
