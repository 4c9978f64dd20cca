import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Message } from "#domain/message.ts";
import type { Report } from "#domain/report.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { renderHtml } from "#render/html.ts";
import { renderMarkdown } from "#render/markdown.ts";
import { renderClosed, renderComment, renderReviewBody } from "#render/review.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderJobSummary, renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { renderTerminal } from "#render/terminal.ts";
import { reportFinding } from "#test/support/findings.ts";
import { githubHtml } from "#test/support/github-markdown.ts";
import { cleanReport, fullReport, lintFinding } from "#test/support/reports.ts";
import { englishMessages } from "#text/en-messages.ts";
import { texts } from "#text/language.ts";

/** Words that English sentences are held together by, and that neither Vietnamese nor the field uses. */
const glue =
	/(?<![\p{L}\p{N}_.(*/-])(?:the|is|are|was|were|of|and|or|not|with|without|this|that|from|by|it|its|has|have|while|which|when|where|nothing|each|been|before|after|still|more|than|some|only|there|they|cannot|does|did|be|to|at|on|as|for|needs?|found|fixed|known|ignored|started)(?![\p{L}\p{N}_(/-])/giu;

/** Two of them in one piece of text are a sentence; one may be a name. */
function englishIn(pieces: readonly string[]): string[] {
	return pieces.filter((piece) => (piece.match(glue) ?? []).length >= 2);
}

/** Where code and quotations stand: nobody translates those. */
const quoting = new Set(["code", "pre", "script", "style"]);

/** The text of each paragraph, cell or item, without what is code. */
function prose(node: Nodes): string[] {
	if (node.type === "text") return [node.value];
	if (node.type === "element" && quoting.has(node.tagName)) return [];
	if (!("children" in node)) return [];
	const inner = node.children.flatMap(prose);
	const isBlock =
		node.type === "element" && /^(p|li|td|th|h\d|summary|dt|dd|option|text)$/.test(node.tagName);
	return isBlock ? [inner.join(" ")] : inner;
}

/** A terminal's lines without code: what is coloured as such, quoted source and frames. */
function terminalProse(printed: string): string[] {
	return printed
		.split("\n")
		.filter((line) => !line.includes("│") && !/^\s+(?:\/\/|\S+ {2,})/.test(line))
		.map((line) => line.replace(/\x1b\[3[1-6]m.*?\x1b\[39m/g, " ").replace(/\x1b\[\d+m/g, ""));
}

/** Everything that a report becomes, as pieces of prose by the name of the output. */
function pieces(report: Report): Record<string, string[]> {
	const text = texts.vi;
	const options = { blobs: null, anchor: null, commands: true };
	const markdown = (body: string) => prose(fromHtml(githubHtml(body), { fragment: true }));
	return {
		comments: report.findings.flatMap((finding) => markdown(renderComment(finding, text, options))),
		closed: markdown(renderClosed("fixed", "5b7e02d91c3f48aa6de05b12f9c8374650adbe11", text)),
		review: markdown(renderReviewBody(report, text)),
		summary: markdown(renderSummary(report, text, { ...plainSummary, commands: true })),
		job: markdown(renderJobSummary(report, text)),
		markdown: markdown(renderMarkdown(report, text)),
		html: prose(fromHtml(renderHtml(report, text))),
		terminal: terminalProse(renderTerminal(report, text, { colour: true, width: 4000, hyperlinks: false })),
		annotations: renderAnnotations(report, text).flatMap(({ title, message }) =>
			[title, message].map(unquoted),
		),
		sarif: sarifTexts(renderSarif(report, text)).map(unquoted),
	};
}

const unquoted = (text: string) => text.replace(/`[^`]*`/g, " ");

/** Every "text" of a SARIF log; functions and snippets are code. */
function sarifTexts(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(sarifTexts);
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		if (key === "codeFlows" || key === "snippet") return [];
		return typeof inner === "string" ? (key === "text" ? [inner] : []) : sarifTexts(inner);
	});
}

/** A message with every part that its words ask for. */
function withArgs(code: keyof typeof englishMessages): Message {
	const names = englishMessages[code].match(/(?<=\{)\w+(?=\})/g) ?? [];
	return { code, args: Object.fromEntries(names.map((name) => [name, "x.y"])) };
}

/** A report in which every message of ours and of the lint is said. */
function everyMessage(): Report {
	const all = (Object.keys(englishMessages) as (keyof typeof englishMessages)[]).map(withArgs);
	const said = all.map((words) => ({ words, message: englishMessages[words.code as "silent"] }));
	return {
		...fullReport,
		findings: said.map(({ words, message }, index) =>
			reportFinding({
				...lintFinding,
				fingerprint: index.toString(16).padStart(16, "0"),
				evidence: [{ analyzer: "a", message, words, at: null }],
				rejectedFixes: [{ title: message, words, reason: message, reasonWords: words }],
			}),
		),
		gaps: said.map((one) => ({ kind: "not-run", package: null, detail: null, ...one })),
	};
}

const reports = { fullReport, cleanReport, everyMessage: everyMessage() };

for (const [name, report] of Object.entries(reports)) {
	test(`${name}: no English sentence is left in any Vietnamese output`, () => {
		for (const [output, found] of Object.entries(pieces(report))) {
			const isEmpty = report.findings.length === 0 && ["comments", "annotations"].includes(output);
			assert.equal(found.join("").length < 20, isEmpty, `${output} is read`);
			assert.deepEqual(englishIn(found), [], output);
		}
	});
}

test("an English sentence would be found wherever a report holds one", () => {
	const [first, ...rest] = fullReport.findings;
	assert.ok(first !== undefined);
	const message = "this is English and nothing of it is code";
	const evidence = [{ analyzer: "a", message, words: { code: message, args: {} }, at: null }];
	assert.deepEqual(englishIn([message, "(*T).Read is a name", "một goroutine khác"]), [message]);
	const shown = pieces({ ...fullReport, findings: [{ ...first, evidence }, ...rest] });
	assert.deepEqual(englishIn(shown.html ?? []), [], "what is not ours is a quotation");
	const inEnglish = renderHtml(fullReport, texts.en);
	assert.ok(englishIn(prose(fromHtml(inEnglish))).length > 10);
	const printed = renderTerminal(fullReport, texts.en, { colour: true, width: 4000, hyperlinks: false });
	assert.ok(englishIn(terminalProse(printed)).length > 10);
});
