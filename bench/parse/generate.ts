import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

const recording = new URL("../../test/recordings/parse/race-in-tests.json.log", import.meta.url);
const packages = 97;
const quietLines = 250;

/** Writes a `go test -json` stream of so many bytes: a recorded run under many package names, with ordinary output between. */
export function writeStream(file: string, bytes: number): void {
	const run = readFileSync(recording, "utf8");
	const output = openSync(file, "w");
	for (let written = 0, round = 0; written < bytes; round++) {
		const name = `example.com/programs/p${round % packages}`;
		const text = run.replaceAll("example.com/programs/races", name) + quiet(name);
		written += writeSync(output, text);
	}
	closeSync(output);
}

function quiet(name: string): string {
	let text = "";
	for (let index = 0; index < quietLines; index++) {
		const event = {
			Time: `2026-11-23T03:01:58.${700_000_000 + index * 37}Z`,
			Action: "output",
			Package: name,
			Test: `TestHandler/case_${index % 7}`,
			Output: `    handler_test.go:${index}: answered "GET /${index}" in ${index * 3}ms with status 200\n`,
		};
		text += `${JSON.stringify(event)}\n`;
	}
	return text;
}
