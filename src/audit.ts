import { confirm } from "#confirm/confirm.ts";
import { proveFixes } from "#confirm/fixes.ts";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Gap } from "#domain/gap.ts";
import type { OnProgress } from "#domain/progress.ts";
import type { Report } from "#domain/report.ts";
import type { Host } from "#host/host.ts";
import { listModules } from "#host/modules.ts";
import { readWorkspace } from "#host/workspace.ts";
import { judge } from "#judge/judge.ts";
import { countRecovery } from "#judge/recovery.ts";
import { toReport } from "#judge/report.ts";
import { unusedRules } from "#judge/suppress.ts";
import { createOutputReader, parseIncidents } from "#parse/output-reader.ts";
import { affectedPackages } from "#plan/affected.ts";
import { parseDiff } from "#plan/diff.ts";
import { changedPaths, linesOfDiff } from "#plan/diff-lines.ts";
import { patternsOfModule } from "#plan/patterns.ts";
import { keepPackages, makePlan } from "#plan/plan.ts";
import { packagesOfShard } from "#plan/shards.ts";
import { type LintResult, runLint } from "#run/lint.ts";
import {
	createObservation,
	incidentsAtFault,
	isUnhandled,
	type Observation,
	timingsOf,
} from "#run/observation.ts";
import { stressTests } from "#run/stress.ts";
import { detectorOptions } from "#run/test-command.ts";
import { runTests } from "#run/tests.ts";
import { describeIn } from "#text/describe.ts";
import { guideLink } from "#text/guide-link.ts";
import manifest from "../package.json" with { type: "json" };
import { confirmContext, fixContext, ownDetectorOptions } from "./confirm-context.ts";
import { lookAt } from "./look-at.ts";
import type { PlannedAudit } from "./planned-audit.ts";

/** The whole audit: plan → run → parse → classify → confirm → judge. Throws a UserError for what the user can mend. */
export async function audit(settings: AuditSettings, host: Host, onProgress: OnProgress): Promise<Report> {
	const [startedAt, started] = [host.clock.now(), host.clock.elapsedMs()];
	onProgress({ type: "stage", stage: "planning" });
	const planned = await planAudit(settings, host);
	const { workspace, plan } = planned;
	onProgress({
		type: "planned",
		packages: plan.modules.flatMap((one) => one.packages).length,
		modules: plan.modules.length,
	});
	const [tests, lint] = await Promise.all([
		observeTests(planned, settings, host, onProgress),
		observeLint(planned, settings, host, onProgress),
	]);
	const look = await lookAt(incidentsAtFault(tests), lint.diagnostics, plan.modules, host);
	const confirmed = await confirm(
		look.findings,
		confirmContext(planned, settings, host, onProgress),
		host,
		onProgress,
	);
	const fixed = await proveFixes(confirmed, fixContext(planned, settings, lint, host), host, onProgress);
	const judged = judge(fixed, {
		root: plan.root,
		modules: plan.modules,
		diff: planned.diff === null ? null : linesOfDiff(planned.diff),
		rules: settings.rules,
		today: startedAt.toISOString().slice(0, 10),
	});
	return toReport({
		tool: { name: "go-race-audit", version: manifest.version },
		go: workspace.go.version,
		startedAt,
		durationMs: host.clock.elapsedMs() - started,
		change: workspace.change,
		plan,
		findings: judged,
		gaps: [...planned.gaps, ...tests.gaps, ...lint.gaps],
		unusedSuppressions: tellsUnused(planned, settings) ? unusedRules(judged, settings.rules) : [],
		recovery: settings.only === "race" ? null : countRecovery(lint.goroutines, plan.root),
		timings: timingsOf(tests),
		sources: look.sources,
		describe: describeIn(settings.lang),
		involved: () => [],
		guideLink: (section) => guideLink(settings.guideUrl, settings.lang, section),
	});
}

/** A part of an audit cannot tell which ignore entries the rest needs; of shards, the merged report tells. */
function tellsUnused({ plan }: PlannedAudit, settings: AuditSettings): boolean {
	const wantsAll = settings.packages.join() === "./..." || packagesOfShard(settings) !== null;
	return settings.only === null && plan.leftOut.length === 0 && wantsAll;
}

/** Reads the folder and decides what is audited. */
export async function planAudit(settings: AuditSettings, host: Host): Promise<PlannedAudit> {
	const workspace = await readWorkspace(host, settings.directory, settings.base);
	const { directory, root } = workspace;
	const ofShard = packagesOfShard(settings);
	const wanted = ofShard === null ? settings.packages : ["./..."];
	const patterns = (module: string) => patternsOfModule(wanted, directory, module);
	const modules = await listModules(host, workspace, patterns, settings.goFlags);
	const diff = workspace.diff === null ? null : parseDiff(workspace.diff);
	const changed = diff === null ? null : changedPaths(diff, root);
	const { scope, effort, shard } = settings;
	const reached = changed === null ? null : affectedPackages(changed, modules);
	return { workspace, diff, reached, ...makePlan({ root, scope, effort, shard, ofShard, modules, reached }) };
}

/** Runs the tests and reads what they print as it comes. */
async function observeTests(
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
	const gorace = detectorOptions(plan.effort, ownDetectorOptions);
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
	message:
		"the race detector needs cgo and a C compiler; install gcc or clang and set CGO_ENABLED=1 (tests ran without it)",
	detail: null,
};

async function observeLint(
	{ plan, workspace }: PlannedAudit,
	settings: AuditSettings,
	host: Host,
	onProgress: OnProgress,
): Promise<LintResult> {
	if (settings.only === "race") return { diagnostics: [], goroutines: [], gaps: [] };
	const { cgo: race, version: goVersion } = workspace.go;
	return runLint({ modules: plan.modules, goVersion, race, goFlags: settings.goFlags }, host, onProgress);
}
