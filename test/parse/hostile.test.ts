import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutputReader } from "#parse/output-reader.ts";
import { eventsOf, incidentsOf, recordings } from "./recordings.ts";

const race = recordings.find(({ name }) => name === "go-run-race")?.text ?? "";

test("a line of 50 MB is survived, and a report glued to its end is read", () => {
	const reader = createOutputReader((event) => events.push(event.type));
	const events: string[] = [];
	const block = Buffer.alloc(1 << 20, "x");
	for (let megabytes = 0; megabytes < 50; megabytes++) reader.push(block);
	reader.push(Buffer.from(race));
	reader.end();
	assert.deepEqual(events, ["incident"]);
});

test("lines made to be slow for a pattern are read in time", () => {
	const cases = [
		`Observed a panic: ${" (".repeat(200_000)}`,
		`panic: ${"goroutine 1 [".repeat(60_000)}`,
		`WARNING: DATA RACE ${"Previous write by ".repeat(40_000)}`,
		`panic: x\n${"  (".repeat(300_000)})`,
		`panic: x\n\ngoroutine 1 [running]:\n${"a:1".repeat(250_000)}`,
		`panic: x\n\ngoroutine 1 [running]:\nmain.f(${"(".repeat(300_000)})\n`,
		`{"msg":"panic","stack":"${"goroutine 1 [x]:\\\\n".repeat(40_000)}"}`,
		`| panic: ${" |".repeat(300_000)} x`,
		`panic: x ${"\r".repeat(500_000)}x\r`,
		`http: panic serving ${"recovered panic: ".repeat(40_000)}`,
		`${"SIGQUIT: quit ".repeat(40_000)}`,
		`panic ${"[[0;".repeat(150_000)}`,
	];
	for (const text of cases) {
		const started = performance.now();
		eventsOf([Buffer.from(text)]);
		const seconds = (performance.now() - started) / 1000;
		assert.ok(seconds < 5, `${text.slice(0, 40)}…: ${seconds.toFixed(1)} s`);
	}
});

test("test2json: a line split over events is one line, at the number of its first event", () => {
	const event = (Output: string) =>
		`{"Time":"2026-01-01T00:00:00.1Z","Action":"output","Package":"p","Test":"TestÄ/é","Output":${JSON.stringify(Output)}}\n`;
	const text =
		["progress ", "WARNING: DATA", " RACE\n"].map(event).join("") +
		race
			.split("\n")
			.slice(2, 8)
			.map((line) => event(`${line}\n`))
			.join("");
	const [incident] = incidentsOf(text);
	assert.equal(incident?.line, 1);
	assert.equal(incident?.test, "TestÄ/é");
	assert.equal(incident?.package, "p");
});

test("test2json: what a test prints cannot end or forge an incident of another package", () => {
	const event = (Package: string, Output: string) =>
		`${JSON.stringify({ Action: "output", Package, Test: "TestX", Output })}\n`;
	const lines = race.split("\n").slice(0, 8);
	const text = lines.map((line) => event("a", `${line}\n`) + event("b", "==================\n")).join("");
	const incidents = incidentsOf(text);
	assert.equal(incidents.length, 1);
	assert.equal(incidents[0]?.package, "a");
});
