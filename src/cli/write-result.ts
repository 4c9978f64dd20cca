import { once } from "node:events";
import { access, constants, realpath, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "#domain/user-error.ts";
import { localFiles } from "#host/files.ts";
import { userError } from "#text/user-error.ts";
import type { ParsedOptions } from "./command-options.ts";

/** Writes a result to --output, else to standard output, where it also goes when --output cannot be written. */
export async function writeResult(text: string, { output }: ParsedOptions): Promise<void> {
	if (typeof output !== "string") return print(text);
	try {
		await writeWhole(output, text);
	} catch (error) {
		await print(text);
		throw userError("result-printed", { fault: unwritable(output, error as Error).words });
	}
}

/** Throws a UserError where --output leads into no folder: better before the work than after it. */
export async function checkOutput({ output }: ParsedOptions): Promise<void> {
	if (typeof output !== "string") return;
	await access(dirname(output)).catch((error: Error) => {
		throw unwritable(output, error);
	});
}

async function print(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** In one step, so that no file is ever half a result; a device is written, and so is a file whose folder is locked. */
async function writeWhole(output: string, text: string): Promise<void> {
	const path = await realpath(output).catch(() => output);
	const [found, isLocked] = await Promise.all([
		stat(path).catch(() => null),
		access(dirname(path), constants.W_OK).then(
			() => false,
			() => true,
		),
	]);
	if (isLocked || found?.isFile() === false) await writeFile(path, text);
	else await localFiles.replaceTexts([[path, text]]);
}

function unwritable(name: string, error: Error): UserError {
	return error instanceof UserError ? error : userError("unwritable", { name, detail: error.message });
}
