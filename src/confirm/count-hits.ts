import { join } from "node:path";
import type { Runs } from "#domain/report.ts";
import { runPattern } from "#domain/run-pattern.ts";
import type { Host } from "#host/host.ts";
import { compileTestBinary, runTestBinary } from "#host/test-binary.ts";
import type { RerunTarget } from "./rerun-target.ts";
import { sampleRuns } from "./sample.ts";

/** How reruns are made; the same at head, at the base and under a proposed fix. */
export interface RerunOptions {
	race: boolean;
	goFlags: readonly string[];
	gorace: string;
	timeoutMs: number;
	/** `go test -overlay` file. */
	overlay?: string;
	/** The fingerprints of what one run printed. */
	identify(output: string): Promise<ReadonlySet<string>>;
	/** How many runs a target gets when not all of the first few show it. */
	mostRuns(target: RerunTarget): number;
	/** Moment of the clock after which no run is started. */
	deadlineMs: number;
	onTarget(done: number): void;
}

/** When each of these first runs shows everything, more tell nothing new. */
export const sureRuns = 5;

/**
 * Runs each target in fresh processes of a binary compiled once for its package. The result has every fingerprint of
 * the targets; one whose package does not build or has no tests here has no runs.
 */
export async function countHits(
	targets: readonly RerunTarget[],
	options: RerunOptions,
	host: Host,
): Promise<Map<string, Runs>> {
	const total = new Map<string, Runs>();
	const packages = [...new Set(targets.map((target) => target.package.importPath))];
	let done = 0;
	await host.files.withTemporaryFolder("rerun", async (folder) => {
		for (const [index, importPath] of packages.entries()) {
			const group = targets.filter((target) => target.package.importPath === importPath);
			const directory = group[0]?.module.directory ?? folder;
			const built = await compileTestBinary(
				host,
				directory,
				importPath,
				join(folder, `${index}.test`),
				options,
			);
			for (const target of group) {
				addCounts(total, await countTarget(target, built, options, host));
				options.onTarget(++done);
			}
		}
	});
	return total;
}

async function countTarget(
	target: RerunTarget,
	built: { path: string } | { error: string },
	options: RerunOptions,
	host: Host,
): Promise<Map<string, Runs>> {
	const size = { sure: sureRuns, most: options.mostRuns(target), deadlineMs: options.deadlineMs };
	const { directory } = target.package;
	const { gorace, timeoutMs } = options;
	const pattern = target.tests.length === 0 ? null : runPattern(target.tests);
	return sampleRuns(target.fingerprints, size, host.clock.elapsedMs, async (index) => {
		if ("error" in built) return null;
		const exit = await runTestBinary(host, built.path, directory, { pattern, gorace, timeoutMs }, index);
		return exit.ended === "interrupted" ? null : options.identify(exit.stdout + exit.stderr);
	});
}

function addCounts(total: Map<string, Runs>, counts: ReadonlyMap<string, Runs>): void {
	for (const [fingerprint, { runs, hits }] of counts) {
		const before = total.get(fingerprint) ?? { runs: 0, hits: 0 };
		total.set(fingerprint, { runs: before.runs + runs, hits: before.hits + hits });
	}
}
