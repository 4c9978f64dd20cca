import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { PlannedPackage } from "#domain/plan.ts";
import { runPattern } from "#domain/run-pattern.ts";
import { firstLine } from "#host/go.ts";
import type { Exit } from "#host/host.ts";
import { compileTestBinary, type RunOptions, runTestBinary } from "#host/test-binary.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { failures, wholePackage } from "./compare-output.ts";
import { type Attempt, type Outcome, outOfTime, type Trial, type Untouched } from "./fix-trial.ts";
import type { RerunTarget } from "./rerun-target.ts";

/** The tests that showed the finding often, and all tests of the packages once. */
export async function tryTests(attempt: Attempt): Promise<Outcome> {
	let total = 0;
	for (const [index, one] of testedPackages(attempt.trial).entries()) {
		const built = await compile(attempt, one, join(attempt.folder, `${index}.test`), attempt.overlay.path);
		if ("error" in built) {
			if (built.error === noTestFiles) continue;
			return sentence("rejected-build", { detail: compilerMessage(built.error) });
		}
		const outcome = await tryPackage(attempt, one, built.path);
		if (typeof outcome !== "number") return outcome;
		total += outcome;
	}
	return total;
}

/** What `compileTestBinary` says of a package without tests. */
const noTestFiles = "no test files";

/** The packages whose tests showed the finding, then the edited ones. */
function testedPackages({ targets, edited }: Trial): PlannedPackage[] {
	const all = [...targets.map((target) => target.package), ...edited.filter((one) => one.hasTests)];
	return [...new Map(all.map((one) => [one.importPath, one])).values()];
}

/** Counts the runs of the racing tests; where only the lint found something, those of all tests. */
async function tryPackage(attempt: Attempt, one: PlannedPackage, binary: string): Promise<Outcome> {
	let total = 0;
	const targets = attempt.trial.targets.filter((target) => target.package.importPath === one.importPath);
	for (const target of targets) {
		const outcome = await runRacingTest(attempt, target, binary);
		if (typeof outcome !== "number") return outcome;
		total += outcome;
	}
	const outcome = await runBinary(attempt, one, binary, null, 0);
	if (typeof outcome !== "number") return outcome;
	return attempt.trial.targets.length === 0 ? outcome : total;
}

function compile({ trial, context, host }: Attempt, one: PlannedPackage, output: string, overlay?: string) {
	const { race, goFlags } = context;
	const options = overlay === undefined ? { race, goFlags } : { race, goFlags, overlay };
	return compileTestBinary(host, trial.module.directory, one.importPath, output, options);
}

/** The first line that says what is wrong; the one before it names the package. */
function compilerMessage(stderr: string): string {
	return firstLine(
		stderr
			.split("\n")
			.filter((line) => !line.startsWith("#"))
			.join("\n"),
	);
}

/** Runs the racing test until it shows anything, or often enough. */
async function runRacingTest(attempt: Attempt, target: RerunTarget, binary: string): Promise<Outcome> {
	const { trial, context, host } = attempt;
	const pattern = target.tests.length === 0 ? null : runPattern(target.tests);
	const limit = pLimit(2 * availableParallelism()); // more threads than processors: another order shows more
	let bad: Exclude<Outcome, number> | null = null;
	let done = 0;
	const runAgain = async (index: number) => {
		if (bad !== null || host.clock.elapsedMs() > context.deadlineMs) return;
		const outcome = await runBinary(attempt, target.package, binary, pattern, index);
		if (typeof outcome !== "number") bad ??= outcome;
		else done++;
	};
	await Promise.all(Array.from({ length: trial.runs }, (_, index) => limit(() => runAgain(index))));
	if (bad !== null) return bad;
	if (done < trial.runs) return outOfTime;
	return (await isSkipped(attempt, target, binary, pattern)) ? sentence("rejected-skipped", {}) : done;
}

/** A test that is skipped shows nothing. */
async function isSkipped(
	attempt: Attempt,
	{ package: one, tests }: RerunTarget,
	binary: string,
	pattern: string | null,
): Promise<boolean> {
	if (pattern === null) return false;
	const { stdout } = await runOnce(attempt, one, binary, { pattern, verbose: true }, 0);
	return stdout.includes("no tests to run") || tests.some((test) => stdout.includes(`--- SKIP: ${test} `));
}

/** A run under a fix gets so much time, and on top so many times what the package took: several run side by side. */
const patienceMs = 5_000;
const timesFirstPass = 4;

/** However long the tests of a package take, a run under a fix takes no longer. */
const longestRunMs = 60_000;

const longestMs = ({ timeoutMs }: Attempt["context"]) => Math.min(longestRunMs, timeoutMs);

/** When a run is said to hang: a deadlock is what a wrong lock makes. */
async function runLimitMs(attempt: Attempt, one: PlannedPackage): Promise<number> {
	const { context } = attempt;
	const seconds = context.secondsOf(one.importPath) ?? (await secondsUntouched(attempt, one));
	return Math.min(patienceMs + timesFirstPass * seconds * 1000, longestMs(context));
}

/** How long the tests of a package take without the fix, measured once. */
function secondsUntouched(attempt: Attempt, one: PlannedPackage): Promise<number> {
	return once(attempt.context.measured, one.importPath, () => measureUntouched(attempt, one));
}

async function measureUntouched(attempt: Attempt, one: PlannedPackage): Promise<number> {
	const { context, host } = attempt;
	const timeoutMs = longestMs(context);
	const built = await compile(attempt, one, join(attempt.folder, "measured.test"));
	if ("error" in built) return timeoutMs / 1000;
	const started = host.clock.elapsedMs();
	await runTestBinary(
		host,
		built.path,
		one.directory,
		{ pattern: null, gorace: gorace(attempt), timeoutMs },
		0,
	);
	return (host.clock.elapsedMs() - started) / 1000;
}

/** Runs tests once; complains of the finding itself, of anything new, of a run that hangs, and of a test that fails. */
async function runBinary(
	attempt: Attempt,
	one: PlannedPackage,
	binary: string,
	pattern: string | null,
	index: number,
): Promise<Outcome> {
	const { trial, context, overlay } = attempt;
	const exit = await runOnce(attempt, one, binary, { pattern }, index);
	if (exit.ended === "interrupted") return outOfTime;
	const output = exit.stdout + exit.stderr;
	if (exit.ended === "timed-out" || output.includes("panic: test timed out"))
		return sentence("rejected-hangs", { seconds: Math.round((await runLimitMs(attempt, one)) / 1000) });
	const seen = await context.identify(output, overlay.replaced);
	if (seen.has(trial.proposal.fingerprint)) return sentence("rejected-still", {});
	const unknown = [...seen].filter((fingerprint) => !context.known.has(fingerprint));
	const failing = failures(exit);
	if (unknown.length === 0 && failing.size === 0) return 1;
	const before = await showsUntouched(attempt, one);
	if (unknown.some((fingerprint) => !before.fingerprints.has(fingerprint))) {
		return sentence("rejected-something-new", {});
	}
	const fresh = [...failing].find((text) => !before.failures.has(text));
	return fresh === undefined ? 1 : failsWith(fresh);
}

function failsWith(what: string): Sentence {
	return what === wholePackage
		? sentence("rejected-package", {})
		: sentence("rejected-test", { detail: what });
}

/** Runs of the untouched tests: what any of them shows does not tell against a fix. */
const runsUntouched = 5;

/** What the tests show without the fix, found out once when it is asked for. */
function showsUntouched(attempt: Attempt, one: PlannedPackage): Promise<Untouched> {
	return once(attempt.context.untouched, one.importPath, () => runUntouched(attempt, one));
}

/** What was found out under this key before, else what is found out now. */
function once<T>(known: Map<string, Promise<T>>, key: string, findOut: () => Promise<T>): Promise<T> {
	const found = known.get(key) ?? findOut();
	known.set(key, found);
	return found;
}

async function runUntouched(attempt: Attempt, one: PlannedPackage): Promise<Untouched> {
	const failing = new Set<string>();
	const fingerprints = new Set<string>();
	const built = await compile(attempt, one, join(attempt.folder, "untouched.test"));
	if ("error" in built) return { failures: failing, fingerprints };
	const limit = pLimit(availableParallelism());
	const run = async (index: number) => {
		const exit = await runOnce(attempt, one, built.path, { pattern: null }, index);
		for (const text of failures(exit)) failing.add(text);
		for (const seen of await attempt.context.identify(exit.stdout + exit.stderr, new Map())) {
			fingerprints.add(seen);
		}
	};
	await Promise.all(Array.from({ length: runsUntouched }, (_, index) => limit(() => run(index))));
	return { failures: failing, fingerprints };
}

async function runOnce(
	attempt: Attempt,
	one: PlannedPackage,
	binary: string,
	which: Pick<RunOptions, "pattern" | "verbose">,
	index: number,
): Promise<Exit> {
	const timeoutMs = await runLimitMs(attempt, one);
	const options = { ...which, gorace: gorace(attempt), timeoutMs };
	return runTestBinary(attempt.host, binary, one.directory, options, index);
}

const gorace = ({ trial, context }: Attempt) => `${exitSleep(trial)} ${context.gorace}`.trim();

/**
 * A process that ends well waits a second for late reports, which is most of the time a proof takes. What was reported
 * while a test ran needs no such wait.
 */
function exitSleep({ targets }: Trial): string {
	return targets.some(({ tests }) => tests.length === 0) ? "" : "atexit_sleep_ms=20";
}
