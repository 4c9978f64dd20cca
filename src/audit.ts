import { confirm } from "#confirm/confirm.ts";
import { proveFixes } from "#confirm/fixes.ts";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Report } from "#domain/report.ts";
import type { Host } from "#host/host.ts";
import { judge } from "#judge/judge.ts";
import { toReport } from "#judge/report.ts";
import { confirmContext, fixContext } from "#pipeline/confirm-context.ts";
import { judgeContext, reportParts } from "#pipeline/judge-context.ts";
import { lookAt } from "#pipeline/look-at.ts";
import { observe } from "#pipeline/observe.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { incidentsAtFault } from "#run/observation.ts";

/** The whole audit: plan → run → parse → classify → confirm → judge. Throws a UserError for what the user can mend. */
export async function audit(settings: AuditSettings, host: Host, onProgress: OnProgress): Promise<Report> {
	const [startedAt, startedMs] = [host.clock.now(), host.clock.elapsedMs()];
	const planned = await planAudit(settings, host, onProgress);
	const observed = await observe(planned, settings, host, onProgress);
	const { tests, lint } = observed;
	const { findings, sources } = await lookAt(incidentsAtFault(tests), lint.diagnostics, planned.plan, host);
	const confirmed = await confirm(
		findings,
		confirmContext(planned, settings, host, onProgress),
		host,
		onProgress,
	);
	const fixed = await proveFixes(confirmed, fixContext(planned, settings, observed, host), host, onProgress);
	const judged = judge(fixed, judgeContext(planned, settings, startedAt));
	const durationMs = host.clock.elapsedMs() - startedMs;
	return toReport(reportParts({ settings, planned, tests, lint, judged, sources, startedAt, durationMs }));
}
