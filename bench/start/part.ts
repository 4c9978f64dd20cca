import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { measure } from "../measure.ts";
import { writeStream } from "../parse/generate.ts";
import { type Figure, median, type Part } from "../result.ts";

/** Start-up of the command line, size of what is installed, and memory. */
export const start: Part = {
	title: "Start-up, size and memory",
	async measure({ quick, say, folder }) {
		const rounds = quick ? 5 : 21;
		say("start-up");
		const figures: Figure[] = [];
		for (const node of nodes()) {
			const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
			const started = await samples(rounds, node, ["dist/cli.js", "--version"]);
			const bare = await samples(rounds, node, ["--version"]);
			figures.push(
				{ name: `start-up (--version) on Node ${version}`, value: started, unit: "s" },
				{ name: `Node ${version} alone`, value: bare, unit: "s" },
			);
		}
		for (const [front, files] of filesOfFronts()) {
			const sum = (size: (path: string) => number) => files.reduce((all, path) => all + size(path), 0) / 1000;
			figures.push(
				{ name: `dist: ${front}`, value: sum((path) => statSync(path).size), unit: "kB" },
				{
					name: `dist: ${front}, compressed`,
					value: sum((path) => gzipSync(readFileSync(path)).length),
					unit: "kB",
				},
			);
		}
		for (const megabytes of quick ? [10, 40] : [10, 100, 400]) {
			say(`parse of ${megabytes} MB`);
			const file = join(folder, `${megabytes}.json`);
			writeStream(file, megabytes * 1e6);
			const { peakMb } = await measure(process.execPath, ["dist/cli.js", "parse", file]);
			figures.push({ name: `peak memory of parse, ${megabytes} MB`, value: peakMb, unit: "MB" });
		}
		return { figures, plots: [], notes: ["start-up: median of several runs"] };
	},
};

/** The files of dist by front; the command line is split, so that a command loads a part of it. */
function filesOfFronts(): Map<string, string[]> {
	const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".js"),
	);
	return Map.groupBy(
		files.map((file) => join("dist", file)),
		(path) => path.split(sep)[1]?.replace(".js", "") ?? "",
	);
}

/** This Node, and the one on the user's own PATH where it is another. */
function nodes(): string[] {
	const others = (process.env.PATH ?? "")
		.split(":")
		.filter((path) => !path.includes("node_modules"))
		.map((path) => join(path, "node"));
	const other = others.find((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
	return other === undefined ? [process.execPath] : [process.execPath, other];
}

async function samples(rounds: number, program: string, args: readonly string[]): Promise<number> {
	const walls: number[] = [];
	for (let round = 0; round < rounds; round++) walls.push((await measure(program, args)).wall);
	return median(walls);
}
