import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { honourDecisions } from "#bot/honour-decisions.ts";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Report } from "#domain/report.ts";
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
import { maskSecrets } from "#posting/mask-secrets.ts";
import { postCheckRun } from "#posting/post-check-run.ts";
import { connectionOf, linesShown, postFromWorkflow } from "#posting/publish-report.ts";
import { renderAnnotations } from "#render/annotation.ts";
import { groupFindings } from "#render/rank.ts";
import { renderJobSummary } from "#render/summary.ts";
import { audit } from "#src/audit.ts";
import { cacheWords } from "#text/cache.ts";
import { texts } from "#text/language.ts";
import { languageNamed } from "#text/message.ts";
import { plainPhrase } from "#text/phrase.ts";
import { progressWords } from "#text/progress.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import { userError } from "#text/user-error.ts";
import { restoreCaches, type SaveCaches } from "./cache.ts";
import { findBase, type PullDiffs, readPullDiffs } from "./change.ts";
import { readDefaultBranch, readTrigger, type Trigger } from "./event.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { keepReport } from "./keep-report.ts";
import { placeOnHead } from "./place-on-head.ts";
import { uploadToCodeScanning } from "./send-sarif.ts";
import { logProgress } from "./show-progress.ts";

/** The audit action: audits what is checked out and shows it everywhere the event allows. Gives the exit code. */
export async function runAction(environment: NodeJS.ProcessEnv, interrupt: AbortSignal): Promise<number> {
	const inputs = readInputs(environment);
	const at = readSurroundings(environment, process.cwd(), tmpdir());
	const payload = await readPayload(at.eventPath);
	const trigger = readTrigger(at.event, payload);
	if (trigger.kind === "refused")
		throw userError("verbatim", { text: publishingWords[languageNamed(inputs.settings.lang)].refusedTarget });
	const saveCaches = await restore(inputs, at, trigger, payload, interrupt);
	const looked = await look(inputs, at, trigger, interrupt);
	const report = await honour(inputs, at, trigger, looked.report);
	const exitCode = await show(environment, inputs, at, trigger, { ...looked, report });
	await saveCaches();
	return exitCode;
}

async function restore(
	inputs: Inputs,
	at: Surroundings,
	trigger: Trigger,
	payload: unknown,
	interrupt: AbortSignal,
): Promise<SaveCaches> {
	const isFork = trigger.kind === "pull-request" && trigger.isFork;
	const { event, ref } = at;
	return restoreCaches(localHost(interrupt), resolve(at.workspace, inputs.workingDirectory), at, {
		mode: inputs.cache,
		run: { event, ref, defaultBranch: readDefaultBranch(payload), isFork },
		shard: [inputs.settings.shard ?? []].flat().at(-1) ?? null,
		words: cacheWords[languageNamed(inputs.settings.lang)],
	});
}

/** What people ignore by commands on the pull request does not count, as far as the token lets the comments be read. */
async function honour(inputs: Inputs, at: Surroundings, trigger: Trigger, report: Report): Promise<Report> {
	if (trigger.kind !== "pull-request" || inputs.token === "" || report.findings.length === 0) return report;
	const [owner = "", repo = ""] = at.repository.split("/");
	const connection = connectionOf(at, inputs.token, runnerLog);
	return honourDecisions(report, connection, { owner, repo, number: trigger.number });
}

/** What the audit gave, with the diffs of the pull request there is one. */
interface Looked extends PullDiffs {
	report: Report;
	settings: AuditSettings;
}

async function look(
	inputs: Inputs,
	at: Surroundings,
	trigger: Trigger,
	interrupt: AbortSignal,
): Promise<Looked> {
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
	return { report: maskSecrets(nameChange(placed, at, trigger)), settings, ...diffs };
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
		change: {
			...known,
			repository: at.repository || null,
			pullRequest,
			head: head ?? known.head ?? (at.sha || null),
		},
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
	const [gap] = report.gaps;
	if (gap !== undefined) {
		const first = plainPhrase(text.said(gap.words, gap.message));
		runnerLog.error(publishingWords[settings.lang].gaps(report.gaps.length, first));
	}
	const { fresh, known, gone } = groupFindings(report.findings);
	runnerLog.info(plainPhrase(text.report.counted(fresh.length, known.length, gone.length)));
	const failing = report.findings.filter((finding) => counts(finding, settings.failOn));
	if (failing.length > 0)
		runnerLog.info(publishingWords[settings.lang].fails(failing.length, settings.failOn));
	await writeJobSummary(environment, renderJobSummary(report, text), settings.lang);
	const files = await keepReport(environment, inputs, at, report, text);
	if (inputs.sarif === "upload" && inputs.token !== "") {
		await uploadToCodeScanning(at, trigger, report, text, inputs.token);
	}
	if (inputs.checkRun) await checkOn(inputs, at, trigger, report, settings, text);
	const reviewUrl = await postOn(inputs, at, trigger, report, shown, text);
	const live = [...fresh, ...known];
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

/** A check run stands on the head of a pull request, not on the merge that was checked out. */
async function checkOn(
	{ token }: Inputs,
	at: Surroundings,
	trigger: Trigger,
	report: Report,
	{ failOn }: AuditSettings,
	text: Text,
): Promise<void> {
	if (token === "") return runnerLog.notice(publishingWords[text.language].noToken);
	const commit = trigger.kind === "pull-request" ? trigger.head : at.sha;
	const posting = { report, commit, failOn, text, at, runId: at.runId };
	await postCheckRun(connectionOf(at, token, runnerLog), posting, runnerLog);
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
