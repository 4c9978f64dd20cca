import type { ConfirmContext } from "#confirm/confirm.ts";
import type { LintChange } from "#confirm/fix-trial.ts";
import type { FixContext } from "#confirm/fixes.ts";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { Plan } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Host } from "#host/host.ts";
import { proposeFixes } from "#run/fix-proposals.ts";
import { type LintResult, runLint } from "#run/lint.ts";
import { type Observation, timingsOf } from "#run/observation.ts";
import { detectorOptions } from "#run/test-command.ts";
import manifest from "../../package.json" with { type: "json" };
import { fingerprintsIn, lookAt } from "./look-at.ts";
import { type Observed, ownDetectorOptions } from "./observe.ts";
import type { PlannedAudit } from "./plan-audit.ts";

/** How tests are run again, at head, at the base and under a fix. */
function rerunOptions({ plan, workspace }: PlannedAudit, { goFlags, timeoutMs }: AuditSettings) {
	const gorace = detectorOptions(plan.effort, ownDetectorOptions);
	return { plan, race: workspace.go.cgo, goFlags, gorace, timeoutMs };
}

/** What confirming needs of the audit. */
export function confirmContext(
	planned: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
): ConfirmContext {
	const options = rerunOptions(planned, settings);
	const { plan, race, goFlags } = options;
	const { version: goVersion } = planned.workspace.go;
	return {
		...options,
		baseline: baselineKey(planned.change?.mergeBase ?? null, goVersion),
		identify: (output) => fingerprintsIn(output, plan, host, { handled: true }),
		async lint(modules) {
			if (modules.length === 0) return null;
			const { diagnostics, gaps } = await runLint({ modules, goVersion, race, goFlags }, host, onProgress);
			return gaps.length > 0 ? null : (await lookAt([], diagnostics, plan, host)).findings;
		},
	};
}

function baselineKey(mergeBase: string | null, goVersion: string): ConfirmContext["baseline"] {
	return mergeBase === null ? null : { mergeBase, goVersion, toolVersion: manifest.version };
}

/** What proposing and proving fixes needs of the audit. */
export function fixContext(
	planned: PlannedAudit,
	settings: AuditSettings,
	{ tests, lint: before }: Observed,
	host: Host,
): FixContext {
	const options = rerunOptions(planned, settings);
	const { plan, race, goFlags } = options;
	const run = { race, goVersion: planned.workspace.go.version, goFlags };
	return {
		...options,
		budgetMs: settings.fixMs,
		secondsOf: firstPassSeconds(tests),
		// What code recovers on purpose, a fix may make it recover.
		identify: (output, replaced) => fingerprintsIn(output, plan, host, { replaced, handled: false }),
		propose: (groups) => proposeFixes(groups, run, host),
		async newDiagnostics(module, packages, overlay) {
			if (settings.only === "race") return null;
			const modules = [
				{ ...module, packages: [...packages], patterns: packages.map((one) => one.importPath) },
			];
			const after = await runLint({ ...run, modules, overlay }, host, () => {});
			return after.gaps.length > 0 ? null : lintChange(before, after, plan, host);
		},
	};
}

/** A package whose results came from Go's cache did not run. */
function firstPassSeconds(tests: Observation): FixContext["secondsOf"] {
	const seconds = new Map(timingsOf(tests).map((timing) => [timing.package, timing.seconds]));
	return (importPath) => seconds.get(importPath) ?? null;
}

/** Lines move under a fix: diagnostics are the same when they say the same of the same function. */
async function lintChange(
	before: LintResult,
	after: LintResult,
	plan: Plan,
	host: Host,
): Promise<LintChange> {
	const known = new Set(before.diagnostics.map(saying));
	const { findings } = await lookAt([], after.diagnostics, plan, host);
	return {
		added: after.diagnostics.filter(
			(one) => one.severity !== "note" && one.ignored === null && !known.has(saying(one)),
		),
		remaining: new Set(findings.map((finding) => finding.fingerprint)),
	};
}

function saying({ analyzer, package: path, function: name, subject, message }: LintDiagnostic): string {
	return [analyzer, path, name, subject, message.replaceAll(/\d+/g, "0")].join("\0");
}
