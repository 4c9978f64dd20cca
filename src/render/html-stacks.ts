import type { Incident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { dedent, sourceAround } from "./excerpt.ts";
import type { ShownFrame, StackItem } from "./frame.ts";
import { html, type Markup } from "./html-markup.ts";
import { sourceRoot } from "./source-root.ts";
import { hiddenFrames, type StackPart, type StackView, sharedStart, stackViews } from "./stack-view.ts";

/** The stacks of an incident side by side, what both have in common dimmed. */
export function htmlStacks(finding: ReportFinding, incident: Incident, text: Text): Markup {
	const views = stackViews(incident, text, sourceRoot(finding));
	const common = commonFrames(views);
	const both = sharedStart(views, text);
	const sides = views.map((view) =>
		side(finding, both === null ? view : { ...view, start: null }, common, text),
	);
	return html`<div class="sides">${sides}</div>${both === null ? null : started(both, common, text)}`;
}

const key = (frame: ShownFrame) => `${frame.function} ${frame.file}:${frame.line}`;

/** The frames that every one of several stacks has. */
function commonFrames(views: readonly StackView[]): ReadonlySet<string> {
	if (views.length < 2) return new Set();
	const all = views.map(
		({ items, start }) =>
			new Set(
				[...items, ...(start?.items ?? [])].flatMap(({ frame }) => (frame === null ? [] : [key(frame)])),
			),
	);
	const [first, ...others] = all;
	return new Set([...(first ?? [])].filter((frame) => others.every((set) => set.has(frame))));
}

function side(finding: ReportFinding, view: StackView, common: ReadonlySet<string>, text: Text): Markup {
	const source = view.at === null ? null : excerpt(finding, view.at);
	const start = view.start === null ? null : started(view.start, common, text);
	const lost = view.lost ? html`<p>${text.stack.notRestored}</p>` : null;
	return html`<section class="side"><h4>${view.heading}</h4>${source}${lost}${frames(view.items, common, text)}${start}</section>`;
}

function started({ heading, items }: StackPart, common: ReadonlySet<string>, text: Text): Markup {
	return html`<p class="start">${heading}</p>${frames(items, common, text)}`;
}

/** Source lines with the one at fault marked. */
export function excerpt(finding: ReportFinding, at: Pick<ShownFrame, "file" | "line">): Markup | null {
	const source = sourceAround(finding, at.file, at.line, 1);
	if (source === null) return null;
	const lines = dedent(source.lines).map((line, index) => {
		const number = source.start + index;
		const shown = line.replaceAll("\t", "    ").slice(0, 160);
		return number === source.fault
			? html`<mark><i>${number}</i>${shown}\n</mark>`
			: html`<i>${number}</i>${shown}\n`;
	});
	return html`<p class="at">${at.file}:${at.line}</p><pre>${lines}</pre>`;
}

function frames(items: readonly StackItem[], common: ReadonlySet<string>, text: Text): Markup {
	return html`<ol class="stack">${items.map((item) => frame(item, common, text))}</ol>`;
}

function frame(item: StackItem, common: ReadonlySet<string>, text: Text): Markup {
	if (item.frame === null) return html`<li class="hidden">… ${hiddenFrames(item.hidden, text)}</li>`;
	const { function: name, file, line } = item.frame;
	const shown = html`<b>${name}</b> <span>${file}:${line}</span>`;
	return common.has(key(item.frame)) ? html`<li class="common">${shown}</li>` : html`<li>${shown}</li>`;
}
