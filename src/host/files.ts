import { access, mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Files } from "./host.ts";
import { withTemporaryFolder } from "./temporary-folders.ts";

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
	withTemporaryFolder,
};
