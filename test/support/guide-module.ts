import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type GuideBlock, goFile } from "./guide-blocks.ts";

/** A block and the package it is written to; the name is unique and ends in the block's line. */
export type Demo = { name: string; block: GuideBlock };

/** How the tests of a package ended; `output` is all they printed. */
export type Found = { failed: boolean; built: boolean; output: string };

/** What the Go tools said of every package, by name; `vet` and `lint` hold the analyzers that complained. */
export type Verdicts = {
	tests: Map<string, Found>;
	vet: Map<string, string[]>;
	lint: Map<string, string[]>;
};

/** The module that the blocks are written to. */
export const modulePath = "example.com/app";
const lintDir = join(import.meta.dirname, "../../lint");
const limitMs = 300_000;

/** Writes all blocks into one temporary module and runs vet and lint once and the tests once per mode. */
export async function judgeDemos(demos: readonly Demo[]): Promise<Verdicts> {
	const dir = await mkdtemp(join(tmpdir(), "guide-"));
	try {
		await writeFile(join(dir, "go.mod"), `module ${modulePath}\n\ngo 1.24\n`);
		for (const demo of demos) {
			const folder = join(dir, mode(demo.block), demo.name);
			// The lint leaves test files alone in part, so code without a test is not written to one.
			const isTest = demo.block.source.includes('"testing"');
			const file = join(folder, isTest ? "demo_test.go" : "demo.go");
			await mkdir(folder, { recursive: true });
			await writeFile(file, goFile(demo.block, file));
		}
		const used = new Set(demos.map((demo) => mode(demo.block)));
		const tests: Verdicts["tests"] = new Map();
		for (const [name, flags] of Object.entries(modes)) {
			if (!used.has(name as Mode)) continue;
			collectTests(await go(dir, ["test", "-json", "-vet=off", ...flags, `./${name}/...`]), tests);
		}
		await runSilentAgain(dir, demos, tests);
		return {
			tests,
			vet: vetAnalyzers(await go(dir, ["vet", "-json", "./..."])),
			lint: await lintAnalyzers(dir),
		};
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** The detector shows most races at the first run, and none surely: what was silent is run again, a few times. */
async function runSilentAgain(dir: string, demos: readonly Demo[], tests: Verdicts["tests"]): Promise<void> {
	for (let attempt = 0; attempt < 4; attempt++) {
		const silent = demos.filter(
			({ name, block }) => mode(block) === "wrong" && tests.get(name)?.failed === false,
		);
		if (silent.length === 0) return;
		for (const { name } of silent) tests.delete(name);
		const folders = silent.map(({ name }) => `./wrong/${name}`);
		collectTests(await go(dir, ["test", "-json", "-vet=off", ...modes.wrong, ...folders]), tests);
	}
}

const modes = {
	right: ["-race", "-count=3", "-timeout=60s"],
	// What must overlap overlaps on a machine with one CPU, too.
	wrong: ["-race", "-count=1", "-timeout=15s", "-cpu=4", "-parallel=4"],
	// The runtime finds deadlocks only without -race and without the timer of -timeout.
	norace: ["-count=1", "-timeout=0", "-cpu=4"],
} as const;
type Mode = keyof typeof modes;

function mode(block: GuideBlock): Mode {
	return block.race ? block.verdict : "norace";
}

/** Builds our lint and asks it once about all blocks; notes count, too. */
async function lintAnalyzers(dir: string): Promise<Verdicts["lint"]> {
	const tool = join(dir, ".lint");
	await go(lintDir, ["build", "-o", tool, "."]);
	const report: LintReport = JSON.parse(await run(dir, tool, ["-format", "json", "./..."]));
	const found: Verdicts["lint"] = new Map();
	for (const { analyzer, at } of report.diagnostics) {
		const name = basename(dirname(at.file));
		found.set(name, [...(found.get(name) ?? []), analyzer]);
	}
	return found;
}

type LintReport = { diagnostics: { analyzer: string; at: { file: string } }[] };

function go(cwd: string, args: string[]): Promise<string> {
	return run(cwd, "go", args);
}

function run(cwd: string, command: string, args: string[]): Promise<string> {
	const { PATH, HOME, GOPATH, GOCACHE, GOMODCACHE, GOPROXY, GOFLAGS } = process.env;
	// Each test binary would else sleep a second at its end, waiting for late races.
	const GORACE = "atexit_sleep_ms=20";
	const defined = { PATH, HOME, GOPATH, GOCACHE, GOMODCACHE, GOPROXY, GOFLAGS, GORACE };
	const env = Object.fromEntries(Object.entries(defined).filter(([, value]) => value !== undefined));
	const options = { cwd, env, timeout: limitMs, maxBuffer: 1 << 28 };
	return new Promise((resolve, reject) => {
		execFile(command, args, options, (error, stdout, stderr) => {
			if (error && error.code !== 1)
				reject(new Error(`${command} ${args.join(" ")}: ${stderr}`, { cause: error }));
			else resolve(args[0] === "vet" ? `${stdout}${stderr}` : stdout);
		});
	});
}

type TestEvent = { Action: string; Package?: string; Test?: string; Output?: string; FailedBuild?: string };

function collectTests(json: string, into: Verdicts["tests"]): void {
	for (const line of json.split("\n")) {
		if (!line.startsWith("{")) continue;
		const event: TestEvent = JSON.parse(line);
		if (event.Package === undefined) continue;
		const name = demoName(event.Package);
		const seen = into.get(name) ?? { failed: false, built: true, output: "" };
		seen.output += event.Output ?? "";
		if (event.Action === "fail" && event.Test === undefined) {
			seen.failed = true;
			seen.built = event.FailedBuild === undefined;
		}
		into.set(name, seen);
	}
}

/** `go vet -json` prints `# package` lines and one object per package, pretty-printed. */
function vetAnalyzers(text: string): Verdicts["vet"] {
	const found: Verdicts["vet"] = new Map();
	for (const [object] of text.matchAll(/^\{\n[\s\S]*?^\}/gm)) {
		const packages: Record<string, Record<string, unknown>> = JSON.parse(object);
		for (const [path, analyzers] of Object.entries(packages)) {
			const name = demoName(path);
			found.set(name, [...(found.get(name) ?? []), ...Object.keys(analyzers)]);
		}
	}
	return found;
}

function demoName(importPath: string): string {
	return importPath.replace(/ \[.*$/, "").replace(/^.*\//, "");
}
