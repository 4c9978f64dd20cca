import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { eventsOf, recordings } from "./recordings.ts";

for (const { name, text } of recordings) {
	test(`${name}: gives the events written beside it`, () => {
		const golden = new URL(`../recordings/parse/${name}.jsonl`, import.meta.url);
		const events = eventsOf([Buffer.from(text)])
			.map((event) => `${JSON.stringify(event)}\n`)
			.join("");
		if (process.env.UPDATE_GOLDENS) writeFileSync(golden, events);
		assert.ok(existsSync(golden), "no golden: run `npm run test:update` and read what it wrote");
		assert.equal(events, readFileSync(golden, "utf8"));
	});
}
