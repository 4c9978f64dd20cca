import { measure } from "./measure.ts";
import type { Part } from "./result.ts";

/** The last line that bench/effort prints. */
interface Printed {
	stressTime: string;
	found: ({ effort: string; wallSeconds: number; cpuSeconds: number } & Record<string, string | number>)[];
	overhead: { module: string; wallRatio: number; cpuRatio: number };
}

/** What each effort costs and finds: bench/effort. */
export const effort: Part = {
	title: "What each effort costs and finds",
	async measure({ quick, say }) {
		say("quick, standard and deep");
		const args = ["bench/effort/run.ts", ...(quick ? ["1", "10s"] : ["5", "20s"])];
		const { stdout, status } = await measure(process.execPath, args, { keepOutput: true });
		if (status !== 0) throw new Error(`bench/effort/run.ts ended with ${status}`);
		const { found, overhead, stressTime } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Printed;
		const figures = found.flatMap(({ effort: name, wallSeconds, cpuSeconds, ...programs }) => [
			{ name: `${name}: time`, value: wallSeconds, unit: "s" },
			{ name: `${name}: processor`, value: cpuSeconds, unit: "CPU s" },
			...Object.entries(programs).map(([program, hits]) => {
				const [seen = 0, runs = 1] = String(hits).split("/").map(Number);
				return { name: `${name}: finds the race "${program}"`, value: (100 * seen) / runs, unit: "%" };
			}),
		]);
		const over = `standard over quick where nothing is found (${overhead.module})`;
		return {
			figures: [
				...figures,
				{ name: over, value: overhead.wallRatio, unit: "×" },
				{ name: `${over}, processor`, value: overhead.cpuRatio, unit: "×" },
			],
			plots: [],
			notes: [
				`deep repeats tests for ${stressTime}; races that show always, often, seldom, in another order, on one thread, or with a long history only`,
			],
		};
	},
};
