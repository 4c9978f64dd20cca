import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Compares a rendering with the golden file of that name; `npm run test:update` writes it anew. */
export function assertGolden(name: string, actual: string): void {
	const path = `test/goldens/${name}`;
	if (process.env.UPDATE_GOLDENS === "1") {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, actual);
	}
	assert.ok(existsSync(path), `${path} is missing: run npm run test:update`);
	assert.equal(actual, readFileSync(path, "utf8"), `${path} is stale: run npm run test:update`);
}
