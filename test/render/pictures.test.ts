import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { recordedExample } from "#scripts/example-report.ts";
import { pictureSources, pictures, takePicture } from "#scripts/pictures.ts";
import { launchChromium } from "#test/support/chromium.ts";

const example = recordedExample();
const folder = "docs/pictures";

test("the pictures of the README are of what is shown today", () => {
	const made = JSON.parse(readFileSync(`${folder}/sources.json`, "utf8"));
	const advice =
		"the pictures are stale: look at what changed, then npm run screenshots (-- --audit after a change of the example)";
	assert.deepEqual(pictureSources(example), made, advice);
});

test("the README shows every picture that it has, and no other", () => {
	const named = readFileSync("README.md", "utf8").match(/docs\/pictures\/[\w-]+\.png/g) ?? [];
	const shown = pictures.filter(({ inReadme }) => inReadme !== "no");
	const files = shown.flatMap(({ name }) =>
		["light", "dark"].map((theme) => `${folder}/${name}-en-${theme}.png`),
	);
	assert.deepEqual([...new Set(named)].sort(), files.sort());
	for (const file of files) assert.ok(existsSync(file), file);
});

test("what the pictures are made of names no machine", () => {
	assert.doesNotMatch(JSON.stringify(example), /\/(?:work|root|tmp)\/(?!go-race-audit)/);
});

test("every picture can be taken, and is not empty", { timeout: 120_000 }, async (t) => {
	const browser = await launchChromium();
	t.after(() => browser.close());
	for (const picture of pictures) {
		const source = picture.source(example, "vi");
		const png = await takePicture(browser, { picture, source, theme: "dark", whole: true });
		assert.equal(png.readUInt32BE(16), picture.width, picture.name);
		assert.ok(png.readUInt32BE(20) > 300, `${picture.name} is ${png.readUInt32BE(20)} high`);
		assert.ok(png.length > 20_000, `${picture.name} has ${png.length} bytes`);
	}
});
