import type { Change } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import { findMergeBase, findRepositoryRoot, readDiff, resolveCommit } from "./git.ts";
import { type GoEnvironment, readGoEnvironment } from "./go.ts";
import type { Host } from "./host.ts";
import { findModuleDirectories } from "./modules.ts";

/** The folder to audit as it was found: toolchain, repository, change and modules. */
export interface Workspace {
	/** Absolute, links resolved. */
	directory: string;
	/** Absolute root of the repository, or the folder itself outside of one. */
	root: string;
	go: GoEnvironment;
	moduleDirectories: string[];
	/** Null without a base. */
	change: Change | null;
	/** `git diff` from the merge base to the working tree; null without a base. */
	diff: string | null;
}

/** Finds out what there is to audit. Throws a UserError for what the user can mend. */
export async function readWorkspace(host: Host, directory: string, base: string | null): Promise<Workspace> {
	const [go, repository] = await Promise.all([
		readGoEnvironment(host, directory),
		findRepositoryRoot(host, directory),
	]);
	const moduleDirectories = await findModuleDirectories(host, directory, go);
	const root = repository ?? directory;
	if (base === null) return { directory, root, go, moduleDirectories, change: null, diff: null };
	if (repository === null) {
		throw new UserError(
			`--base needs a git repository, and ${directory} is in none; leave --base out or run git init`,
		);
	}
	const mergeBase = await findMergeBase(host, root, base);
	const [head, diff] = await Promise.all([
		resolveCommit(host, root, "HEAD"),
		readDiff(host, root, mergeBase),
	]);
	const change = { repository: null, pullRequest: null, base, head, mergeBase };
	return { directory, root, go, moduleDirectories, change, diff };
}
