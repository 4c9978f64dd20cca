import { mkdirSync } from "node:fs";
import { AnsiUp } from "ansi_up";
import type { Browser, Page } from "playwright-core";
import { type Language, languages } from "#domain/config.ts";
import { renderHtml } from "#render/html.ts";
import { renderComment } from "#render/review.ts";
import { renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { renderTerminal } from "#render/terminal.ts";
import { launchChromium } from "#test/support/chromium.ts";
import { showComment, type Theme } from "#test/support/comment-page.ts";
import { fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";
import { auditExample } from "./example-report.ts";

const readme = "docs/pictures";
const inReadme = ["comment", "summary", "terminal", "report"];
const firstScreen = 900;

/**
 * Pictures of what people see. Without arguments those of the README: English, the first screen of each. With a
 * folder, and perhaps names, all of it in both languages, for whoever changes the look.
 */
const [folder = readme, ...named] = process.argv.slice(2);
const wanted = folder === readme ? inReadme : named;
const themes = ["light", "dark"] as const satisfies readonly Theme[];
const blobs = "https://github.com/go-race-audit/go-race-audit/blob/main";
/** The comment and the terminal show a real audit; the summary and the HTML report one with every state in it. */
const example = auditExample();

interface Shot {
	name: string;
	width: number;
	/** Whether the README shows all of it. */
	whole: boolean;
	show(page: Page, language: Language, theme: Theme): Promise<void>;
}

const shots: Shot[] = [
	{
		name: "comment",
		width: 940,
		whole: true,
		show: async (page, language, theme) => {
			const finding = example.findings.find(({ section }) => section === "race-shared-buffer");
			if (finding === undefined) throw new Error("the example no longer shows its shared buffer");
			const options = { blobs, anchor: finding.at, commands: true };
			await showComment(page, renderComment(finding, texts[language], options), theme, []);
		},
	},
	{
		name: "summary",
		width: 940,
		whole: true,
		show: (page, language, theme) =>
			showComment(
				page,
				renderSummary(fullReport, texts[language], { ...plainSummary, commands: true }),
				theme,
			),
	},
	{
		name: "terminal",
		width: 980,
		whole: false,
		show: (page, language, theme) => showTerminal(page, language, theme, 110),
	},
	{
		name: "terminal-narrow",
		width: 640,
		whole: false,
		show: (page, language, theme) => showTerminal(page, language, theme, 68),
	},
	{
		name: "report",
		width: 1200,
		whole: false,
		show: (page, language) => page.setContent(renderHtml(fullReport, texts[language])),
	},
	{
		name: "report-narrow",
		width: 480,
		whole: false,
		show: (page, language) => page.setContent(renderHtml(fullReport, texts[language])),
	},
];

async function showTerminal(page: Page, language: Language, theme: Theme, width: number): Promise<void> {
	const printed = renderTerminal(example, texts[language], { colour: true, width, hyperlinks: false });
	const dark = theme === "dark";
	const colours = dark ? "background:#0d1117;color:#e6edf3" : "background:#ffffff;color:#1f2328";
	const palette = dark ? "" : ".ansi-yellow-fg{color:#7a4d00!important}";
	await page.setContent(`<style>body{margin:0;padding:16px;${colours}}
pre{font:13px/1.45 "DejaVu Sans Mono",monospace;margin:0}${palette}</style><pre>${new AnsiUp().ansi_to_html(printed)}</pre>`);
}

async function take(browser: Browser, shot: Shot, language: Language, theme: Theme): Promise<void> {
	const page = await browser.newPage({
		viewport: { width: shot.width, height: firstScreen },
		colorScheme: theme,
	});
	await shot.show(page, language, theme);
	await page.screenshot({
		path: `${folder}/${shot.name}-${language}-${theme}.png`,
		fullPage: folder !== readme || shot.whole,
	});
	await page.close();
}

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const shot of shots) {
	if (wanted.length > 0 && !wanted.includes(shot.name)) continue;
	for (const language of folder === readme ? (["en"] as const) : languages) {
		for (const theme of themes) await take(browser, shot, language, theme);
	}
}
await browser.close();
