import type { Report, ReportFinding, Severity } from "#domain/report.ts";
import type { Change, FileComment, InlineComment, PostedThread, PullState } from "./github.ts";
import { aboutMark, closedMark, readMarks, reviewMark } from "./marks.ts";
import { type Anchor, bodyLimit, type ClosedReason, type Pieces, type ShownLines } from "./pieces.ts";

/** At most so many comments in one review; what is beyond stands in the summary. */
const inlineLimit = 30;
/** Each is a request and a notification of its own. */
const fileCommentLimit = 10;

/** A thread of ours and the finding it is about. */
interface OurThread extends PostedThread {
	fingerprint: string;
	about: { kind: string; package: string | null } | null;
	isClosed: boolean;
}

/** What is new to say, best first. */
export interface News {
	inline: InlineComment[];
	files: FileComment[];
}

/** Our threads, the one to keep of each finding first: people's answers first, then the oldest. */
export function ourThreads(pull: PullState): OurThread[] {
	const ours = pull.threads.flatMap((thread) => {
		if (!thread.first.isOurs) return [];
		const { fingerprint, about, isClosed } = readMarks(thread.first.body);
		return fingerprint === null ? [] : [{ ...thread, fingerprint, about, isClosed }];
	});
	return ours.sort(
		(a, b) => Number(b.replies > 0) - Number(a.replies > 0) || a.first.number - b.first.number,
	);
}

/** The findings that ask for a comment: new, not suppressed, and somewhere in the files of the pull request. */
function commentable(report: Report): ReportFinding[] {
	const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
	return report.findings
		.filter((finding) => finding.state === "new" && finding.suppression === null)
		.filter((finding) => finding.place !== "report" && finding.at !== null)
		.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Findings that were never commented on; a comment that somebody deleted is not written again. */
export function unsaid(report: Report, pull: PullState): ReportFinding[] {
	const said = new Set(ourThreads(pull).map((thread) => thread.fingerprint));
	for (const review of pull.reviews) {
		if (!review.isOurs) continue;
		for (const fingerprint of readMarks(review.body).review?.fingerprints ?? []) said.add(fingerprint);
	}
	return commentable(report).filter((finding) => !said.has(finding.fingerprint));
}

/** Puts each finding on its lines where the diff shows them, else on its file where the diff has it. */
export function planNews(findings: readonly ReportFinding[], shown: ShownLines, pieces: Pieces): News {
	const news: News = { inline: [], files: [] };
	for (const finding of findings) {
		const anchor = suggestionAnchor(finding, shown, pieces) ?? findAnchor(finding, shown);
		if (anchor === null || news.inline.length + news.files.length >= inlineLimit) continue;
		const body = commentBody(finding, anchor, pieces);
		if (body.length > bodyLimit) continue;
		const { fingerprint } = finding;
		if (anchor.on === "line") {
			const { path, line, endLine } = anchor;
			news.inline.push({ fingerprint, path, line, endLine, body });
		} else if (news.files.length < fileCommentLimit) {
			news.files.push({ fingerprint, path: anchor.path, body });
		}
	}
	return news;
}

/** The comment of a finding on the file as a whole, for where its line was refused. */
export function onFile(finding: ReportFinding, path: string, pieces: Pieces): FileComment {
	return { fingerprint: finding.fingerprint, path, body: commentBody(finding, { on: "file", path }, pieces) };
}

/** A suggestion replaces the very lines that its comment stands on, so the diff must show them all. */
function suggestionAnchor(finding: ReportFinding, shown: ShownLines, pieces: Pieces): Anchor | null {
	const place = pieces.suggestionPlace(finding);
	const range = place === null ? null : shown.within(place.file, place);
	if (place === null || range?.line !== place.line || range.endLine !== place.endLine) return null;
	return { on: "line", path: place.file, ...range };
}

function findAnchor({ at, place }: ReportFinding, shown: ShownLines): Anchor | null {
	if (at === null || !shown.hasFile(at.file)) return null;
	const range = place === "line" ? shown.within(at.file, at) : null;
	return range === null ? { on: "file", path: at.file } : { on: "line", path: at.file, ...range };
}

function commentBody(finding: ReportFinding, anchor: Anchor, pieces: Pieces): string {
	const body = pieces.comment(finding, anchor).trimEnd();
	const whole = `${body}\n${aboutMark(finding.kind, finding.package)}`;
	return whole.length > bodyLimit ? body : whole;
}

/** The body of a review that carries these comments, by which it is known again. */
export function reviewBody(head: string, comments: readonly InlineComment[], pieces: Pieces): string {
	const fingerprints = comments.map((comment) => comment.fingerprint);
	return `${pieces.reviewBody.trimEnd()}\n\n${reviewMark(head, fingerprints)}`;
}

/** What becomes of the threads that are there: closed when their finding is gone, opened when it is back. */
export function planThreadChanges(report: Report, head: string, pull: PullState, pieces: Pieces): Change[] {
	const findings = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
	const seen = new Set<string>();
	return ourThreads(pull).flatMap((thread) => {
		if (seen.has(thread.fingerprint)) return [];
		seen.add(thread.fingerprint);
		const finding = findings.get(thread.fingerprint);
		const reason = closedReason(report, thread, finding);
		if (reason !== null) return thread.isClosed ? [] : close(thread, reason, head, pieces);
		return thread.isClosed && finding !== undefined ? reopen(thread, finding, pieces) : [];
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

function close(thread: OurThread, reason: ClosedReason, head: string, pieces: Pieces): Change[] {
	const { id: comment, body } = thread.first;
	const whole = `${pieces.closed(reason, head)}\n\n${body.trimEnd()}\n${closedMark}`;
	const { about } = thread;
	const hidden = [
		`<!-- race-audit:${thread.fingerprint} -->`,
		aboutMark(about?.kind ?? "", about?.package ?? null),
	];
	const short = [pieces.closed(reason, head), "", ...hidden, closedMark].join("\n");
	return [
		{ do: "edit", comment, body: whole.length > bodyLimit ? short : whole },
		{ do: "minimise", comment, reason: "RESOLVED" },
		...(thread.mayResolve && !thread.isResolved ? [{ do: "resolve", thread: thread.id } as const] : []),
	];
}

function reopen(thread: OurThread, finding: ReportFinding, pieces: Pieces): Change[] {
	const path = finding.at?.file ?? "";
	const anchor: Anchor = { on: "file", path };
	const comment = thread.first.id;
	return [
		{ do: "edit", comment, body: commentBody(finding, anchor, pieces) },
		{ do: "show", comment },
		...(thread.mayResolve && thread.isResolved ? [{ do: "unresolve", thread: thread.id } as const] : []),
	];
}
