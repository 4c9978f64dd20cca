/**
 * Compares the lint with `go vet` and staticcheck on one module, side by side in one run:
 * `node bench/lint/main.ts [--rounds 5] [--json]`. Ratios are to `go vet` of the same scenario.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { median, type Sample, time } from "./measure.ts";
import { type Peer, peersWithCaches, preparePeers, subject } from "./peers.ts";

const scenarios = {
	unchanged: "nothing has changed since the last run",
	changed: "one file that most packages depend on has changed",
	empty: "no results are kept; the packages are compiled",
} as const;

type Scenario = keyof typeof scenarios;

interface Row {
	readonly scenario: Scenario;
	readonly peer: Peer["name"];
	readonly wall: number;
	readonly cpu: number;
	readonly ratio: number;
}

/**
 * Copies the module out of the module cache, where it is read-only, to where an earlier run had it: what the go
 * command compiled depends on the folder.
 */
function fetchSubject(): string {
	const answer = execFileSync("go", ["mod", "download", "-json", `${subject.path}@${subject.version}`], {
		encoding: "utf8",
		env: { ...process.env, GOFLAGS: "-mod=mod" },
	});
	const { Dir: source } = JSON.parse(answer) as { Dir: string };
	const copy = join(tmpdir(), "bench-lint-subject");
	rmSync(copy, { recursive: true, force: true });
	cpSync(source, copy, { recursive: true });
	execFileSync("chmod", ["-R", "u+w", copy]);
	return copy;
}

/** Runs the peers in turn, round after round, so that a busy moment meets all of them. */
function rounds(
	count: number,
	peersOf: (round: number) => readonly Peer[],
	cwd: string,
	before: (peer: Peer, round: number) => void,
) {
	const samples = new Map<Peer["name"], Sample[]>();
	for (let round = 0; round < count; round++) {
		for (const peer of peersOf(round)) {
			before(peer, round);
			samples.set(peer.name, [...(samples.get(peer.name) ?? []), time(peer, cwd)]);
		}
	}
	return samples;
}

function rows(scenario: Scenario, samples: ReadonlyMap<Peer["name"], readonly Sample[]>): Row[] {
	const wall = (name: Peer["name"]) => median((samples.get(name) ?? []).map((sample) => sample.wall));
	return [...samples].map(([peer, taken]) => ({
		scenario,
		peer,
		wall: wall(peer),
		cpu: median(taken.map((sample) => sample.cpu)),
		ratio: wall(peer) / wall("go vet"),
	}));
}

function benchmark(folder: string, count: number, quick: boolean): Row[] {
	const root = resolve(import.meta.dirname, "../..");
	const cwd = fetchSubject();
	const peers = preparePeers(folder, root);
	for (const peer of peers) time(peer, cwd);
	const touched = join(cwd, "go/types/typeutil/callee.go");
	const nothing = () => {};
	return [
		...rows(
			"unchanged",
			rounds(count, () => peers, cwd, nothing),
		),
		...rows(
			"changed",
			rounds(
				count,
				() => peers,
				cwd,
				(peer, round) => appendFileSync(touched, `\n// ${peer.name}, round ${round}\n`),
			),
		),
		...(quick ? [] : emptyRows(folder, count, cwd)),
	];
}

function emptyRows(folder: string, count: number, cwd: string): Row[] {
	const peersOf = (round: number) => peersWithCaches(folder, `empty-${round}`);
	return rows(
		"empty",
		rounds(Math.ceil(count / 2), peersOf, cwd, () => {}),
	);
}

const { values } = parseArgs({
	options: {
		rounds: { type: "string", default: "5" },
		json: { type: "boolean", default: false },
		// Without the runs that compile everything.
		quick: { type: "boolean", default: false },
	},
});
const folder = mkdtempSync(join(tmpdir(), "bench-lint-"));
try {
	const measured = benchmark(folder, Number(values.rounds), values.quick);
	if (values.json) {
		console.log(JSON.stringify({ subject, rows: measured }, null, "\t"));
	} else {
		for (const row of measured) {
			const times = `${row.wall.toFixed(2)} s, ${row.cpu.toFixed(2)} CPU s`;
			console.log(
				`${row.scenario.padEnd(10)}${row.peer.padEnd(12)}${times.padEnd(24)}${row.ratio.toFixed(2)} × go vet`,
			);
		}
	}
} finally {
	execFileSync("chmod", ["-R", "u+w", folder]);
	rmSync(folder, { recursive: true, force: true });
}
