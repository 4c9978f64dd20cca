import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { userError } from "#text/user-error.ts";
import type { ParsedOptions } from "./command-options.ts";

/** Writes a result to --output, else to standard output. */
export async function writeResult(text: string, options: ParsedOptions): Promise<void> {
	const { output } = options;
	if (typeof output === "string") {
		await writeFile(output, text).catch((error: NodeJS.ErrnoException) => {
			throw userError("unwritable", { name: output, detail: error.message });
		});
		return;
	}
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
