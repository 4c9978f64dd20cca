import type { Plot } from "../bench/result.ts";

const [width, height] = [640, 360];
const area = { left: 64, right: 16, top: 36, bottom: 92 };
/** Told apart without colour too, by their dashes. */
const strokes = [
	{ light: "#0b6bcb", dark: "#6cb6ff", dash: "" },
	{ light: "#b35900", dark: "#f0a35e", dash: "7 4" },
	{ light: "#2e7d32", dark: "#7ee787", dash: "2 4" },
	{ light: "#8e24aa", dark: "#d2a8ff", dash: "10 3 2 3" },
];

/** A plot as SVG, readable in light and in dark; the same plot gives the same text. */
export function plotSvg({ title, x, y, log, lines }: Plot): string {
	const all = lines.flatMap((line) => line.points);
	const toX = scale(
		all.map(([value]) => value),
		log,
		area.left,
		width - area.right,
	);
	const toY = scale(
		all.map(([, value]) => value),
		log,
		height - area.bottom,
		area.top,
	);
	const curves = lines.map(({ points }, index) => {
		const path = points.map(([a, b]) => `${round(toX.at(a))},${round(toY.at(b))}`).join(" ");
		return `<polyline class="c${index}" points="${path}"/>`;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
		`<style>${style()}</style>`,
		`<rect class="back" width="${width}" height="${height}"/>`,
		`<text class="title" x="${area.left}" y="22">${escapeXml(title)}</text>`,
		...toX.ticks.map((value) => tick(round(toX.at(value)), height - area.bottom + 18, "middle", value)),
		...toY.ticks.map((value) => tick(area.left - 8, round(toY.at(value)) + 4, "end", value)),
		...toY.ticks.map((value) => grid(round(toY.at(value)))),
		`<text x="${(area.left + width - area.right) / 2}" y="${height - area.bottom + 38}" text-anchor="middle">${escapeXml(x)}</text>`,
		`<text transform="translate(16 ${(area.top + height - area.bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeXml(y)}</text>`,
		...curves,
		...lines.map(({ name }, index) => legend(name, index)),
		"</svg>",
		"",
	].join("\n");
}

function style(): string {
	const curves = (theme: "light" | "dark") =>
		strokes.map((stroke, index) => `.c${index}{stroke:${stroke[theme]}}`).join("");
	const dashes = strokes.map(({ dash }, index) => `.c${index}{stroke-dasharray:${dash || "none"}}`).join("");
	const base =
		"text{font:12px system-ui,sans-serif;fill:#1f2328}.title{font-size:14px;font-weight:600}polyline,.key{fill:none;stroke-width:2}.grid{stroke:#d0d7de}.back{fill:#fff}";
	const dark = `text{fill:#e6edf3}.grid{stroke:#30363d}.back{fill:#0d1117}${curves("dark")}`;
	return `${base}${curves("light")}${dashes}@media (prefers-color-scheme:dark){${dark}}`;
}

interface Scale {
	at(value: number): number;
	ticks: number[];
}

function scale(values: readonly number[], log: boolean, from: number, to: number): Scale {
	const positive = values.filter((value) => !log || value > 0);
	const [low, high] = [log ? Math.min(...positive) : 0, Math.max(...positive)];
	const place = log ? Math.log : (value: number) => value;
	const span = place(high) - place(low) || 1;
	return {
		at: (value) => from + ((place(Math.max(value, low)) - place(low)) / span) * (to - from),
		ticks: log ? logTicks(low, high) : evenTicks(high),
	};
}

/** 1, 2 and 5 times powers of ten. */
function logTicks(low: number, high: number): number[] {
	const first = Math.floor(Math.log10(low));
	const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, index) => first + index);
	const ticks = powers.flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power));
	const inside = ticks.filter((value) => value >= low * 0.999 && value <= high * 1.001);
	return inside.length > 10 ? inside.filter((_, index) => index % 2 === 0) : inside;
}

function evenTicks(high: number): number[] {
	const power = 10 ** Math.floor(Math.log10(high || 1));
	const step = high / power > 5 ? power : power / 2;
	return Array.from({ length: Math.floor(high / step) + 1 }, (_, index) => index * step);
}

function tick(x: number, y: number, anchor: string, value: number): string {
	return `<text x="${x}" y="${y}" text-anchor="${anchor}">${Number(value.toPrecision(3))}</text>`;
}

function grid(y: number): string {
	return `<line class="grid" x1="${area.left}" x2="${width - area.right}" y1="${y}" y2="${y}"/>`;
}

function legend(name: string, index: number): string {
	const [x, y] = [area.left + (index % 2) * 280, height - 30 + Math.floor(index / 2) * 18];
	return `<line class="key c${index}" x1="${x}" x2="${x + 28}" y1="${y - 4}" y2="${y - 4}"/><text x="${x + 36}" y="${y}">${escapeXml(name)}</text>`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
