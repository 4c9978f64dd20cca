import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { userError } from "#text/user-error.ts";

/** Temporary folders that exist now; removed at the latest when the process exits. */
const folders = new Set<string>();

process.on("exit", () => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The temporary folders of this process that exist now, links resolved. */
export function ownTemporaryFolders(): string[] {
	return [...folders];
}

/** A folder's name tells the machine and process that it belongs to: `/tmp` may be shared by containers. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const ownName = /^go-race-audit-[a-z]+-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-/;

/** Runs `use` with a fresh temporary folder that is gone afterwards; only a kill leaves it, to the next run. */
export async function withTemporaryFolder<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
	const folder = await makeFolder(name);
	try {
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
		folders.delete(folder);
	}
}

let ofProcess: Promise<string> | null = null;

/** A folder that lives as long as this process: for what programs that we kill would leave behind. */
export function folderOfProcess(): Promise<string> {
	ofProcess ??= makeFolder("process");
	return ofProcess;
}

async function makeFolder(name: string): Promise<string> {
	swept ??= sweep();
	await swept;
	const prefix = join(tmpdir(), `go-race-audit-${name}-${machine}-${process.pid}-`);
	const made = await mkdtemp(prefix).catch((error: Error) => {
		throw userError("no-temporary-folder", { folder: tmpdir(), detail: error.message });
	});
	const folder = await realpath(made);
	folders.add(folder);
	return folder;
}

let swept: Promise<void> | null = null;

/** Removes what processes of ours left that were killed. */
async function sweep(): Promise<void> {
	const names = await readdir(tmpdir()).catch(() => []);
	for (const name of names) {
		const { machine: owner, pid } = ownName.exec(name)?.groups ?? {};
		if (owner !== machine || isAlive(Number(pid))) continue;
		await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
	}
}

/** A process of another user is alive too, though it may not be signalled. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
