import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { userError } from "#text/user-error.ts";

/** A large chunk keeps the number of calls into the parser small. */
const chunkBytes = 1024 * 1024;

/** The bytes of a file, or of standard input for "-" and for none. Throws a UserError when it cannot be read or is empty. */
export async function openInput(operand: string | undefined): Promise<Readable> {
	if (operand === undefined || operand === "-") return process.stdin;
	const found = await stat(operand).catch((error: NodeJS.ErrnoException) => {
		throw userError("unreadable", { name: operand, detail: reason(error) });
	});
	if (found.isDirectory()) throw userError("input-is-folder", { name: operand });
	return createReadStream(operand, { highWaterMark: chunkBytes });
}

function reason(error: NodeJS.ErrnoException): string {
	if (error.code === "ENOENT") return "there is no such file";
	return error.code === "EACCES" ? "permission denied" : error.message;
}

/** Throws a UserError when nothing was read. */
export function refuseEmpty(bytes: number, operand: string | undefined): void {
	if (bytes > 0) return;
	const name = operand === undefined || operand === "-" ? "standard input" : operand;
	throw userError("input-empty", { name });
}
