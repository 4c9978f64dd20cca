import { readFileSync } from "node:fs";
import { mergeReports } from "#judge/merge.ts";
import { parseOutput } from "#parse/output-reader.ts";
import { addedLines, parseDiff } from "#plan/diff.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderJobSummary } from "#render/summary.ts";
import { bufferFinding, fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";
import { cpuOf } from "../measure.ts";
import { type Figure, type Line, logLogSlope, type Part } from "../result.ts";

/** One thing that grows, and what is done with it. */
interface Growth {
	name: string;
	unit: string;
	sizes: number[];
	make(size: number): () => unknown;
}

const log = readFileSync("test/recordings/parse/race-in-tests.json.log", "utf8");

const growths: Growth[] = [
	{
		name: "parse by size of the log",
		unit: "MB",
		sizes: [1, 2, 4, 8, 16, 32],
		make: (size) => {
			const text = log.repeat(Math.ceil((size * 1e6) / log.length));
			return () => parseOutput(text);
		},
	},
	{
		name: "render by number of findings",
		unit: "findings",
		sizes: [100, 200, 400, 800, 1600, 3200],
		make: (size) => {
			const report = { ...fullReport, findings: findings(size) };
			return () => [renderJobSummary(report, texts.en), renderSarif(report, texts.en)];
		},
	},
	{
		name: "merge by number of findings, 8 shards",
		unit: "findings",
		sizes: [100, 200, 400, 800, 1600, 3200],
		make: (size) => {
			const all = findings(size);
			const shards = Array.from({ length: 8 }, (_, index) => ({
				...fullReport,
				plan: { ...fullReport.plan, shard: `${index + 1}/8` },
				findings: all.filter((_, place) => place % 8 === index || place % 8 === 0),
			}));
			const [first = fullReport, ...rest] = shards;
			return () => mergeReports([first, ...rest]);
		},
	},
	{
		name: "read a diff by its lines",
		unit: "lines",
		sizes: [5_000, 10_000, 20_000, 40_000, 80_000, 160_000],
		make: (size) => {
			const text = diffOf(size);
			return () => [...parseDiff(text).values()].map((file) => addedLines(file));
		},
	},
];

function findings(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		...bufferFinding,
		fingerprint: index.toString(16).padStart(16, "0"),
		subjects: [`m.v${index}`],
		at: { file: `logger/logger${index % 97}.go`, line: 1 + index, endLine: 1 + index },
	}));
}

function diffOf(lines: number): string {
	const perFile = 500;
	const body = Array.from({ length: perFile }, (_, index) => (index % 5 === 0 ? "+new\n" : " old\n")).join(
		"",
	);
	const old = perFile - perFile / 5;
	return Array.from(
		{ length: lines / perFile },
		(_, index) =>
			`diff --git a/f${index}.go b/f${index}.go\nindex 1111111..2222222 100644\n--- a/f${index}.go\n+++ b/f${index}.go\n@@ -1,${old} +1,${perFile} @@\n${body}`,
	).join("");
}

/** How the middle of the audit grows with what it reads: 1 is linear. */
export const growth: Part = {
	title: "Growth with the log, the findings and the diff",
	async measure({ quick, say }) {
		const figures: Figure[] = [];
		const lines: Line[] = [];
		for (const { name, unit, sizes, make } of growths) {
			say(name);
			const taken = quick ? sizes.slice(0, 4) : sizes;
			const points: [number, number][] = [];
			// The smallest twice: its first run also warms the compiler.
			await cpuOf(3, make(taken[0] ?? 1));
			for (const size of taken) points.push([size, await cpuOf(quick ? 3 : 7, make(size))]);
			figures.push({ name: `slope: ${name}`, value: logLogSlope(points), unit: "", limit: 1.1 });
			const [size = 0, seconds = 0] = points.at(-1) ?? [];
			figures.push({ name: `${name}: ${size} ${unit}`, value: seconds, unit: "CPU s" });
			const smallest = taken[0] ?? 1;
			lines.push({ name, points: points.map(([at, cpu]) => [at / smallest, cpu]) });
		}
		const axes = { x: "times the smallest", y: "CPU seconds", log: true };
		return { figures, plots: [{ title: "Growth", ...axes, lines }], notes: ["best of several rounds"] };
	},
};
