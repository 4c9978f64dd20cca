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
	return useFolder(await makeTemporaryFolder(name), use);
}

let ofProcess: Promise<string> | null = null;

/** A folder that lives as long as this process: for what programs that we kill would leave behind. */
export function folderOfProcess(): Promise<string> {
	ofProcess ??= makeTemporaryFolder("process");
	return ofProcess;
}

async function makeTemporaryFolder(name: string): Promise<string> {
	return makeFolder(name, tmpdir()).catch((error: Error) => {
		throw userError("no-temporary-folder", { folder: tmpdir(), detail: error.message });
	});
}

/** Makes a folder of ours in another, where it first removes what killed runs left. */
export async function makeFolder(name: string, parent: string): Promise<string> {
	await sweepOnce(parent);
	const made = await mkdtemp(join(parent, `go-race-audit-${name}-${machine}-${process.pid}-`));
	const folder = await realpath(made);
	folders.add(folder);
	return folder;
}

/** Runs `use` with a folder that was made, and removes it. */
export async function useFolder<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
	try {
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
		folders.delete(folder);
	}
}

const swept = new Map<string, Promise<void>>();

function sweepOnce(parent: string): Promise<void> {
	const sweeping = swept.get(parent) ?? sweep(parent);
	swept.set(parent, sweeping);
	return sweeping;
}

/** Removes what processes of ours left that were killed. */
async function sweep(parent: string): Promise<void> {
	const names = await readdir(parent).catch(() => []);
	for (const name of names) {
		const { machine: owner, pid } = ownName.exec(name)?.groups ?? {};
		if (owner !== machine || isAlive(Number(pid))) continue;
		await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
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
