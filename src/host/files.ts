import { rmSync } from "node:fs";
import { access, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "./host.ts";

/** Temporary folders that exist now; removed at the latest when the process exits. */
const temporaryFolders = new Set<string>();

process.on("exit", () => {
	for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
});

/** The real file system. */
export const localFiles: Files = {
	async readText(path) {
		try {
			return await readFile(path, "utf8");
		} catch {
			return null;
		}
	},
	async writeText(path, text) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	},
	async exists(path) {
		return access(path).then(
			() => true,
			() => false,
		);
	},
	async realPath(path) {
		return realpath(path);
	},
	async list(path) {
		try {
			return (await readdir(path)).sort();
		} catch {
			return [];
		}
	},
	async withTemporaryFolder(name, use) {
		const folder = await realpath(await mkdtemp(join(tmpdir(), `go-race-audit-${name}-`)));
		temporaryFolders.add(folder);
		try {
			return await use(folder);
		} finally {
			await rm(folder, { recursive: true, force: true });
			temporaryFolders.delete(folder);
		}
	},
};
