import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { raceDiagram } from "#render/diagram.ts";
import { renderMermaid } from "#render/mermaid.ts";
import { launchChromium } from "#test/support/chromium.ts";
import { hostileStrings, withEveryString } from "#test/support/hostile.ts";
import { fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

let browser: Browser;
let page: Page;
before(async () => {
	browser = await launchChromium();
	page = await browser.newPage();
	await page.setContent("<main></main>");
	await page.addScriptTag({ path: "node_modules/mermaid/dist/mermaid.min.js" });
});
after(() => browser.close());

/** The mermaid source of the first finding of the report. */
function sourceOf(report: typeof fullReport): string {
	const [finding] = report.findings;
	const [race] = finding?.incidents ?? [];
	assert.ok(finding !== undefined && race?.kind === "race");
	const diagram = raceDiagram(finding, race, texts.en, null);
	assert.ok(diagram !== null);
	return renderMermaid(diagram);
}

/** How many heads, arrows and notes mermaid draws, and what else came with them. */
function draw(source: string): Promise<unknown> {
	return page.evaluate(`mermaid.render("one", ${JSON.stringify(source)}).then(({ svg }) => {
		const main = document.querySelector("main");
		main.innerHTML = svg;
		const count = (selector) => main.querySelectorAll(selector).length;
		return [count(".actor-top"), count(".messageText") > 0, count(".note"), count("script, img, a, h1"), "pwned" in globalThis];
	})`);
}

test("the picture of a race says who started whom, who accessed what, and that nothing orders it", () => {
	assert.deepEqual(sourceOf(fullReport).split("\n"), [
		"sequenceDiagram",
		"  participant S1 as TestConcurrentWrites",
		"  participant A as goroutine 8<br/>TestConcurrentWrites.func1",
		"  participant B as goroutine 9<br/>TestConcurrentWrites.func1",
		"  participant M as Logger.buf",
		"  S1-->>A: starts<br/>logger_test.go#58;17",
		"  S1-->>B: starts<br/>logger_test.go#58;17",
		"  A->>M: reads<br/>logger.go#58;23",
		"  B->>M: writes<br/>logger.go#58;23",
		"  Note over A,B: nothing orders these two",
	]);
});

test("a goroutine that a test started is started by the test's own goroutine in the picture", () => {
	const steps = sourceOf({ ...fullReport, findings: fullReport.findings.slice(1) }).split("\n");
	assert.ok(steps.includes("  A-->>B: starts<br/>store_test.go#58;27"), steps.join("\n"));
});

test("mermaid draws the same picture whatever the names are", async () => {
	const expected = await draw(sourceOf(withEveryString(fullReport, "x")));
	for (const hostile of hostileStrings) {
		assert.deepEqual(
			await draw(sourceOf(withEveryString(fullReport, hostile))),
			expected,
			hostile.slice(0, 60),
		);
	}
});
