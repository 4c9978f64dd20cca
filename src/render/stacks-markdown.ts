import type { Incident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { codeSpan } from "./escape-code-span.ts";
import { fence } from "./escape-fence.ts";
import { dedent, sourceAround } from "./excerpt.ts";
import type { ShownFrame, StackItem } from "./frame.ts";
import { type BlobBase, markdownPlace } from "./markdown-inline.ts";
import { type StackView, stackViews } from "./stack-view.ts";

/** The stacks of an incident: side by side in a table for the two of a race, else one below the other. */
export function stacksMarkdown(
	finding: ReportFinding,
	incident: Incident,
	text: Text,
	blobs: BlobBase,
	root: string | null,
): string {
	const views = stackViews(incident, text, root);
	const cells = views.map((view) => viewMarkdown(finding, view, text, blobs));
	const running = incident.kind === "timeout" ? runningTests(incident.runningTests, text) : [];
	if (views.length !== 2) return [...cells, ...running].join("\n\n");
	const heads = views.map((view) => `<th align="left">${view.heading}</th>`).join("");
	const row = cells.map((cell) => `<td valign="top">\n\n${cell}\n\n</td>`).join("\n");
	return `<table>\n<tr>${heads}</tr>\n<tr>\n${row}\n</tr>\n</table>`;
}

function runningTests(tests: readonly string[], text: Text): string[] {
	return tests.length === 0
		? []
		: [
				`${text.finding.running}: ${tests
					.slice(0, 10)
					.map((name) => codeSpan(name))
					.join(", ")}`,
			];
}

function viewMarkdown(finding: ReportFinding, view: StackView, text: Text, blobs: BlobBase): string {
	const parts: string[] = [];
	if (view.at !== null) {
		parts.push(markdownPlace(view.at.file, view.at.line, blobs));
		const code = faultMarkdown(finding, view.at, text);
		if (code !== "") parts.push(code);
	}
	if (view.lost) parts.push(text.stack.notRestored);
	if (view.items.length > 0) parts.push(itemsMarkdown(view.items, text));
	if (view.start !== null) parts.push(view.start.heading, itemsMarkdown(view.start.items, text));
	return parts.join("\n\n");
}

/** The source line with its neighbours, the one at fault marked by a comment at its end. */
function faultMarkdown(finding: ReportFinding, at: ShownFrame, text: Text): string {
	const source = sourceAround(finding, at.file, at.line, 1);
	if (source === null) return "";
	const lines = dedent(source.lines).map((line, index) =>
		source.start + index === source.fault ? `${line.trimEnd()} // ← ${text.stack.here}` : line,
	);
	return fence("go", lines.join("\n").replaceAll("\t", "    "), { lines: 8, columns: 100 });
}

function itemsMarkdown(items: readonly StackItem[], text: Text): string {
	const lines = items.map(({ frame, hidden }) => {
		if (frame !== null)
			return `${frame.function}
    ${frame.file}:${frame.line}`;
		const count = `… ${text.stack.hidden(hidden.standard, hidden.generated, hidden.others)}`;
		return hidden.called === null
			? count
			: `${hidden.called}
    ${count}`;
	});
	return fence("text", lines.join("\n"), { lines: 40, columns: 140 });
}
