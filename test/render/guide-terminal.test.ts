import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import stringWidth from "string-width";
import { renderGuide } from "#render/guide-terminal.ts";

const plain = (width: number) => ({ colour: false, width, hyperlinks: false });

const chapters = ["en", "vi"].flatMap((language) =>
	readdirSync(`guide/${language}`).map((file) => ({
		name: `${language}/${file}`,
		markdown: readFileSync(`guide/${language}/${file}`, "utf8"),
	})),
);

/** What is code is indented and is copied, so it may be wider than the terminal. */
const isCode = (line: string) => line.startsWith("    ");

for (const width of [60, 100]) {
	test(`at ${width} columns every chapter fits, and no markdown is left of it`, () => {
		for (const { name, markdown } of chapters) {
			const prose = renderGuide(markdown, plain(width))
				.split("\n")
				.filter((line) => !isCode(line));
			for (const line of prose) {
				assert.ok(stringWidth(line) <= width, `${name}: ${line}`);
				assert.doesNotMatch(line, /^#+ |^\||`{3}|\]\(|<a id/, name);
			}
			assert.ok(prose.length > 10, name);
		}
	});
}

test("no word and no line of code of a chapter is lost", () => {
	for (const { name, markdown } of chapters) {
		const shown = renderGuide(markdown, plain(100)).replaceAll(/\s+/g, "");
		const words = markdown.replaceAll(/^```.*$|\]\([^)]*\)|<[^>]*>|^\|[-|: ]+\|$/gm, " ");
		for (const word of words.match(/[\p{L}\p{N}_]{3,}/gu) ?? [])
			assert.ok(shown.includes(word), `${name}: ${word}`);
	}
});

test("links name the chapter for the command, or show where they lead; tables keep their columns", () => {
	const markdown =
		"See [race-map](race-map.md), [how to](ask-for-help.md#x) and [Go](https://go.dev).\n\n| a | b |\n|---|---|\n| one | `two` |\n";
	assert.equal(
		renderGuide(markdown, plain(100)),
		"See race-map, how to (guide ask-for-help) and Go (https://go.dev).\n\na    b\none  two\n",
	);
});
