import { fetchHistory, findCommonCommit, readCommitDiff, resolveCommit } from "#host/git.ts";
import type { Host } from "#host/host.ts";
import { type Diff, parseDiff } from "#plan/diff.ts";
import { userError } from "#text/user-error.ts";
import type { Trigger } from "./event.ts";

/** What the checked-out folder is compared with, or null to take every finding as new. Throws a UserError where a pull request's base cannot be had. */
export async function findBase(host: Host, directory: string, trigger: Trigger): Promise<string | null> {
	if (trigger.kind === "refused" || trigger.base === null) return null;
	const { base } = trigger;
	const isKnown = async () =>
		(await resolveCommit(host, directory, base)) !== null &&
		(await findCommonCommit(host, directory, base, "HEAD")) !== null;
	if (await isKnown()) return base;
	// actions/checkout fetches one commit only unless told otherwise.
	if ((await fetchHistory(host, directory)) && (await isKnown())) return base;
	if (trigger.kind === "other") return null;
	throw userError("base-not-cloned", { base: base.slice(0, 12) });
}

/** Diffs of a pull request from local git; null where git lacks the commits, so that GitHub has to be asked. */
export interface PullDiffs {
	/** What the pull request shows: from the merge base to its head. */
	shown: Diff | null;
	/** From what is checked out to the head; null when the head itself is checked out. */
	toHead: Diff | null;
}

/** Reads the diffs of a pull request. */
export async function readPullDiffs(
	host: Host,
	directory: string,
	{ base, head }: { base: string; head: string },
): Promise<PullDiffs> {
	const [checkedOut, common] = await Promise.all([
		resolveCommit(host, directory, "HEAD"),
		findCommonCommit(host, directory, base, head),
	]);
	const shown = common === null ? null : await readCommitDiff(host, directory, common, head);
	const toHead = checkedOut === head ? null : await readCommitDiff(host, directory, "HEAD", head);
	return {
		shown: shown === null ? null : parseDiff(shown),
		toHead: toHead === null ? null : parseDiff(toHead),
	};
}
