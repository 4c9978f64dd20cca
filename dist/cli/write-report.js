import { n as choice, t as texts } from "./language.js";
import { t as escapeJson } from "./escape-json.js";
import { c as plainPhrase } from "./message.js";
import { A as escapeUrl, C as markdownPhrase, D as findingDecision, E as sourceAround, M as shortFile, N as shortFunction, O as findingFacts, S as markdownLink, T as dedent, _ as sourceRoot, a as unusedSuppressions, b as verdict, d as rankFindings, f as notAudited, g as stackViews, h as sharedStart, i as addedSuppressions, j as raceDiagram, k as escapePath, m as hiddenFrames, o as helpLink, p as rejectedFixes, r as wholeBlocks, t as withGuideIn, u as groupFindings, v as bestFix, w as patchHunks } from "./with-guide-in.js";
import { n as visibleLine, r as visibleLines } from "./visible.js";
import { r as escapeTerminalSource, t as escapeTerminal } from "./escape-terminal.js";
import { r as stringWidth, t as terminalStyle } from "./terminal-style.js";
import { n as givenSettings } from "./command-options.js";
import { t as terminalStyle$1 } from "./terminal-style2.js";
import { n as writeResult } from "./write-result.js";
import { createHash } from "node:crypto";
// src/render/escape-html.ts
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text, max = 4e3) {
	return visibleLines(text, 400, max).join("\n").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
// src/render/html-markup.ts
var Markup = class {
	source;
	constructor(source) {
		this.source = source;
	}
};
function html(literals, ...holes) {
	return new Markup(literals.map((literal, index) => literal + filled(holes[index] ?? null)).join(""));
}
function filled(hole) {
	if (hole === null) return "";
	if (typeof hole === "string") return escapeHtml(hole);
	if (typeof hole === "number") return String(hole);
	return hole instanceof Markup ? hole.source : hole.map(({ source }) => source).join("");
}
function htmlPhrase(phrase) {
	return phrase.map((part) => typeof part === "string" ? html`${part}` : html`<code>${part.code}</code>`);
}
// src/render/html-stacks.ts
function htmlStacks(finding, incident, text) {
	const views = stackViews(incident, text, sourceRoot(finding));
	const common = commonFrames(views);
	const both = sharedStart(views, text);
	return html`<div class="sides">${views.map((view) => side(finding, both === null ? view : {
		...view,
		start: null
	}, common, text))}</div>${both === null ? null : started(both, common, text)}`;
}
const key = (frame) => `${frame.function} ${frame.file}:${frame.line}`;
function commonFrames(views) {
	if (views.length < 2) return new Set();
	const [first, ...others] = views.map(({ items, start }) => new Set([...items, ...start?.items ?? []].flatMap(({ frame }) => frame === null ? [] : [key(frame)])));
	return new Set([...first ?? []].filter((frame) => others.every((set) => set.has(frame))));
}
function side(finding, view, common, text) {
	const source = view.at === null ? null : excerpt(finding, view.at);
	const start = view.start === null ? null : started(view.start, common, text);
	const lost = view.lost ? html`<p>${text.stack.notRestored}</p>` : null;
	return html`<section class="side"><h4>${view.heading}</h4>${source}${lost}${frames(view.items, common, text)}${start}</section>`;
}
function started({ heading, items }, common, text) {
	return html`<p class="start">${heading}</p>${frames(items, common, text)}`;
}
function excerpt(finding, at) {
	const source = sourceAround(finding, at.file, at.line, 1);
	if (source === null) return null;
	const lines = dedent(source.lines).map((line, index) => {
		const number = source.start + index;
		const shown = line.replaceAll("	", "    ").slice(0, 160);
		return number === source.fault ? html`<mark><i>${number}</i>${shown}\n</mark>` : html`<i>${number}</i>${shown}\n`;
	});
	return html`<p class="at">${at.file}:${at.line}</p><pre>${lines}</pre>`;
}
function frames(items, common, text) {
	return html`<ol class="stack">${items.map((item) => frame(item, common, text))}</ol>`;
}
function frame(item, common, text) {
	if (item.frame === null) return html`<li class="hidden">… ${hiddenFrames(item.hidden, text)}</li>`;
	const { function: name, file, line } = item.frame;
	const shown = html`<b>${name}</b> <span>${file}:${line}</span>`;
	return common.has(key(item.frame)) ? html`<li class="common">${shown}</li>` : html`<li>${shown}</li>`;
}
// src/render/svg.ts
const characterWidth = 6.7;
const smallestColumn = 120;
const headHeight = 46;
const stepHeight = 44;
const labelLength = 34;
const widthOf = (line) => line.length * characterWidth + 20;
const cut = (line) => visibleLine(line, labelLength);
function layOut({ participants, steps }) {
	const longest = Math.max(0, ...steps.map(({ label }) => widthOf(cut(label.join(" ")))));
	const columns = participants.map(({ label }) => Math.max(smallestColumn, longest, ...label.map((line) => widthOf(cut(line)))));
	const middle = new Map();
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
		height: headHeight + (steps.length + 1) * stepHeight + 16
	};
}
function renderSvg(diagram, description) {
	const layout = layOut(diagram);
	const { width, height } = layout;
	return html`<svg class="race" role="img" aria-label="${description}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path class="life" d="${[...layout.middle.values()].map((x) => `M${x} 40V${height}`).join("")}"/>${diagram.participants.map((participant, index) => head(participant, index, layout))}${diagram.steps.map((step, index) => arrow(step, index, layout))}${note(diagram, layout)}</svg>`;
}
const memory = html` class="memory"`;
function head({ id, label, role }, index, { middle, columns }) {
	const x = middle.get(id) ?? 0;
	const column = columns[index] ?? smallestColumn;
	const first = label.length > 1 ? 18 : 26;
	const lines = label.map((line, row) => html`<text x="${x}" y="${first + row * 16}">${cut(line)}</text>`);
	return html`<rect${role === "memory" ? memory : null} x="${x - Math.round(column / 2)}" width="${Math.round(column)}"/>${lines}`;
}
function arrow({ from, to, kind, label }, index, { middle }) {
	const y = headHeight + (index + 1) * stepHeight - 12;
	const start = middle.get(from) ?? 0;
	const end = middle.get(to) ?? 0;
	const sign = end > start ? -1 : 1;
	const centre = Math.round((start + end) / 2);
	return html`<path class="${kind}" d="M${start} ${y}H${end}m${sign * 8} -4l${-sign * 8} 4l${sign * 8} 4"/><text class="${kind}" x="${centre}" y="${y - 6}">${cut(label.join(" "))}</text>`;
}
function note({ steps, unordered, note: words }, { middle }) {
	const [left, right] = unordered.map((id) => middle.get(id) ?? 0).sort((a, b) => a - b);
	const y = headHeight + steps.length * stepHeight + 12;
	const width = Math.round(Math.max((right ?? 0) - (left ?? 0) + 60, widthOf(words)));
	const from = Math.round(((left ?? 0) + (right ?? 0) - width) / 2);
	return html`<rect class="note" x="${from}" y="${y}" width="${width}"/><text class="note" x="${from + Math.round(width / 2)}" y="${y + 17}">${words}</text>`;
}
// src/render/html-finding.ts
const shownStates = [
	"new",
	"unchanged",
	"ignored",
	"absent"
];
function shownState(finding) {
	if (finding.state === "absent" || finding.suppression === null) return finding.state;
	return "ignored";
}
function stateName(state, text) {
	return state === "ignored" ? text.html.ignored : text.state[state];
}
function htmlFinding(finding, text, { open, picture }) {
	const { title, message } = text.describe(finding);
	const state = shownState(finding);
	const place = finding.at === null ? finding.package : `${finding.at.file}:${finding.at.line}`;
	const summary = html`<summary><span class="dot ${finding.severity}" title="${text.severity[finding.severity]}"></span><span class="title">${htmlPhrase(title)}</span><span class="state ${state}">${stateName(state, text)}</span><span class="place">${place}</span></summary>`;
	const facts = findingFacts(finding, text).map((fact) => html`<li>${htmlPhrase(fact)}</li>`);
	const opened = open ? html` open` : null;
	return html`<details class="finding" id="f-${finding.fingerprint}" data-state="${state}" data-section="${finding.section}" data-package="${finding.package}"${opened}>${summary}<div class="body"><p>${htmlPhrase(message)}</p><ul class="facts">${facts}</ul>${proof(finding, text, picture)}${fix(finding, text)}${guidance(finding, text)}</div></details>`;
}
function proof(finding, text, withPicture) {
	const [incident] = finding.incidents;
	const evidence = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		return html`<li>${at === null ? null : html`<span>${at.file}:${at.line}</span> `}${htmlPhrase(text.said(words, message))}</li>`;
	});
	const why = evidence.length === 0 ? null : html`<h3>${text.finding.evidence}</h3><ul class="evidence">${evidence}</ul>`;
	if (incident === void 0) return html`${finding.at === null ? null : excerpt(finding, finding.at)}${why}`;
	return html`<h3>${incident.kind === "race" ? text.finding.accesses : text.finding.crash}</h3>${incident.kind === "race" ? null : html`<pre>${incident.messages.slice(0, 8).join("\n")}</pre>`}${htmlStacks(finding, incident, text)}${involved$1(finding, text)}${withPicture ? picture(finding, text) : null}${why}`;
}
function involved$1(finding, text) {
	if (finding.involved.length === 0) return null;
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = [goroutine, state].filter((part) => part !== null).join(" ");
		const where = frame === null ? null : html` <code>${frame.function}</code> <span>${frame.file}:${frame.line}</span>`;
		return html`<li>goroutine ${who}: ${text.finding.why[why]}${where}</li>`;
	});
	return html`<h3>${text.finding.involved}</h3><ul class="evidence">${items}</ul>`;
}
function picture(finding, text) {
	const race = finding.incidents.find((incident) => incident.kind === "race");
	const diagram = race === void 0 ? null : raceDiagram(finding, race, text, sourceRoot(finding));
	if (diagram === null) return null;
	const description = `${text.diagram.description}: ${diagram.note}`;
	return html`<h3>${text.finding.picture}</h3><div class="picture">${renderSvg(diagram, description)}</div>`;
}
function fix(finding, text) {
	const proposed = bestFix(finding);
	if (proposed === null) return notOffered$1(finding, text);
	const hunks = patchHunks(finding, proposed) ?? [];
	const patch = hunks.length === 0 ? null : html`<pre class="patch">${hunks.map(hunkLines)}</pre>`;
	return html`<h3>${text.fix.suggestion}</h3><p>${htmlPhrase(text.said(proposed.words, proposed.title))} (${htmlPhrase(verdict(proposed, text))})</p>${patch}`;
}
function notOffered$1(finding, text) {
	const items = rejectedFixes(finding, text).map((phrase) => html`<li>${htmlPhrase(phrase)}</li>`);
	return items.length === 0 ? null : html`<h3>${text.fix.notOffered}</h3><ul>${items}</ul>`;
}
function hunkLines({ file, oldStart, lines }) {
	return html`<span class="hunk">${file}:${oldStart}\n</span>${lines.map(patchLine$1)}`;
}
function patchLine$1(line) {
	const code = html`<span>${line.slice(1, 200)}</span>`;
	if (line.startsWith("-")) return html`<del>- ${code}\n</del>`;
	return line.startsWith("+") ? html`<ins>+ ${code}\n</ins>` : html`  ${code}\n`;
}
function guidance(finding, text) {
	const url = escapeUrl(finding.guide);
	const link = url === "" ? null : html` <a href="${url}">${text.finding.readGuide}</a>`;
	const related = finding.related.slice(0, 10).map((one) => html` <a href="#f-${one}"><code>${one.slice(0, 8)}</code></a>`);
	const others = related.length === 0 ? null : html`<p class="related">${htmlPhrase(text.finding.related(related.length))}:${related}</p>`;
	const command = html`<div class="command"><pre>${finding.reproduce}</pre><button type="button" data-copy>${text.html.copy}</button></div>`;
	return html`<h3>${text.finding.whatToDo}</h3><p>${htmlPhrase(text.guide[finding.section].summary)}${link}</p><h3>${text.finding.reproduce}</h3>${command}${others}<p class="fingerprint">${text.finding.fingerprint} <code>${finding.fingerprint}</code></p>`;
}
// src/render/html-controls.ts
function htmlControls(findings, text) {
	const count = (n) => ` (${text.number(n)})`;
	const states = shownStates.flatMap((state) => {
		const held = findings.filter((finding) => shownState(finding) === state).length;
		return held === 0 ? [] : [[state, stateName(state, text) + count(held)]];
	});
	const sections = tally(findings.map(({ section }) => section)).map(([id, held]) => [id, plainPhrase(text.guide[id].title).replaceAll("`", "") + count(held)]);
	const packages = tally(findings.flatMap((finding) => finding.package ?? [])).map(([name, held]) => [name, name + count(held)]);
	return html`<form id="filter" role="search" aria-label="${text.html.filter}">
<label>${text.html.search} <input type="search" name="text" placeholder="${text.html.searchHint}"></label>
${select("state", text.report.columns.state, text.html.allStates, states)}
${select("section", text.report.columns.finding, text.html.allSections, sections)}
${select("package", text.html.package, text.html.allPackages, packages)}
<output aria-live="polite"></output>
</form>`;
}
function tally(values) {
	const held = new Map();
	for (const value of values) held.set(value, (held.get(value) ?? 0) + 1);
	return [...held].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
function select(name, label, all, choices) {
	return html`<label>${label} <select name="${name}"><option value="">${all}</option>${choices.map(([value, shown]) => html`<option value="${value}">${shown}</option>`)}</select></label>`;
}
// src/render/html-recovery.ts
function htmlGaps({ gaps }, text) {
	if (gaps.length === 0) return null;
	const items = gaps.map(({ kind, package: name, message, words, detail }) => {
		const who = name === null ? html`${text.report.wholeAudit}` : html`<code>${name}</code>`;
		const said = detail?.startsWith(message) ? null : html`: ${htmlPhrase(text.said(words, message))}`;
		const printed = detail === null ? null : html`<pre>${detail}</pre>`;
		return html`<li>${who} ${text.gap[kind]}${said}${printed}</li>`;
	});
	return html`<section class="gaps" aria-labelledby="gaps"><h2 id="gaps">${text.report.gaps}</h2><p>${text.report.gapsMeaning}</p><ul>${items}</ul></section>`;
}
function htmlRecovery({ recovery, plan }, text) {
	if (recovery === null || recovery.goroutines === 0) return null;
	const { covered, goroutines, exempt } = recovery;
	const counts = [text.report.covered(covered, goroutines), ...exempt > 0 ? [text.report.exempt(exempt)] : []];
	const tiles = packageTiles(recovery, plan.packages, plan.modules).map(({ name, sites }) => {
		const list = sites.map(({ file, line, function: started }) => html`<li>${file}:${line} <code>${started}</code></li>`);
		const lines = list.length === 0 ? null : html`<ul>${list}</ul>`;
		return html`<li class="tile${sites.length === 0 ? " fine" : ""}"><b>${name}</b> <span>${text.html.withoutRecover(sites.length)}</span>${lines}</li>`;
	});
	return html`<section aria-labelledby="recovery"><h2 id="recovery">${text.html.recoveryMap}</h2><p>${counts.map((one, index) => html`${index > 0 ? " · " : ""}${htmlPhrase(one)}`)}</p><meter min="0" max="${goroutines}" value="${covered}" aria-label="${text.report.recovery}"></meter><ul class="tiles">${tiles}</ul></section>`;
}
const folder = (file) => file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
function homeOf(file, names) {
	const place = folder(file);
	const [longest] = names.filter((name) => place === name || place.endsWith(`/${name}`)).sort((a, b) => b.length - a.length);
	return longest ?? (names.includes(".") ? "." : place);
}
function packageTiles({ uncovered }, packages, modules) {
	const names = packages.map((path) => {
		const module = modules.find((one) => path === one || path.startsWith(`${one}/`));
		return module === void 0 ? path : path.slice(module.length + 1) || ".";
	});
	const homes = new Map(uncovered.map((site) => [site, homeOf(site.file, names)]));
	return [...new Set([...names, ...homes.values()])].map((name) => ({
		name,
		sites: uncovered.filter((site) => homes.get(site) === name)
	})).sort((a, b) => b.sites.length - a.sites.length || (a.name < b.name ? -1 : 1));
}
// src/render/html-script.ts
const script = `"use strict";
const form = document.getElementById("filter");
const findings = [...document.querySelectorAll(".finding")];
const words = new Map(findings.map((one) => [one, one.textContent.toLowerCase()]));
function filter() {
	const wanted = Object.fromEntries(new FormData(form));
	const text = wanted.text.trim().toLowerCase();
	let shown = 0;
	for (const one of findings) {
		const fits = ["state", "section", "package"].every((key) => wanted[key] === "" || one.dataset[key] === wanted[key]);
		one.hidden = !(fits && words.get(one).includes(text));
		if (!one.hidden) shown += 1;
	}
	document.getElementById("none").hidden = shown > 0;
	form.querySelector("output").textContent = document.body.dataset.shown
		.replace("{shown}", shown)
		.replace("{all}", findings.length);
}
if (form) {
	form.addEventListener("input", filter);
	form.addEventListener("submit", (event) => event.preventDefault());
	filter();
}
document.addEventListener("click", async (event) => {
	const button = event.target.closest("[data-copy]");
	if (!button) return;
	const code = button.parentElement.querySelector("pre");
	try {
		await navigator.clipboard.writeText(code.textContent);
	} catch {
		const range = document.createRange();
		range.selectNodeContents(code);
		getSelection().removeAllRanges();
		getSelection().addRange(range);
		document.execCommand("copy");
	}
	const before = button.textContent;
	button.textContent = document.body.dataset.copied;
	setTimeout(() => (button.textContent = before), 1500);
});
for (const one of document.querySelectorAll("pre, .picture")) one.tabIndex = 0;
function unfold() {
	const target = location.hash.startsWith("#f-") ? document.getElementById(location.hash.slice(1)) : null;
	if (target) target.open = true;
}
addEventListener("hashchange", unfold);
unfold();
addEventListener("beforeprint", () => findings.forEach((one) => (one.open = true)));
`;
// src/render/html-style.ts
const style = `
:root { color-scheme: light dark;
	--page: light-dark(#ffffff, #0d1117); --panel: light-dark(#f6f8fa, #161b22); --line: light-dark(#d1d9e0, #30363d);
	--ink: light-dark(#1f2328, #e6edf3); --quiet: light-dark(#59636e, #9198a1); --link: light-dark(#0550ae, #79c0ff);
	--red: light-dark(#b31d28, #ff938a); --amber: light-dark(#7a4d00, #e3b341); --green: light-dark(#116329, #56d364);
	--redback: light-dark(#ffebe9, #3c1618); --amberback: light-dark(#fff8c5, #3a2d0b); --greenback: light-dark(#dafbe1, #12331c);
	--mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 75rem; background: var(--page); color: var(--ink);
	font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; margin: 1.5rem 0 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: .8rem; margin: 1.2rem 0 .4rem; color: var(--quiet); text-transform: uppercase; letter-spacing: .04em; }
h4 { font-size: .95rem; margin: 0 0 .4rem; }
p { margin: .3rem 0; } a { color: var(--link); }
code, pre, .at, .place, .stack, .evidence span { font-family: var(--mono); font-size: .86em; }
code { background: var(--panel); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; margin: .3rem 0; padding: .5rem .7rem; overflow-x: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem; }
header p, footer, .place, .fingerprint, .related { color: var(--quiet); }
.cards { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; margin: 1rem 0; }
.cards li { border: 1px solid var(--line); border-top: 3px solid var(--quiet); border-radius: 6px; padding: .4rem .9rem; min-width: 7rem; }
.cards b { display: block; font-size: 1.5rem; line-height: 1.2; }
.cards .new:not(.zero) { border-top-color: var(--red); } .cards .gaps:not(.zero) { border-top-color: var(--amber); } .cards .absent:not(.zero) { border-top-color: var(--green); }
#filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; background: var(--page); padding: .7rem 0; border-bottom: 1px solid var(--line); }
#filter label { display: grid; font-size: .8rem; color: var(--quiet); min-width: 0; }
#filter input, #filter select { font: inherit; font-size: .9rem; padding: .3rem .5rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--page); color: var(--ink); max-width: 17rem; }
#filter output { margin-left: auto; color: var(--quiet); font-size: .9rem; }
.finding { border: 1px solid var(--line); border-radius: 8px; margin: .7rem 0; scroll-margin-top: 5rem; }
.finding summary { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .7rem; align-items: baseline; padding: .6rem .9rem; cursor: pointer; list-style: none; }
.finding summary::-webkit-details-marker { display: none; }
.finding[open] summary { border-bottom: 1px solid var(--line); background: var(--panel); border-radius: 8px 8px 0 0; }
.finding summary code { background: none; padding: 0; }
.title { font-weight: 600; } .place { grid-column: 2 / 4; overflow-wrap: anywhere; }
.dot { width: .7rem; height: .7rem; border-radius: 50%; background: var(--quiet); align-self: center; }
.dot.error { background: var(--red); } .dot.warning { background: var(--amber); border-radius: 2px; }
.state { font-size: .8rem; border-radius: 1rem; padding: .05rem .6rem; border: 1px solid var(--line); color: var(--quiet); white-space: nowrap; }
.state.new { color: var(--red); background: var(--redback); border-color: transparent; } .state.absent { color: var(--green); background: var(--greenback); border-color: transparent; }
.body { padding: .7rem .9rem 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: .5rem 0; color: var(--quiet); font-size: .9rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: .8rem; }
.side { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; min-width: 0; }
.at, .start { margin: .5rem 0 .1rem; color: var(--quiet); font-size: .86em; }
pre i { display: inline-block; min-width: 2.4em; color: var(--quiet); font-style: normal; user-select: none; }
pre mark { display: block; margin: 0 -.7rem; padding: 0 .7rem; background: var(--redback); color: inherit; } pre mark i { color: var(--ink); }
.stack { list-style: none; margin: .3rem 0; padding: 0; } .stack li { overflow-wrap: anywhere; padding: .05rem 0; }
.stack b { font-weight: 600; } .stack span, .stack .hidden, .evidence span { color: var(--quiet); } .stack .common b { font-weight: 400; color: var(--quiet); }
.picture { overflow-x: auto; }
svg.race { max-width: none; } svg text { font: 12px var(--mono); text-anchor: middle; fill: var(--ink); }
svg rect { fill: var(--panel); stroke: var(--line); } svg rect:not(.note) { y: 1px; height: 38px; rx: 6px; } svg .life { stroke: var(--line); stroke-dasharray: 3 3; } svg path { fill: none; stroke: var(--ink); stroke-width: 1.4; }
svg rect.memory { stroke: var(--red); } svg path.start { stroke: var(--quiet); stroke-dasharray: 5 3; } svg text.start { fill: var(--quiet); }
svg path.write { stroke: var(--red); stroke-width: 2; } svg text.write { fill: var(--red); } svg path.read { stroke: var(--link); stroke-width: 2; } svg text.read { fill: var(--link); }
svg rect.note { height: 26px; rx: 4px; fill: var(--redback); stroke: var(--red); stroke-dasharray: 4 3; } svg text.note { fill: var(--red); }
.patch { tab-size: 4; } .patch span:not(.hunk) { display: inline-block; } .patch del, .patch ins { display: block; text-decoration: none; margin: 0 -.7rem; padding: 0 .7rem; } .patch del { background: var(--redback); } .patch ins { background: var(--greenback); } .hunk { color: var(--quiet); }
.command { display: flex; gap: .5rem; align-items: start; } .command pre { flex: 1; min-width: 0; }
button { font: inherit; font-size: .85rem; margin: .3rem 0; padding: .45rem .8rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--panel); color: var(--ink); cursor: pointer; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .6rem; list-style: none; padding: 0; }
.tile { border: 1px solid var(--amber); background: var(--amberback); border-radius: 6px; padding: .5rem .8rem; overflow-wrap: anywhere; } .tile.fine { border-color: var(--line); background: var(--greenback); }
.tile b { display: block; } .tile ul { padding-left: 1.1rem; margin: .3rem 0 0; font-size: .86em; } .tile code { background: none; padding: 0; }
meter { width: 100%; height: .8rem; }
@media print { #filter, .skip, [data-copy] { display: none; } body { max-width: none; font-size: 10pt; } .finding { break-inside: avoid-page; } pre { white-space: pre-wrap; } }
`;
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/render/html.ts
var _templateObject;
const unfolded = 3;
const roomForPictures = 35e4;
function renderHtml(report, text) {
	const { fresh, known, notes, ignored, gone } = groupFindings(report.findings);
	const findings = [
		...fresh,
		...known,
		...notes,
		...ignored,
		...gone
	];
	const list = findingList(findings, text);
	return `${page(report, text, html`<a class="skip" href="#findings">${text.html.skip}</a>
${header(report, text)}
<main>
${findings.length === 0 ? null : htmlControls(findings, text)}
<section id="findings" aria-labelledby="list" tabindex="-1">
<h2 id="list">${text.report.findings}</h2>
${list}
<p id="none" hidden>${text.html.noneShown}</p>
</section>
${htmlGaps(report, text)}
${htmlRecovery(report, text)}
</main>
<footer><p>${report.tool.name} ${report.tool.version} · ${report.startedAt}</p></footer>`).source}\n`;
}
function findingList(findings, text) {
	let size = 0;
	return findings.map((finding, index) => {
		const shown = htmlFinding(finding, text, {
			open: index < unfolded && shownState(finding) === "new",
			picture: size < roomForPictures
		});
		size += shown.source.length;
		return shown;
	});
}
const hash = (source) => `sha256-${createHash("sha256").update(source).digest("base64")}`;
function page(report, text, body) {
	const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
	const name = report.change?.repository ?? report.plan.modules[0] ?? "";
	return html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"",
		"\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
		": ",
		"</title>\n<style>",
		"</style>\n</head>\n<body data-copied=\"",
		"\" data-shown=\"",
		"\">\n",
		"\n<script>",
		"<\/script>\n</body>\n</html>"
	])), text.language, policy, text.html.title, name, new Markup(style), text.html.copied, text.html.shown, body, new Markup(script));
}
function header(report, text) {
	const { fresh, known, ignored, gone } = groupFindings(report.findings);
	const shown = [
		[
			"new",
			fresh.length,
			text.state.new
		],
		[
			"unchanged",
			known.length,
			text.state.unchanged
		],
		[
			"absent",
			gone.length,
			text.state.absent
		],
		[
			"ignored",
			ignored.length,
			text.html.ignored
		],
		[
			"gaps",
			report.gaps.length,
			text.report.gaps
		]
	].map(([kind, count, name]) => html`<li class="${kind}${count === 0 ? " zero" : ""}"><b>${text.number(count)}</b> ${name}</li>`);
	const { repository, pullRequest, head } = report.change ?? {
		repository: null,
		pullRequest: null,
		head: null
	};
	const where = [
		repository ?? report.plan.modules[0] ?? "",
		pullRequest === null ? "" : `#${pullRequest}`,
		head === null ? "" : head.slice(0, 12)
	].filter((part) => part !== "");
	const took = htmlPhrase(text.report.took(report.durationMs, report.plan.packages.length, report.go));
	const asides = notAudited(report, text).map((aside) => html`<p>${htmlPhrase(aside)}</p>`);
	return html`<header><h1>${text.html.title}</h1><p>${where.join(" ")} · ${took}</p>${asides}<ul class="cards">${shown}</ul></header>`;
}
// src/render/summary-options.ts
const plainSummary = {
	server: "https://github.com",
	comments: new Map(),
	fullReport: null,
	commands: false
};
// src/render/markdown.ts
function renderMarkdown(report, text) {
	return `${wholeBlocks(report, text, plainSummary).map(({ text: block }) => block).filter((block) => block !== "").join("\n\n")}\n`;
}
// src/render/escape-sarif.ts
function escapeSarif(text, max = 1e3) {
	return visibleLine(text, max).replace(/[{}]/g, "$&$&").replace(/[[\]\\]/g, "\\$&");
}
// src/render/sarif-location.ts
const locationLimit = 100;
function physicalLocation({ file, line, endLine }) {
	return {
		artifactLocation: {
			uri: escapePath(file),
			uriBaseId: "%SRCROOT%"
		},
		region: {
			startLine: line,
			endLine: Math.max(line, endLine)
		}
	};
}
function codeFlows(finding, text) {
	const [incident] = finding.incidents;
	if (incident === void 0) return [];
	const root = sourceRoot(finding);
	const threadFlows = threads(incident, text).flatMap(({ id, heading, start, stack }) => {
		const locations = [...start.toReversed(), ...stack.toReversed()].map((frame) => location(frame, root));
		return locations.length === 0 ? [] : [threadFlow(id, heading, locations)];
	});
	return threadFlows.length === 0 ? [] : [{ threadFlows }];
}
function threadFlow(id, heading, locations) {
	Math.floor(locationLimit / 2) - 1;
	return {
		id,
		message: { text: escapeSarif(heading) },
		locations: locations.slice(-49)
	};
}
function threads(incident, text) {
	if (incident.kind !== "race") {
		const { goroutine, stack, createdBy } = incident;
		const start = createdBy === null ? [] : [{
			...createdBy,
			origin: "user"
		}];
		return [{
			id: String(goroutine),
			heading: text.stack.goroutine(goroutine),
			start,
			stack
		}];
	}
	return incident.accesses.map((access, index) => {
		const name = text.stack.access(access.operation, access.atomic, access.previous);
		const creation = incident.goroutines.find(({ goroutine }) => goroutine === access.goroutine);
		return {
			id: `${index}-${access.goroutine}`,
			heading: `${name} ${text.stack.by(access.goroutine)}`,
			start: creation?.stack ?? [],
			stack: access.stack
		};
	});
}
function location(frame, root) {
	const file = shortFile(frame, root).replace(/^…\//, "");
	const inRepository = root !== null && frame.file.replaceAll("\\", "/").startsWith(`${root}/`);
	return {
		location: {
			physicalLocation: {
				artifactLocation: {
					uri: escapePath(file),
					...inRepository ? { uriBaseId: "%SRCROOT%" } : {}
				},
				region: { startLine: Math.max(1, frame.line) }
			},
			message: { text: escapeSarif(shortFunction(frame.function)) }
		},
		...frame.origin === "user" ? { importance: "essential" } : { importance: "unimportant" }
	};
}
// src/render/sarif-rule.ts
function sarifRules(findings, text) {
	const first = new Map();
	for (const finding of findings) if (!first.has(finding.section)) first.set(finding.section, finding);
	return [...first.values()].map((finding) => rule(finding, text));
}
function rule({ section, guide, kind }, text) {
	const { title, summary } = text.guide[section];
	const full = plainPhrase(summary);
	const url = escapeUrl(guide);
	const link = `${text.finding.readGuide}: ${url}`;
	return {
		id: section,
		name: pascalCase(section),
		shortDescription: { text: plainPhrase(title) },
		fullDescription: { text: full },
		...url === "" ? {} : { helpUri: url },
		help: {
			text: `${full}\n\n${link}`,
			markdown: `${markdownPhrase(summary)}\n\n${markdownLink(text.finding.readGuide, guide)}`
		},
		defaultConfiguration: { level: kind === "lint" ? "warning" : "error" },
		properties: {
			tags: [
				"concurrency",
				"go",
				section.split("-")[0] ?? section
			],
			precision: kind === "lint" ? "high" : "very-high",
			"problem.severity": kind === "lint" ? "warning" : "error"
		}
	};
}
const pascalCase = (id) => id.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
// src/render/sarif.ts
const nowhere = {
	file: "go.mod",
	line: 1,
	endLine: 1
};
const resultLimit = 5e3;
function renderSarif(report, text) {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [run(report, text)]
	};
}
function run(report, text) {
	const ranked = rankFindings(report.findings).slice(0, resultLimit);
	const rules = sarifRules(ranked, text);
	const head = report.change?.head ?? null;
	const repository = report.change?.repository ?? null;
	return {
		tool: { driver: {
			name: visibleLine(report.tool.name, 100),
			version: visibleLine(report.tool.version, 100),
			informationUri: "https://github.com/go-race-audit/go-race-audit",
			language: text.language,
			rules
		} },
		automationDetails: { id: `race-audit/${visibleLine(report.plan.shard?.replace("/", "-of-") ?? "all", 20)}` },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: text.report.root } } },
		invocations: [{
			executionSuccessful: report.gaps.length === 0,
			startTimeUtc: report.startedAt,
			toolExecutionNotifications: report.gaps.map((gap) => notification(gap, text))
		}],
		...head === null || repository === null ? {} : { versionControlProvenance: [{
			repositoryUri: `https://github.com/${escapePath(repository)}`,
			revisionId: visibleLine(head, 64),
			mappedTo: { uriBaseId: "%SRCROOT%" }
		}] },
		results: ranked.map((finding) => result(finding, rules.findIndex(({ id }) => id === finding.section), text))
	};
}
function notification(gap, text) {
	return {
		level: "warning",
		message: { text: escapeSarif(`${gap.package ?? text.report.wholeAudit} ${text.gap[gap.kind]}: ${plainPhrase(text.said(gap.words, gap.message))}`) }
	};
}
function result(finding, ruleIndex, text) {
	const { title, message } = text.describe(finding);
	const flows = codeFlows(finding, text);
	return {
		ruleId: finding.section,
		ruleIndex,
		level: finding.severity,
		message: { text: `${escapeSarif(plainPhrase(title))}. ${escapeSarif(plainPhrase(message))}` },
		locations: [{ physicalLocation: physicalLocation(finding.at ?? nowhere) }],
		relatedLocations: finding.evidence.flatMap(({ at, message: said, words }, id) => {
			const message = { text: escapeSarif(plainPhrase(text.said(words, said))) };
			return at === null ? [] : [{
				id,
				physicalLocation: physicalLocation(at),
				message
			}];
		}),
		...flows.length === 0 ? {} : { codeFlows: flows },
		partialFingerprints: { "raceAudit/v1": finding.fingerprint },
		baselineState: finding.state,
		...finding.suppression === null ? {} : { suppressions: [suppression(finding.suppression)] },
		...finding.incidentCount > 0 ? { occurrenceCount: finding.incidentCount } : {}
	};
}
function suppression({ reason, until, source }) {
	const limit = until === null ? "" : ` (${until})`;
	return {
		kind: source === "comment in source" ? "inSource" : "external",
		status: "accepted",
		justification: visibleLine(`${reason}${limit}`, 1e3)
	};
}
// src/render/terminal-finding.ts
const tint = {
	error: "red",
	warning: "yellow",
	note: "blue"
};
function terminalFinding(finding, text, style) {
	const { title, message } = text.describe(finding);
	const { colour } = style;
	const mark = colour[tint[finding.severity]](colour.bold(text.severity[finding.severity]));
	const facts = [[text.state[finding.state]], ...findingFacts(finding, text)].map(style.phrase).join(" · ");
	return [
		style.wrap(`${mark} ${colour.bold(style.phrase(title))}`, 0),
		style.wrap(style.phrase(message), 2),
		style.wrap(colour.dim(facts), 2),
		"",
		...source(finding, style),
		...incidentLines(finding, text, style),
		...involved(finding, text, style),
		...evidence(finding, text, style),
		...fixLines(finding, text, style),
		...nextSteps(finding, text, style)
	];
}
function source(finding, style) {
	const { at } = finding;
	if (at === null) return [];
	const { colour } = style;
	const view = sourceAround(finding, at.file, at.line, 2);
	const place = `  ${colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)}`;
	if (view === null) return finding.incidents.length > 0 && sourceRoot(finding) === null ? [] : [place, ""];
	const gutter = String(view.start + view.lines.length).length;
	const room = style.room(gutter + 5);
	return [
		place,
		...view.lines.flatMap((line, index) => {
			const number = view.start + index;
			const shown = `  ${colour.dim(`${String(number).padStart(gutter)} │`)} ${escapeTerminalSource(line, room)}`;
			if (number !== view.fault) return [shown];
			return [shown, `  ${" ".repeat(gutter)} ${colour.dim("│")} ${caret(line, finding.facts.subject, style, room)}`];
		}),
		""
	];
}
function caret(line, subject, { colour }, room) {
	const code = line.trim();
	const name = subject?.split(".").at(-1) ?? "";
	const found = indexOfWord(line, name);
	const start = found >= 0 ? found : line.indexOf(code);
	const width = stringWidth(escapeTerminalSource(`${line.slice(0, start)}|`)) - 1;
	const length = Math.min(found >= 0 ? name.length : code.length, longestCaret);
	const before = Math.min(Math.max(0, width), room - 1);
	return " ".repeat(before) + colour.red("^".repeat(Math.max(1, Math.min(length, room - before))));
}
const longestCaret = 60;
function indexOfWord(line, name) {
	if (name === "" || name.length > longestCaret) return -1;
	const isWord = (character) => character !== void 0 && /[\p{L}\p{N}_]/u.test(character);
	for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) if (!isWord(line[at - 1]) && !isWord(line[at + name.length])) return at;
	return -1;
}
function incidentLines(finding, text, style) {
	const [incident] = finding.incidents;
	if (incident === void 0) return [];
	const views = stackViews(incident, text, sourceRoot(finding));
	const both = sharedStart(views, text);
	return [
		...views.flatMap((view) => [
			...part(view, text, style, 2),
			...view.lost ? [style.wrap(style.colour.dim(text.stack.notRestored), 4)] : [],
			...view.start === null || both !== null ? [] : part(view.start, text, style, 2)
		]),
		...both === null ? [] : part(both, text, style, 2),
		""
	];
}
function part({ heading, items }, text, style, indent) {
	const frames = items.flatMap((item) => item.frame === null ? [] : [item.frame]);
	const names = frames.map((frame) => stringWidth(shownName(frame)));
	const places = frames.map((frame) => stringWidth(shownPlace(frame)));
	const column = Math.min(44, Math.max(0, ...names)) + 2;
	const fits = frames.every((_, index) => Math.max(column, (names[index] ?? 0) + 2) + (places[index] ?? 0) <= style.room(indent + 2));
	return [`${" ".repeat(indent)}${style.colour.bold(heading)}`, ...items.flatMap((item) => frameLines(item, fits ? column : null, text, style, indent + 2))];
}
const shownName = (frame) => escapeTerminal(frame.function, 80);
const shownPlace = (frame) => `${escapeTerminal(frame.file)}:${frame.line}`;
function frameLines(item, column, text, style, indent) {
	const lead = " ".repeat(indent);
	if (item.frame === null) return [lead + style.colour.dim(escapeTerminal(`… ${hiddenFrames(item.hidden, text)}`))];
	const name = shownName(item.frame);
	const place = style.colour.cyan(shownPlace(item.frame));
	if (column === null) return [lead + name, `${lead}  ${place}`];
	return [lead + name + " ".repeat(Math.max(2, column - stringWidth(name))) + place];
}
function involved(finding, text, style) {
	if (finding.involved.length === 0) return [];
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = escapeTerminal(`${goroutine ?? ""}${state === null ? "" : ` (${state})`}`);
		const where = frame === null ? "" : `: ${escapeTerminal(frame.function, 80)} ${style.colour.cyan(`${escapeTerminal(frame.file)}:${frame.line}`)}`;
		return style.wrap(`goroutine ${who} ${text.finding.why[why]}${where}`, 4);
	});
	return [
		`  ${style.colour.bold(text.finding.involved)}`,
		...items,
		""
	];
}
function evidence(finding, text, style) {
	if (finding.evidence.length === 0) return [];
	const items = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		const place = at === null ? "" : `${style.colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)} `;
		return style.wrap(`${place}${style.phrase(text.said(words, message))}`, 4);
	});
	return [
		`  ${style.colour.bold(text.finding.evidence)}`,
		...items,
		""
	];
}
function fixLines(finding, text, style) {
	const fix = bestFix(finding);
	if (fix === null) return notOffered(finding, text, style);
	const { colour } = style;
	const changed = (patchHunks(finding, fix) ?? []).flatMap((hunk) => [`    ${colour.cyan(`${escapeTerminal(hunk.file)}:${hunk.oldStart}`)}`, ...hunk.lines.map((line) => `    ${patchLine(line, style)}`)]);
	const title = `${colour.bold(text.fix.suggestion)}: ${style.phrase(text.said(fix.words, fix.title))} (${style.phrase(verdict(fix, text))})`;
	return [
		style.wrap(title, 2),
		...changed.slice(0, 40),
		""
	];
}
function notOffered(finding, text, style) {
	const items = rejectedFixes(finding, text).map((phrase) => style.wrap(style.phrase(phrase), 4));
	return items.length === 0 ? [] : [
		`  ${style.colour.bold(text.fix.notOffered)}`,
		...items,
		""
	];
}
function patchLine(line, { colour, room }) {
	const shown = `${line.slice(0, 1)} ${escapeTerminalSource(line.slice(1), room(6))}`;
	if (line.startsWith("-")) return colour.red(shown);
	return line.startsWith("+") ? colour.green(shown) : shown;
}
function nextSteps(finding, text, style) {
	const { colour } = style;
	const { summary } = text.guide[finding.section];
	const copied = [
		[text.finding.guideShort, style.link(finding.guide)],
		[text.finding.reproduce, colour.green(escapeTerminal(finding.reproduce, 500))],
		...finding.section.endsWith("-unclassified") ? [[text.finding.askForHelp, style.link(helpLink(finding))]] : []
	];
	return [
		style.wrap(`${colour.bold(text.finding.whatToDo)}: ${style.phrase(summary)}`, 2),
		...copied.map(([name, value]) => `  ${colour.bold(name)}: ${value}`),
		`  ${colour.dim(`${text.finding.fingerprint}: ${escapeTerminal(finding.fingerprint)}`)}`
	];
}
// src/render/terminal.ts
function renderTerminal(report, text, options) {
	const style = terminalStyle(options);
	const groups = groupFindings(report.findings);
	return [
		...[...groups.fresh, ...groups.known].flatMap((finding) => [
			...terminalFinding(finding, text, style),
			"",
			""
		]),
		...titles(text.report.notes, groups.notes, text, style),
		...titles(text.report.suppressedFindings, groups.ignored, text, style, findingDecision),
		...titles(text.report.fixedFindings, groups.gone, text, style),
		...gaps(report, text, style),
		...recovery(report, text, style),
		...totals(report, groups, text, style),
		""
	].join("\n");
}
function titles(heading, findings, text, style, more = () => []) {
	if (findings.length === 0) return [];
	const lines = findings.map((finding) => {
		const { at } = finding;
		const place = at === null ? "" : ` ${style.colour.cyan(`${escapeTerminal(at.file)}:${at.line}`)}`;
		const facts = more(finding, text).map((fact) => ` · ${style.phrase(fact)}`);
		return style.wrap(`${style.phrase(text.describe(finding).title)}${place}${facts.join("")}`, 2);
	});
	return [
		style.colour.bold(heading),
		...lines,
		""
	];
}
function gaps({ gaps: all }, text, style) {
	if (all.length === 0) return [];
	const lines = all.map(({ kind, package: name, message, words }) => {
		const who = name === null ? [text.report.wholeAudit] : [{ code: name }];
		return style.wrap(`${style.phrase(who)} ${text.gap[kind]}: ${style.phrase(text.said(words, message))}`, 2);
	});
	return [
		style.colour.yellow(style.colour.bold(text.report.gaps)),
		style.wrap(style.colour.dim(text.report.gapsMeaning), 2),
		...lines,
		""
	];
}
function recovery({ recovery: inventory }, text, style) {
	if (inventory === null || inventory.goroutines === 0) return [];
	const { covered, goroutines, exempt, uncovered } = inventory;
	const counts = [text.report.covered(covered, goroutines), ...exempt > 0 ? [text.report.exempt(exempt)] : []];
	return [
		style.colour.bold(text.report.recovery),
		style.wrap(counts.map(style.phrase).join(" · "), 2),
		...uncovered.slice(0, 30).map((site) => `    ${style.colour.cyan(`${escapeTerminal(site.file)}:${site.line}`)} ${escapeTerminal(site.function)}`),
		...uncovered.length > 30 ? [`    ${style.phrase(text.report.moreInReport(uncovered.length - 30))}`] : [],
		""
	];
}
function helpAside({ go, findings: [first] }, text, style) {
	return go === "" && first !== void 0 && !first.section.endsWith("-unclassified") ? [`${text.finding.askForHelp}: ${style.link(helpLink(first))}`] : [];
}
function totals(report, groups, text, style) {
	const { fresh, known, notes, ignored, gone } = groups;
	const parts = [text.report.counted(fresh.length, known.length, gone.length)];
	if (notes.length > 0) parts.push(text.report.noteCount(notes.length));
	if (ignored.length > 0) parts.push(text.report.ignored(ignored.length));
	if (report.gaps.length > 0) parts.push(text.report.gapCount(report.gaps.length));
	const line = report.findings.length === 0 ? text.report.nothing[report.plan.only ?? "all"] : parts.map(style.phrase).join(" · ");
	const took = style.phrase(text.report.took(report.durationMs, report.plan.packages.length, report.go));
	const tint = fresh.length > 0 ? style.colour.red : report.gaps.length > 0 ? style.colour.yellow : style.colour.green;
	const unused = unusedSuppressions(report).map((rule) => style.phrase(text.report.unusedSuppression(rule)));
	const asides = [
		took,
		...helpAside(report, text, style),
		...notAudited(report, text).map(style.phrase),
		...unused,
		...addedSuppressions(groups.ignored, text).map(style.phrase)
	];
	return [style.wrap(style.colour.bold(tint(line)), 0), ...asides.map((aside) => style.wrap(style.colour.dim(aside), 0))];
}
// src/cli/write-report.ts
async function writeReport(report, options) {
	const given = givenSettings(options);
	const format = choice("format", [given.format ?? []].flat()) ?? "text";
	const language = choice("lang", [given.lang ?? []].flat()) ?? "en";
	await writeResult(renderAs(format, withGuideIn(report, language), language, terminalStyle$1(process.stdout, process.env, options)), options);
}
function renderAs(format, report, language, style) {
	const text = texts[language];
	switch (format) {
		case "text": return renderTerminal(report, text, style);
		case "json": return escapeJson(`${JSON.stringify(report, null, 2)}\n`);
		case "markdown": return renderMarkdown(report, text);
		case "sarif": return escapeJson(`${JSON.stringify(renderSarif(report, text), null, 2)}\n`);
		case "html": return renderHtml(report, text);
	}
}
export { writeReport as t };
