import { dirname, join } from "node:path";
import { userError } from "#text/user-error.ts";
import { firstLine } from "./go.ts";
import type { Exit, Host } from "./host.ts";

/** Runs git without its pager, prompts or the user's hooks. */
async function git(
	host: Host,
	directory: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Exit> {
	return host.processes.run({
		program: "git",
		args: ["-c", "core.quotePath=false", ...args],
		cwd: directory,
		// What it complains of is read, and is in English then.
		env: { GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...env },
	});
}

/** The absolute root of the repository that holds a folder, or null. Throws a UserError where git refuses to read it. */
export async function findRepositoryRoot(host: Host, directory: string): Promise<string | null> {
	const exit = await git(host, directory, ["rev-parse", "--show-toplevel"]);
	const refused = /dubious ownership.*safe\.directory (?<root>[^\n]+)/s.exec(exit.stderr)?.groups?.root;
	if (refused !== undefined) throw userError("git-refuses", { root: refused });
	return exit.code === 0 ? host.files.realPath(exit.stdout.trim()) : null;
}

/** The commit a ref stands for, or null. */
export async function resolveCommit(host: Host, directory: string, ref: string): Promise<string | null> {
	const exit = await git(host, directory, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`,
	]);
	return exit.code === 0 ? exit.stdout.trim() : null;
}

/** The folders below one, absolute, in which git tracks a go.mod; none outside of a repository. */
export async function findTrackedModules(host: Host, directory: string): Promise<string[]> {
	const exit = await git(host, directory, ["ls-files", "-z", "--", ":(glob)**/go.mod"]);
	if (exit.code !== 0) return [];
	return exit.stdout
		.split("\0")
		.filter((path) => path !== "")
		.map((path) => join(directory, dirname(path)));
}

/** A file as it is in a commit, by its path from the root; null where it is not there. */
export async function readFileAt(
	host: Host,
	root: string,
	commit: string,
	path: string,
): Promise<string | null> {
	const exit = await git(host, root, ["show", "--no-textconv", `${commit}:${path}`]);
	return exit.code === 0 ? exit.stdout : null;
}

/** The merge base of a ref and HEAD. Throws a UserError that says what to fetch when there is none. */
export async function findMergeBase(host: Host, directory: string, base: string): Promise<string> {
	const commit =
		(await resolveCommit(host, directory, base)) ?? (await resolveCommit(host, directory, `origin/${base}`));
	if (commit === null) {
		throw userError("base-not-a-commit", { base });
	}
	const exit = await git(host, directory, ["merge-base", commit, "HEAD"]);
	if (exit.code !== 0) {
		throw userError("no-merge-base", { base });
	}
	return exit.stdout.trim();
}

/**
 * The diff from a commit to the working tree, untracked files left out, renames found. Go files count as text whatever
 * the change's own .gitattributes says of them: lines that no diff shows would not count as changed.
 */
export async function readDiff(host: Host, directory: string, from: string): Promise<string> {
	const parts = [
		["--text", from, "--", ":(top)*.go"],
		[from, "--", ":(top)", ":(top,exclude)*.go"],
	];
	const exits = await Promise.all(parts.map((part) => git(host, directory, [...plainDiff, ...part])));
	const failed = exits.find((exit) => exit.code !== 0);
	if (failed !== undefined) {
		throw userError("git-diff-failed", { from, detail: firstLine(failed.stderr) });
	}
	return exits.map(({ stdout }) => stdout).join("");
}

/** The diff between two commits as a pull request shows it, or null when git has not both. */
export async function readCommitDiff(
	host: Host,
	directory: string,
	from: string,
	to: string,
): Promise<string | null> {
	const exit = await git(host, directory, [...plainDiff, from, to, "--"]);
	return exit.code === 0 ? exit.stdout : null;
}

/** Whatever the user's configuration says, so that the diff can be read. */
const plainDiff = [
	...["-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"],
	...["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--unified=3"],
];

/** The newest common commit of two, or null. */
export async function findCommonCommit(
	host: Host,
	directory: string,
	a: string,
	b: string,
): Promise<string | null> {
	const exit = await git(host, directory, ["merge-base", a, b]);
	return exit.code === 0 ? exit.stdout.trim() : null;
}

/** Fetches the whole history of a shallow clone; false when it could not be had. */
export async function fetchHistory(host: Host, directory: string): Promise<boolean> {
	const exit = await git(host, directory, ["fetch", "--quiet", "--no-tags", "--unshallow", "origin"]);
	return exit.code === 0;
}

/** A file or folder of a commit; `id` is that of its content. The root is ".". */
export interface TreeEntry {
	path: string;
	id: string;
}

/** What HEAD holds and the working tree has unchanged, folders too; null where there is no commit. */
export async function listTree(host: Host, root: string): Promise<TreeEntry[] | null> {
	const [tree, top, changed] = await Promise.all([
		git(host, root, ["ls-tree", "-r", "-t", "-z", "--format=%(objecttype) %(objectname) %(path)", "HEAD"]),
		git(host, root, ["rev-parse", "HEAD^{tree}"]),
		git(host, root, ["diff", "--name-only", "-z", "--no-ext-diff", "HEAD", "--"]),
	]);
	if ([tree, top, changed].some((exit) => exit.code !== 0)) return null;
	const differs = new Set(changed.stdout.split("\0"));
	const entries = tree.stdout.split("\0").flatMap((line) => {
		const [, type, id, path] = /^(\w+) (\w+) (.+)$/s.exec(line) ?? [];
		return id === undefined || path === undefined || type === "commit" ? [] : [{ path, id }];
	});
	return [...entries.filter(({ path }) => !differs.has(path)), { path: ".", id: top.stdout.trim() }];
}

/**
 * Runs `use` in a copy of a commit, which is gone afterwards. The files come through an index of their own rather than
 * `git worktree`: that would leave an entry in the user's repository when we are killed.
 */
export async function withCommitCheckedOut<T>(
	host: Host,
	root: string,
	commit: string,
	use: (directory: string) => Promise<T>,
): Promise<T> {
	return host.files.withTemporaryFolder("base", async (folder) => {
		const tree = `${folder}/tree/`;
		const index = { GIT_INDEX_FILE: `${folder}/index` };
		for (const args of [
			["read-tree", commit],
			["checkout-index", "--all", "--quiet", `--prefix=${tree}`],
		]) {
			const exit = await git(host, root, args, index);
			if (exit.code !== 0)
				throw userError("git-failed", { command: args[0] ?? "", commit, detail: firstLine(exit.stderr) });
		}
		return use(tree.slice(0, -1));
	});
}
