import { measure } from "./measure.ts";
import type { Part } from "./result.ts";

interface Row {
	scenario: string;
	peer: string;
	wall: number;
	cpu: number;
	ratio: number;
}

/** The lint beside go vet and staticcheck: bench/lint. */
export const lint: Part = {
	title: "The lint, beside go vet and staticcheck on golang.org/x/tools (209 packages)",
	async measure({ quick, say }) {
		say("go vet, the lint and staticcheck in turn");
		const flags = quick ? ["--rounds", "1", "--quick"] : ["--rounds", "5"];
		const args = ["bench/lint/main.ts", "--json", ...flags];
		const { stdout, status } = await measure(process.execPath, args, { keepOutput: true });
		if (status !== 0) throw new Error(`bench/lint/main.ts ended with ${status}`);
		const { rows } = JSON.parse(stdout) as { rows: Row[] };
		return {
			figures: rows.flatMap(({ scenario, peer, wall, cpu, ratio }) => [
				{ name: `${scenario}: ${peer}`, value: wall, unit: "s" },
				{ name: `${scenario}: ${peer}, processor`, value: cpu, unit: "CPU s" },
				...(peer === "lint" ? [{ name: `${scenario}: lint over go vet`, value: ratio, unit: "×" }] : []),
			]),
			plots: [],
			notes: [
				"unchanged: nothing has changed since the last run; changed: a file that most packages depend on; empty: no results are kept, packages are compiled",
			],
		};
	},
};
