import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { languages } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { renderHtml } from "#render/html.ts";
import { renderMarkdown } from "#render/markdown.ts";
import { renderClosed, renderComment, renderReviewBody } from "#render/review.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderSummary } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { renderTerminal } from "#render/terminal.ts";
import { githubHtml } from "#test/support/github-markdown.ts";
import { hostileStrings, tamed, withEveryString } from "#test/support/hostile.ts";
import { fullReport } from "#test/support/reports.ts";
import { sarifErrors } from "#test/support/sarif-schema.ts";
import { texts } from "#text/language.ts";

const text = texts.en;

/** Every markdown a report can become. */
function markdowns(report: Report): Record<string, string> {
	const options = { blobs: "https://github.com/o/r/blob/1", anchor: null, commands: true };
	const [race] = report.findings;
	return {
		comment: race === undefined ? "" : renderComment(race, text, options),
		summary: renderSummary(report, text, { ...plainSummary, commands: true }),
		markdown: renderMarkdown(report, text),
		review: renderReviewBody(report, text),
		closed: renderClosed("fixed", report.change?.head ?? "", text),
	};
}

/** Tags in their order and nesting; the text is left out. */
function skeleton(node: Nodes): string {
	if (node.type === "root") return node.children.map(skeleton).join("");
	if (node.type !== "element") return "";
	return `<${node.tagName}>${node.children.map(skeleton).join("")}</>`;
}

/** What stands outside of code, where GitHub looks for mentions and references. */
function proseOf(node: Nodes): string {
	if (node.type === "text") return node.value;
	if (node.type === "element" && node.tagName === "code") return " ";
	return "children" in node ? node.children.map(proseOf).join("") : "";
}

function links(node: Nodes): string[] {
	if (!("children" in node)) return [];
	const inner = node.children.flatMap(links);
	return node.type === "element" && node.tagName === "a" ? [String(node.properties.href), ...inner] : inner;
}

const parse = (source: string): Root => fromHtml(source, { fragment: true });
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function checkMarkdown(report: Report, benign: Report): void {
	const harmless = markdowns(benign);
	for (const [name, body] of Object.entries(markdowns(report))) {
		const rendered = githubHtml(body);
		const tree = parse(rendered);
		assert.ok(!rendered.includes("<!--"), name);
		assert.equal(
			skeleton(tree),
			skeleton(parse(githubHtml(harmless[name] ?? ""))),
			`${name} has another structure`,
		);
		assert.doesNotMatch(proseOf(tree), /@\w|#\d|GH-\d/i, name);
		for (const link of links(tree)) assert.match(link, /^https:\/\/(github\.com|guide\.example)\//, name);
		if (name !== "markdown") assert.ok(body.length <= 65_536, name);
		assert.doesNotMatch(body, /(?![\n\t\u2060])[\p{Cc}\p{Cf}\p{Cs}]/u, name);
		const markers = body.match(/<!-- race-audit:[^>]*-->/g) ?? [];
		if (name.startsWith("comment")) assert.ok(body.endsWith(markers.at(-1) ?? "?"), name);
	}
}

function checkPlain(report: Report): void {
	for (const language of languages) {
		const printed = renderTerminal(report, texts[language], { colour: false, width: 80, hyperlinks: true });
		for (const line of printed.replace(/\x1b\]8;;[\x21-\x7e]*\x1b\\/g, "").split("\n")) {
			assert.doesNotMatch(line, controls);
			assert.doesNotMatch(line, /^\s*::|##\[/);
		}
	}
	for (const { title, message } of renderAnnotations(report, text)) {
		assert.doesNotMatch(title, controls);
		assert.doesNotMatch(message.replaceAll("\n", ""), controls);
	}
	assert.deepEqual(sarifErrors(renderSarif(report, text)), []);
}

const htmlSkeleton = (report: Report) => skeleton(fromHtml(renderHtml(report, text)));
const attributes = (node: Nodes): string[] => {
	if (!("children" in node)) return [];
	const own = node.type === "element" ? Object.keys((node as Element).properties) : [];
	return [...own, ...node.children.flatMap(attributes)];
};

function checkHtml(report: Report, benign: Report): void {
	assert.equal(htmlSkeleton(report), htmlSkeleton(benign));
	assert.deepEqual(
		attributes(fromHtml(renderHtml(report, text))),
		attributes(fromHtml(renderHtml(benign, text))),
	);
}

function check(hostile: string): void {
	const report = withEveryString(fullReport, hostile);
	const benign = withEveryString(fullReport, tamed(hostile));
	checkMarkdown(report, benign);
	checkPlain(report);
	checkHtml(report, benign);
}

for (const [index, hostile] of hostileStrings.entries()) {
	const name = JSON.stringify(hostile.slice(0, 40));
	test(`hostile string ${index} ${name} stays text wherever it is shown`, () => check(hostile));
}

const fragment = fc.oneof(
	fc.constantFrom(...hostileStrings.filter((one) => one.length < 500)),
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.constantFrom(..."`|\\\n<>@#*_[](:\r\t$&;~", "```", "](", "@a", "#1"),
);

test("any mixture of hostile strings stays text", () => {
	const mixture = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join("")}x`);
	fc.assert(fc.property(mixture, check), { numRuns: 15 });
});
