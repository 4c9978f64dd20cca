import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What one run of a program took, all that it started included; the peak memory is its own. */
export interface Sample {
	wall: number;
	cpu: number;
	peakMb: number;
	status: number | null;
	stdout: string;
}

const pollMs = 10;

/**
 * Runs a program, by default with its output thrown away. Seconds by the clock and of the processor (bash counts those
 * of all children that were waited for), and on Linux the peak of its memory.
 */
export function measure(
	program: string,
	args: readonly string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv; keepOutput?: boolean; input?: string } = {},
): Promise<Sample> {
	const output = options.keepOutput ? "" : ">/dev/null";
	const script = `TIMEFORMAT="%U %S"; time { "$0" "$@" ${output} 2>/dev/null; }; exit $?`;
	const started = performance.now();
	const child = spawn("bash", ["-c", script, program, ...args], {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
	});
	child.stdin?.end(options.input);
	let [stdout, stderr, peakMb] = ["", "", 0];
	child.stdout?.on("data", (text) => (stdout += text));
	child.stderr?.on("data", (text) => (stderr += text));
	const poll = setInterval(() => {
		peakMb = Math.max(peakMb, peakOfChild(child.pid));
	}, pollMs);
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (status) => {
			clearInterval(poll);
			const wall = (performance.now() - started) / 1000;
			const [user = 0, system = 0] = stderr.trim().split(/\s+/).slice(-2).map(Number);
			resolve({ wall, cpu: user + system, peakMb, status, stdout });
		});
	});
}

/** Of the program that the shell runs, as the kernel counts it. */
function peakOfChild(shell: number | undefined): number {
	try {
		const [pid] = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8").trim().split(" ");
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return Number(peak ?? 0) / 1024;
	} catch {
		// It has ended, or this is not Linux.
		return 0;
	}
}

/** Processor seconds of this process for one call, the best of several. */
export async function cpuOf(rounds: number, act: () => unknown): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round++) {
		const before = process.cpuUsage();
		await act();
		const { user, system } = process.cpuUsage(before);
		best = Math.min(best, (user + system) / 1e6);
	}
	return best;
}
