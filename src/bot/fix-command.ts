import type { Fix, ReportFinding } from "#domain/report.ts";
import { RequestFailure } from "#publish/github.ts";
import { fixHunks, type Hunk, isProved } from "#render/hunk.ts";
import { markdownLink, markdownPhrase } from "#render/markdown-inline.ts";
import { usageOf } from "./help.ts";
import { chooseFinding, findingOf } from "./known-findings.ts";
import { type NewCommit, type Part, refuse, type Task } from "./task.ts";

/** A fix that touches more is no small one. */
const mostFiles = 10;

/** `fix`: commits the proved fix of a finding to the head branch, if that is still where the fix was proved. */
export async function fixCommand(task: Task): Promise<Part> {
	const { command, words, pull } = task;
	const known = await task.findings();
	const choice = chooseFinding(command.args, known, usageOf("fix"), words);
	if ("refusal" in choice) return refuse(choice.refusal);
	if (pull.isFork || pull.headRepository === null) return refuse(words.fixFork);
	const finding = findingOf(known, choice.fingerprint);
	if (finding === null) return refuse(words.noReport(pull.head.slice(0, 12)));
	const fix = finding.fixes.find(isProved);
	if (fix === undefined) {
		const { fingerprint } = finding;
		return refuse(finding.fixes.length === 0 ? words.noFix(fingerprint) : words.unprovedFix(fingerprint));
	}
	const files = await fixedFiles(task, finding, fix);
	if ("differs" in files) return refuse(words.fixDiffers(files.differs));
	return commitFix(task, finding, fix, { ...files, repository: pull.headRepository });
}

type Files = Pick<NewCommit, "files">;

/**
 * The files with the fix in them; or the first that is no Go file of the branch, or whose lines are not those that the
 * fix was proved on. Nothing is changed that the report does not quote.
 */
async function fixedFiles(
	task: Task,
	finding: ReportFinding,
	fix: Fix,
): Promise<Files | { differs: string }> {
	const hunks = fixHunks(finding, fix);
	const paths = [...new Set(fix.edits.map((edit) => edit.file))];
	if (hunks === null || paths.length > mostFiles) return { differs: paths[0] ?? "" };
	const files: { path: string; bytes: Uint8Array }[] = [];
	for (const path of paths) {
		const before = isGoFile(path) ? await task.readFile(path) : null;
		const own = hunks.filter((hunk) => hunk.file === path);
		const after = before === null ? null : replaceLines(before, own);
		if (after === null) return { differs: path };
		files.push({ path, bytes: after });
	}
	return { files };
}

/** The file with other lines, or null where its lines are not those that were quoted. */
function replaceLines(file: Uint8Array, hunks: readonly Hunk[]): Uint8Array | null {
	const lines = readText(file)?.split("\n");
	if (lines === undefined) return null;
	for (const { line, endLine, before, after } of hunks.toReversed()) {
		const present = lines.slice(line - 1, endLine);
		if (present.length !== before.length || present.some((text, index) => text !== before[index]))
			return null;
		lines.splice(line - 1, before.length, ...after);
	}
	return new TextEncoder().encode(lines.join("\n"));
}

/** The text of a file, or null where the bytes would not come back the same. */
function readText(file: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
	} catch {
		return null;
	}
}

/** The report is a stranger's: it may change code, and nothing that a workflow or a tool obeys. */
function isGoFile(path: string): boolean {
	return (
		/^[^/\\:\0]+(?:\/[^/\\:\0]+)*\.go$/.test(path) && !path.split("/").some((part) => part.startsWith("."))
	);
}

async function commitFix(
	{ commit, words, pull, event }: Task,
	finding: ReportFinding,
	fix: Fix,
	what: Files & { repository: string },
): Promise<Part> {
	const { fingerprint, section } = finding;
	const body = `Finding ${fingerprint} of go-race-audit (${section}).\nAsked for by ${event.sender.login}.`;
	const headline = oneLine(fix.title) || `Fix ${section}`;
	try {
		const url = await commit({ ...what, head: pull.head, branch: pull.headRef, headline, body });
		const told = `${markdownPhrase(words.fixed(fingerprint, fix.verified?.runs ?? 0))} ${markdownLink(words.fixCommit, url)}.`;
		return { ok: true, markdown: `${told}\n\n${markdownPhrase(words.fixNoAudit)}` };
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		if (error.kind === "forbidden") return refuse(words.fixNotAllowed);
		return refuse(error.kind === "stale" ? words.fixStale : words.fixFailed(error.message));
	}
}

function oneLine(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
		.trim()
		.slice(0, 72);
}
