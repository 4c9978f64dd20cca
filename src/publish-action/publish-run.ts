import { readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Octokit } from "@octokit/rest";
import { honourDecisions } from "#bot/honour-decisions.ts";
import type { Report } from "#domain/report.ts";
import { localFiles } from "#host/files.ts";
import {
	readSurroundings,
	runnerLog,
	type Surroundings,
	setOutputs,
	writeJobSummary,
	writeOrWarn,
} from "#host/runner.ts";
import { mergeReports } from "#judge/merge.ts";
import { postCheckRun } from "#posting/post-check-run.ts";
import { connectionOf, postFromWorkflow, sendSarif } from "#posting/publish-report.ts";
import { readStrangersReport } from "#posting/strangers-report.ts";
import { downloadReports, jobLimits, type StoredReport } from "#publish/artifact.ts";
import { findPulls } from "#publish/find-pull.ts";
import { makeOctokit } from "#publish/octokit.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderJobSummary } from "#render/summary.ts";
import { texts } from "#text/language.ts";
import { wordsIn } from "#text/message.ts";
import { publishingWords } from "#text/publishing.ts";
import { userError } from "#text/user-error.ts";
import { readSource, type Source } from "./event.ts";
import { type Inputs, readInputs } from "./inputs.ts";

/** The publish action: takes the report that another job left, and posts it. Runs nothing of the pull request. */
export async function publishRun(environment: NodeJS.ProcessEnv): Promise<void> {
	const inputs = readInputs(environment);
	const at = readSurroundings(environment, process.cwd(), tmpdir());
	const payload: unknown = at.eventPath === null ? null : JSON.parse(await readFile(at.eventPath, "utf8"));
	const source = readSource(at.event, payload);
	const words = publishingWords[inputs.language];
	if (source.kind === "none") return runnerLog.notice(words.nothingToPost(at.event));

	const octokit = makeOctokit(connectionOf(at, inputs.token, runnerLog));
	if (source.kind === "no-pull") {
		const report = await readReports(octokit, inputs, at, source);
		if (report !== null) await showReport(environment, inputs, at, report);
		return runnerLog.notice(words.nothingToPost(at.event));
	}
	const pulls = await pullsOf(octokit, at, source);
	if (pulls.length === 0) return runnerLog.notice(words.stale);
	const report = await readReports(octokit, inputs, at, source);
	if (report === null) {
		throw userError("no-artifact", { run: String(runIdOf(source, at)), artifact: inputs.artifact });
	}
	await showReport(environment, inputs, at, report);
	for (const pull of pulls) await publishOn(inputs, at, report, pull, runIdOf(source, at));
}

/** Shows the report in the job's summary, and leaves it where later steps find it. */
async function showReport(
	environment: NodeJS.ProcessEnv,
	inputs: Inputs,
	at: Surroundings,
	report: Report,
): Promise<void> {
	await writeJobSummary(environment, renderJobSummary(report, texts[inputs.language]), inputs.language);
	const path = join(at.temporary, "race-audit", "merged.json");
	const write = () => localFiles.writeText(path, JSON.stringify(report));
	setOutputs({ report: (await writeOrWarn(path, inputs.language, write)) ? path : "" });
}

type Pull = { number: number; head: string; isFork: boolean };

async function pullsOf(
	octokit: Octokit,
	at: Surroundings,
	source: Extract<Source, { kind: "same-run" | "workflow-run" }>,
): Promise<Pull[]> {
	if (source.kind === "same-run") return [source.pull];
	const numbers = await findPulls(octokit, repositoryOf(at), source.head);
	// This workflow's own token may write, wherever the head comes from.
	return numbers.map((number) => ({ number, head: source.head.sha, isFork: false }));
}

/** The report that the jobs of a run left, those of shards joined; null when they left none. */
async function readReports(
	octokit: Octokit,
	inputs: Inputs,
	at: Surroundings,
	source: Exclude<Source, { kind: "none" }>,
): Promise<Report | null> {
	const run = { ...repositoryOf(at), run_id: runIdOf(source, at) };
	const stored =
		inputs.report === ""
			? await downloadReports(octokit, run, inputs.artifact, jobLimits)
			: [await readLocal(inputs.report)];
	const head = headOf(source, at);
	const { guideUrl, language } = inputs;
	const expected = { repository: at.repository, head, guideUrl, language };
	const [first, ...rest] = stored.map(({ artifact, text }) => readStrangersReport(text, artifact, expected));
	return first === undefined ? null : mergeReports([first, ...rest]);
}

function headOf(source: Exclude<Source, { kind: "none" }>, at: Surroundings): string {
	if (source.kind === "no-pull") return at.sha;
	return source.kind === "same-run" ? source.pull.head : source.head.sha;
}

async function readLocal(path: string): Promise<StoredReport> {
	const found = await stat(path).catch(() => null);
	if (found === null || !found.isFile()) throw userError("no-report", { path });
	if (found.size > jobLimits.reports) throw userError("report-too-large", { path });
	return { artifact: path, text: await readFile(path, "utf8") };
}

async function publishOn(
	inputs: Inputs,
	at: Surroundings,
	audited: Report,
	pull: Pull,
	runId: number,
): Promise<void> {
	const { token, comment, language, failOn } = inputs;
	const text = texts[language];
	const address = { ...repositoryOf(at), number: pull.number };
	const report = await honourDecisions(audited, connectionOf(at, token, runnerLog), address);
	const published = await postFromWorkflow(
		at,
		{ report, pull, shown: null, comment, text, token, runId },
		runnerLog,
	);
	setOutputs({
		"review-url": published.reviewUrl ?? "",
		outcome: published.outcome,
		"pull-request": pull.number,
	});
	if (published.outcome === "stale" || published.outcome === "closed") return;
	const check = { report, commit: pull.head, failOn, text, at, runId };
	if (inputs.checkRun) await postCheckRun(connectionOf(at, token, runnerLog), check, runnerLog);
	if (inputs.uploadSarif) await uploadSarifOf(inputs, at, report, pull);
}

async function uploadSarifOf(
	{ token, language }: Inputs,
	at: Surroundings,
	report: Report,
	pull: Pull,
): Promise<void> {
	const upload = {
		commit: pull.head,
		ref: `refs/pull/${pull.number}/head`,
		sarif: renderSarif(report, texts[language]),
	};
	const problem = await sendSarif(connectionOf(at, token, runnerLog), at.repository, upload);
	if (problem !== null) runnerLog.warning(publishingWords[language].problem(wordsIn(language, problem)));
}

function repositoryOf(at: Surroundings): { owner: string; repo: string } {
	const [owner = "", repo = ""] = at.repository.split("/");
	return { owner, repo };
}

function runIdOf(source: Source, at: Surroundings): number {
	return source.kind === "workflow-run" ? source.runId : at.runId;
}
