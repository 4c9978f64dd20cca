import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { languages } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import { renderHtml } from "#render/html.ts";
import { launchChromium } from "#test/support/chromium.ts";
import { hostileStrings, withEveryString } from "#test/support/hostile.ts";
import { bufferFinding, cleanReport, fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

let browser: Browser;
before(async () => {
	browser = await launchChromium();
});
after(() => browser.close());

/** Opens the report; any error, warning of the console or request to the network fails the test at the end. */
async function open(report: Report, language: "en" | "vi" = "en", theme: "light" | "dark" = "light") {
	const page = await browser.newPage({ colorScheme: theme });
	const complaints: string[] = [];
	page.on("console", (message) => complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("request", (request) => complaints.push(request.url()));
	await page.setContent(renderHtml(report, texts[language]));
	return { page, complaints };
}

const shown = (page: Page) => page.locator(".finding:visible").count();

test("the filters show what fits and say how much that is", async () => {
	const { page, complaints } = await open(fullReport);
	const { length: all } = fullReport.findings;
	assert.equal(await shown(page), all);
	await page.selectOption("select[name=state]", "new");
	assert.equal(await shown(page), 4);
	await page.selectOption("select[name=section]", "race-map");
	assert.equal(await shown(page), 1);
	assert.equal(await page.locator("output").textContent(), `1 of ${all} shown`);
	await page.selectOption("select[name=section]", "");
	await page.selectOption("select[name=state]", "");
	await page.selectOption("select[name=package]", "example.com/logserver/session");
	assert.equal(await shown(page), 2);
	await page.selectOption("select[name=package]", "");
	await page.fill("input[name=text]", "BENCHMARKPUT");
	assert.equal(await shown(page), 1);
	await page.fill("input[name=text]", "no such thing");
	assert.equal(await shown(page), 0);
	assert.ok(await page.locator("#none").isVisible());
	assert.deepEqual(complaints, []);
	await page.close();
});

test("a finding unfolds by keyboard and by a link to it; a command is copied", async () => {
	const { page } = await open(fullReport);
	const known = page.locator("#f-c91d7be0425f8a13");
	assert.equal(await known.getAttribute("open"), null);
	await known.locator("summary").focus();
	await page.keyboard.press("Enter");
	assert.equal(await known.getAttribute("open"), "");
	const first = page.locator(".finding").first();
	await first.locator("[data-copy]").click();
	assert.equal(await first.locator("[data-copy]").textContent(), "Copied");
	await page.locator(`#f-5e1f0c8894ab2d36 a[href="#f-0a44e1b7d90c3f52"]`).click();
	await page.waitForSelector("#f-0a44e1b7d90c3f52[open]");
	await page.close();
});

for (const language of languages) {
	for (const theme of ["light", "dark"] as const) {
		test(`axe finds nothing to complain of (${language}, ${theme})`, async () => {
			const { page, complaints } = await open(fullReport, language, theme);
			await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
			await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
			const violations = await page.evaluate(
				`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
			);
			assert.deepEqual(violations, []);
			assert.deepEqual(complaints, []);
			await page.close();
		});
	}
}

test("paper shows every finding unfolded and no controls", async () => {
	const { page } = await open(fullReport);
	await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
	await page.emulateMedia({ media: "print" });
	assert.equal(await page.locator(".finding[open]").count(), fullReport.findings.length);
	assert.ok(!(await page.locator("#filter").isVisible()));
	await page.close();
});

test("nothing overflows the page of a phone", async () => {
	const { page } = await open(fullReport);
	await page.setViewportSize({ width: 360, height: 700 });
	assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 360);
	await page.close();
});

test("no script of a stranger runs", async () => {
	for (const hostile of hostileStrings.filter((one) => one.includes("<") && one.length < 500)) {
		const { page, complaints } = await open(withEveryString(fullReport, hostile));
		assert.equal(await page.evaluate("globalThis.pwned"), undefined);
		assert.deepEqual(complaints, []);
		await page.close();
	}
});

test("an audit without findings is a page too", async () => {
	const { page, complaints } = await open(cleanReport);
	assert.equal(await page.locator("h1").textContent(), "Race audit report");
	assert.equal(await page.locator("#filter").count(), 0);
	assert.deepEqual(complaints, []);
	await page.close();
});

test("a hundred findings fit into 500 KB", () => {
	const findings = Array.from({ length: 100 }, (_, index) => ({
		...bufferFinding,
		fingerprint: index.toString(16).padStart(16, "0"),
	}));
	const size = Buffer.byteLength(renderHtml({ ...fullReport, findings }, texts.vi));
	assert.ok(size < 500_000, `${size} bytes`);
});
