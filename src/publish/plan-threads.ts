import { runsForCertainty } from "#domain/certainty.ts";
import type { Report, ReportFinding } from "#domain/report.ts";
import { type Bodies, bodyLimit, type ClosedReason } from "./bodies.ts";
import { type FindingMarks, findingMarks, markedBody } from "./comment-marks.ts";
import type { Change, PullState } from "./github.ts";
import { keptThreads, type OurThread } from "./our-threads.ts";
import { commentBody, flakinessOf } from "./plan-news.ts";

/**
 * What becomes of the threads that are there: closed when their finding is gone, opened when it is back. One that never
 * showed each time is not gone because one run missed it.
 */
export function planThreadChanges(report: Report, head: string, pull: PullState, bodies: Bodies): Change[] {
	const findings = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
	return keptThreads(pull).flatMap((thread) => {
		const finding = findings.get(thread.fingerprint);
		const reason = closedReason(report, thread, finding);
		if (thread.isClosed)
			return reason === null && finding !== undefined ? reopen(thread, finding, bodies) : [];
		if (reason === "ignored") return close(thread, reason, head, bodies);
		if (reason === "fixed") return miss(thread, report, finding, head, bodies);
		return finding === undefined ? [] : remember(thread, finding);
	});
}

function closedReason(
	report: Report,
	thread: OurThread,
	finding: ReportFinding | undefined,
): ClosedReason | null {
	if (finding === undefined) return wasLookedAt(report, thread) ? "fixed" : null;
	if (finding.suppression !== null) return "ignored";
	return finding.state === "absent" ? "fixed" : null;
}

/** Whether this audit would have seen the finding; what was not looked at is not fixed. */
function wasLookedAt(report: Report, { about }: OurThread): boolean {
	const isMissing = (name: string | null) =>
		about?.package == null || name === null || name === about.package;
	if (report.gaps.some((gap) => isMissing(gap.package))) return false;
	if (report.plan.shard !== null) return false;
	if (about?.kind === "lint" && report.recovery === null) return false;
	return about?.package == null || !report.plan.leftOut.includes(about.package);
}

/** A finding that this audit did not see: fixed, unless it may have been missed by chance. */
function miss(
	thread: OurThread,
	report: Report,
	finding: ReportFinding | undefined,
	head: string,
	bodies: Bodies,
): Change[] {
	const { flaky, missed, first } = thread;
	const hasCodeChanged = thread.isOutdated && flaky?.outdated === false;
	if (flaky === null || hasCodeChanged) return close(thread, "fixed", head, bodies);
	// A stranger's report says when it started; what the mark cannot hold is left out.
	const at = report.startedAt.replace(/[^\w:.+]/g, "_");
	if (missed?.at === at) return [];
	const runs = (missed?.runs ?? 0) + Math.max(1, finding?.confirmation?.head.runs ?? 1);
	const needed = runsForCertainty(flaky, Number.POSITIVE_INFINITY);
	if (runs >= needed) return close(thread, "fixed", head, bodies);
	const note = bodies.missed({ head, before: flaky, runs, needed });
	return edit(first, markedBody(first.body, { ...marksOf(thread), missed: { runs, at } }, note));
}

/** A finding that is still there: its comment stays, but for what a later audit must know. */
function remember(thread: OurThread, finding: ReportFinding): Change[] {
	const flaky = flakinessOf(finding, thread.isOutdated) ?? thread.flaky;
	const isNews = thread.missed !== null || (flaky !== null && thread.flaky === null);
	const hasCodeChanged = thread.isOutdated && thread.flaky?.outdated === false;
	if (!isNews && !hasCodeChanged) return [];
	const marks = {
		...marksOf(thread),
		missed: null,
		flaky: flaky && { ...flaky, outdated: thread.isOutdated },
	};
	return edit(thread.first, markedBody(thread.first.body, marks));
}

function marksOf({ about, flaky, missed, isClosed }: OurThread): FindingMarks {
	return { about, flaky, missed, isClosed };
}

function edit({ id: comment, number }: OurThread["first"], body: string): Change[] {
	return body.length > bodyLimit ? [] : [{ do: "edit", comment, number, body }];
}

function close(thread: OurThread, reason: ClosedReason, head: string, bodies: Bodies): Change[] {
	const { id: comment, number, body } = thread.first;
	const marks = { ...marksOf(thread), missed: null, isClosed: true };
	const note = bodies.closed(reason, head);
	const whole = markedBody(body, marks, note);
	const hidden = [`<!-- race-audit:${thread.fingerprint} -->`, ...findingMarks(marks)];
	return [
		{
			do: "edit",
			comment,
			number,
			body: whole.length > bodyLimit ? [note, "", ...hidden].join("\n") : whole,
		},
		{ do: "minimise", comment, reason: "RESOLVED" },
		...(thread.mayResolve && !thread.isResolved ? [{ do: "resolve", thread: thread.id } as const] : []),
	];
}

function reopen(thread: OurThread, finding: ReportFinding, bodies: Bodies): Change[] {
	const anchor = { on: "file", path: finding.at?.file ?? "" } as const;
	const { id: comment, number } = thread.first;
	return [
		{ do: "edit", comment, number, body: commentBody(finding, anchor, bodies) },
		{ do: "show", comment },
		...(thread.mayResolve && thread.isResolved ? [{ do: "unresolve", thread: thread.id } as const] : []),
	];
}
