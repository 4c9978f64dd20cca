import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { staticcheck } from "../lint/peers.ts";
import { measure, type Sample } from "../measure.ts";
import { fetchModule, realModules } from "../real-modules.ts";
import { type Figure, median, type Part, type Run } from "../result.ts";

/** The rivals: what a workflow does without us, bare or step by step. -count=1, so that all run the tests. */
const bare = (cwd: string) => measure("go", ["test", "-race", "-json", "-count=1", "./..."], { cwd });
const vet = (cwd: string) => measure("go", ["vet", "./..."], { cwd });
const audited = (cwd: string) =>
	measure(
		process.execPath,
		[resolve("dist/cli.js"), "audit", "--effort", "quick", "--go-flags=-count=1", "--quiet"],
		{ cwd },
	);

/** The whole audit, tests and lint, beside bare tests and beside tests, go vet and staticcheck one after the other. */
export const audit: Part = {
	title: "The whole audit, quick, on real modules and a warm cache",
	async measure(run) {
		const modules = run.quick ? realModules.slice(0, 1) : realModules;
		const checker = installStaticcheck(run);
		const figures: Figure[] = [];
		const notes: string[] = [];
		for (const module of modules) {
			try {
				figures.push(...(await figuresOf(module, checker, run)));
			} catch (error) {
				notes.push(`${module}: ${error instanceof Error ? error.message : error}`);
			}
		}
		if (checker === null) notes.push("staticcheck could not be installed");
		return { figures, plots: [], notes };
	},
};

function installStaticcheck({ folder, say }: Run): string | null {
	try {
		say(`installing ${staticcheck}`);
		const env = { ...process.env, GOBIN: folder };
		execFileSync("go", ["install", staticcheck], { env, stdio: "ignore" });
		return join(folder, "staticcheck");
	} catch {
		return null;
	}
}

async function figuresOf(module: string, checker: string | null, run: Run): Promise<Figure[]> {
	const cwd = fetchModule(module, run.folder);
	const check = (at: string) => (checker === null ? null : measure(checker, ["./..."], { cwd: at }));
	run.say(`${module}: warming`);
	await bare(cwd);
	await audited(cwd);
	await vet(cwd);
	await check(cwd);
	const rounds: { bare: Sample; audit: Sample; steps: Sample[] }[] = [];
	const wanted = run.quick ? 1 : 3;
	for (let round = 0; round < wanted; round++) {
		run.say(`${module}: round ${round + 1} of ${wanted}`);
		// In turn, so that a busy moment meets all of them.
		const one = { bare: await bare(cwd), audit: await audited(cwd) };
		const checked = await check(cwd);
		rounds.push({ ...one, steps: [await vet(cwd), ...(checked === null ? [] : [checked])] });
	}
	const ratio = (unit: "wall" | "cpu", isStepwise: boolean) =>
		median(
			rounds.map(({ bare: tests, audit: whole, steps }) => {
				const others = isStepwise ? steps.reduce((sum, step) => sum + step[unit], 0) : 0;
				return whole[unit] / (tests[unit] + others);
			}),
		);
	const steps = checker === null ? "tests, then go vet" : "tests, then go vet, then staticcheck";
	return [
		{ name: `${module}: bare go test -race`, value: median(rounds.map((one) => one.bare.wall)), unit: "s" },
		{ name: `${module}: audit`, value: median(rounds.map((one) => one.audit.wall)), unit: "s" },
		{ name: `${module}: audit over bare tests`, value: ratio("wall", false), unit: "×", limit: 1.1 },
		{ name: `${module}: audit over ${steps}`, value: ratio("wall", true), unit: "×", limit: 1 },
		{ name: `${module}: audit over bare tests, processor`, value: ratio("cpu", false), unit: "×" },
		{ name: `${module}: peak memory of the audit's own process`, value: peak(rounds), unit: "MB" },
	];
}

function peak(rounds: readonly { audit: Sample }[]): number {
	return Math.max(...rounds.map((one) => one.audit.peakMb));
}
