import type { AuditSettings } from "#domain/audit-settings.ts";
import type { JudgedFinding } from "#domain/finding.ts";
import type { Sources } from "#domain/sources.ts";
import type { JudgeContext } from "#judge/judge.ts";
import { countRecovery } from "#judge/recovery.ts";
import type { ReportParts } from "#judge/report.ts";
import { unusedRules } from "#judge/suppress.ts";
import { addedBy, linesOfDiff } from "#plan/diff-lines.ts";
import type { LintResult } from "#run/lint.ts";
import { type Observation, timingsOf } from "#run/observation.ts";
import { describeIn } from "#text/describe.ts";
import { guideLink } from "#text/guide-link.ts";
import manifest from "../../package.json" with { type: "json" };
import { type PlannedAudit, tellsUnused } from "./plan-audit.ts";

/** What judging needs of the audit. */
export function judgeContext(
	{ plan, diff, addedRules }: PlannedAudit,
	settings: AuditSettings,
	startedAt: Date,
): JudgeContext {
	return {
		root: plan.root,
		modules: plan.modules,
		diff: diff === null ? null : linesOfDiff(diff),
		rules: settings.rules,
		addedRules,
		today: startedAt.toISOString().slice(0, 10),
	};
}

/** All that was seen and decided in an audit. */
export interface AuditResult {
	settings: AuditSettings;
	planned: PlannedAudit;
	tests: Observation;
	lint: LintResult;
	judged: readonly JudgedFinding[];
	sources: Sources;
	startedAt: Date;
	durationMs: number;
}

/** What the Report of an audit is assembled from. */
export function reportParts(result: AuditResult): ReportParts {
	const { settings, planned, tests, lint, judged, sources, startedAt, durationMs } = result;
	const { workspace, change, diff, plan } = planned;
	return {
		tool: { name: "go-race-audit", version: manifest.version },
		go: workspace.go.version,
		startedAt,
		durationMs,
		change,
		plan,
		findings: judged,
		gaps: [...planned.gaps, ...tests.gaps, ...lint.gaps],
		unusedSuppressions: tellsUnused(planned, settings) ? unusedRules(judged, settings.rules) : [],
		recovery:
			settings.only === "race"
				? null
				: countRecovery(lint.goroutines, plan.root, diff === null ? null : addedBy(diff)),
		timings: timingsOf(tests),
		sources,
		describe: describeIn(settings.lang),
		involved: () => [],
		guideLink: (section) => guideLink(settings.guideUrl, settings.lang, section),
	};
}
