/** Running programs and summing up how long they took. */
import { spawnSync } from "node:child_process";
import type { Peer } from "./peers.ts";

/** Seconds of one run: by the clock, and of the processor with all children. */
export interface Sample {
	readonly wall: number;
	readonly cpu: number;
}

/** Runs a program in `cwd`. What it finds is not looked at; exit codes above 1 are failures. */
export function time(peer: Peer, cwd: string): Sample {
	const before = process.hrtime.bigint();
	const run = spawnSync(
		"bash",
		["-c", 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null 2>/dev/null', peer.command, ...peer.args],
		{
			cwd,
			env: { ...process.env, ...peer.env },
			encoding: "utf8",
		},
	);
	const wall = Number(process.hrtime.bigint() - before) / 1e9;
	if (run.status === null || run.status > 1) {
		throw new Error(`${peer.name} ended with ${run.status ?? run.signal}: ${run.stderr}`);
	}
	const [user = 0, system = 0] = run.stderr.trim().split(/\s+/u).map(Number);
	return { wall, cpu: user + system };
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
	const high = sorted[Math.floor(middle)] ?? Number.NaN;
	return (low + high) / 2;
}
