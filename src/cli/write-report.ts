import type { Format, Language } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import { choice } from "#plan/settings.ts";
import { escapeJson } from "#render/escape-json.ts";
import { renderHtml } from "#render/html.ts";
import { renderMarkdown } from "#render/markdown.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderTerminal } from "#render/terminal.ts";
import { texts } from "#text/language.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { type TerminalStyle, terminalStyle } from "./terminal-style.ts";
import { withGuideIn } from "./with-guide-in.ts";
import { writeResult } from "./write-result.ts";

/** Writes a report in the format and language that the flags name. */
export async function writeReport(report: Report, options: ParsedOptions): Promise<void> {
	const given = givenSettings(options);
	const format = choice("format", [given.format ?? []].flat()) ?? "text";
	const language = choice("lang", [given.lang ?? []].flat()) ?? "en";
	await writeResult(
		renderAs(
			format,
			withGuideIn(report, language),
			language,
			terminalStyle(process.stdout, process.env, options),
		),
		options,
	);
}

function renderAs(format: Format, report: Report, language: Language, style: TerminalStyle): string {
	const text = texts[language];
	switch (format) {
		case "text":
			return renderTerminal(report, text, style);
		case "json":
			return escapeJson(`${JSON.stringify(report, null, 2)}\n`);
		case "markdown":
			return renderMarkdown(report, text);
		case "sarif":
			return escapeJson(`${JSON.stringify(renderSarif(report, text), null, 2)}\n`);
		case "html":
			return renderHtml(report, text);
	}
}
