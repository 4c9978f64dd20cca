import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { languages } from "#domain/config.ts";
import { launchChromium } from "#test/support/chromium.ts";
import { examplePath, recordExample, recordedExample } from "./example-report.ts";
import { type Picture, pictureSources, pictures, takePicture } from "./pictures.ts";

/**
 * Pictures of what people see. Without arguments those of the README, in English, and what they were made of; with
 * `--audit` the example is audited anew first. With a folder, and perhaps names, all of them in both languages.
 */
const { values, positionals } = parseArgs({
	options: { audit: { type: "boolean" } },
	allowPositionals: true,
});
const [folder, ...named] = positionals;
const readme = "docs/pictures";
const themes = ["light", "dark"] as const;

function isWanted({ name, inReadme }: Picture): boolean {
	if (folder === undefined) return inReadme !== "no";
	return named.length === 0 || named.includes(name);
}

if (values.audit) writeFileSync(examplePath, `${JSON.stringify(recordExample(), null, "\t")}\n`);
const example = recordedExample();
mkdirSync(folder ?? readme, { recursive: true });
const browser = await launchChromium();
for (const picture of pictures.filter(isWanted)) {
	for (const language of folder === undefined ? (["en"] as const) : languages) {
		const source = picture.source(example, language);
		for (const theme of themes) {
			const whole = folder !== undefined || picture.inReadme === "whole";
			const png = await takePicture(browser, { picture, source, theme, whole });
			writeFileSync(`${folder ?? readme}/${picture.name}-${language}-${theme}.png`, png);
		}
	}
}
await browser.close();
if (folder === undefined) {
	writeFileSync(`${readme}/sources.json`, `${JSON.stringify(pictureSources(example), null, "\t")}\n`);
}
