import { parseOutput } from "#parse/output-reader.ts";
import { maskSecrets } from "#posting/mask-secrets.ts";
import { commentLimit, fitBlocks } from "#render/budget.ts";
import { findingBlocks } from "#render/finding-markdown.ts";
import { blobBase } from "#render/markdown-inline.ts";
import { wholeBlocks } from "#render/summary.ts";
import { plainSummary } from "#render/summary-options.ts";
import { explain } from "#src/explain.ts";
import { guideLink } from "#text/guide-link.ts";
import { usageOf } from "./help.ts";
import { chooseFinding, findingOf } from "./known-findings.ts";
import { type Part, refuse, type Task } from "./task.ts";

/** Room for the hidden lines and for other parts of the answer. */
const partLimit = commentLimit - 4_096;

/** `explain`: a finding in full, or the whole of the command line's `explain` on what was pasted below. */
export async function explainCommand(task: Task): Promise<Part> {
	return task.command.rest === "" ? explainFinding(task) : explainLog(task);
}

async function explainLog({ command, settings, words, text, host }: Task): Promise<Part> {
	const wanted = { directory: null, lang: text.language, guideUrl: settings.guideUrl };
	const report = maskSecrets(await explain(parseOutput(command.rest), wanted, host));
	if (report.findings.length === 0) return refuse(words.nothingInLog);
	const blocks = wholeBlocks(report, text, { ...plainSummary, server: settings.server });
	return { ok: true, markdown: fitBlocks(blocks, partLimit, `_${text.report.shortened}_`) };
}

async function explainFinding({ command, pull, settings, words, text, findings }: Task): Promise<Part> {
	const known = await findings();
	const usage = usageOf("explain");
	if (command.args.length === 0 && known.own === null) return refuse(words.explainWhat(usage));
	const choice = chooseFinding(command.args, known, usage, words);
	if ("refusal" in choice) return refuse(choice.refusal);
	const finding = findingOf(known, choice.fingerprint);
	if (finding === null) return refuse(words.noReport(pull.head.slice(0, 12)));
	const blobs = blobBase(known.found?.report.change ?? null, settings.server);
	const { section } = finding;
	const guide = guideLink(settings.guideUrl, text.language, section);
	const blocks = findingBlocks({ ...finding, guide }, text, { blobs, anchor: null, commands: true });
	return { ok: true, markdown: fitBlocks(blocks, partLimit, `_${text.report.shortened}_`) };
}
