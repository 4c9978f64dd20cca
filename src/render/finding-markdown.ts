import type { Place, ReportFinding } from "#domain/report.ts";
import { capital, type Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import type { Block } from "./budget.ts";
import { details } from "./details.ts";
import { raceDiagram } from "./diagram.ts";
import { codeSpan } from "./escape-code-span.ts";
import { fence } from "./escape-fence.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { findingFacts } from "./finding-facts.ts";
import { fixMarkdown } from "./fix-markdown.ts";
import {
	type BlobBase,
	markdownLink,
	markdownList,
	markdownPhrase,
	markdownPlace,
} from "./markdown-inline.ts";
import { renderMermaid } from "./mermaid.ts";
import { rejectedFixes } from "./rejected-fixes.ts";
import { sourceRoot } from "./source-root.ts";
import { stacksMarkdown } from "./stacks-markdown.ts";

/** How a finding is put into markdown. */
export interface FindingOptions {
	/** Where links to source lines lead, see `blobBase`. */
	blobs: BlobBase;
	/** The lines the comment stands on; null when it stands on none. */
	anchor: Place | null;
	/** Whether the bot listens, so that its commands are worth naming. */
	commands: boolean;
}

/** The first characters of a fingerprint, enough for a command. */
const shortFingerprint = (finding: ReportFinding) => finding.fingerprint.slice(0, 8);

/** Everything said of one finding, as blocks from the title to the fingerprint; the weights say what can go first. */
export function findingBlocks(finding: ReportFinding, text: Text, options: FindingOptions): Block[] {
	const { title, message } = text.describe(finding);
	return [
		{ text: `### ${markdownPhrase(title)}`, weight: 100 },
		{ text: markdownPhrase(message), weight: 90 },
		{ text: factsLine(finding, text, options), weight: 80 },
		{ text: stacks(finding, text, options.blobs), weight: 40 },
		{ text: picture(finding, text), weight: 20 },
		{ text: involved(finding, text), weight: 45 },
		{ text: evidence(finding, text, options.blobs), weight: 50 },
		{ text: fixMarkdown(finding, text, options.anchor), weight: 30 },
		{ text: notOffered(finding, text), weight: 25 },
		{ text: whatToDo(finding, text), weight: 70 },
		{ text: reproduce(finding, text), weight: 60 },
		{ text: footer(finding, text, options.commands), weight: 10 },
	];
}

function factsLine(finding: ReportFinding, text: Text, { anchor, blobs }: FindingOptions): string {
	const state = capital([text.state[finding.state]]);
	const facts = findingFacts(finding, text).map(markdownPhrase);
	const { at } = finding;
	const place = anchor === null && at !== null ? [markdownPlace(at.file, at.line, blobs)] : [];
	return [`**${markdownPhrase(state)}**`, ...place, ...facts].join(" · ");
}

function involved(finding: ReportFinding, text: Text): string {
	if (finding.involved.length === 0) return "";
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = `${goroutine ?? ""}${state === null ? "" : ` (${state})`}`;
		const where =
			frame === null ? "" : `: ${codeSpan(frame.function)} ${codeSpan(`${frame.file}:${frame.line}`)}`;
		return `- goroutine ${escapeMarkdown(who)} ${text.finding.why[why]}${where}`;
	});
	return details(text.finding.involved, items.join("\n"));
}

function evidence(finding: ReportFinding, text: Text, blobs: BlobBase): string {
	if (finding.evidence.length === 0) return "";
	const items = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		const place = at === null ? "" : `${markdownPlace(at.file, at.line, blobs)}: `;
		return `- ${place}${markdownPhrase(text.said(words, message))}`;
	});
	return finding.incidents.length > 0
		? details(text.finding.evidence, items.join("\n"))
		: `${text.finding.evidence}:\n\n${items.join("\n")}`;
}

function notOffered(finding: ReportFinding, text: Text): string {
	const items = rejectedFixes(finding, text).map((phrase) => `- ${markdownPhrase(phrase)}`);
	return items.length === 0 ? "" : details(text.fix.notOffered, items.join("\n"));
}

function stacks(finding: ReportFinding, text: Text, blobs: BlobBase): string {
	const [incident] = finding.incidents;
	if (incident === undefined) return "";
	const title = incident.kind === "race" ? text.finding.accesses : text.finding.crash;
	const message =
		incident.kind === "race"
			? ""
			: `${fence("text", incident.messages.join("\n"), { lines: 12, columns: 300 })}\n\n`;
	return details(title, message + stacksMarkdown(finding, incident, text, blobs, sourceRoot(finding)));
}

function picture(finding: ReportFinding, text: Text): string {
	const race = finding.incidents.find((incident) => incident.kind === "race");
	const diagram = race === undefined ? null : raceDiagram(finding, race, text, sourceRoot(finding));
	return diagram === null ? "" : details(text.finding.picture, fence("mermaid", renderMermaid(diagram)));
}

function whatToDo(finding: ReportFinding, text: Text): string {
	const { summary } = text.guide[finding.section];
	const link = markdownLink(text.finding.readGuide, finding.guide);
	return `**${text.finding.whatToDo}**: ${markdownPhrase(summary)} ${link}`;
}

function reproduce(finding: ReportFinding, text: Text): string {
	return finding.reproduce === ""
		? ""
		: `**${text.finding.reproduce}**\n\n${fence("sh", finding.reproduce, { lines: 3, columns: 500 })}`;
}

function footer(finding: ReportFinding, text: Text, commands: boolean): string {
	const short = shortFingerprint(finding);
	const parts: Phrase[] = [];
	if (finding.related.length > 0) parts.push(text.finding.related(finding.related.length));
	if (commands)
		parts.push(
			text.finding.howToIgnore(`/race ignore ${short} …`),
			text.report.next(`/race explain ${short}`),
		);
	const id = `${text.finding.fingerprint} ${codeSpan(finding.fingerprint)}`;
	return `<sub>${[id, ...(parts.length === 0 ? [] : [markdownList(parts)])].join(" · ")}</sub>`;
}
