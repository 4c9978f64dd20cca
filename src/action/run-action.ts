import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { error } from "@actions/core";
import type { AuditSettings } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";
import { UserError } from "#domain/user-error.ts";
import { readSettings } from "#host/config-file.ts";
import type { Host } from "#host/host.ts";
import { localHost } from "#host/local-host.ts";
import {
	annotate,
	readSurroundings,
	runnerLog,
	type Surroundings,
	setOutputs,
	withoutCommands,
	writeJobSummary,
} from "#host/runner.ts";
import { conclude, counts, exitCodes } from "#judge/conclusion.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { renderSarif } from "#render/sarif.ts";
import { renderJobSummary } from "#render/summary.ts";
import { audit } from "#src/audit.ts";
import { linesShown, postFromWorkflow } from "#src/publish-report.ts";
import { texts } from "#text/language.ts";
import { progressWords } from "#text/progress.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import { findBase, type PullDiffs, readPullDiffs } from "./change.ts";
import { readTrigger, type Trigger } from "./event.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { placeOnHead } from "./place-on-head.ts";
import { logProgress } from "./show-progress.ts";

/** The audit action: audits what is checked out and shows it everywhere the event allows. Gives the exit code. */
export async function runAction(environment: NodeJS.ProcessEnv, interrupt: AbortSignal): Promise<number> {
	const inputs = readInputs(environment);
	const at = readSurroundings(environment, process.cwd(), tmpdir());
	const trigger = readTrigger(at.event, await readPayload(at.eventPath));
	if (trigger.kind === "refused") throw new UserError(publishingWords[languageOf(inputs)].refusedTarget);
	const looked = await look(inputs, at, trigger, interrupt);
	return show(environment, inputs, at, trigger, looked);
}

/** What the audit gave, with the diffs of the pull request there is one. */
interface Looked extends PullDiffs {
	report: Report;
	settings: AuditSettings;
}

async function look(inputs: Inputs, at: Surroundings, trigger: Trigger, interrupt: AbortSignal): Promise<Looked> {
	const directory = resolve(at.workspace, inputs.workingDirectory);
	const plain = localHost(interrupt);
	const base = inputs.settings.base || (await findBase(plain, directory, trigger)) || "";
	const settings = await readSettings(plain, directory, { ...inputs.settings, base });
	const host = localHost(interrupt, settings.passEnv);
	const report = await withoutCommands(
		(text) => void process.stdout.write(text),
		(say) => audit(settings, host, logProgress(say, progressWords[settings.lang])),
	);
	const diffs = await diffsOf(host, directory, trigger);
	const placed = diffs.toHead === null ? report : placeOnHead(report, diffs.toHead);
	return { report: nameChange(placed, at, trigger), settings, ...diffs };
}

async function diffsOf(host: Host, directory: string, trigger: Trigger): Promise<PullDiffs> {
	return trigger.kind === "pull-request"
		? readPullDiffs(host, directory, trigger)
		: { shown: null, toHead: null };
}

/** Tells the report which pull request and commit it is about, so that another job can post it. */
function nameChange(report: Report, at: Surroundings, trigger: Trigger): Report {
	const known = report.change ?? { base: null, mergeBase: null, head: null };
	const pullRequest = trigger.kind === "pull-request" ? trigger.number : null;
	const head = trigger.kind === "refused" ? null : trigger.head;
	return {
		...report,
		change: { ...known, repository: at.repository || null, pullRequest, head: head ?? known.head ?? (at.sha || null) },
	};
}

async function show(
	environment: NodeJS.ProcessEnv,
	inputs: Inputs,
	at: Surroundings,
	trigger: Trigger,
	{ report, settings, shown }: Looked,
): Promise<number> {
	const text = texts[settings.lang];
	const conclusion = conclude(report, settings.failOn);
	if (inputs.annotations) annotate(renderAnnotations(report, text));
	if (report.gaps.length > 0) error(publishingWords[settings.lang].gaps(report.gaps.length, report.gaps[0]?.message ?? ""));
	writeJobSummary(environment, renderJobSummary(report, text));
	const files = await writeFiles(inputs, at, report, text);
	const reviewUrl = await postOn(inputs, at, trigger, report, shown, text);
	const live = report.findings.filter((finding) => finding.state !== "absent" && finding.suppression === null);
	setOutputs({
		...files,
		findings: live.length,
		"new-findings": live.filter((finding) => counts(finding, "new")).length,
		gaps: report.gaps.length,
		"review-url": reviewUrl ?? "",
		conclusion,
	});
	return exitCodes[conclusion];
}

async function writeFiles(
	inputs: Inputs,
	at: Surroundings,
	report: Report,
	text: Text,
): Promise<{ report: string; sarif: string }> {
	const { files } = localHost(new AbortController().signal);
	const path = join(at.temporary, "race-audit", "report.json");
	await files.writeText(path, JSON.stringify(report));
	if (inputs.sarif === "off") return { report: path, sarif: "" };
	const sarif = join(at.temporary, "race-audit", "report.sarif");
	await files.writeText(sarif, JSON.stringify(renderSarif(report, text)));
	return { report: path, sarif };
}

async function postOn(
	{ comment, token }: Inputs,
	at: Surroundings,
	trigger: Trigger,
	report: Report,
	diff: PullDiffs["shown"],
	text: Text,
): Promise<string | null> {
	const words = publishingWords[text.language];
	if (comment === "off" || trigger.kind === "refused") return null;
	if (trigger.kind === "other") {
		runnerLog.notice(words.noPullRequest(trigger.event));
		return null;
	}
	if (token === "") {
		runnerLog.notice(words.noToken);
		return null;
	}
	const shown = diff === null ? null : linesShown(diff);
	const posting = { report, pull: trigger, shown, comment, text, token, runId: at.runId };
	return (await postFromWorkflow(at, posting, runnerLog)).reviewUrl;
}

async function readPayload(path: string | null): Promise<unknown> {
	return path === null ? null : JSON.parse(await readFile(path, "utf8"));
}

function languageOf(inputs: Inputs): "en" | "vi" {
	return inputs.settings.lang === "vi" ? "vi" : "en";
}
