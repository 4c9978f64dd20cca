import { readFileSync } from "node:fs";
import type { PartResult, Results } from "./result.ts";

/** Prints the figures of two results files side by side, with the ratio of the second to the first. */
export function compare(before: string, after: string): void {
	const [a, b] = [before, after].map((path) => JSON.parse(readFileSync(path, "utf8")) as Results);
	if (a === undefined || b === undefined) return;
	console.log(`${before} and ${after}`);
	for (const name of new Set([...Object.keys(a.parts), ...Object.keys(b.parts)])) {
		comparePart(name, a.parts[name], b.parts[name]);
	}
}

function comparePart(name: string, old: PartResult | undefined, fresh: PartResult | undefined): void {
	if (old === undefined || fresh === undefined) {
		console.log(`\n${name}: only in the ${old === undefined ? "second" : "first"}`);
		return;
	}
	const commits = [old, fresh].map(({ commit }) => commit.slice(0, 12)).join(" and ");
	console.log(`\n${name} (${commits})${old.quick === fresh.quick ? "" : ", one of them quick"}`);
	for (const { name: figure, value, unit } of fresh.figures) {
		const known = old.figures.find((one) => one.name === figure);
		if (known === undefined) continue;
		const values = `${show(known.value)} → ${show(value)} ${unit}`;
		console.log(`  ${figure.padEnd(64)} ${values.padEnd(30)} ${(value / known.value).toFixed(2)} ×`);
	}
}

/** A number with three digits that say something. */
export function show(value: number): string {
	if (Number.isInteger(value)) return String(value);
	return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
