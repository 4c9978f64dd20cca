import { t as userError } from "./user-error.js";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
// src/cli/write-result.ts
async function writeResult(text, options) {
	const { output } = options;
	if (typeof output === "string") {
		await writeFile(output, text).catch((error) => {
			throw userError("unwritable", {
				name: output,
				detail: error.message
			});
		});
		return;
	}
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
export { writeResult as t };
