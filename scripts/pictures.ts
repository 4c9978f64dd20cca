import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { AnsiUp } from "ansi_up";
import type { Browser, Page } from "playwright-core";
import type { Language } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import { renderHtml } from "#render/html.ts";
import { renderComment } from "#render/review.ts";
import { renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { renderTerminal } from "#render/terminal.ts";
import { showComment, type Theme } from "#test/support/comment-page.ts";
import { fullReport } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

/** One picture of what people see. */
export interface Picture {
	name: string;
	width: number;
	/** Whether the README shows it, and then all of it or its first screen. */
	inReadme: "whole" | "first screen" | "no";
	/** What is shown: markdown, a terminal's bytes or a page. */
	source(example: Report, language: Language): string;
	show(page: Page, source: string, theme: Theme): Promise<void>;
}

const blobs = "https://github.com/go-race-audit/go-race-audit/blob/main";
const firstScreen = 900;

/** The comment and the terminal show the audit of the example; the summary and the HTML report one with every state in it. */
export const pictures: readonly Picture[] = [
	...comments(["comment", 940, "whole"], ["comment-narrow", 440, "no"]),
	...summaries(["summary", 940, "whole"], ["summary-narrow", 440, "no"]),
	...terminals(["terminal", 980, 110, "first screen"], ["terminal-narrow", 640, 68, "no"]),
	...reports(["report", 1200, "first screen"], ["report-narrow", 480, "no"]),
];

type Size = [name: string, width: number, inReadme: Picture["inReadme"]];

/** One picture at several widths. */
function sized(what: Pick<Picture, "source" | "show">, ...sizes: Size[]): Picture[] {
	return sizes.map(([name, width, inReadme]) => ({ name, width, inReadme, ...what }));
}

function comments(...sizes: Size[]): Picture[] {
	const source: Picture["source"] = (example, language) => {
		const finding = example.findings.find(({ section }) => section === "race-shared-buffer");
		if (finding === undefined) throw new Error("the example no longer shows its shared buffer");
		return renderComment(finding, texts[language], { blobs, anchor: finding.at, commands: true });
	};
	return sized({ source, show: (page, shown, theme) => showComment(page, shown, theme, []) }, ...sizes);
}

function summaries(...sizes: Size[]): Picture[] {
	const source: Picture["source"] = (_, language) =>
		renderSummary(fullReport, texts[language], { ...plainSummary, commands: true });
	return sized({ source, show: (page, shown, theme) => showComment(page, shown, theme) }, ...sizes);
}

function terminals(
	...all: [name: string, width: number, columns: number, inReadme: Picture["inReadme"]][]
): Picture[] {
	return all.flatMap(([name, width, columns, inReadme]) => {
		const source: Picture["source"] = (example, language) =>
			renderTerminal(example, texts[language], { colour: true, width: columns, hyperlinks: false });
		return sized({ source, show: showTerminal }, [name, width, inReadme]);
	});
}

function reports(...sizes: Size[]): Picture[] {
	const source: Picture["source"] = (_, language) => renderHtml(fullReport, texts[language]);
	return sized({ source, show: (page, shown) => page.setContent(shown) }, ...sizes);
}

async function showTerminal(page: Page, printed: string, theme: Theme): Promise<void> {
	const dark = theme === "dark";
	const colours = dark ? "background:#0d1117;color:#e6edf3" : "background:#ffffff;color:#1f2328";
	const palette = dark ? "" : ".ansi-yellow-fg{color:#7a4d00!important}";
	await page.setContent(`<style>body{margin:0;padding:16px;${colours}}
pre{font:13px/1.45 "DejaVu Sans Mono",monospace;margin:0;white-space:pre-wrap;word-break:break-all}${palette}</style><pre>${new AnsiUp().ansi_to_html(printed)}</pre>`);
}

/** The picture as a PNG file. */
export async function takePicture(
	browser: Browser,
	{ picture, source, theme, whole }: { picture: Picture; source: string; theme: Theme; whole: boolean },
): Promise<Buffer> {
	const page = await browser.newPage({
		viewport: { width: picture.width, height: firstScreen },
		colorScheme: theme,
	});
	try {
		await picture.show(page, source, theme);
		return await page.screenshot({ fullPage: whole });
	} finally {
		await page.close();
	}
}

/** What tells whether a picture is still of what it shows: a hash of its source, and one of the example's code. */
export function pictureSources(example: Report): Record<string, string> {
	const shown = pictures.filter(({ inReadme }) => inReadme !== "no");
	const code = globSync("examples/logserver/**/*.go").sort();
	return {
		...Object.fromEntries(shown.map((picture) => [picture.name, hash(picture.source(example, "en"))])),
		example: hash(code.map((file) => `${file}\n${readFileSync(file, "utf8")}`).join("")),
	};
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
