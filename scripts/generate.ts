import { readFileSync, writeFileSync } from "node:fs";
import { guideIndexModule } from "./guide-index.ts";

/** Every generated file of src/text, by its path from the repository root. */
const generated = { "src/text/guide-index.generated.ts": guideIndexModule() };

const check = process.argv.includes("--check");
for (const [path, text] of Object.entries(generated)) {
	if (!check) writeFileSync(path, text);
	else if (readFileSync(path, "utf8") !== text) {
		console.error(`${path} is stale: run npm run generate`);
		process.exitCode = 1;
	}
}
