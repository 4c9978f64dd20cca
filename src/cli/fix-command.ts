import { join, posix } from "node:path";
import { editFile } from "#confirm/edit-file.ts";
import type { Fix, Report, ReportFinding } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import { readSettings } from "#host/config-file.ts";
import { findRepositoryRoot } from "#host/git.ts";
import type { Host } from "#host/host.ts";
import { localHost } from "#host/local-host.ts";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";
import { userError } from "#text/user-error.ts";
import { auditAloud, realFolder } from "./audit-command.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { interruptSignal } from "./interrupt.ts";
import { readReport } from "./read-report.ts";
import { say } from "./say.ts";

/** `fix`: puts a proved fix into the tree, or prints it as a diff. Takes the report that is named, or audits afresh. */
export async function runFix(
	fingerprint: string,
	folder: string | undefined,
	options: ParsedOptions,
): Promise<number> {
	const directory = await realFolder(folder ?? ".");
	const interrupt = interruptSignal();
	const host = localHost(interrupt);
	const root = (await findRepositoryRoot(host, directory)) ?? directory;
	const finding = findFinding(await reportFor(directory, options, interrupt), fingerprint);
	const edited = await editTree(finding, provedFix(finding), root, host);
	if (options.dryRun === true) process.stdout.write(await diff(edited, root, host));
	else {
		await host.files
			.replaceTexts([...edited].map(([file, text]) => [join(root, file), text]))
			.catch((error: Error) => {
				throw error instanceof UserError ? userError("nothing-changed", { fault: error.words }) : error;
			});
		const { title, words } = provedFix(finding);
		const applied = sentence("fix-applied", { fix: words ?? title, files: [...edited.keys()].join(", ") });
		say(wordsIn(languageNamed(options.lang), applied));
	}
	return 0;
}

async function reportFor(directory: string, options: ParsedOptions, interrupt: AbortSignal): Promise<Report> {
	if (typeof options.report === "string") return readReport(options.report);
	const settings = await readSettings(localHost(interrupt), directory, givenSettings(options));
	return auditAloud(settings, interrupt, options);
}

/** A fingerprint may be shortened as long as it names one finding. */
function findFinding({ findings }: Report, fingerprint: string): ReportFinding {
	const matching = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
	const [found, another] = matching;
	if (found === undefined) throw userError("no-finding", { fingerprint });
	if (another !== undefined) throw userError("several-findings", { fingerprint, count: matching.length });
	return found;
}

function provedFix({ fingerprint, fixes, rejectedFixes }: ReportFinding): Fix {
	const [fix] = fixes;
	if (fix !== undefined) return fix;
	const reasons = rejectedFixes.map(({ title, reason }) => `${title}: ${reason}`).join("; ");
	throw userError("no-proved-fix", { fingerprint, reasons: reasons === "" ? "" : ` (${reasons})` });
}

/** The edited files by path from the root. Throws a UserError where the tree is not the one that the report saw. */
async function editTree(
	finding: ReportFinding,
	fix: Fix,
	root: string,
	host: Host,
): Promise<Map<string, string>> {
	const edited = new Map<string, string>();
	for (const file of new Set(fix.edits.map((edit) => edit.file))) {
		const isOwn = file.endsWith(".go") && (await isPlainFile(file, root, host));
		const before = isOwn ? await host.files.readText(join(root, file)) : null;
		if (before === null) throw userError("not-a-go-file", { file, root });
		const after = isUnchanged(finding, file, before) ? editFile(before, editsOf(fix, file, root)) : null;
		if (after === null) throw userError("file-changed", { file });
		edited.set(file, after);
	}
	return edited;
}

/** The report may be a stranger's, and so may the tree: nothing outside of the root is touched, and no link is followed. */
async function isPlainFile(file: string, root: string, host: Host): Promise<boolean> {
	if (posix.normalize(file) !== file || posix.isAbsolute(file) || /^\.\.\/|\\/.test(file)) return false;
	const path = join(await host.files.realPath(root), file);
	return (await host.files.realPathWithin(path, root)) === path;
}

/** Whether the lines that the report quotes of a file are still there. */
function isUnchanged({ excerpts }: ReportFinding, file: string, text: string): boolean {
	const lines = text.split(/\r?\n/);
	return excerpts
		.filter((excerpt) => excerpt.file === file)
		.every((excerpt) =>
			excerpt.lines.every((line, index) => lines[excerpt.start - 1 + index]?.startsWith(line)),
		);
}

function editsOf({ edits }: Fix, file: string, root: string) {
	return edits
		.filter((edit) => edit.file === file)
		.map(({ start, end, newText }) => ({
			at: {
				file: join(root, file),
				line: start.line,
				column: start.column,
				endLine: end.line,
				endColumn: end.column,
			},
			newText,
		}));
}

/** A patch that `git apply` takes. */
async function diff(edited: ReadonlyMap<string, string>, root: string, host: Host): Promise<string> {
	return host.files.withTemporaryFolder("diff", async (folder) => {
		for (const [file, text] of edited) {
			await host.files.writeText(join(folder, "b", file), text);
			await host.files.writeText(
				join(folder, "a", file),
				(await host.files.readText(join(root, file))) ?? "",
			);
		}
		// What a user has configured changes neither the form nor the ends of lines.
		const plain = ["-c", "core.autocrlf=false", "-c", "core.quotePath=true"];
		const args = [...plain, "diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff", "a", "b"];
		const exit = await host.processes.run({ program: "git", args, cwd: folder });
		return exit.stdout;
	});
}
