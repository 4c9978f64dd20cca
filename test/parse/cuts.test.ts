import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, recordings } from "./recordings.ts";

/** The lines at which an incident or a gap was told of. */
function toldLines(text: string): Set<number> {
	const lines = new Set<number>();
	for (const event of eventsOf([Buffer.from(text)])) {
		if (event.type === "incident") lines.add(event.incident.line);
		if (event.type === "gap") lines.add(event.line);
	}
	return lines;
}

test("cut after any line: an incident that began is told of, if only as a gap", () => {
	for (const { name, text } of recordings) {
		const incidents = eventsOf([Buffer.from(text)]).flatMap((each) =>
			each.type === "incident" ? [each.incident] : [],
		);
		const lines = text.split("\n");
		const step = Math.max(1, Math.floor(lines.length / 60));
		for (let kept = 1; kept <= lines.length; kept += step) {
			const told = toldLines(lines.slice(0, kept).join("\n"));
			for (const { line, kind, recovered } of incidents.map((each) => ({ recovered: false, ...each }))) {
				// A signal's and a handler's first lines say nothing without the stack below them.
				const isSentence = kind === "signal" || recovered;
				if (line <= kept && !isSentence)
					assert.ok(told.has(line), `${name}: line ${line}, cut after ${kept}`);
			}
		}
	}
});

test("chunked at every byte: the same events", () => {
	for (const { name, text } of recordings) {
		const bytes = Buffer.from(text);
		const want = eventsOf([bytes]);
		const step = Math.max(1, Math.floor(bytes.length / 50));
		for (let at = 0; at < bytes.length; at += step) {
			const got = eventsOf([bytes.subarray(0, at), bytes.subarray(at)]);
			assert.deepEqual(got, want, `${name}: chunked at ${at}`);
		}
		const single = eventsOf(Array.from(bytes, (byte) => Uint8Array.of(byte)));
		assert.deepEqual(single, want, `${name}: byte by byte`);
	}
});

test("UTF-16 with a byte order mark, as PowerShell redirects output: the same events", () => {
	for (const { name, text } of recordings) {
		const little = Buffer.from(`\uFEFF${text}`, "utf16le");
		assert.deepEqual(eventsOf([little]), eventsOf([Buffer.from(text)]), name);
		const halves = [little.subarray(0, 101), little.subarray(101)];
		assert.deepEqual(eventsOf(halves), eventsOf([Buffer.from(text)]), name);
	}
});
