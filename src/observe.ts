import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Gap } from "#domain/gap.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Host } from "#host/host.ts";
import { createOutputReader, parseIncidents } from "#parse/output-reader.ts";
import { keepPackages } from "#plan/plan.ts";
import { type LintResult, runLint } from "#run/lint.ts";
import { createObservation, isUnhandled, type Observation } from "#run/observation.ts";
import { stressTests } from "#run/stress.ts";
import { detectorOptions } from "#run/test-command.ts";
import { runTests } from "#run/tests.ts";
import { sentence } from "#text/message.ts";
import { ownDetectorOptions } from "./confirm-context.ts";
import type { PlannedAudit } from "./plan-audit.ts";

/** Runs the tests and reads what they print as it comes. */
export async function observeTests(
	planned: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
): Promise<Observation> {
	const { plan, workspace } = planned;
	const observation = createObservation(plan.modules.flatMap((module) => module.packages).length, onProgress);
	if (settings.only === "lint") return observation;
	onProgress({ type: "stage", stage: "testing" });
	const { timeoutMs, goFlags } = settings;
	const run = { plan, race: workspace.go.cgo, timeoutMs, goFlags, gorace: ownDetectorOptions };
	const gaps = await runTests(run, host, () => createOutputReader(observation.take), observation);
	observation.gaps.push(...(workspace.go.cgo ? [] : [noCgo]), ...gaps);
	if (plan.effort === "deep") await stress(planned, settings, host, onProgress, observation);
	return observation;
}

/** Repeats the tests that reach the change, or all of them without one. */
async function stress(
	{ plan, workspace, reached }: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
	observation: Observation,
): Promise<void> {
	onProgress({ type: "stage", stage: "stressing" });
	const { timeoutMs, goFlags, stressMs: budgetMs } = settings;
	// A process waits a second at its end for late reports: the first pass did, and here that is many more runs.
	const gorace = `atexit_sleep_ms=100 ${detectorOptions(plan.effort, ownDetectorOptions)}`;
	const modules = reached === null ? plan.modules : keepPackages(plan.modules, reached);
	await stressTests(
		{ modules, race: workspace.go.cgo, goFlags, gorace, timeoutMs, budgetMs },
		host,
		(output) => {
			// What a test recovered on purpose is told by whether it passed, which a bare process does not say.
			for (const incident of parseIncidents(output).filter(isUnhandled)) {
				observation.take({ type: "incident", incident });
			}
		},
	);
}

const noCgo: Gap = {
	kind: "no-cgo",
	package: null,
	...sentence("no-cgo", {}),
	detail: null,
};

/** Runs the lint over what is planned. */
export async function observeLint(
	{ plan, workspace }: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
): Promise<LintResult> {
	if (settings.only === "race") return { diagnostics: [], goroutines: [], gaps: [] };
	const { cgo: race, version: goVersion } = workspace.go;
	return runLint({ modules: plan.modules, goVersion, race, goFlags: settings.goFlags }, host, onProgress);
}
