import type { Change } from "#domain/report.ts";
import { userError } from "#text/user-error.ts";
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
	isRepository: boolean;
	go: GoEnvironment;
	moduleDirectories: string[];
}

/** What is compared with the merge base, and the diff from there to the working tree. */
export interface ChangeFromBase {
	change: Change;
	/** `git diff`. */
	diff: string;
}

/** Finds out what there is to audit. Throws a UserError for what the user can mend. */
export async function readWorkspace(host: Host, directory: string): Promise<Workspace> {
	const [go, repository] = await Promise.all([
		readGoEnvironment(host, directory),
		findRepositoryRoot(host, directory),
	]);
	const moduleDirectories = await findModuleDirectories(host, directory, go);
	return {
		directory,
		root: repository ?? directory,
		isRepository: repository !== null,
		go,
		moduleDirectories,
	};
}

/** Reads the change since the merge base of a ref; null without one. Throws a UserError when there is no such base. */
export async function readChange(
	host: Host,
	{ directory, root, isRepository }: Workspace,
	base: string | null,
): Promise<ChangeFromBase | null> {
	if (base === null) return null;
	if (!isRepository) {
		throw userError("base-needs-repository", { directory });
	}
	const mergeBase = await findMergeBase(host, root, base);
	const [head, diff] = await Promise.all([
		resolveCommit(host, root, "HEAD"),
		readDiff(host, root, mergeBase),
	]);
	return { change: { repository: null, pullRequest: null, base, head, mergeBase }, diff };
}
