import assert from "node:assert/strict";
import { test } from "node:test";
import { Incident } from "#domain/incident.ts";
import { transform, transformations } from "./carriers.ts";
import { eventsOf, recordings } from "./recordings.ts";

/** A small generator of numbers that gives the same run for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
	};
}

type Mutate = (lines: string[], next: (below: number) => number) => void;

const mutations: readonly Mutate[] = [
	(lines, next) => lines.splice(next(lines.length), 1 + next(4)),
	(lines, next) => lines.splice(next(lines.length), 0, lines[next(lines.length)] ?? ""),
	(lines, next) => {
		const [a, b] = [next(lines.length), next(lines.length)];
		[lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
	},
	(lines, next) => {
		const at = next(lines.length);
		lines[at] = (lines[at] ?? "").slice(0, next(80));
	},
	(lines, next) => {
		const at = next(lines.length);
		const text = lines[at] ?? "";
		const cut = next(text.length + 1);
		lines[at] =
			text.slice(0, cut) +
			String.fromCharCode(next(2) ? next(128) : next(65_536)) +
			text.slice(cut + next(3));
	},
	(lines, next) =>
		lines.splice(
			next(lines.length),
			0,
			"(".repeat(next(400)),
			"[".repeat(next(400)),
			" ".repeat(next(4_000)),
		),
	(lines, next) => {
		const at = next(lines.length);
		lines[at] = `${lines[at]}${lines[at + 1] ?? ""}`;
	},
];

test("mutated recordings: no throw, nothing malformed, no lost order, no hang", () => {
	const next = random(20_260_101);
	for (let round = 0; round < 600; round++) {
		const recording = recordings[next(recordings.length)];
		const lines = (recording?.text ?? "").split("\n");
		for (let count = 1 + next(8); count > 0; count--) mutations[next(mutations.length)]?.(lines, next);
		const carrier = transformations[next(transformations.length * 2)];
		const text = carrier ? transform(lines.join("\n"), carrier) : lines.join("\n");
		const started = performance.now();
		let last = 0;
		for (const event of eventsOf([Buffer.from(text)])) {
			if (event.type !== "incident") continue;
			Incident.parse(event.incident);
			assert.ok(event.incident.line >= last, `${recording?.name}, round ${round}: out of order`);
			last = event.incident.line;
		}
		assert.ok(performance.now() - started < 5_000, `${recording?.name}, round ${round}: took too long`);
	}
});

test("any bytes: no throw", () => {
	const next = random(7);
	for (let round = 0; round < 200; round++) {
		const bytes = Uint8Array.from({ length: next(5_000) }, () => next(256));
		eventsOf([bytes]);
	}
});
