import type { Incident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { codeSpan } from "./escape-code-span.ts";
import { fence } from "./escape-fence.ts";
import { dedent, sourceAround } from "./excerpt.ts";
import type { ShownFrame, StackItem } from "./frame.ts";
import { type BlobBase, markdownPlace } from "./markdown-inline.ts";
import { type StackView, sharedStart, stackViews } from "./stack-view.ts";

/** The stacks of an incident: side by side in a table for the two of a race, else one below the other. */
export function stacksMarkdown(
	finding: ReportFinding,
	incident: Incident,
	text: Text,
	blobs: BlobBase,
	root: string | null,
): string {
	const views = stackViews(incident, text, root);
	const both = sharedStart(views, text);
	const isTable = views.length === 2;
	const cells = views.map((view) =>
		viewMarkdown(finding, both === null ? view : { ...view, start: null }, text, blobs, isTable),
	);
	const running = incident.kind === "timeout" ? runningTests(incident.runningTests, text) : [];
	if (!isTable) return [...cells, ...running].join("\n\n");
	const heads = views.map((view) => `<th align="left">${view.heading}</th>`).join("");
	const row = cells.map((cell) => `<td valign="top">\n\n${cell}\n\n</td>`).join("\n");
	const table = `<table>\n<tr>${heads}</tr>\n<tr>\n${row}\n</tr>\n</table>`;
	return both === null ? table : `${table}\n\n${both.heading}\n\n${itemsMarkdown(both.items, text)}`;
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

function viewMarkdown(
	finding: ReportFinding,
	view: StackView,
	text: Text,
	blobs: BlobBase,
	isNarrow: boolean,
): string {
	const items = (shown: readonly StackItem[]) => itemsMarkdown(isNarrow ? shown.map(narrow) : shown, text);
	const parts: string[] = [];
	if (view.at !== null) {
		parts.push(markdownPlace(view.at.file, view.at.line, blobs));
		const code = faultMarkdown(finding, view.at, text);
		if (code !== "") parts.push(code);
	}
	if (view.lost) parts.push(text.stack.notRestored);
	if (view.items.length > 0) parts.push(items(view.items));
	if (view.start !== null) parts.push(view.start.heading, items(view.start.items));
	return parts.join("\n\n");
}

/** Side by side there is room for a file and its folder; the line at fault stands above with all of its path. */
function narrow({ frame, hidden }: StackItem): StackItem {
	if (frame === null) return { frame, hidden };
	return { frame: { ...frame, file: frame.file.replace(/^.+\/(?=[^/]+\/[^/]+$)/, "…/") }, hidden };
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
