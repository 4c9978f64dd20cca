import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Effort } from "../../src/domain/plan.ts";
import type { Report } from "../../src/domain/report.ts";
import { cleanModule, fetchModule } from "../real-modules.ts";

/**
 * What each effort finds and costs: audits of ./flaky, whose races show always, often, seldom, in another order, on one
 * thread, or only with a long history; and what standard costs over quick on a real module without findings.
 * `node bench/effort/run.ts [rounds] [stress time]`; the second part needs the module proxy.
 */
const rounds = Number(process.argv[2] ?? 5);
const efforts: readonly Effort[] = ["quick", "standard", "deep"];
const stressTime = process.argv[3] ?? "20s";

interface Cost {
	wallSeconds: number;
	cpuSeconds: number;
}

/** Audits a folder without lint or fixes, so that only the tests' part is measured; -count=1 keeps the test cache out. */
function audit(folder: string, effort: Effort, output: string): Cost & { report: Report } {
	const cli = resolve("dist/cli.js");
	const flags = ["--effort", effort, "--stress-time", stressTime, "--fix-budget", "0s", "--only", "race"];
	const command = [process.execPath, cli, "audit", ...flags, "--go-flags=-count=1", "--format", "json"];
	const started = performance.now();
	// The shell's `times` tells the processor time of all that ran below it.
	const script = '"$@"; times';
	const { stdout, error } = spawnSync("sh", ["-c", script, "sh", ...command, "--quiet", "--output", output], {
		cwd: folder,
		encoding: "utf8",
	});
	if (error) throw error;
	const wallSeconds = (performance.now() - started) / 1000;
	return { wallSeconds, cpuSeconds: childSeconds(stdout), report: JSON.parse(readFileSync(output, "utf8")) };
}

/** The last line of `times`: user and system time of the children, "0m1.234s 0m0.500s". */
function childSeconds(printed: string): number {
	const line = printed.trimEnd().split("\n").at(-1) ?? "";
	return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
		(sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
		0,
	);
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function costOf(runs: readonly Cost[]): Cost {
	return {
		wallSeconds: median(runs.map((run) => run.wallSeconds)),
		cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
	};
}

const folder = mkdtempSync(join(tmpdir(), "bench-effort-"));
try {
	const output = join(folder, "report.json");
	const programs = ["always", "often", "seldom", "order", "threads", "distant"];
	audit(resolve("bench/effort/flaky"), "quick", output);
	const found = efforts.map((effort) => {
		const runs = Array.from({ length: rounds }, () => audit(resolve("bench/effort/flaky"), effort, output));
		const timesFound = (name: string) =>
			runs.filter(({ report }) => report.findings.some((one) => one.package?.endsWith(`/${name}`))).length;
		const hits = Object.fromEntries(programs.map((name) => [name, `${timesFound(name)}/${rounds}`]));
		return { effort, ...hits, ...costOf(runs) };
	});
	console.table(found);
	// Side by side, so that both meet the same machine.
	const clean = fetchModule(cleanModule, folder);
	audit(clean, "quick", output);
	const pairs = Array.from({ length: rounds }, () => ({
		quick: audit(clean, "quick", output),
		standard: audit(clean, "standard", output),
	}));
	const shown = pairs.flatMap(({ standard }) => standard.report.findings.map(({ title }) => title));
	if (shown.length > 0) throw new Error(`${cleanModule} is not clean here: ${shown[0]}`);
	const overhead = {
		module: cleanModule,
		wallRatio: median(pairs.map(({ quick, standard }) => standard.wallSeconds / quick.wallSeconds)),
		cpuRatio: median(pairs.map(({ quick, standard }) => standard.cpuSeconds / quick.cpuSeconds)),
	};
	console.table([overhead]);
	console.log(JSON.stringify({ bench: "effort", rounds, stressTime, found, overhead }));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
