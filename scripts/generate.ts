import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { actionYml } from "./action-yml.ts";
import { architecturePage } from "./architecture-page.ts";
import { guideIndexModule } from "./guide-index.ts";
import { guideReadme } from "./guide-readme.ts";
import { performancePages } from "./performance-page.ts";
import { readme } from "./readme-tables.ts";
import { reportSchema } from "./report-schema.ts";

/** Every file that is generated, or has a generated part, by its path from the repository root. */
const generated: Record<string, string> = {
	"src/text/guide-index.generated.ts": guideIndexModule(),
	"schema/report-v1.json": reportSchema(),
	"action.yml": actionYml(),
	"README.md": readme(),
	"docs/architecture.md": await architecturePage(),
	"guide/en/README.md": guideReadme("en"),
	"guide/vi/README.md": guideReadme("vi"),
	...performancePages(),
};

const check = process.argv.includes("--check");
for (const [path, text] of Object.entries(generated)) {
	if (!check) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	} else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
		console.error(`${path} is stale: run npm run generate`);
		process.exitCode = 1;
	}
}
