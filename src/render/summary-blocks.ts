import type { Gap } from "#domain/gap.ts";
import type { Recovery, Report, ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import type { Block } from "./budget.ts";
import { decidedHere } from "./decisions-markdown.ts";
import { details } from "./details.ts";
import { codeSpan } from "./escape-code-span.ts";
import { fence } from "./escape-fence.ts";
import { codeCell } from "./escape-table-cell.ts";
import { escapePath, escapeUrl } from "./escape-url.ts";
import { findingDecision } from "./finding-facts.ts";
import { helpLink } from "./help-link.ts";
import {
	type BlobBase,
	blobBase,
	markdownLink,
	markdownList,
	markdownPhrase,
	markdownPlace,
} from "./markdown-inline.ts";
import { notAudited } from "./not-audited.ts";
import { type FindingGroups, groupFindings } from "./rank.ts";
import type { SummaryOptions } from "./summary-options.ts";
import { addedSuppressions, unusedSuppressions } from "./suppressions.ts";

const rowsShown = 50;
const gapsShown = 20;
const goroutinesShown = 30;

/** The summary as blocks: what a reader needs first comes first, and weighs most. */
export function summaryBlocks(report: Report, text: Text, options: SummaryOptions): Block[] {
	const groups = groupFindings(report.findings);
	const blobs = blobBase(report.change, options.server);
	const table = (findings: ReportFinding[]) => findingTable(findings, text, blobs, options.comments);
	const words = text.report;
	return [
		{ text: `## ${text.report.name}: ${markdownPhrase(verdict(report, groups, text))}`, weight: 100 },
		{ text: counts(report, groups, text), weight: 99 },
		{ text: addedSuppressions(groups.ignored, text).map(markdownPhrase).join(), weight: 96 },
		{ text: table(groups.fresh), weight: 98 },
		{ text: gapList(report.gaps, text), weight: 97 },
		{ text: folded(words.known, groups.known, table), weight: 60 },
		{ text: folded(words.suppressedFindings, groups.ignored, table), weight: 40 },
		{ text: decidedHere(groups.ignored, text), weight: 41 },
		{ text: folded(words.fixedFindings, groups.gone, table), weight: 55 },
		{ text: recovery(report.recovery, text, blobs), weight: 50 },
		{ text: footer(report, text, options), weight: 90 },
	];
}

/** The one line that says how it stands. */
export function verdict(report: Report, groups: FindingGroups, text: Text): Phrase {
	const fresh = groups.fresh.length;
	if (fresh > 0) return text.report.newFindings(fresh);
	return [report.gaps.length > 0 ? text.report.incomplete : text.report.clean];
}

function counts(report: Report, { fresh, known, ignored, gone }: FindingGroups, text: Text): string {
	if (report.findings.length === 0) return text.report.nothing[report.plan.only ?? "all"];
	const parts: Phrase[] = [text.report.counted(fresh.length, known.length, gone.length)];
	if (ignored.length > 0) parts.push(text.report.ignored(ignored.length));
	if (report.gaps.length > 0) parts.push(text.report.gapCount(report.gaps.length));
	return markdownList(parts);
}

function folded(
	title: string,
	findings: ReportFinding[],
	table: (findings: ReportFinding[]) => string,
): string {
	return findings.length === 0 ? "" : details(`${title} (${findings.length})`, table(findings));
}

function findingTable(
	findings: ReportFinding[],
	text: Text,
	blobs: BlobBase,
	comments: SummaryOptions["comments"],
): string {
	if (findings.length === 0) return "";
	const { finding, where, seen } = text.report.columns;
	const rows = findings.slice(0, rowsShown).map((item) => {
		const title = `${cellPhrase(text.describe(item).title)}${item.severity === "note" ? ` (${text.severity.note})` : ""}`;
		const decision = findingDecision(item, text).map((why) => `<br>${cellPhrase(why)}`);
		const url = comments.get(item.fingerprint) ?? "";
		return `| ${markdownLink(title, url)}${decision.join("")} | ${cellPlace(item, blobs)} | ${cellSeen(item, text)} | ${markdownLink(text.report.guideLink, item.guide)} |`;
	});
	const more = findings.length - rowsShown;
	const rest = more > 0 ? `\n\n${markdownPhrase(text.report.moreInReport(more))}` : "";
	return `| ${finding} | ${where} | ${seen} | |\n|:--|:--|:--|:--|\n${rows.join("\n")}${rest}`;
}

/** A phrase in a table cell: our words as they are, code as entities. */
function cellPhrase(phrase: Phrase): string {
	return phrase
		.map((part) => (typeof part === "string" ? markdownPhrase([part]) : codeCell(part.code)))
		.join("");
}

function cellPlace({ at, package: name }: ReportFinding, blobs: BlobBase): string {
	if (at === null) return name === null ? "" : codeCell(name);
	const label = codeCell(`${at.file}:${at.line}`);
	return blobs === null ? label : markdownLink(label, `${blobs}/${escapePath(at.file)}#L${at.line}`);
}

function cellSeen({ confirmation, analyzer, incidentCount }: ReportFinding, text: Text): string {
	if (confirmation !== null) return `${confirmation.head.hits}/${confirmation.head.runs}`;
	return analyzer === null ? text.number(incidentCount) : text.kind.lint;
}

function gapList(gaps: readonly Gap[], text: Text): string {
	if (gaps.length === 0) return "";
	const items = gaps.slice(0, gapsShown).map((gap) => gapItem(gap, text));
	const left = gaps.length - gapsShown;
	if (left > 0) items.push(`- ${markdownPhrase(text.report.more(left))}`);
	return `### ${text.report.gaps}\n\n${text.report.gapsMeaning}\n\n${items.join("\n")}`;
}

function gapItem({ kind, package: name, message, words, detail }: Gap, text: Text): string {
	const said = markdownPhrase(text.said(words, message));
	const who = name === null ? text.report.wholeAudit : codeSpan(name);
	const what = `- ${who} ${text.gap[kind]}`;
	if (detail === null || detail.trim() === "" || detail === message) return `${what}: ${said}`;
	const lead = detail.startsWith(message) ? what : `${what}: ${said}`;
	const printed = fence("text", detail, { lines: 12, columns: 200 });
	return `${lead}\n\n${printed}`.replaceAll("\n", "\n  ");
}

function recovery(inventory: Recovery | null, text: Text, blobs: BlobBase): string {
	if (inventory === null || inventory.goroutines === 0) return "";
	const { covered, goroutines, exempt, uncovered, added } = inventory;
	const parts: Phrase[] = [text.report.covered(covered, goroutines)];
	if (exempt > 0) parts.push(text.report.exempt(exempt));
	if (added !== null) parts.push(text.report.addedUncovered(added));
	const line = markdownList(parts);
	if (uncovered.length === 0) return `**${text.report.recovery}**: ${line}`;
	const items = uncovered
		.slice(0, goroutinesShown)
		.map((site) => `- ${markdownPlace(site.file, site.line, blobs)} ${codeSpan(site.function)}`);
	const left = uncovered.length - goroutinesShown;
	if (left > 0) items.push(`- ${markdownPhrase(text.report.moreInReport(left))}`);
	return `**${text.report.recovery}**: ${line}\n\n${details(markdownPhrase(text.report.uncovered(uncovered.length)), items.join("\n"))}`;
}

function footer(report: Report, text: Text, options: SummaryOptions): string {
	const parts = [markdownPhrase(text.report.took(report.durationMs, report.plan.packages.length, report.go))];
	parts.push(...notAudited(report, text).map(markdownPhrase));
	parts.push(
		...unusedSuppressions(report)
			.slice(0, 5)
			.map((rule) => markdownPhrase(text.report.unusedSuppression(rule))),
	);
	const [first] = report.findings;
	if (report.go === "" && first !== undefined)
		parts.push(markdownLink(text.finding.askForHelp, helpLink(first)));
	const head = report.change?.head;
	if (head !== null && head !== undefined) parts.push(codeSpan(head.slice(0, 12)));
	if (options.fullReport !== null && escapeUrl(options.fullReport) !== "") {
		parts.push(markdownLink(text.report.fullReport, options.fullReport));
	}
	if (options.commands) parts.push(markdownPhrase(text.report.howToRerun("/race rerun")));
	return `<sub>${parts.join(" · ")}</sub>`;
}
