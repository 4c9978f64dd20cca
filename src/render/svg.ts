import type { Diagram, Participant, Step } from "./diagram.ts";
import { html, type Markup } from "./html-markup.ts";
import { visibleLine } from "./visible.ts";

const characterWidth = 6.7;
const smallestColumn = 120;
const headHeight = 46;
const stepHeight = 44;
const labelLength = 34;

interface Layout {
	/** Middle of each participant's column by its id. */
	middle: ReadonlyMap<string, number>;
	columns: readonly number[];
	width: number;
	height: number;
}

const widthOf = (line: string) => line.length * characterWidth + 20;
const cut = (line: string) => visibleLine(line, labelLength);

function layOut({ participants, steps }: Diagram): Layout {
	const longest = Math.max(0, ...steps.map(({ label }) => widthOf(cut(label.join(" ")))));
	const columns = participants.map(({ label }) =>
		Math.max(smallestColumn, longest, ...label.map((line) => widthOf(cut(line)))),
	);
	const middle = new Map<string, number>();
	let left = 0;
	participants.forEach(({ id }, index) => {
		const column = columns[index] ?? smallestColumn;
		middle.set(id, Math.round(left + column / 2));
		left += column + 16;
	});
	return {
		middle,
		columns,
		width: Math.round(left - 14),
		height: headHeight + (steps.length + 1) * stepHeight + 16,
	};
}

/** The picture of a race as SVG; its colours come from the page's style. `description` is read out instead of it. */
export function renderSvg(diagram: Diagram, description: string): Markup {
	const layout = layOut(diagram);
	const { width, height } = layout;
	const lines = [...layout.middle.values()].map((x) => `M${x} 40V${height}`).join("");
	return html`<svg class="race" role="img" aria-label="${description}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path class="life" d="${lines}"/>${diagram.participants.map((participant, index) => head(participant, index, layout))}${diagram.steps.map((step, index) => arrow(step, index, layout))}${note(diagram, layout)}</svg>`;
}

const memory = html` class="memory"`;

function head({ id, label, role }: Participant, index: number, { middle, columns }: Layout): Markup {
	const x = middle.get(id) ?? 0;
	const column = columns[index] ?? smallestColumn;
	const first = label.length > 1 ? 18 : 26;
	const lines = label.map((line, row) => html`<text x="${x}" y="${first + row * 16}">${cut(line)}</text>`);
	return html`<rect${role === "memory" ? memory : null} x="${x - Math.round(column / 2)}" width="${Math.round(column)}"/>${lines}`;
}

function arrow({ from, to, kind, label }: Step, index: number, { middle }: Layout): Markup {
	const y = headHeight + (index + 1) * stepHeight - 12;
	const start = middle.get(from) ?? 0;
	const end = middle.get(to) ?? 0;
	const sign = end > start ? -1 : 1;
	const centre = Math.round((start + end) / 2);
	return html`<path class="${kind}" d="M${start} ${y}H${end}m${sign * 8} -4l${-sign * 8} 4l${sign * 8} 4"/><text class="${kind}" x="${centre}" y="${y - 6}">${cut(label.join(" "))}</text>`;
}

function note({ steps, unordered, note: words }: Diagram, { middle }: Layout): Markup {
	const [left, right] = unordered.map((id) => middle.get(id) ?? 0).sort((a, b) => a - b);
	const y = headHeight + steps.length * stepHeight + 12;
	const width = Math.round(Math.max((right ?? 0) - (left ?? 0) + 60, widthOf(words)));
	const from = Math.round(((left ?? 0) + (right ?? 0) - width) / 2);
	return html`<rect class="note" x="${from}" y="${y}" width="${width}"/><text class="note" x="${from + Math.round(width / 2)}" y="${y + 17}">${words}</text>`;
}
