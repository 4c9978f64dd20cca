import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of our own installation: the nearest folder above this file, bundled or not, that holds the lint's go.mod. */
export function ownDirectory(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "lint", "go.mod"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error("the installation is not whole: no lint/go.mod above the program");
		folder = parent;
	}
	return folder;
}
