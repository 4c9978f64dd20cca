import type { FailOn } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import type { RunnerLog, Surroundings } from "#host/runner.ts";
import { conclude } from "#judge/conclusion.ts";
import type { NewCheckRun } from "#publish/check-run.ts";
import { RequestFailure } from "#publish/github.ts";
import type { Connection } from "#publish/octokit.ts";
import { renderCheckRun } from "#render/check-run.ts";
import { groupFindings } from "#render/rank.ts";
import { plainSummary } from "#render/summary-options.ts";
import { wordsIn } from "#text/message.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";

/** Its own name, so that a rule for merging can ask for it. */
const name = "go-race-audit";

/** A report to leave as a check run. */
export interface CheckRunPosting {
	report: Report;
	/** The commit that the check run stands on. */
	commit: string;
	failOn: FailOn;
	text: Text;
	at: Pick<Surroundings, "repository" | "serverUrl">;
	/** The workflow run that holds the full report. */
	runId: number;
}

/** Leaves a check run on a commit. An audit does not fail for want of it: what goes wrong is said in the log. */
export async function postCheckRun(
	connection: Connection,
	posting: CheckRunPosting,
	log: RunnerLog,
): Promise<void> {
	const { report, commit, text, at, runId } = posting;
	const [{ makeOctokit }, { createCheckRun }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("#publish/check-run.ts"),
	]);
	const [owner = "", repo = ""] = at.repository.split("/");
	const detailsUrl = `${at.serverUrl}/${at.repository}/actions/runs/${runId}`;
	const options = { ...plainSummary, server: at.serverUrl, fullReport: detailsUrl };
	const run: NewCheckRun = {
		...{ owner, repo, commit, name, detailsUrl },
		externalId: `${runId} ${report.startedAt}`.slice(0, 100),
		conclusion: checkConclusion(report, posting.failOn),
		...renderCheckRun(report, text, options),
	};
	const words = publishingWords[text.language];
	try {
		await createCheckRun(makeOctokit(connection), run, (seconds) => wait(seconds * connection.secondMs));
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		log.warning(
			error.kind === "forbidden" ? words.checkRunForbidden : words.noCheckRun(wordsIn(text.language, error)),
		);
	}
}

/** An audit that could not look is not green, as its job is not; findings that do not count are neither. */
function checkConclusion(report: Report, failOn: FailOn): NewCheckRun["conclusion"] {
	if (conclude(report, failOn) !== "clean") return "failure";
	const { fresh, known } = groupFindings(report.findings);
	return fresh.length + known.length > 0 ? "neutral" : "success";
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
