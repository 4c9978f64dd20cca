import { createHash } from "node:crypto";
import type { Report, ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { htmlControls } from "./html-controls.ts";
import { htmlFinding, shownState } from "./html-finding.ts";
import { html, htmlPhrase, Markup } from "./html-markup.ts";
import { htmlGaps, htmlRecovery } from "./html-recovery.ts";
import { script } from "./html-script.ts";
import { style } from "./html-style.ts";
import { notAudited } from "./not-audited.ts";
import { groupFindings } from "./rank.ts";

/** How many new findings are unfolded at first. */
const unfolded = 3;

/** Beyond so many characters of findings the others go without their pictures: the page is to stay small. */
const roomForPictures = 350_000;

/** The report as one HTML page that needs nothing else: no network, no other file. */
export function renderHtml(report: Report, text: Text): string {
	const { fresh, known, notes, ignored, gone } = groupFindings(report.findings);
	const findings = [...fresh, ...known, ...notes, ...ignored, ...gone];
	const list = findingList(findings, text);
	const body = html`<a class="skip" href="#findings">${text.html.skip}</a>
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
<footer><p>${report.tool.name} ${report.tool.version} · ${report.startedAt}</p></footer>`;
	return `${page(report, text, body).source}\n`;
}

function findingList(findings: readonly ReportFinding[], text: Text): Markup[] {
	let size = 0;
	return findings.map((finding, index) => {
		const open = index < unfolded && shownState(finding) === "new";
		const shown = htmlFinding(finding, text, { open, picture: size < roomForPictures });
		size += shown.source.length;
		return shown;
	});
}

const hash = (source: string) => `sha256-${createHash("sha256").update(source).digest("base64")}`;

function page(report: Report, text: Text, body: Markup): Markup {
	const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
	const name = report.change?.repository ?? report.plan.modules[0] ?? "";
	return html`<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text.html.title}: ${name}</title>
<style>${new Markup(style)}</style>
</head>
<body data-copied="${text.html.copied}" data-shown="${text.html.shown}">
${body}
<script>${new Markup(script)}</script>
</body>
</html>`;
}

function header(report: Report, text: Text): Markup {
	const { fresh, known, ignored, gone } = groupFindings(report.findings);
	const cards = [
		["new", fresh.length, text.state.new],
		["unchanged", known.length, text.state.unchanged],
		["absent", gone.length, text.state.absent],
		["ignored", ignored.length, text.html.ignored],
		["gaps", report.gaps.length, text.report.gaps],
	] as const;
	const shown = cards.map(
		([kind, count, name]) =>
			html`<li class="${kind}${count === 0 ? " zero" : ""}"><b>${text.number(count)}</b> ${name}</li>`,
	);
	const { repository, pullRequest, head } = report.change ?? {
		repository: null,
		pullRequest: null,
		head: null,
	};
	const where = [
		repository ?? report.plan.modules[0] ?? "",
		pullRequest === null ? "" : `#${pullRequest}`,
		head === null ? "" : head.slice(0, 12),
	].filter((part) => part !== "");
	const took = htmlPhrase(text.report.took(report.durationMs, report.plan.packages.length, report.go));
	const asides = notAudited(report, text).map((aside) => html`<p>${htmlPhrase(aside)}</p>`);
	return html`<header><h1>${text.html.title}</h1><p>${where.join(" ")} · ${took}</p>${asides}<ul class="cards">${shown}</ul></header>`;
}
