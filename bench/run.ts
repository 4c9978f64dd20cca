import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compare, show } from "./compare.ts";
import { parts } from "./parts.ts";
import type { Part, PartResult, Results } from "./result.ts";

/**
 * `npm run bench [-- part…] [--quick] [--output results.json]` measures all parts or those named, puts them into the
 * results file beside the parts measured before, and says which limit is broken. `--compare a.json b.json` compares two
 * files, `--list` names the parts. A part that fails, for want of a peer or of the network, stops no other.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		quick: { type: "boolean", default: false },
		output: { type: "string", default: "bench/results/latest.json" },
		compare: { type: "boolean", default: false },
		list: { type: "boolean", default: false },
	},
});

async function measurePart(name: string, part: Part): Promise<PartResult> {
	const started = performance.now();
	const folder = mkdtempSync(join(tmpdir(), `bench-${name}-`));
	const say = (line: string) => console.error(`  ${name}: ${line}`);
	const outcome = (measured: Partial<PartResult>): PartResult => ({
		...{ title: part.title, commit: output("git", "rev-parse", "HEAD"), at: new Date().toISOString() },
		...{ quick: values.quick, figures: [], plots: [], notes: [], failed: null },
		...measured,
		seconds: (performance.now() - started) / 1000,
	});
	try {
		return outcome(await part.measure({ quick: values.quick, say, folder }));
	} catch (error) {
		return outcome({ failed: error instanceof Error ? error.message : String(error) });
	} finally {
		// Go keeps fetched modules read-only.
		execFileSync("chmod", ["-R", "u+w", folder]);
		rmSync(folder, { recursive: true, force: true });
	}
}

const output = (program: string, ...args: string[]) =>
	execFileSync(program, args, { encoding: "utf8" }).trim();

function emptyResults(): Results {
	const processors = cpus();
	return {
		version: 1,
		machine: {
			processors: processors.length,
			model: processors[0]?.model ?? "",
			go: output("go", "env", "GOVERSION"),
			node: process.version,
		},
		parts: {},
	};
}

function print(name: string, { figures, failed, seconds, notes }: PartResult): void {
	console.log(`\n${name} (${seconds.toFixed(0)} s)${failed === null ? "" : `: FAILED: ${failed}`}`);
	for (const { name: figure, value, unit, limit } of figures) {
		const verdict = limit === undefined ? "" : value <= limit ? `  ≤ ${limit}` : `  ABOVE ${limit}`;
		console.log(`  ${figure.padEnd(64)} ${show(value).padStart(8)} ${unit}${verdict}`);
	}
	for (const note of notes) console.log(`  ${note}`);
}

async function main(): Promise<void> {
	const known = Object.keys(parts);
	const names = positionals.length > 0 ? positionals : known;
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}; there are ${known.join(", ")}`);
	const earlier = existsSync(values.output)
		? (JSON.parse(readFileSync(values.output, "utf8")) as Results).parts
		: {};
	const results = { ...emptyResults(), parts: earlier };
	mkdirSync(dirname(values.output), { recursive: true });
	for (const [index, name] of names.entries()) {
		console.error(`[${index + 1}/${names.length}] ${name}`);
		const result = await measurePart(name, parts[name] as Part);
		results.parts[name] = result;
		print(name, result);
		writeFileSync(values.output, `${JSON.stringify(results, null, "\t")}\n`);
	}
	console.log(`\nwritten to ${values.output}`);
	const broken = names.filter((name) => results.parts[name]?.failed !== null);
	if (broken.length > 0) console.log(`failed: ${broken.join(", ")}`);
}

/** A script of its own beside the parts, such as bench/fixes/run.ts. */
const script = `bench/${positionals[0]}/run.ts`;
const isScript = positionals[0] !== undefined && !(positionals[0] in parts) && existsSync(script);

if (isScript) {
	const { status } = spawnSync(process.execPath, [script, ...positionals.slice(1)], { stdio: "inherit" });
	process.exitCode = status ?? 1;
} else if (values.list) console.log(Object.keys(parts).join("\n"));
else if (values.compare) compare(positionals[0] ?? "", positionals[1] ?? "");
else await main();
