import type { Recovery, Report } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { html, htmlPhrase, type Markup } from "./html-markup.ts";

/** What could not be looked at, with what the tools printed. */
export function htmlGaps({ gaps }: Report, text: Text): Markup | null {
	if (gaps.length === 0) return null;
	const items = gaps.map(({ kind, package: name, message, words, detail }) => {
		const who = name === null ? html`${text.report.wholeAudit}` : html`<code>${name}</code>`;
		const said = detail?.startsWith(message) ? null : html`: ${htmlPhrase(text.said(words, message))}`;
		const printed = detail === null ? null : html`<pre>${detail}</pre>`;
		return html`<li>${who} ${text.gap[kind]}${said}${printed}</li>`;
	});
	return html`<section class="gaps" aria-labelledby="gaps"><h2 id="gaps">${text.report.gaps}</h2><p>${text.report.gapsMeaning}</p><ul>${items}</ul></section>`;
}

/** The goroutine inventory: totals, and a tile for each package with its goroutines that do not recover. */
export function htmlRecovery({ recovery, plan }: Report, text: Text): Markup | null {
	if (recovery === null || recovery.goroutines === 0) return null;
	const { covered, goroutines, exempt } = recovery;
	const counts = [
		text.report.covered(covered, goroutines),
		...(exempt > 0 ? [text.report.exempt(exempt)] : []),
	];
	const tiles = packageTiles(recovery, plan.packages, plan.modules).map(({ name, sites }) => {
		const list = sites.map(
			({ file, line, function: started }) => html`<li>${file}:${line} <code>${started}</code></li>`,
		);
		const lines = list.length === 0 ? null : html`<ul>${list}</ul>`;
		return html`<li class="tile${sites.length === 0 ? " fine" : ""}"><b>${name}</b> <span>${text.html.withoutRecover(sites.length)}</span>${lines}</li>`;
	});
	return html`<section aria-labelledby="recovery"><h2 id="recovery">${text.html.recoveryMap}</h2><p>${counts.map((one, index) => html`${index > 0 ? " · " : ""}${htmlPhrase(one)}`)}</p><meter min="0" max="${goroutines}" value="${covered}" aria-label="${text.report.recovery}"></meter><ul class="tiles">${tiles}</ul></section>`;
}

interface Tile {
	name: string;
	sites: Recovery["uncovered"];
}

const folder = (file: string) => (file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".");

/** The package that a file of the repository lies in: its module may lie in a folder, and names start at the module. */
function homeOf(file: string, names: readonly string[]): string {
	const place = folder(file);
	const fitting = names.filter((name) => place === name || place.endsWith(`/${name}`));
	const [longest] = fitting.sort((a, b) => b.length - a.length);
	return longest ?? (names.includes(".") ? "." : place);
}

/** Every audited package and every folder with an uncovered goroutine, the worst first. */
function packageTiles(
	{ uncovered }: Recovery,
	packages: readonly string[],
	modules: readonly string[],
): Tile[] {
	const names = packages.map((path) => {
		const module = modules.find((one) => path === one || path.startsWith(`${one}/`));
		return module === undefined ? path : path.slice(module.length + 1) || ".";
	});
	const homes = new Map(uncovered.map((site) => [site, homeOf(site.file, names)]));
	return [...new Set([...names, ...homes.values()])]
		.map((name) => ({ name, sites: uncovered.filter((site) => homes.get(site) === name) }))
		.sort((a, b) => b.sites.length - a.sites.length || (a.name < b.name ? -1 : 1));
}
