import { access, mkdir, readdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, sep } from "node:path";
import type { Files } from "./host.ts";
import { replaceTexts } from "./replace-texts.ts";
import { ownTemporaryFolders, withTemporaryFolder } from "./temporary-folders.ts";

/** A file of more bytes is not read as text. */
const largestText = 64 * 1024 * 1024;

/** The real file system. */
export const localFiles: Files = {
	async readText(path) {
		try {
			// A link in a stranger's tree may lead to a device that never ends.
			const found = await stat(path);
			return found.isFile() && found.size <= largestText ? await readFile(path, "utf8") : null;
		} catch {
			return null;
		}
	},
	async writeText(path, text) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	},
	replaceTexts,
	async exists(path) {
		return access(path).then(
			() => true,
			() => false,
		);
	},
	async realPath(path) {
		return realpath(path);
	},
	async realPathWithin(path, folder) {
		const [real, ...folders] = await Promise.all(
			[path, folder, ...ownTemporaryFolders()].map((one) => realpath(one).catch(() => null)),
		);
		if (real == null) return null;
		return folders.some(
			(one) => one !== null && `${real}${sep}`.startsWith(one.endsWith(sep) ? one : `${one}${sep}`),
		)
			? real
			: null;
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
