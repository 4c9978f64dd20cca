import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { PlannedModule, PlannedPackage } from "#domain/plan.ts";
import type { Host } from "#host/host.ts";
import { compileTestBinary, runTestBinary } from "#host/test-binary.ts";

/** How tests are repeated in search of what one pass does not show. */
export interface StressRun {
	modules: readonly PlannedModule[];
	race: boolean;
	goFlags: readonly string[];
	gorace: string;
	timeoutMs: number;
	/** All of it takes no longer than this, but for the runs that have begun. */
	budgetMs: number;
}

/**
 * Repeats the tests of packages in fresh processes, shuffled and on varying numbers of threads, the packages in turn,
 * until the budget is spent. What each process printed goes to `onOutput`.
 */
export async function stressTests(
	run: StressRun,
	host: Host,
	onOutput: (output: string, importPath: string) => void,
): Promise<void> {
	const deadlineMs = host.clock.elapsedMs() + run.budgetMs;
	const isOver = () => host.clock.elapsedMs() >= deadlineMs || host.interrupt.aborted;
	await host.files.withTemporaryFolder("stress", async (folder) => {
		const binaries = await compileAll(run, folder, host, isOver);
		for (let round = 0; binaries.length > 0 && !isOver(); round++) {
			const limit = pLimit(availableParallelism());
			await Promise.all(
				binaries.map(({ path, planned }) =>
					limit(async () => {
						if (isOver()) return;
						const options = { pattern: null, gorace: run.gorace, timeoutMs: run.timeoutMs, shuffle: true };
						const exit = await runTestBinary(host, path, planned.directory, options, round);
						if (exit.ended !== "interrupted") onOutput(exit.stdout + exit.stderr, planned.importPath);
					}),
				),
			);
		}
	});
}

interface Binary {
	path: string;
	planned: PlannedPackage;
}

async function compileAll(
	run: StressRun,
	folder: string,
	host: Host,
	isOver: () => boolean,
): Promise<Binary[]> {
	const binaries: Binary[] = [];
	for (const module of run.modules) {
		for (const planned of module.packages.filter((one) => one.hasTests)) {
			if (isOver()) return binaries;
			const output = join(folder, `${binaries.length}.test`);
			const built = await compileTestBinary(host, module.directory, planned.importPath, output, run);
			if ("path" in built) binaries.push({ path: built.path, planned });
		}
	}
	return binaries;
}
