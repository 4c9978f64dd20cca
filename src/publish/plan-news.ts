import type { Report, ReportFinding, Severity } from "#domain/report.ts";
import { type Anchor, type Bodies, bodyLimit } from "./bodies.ts";
import { type FindingMarks, findingMarks, readMarks, reviewMark } from "./comment-marks.ts";
import type { FileComment, InlineComment, PullState } from "./github.ts";
import { ourThreads } from "./our-threads.ts";
import type { ShownLines } from "./shown-lines.ts";

/** At most so many comments in one review; what is beyond stands in the summary. */
const inlineLimit = 30;
/** Each is a request and a notification of its own. */
const fileCommentLimit = 10;

/** What is new to say, best first. */
export interface News {
	inline: InlineComment[];
	files: FileComment[];
}

/** The findings that ask for a comment: new, more than a note, not suppressed, and somewhere in the files of the pull request. */
function commentable(report: Report): ReportFinding[] {
	const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
	return report.findings
		.filter(
			({ state, severity, suppression }) => state === "new" && severity !== "note" && suppression === null,
		)
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
export function planNews(findings: readonly ReportFinding[], shown: ShownLines, bodies: Bodies): News {
	const news: News = { inline: [], files: [] };
	for (const finding of findings) {
		const anchor = suggestionAnchor(finding, shown, bodies) ?? findAnchor(finding, shown);
		if (anchor === null || news.inline.length + news.files.length >= inlineLimit) continue;
		const body = commentBody(finding, anchor, bodies);
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
export function onFile(finding: ReportFinding, path: string, bodies: Bodies): FileComment {
	return { fingerprint: finding.fingerprint, path, body: commentBody(finding, { on: "file", path }, bodies) };
}

/** A suggestion replaces the very lines that its comment stands on, so the diff must show them all. */
function suggestionAnchor(finding: ReportFinding, shown: ShownLines, bodies: Bodies): Anchor | null {
	const place = bodies.suggestionPlace(finding);
	const range = place === null ? null : shown.within(place.file, place);
	if (place === null || range?.line !== place.line || range.endLine !== place.endLine) return null;
	return { on: "line", path: place.file, ...range };
}

function findAnchor({ at, place }: ReportFinding, shown: ShownLines): Anchor | null {
	if (at === null || !shown.hasFile(at.file)) return null;
	const range = place === "line" ? shown.within(at.file, at) : null;
	return range === null ? { on: "file", path: at.file } : { on: "line", path: at.file, ...range };
}

/** The body of a finding's comment with its marks, which are left out where they do not fit. */
export function commentBody(finding: ReportFinding, anchor: Anchor, bodies: Bodies): string {
	const body = bodies.comment(finding, anchor).trimEnd();
	const about = { kind: finding.kind, package: finding.package };
	const marks = findingMarks({ about, flaky: flakinessOf(finding, false), missed: null, isClosed: false });
	const whole = [body, ...marks].join("\n");
	return whole.length > bodyLimit ? body : whole;
}

/** How often a finding showed when it was run again; null for one that showed each time, or was not run again. */
export function flakinessOf({ confirmation }: ReportFinding, outdated: boolean): FindingMarks["flaky"] {
	const head = confirmation?.head;
	return head === undefined || head.hits >= head.runs ? null : { ...head, outdated };
}

/** The body of a review that carries these comments, by which it is known again. */
export function reviewBody(head: string, comments: readonly InlineComment[], bodies: Bodies): string {
	const fingerprints = comments.map((comment) => comment.fingerprint);
	return `${bodies.reviewBody.trimEnd()}\n\n${reviewMark(head, fingerprints)}`;
}
