import { defineConfig } from "rolldown";

/**
 * One ESM file a front, not minified, so that a reviewer can read what runs. The command line alone is split, for people
 * wait for it: a command loads only what it needs. DIST names another folder, for the test that dist is fresh.
 */
const fronts = {
	cli: "src/cli/main.ts",
	action: "src/action/main.ts",
	cache: "src/action/cache-service.ts",
	publish: "src/publish-action/main.ts",
	bot: "src/bot-action/main.ts",
	server: "src/server/main.ts",
};

export default Object.entries(fronts).map(([name, input]) =>
	defineConfig({
		input: { [name]: input },
		platform: "node",
		// Loaded only where it is used, for it would double the action.
		external: name === "cache" ? [] : [/cache-service\.ts$/],
		output: {
			dir: process.env.DIST ?? "dist",
			format: "esm",
			entryFileNames: "[name].js",
			codeSplitting: name === "cli",
			chunkFileNames: "cli/[name].js",
			paths: (id) => (id.endsWith("cache-service.ts") ? "./cache.js" : id),
			comments: false,
		},
	}),
);
