import { test } from "node:test";
import { languages } from "#domain/config.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { renderMarkdown } from "#render/markdown.ts";
import { renderClosed, renderComment, renderReviewBody } from "#render/review.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderJobSummary, renderSummary } from "#render/summary.ts";
import { renderTerminal } from "#render/terminal.ts";
import { assertGolden } from "#test/support/golden.ts";
import { bufferFinding, cleanReport, fullReport, lintFinding, panicFinding } from "#test/support/reports.ts";
import { texts } from "#text/language.ts";

const blobs = "https://github.com/acme/logserver/blob/5b7e02d91c3f48aa6de05b12f9c8374650adbe11";
const summary = {
	server: "https://github.com",
	comments: new Map([["3f9c2ab41d77e805", "https://github.com/acme/logserver/pull/42#discussion_r1"]]),
	fullReport: "https://github.com/acme/logserver/actions/runs/1/artifacts/2",
	commands: true,
};

for (const language of languages) {
	const text = texts[language];
	const golden = (name: string, actual: string) => assertGolden(`render/${language}/${name}`, actual);
	const json = (value: unknown) => `${JSON.stringify(value, null, "\t")}\n`;

	test(`${language}: every output of the full report equals its golden`, () => {
		golden(
			"terminal.txt",
			renderTerminal(fullReport, text, { colour: false, width: 100, hyperlinks: false }),
		);
		golden(
			"terminal-clean.txt",
			renderTerminal(cleanReport, text, { colour: false, width: 80, hyperlinks: false }),
		);
		golden(
			"terminal-colour.txt",
			renderTerminal(fullReport, text, { colour: true, width: 60, hyperlinks: true }),
		);
		golden("report.md", renderMarkdown(fullReport, text));
		golden("summary.md", renderSummary(fullReport, text, summary));
		golden("summary-clean.md", renderSummary(cleanReport, text, summary));
		golden("job-summary.md", renderJobSummary(fullReport, text, summary));
		golden("review.md", renderReviewBody(fullReport, text));
		golden("annotations.json", json(renderAnnotations(fullReport, text)));
		golden("report.sarif", json(renderSarif(fullReport, text)));
	});

	test(`${language}: comments equal their goldens`, () => {
		const options = { blobs, anchor: null, commands: true };
		golden("comment-buffer.md", renderComment(bufferFinding, text, { ...options, anchor: bufferFinding.at }));
		golden("comment-buffer-elsewhere.md", renderComment(bufferFinding, text, options));
		golden("comment-panic.md", renderComment(panicFinding, text, options));
		golden("comment-lint.md", renderComment(lintFinding, text, { ...options, commands: false }));
		golden("comment-fixed.md", renderClosed("fixed", "5b7e02d91c3f48aa6de05b12f9c8374650adbe11", text));
	});
}
