import { posix } from "node:path";
import type { JudgedFinding } from "#domain/finding.ts";
import type { Gap } from "#domain/gap.ts";
import type { Plan } from "#domain/plan.ts";
import {
	type Change,
	type Edit,
	type Excerpt,
	type InvolvedGoroutine,
	longestQuotedLine,
	type Place,
	type Recovery,
	type Report,
	type ReportFinding,
} from "#domain/report.ts";
import type { SectionId } from "#domain/section.ts";
import type { Sources } from "#domain/sources.ts";

/** The words of a finding in the audit's language. */
export interface Words {
	title: string;
	message: string;
}

/** All that a Report is assembled from. */
export interface ReportParts {
	tool: Report["tool"];
	go: string;
	startedAt: Date;
	durationMs: number;
	change: Change | null;
	plan: Plan;
	findings: readonly JudgedFinding[];
	gaps: readonly Gap[];
	unusedSuppressions: string[];
	recovery: Recovery | null;
	timings: Report["timings"];
	sources: Sources;
	describe(finding: Pick<ReportFinding, "kind" | "section" | "facts">): Words;
	guideLink(section: SectionId): string;
	/** Goroutines of a crash dump that look involved. */
	involved(finding: JudgedFinding): InvolvedGoroutine[];
}

/** Lines quoted before and after the line at fault. */
const contextLines = 3;
/** No more than this many places of one finding are quoted. */
const maxExcerpts = 4;
/** Of an edit over more lines than these only the beginning is quoted. */
const longestEdit = 60;
/** More incidents of one cause than these are counted, not kept: one race can print thousands. */
export const maxIncidents = 10;

/** Assembles the Report: errors before warnings, new before known. */
export function toReport(parts: ReportParts): Report {
	const { tool, go, change, plan, recovery, timings } = parts;
	return {
		version: 1,
		tool,
		go,
		startedAt: parts.startedAt.toISOString(),
		durationMs: Math.round(parts.durationMs),
		change,
		plan: {
			scope: plan.scope,
			effort: plan.effort,
			packages: plan.modules.flatMap((module) => module.packages.map((one) => one.importPath)),
			modules: plan.modules.map((module) => module.path),
			shard: plan.shard === null ? null : `${plan.shard.index}/${plan.shard.total}`,
			leftOut: plan.leftOut,
			listed: plan.listed,
			otherModules: [...plan.otherModules],
			only: plan.only,
		},
		findings: parts.findings.map((finding) => toReportFinding(finding, parts)).sort(byWeight),
		gaps: [...parts.gaps],
		unusedSuppressions: parts.unusedSuppressions,
		recovery,
		timings,
	};
}

const severityRank = { error: 0, warning: 1, note: 2 } as const;
const stateRank = { new: 0, unchanged: 1, absent: 2 } as const;

/** The order in which findings are shown everywhere. */
export function byWeight(a: ReportFinding, b: ReportFinding): number {
	return (
		stateRank[a.state] - stateRank[b.state] ||
		severityRank[a.severity] - severityRank[b.severity] ||
		Number(b.incidentCount > 0) - Number(a.incidentCount > 0) ||
		compare(a.at?.file ?? "~", b.at?.file ?? "~") ||
		(a.at?.line ?? 0) - (b.at?.line ?? 0) ||
		compare(a.fingerprint, b.fingerprint)
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function toReportFinding(finding: JudgedFinding, parts: ReportParts): ReportFinding {
	const { fingerprint, kind, section, severity, state, suppression, place, at, tests, facts } = finding;
	return {
		fingerprint,
		kind,
		section,
		...parts.describe({ kind, section, facts }),
		severity,
		state,
		suppression,
		place,
		at,
		package: finding.package,
		tests,
		incidents: finding.incidents.slice(0, maxIncidents),
		incidentCount: finding.incidents.length,
		analyzer: kind === "lint" ? (finding.diagnostics[0]?.analyzer ?? null) : null,
		confirmation: finding.confirmation,
		fixes: finding.fixes,
		rejectedFixes: finding.rejectedFixes,
		related: finding.related,
		reproduce: finding.reproduce,
		guide: parts.guideLink(section),
		facts,
		evidence: evidenceOf(finding, parts.plan.root),
		excerpts: excerptsOf(finding, parts),
		subjects: finding.subjects,
		endedSuppression: finding.endedSuppression,
		involved: parts.involved(finding),
	};
}

/** What the analyzers say, each with the reasons why it matters there. */
function evidenceOf(finding: JudgedFinding, root: string): ReportFinding["evidence"] {
	return finding.diagnostics.flatMap(({ analyzer, message, words, at, evidence }) => [
		{ analyzer, message, words, at: { file: relative(root, at.file), line: at.line, endLine: at.endLine } },
		...evidence.map((reason) => ({ analyzer, message: reason.message, words: reason.words, at: null })),
	]);
}

function relative(root: string, file: string): string {
	return posix.relative(root, file.replaceAll("\\", "/"));
}

/** Quotes the source around each place at fault and each edit of a fix, once for each neighbourhood. */
function excerptsOf(finding: JudgedFinding, parts: ReportParts): Excerpt[] {
	const { root } = parts.plan;
	const at = finding.at === null ? [] : [absolute(finding.at, root)];
	const places = [...at, ...finding.places.map(({ file, line }) => ({ file, line, endLine: line }))];
	const edited = finding.fixes.flatMap(({ edits }) => edits).map((edit) => editedLines(edit, root));
	const excerpts: Excerpt[] = [];
	for (const place of places) if (excerpts.length < maxExcerpts) quote(place, parts, excerpts);
	for (const place of edited.slice(0, maxExcerpts)) quote(place, parts, excerpts);
	return excerpts;
}

interface Lines {
	file: string;
	line: number;
	endLine: number;
}

/** The lines an edit touches: whoever shows a fix needs the whole of them. */
function editedLines({ file, start, end }: Edit, root: string): Lines {
	return {
		file: posix.join(root, file),
		line: start.line,
		endLine: Math.min(end.line, start.line + longestEdit),
	};
}

/** Adds the lines with their neighbours, unless an excerpt holds them already. */
function quote({ file, line, endLine }: Lines, parts: ReportParts, excerpts: Excerpt[]): void {
	const shown = relative(parts.plan.root, file);
	const known = excerpts.some(
		(one) => one.file === shown && line >= one.start && endLine < one.start + one.lines.length,
	);
	const lines = parts.sources.lines(file);
	if (known || lines === null) return;
	const start = Math.max(1, line - contextLines);
	// Behind the last newline of a file stands no line.
	const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
	const quoted = lines
		.slice(start - 1, Math.min(endLine + contextLines, count))
		.map((text) => text.slice(0, longestQuotedLine));
	if (quoted.length > 0) excerpts.push({ file: shown, start, lines: quoted });
}

function absolute(place: Place, root: string): Lines {
	return { file: posix.join(root, place.file), line: place.line, endLine: place.line };
}
