import { measure } from "./measure.ts";
import type { Part } from "./result.ts";

const row = /^(.+?)\s+(\d+) MB\/s\s+([\d.]+) s CPU\s+(\d+) MB RSS\s+([\d.]+) × ours' time$/gm;

/** The parser beside gotestsum, tparse and a bare JSON.parse of each line: bench/parse. */
export const parse: Part = {
	title: "The parser, beside gotestsum, tparse and a bare JSON.parse of each line",
	async measure({ quick, say }) {
		const megabytes = quick ? 60 : 300;
		say(`${megabytes} MB of go test -json, each reader in turn`);
		const args = ["bench/parse/run.ts", String(megabytes), quick ? "2" : "5"];
		const { stdout, status } = await measure(process.execPath, args, { keepOutput: true });
		if (status !== 0) throw new Error(`bench/parse/run.ts ended with ${status}`);
		const figures = [...stdout.matchAll(row)].flatMap(([, name, speed, cpu, memory, ratio]) => [
			{ name: `${name}: MB a second`, value: Number(speed), unit: "MB/s" },
			{ name: `${name}: processor`, value: Number(cpu), unit: "CPU s" },
			{ name: `${name}: peak memory`, value: Number(memory), unit: "MB" },
			...(name === "ours" ? [] : [{ name: `ours over ${name}`, value: 1 / Number(ratio), unit: "×" }]),
		]);
		return { figures, plots: [], notes: [`${megabytes} MB; best of several rounds`] };
	},
};
