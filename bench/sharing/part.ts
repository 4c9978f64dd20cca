import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import { measure } from "../measure.ts";
import { fetchModule, smallModule } from "../real-modules.ts";
import type { Part } from "../result.ts";

/** Whether tests and lint share one build: what each compiles from an empty cache, alone and after the other. */
export const sharing: Part = {
	title: "Tests and lint share one build",
	async measure({ quick, say, folder }) {
		const cwd = fetchModule(smallModule, folder);
		const tool = join(folder, "lint");
		execFileSync("go", ["build", "-o", tool, "."], { cwd: resolve("lint"), stdio: "ignore" });
		const inCache = (name: string) => ({ cwd, env: { ...process.env, GOCACHE: join(folder, name) } });
		const test = (cache: string) => measure("go", ["test", "-race", "-run=^$", "./..."], inCache(cache));
		const lint = (cache: string, race = true) =>
			measure(
				tool,
				[`-race=${race}`, `-cache=${join(folder, `results-${cache}-${race}`)}`, "./..."],
				inCache(cache),
			);
		const outputs = (cache: string) => globSync(join(folder, cache, "??", "*-d")).length;

		say("tests from an empty cache");
		const testAlone = await test("a");
		const built = outputs("a");
		say("the lint after them");
		const lintAfter = await lint("a");
		const added = outputs("a") - built;
		const figures = [
			{ name: "go test -race -run=^$, empty cache", value: testAlone.cpu, unit: "CPU s" },
			{ name: "lint after it", value: lintAfter.cpu, unit: "CPU s" },
			{ name: "outputs in Go's cache after the tests", value: built, unit: "files" },
			{ name: "outputs that the lint added", value: added, unit: "files" },
		];
		if (!quick) {
			say("the lint from an empty cache");
			const lintAlone = await lint("b");
			say("the lint without -race after the tests");
			const lintApart = await lint("a", false);
			say("both at once from an empty cache");
			const [testBeside, lintBeside] = await Promise.all([test("c"), lint("c")]);
			const atOnce = testBeside.cpu + lintBeside.cpu;
			figures.push(
				{ name: "lint alone, empty cache", value: lintAlone.cpu, unit: "CPU s" },
				{ name: "lint with another build (no -race) after the tests", value: lintApart.cpu, unit: "CPU s" },
				{ name: "both begun together, empty cache", value: atOnce, unit: "CPU s" },
			);
		}
		return {
			figures,
			plots: [],
			notes: [`${smallModule}; the lint loads the export data that the tests' build left`],
		};
	},
};
