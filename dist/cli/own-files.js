import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
// src/host/own-files.ts
function ownDirectory() {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "lint", "go.mod"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error("the installation is not whole: no lint/go.mod above the program");
		folder = parent;
	}
	return folder;
}
export { ownDirectory as t };
