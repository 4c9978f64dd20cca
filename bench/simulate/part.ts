import { readFileSync } from "node:fs";
import { splitIntoShards, type Weight, weighPackages } from "#plan/shards.ts";
import type { Figure, Line, Part, Plot } from "../result.ts";

/** Test times of the packages of a real repository; `source` says of which, and how they were taken. */
interface Recorded {
	source: string;
	timings: { package: string; seconds: number }[];
}

/** Packages that a job tests at the same time, one for each processor, as when the times were taken. */
const processors = 2;
/**
 * Seconds that a job costs beside its tests, assumed: with everything cached (a runner's start, checkout, setup-go,
 * caches), with a usual build, and with a build from nothing.
 */
const setUps = [30, 90, 300] as const;
const usualSetUp = 90;
/** Times as many packages as were recorded: an hour and five of tests, as big Go repositories have. */
const scales = [10, 60] as const;
const shardCounts = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 50, 64, 80, 100, 128, 160, 200];

/** Balanced shards of a big repository on 1 to 200 jobs: how long, against the ideal, and what is billed. */
export const simulate: Part = {
	title: "A big repository over 1 to 200 jobs, simulated",
	async measure({ say }) {
		const file = new URL("timings.json", import.meta.url);
		const { source, timings } = JSON.parse(readFileSync(file, "utf8")) as Recorded;
		const figures: Figure[] = [];
		const plots: Plot[] = [];
		for (const scale of scales) {
			say(`${scale} times the recorded tests`);
			const weights = repeat(timings, scale);
			figures.push(...figuresOf(weights, `${scale} ×`));
			plots.push(...plotsOf(weights, `${weights.length} packages`));
		}
		const assumed = `assumed: ${processors} processors a job, ${usualSetUp} s of set-up a job, bills rounded up to minutes`;
		return { figures, plots, notes: [source, assumed] };
	},
};

function repeat(timings: Recorded["timings"], scale: number): Weight[] {
	return Array.from({ length: scale }, (_, copy) =>
		timings.map(({ package: name, seconds }) => ({ importPath: `${name}#${copy}`, seconds })),
	).flat();
}

/** How long each job takes; the shards are planned by `planned`, the tests take what `weights` say. */
function jobsOf(
	weights: readonly Weight[],
	planned: readonly Weight[],
	shards: number,
	setUp: number,
): number[] {
	const seconds = new Map(weights.map((weight) => [weight.importPath, weight.seconds]));
	return splitIntoShards(planned, shards).map((names) => {
		const times = names.map((name) => seconds.get(name) ?? 0);
		const all = times.reduce((sum, time) => sum + time, 0);
		return setUp + Math.max(all / processors, ...times);
	});
}

/** Hosted runners are billed by the minute, each job rounded up. */
function billedMinutes(jobs: readonly number[]): number {
	return jobs.reduce((sum, job) => sum + Math.ceil(job / 60), 0);
}

interface Outcome {
	shards: number;
	makespan: number;
	billed: number;
	/** The longest job over what would be if packages could be cut at will, set-up included. */
	overIdeal: number;
}

function outcomes(weights: readonly Weight[]): Outcome[] {
	const total = weights.reduce((sum, weight) => sum + weight.seconds, 0);
	return shardCounts.map((shards) => {
		const jobs = jobsOf(weights, weights, shards, usualSetUp);
		const makespan = Math.max(...jobs);
		const ideal = usualSetUp + total / processors / shards;
		return { shards, makespan, billed: billedMinutes(jobs), overIdeal: makespan / ideal };
	});
}

function figuresOf(weights: readonly Weight[], label: string): Figure[] {
	const runs = outcomes(weights);
	const [single] = runs as [Outcome, ...Outcome[]];
	const total = weights.reduce((sum, weight) => sum + weight.seconds, 0);
	const longest = Math.max(...weights.map((weight) => weight.seconds));
	/** The largest step of our list that still makes the whole a tenth shorter than the step before. */
	const pays =
		runs.findLast((run, at) => at > 0 && run.makespan < (runs[at - 1]?.makespan ?? 0) * 0.9) ?? single;
	const cheap = runs.findLast((run) => run.billed <= single.billed * 1.5) ?? single;
	const shown = (name: string, run: Outcome): Figure[] => [
		{ name: `${label} ${name}`, value: run.shards, unit: "jobs" },
		{ name: `${label} ${name}: until the last ends`, value: run.makespan / 60, unit: "min" },
		{ name: `${label} ${name}: billed`, value: run.billed, unit: "min" },
		{ name: `${label} ${name}: longest job over the ideal`, value: run.overIdeal, unit: "×" },
	];
	return [
		{ name: `${label} packages with tests`, value: weights.length, unit: "packages" },
		{ name: `${label} seconds of all packages`, value: total, unit: "s" },
		{ name: `${label} longest package`, value: longest, unit: "s" },
		...shown("one job", single),
		...shown("most jobs for half as much again as one", cheap),
		...shown("where more jobs stop to pay", pays),
	];
}

function plotsOf(weights: readonly Weight[], label: string): Plot[] {
	const total = weights.reduce((sum, weight) => sum + weight.seconds, 0);
	const unknown = weighPackages(
		weights.map((weight) => weight.importPath),
		[],
	);
	const line = (name: string, minutes: (shards: number) => number): Line => ({
		name,
		points: shardCounts.map((shards) => [shards, minutes(shards)]),
	});
	const longest = (planned: readonly Weight[]) => (shards: number) =>
		Math.max(...jobsOf(weights, planned, shards, usualSetUp)) / 60;
	return [
		{
			...{ title: `${label}: until the last job ends`, x: "jobs", y: "minutes", log: true },
			lines: [
				line("balanced by earlier times", longest(weights)),
				line("equal cost", longest(unknown)),
				line("ideal", (shards) => (usualSetUp + total / processors / shards) / 60),
			],
		},
		{
			...{ title: `${label}: minutes billed`, x: "jobs", y: "minutes", log: true },
			lines: setUps.map((setUp) =>
				line(`${setUp} s of set-up a job`, (shards) =>
					billedMinutes(jobsOf(weights, weights, shards, setUp)),
				),
			),
		},
	];
}
