import { appendFileSync, existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { measure } from "../measure.ts";
import { type Figure, logLogSlope, median, type Part, type Run } from "../result.ts";
import { packageName, writeSynthetic } from "../synthetic.ts";

const cli = resolve("dist/cli.js");
const listArgs = [
	"list",
	"-e",
	"-json=ImportPath,Dir,Module,GoFiles,TestGoFiles,Imports,TestImports,Deps",
	"./...",
];

/** Planning over more and more packages, and how soon the first test of a one-line change starts among 2,000. */
export const affected: Part = {
	title: "Monorepos: planning by the number of packages, and a one-line change",
	async measure(run) {
		const sizes = run.quick ? [250, 500, 1000] : [250, 500, 1000, 2000, 4000];
		const rounds = run.quick ? 1 : 5;
		const plans: [number, number][] = [];
		const lists: [number, number][] = [];
		const memory: Figure[] = [];
		for (const size of sizes) {
			run.say(`planning ${size} packages`);
			const cwd = join(run.folder, `mono${size}`);
			writeSynthetic(cwd, size);
			const [plan, list] = await planAndList(cwd, rounds);
			plans.push([size, plan.cpu]);
			lists.push([size, list.cpu]);
			memory.push({ name: `peak memory of plan, ${size} packages`, value: plan.peakMb, unit: "MB" });
		}
		const oneLine = await oneLineChange(run, join(run.folder, `mono${run.quick ? 1000 : 2000}`), rounds);
		const own = plans.map(([size, cpu], index): [number, number] => [size, cpu - (lists[index]?.[1] ?? 0)]);
		return {
			figures: [
				{ name: "slope of plan by packages (1 is linear)", value: logLogSlope(plans), unit: "", limit: 1.1 },
				{ name: "slope of plan without go list", value: logLogSlope(own), unit: "", limit: 1.1 },
				...memory,
				...oneLine,
			],
			plots: [
				{
					...{ title: "Planning by the number of packages", x: "packages", y: "CPU seconds", log: true },
					lines: [
						{ name: "plan", points: plans },
						{ name: "go list alone", points: lists },
					],
				},
			],
			notes: ["synthetic repositories: teams of 50 packages that import each other, and ten that all import"],
		};
	},
};

async function planAndList(cwd: string, rounds: number) {
	const samples: { plan: Awaited<ReturnType<typeof measure>>; list: Awaited<ReturnType<typeof measure>> }[] =
		[];
	// The first reads the sources into the kernel's and Go's caches.
	await measure("go", listArgs, { cwd });
	for (let round = 0; round < rounds; round++) {
		samples.push({
			list: await measure("go", listArgs, { cwd }),
			plan: await measure(process.execPath, [cli, "plan", "--shards", "8"], { cwd }),
		});
	}
	const middle = (of: "plan" | "list") => ({
		cpu: median(samples.map((one) => one[of].cpu)),
		peakMb: Math.max(...samples.map((one) => one[of].peakMb)),
	});
	return [middle("plan"), middle("list")] as const;
}

/** From the start of the audit to the moment its first test runs, beside what `go list` takes by itself. */
async function oneLineChange(run: Run, cwd: string, rounds: number): Promise<Figure[]> {
	const leaf = join(cwd, packageName(120));
	const mark = join(run.folder, "first-test");
	const marking = `package p0120\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestMark(t *testing.T) { _ = os.WriteFile(${JSON.stringify(mark)}, nil, 0o600) }\n`;
	writeFileSync(join(leaf, "mark_test.go"), marking);
	const args = [cli, "audit", "--base", "main", "--scope", "affected", "--effort", "quick", "--quiet"];
	const flags = ["--packages", "./...", "--only", "race", "--go-flags=-count=1"];
	const lags: number[] = [];
	const waits: number[] = [];
	for (let round = 0; round <= rounds; round++) {
		run.say(`one-line change, ${round === 0 ? "warming" : `round ${round} of ${rounds}`}`);
		appendFileSync(join(leaf, "count.go"), `\n// Round ${round}.\n`);
		const list = await measure("go", listArgs, { cwd });
		rmSync(mark, { force: true });
		const started = Date.now();
		await measure(process.execPath, [...args, ...flags], { cwd });
		if (!existsSync(mark)) throw new Error("the changed package's test did not run");
		const wait = (statSync(mark).mtimeMs - started) / 1000;
		if (round === 0) continue;
		waits.push(wait);
		lags.push(wait - list.wall);
	}
	return [
		{ name: "one-line change: until its first test runs", value: median(waits), unit: "s" },
		{ name: "one-line change: that without go list", value: median(lags), unit: "s", limit: 3 },
	];
}
