import { existsSync } from "node:fs";
import { measure } from "./measure.ts";
import type { Measured, Part } from "./result.ts";

const script = "bench/effort/run.ts";

/** What each effort costs and finds: bench/effort, whose last line is what it measured, as JSON. */
export const effort: Part = {
	title: "What each effort costs",
	async measure({ quick, say }): Promise<Measured> {
		if (!existsSync(script)) return { figures: [], plots: [], notes: [`there is no ${script}`] };
		say("quick, standard and deep");
		const args = [script, "--json", ...(quick ? ["--quick"] : [])];
		const { stdout, status } = await measure(process.execPath, args, { keepOutput: true });
		if (status !== 0) throw new Error(`${script} ended with ${status}`);
		return { plots: [], notes: [], ...JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") };
	},
};
