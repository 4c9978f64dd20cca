import type { ReportFinding } from "#domain/report.ts";
import { plainPhrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { shownState, shownStates, stateName } from "./html-finding.ts";
import { html, type Markup } from "./html-markup.ts";

type Choice = readonly [value: string, label: string];

/** The filters: by state, by section, by package and by any text. */
export function htmlControls(findings: readonly ReportFinding[], text: Text): Markup {
	const count = (n: number) => ` (${text.number(n)})`;
	const states = shownStates.flatMap((state): Choice[] => {
		const held = findings.filter((finding) => shownState(finding) === state).length;
		return held === 0 ? [] : [[state, stateName(state, text) + count(held)]];
	});
	const sections = tally(findings.map(({ section }) => section)).map(
		([id, held]): Choice => [id, plainPhrase(text.guide[id].title).replaceAll("`", "") + count(held)],
	);
	const packages = tally(findings.flatMap((finding) => finding.package ?? [])).map(
		([name, held]): Choice => [name, name + count(held)],
	);
	return html`<form id="filter" role="search" aria-label="${text.html.filter}">
<label>${text.html.search} <input type="search" name="text" placeholder="${text.html.searchHint}"></label>
${select("state", text.report.columns.state, text.html.allStates, states)}
${select("section", text.report.columns.finding, text.html.allSections, sections)}
${select("package", text.html.package, text.html.allPackages, packages)}
<output aria-live="polite"></output>
</form>`;
}

/** Each value once with how often it stands there, the most frequent first. */
function tally<T extends string>(values: readonly T[]): [T, number][] {
	const held = new Map<T, number>();
	for (const value of values) held.set(value, (held.get(value) ?? 0) + 1);
	return [...held].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}

function select(name: string, label: string, all: string, choices: readonly Choice[]): Markup {
	const options = choices.map(([value, shown]) => html`<option value="${value}">${shown}</option>`);
	return html`<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
}
