import type { Report, Runs } from "#domain/report.ts";
import { parseDiff } from "#plan/diff.ts";
import type { Change } from "#publish/github.ts";
import type { Pieces } from "#publish/pieces.ts";
import { ourThreads, planNews } from "#publish/plan-publication.ts";
import { renderPieces } from "#src/pieces.ts";
import { linesShown, publishReport } from "#src/publish-report.ts";
import { texts } from "#text/language.ts";
import type { Bot } from "./bot.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { PullDetails } from "./conversation.ts";
import { applyDecisions } from "./decisions.ts";
import type { FoundReport } from "./find-report.ts";
import type { Decision } from "./marks.ts";

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
): Promise<string[]> {
	const { server } = bot.settings;
	const fullReport = `${server}/${event.repository}/actions/runs/${found.runId}`;
	const report = withRuns(applyDecisions(found.report, decisions), seen);
	const text = texts[bot.language];
	const pieces = { server, fullReport, commands: true };
	const posting = { report, head: pull.head, shown: null, comment: "review", text, pieces } as const;
	const published = await publishReport(bot.github, posting);
	if (seen.length === 0 || published.outcome !== "published") return published.problems;
	return [...published.problems, ...(await rewrite(bot, report, seen, renderPieces(report, text, pieces)))];
}

/** Writes the comments of findings that were run again anew: publishing leaves those of live findings as they are. */
async function rewrite(
	bot: Bot,
	report: Report,
	seen: PullUpdate["seen"],
	pieces: Pieces,
): Promise<string[]> {
	const wanted = new Set(seen.map(({ fingerprint }) => fingerprint));
	const pull = await bot.github.readPull();
	const threads = ourThreads(pull).filter((thread) => wanted.has(thread.fingerprint) && !thread.isClosed);
	if (threads.length === 0) return [];
	const shown = linesShown(parseDiff(await bot.github.readDiff()));
	const findings = report.findings.filter(({ fingerprint }) => wanted.has(fingerprint));
	const { inline, files } = planNews(findings, shown, pieces);
	const bodies = new Map([...inline, ...files].map(({ fingerprint, body }) => [fingerprint, body]));
	const changes = threads.flatMap(({ first, fingerprint }): Change[] => {
		const body = bodies.get(fingerprint);
		return body === undefined ? [] : [{ do: "edit", comment: first.id, body }];
	});
	return bot.github.change(changes);
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
