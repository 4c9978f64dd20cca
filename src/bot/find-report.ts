import type { Octokit } from "@octokit/rest";
import type { Report } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import { mergeReports } from "#judge/merge.ts";
import { type Expected, readStrangersReport } from "#posting/strangers-report.ts";
import { type ArtifactLimits, downloadReports } from "#publish/artifact.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import { answerOf } from "#publish/request-failure.ts";

/** The audit of a head, as its workflow run left it. */
export interface FoundReport {
	report: Report;
	runId: number;
	/** ISO 8601; when GitHub started the run, so that the head was there by then. */
	startedAt: string;
}

/** Older runs of the same commit are not worth asking. */
const mostRuns = 10;

/**
 * The newest report of exactly this head, from the artifacts of its pull request runs, or null. A stranger wrote it:
 * an artifact that is no report of this head counts for nothing.
 */
export async function findReport(
	octokit: Octokit,
	{ owner, repo }: PullAddress,
	artifact: string,
	expected: Expected,
	limits: ArtifactLimits,
): Promise<FoundReport | null> {
	const asked = { owner, repo, head_sha: expected.head, event: "pull_request", per_page: mostRuns };
	const { data } = await answerOf(octokit.rest.actions.listWorkflowRunsForRepo(asked));
	for (const run of data.workflow_runs) {
		const stored = await downloadReports(octokit, { owner, repo, run_id: run.id }, artifact, limits);
		const [first, ...rest] = stored.flatMap((one) => readOrNone(one.text, one.artifact, expected));
		if (first === undefined) continue;
		return { report: mergeReports([first, ...rest]), runId: run.id, startedAt: run.created_at };
	}
	return null;
}

function readOrNone(text: string, name: string, expected: Expected): Report[] {
	try {
		return [readStrangersReport(text, name, expected)];
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}
