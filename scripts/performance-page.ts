import { existsSync, readFileSync } from "node:fs";
import { show } from "../bench/compare.ts";
import type { Figure, PartResult, Results } from "../bench/result.ts";
import { plotSvg } from "./plot.ts";

const source = "docs/performance.json";

/** docs/performance.md and its plots, from the committed results of the benchmark, by path. */
export function performancePages(): Record<string, string> {
	if (!existsSync(source)) return {};
	const results = JSON.parse(readFileSync(source, "utf8")) as Results;
	const parts = Object.entries(results.parts);
	const plots = parts.flatMap(([name, { plots: drawn }]) =>
		drawn.map((plot, index) => [plotPath(name, index), plotSvg(plot)]),
	);
	return { "docs/performance.md": page(results), ...Object.fromEntries(plots) };
}

function plotPath(part: string, index: number): string {
	return `docs/performance/${part}-${index + 1}.svg`;
}

function page({ machine, parts }: Results): string {
	const { processors, model, go, node } = machine;
	const head = [
		"# Performance",
		"",
		"<!-- written by `npm run generate` from docs/performance.json -->",
		"",
		`Measured on ${processors} × ${model}, ${go}, Node ${node}. \`npm run bench -- --output docs/performance.json\` measures it again, \`npm run bench -- lint parse\` only some parts, \`--quick\` takes less than five minutes, \`--compare a.json b.json\` sets two results side by side. What a machine gives in seconds another does not; the ratios are of runs in turn on one machine.`,
	];
	return `${[...head, ...Object.entries(parts).flatMap(([name, part]) => section(name, part))].join("\n")}\n`;
}

function section(name: string, part: PartResult): string[] {
	const { title, commit, at, quick, figures, plots, notes, failed } = part;
	if (failed !== null) return ["", `## ${title}`, "", `Could not be measured: ${failed.split("\n")[0]}`];
	const rows = figures.map(
		(figure) => `| ${figure.name} | ${show(figure.value)} ${figure.unit} | ${verdict(figure)} |`,
	);
	const table = rows.length === 0 ? [] : ["", "| | measured | must be |", "|---|---|---|", ...rows];
	const images = plots.flatMap((plot, index) => [
		"",
		`![${plot.title}](${plotPath(name, index).replace("docs/", "")})`,
	]);
	const when = `measured at commit ${commit.slice(0, 12)} on ${at.slice(0, 10)}`;
	const asides = [...notes, ...(quick ? ["a quick run: few rounds on little work"] : []), when];
	const said = ["", asides.map(sentence).join(" ")];
	return ["", `## ${title}`, ...table, ...said, ...images];
}

function verdict({ value, limit }: Figure): string {
	if (limit === undefined) return "";
	return value <= limit ? `≤ ${limit}` : `≤ ${limit}, **missed**`;
}

function sentence(note: string): string {
	// A module's path keeps its case.
	return `${note.replace(/^[a-z]+(?=[ ,:])/, (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)}.`;
}
