import type { Stats } from "node:fs";
import { access, chmod, chown, constants, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { userError } from "#text/user-error.ts";
import { makeFolder, useFolder } from "./temporary-folders.ts";

interface Move {
	from: string;
	to: string;
}

/**
 * Gives files new texts. Whatever ends us, no file is ever half of its new text, and none changes before all new texts
 * are on the disk.
 */
export async function replaceTexts(
	texts: readonly (readonly [path: string, text: string])[],
	ready: readonly Move[] = [],
): Promise<void> {
	const [next, ...rest] = texts;
	if (next === undefined) {
		for (const { from, to } of ready) await rename(from, to);
		return;
	}
	const [path, text] = next;
	const unwritten = (error: Error): never => {
		throw userError("unwritable", { name: path, detail: error.message });
	};
	const before = await stat(path).catch(() => null);
	if (before !== null) await access(path, constants.W_OK).catch(unwritten);
	// Beside the file, because only within one file system a rename is a single step.
	const folder = await makeFolder("replace", dirname(path)).catch(unwritten);
	await useFolder(folder, async () => {
		const fresh = join(folder, "text");
		await writeAs(before, fresh, text).catch(unwritten);
		await replaceTexts(rest, [...ready, { from: fresh, to: path }]);
	});
}

/** Writes a file with the owner and the mode of the one that was there. */
async function writeAs(before: Stats | null, path: string, text: string): Promise<void> {
	await writeFile(path, text, { flush: true });
	if (before === null) return;
	// Only root may give a file away.
	await chown(path, before.uid, before.gid).catch(() => {});
	await chmod(path, before.mode & 0o7777);
}
