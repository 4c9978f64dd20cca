import type { Gap } from "#domain/gap.ts";
import type { Incident } from "#domain/incident.ts";
import type { Outcome, OutputEvent } from "#domain/output-event.ts";
import type { PlannedPackage } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import { sentence } from "#text/message.ts";

/** How one package ended. */
export interface PackageResult {
	outcome: Outcome | "build-failed";
	seconds: number | null;
	cached: boolean;
}

/** What was seen of a test run so far; it stays true when the run is cut short. */
export interface Observation {
	incidents: Incident[];
	gaps: Gap[];
	packages: Map<string, PackageResult>;
	/** Tests that passed, as "package test". */
	passed: Set<string>;
	/** Takes the next event of the output. */
	take(event: OutputEvent): void;
}

/** Collects the events of the tests' output and tells progress, out of `total` packages. */
export function createObservation(total: number, onProgress: OnProgress): Observation {
	const observation: Observation = {
		incidents: [],
		gaps: [],
		packages: new Map(),
		passed: new Set(),
		take(event) {
			switch (event.type) {
				case "incident":
					observation.incidents.push(event.incident);
					return;
				case "gap":
					observation.gaps.push(event.gap);
					return;
				case "package-ended": {
					const { outcome, seconds, cached } = event;
					observation.packages.set(event.package, { outcome, seconds, cached });
					const done = observation.packages.size;
					onProgress({ type: "package-ended", package: event.package, outcome, done, total });
					return;
				}
				case "test-ended":
					if (event.outcome === "pass") observation.passed.add(`${event.package} ${event.test}`);
					return;
				case "package-started":
					return;
			}
		},
	};
	return observation;
}

/** Whether an incident is no panic that something recovered. */
export function isUnhandled(incident: Incident): boolean {
	return incident.kind === "race" || !incident.recovered;
}

/**
 * The incidents that say something is wrong: a panic that was recovered in a test or package that passed is what the
 * test is about.
 */
export function incidentsAtFault(observation: Observation): Incident[] {
	return observation.incidents.filter((incident) => {
		if (isUnhandled(incident)) return true;
		const passed = observation.passed.has(`${incident.package} ${incident.test}`);
		return !passed && observation.packages.get(incident.package ?? "")?.outcome !== "pass";
	});
}

/** The time each package took, for planning shards; packages from the cache took none. */
export function timingsOf(observation: Observation): { package: string; seconds: number }[] {
	return [...observation.packages]
		.filter(([, result]) => result.seconds !== null && !result.cached)
		.map(([name, result]) => ({ package: name, seconds: result.seconds ?? 0 }));
}

/** The planned packages whose tests never reported an end, as gaps. */
export function gapsOfUnfinished(
	planned: readonly PlannedPackage[],
	observation: Observation,
	why: "unfinished-killed" | "unfinished-interrupted" | "unfinished-silent",
): Gap[] {
	return planned
		.filter((one) => one.hasTests && !observation.packages.has(one.importPath) && !hasGap(observation, one))
		.map((one) => ({
			kind: "not-run",
			package: one.importPath,
			...sentence(why, { package: one.importPath }),
			detail: null,
		}));
}

function hasGap(observation: Observation, planned: PlannedPackage): boolean {
	return observation.gaps.some((gap) => gap.package === planned.importPath);
}
