import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as choice, t as texts } from "./language.js";
import { t as escapeJson } from "./escape-json.js";
import { c as plainPhrase } from "./message.js";
import { A as escapeUrl, C as markdownPhrase, D as findingDecision, E as sourceAround, M as shortFile, N as shortFunction, O as findingFacts, S as markdownLink, T as dedent, _ as sourceRoot, a as unusedSuppressions, b as verdict, d as rankFindings, f as notAudited, g as stackViews, h as sharedStart, i as addedSuppressions, j as raceDiagram, k as escapePath, m as hiddenFrames, o as helpLink, p as rejectedFixes, r as wholeBlocks, t as withGuideIn, u as groupFindings, v as bestFix, w as patchHunks } from "./with-guide-in.js";
import { n as visibleLine, r as visibleLines } from "./visible.js";
import { r as escapeTerminalSource, t as escapeTerminal } from "./escape-terminal.js";
import { n as givenSettings } from "./command-options.js";
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
// node_modules/ansi-regex/index.js
const ST = String.raw`(?:\u001B\u005C|\u009C)`;
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
const pattern = `${String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`}|${osc}|${controlString}|${String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`}|${String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`}`;
function ansiRegex({ onlyFirst = false } = {}) {
	return new RegExp(pattern, onlyFirst ? void 0 : "g");
}
// node_modules/strip-ansi/index.js
const regex = ansiRegex();
function stripAnsi(string) {
	if (typeof string !== "string") throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	if (!string.includes("\x1B") && !string.includes("")) return string;
	return string.replace(regex, "");
}
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];
// node_modules/get-east-asian-width/utilities.js
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};
// node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < 161 || codePoint > 1114109) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < 12288 || codePoint > 65510) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < 4352 || codePoint > 262141) return false;
	return isInRange(wideRanges, codePoint);
};
// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}
// node_modules/string-width/index.js
const segmenter$1 = new Intl.Segmenter();
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;
function isDoubleWidthNonRgiEmojiSequence(segment) {
	if (segment.length > 50) return false;
	if (unqualifiedKeycapRegex.test(segment)) return true;
	if (segment.includes("‍")) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}
	return false;
}
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? void 0 : segment.slice(index);
}
function isHangulLeadingJamo(codePoint) {
	return codePoint >= 4352 && codePoint <= 4447 || codePoint >= 43360 && codePoint <= 43388;
}
function isHangulVowelJamo(codePoint) {
	return codePoint >= 4448 && codePoint <= 4519 || codePoint >= 55216 && codePoint <= 55238;
}
function isHangulTrailingJamo(codePoint) {
	return codePoint >= 4520 && codePoint <= 4607 || codePoint >= 55243 && codePoint <= 55291;
}
function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint) || isHangulVowelJamo(codePoint) || isHangulTrailingJamo(codePoint);
}
function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];
	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) continue;
		codePoints.push(character.codePointAt(0));
	}
	if (codePoints.length === 0) return;
	let width = 0;
	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) return;
			for (let remaining = index; remaining < codePoints.length; remaining++) width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			return width;
		}
		if (isHangulLeadingJamo(codePoint) && isHangulVowelJamo(codePoints[index + 1])) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}
	return width;
}
function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;
	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}
		if (spacingMarkRegex.test(character) || character >= "＀" && character <= "￯") extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
	}
	return extra;
}
function stringWidth(input, options = {}) {
	if (typeof input !== "string" || input.length === 0) return 0;
	const { ambiguousIsNarrow = true, countAnsiEscapeCodes = false } = options;
	let string = input;
	if (!countAnsiEscapeCodes && (string.includes("\x1B") || string.includes(""))) string = stripAnsi(string);
	if (string.length === 0) return 0;
	if (/^[\u0020-\u007E]*$/.test(string)) return string.length;
	let width = 0;
	const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
	for (const { segment } of segmenter$1.segment(string)) {
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === void 0) continue;
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}
		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== void 0) {
			width += hangulWidth;
			continue;
		}
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}
	return width;
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
// node_modules/wrap-ansi/node_modules/ansi-styles/index.js
var import_picocolors = __toESM(__commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}))(), 1);
const ANSI_BACKGROUND_OFFSET = 10;
const wrapAnsi16 = (offset = 0) => (code) => `\u001B[${code + offset}m`;
const wrapAnsi256 = (offset = 0) => (code) => `\u001B[${38 + offset};5;${code}m`;
const wrapAnsi16m = (offset = 0) => (red, green, blue) => `\u001B[${38 + offset};2;${red};${green};${blue}m`;
const styles = {
	modifier: {
		reset: [0, 0],
		bold: [1, 22],
		dim: [2, 22],
		italic: [3, 23],
		underline: [4, 24],
		overline: [53, 55],
		inverse: [7, 27],
		hidden: [8, 28],
		strikethrough: [9, 29]
	},
	color: {
		black: [30, 39],
		red: [31, 39],
		green: [32, 39],
		yellow: [33, 39],
		blue: [34, 39],
		magenta: [35, 39],
		cyan: [36, 39],
		white: [37, 39],
		blackBright: [90, 39],
		gray: [90, 39],
		grey: [90, 39],
		redBright: [91, 39],
		greenBright: [92, 39],
		yellowBright: [93, 39],
		blueBright: [94, 39],
		magentaBright: [95, 39],
		cyanBright: [96, 39],
		whiteBright: [97, 39]
	},
	bgColor: {
		bgBlack: [40, 49],
		bgRed: [41, 49],
		bgGreen: [42, 49],
		bgYellow: [43, 49],
		bgBlue: [44, 49],
		bgMagenta: [45, 49],
		bgCyan: [46, 49],
		bgWhite: [47, 49],
		bgBlackBright: [100, 49],
		bgGray: [100, 49],
		bgGrey: [100, 49],
		bgRedBright: [101, 49],
		bgGreenBright: [102, 49],
		bgYellowBright: [103, 49],
		bgBlueBright: [104, 49],
		bgMagentaBright: [105, 49],
		bgCyanBright: [106, 49],
		bgWhiteBright: [107, 49]
	}
};
Object.keys(styles.modifier);
const foregroundColorNames = Object.keys(styles.color);
const backgroundColorNames = Object.keys(styles.bgColor);
[...foregroundColorNames, ...backgroundColorNames];
function assembleStyles() {
	const codes = new Map();
	for (const [groupName, group] of Object.entries(styles)) {
		for (const [styleName, style] of Object.entries(group)) {
			styles[styleName] = {
				open: `\u001B[${style[0]}m`,
				close: `\u001B[${style[1]}m`
			};
			group[styleName] = styles[styleName];
			codes.set(style[0], style[1]);
		}
		Object.defineProperty(styles, groupName, {
			value: group,
			enumerable: false
		});
	}
	Object.defineProperty(styles, "codes", {
		value: codes,
		enumerable: false
	});
	styles.color.close = "\x1B[39m";
	styles.bgColor.close = "\x1B[49m";
	styles.color.ansi = wrapAnsi16();
	styles.color.ansi256 = wrapAnsi256();
	styles.color.ansi16m = wrapAnsi16m();
	styles.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);
	Object.defineProperties(styles, {
		rgbToAnsi256: {
			value(red, green, blue) {
				if (red === green && green === blue) {
					if (red < 8) return 16;
					if (red > 248) return 231;
					return Math.round((red - 8) / 247 * 24) + 232;
				}
				return 16 + 36 * Math.round(red / 255 * 5) + 6 * Math.round(green / 255 * 5) + Math.round(blue / 255 * 5);
			},
			enumerable: false
		},
		hexToRgb: {
			value(hex) {
				const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
				if (!matches) return [
					0,
					0,
					0
				];
				let [colorString] = matches;
				if (colorString.length === 3) colorString = [...colorString].map((character) => character + character).join("");
				const integer = Number.parseInt(colorString, 16);
				return [
					integer >> 16 & 255,
					integer >> 8 & 255,
					integer & 255
				];
			},
			enumerable: false
		},
		hexToAnsi256: {
			value: (hex) => styles.rgbToAnsi256(...styles.hexToRgb(hex)),
			enumerable: false
		},
		ansi256ToAnsi: {
			value(code) {
				if (code < 8) return 30 + code;
				if (code < 16) return 90 + (code - 8);
				let red;
				let green;
				let blue;
				if (code >= 232) {
					red = ((code - 232) * 10 + 8) / 255;
					green = red;
					blue = red;
				} else {
					code -= 16;
					const remainder = code % 36;
					red = Math.floor(code / 36) / 5;
					green = Math.floor(remainder / 6) / 5;
					blue = remainder % 6 / 5;
				}
				const value = Math.max(red, green, blue) * 2;
				if (value === 0) return 30;
				let result = 30 + (Math.round(blue) << 2 | Math.round(green) << 1 | Math.round(red));
				if (value === 2) result += 60;
				return result;
			},
			enumerable: false
		},
		rgbToAnsi: {
			value: (red, green, blue) => styles.ansi256ToAnsi(styles.rgbToAnsi256(red, green, blue)),
			enumerable: false
		},
		hexToAnsi: {
			value: (hex) => styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),
			enumerable: false
		}
	});
	return styles;
}
const ansiStyles = assembleStyles();
// node_modules/wrap-ansi/index.js
const ANSI_ESCAPE = "\x1B";
const ANSI_ESCAPE_BELL = "\x07";
const C1_CSI = "";
const ANSI_CSI = "[";
const ANSI_OSC = "]";
const ANSI_SGR_TERMINATOR = "m";
const ANSI_SGR_RESET = 0;
const ANSI_SGR_RESET_FOREGROUND = 39;
const ANSI_SGR_RESET_BACKGROUND = 49;
const ANSI_SGR_RESET_UNDERLINE_COLOR = 59;
const ANSI_SGR_FOREGROUND_EXTENDED = 38;
const ANSI_SGR_BACKGROUND_EXTENDED = 48;
const ANSI_SGR_UNDERLINE_COLOR_EXTENDED = 58;
const ANSI_SGR_COLOR_MODE_RGB = 2;
const ANSI_SGR_COLOR_MODE_256 = 5;
const ANSI_ESCAPE_LINK = `${ANSI_OSC}8;`;
const ESCAPES = new Set([ANSI_ESCAPE, C1_CSI]);
const ESCAPE_CHARACTERS = [...ESCAPES].join("");
const CSI_INTRODUCER = `(?:${ANSI_ESCAPE}\\${ANSI_CSI}|${C1_CSI})`;
const CSI_PARAMETERS = "[0-?]*[ -/]*[@-~]";
const SGR_PARAMETERS = `(?<sgr>[0-9;:]*)${ANSI_SGR_TERMINATOR}`;
const OSC_STRING_TERMINATOR = `(?:${ANSI_ESCAPE_BELL}|${ANSI_ESCAPE}\\\\)`;
const OSC_STRING_PAYLOAD = String.raw`[^\u0000-\u001F\u007F-\u009F]*`;
const LINK_PARAMETERS = String.raw`8;(?<parameters>[^;\u0000-\u001F\u007F-\u009F]*);(?<uri>${OSC_STRING_PAYLOAD})${OSC_STRING_TERMINATOR}`;
const OSC_STRING = `${OSC_STRING_PAYLOAD}${OSC_STRING_TERMINATOR}`;
const ANSI_ESCAPE_REGEX = new RegExp(`${CSI_INTRODUCER}(?:${SGR_PARAMETERS}|${CSI_PARAMETERS})|${ANSI_ESCAPE}\\${ANSI_OSC}(?:${LINK_PARAMETERS}|${OSC_STRING})`, "y");
const ANSI_SGR_MODIFIER_CLOSE_CODES = new Set(ansiStyles.codes.values());
ANSI_SGR_MODIFIER_CLOSE_CODES.delete(ANSI_SGR_RESET);
const segmenter = new Intl.Segmenter();
const getStringWidth = (string) => stringWidth(string, { countAnsiEscapeCodes: true });
const TAB_SIZE = 8;
const ESCAPE_INTRODUCER_REGEX = new RegExp(`[${ESCAPE_CHARACTERS}]`, "g");
const ROW_BOUNDARY_REGEX = new RegExp(`[\\n${ESCAPE_CHARACTERS}]`, "g");
const ASCII_PRINTABLE_REGEX = /^[ -~]*$/;
const wrapAnsiCode = (code) => `${ANSI_ESCAPE}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
const wrapAnsiHyperlink = (url, parameters = "") => `${ANSI_ESCAPE}${ANSI_ESCAPE_LINK}${parameters};${url}${ANSI_ESCAPE_BELL}`;
const matchAnsiEscape = (string, index) => {
	if (!ESCAPES.has(string[index])) return;
	ANSI_ESCAPE_REGEX.lastIndex = index;
	return ANSI_ESCAPE_REGEX.exec(string) ?? void 0;
};
const forEachSegment = (string, onPlainText, onEscape = () => {}) => {
	let plainStart = 0;
	let index = 0;
	while (index < string.length) {
		ESCAPE_INTRODUCER_REGEX.lastIndex = index;
		const introducer = ESCAPE_INTRODUCER_REGEX.exec(string);
		if (!introducer) break;
		const escape = matchAnsiEscape(string, introducer.index);
		if (!escape) {
			index = introducer.index + 1;
			continue;
		}
		if (introducer.index > plainStart) onPlainText(string.slice(plainStart, introducer.index));
		onEscape(escape[0]);
		index = introducer.index + escape[0].length;
		plainStart = index;
	}
	if (plainStart < string.length) onPlainText(string.slice(plainStart));
};
const getWidth = (string) => {
	let plainText = "";
	forEachSegment(string, (part) => {
		plainText += part;
	});
	return getStringWidth(plainText);
};
const getTokens = (string) => {
	const tokens = [];
	forEachSegment(string, (plainText) => {
		if (ASCII_PRINTABLE_REGEX.test(plainText)) {
			for (const character of plainText) tokens.push({
				value: character,
				width: 1
			});
			return;
		}
		for (const { segment } of segmenter.segment(plainText)) tokens.push({
			value: segment,
			width: getStringWidth(segment)
		});
	}, (escape) => {
		tokens.push({
			value: escape,
			width: 0
		});
	});
	return tokens;
};
const splitWords = (string) => {
	let currentWord = {
		value: "",
		plainText: ""
	};
	const words = [currentWord];
	forEachSegment(string, (plainText) => {
		const parts = plainText.split(" ");
		currentWord.value += parts[0];
		currentWord.plainText += parts[0];
		for (let index = 1; index < parts.length; index++) {
			currentWord = {
				value: parts[index],
				plainText: parts[index]
			};
			words.push(currentWord);
		}
	}, (escape) => {
		currentWord.value += escape;
	});
	for (const word of words) word.width = getStringWidth(word.plainText);
	return words;
};
const getColonColorToken = (parameter) => {
	const parts = parameter.split(":");
	const code = Number.parseInt(parts[0], 10);
	const mode = Number.parseInt(parts[1], 10);
	if (![
		ANSI_SGR_FOREGROUND_EXTENDED,
		ANSI_SGR_BACKGROUND_EXTENDED,
		ANSI_SGR_UNDERLINE_COLOR_EXTENDED
	].includes(code)) return;
	if (mode === ANSI_SGR_COLOR_MODE_256 && parts.length === 3 && /^\d+$/.test(parts[2])) return {
		code,
		open: parameter,
		hasArguments: true
	};
	if (mode !== ANSI_SGR_COLOR_MODE_RGB) return;
	const components = parts.length === 6 ? parts.slice(3) : parts.slice(2);
	const colorSpace = parts.length === 6 ? parts[2] : void 0;
	if (components.length === 3 && components.every((component) => /^\d+$/.test(component)) && (colorSpace === void 0 || /^\d*$/.test(colorSpace))) return {
		code,
		open: parameter,
		hasArguments: true
	};
};
const getSgrTokens = (sgrParameters) => {
	const parameters = sgrParameters.split(";");
	const sgrTokens = [];
	for (let index = 0; index < parameters.length; index++) {
		const parameter = parameters[index];
		if (parameter.includes(":")) {
			const colonColorToken = getColonColorToken(parameter);
			if (colonColorToken) sgrTokens.push(colonColorToken);
			continue;
		}
		const code = parameter === "" ? ANSI_SGR_RESET : Number.parseInt(parameter, 10);
		if (!Number.isFinite(code)) continue;
		if (code === ANSI_SGR_FOREGROUND_EXTENDED || code === ANSI_SGR_BACKGROUND_EXTENDED || code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED) {
			if (index + 1 >= parameters.length) break;
			const mode = Number.parseInt(parameters[index + 1], 10);
			const colorIndex = Number.parseInt(parameters[index + 2], 10);
			if (mode === ANSI_SGR_COLOR_MODE_256 && Number.isFinite(colorIndex)) {
				sgrTokens.push({
					code,
					open: [
						code,
						mode,
						colorIndex
					].join(";"),
					hasArguments: true
				});
				index += 2;
				continue;
			}
			const red = Number.parseInt(parameters[index + 2], 10);
			const green = Number.parseInt(parameters[index + 3], 10);
			const blue = Number.parseInt(parameters[index + 4], 10);
			if (mode === ANSI_SGR_COLOR_MODE_RGB && Number.isFinite(red) && Number.isFinite(green) && Number.isFinite(blue)) {
				sgrTokens.push({
					code,
					open: [
						code,
						mode,
						red,
						green,
						blue
					].join(";"),
					hasArguments: true
				});
				index += 4;
				continue;
			}
			break;
		}
		sgrTokens.push({
			code,
			open: String(code),
			hasArguments: false
		});
	}
	return sgrTokens;
};
const removeActiveStyle = (activeStyles, family) => {
	const activeStyleIndex = activeStyles.findIndex((activeStyle) => activeStyle.family === family);
	if (activeStyleIndex !== -1) activeStyles.splice(activeStyleIndex, 1);
};
const upsertActiveStyle = (activeStyles, nextActiveStyle) => {
	removeActiveStyle(activeStyles, nextActiveStyle.family);
	activeStyles.push(nextActiveStyle);
};
const removeModifierStylesByClose = (activeStyles, closeCode) => {
	for (let index = activeStyles.length - 1; index >= 0; index--) {
		const activeStyle = activeStyles[index];
		if (activeStyle.family.startsWith("modifier-") && activeStyle.close === closeCode) activeStyles.splice(index, 1);
	}
};
const getColorStyle = (sgrToken) => {
	const { code, open, hasArguments } = sgrToken;
	if (code >= 30 && code <= 37 || code >= 90 && code <= 97 || code === ANSI_SGR_FOREGROUND_EXTENDED && hasArguments) return {
		family: "foreground",
		open,
		close: ANSI_SGR_RESET_FOREGROUND
	};
	if (code >= 40 && code <= 47 || code >= 100 && code <= 107 || code === ANSI_SGR_BACKGROUND_EXTENDED && hasArguments) return {
		family: "background",
		open,
		close: ANSI_SGR_RESET_BACKGROUND
	};
	if (code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED && hasArguments) return {
		family: "underlineColor",
		open,
		close: ANSI_SGR_RESET_UNDERLINE_COLOR
	};
};
const applySgrResetCode = (code, activeStyles) => {
	if (code === ANSI_SGR_RESET) {
		activeStyles.length = 0;
		return true;
	}
	if (code === ANSI_SGR_RESET_FOREGROUND) {
		removeActiveStyle(activeStyles, "foreground");
		return true;
	}
	if (code === ANSI_SGR_RESET_BACKGROUND) {
		removeActiveStyle(activeStyles, "background");
		return true;
	}
	if (code === ANSI_SGR_RESET_UNDERLINE_COLOR) {
		removeActiveStyle(activeStyles, "underlineColor");
		return true;
	}
	if (ANSI_SGR_MODIFIER_CLOSE_CODES.has(code)) {
		removeModifierStylesByClose(activeStyles, code);
		return true;
	}
	return false;
};
const applySgrToken = (sgrToken, activeStyles) => {
	const { code } = sgrToken;
	if (applySgrResetCode(code, activeStyles)) return;
	const colorStyle = getColorStyle(sgrToken);
	if (colorStyle) {
		upsertActiveStyle(activeStyles, colorStyle);
		return;
	}
	const close = ansiStyles.codes.get(code);
	if (close !== void 0 && close !== ANSI_SGR_RESET) upsertActiveStyle(activeStyles, {
		family: `modifier-${code}`,
		open: sgrToken.open,
		close
	});
};
const applySgrParameters = (sgrParameters, activeStyles) => {
	for (const sgrToken of getSgrTokens(sgrParameters)) applySgrToken(sgrToken, activeStyles);
};
const applySgrResets = (sgrParameters, activeStyles) => {
	for (const { code } of getSgrTokens(sgrParameters)) applySgrResetCode(code, activeStyles);
};
const applyLeadingSgrResets = (string, startIndex, activeStyles) => {
	let index = startIndex;
	while (index < string.length) {
		const match = matchAnsiEscape(string, index);
		if (!match) break;
		if (match.groups.sgr !== void 0) applySgrResets(match.groups.sgr, activeStyles);
		index += match[0].length;
	}
};
const getClosingSgrSequence = (activeStyles) => [...activeStyles].reverse().map((activeStyle) => wrapAnsiCode(activeStyle.close)).join("");
const getOpeningSgrSequence = (activeStyles) => activeStyles.map((activeStyle) => wrapAnsiCode(activeStyle.open)).join("");
const wrapWord = (rows, word, columns, rowWidth) => {
	const tokens = getTokens(word);
	let visible = rowWidth;
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (token.width > 0 && visible > 0 && visible + token.width > columns) {
			rows.push("");
			visible = 0;
		}
		rows[rows.length - 1] += token.value;
		visible += token.width;
		if (visible === columns && index < tokens.length - 1) {
			rows.push("");
			visible = 0;
		}
	}
	if (!visible && rows.at(-1).length > 0 && rows.length > 1) rows[rows.length - 2] += rows.pop();
	return getWidth(rows.at(-1));
};
const stringVisibleTrimSpacesRight = (string) => {
	if (!string.includes(" ")) return string;
	const segments = [];
	forEachSegment(string, (plainText) => {
		segments.push({
			value: plainText,
			isEscape: false
		});
	}, (escape) => {
		segments.push({
			value: escape,
			isEscape: true
		});
	});
	for (let index = segments.length - 1; index >= 0; index--) {
		const segment = segments[index];
		if (segment.isEscape) continue;
		let end = segment.value.length;
		while (end > 0 && segment.value[end - 1] === " ") end--;
		segment.value = segment.value.slice(0, end);
		if (getStringWidth(segment.value) > 0) break;
	}
	return segments.map((segment) => segment.value).join("");
};
const expandTabs = (line) => {
	if (!line.includes("	")) return line;
	let visible = 0;
	let expandedLine = "";
	let plainTextSinceTab = "";
	const expandPlainText = (plainText) => {
		const segments = plainText.split("	");
		for (const [index, segment] of segments.entries()) {
			expandedLine += segment;
			plainTextSinceTab += segment;
			if (index < segments.length - 1) {
				visible += getStringWidth(plainTextSinceTab);
				plainTextSinceTab = "";
				const spaces = TAB_SIZE - visible % TAB_SIZE;
				expandedLine += " ".repeat(spaces);
				visible += spaces;
			}
		}
	};
	forEachSegment(line, expandPlainText, (escape) => {
		expandedLine += escape;
	});
	return expandedLine;
};
const restoreStylesAcrossRows = (preString) => {
	let returnValue = "";
	let activeHyperlink;
	const activeStyles = [];
	let index = 0;
	let copiedIndex = 0;
	while (index < preString.length) {
		ROW_BOUNDARY_REGEX.lastIndex = index;
		const boundary = ROW_BOUNDARY_REGEX.exec(preString);
		if (!boundary) break;
		index = boundary.index;
		if (boundary[0] !== "\n") {
			const escape = matchAnsiEscape(preString, index);
			if (!escape) {
				index++;
				continue;
			}
			const { groups } = escape;
			if (groups.sgr !== void 0) applySgrParameters(groups.sgr, activeStyles);
			else if (groups.uri !== void 0) activeHyperlink = groups.uri.length === 0 ? void 0 : {
				parameters: groups.parameters,
				uri: groups.uri
			};
			index += escape[0].length;
			continue;
		}
		returnValue += preString.slice(copiedIndex, index);
		if (index > copiedIndex) {
			if (activeHyperlink) returnValue += wrapAnsiHyperlink("");
			returnValue += getClosingSgrSequence(activeStyles);
		}
		returnValue += "\n";
		index++;
		copiedIndex = index;
		if (index < preString.length && preString[index] !== "\n") {
			const openingStyles = [...activeStyles];
			applyLeadingSgrResets(preString, index, openingStyles);
			returnValue += getOpeningSgrSequence(openingStyles);
			if (activeHyperlink) returnValue += wrapAnsiHyperlink(activeHyperlink.uri, activeHyperlink.parameters);
		}
	}
	return returnValue + preString.slice(copiedIndex);
};
const exec = (string, columns, options = {}) => {
	if (options.trim !== false && string.trim() === "") return "";
	const words = splitWords(string);
	let rows = [""];
	let rowLength = 0;
	let trimmedRowIndex = -1;
	let isFirstWord = true;
	for (const word of words) {
		const rowIndex = rows.length - 1;
		if (options.trim !== false && trimmedRowIndex !== rowIndex) {
			const row = rows[rowIndex];
			const trimmedRow = row.trimStart();
			if (trimmedRow.length !== row.length) {
				rows[rowIndex] = trimmedRow;
				rowLength = getWidth(trimmedRow);
			}
			if (trimmedRow.length > 0) trimmedRowIndex = rowIndex;
		}
		if (isFirstWord) isFirstWord = false;
		else {
			if (rowLength >= columns && (options.wordWrap === false || options.trim === false)) {
				rows.push("");
				rowLength = 0;
			}
			if (rowLength > 0 || options.trim === false) {
				rows[rows.length - 1] += " ";
				rowLength++;
			}
		}
		if (options.hard && options.wordWrap !== false && word.width > columns) {
			const remainingColumns = columns - rowLength;
			const breaksStartingThisLine = 1 + Math.floor((word.width - remainingColumns - 1) / columns);
			if (Math.floor((word.width - 1) / columns) < breaksStartingThisLine) {
				rows.push("");
				rowLength = 0;
			}
			rowLength = wrapWord(rows, word.value, columns, rowLength);
			continue;
		}
		if (rowLength + word.width > columns && rowLength > 0 && word.width > 0) {
			if (options.wordWrap === false && rowLength < columns) {
				rowLength = wrapWord(rows, word.value, columns, rowLength);
				continue;
			}
			rows.push("");
			rowLength = 0;
		}
		if (rowLength + word.width > columns && options.wordWrap === false) {
			rowLength = wrapWord(rows, word.value, columns, rowLength);
			continue;
		}
		rows[rows.length - 1] += word.value;
		rowLength += word.width;
	}
	if (options.trim !== false) rows = rows.map((row) => stringVisibleTrimSpacesRight(row));
	return restoreStylesAcrossRows(rows.join("\n"));
};
const normalizeText = (string) => {
	let normalizedString = "";
	forEachSegment(string, (plainText) => {
		normalizedString += plainText.normalize();
	}, (escape) => {
		normalizedString += escape;
	});
	return normalizedString;
};
function wrapAnsi(string, columns, options) {
	return normalizeText(String(string)).replaceAll("\r\n", "\n").split("\n").map((line) => exec(expandTabs(line), columns, options)).join("\n");
}
// src/render/terminal-style.ts
const narrowest = 40;
function terminalStyle$1({ colour: enabled, width, hyperlinks }) {
	const colour = import_picocolors.default.createColors(enabled);
	const columns = Math.max(narrowest, width);
	return {
		colour,
		phrase: (phrase) => phrase.map((part) => typeof part === "string" ? part : enabled ? colour.cyan(escapeTerminal(part.code)) : escapeTerminal(part.code)).join(""),
		wrap: (text, indent) => wrapAnsi(text, columns - indent, { hard: true }).split("\n").map((line) => " ".repeat(indent) + line).join("\n"),
		room: (indent) => Math.max(1, columns - indent),
		link: (url) => {
			const shown = escapeTerminal(url, 500);
			const target = hyperlinks && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? url : null;
			return target === null ? shown : `\x1b]8;;${target}\x1b\\${shown}\x1b]8;;\x1b\\`;
		}
	};
}
// src/render/terminal.ts
function renderTerminal(report, text, options) {
	const style = terminalStyle$1(options);
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
// src/cli/terminal-style.ts
const widthWithoutTerminal = 100;
function terminalStyle(stream, environment, options) {
	const colour = wantsColour(stream, environment, options);
	const hyperlinks = colour && stream.isTTY === true && /^(iTerm|WezTerm|vscode|ghostty|kitty)/.test(environment.TERM_PROGRAM ?? "");
	return {
		colour,
		width: stream.columns ?? widthWithoutTerminal,
		hyperlinks
	};
}
function wantsColour(stream, environment, options) {
	if (options.color === false || typeof options.output === "string") return false;
	if (environment.NO_COLOR) return false;
	if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
	return stream.isTTY === true && environment.TERM !== "dumb";
}
// src/cli/write-report.ts
async function writeReport(report, options) {
	const given = givenSettings(options);
	const format = choice("format", [given.format ?? []].flat()) ?? "text";
	const language = choice("lang", [given.lang ?? []].flat()) ?? "en";
	await writeResult(renderAs(format, withGuideIn(report, language), language, terminalStyle(process.stdout, process.env, options)), options);
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
