import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStream } from "./generate.ts";

/**
 * Reads one stream of `go test -json` with ours, a bare JSON.parse of each line, gotestsum and tparse, in turns.
 * `npx node bench/parse/run.ts [megabytes] [rounds]`; Linux, with Go on PATH and its module proxy in reach.
 */
interface Contender {
	name: string;
	program: string;
	args: string[];
}

interface Figures {
	seconds: number;
	cpuSeconds: number;
	peakMb: number;
}

const pollMs = 20;
const ticksPerSecond = 100;

/** Runs a contender to its end; processor time and peak memory are the kernel's, read while it lives. */
function measure({ program, args }: Contender): Promise<Figures> {
	const started = performance.now();
	const child = spawn(program, args, { stdio: "ignore" });
	const figures: Figures = { seconds: 0, cpuSeconds: 0, peakMb: 0 };
	const poll = setInterval(() => readProcess(child.pid, figures), pollMs);
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", () => {
			clearInterval(poll);
			resolve({ ...figures, seconds: (performance.now() - started) / 1000 });
		});
	});
}

function readProcess(pid: number | undefined, figures: Figures): void {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
		figures.cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		figures.peakMb = Math.max(figures.peakMb, Number(peak ?? 0) / 1024);
	} catch {
		// It ended between two polls.
	}
}

const megabytes = Number(process.argv[2] ?? 300);
const rounds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const file = join(folder, "stream.json");
writeStream(file, megabytes * 1e6);
writeFileSync(join(folder, "go.mod"), "module example.com/bench\n");
for (const tool of ["gotest.tools/gotestsum@v1.13.0", "github.com/mfridman/tparse@v0.18.0"]) {
	execFileSync("go", ["install", tool], { env: { ...process.env, GOBIN: folder }, stdio: "ignore" });
}
/** Bundled as what users run, so that start-up is not the time to strip types. */
function bundle(name: string): string {
	const output = join(folder, `${name}.mjs`);
	const source = new URL(`${name}.ts`, import.meta.url).pathname;
	execFileSync("rolldown", [source, "--file", output, "--platform", "node"], { stdio: "ignore" });
	return output;
}
const contenders: Contender[] = [
	{ name: "ours", program: process.execPath, args: [bundle("read-ours"), file] },
	{ name: "bare JSON.parse", program: process.execPath, args: [bundle("read-bare"), file] },
	{
		name: "gotestsum",
		program: join(folder, "gotestsum"),
		args: ["--format=dots", "--raw-command", "--", "cat", file],
	},
	{ name: "tparse", program: join(folder, "tparse"), args: ["-file", file] },
];

const best = new Map<string, Figures>();
for (let round = 0; round < rounds; round++) {
	for (const contender of contenders) {
		const figures = await measure(contender);
		const before = best.get(contender.name);
		if (!before || figures.seconds < before.seconds) best.set(contender.name, figures);
	}
}
const size = statSync(file).size / 1e6;
const ours = best.get("ours");
console.log(`${size.toFixed(0)} MB, best of ${rounds} rounds`);
for (const [name, { seconds, cpuSeconds, peakMb }] of best) {
	const ratio = ours ? (seconds / ours.seconds).toFixed(2) : "";
	console.log(
		`${name.padEnd(16)} ${(size / seconds).toFixed(0).padStart(5)} MB/s  ${cpuSeconds.toFixed(1).padStart(5)} s CPU  ` +
			`${peakMb.toFixed(0).padStart(5)} MB RSS  ${ratio.padStart(6)} × ours' time`,
	);
}
rmSync(folder, { recursive: true });
