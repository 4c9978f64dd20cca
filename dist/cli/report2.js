import "./report.js";
import { posix } from "node:path";
// src/judge/report.ts
const contextLines = 3;
const maxExcerpts = 4;
const longestEdit = 60;
function toReport(parts) {
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
			only: plan.only
		},
		findings: parts.findings.map((finding) => toReportFinding(finding, parts)).sort(byWeight),
		gaps: [...parts.gaps],
		unusedSuppressions: parts.unusedSuppressions,
		recovery,
		timings
	};
}
const severityRank = {
	error: 0,
	warning: 1,
	note: 2
};
const stateRank = {
	new: 0,
	unchanged: 1,
	absent: 2
};
function byWeight(a, b) {
	return stateRank[a.state] - stateRank[b.state] || severityRank[a.severity] - severityRank[b.severity] || Number(b.incidentCount > 0) - Number(a.incidentCount > 0) || compare(a.at?.file ?? "~", b.at?.file ?? "~") || (a.at?.line ?? 0) - (b.at?.line ?? 0) || compare(a.fingerprint, b.fingerprint);
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function toReportFinding(finding, parts) {
	const { fingerprint, kind, section, severity, state, suppression, place, at, tests, facts } = finding;
	return {
		fingerprint,
		kind,
		section,
		...parts.describe({
			kind,
			section,
			facts
		}),
		severity,
		state,
		suppression,
		place,
		at,
		package: finding.package,
		tests,
		incidents: finding.incidents.slice(0, 10),
		incidentCount: finding.incidents.length,
		analyzer: kind === "lint" ? finding.diagnostics[0]?.analyzer ?? null : null,
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
		involved: parts.involved(finding)
	};
}
function evidenceOf(finding, root) {
	return finding.diagnostics.flatMap(({ analyzer, message, words, at, evidence }) => [{
		analyzer,
		message,
		words,
		at: {
			file: relative$1(root, at.file),
			line: at.line,
			endLine: at.endLine
		}
	}, ...evidence.map((reason) => ({
		analyzer,
		message: reason.message,
		words: reason.words,
		at: null
	}))]);
}
function relative$1(root, file) {
	return posix.relative(root, file.replaceAll("\\", "/"));
}
function excerptsOf(finding, parts) {
	const { root } = parts.plan;
	const places = [...finding.at === null ? [] : [absolute(finding.at, root)], ...finding.places.map(({ file, line }) => ({
		file,
		line,
		endLine: line
	}))];
	const edited = finding.fixes.flatMap(({ edits }) => edits).map((edit) => editedLines(edit, root));
	const excerpts = [];
	for (const place of places) if (excerpts.length < maxExcerpts) quote(place, parts, excerpts);
	for (const place of edited.slice(0, maxExcerpts)) quote(place, parts, excerpts);
	return excerpts;
}
function editedLines({ file, start, end }, root) {
	return {
		file: posix.join(root, file),
		line: start.line,
		endLine: Math.min(end.line, start.line + longestEdit)
	};
}
function quote({ file, line, endLine }, parts, excerpts) {
	const shown = relative$1(parts.plan.root, file);
	const known = excerpts.some((one) => one.file === shown && line >= one.start && endLine < one.start + one.lines.length);
	const lines = parts.sources.lines(file);
	if (known || lines === null) return;
	const start = Math.max(1, line - contextLines);
	const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
	const quoted = lines.slice(start - 1, Math.min(endLine + contextLines, count)).map((text) => text.slice(0, 400));
	if (quoted.length > 0) excerpts.push({
		file: shown,
		start,
		lines: quoted
	});
}
function absolute(place, root) {
	return {
		file: posix.join(root, place.file),
		line: place.line,
		endLine: place.line
	};
}
export { toReport as n, byWeight as t };
