import { defineConfig } from "rolldown";

/** One ESM file a front, not minified, so that a reviewer can read what runs. */
const fronts = {
	cli: "src/cli/main.ts",
	action: "src/action/main.ts",
	publish: "src/publish-action/main.ts",
	bot: "src/bot-action/main.ts",
	server: "src/server/main.ts",
};

import { existsSync } from "node:fs";
export default Object.entries(fronts)
	.filter(([, input]) => existsSync(input))
	.map(([name, input]) =>
		defineConfig({
			input: { [name]: input },
			platform: "node",
			output: {
				dir: "dist",
				format: "esm",
				entryFileNames: "[name].js",
				codeSplitting: false,
				comments: false,
			},
		}),
	);
