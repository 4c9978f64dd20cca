import { _ as readSettings, f as editFile, g as localHost, i as interruptSignal, n as realFolder, t as auditAloud, v as findRepositoryRoot } from "./audit-command.js";
import { n as UserError, t as userError } from "./user-error.js";
import { a as wordsIn, i as sentence, n as languageNamed } from "./message.js";
import { n as givenSettings } from "./command-options.js";
import { t as readReport } from "./read-report.js";
import { t as say } from "./say.js";
import { join, posix } from "node:path";
// src/cli/fix-command.ts
async function runFix(fingerprint, folder, options) {
	const directory = await realFolder(folder ?? ".");
	const interrupt = interruptSignal();
	const host = localHost(interrupt);
	const root = await findRepositoryRoot(host, directory) ?? directory;
	const finding = findFinding(await reportFor(directory, options, interrupt), fingerprint);
	const edited = await editTree(finding, provedFix(finding), root, host);
	if (options.dryRun === true) process.stdout.write(await diff(edited, root, host));
	else {
		await host.files.replaceTexts([...edited].map(([file, text]) => [join(root, file), text])).catch((error) => {
			throw error instanceof UserError ? userError("nothing-changed", { fault: error.words }) : error;
		});
		const { title, words } = provedFix(finding);
		const applied = sentence("fix-applied", {
			fix: words ?? title,
			files: [...edited.keys()].join(", ")
		});
		say(wordsIn(languageNamed(options.lang), applied));
	}
	return 0;
}
async function reportFor(directory, options, interrupt) {
	if (typeof options.report === "string") return readReport(options.report);
	const settings = await readSettings(localHost(interrupt), directory, givenSettings(options));
	return auditAloud(settings, interrupt, options);
}
function findFinding({ findings }, fingerprint) {
	const matching = findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
	const [found, another] = matching;
	if (found === void 0) throw userError("no-finding", { fingerprint });
	if (another !== void 0) throw userError("several-findings", {
		fingerprint,
		count: matching.length
	});
	return found;
}
function provedFix({ fingerprint, fixes, rejectedFixes }) {
	const [fix] = fixes;
	if (fix !== void 0) return fix;
	const reasons = rejectedFixes.map(({ title, reason }) => `${title}: ${reason}`).join("; ");
	throw userError("no-proved-fix", {
		fingerprint,
		reasons: reasons === "" ? "" : ` (${reasons})`
	});
}
async function editTree(finding, fix, root, host) {
	const edited = new Map();
	for (const file of new Set(fix.edits.map((edit) => edit.file))) {
		const before = file.endsWith(".go") && await isPlainFile(file, root, host) ? await host.files.readText(join(root, file)) : null;
		if (before === null) throw userError("not-a-go-file", {
			file,
			root
		});
		const after = isUnchanged(finding, file, before) ? editFile(before, editsOf(fix, file, root)) : null;
		if (after === null) throw userError("file-changed", { file });
		edited.set(file, after);
	}
	return edited;
}
async function isPlainFile(file, root, host) {
	if (posix.normalize(file) !== file || posix.isAbsolute(file) || /^\.\.\/|\\/.test(file)) return false;
	const path = join(await host.files.realPath(root), file);
	return await host.files.realPathWithin(path, root) === path;
}
function isUnchanged({ excerpts }, file, text) {
	const lines = text.split(/\r?\n/);
	return excerpts.filter((excerpt) => excerpt.file === file).every((excerpt) => excerpt.lines.every((line, index) => lines[excerpt.start - 1 + index]?.startsWith(line)));
}
function editsOf({ edits }, file, root) {
	return edits.filter((edit) => edit.file === file).map(({ start, end, newText }) => ({
		at: {
			file: join(root, file),
			line: start.line,
			column: start.column,
			endLine: end.line,
			endColumn: end.column
		},
		newText
	}));
}
async function diff(edited, root, host) {
	return host.files.withTemporaryFolder("diff", async (folder) => {
		for (const [file, text] of edited) {
			await host.files.writeText(join(folder, "b", file), text);
			await host.files.writeText(join(folder, "a", file), await host.files.readText(join(root, file)) ?? "");
		}
		const args = [
			...[
				"-c",
				"core.autocrlf=false",
				"-c",
				"core.quotePath=true"
			],
			"diff",
			"--no-index",
			"--no-prefix",
			"--no-color",
			"--no-ext-diff",
			"a",
			"b"
		];
		return (await host.processes.run({
			program: "git",
			args,
			cwd: folder
		})).stdout;
	});
}
export { runFix };
