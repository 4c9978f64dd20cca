import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { raceDiagram } from "./diagram.ts";
import { escapeUrl } from "./escape-url.ts";
import { findingFacts } from "./finding-facts.ts";
import { bestFix, verdict } from "./fix-markdown.ts";
import { type PatchHunk, patchHunks } from "./fix-patch.ts";
import { html, htmlPhrase, type Markup } from "./html-markup.ts";
import { excerpt, htmlStacks } from "./html-stacks.ts";
import { rejectedFixes } from "./rejected-fixes.ts";
import { sourceRoot } from "./source-root.ts";
import { renderSvg } from "./svg.ts";

/** The states the reader filters by: a suppressed finding is ignored whatever else it is. */
export const shownStates = ["new", "unchanged", "ignored", "absent"] as const;
export type ShownState = (typeof shownStates)[number];

/** The state a finding is filed under. */
export function shownState(finding: ReportFinding): ShownState {
	if (finding.state === "absent" || finding.suppression === null) return finding.state;
	return "ignored";
}

/** The name of a shown state. */
export function stateName(state: ShownState, text: Text): string {
	return state === "ignored" ? text.html.ignored : text.state[state];
}

/** How one finding is shown at first. */
interface Shown {
	open: boolean;
	picture: boolean;
}

/** One finding; what the filters ask for stands in its data attributes. */
export function htmlFinding(finding: ReportFinding, text: Text, { open, picture }: Shown): Markup {
	const { title, message } = text.describe(finding);
	const state = shownState(finding);
	const place = finding.at === null ? finding.package : `${finding.at.file}:${finding.at.line}`;
	const summary = html`<summary><span class="dot ${finding.severity}" title="${text.severity[finding.severity]}"></span><span class="title">${htmlPhrase(title)}</span><span class="state ${state}">${stateName(state, text)}</span><span class="place">${place}</span></summary>`;
	const facts = findingFacts(finding, text).map((fact) => html`<li>${htmlPhrase(fact)}</li>`);
	const opened = open ? html` open` : null;
	return html`<details class="finding" id="f-${finding.fingerprint}" data-state="${state}" data-section="${finding.section}" data-package="${finding.package}"${opened}>${summary}<div class="body"><p>${htmlPhrase(message)}</p><ul class="facts">${facts}</ul>${proof(finding, text, picture)}${fix(finding, text)}${guidance(finding, text)}</div></details>`;
}

function proof(finding: ReportFinding, text: Text, withPicture: boolean): Markup {
	const [incident] = finding.incidents;
	const evidence = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		const place = at === null ? null : html`<span>${at.file}:${at.line}</span> `;
		return html`<li>${place}${htmlPhrase(text.said(words, message))}</li>`;
	});
	const why =
		evidence.length === 0
			? null
			: html`<h3>${text.finding.evidence}</h3><ul class="evidence">${evidence}</ul>`;
	if (incident === undefined) return html`${finding.at === null ? null : excerpt(finding, finding.at)}${why}`;
	const heading = incident.kind === "race" ? text.finding.accesses : text.finding.crash;
	const printed =
		incident.kind === "race" ? null : html`<pre>${incident.messages.slice(0, 8).join("\n")}</pre>`;
	return html`<h3>${heading}</h3>${printed}${htmlStacks(finding, incident, text)}${involved(finding, text)}${withPicture ? picture(finding, text) : null}${why}`;
}

function involved(finding: ReportFinding, text: Text): Markup | null {
	if (finding.involved.length === 0) return null;
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = [goroutine, state].filter((part) => part !== null).join(" ");
		const where =
			frame === null ? null : html` <code>${frame.function}</code> <span>${frame.file}:${frame.line}</span>`;
		return html`<li>goroutine ${who}: ${text.finding.why[why]}${where}</li>`;
	});
	return html`<h3>${text.finding.involved}</h3><ul class="evidence">${items}</ul>`;
}

function picture(finding: ReportFinding, text: Text): Markup | null {
	const race = finding.incidents.find((incident) => incident.kind === "race");
	const diagram = race === undefined ? null : raceDiagram(finding, race, text, sourceRoot(finding));
	if (diagram === null) return null;
	const description = `${text.diagram.description}: ${diagram.note}`;
	return html`<h3>${text.finding.picture}</h3><div class="picture">${renderSvg(diagram, description)}</div>`;
}

function fix(finding: ReportFinding, text: Text): Markup | null {
	const proposed = bestFix(finding);
	if (proposed === null) return notOffered(finding, text);
	const hunks = patchHunks(finding, proposed) ?? [];
	const patch = hunks.length === 0 ? null : html`<pre class="patch">${hunks.map(hunkLines)}</pre>`;
	return html`<h3>${text.fix.suggestion}</h3><p>${htmlPhrase(text.said(proposed.words, proposed.title))} (${htmlPhrase(verdict(proposed, text))})</p>${patch}`;
}

function notOffered(finding: ReportFinding, text: Text): Markup | null {
	const items = rejectedFixes(finding, text).map((phrase) => html`<li>${htmlPhrase(phrase)}</li>`);
	return items.length === 0 ? null : html`<h3>${text.fix.notOffered}</h3><ul>${items}</ul>`;
}

function hunkLines({ file, oldStart, lines }: PatchHunk): Markup {
	return html`<span class="hunk">${file}:${oldStart}\n</span>${lines.map(patchLine)}`;
}

function patchLine(line: string): Markup {
	// Of its own, so that tabs count from where the code begins and not from its sign.
	const code = html`<span>${line.slice(1, 200)}</span>`;
	if (line.startsWith("-")) return html`<del>- ${code}\n</del>`;
	return line.startsWith("+") ? html`<ins>+ ${code}\n</ins>` : html`  ${code}\n`;
}

function guidance(finding: ReportFinding, text: Text): Markup {
	const url = escapeUrl(finding.guide);
	const link = url === "" ? null : html` <a href="${url}">${text.finding.readGuide}</a>`;
	const related = finding.related
		.slice(0, 10)
		.map((one) => html` <a href="#f-${one}"><code>${one.slice(0, 8)}</code></a>`);
	const others =
		related.length === 0
			? null
			: html`<p class="related">${htmlPhrase(text.finding.related(related.length))}:${related}</p>`;
	const command = html`<div class="command"><pre>${finding.reproduce}</pre><button type="button" data-copy>${text.html.copy}</button></div>`;
	return html`<h3>${text.finding.whatToDo}</h3><p>${htmlPhrase(text.guide[finding.section].summary)}${link}</p><h3>${text.finding.reproduce}</h3>${command}${others}<p class="fingerprint">${text.finding.fingerprint} <code>${finding.fingerprint}</code></p>`;
}
