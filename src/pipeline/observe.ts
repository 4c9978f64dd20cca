import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Gap } from "#domain/gap.ts";
import type { OutputEvent } from "#domain/output-event.ts";
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
import type { PlannedAudit } from "./plan-audit.ts";

/** The user's own GORACE is kept behind ours, so that it wins. */
export const ownDetectorOptions = process.env.GORACE ?? "";

/** What running the tests and the lint gave. */
export interface Observed {
	tests: Observation;
	lint: LintResult;
}

/**
 * Runs the tests and the lint side by side. The lint loads what the tests' build leaves in Go's cache, so it waits for
 * the first test to start: two go commands that begin with an empty cache compile everything twice.
 */
export async function observe(
	planned: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
): Promise<Observed> {
	let begin = () => {};
	const begun = new Promise<void>((resolve) => {
		begin = resolve;
	});
	const [tests, lint] = await Promise.all([
		observeTests(planned, settings, host, onProgress, () => begin()).finally(() => begin()),
		observeLint(planned, settings, host, onProgress, begun),
	]);
	return { tests, lint };
}

/** Runs the tests and reads what they print as it comes. */
async function observeTests(
	planned: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
	onBegun: () => void,
): Promise<Observation> {
	const { plan, workspace } = planned;
	const packages = plan.modules.flatMap((module) => module.packages);
	const tested = new Set(packages.filter((one) => one.hasTests).map((one) => one.importPath));
	const observation = createObservation(packages.length, onProgress);
	const take = (event: OutputEvent) => {
		// A package without tests ends before much is built.
		if (event.type === "package-started" && tested.has(event.package)) onBegun();
		observation.take(event);
	};
	if (settings.only === "lint") return observation;
	onProgress({ type: "stage", stage: "testing" });
	const { timeoutMs, goFlags } = settings;
	const run = { plan, race: workspace.go.cgo, timeoutMs, goFlags, gorace: ownDetectorOptions };
	const gaps = await runTests(run, host, () => createOutputReader(take), observation);
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
async function observeLint(
	{ plan, workspace }: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
	ready: Promise<void>,
): Promise<LintResult> {
	if (settings.only === "race") return { diagnostics: [], goroutines: [], gaps: [] };
	const { cgo: race, version: goVersion } = workspace.go;
	const run = { modules: plan.modules, goVersion, race, goFlags: settings.goFlags, ready };
	return runLint(run, host, onProgress);
}
