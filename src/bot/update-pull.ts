import type { Report, Runs } from "#domain/report.ts";
import { parseDiff } from "#plan/diff.ts";
import { linesShown, publishReport } from "#posting/publish-report.ts";
import { renderBodies } from "#posting/render-bodies.ts";
import type { Bodies } from "#publish/bodies.ts";
import type { Change } from "#publish/github.ts";
import { ourThreads } from "#publish/our-threads.ts";
import { planNews } from "#publish/plan-news.ts";
import { texts } from "#text/language.ts";
import type { Decision } from "./answer-marks.ts";
import type { Bot } from "./bot.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { PullDetails } from "./conversation.ts";
import { applyDecisions } from "./decisions.ts";
import type { FoundReport } from "./find-report.ts";

/** What changed about the findings of a head since its report. */
export interface PullUpdate {
	found: FoundReport;
	decisions: ReadonlyMap<string, Decision>;
	/** What a rerun saw. */
	seen: readonly { fingerprint: string; runs: Runs }[];
}

/** Brings the comments and the summary up to what was decided or seen; what cannot be done here, the next audit does. */
export async function updatePull(
	bot: Bot,
	event: CommentEvent,
	pull: Pick<PullDetails, "head">,
	{ found, decisions, seen }: PullUpdate,
): Promise<void> {
	const { server } = bot.settings;
	const fullReport = `${server}/${event.repository}/actions/runs/${found.runId}`;
	const report = withRuns(applyDecisions(found.report, decisions), seen);
	const text = texts[bot.language];
	const links = { server, fullReport, commands: true };
	const posting = { report, head: pull.head, shown: null, comment: "review", text, links } as const;
	const published = await publishReport(bot.github, posting);
	if (seen.length === 0 || published.outcome !== "published") return;
	await rewrite(bot, report, seen, renderBodies(report, text, links));
}

/** Writes the comments of findings that were run again anew: publishing leaves those of live findings as they are. */
async function rewrite(bot: Bot, report: Report, seen: PullUpdate["seen"], bodies: Bodies): Promise<void> {
	const wanted = new Set(seen.map(({ fingerprint }) => fingerprint));
	const pull = await bot.github.readPull();
	const threads = ourThreads(pull).filter((thread) => wanted.has(thread.fingerprint) && !thread.isClosed);
	if (threads.length === 0) return;
	const shown = linesShown(parseDiff(await bot.github.readDiff()));
	const findings = report.findings.filter(({ fingerprint }) => wanted.has(fingerprint));
	const { inline, files } = planNews(findings, shown, bodies);
	const written = new Map([...inline, ...files].map(({ fingerprint, body }) => [fingerprint, body]));
	const changes = threads.flatMap(({ first, fingerprint }): Change[] => {
		const body = written.get(fingerprint);
		return body === undefined ? [] : [{ do: "edit", comment: first.id, number: first.number, body }];
	});
	await bot.github.change(changes);
}

function withRuns(report: Report, seen: PullUpdate["seen"]): Report {
	const runsOf = new Map(seen.map(({ fingerprint, runs }) => [fingerprint, runs]));
	const findings = report.findings.map((finding) => {
		const head = runsOf.get(finding.fingerprint);
		return head === undefined
			? finding
			: { ...finding, confirmation: { base: finding.confirmation?.base ?? null, head } };
	});
	return { ...report, findings };
}
