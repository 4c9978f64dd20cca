import { join } from "node:path";
import { findPackage, type PackageHome } from "#confirm/rerun-target.ts";
import { sampleRuns } from "#confirm/sample.ts";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Runs } from "#domain/report.ts";
import { runPattern } from "#domain/run-pattern.ts";
import type { Host } from "#host/host.ts";
import { compileTestBinary, runTestBinary } from "#host/test-binary.ts";
import { fingerprintsIn } from "#pipeline/look-at.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { detectorOptions } from "#run/test-command.ts";

/** A finding to look for again. */
export interface Wanted {
	fingerprint: string;
	/** Import path. */
	package: string;
	/** Top-level tests; empty: all of the package. */
	tests: readonly string[];
}

/** How often each was seen; a finding that could not be run has no runs. */
export interface Rerun {
	findings: { fingerprint: string; runs: number; hits: number }[];
	problems: string[];
}

/** All runs together take no longer, so that a slow test does not hold the answer back for ever. */
const budgetMs = 10 * 60_000;

/** Runs the tests of findings again, `times` fresh processes each, in the folder that `settings` names. */
export async function rerun(
	wanted: readonly Wanted[],
	times: number,
	settings: AuditSettings,
	host: Host,
): Promise<Rerun> {
	const { plan, workspace } = await planAudit({ ...settings, base: null, scope: "all", shard: null }, host);
	const deadlineMs = host.clock.elapsedMs() + budgetMs;
	const identify = (output: string) => fingerprintsIn(output, plan, host, { handled: true });
	const result: Rerun = { findings: [], problems: [] };
	await host.files.withTemporaryFolder("rerun", async (folder) => {
		for (const [index, finding] of wanted.entries()) {
			const home = findPackage(finding.package, plan.modules);
			const run = {
				times,
				deadlineMs,
				identify,
				binary: join(folder, `${index}.test`),
				race: workspace.go.cgo,
			};
			const seen = home === null ? notHere : await runFinding(finding, home, run, settings, host);
			result.findings.push({ fingerprint: finding.fingerprint, ...seen.runs });
			if (seen.problem !== null) result.problems.push(`${finding.package}: ${seen.problem}`);
		}
	});
	return result;
}

interface Seen {
	runs: Runs;
	problem: string | null;
}

const noRuns: Runs = { runs: 0, hits: 0 };
const notHere: Seen = { runs: noRuns, problem: "there is no such package here" };

interface Run {
	times: number;
	deadlineMs: number;
	identify(output: string): Promise<ReadonlySet<string>>;
	binary: string;
	race: boolean;
}

async function runFinding(
	finding: Wanted,
	home: PackageHome,
	run: Run,
	settings: AuditSettings,
	host: Host,
): Promise<Seen> {
	const { race, binary, times, deadlineMs } = run;
	const { goFlags, timeoutMs } = settings;
	const built = await compileTestBinary(host, home.module.directory, finding.package, binary, {
		race,
		goFlags,
	});
	if ("error" in built) return { runs: noRuns, problem: built.error };
	const pattern = finding.tests.length === 0 ? null : runPattern(finding.tests);
	const gorace = detectorOptions("standard", "");
	// Asked for so many runs, it makes so many, also when the first few all show it.
	const size = { sure: times, most: times, deadlineMs };
	const counts = await sampleRuns([finding.fingerprint], size, host.clock.elapsedMs, async (index) => {
		const exit = await runTestBinary(
			host,
			built.path,
			home.package.directory,
			{ pattern, gorace, timeoutMs },
			index,
		);
		return exit.ended === "interrupted" ? null : run.identify(exit.stdout + exit.stderr);
	});
	return { runs: counts.get(finding.fingerprint) ?? noRuns, problem: null };
}
