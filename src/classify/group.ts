import { groupBy } from "./group-by.ts";
import type { Suspect } from "./suspect.ts";

/** Suspects of one cause, in the order of the input. */
export type Group = Suspect[];

interface Union {
	find(index: number): number;
	join(a: number, b: number): void;
}

/** A set of members that are joined pair by pair. */
function createUnion(size: number): Union {
	const parents = Int32Array.from({ length: size }, (_, index) => index);
	function find(index: number): number {
		let root = index;
		while (parents[root] !== root) root = parents[root] ?? root;
		for (let at = index; at !== root; ) {
			const next = parents[at] ?? root;
			parents[at] = root;
			at = next;
		}
		return root;
	}
	return {
		find,
		join: (a, b) => {
			const [first, second] = [find(a), find(b)];
			parents[Math.max(first, second)] = Math.min(first, second);
		},
	};
}

/** Keys that two suspects share when they surely have one cause. */
function keysOf(suspect: Suspect): string[] {
	const { subject, incident } = suspect;
	const pair = suspect.functions.join("|");
	if (incident.kind !== "race")
		return [[suspect.section, ...suspect.identity, firstLine(suspect)].join("\u0000")];
	if (subject === null) {
		return [`pair:${suspect.package}:${pair}:${suspect.section}:${suspect.subjectType ?? ""}`];
	}
	const keys = [`subject:${subject.exactKey}`, `lines:${linePair(suspect)}:${suspect.section}`];
	if (subject.owner !== null)
		keys.push(`fields:${subject.owner}:${pair}:${isObject(suspect) ? subject.key : ""}`);
	return keys;
}

/** The two lines that race. One cause may be named differently on each, by which of them came first. */
function linePair({ incident }: Suspect): string {
	if (incident.kind !== "race") return "";
	const lines = incident.accesses.map(({ userFrame }) => `${userFrame?.file}:${userFrame?.line}`);
	return lines.sort().join("|");
}

/** Fields of one struct raced on by the same functions are one cause, unless a field is an object of its own. */
function isObject(suspect: Suspect): boolean {
	return (
		suspect.section === "race-shared-buffer" ||
		suspect.section === "race-map" ||
		suspect.section === "race-slice"
	);
}

/** A crash's line keeps two crashes of one function apart where no source tells what they do. */
function firstLine(suspect: Suspect): string {
	const [place] = suspect.places;
	return place === undefined ? "" : `${place.file}:${place.line}`;
}

/** Puts the suspects of one cause together. The order of the input does not matter to who joins whom. */
export function groupSuspects(suspects: readonly Suspect[]): Group[] {
	const union = createUnion(suspects.length);
	const owners = new Map<string, number>();
	suspects.forEach((suspect, index) => {
		for (const key of keysOf(suspect)) {
			const owner = owners.get(key);
			if (owner === undefined) owners.set(key, index);
			else union.join(owner, index);
		}
	});
	joinVague(suspects, union);
	const groups = groupBy(suspects.keys(), (index) => union.find(index));
	return [...groups.values()].map((members) => members.flatMap((index) => suspects[index] ?? []));
}

/** Race reports whose variable is not known join the one cause they can belong to; so do crashes born of a race. */
function joinVague(suspects: readonly Suspect[], union: Union): void {
	const races = [...suspects.entries()].filter(([, { incident }]) => incident.kind === "race");
	const byFunction = groupBy(
		races.flatMap(([index, suspect]) => functionKeys(suspect).map((key) => ({ key, index }))),
		({ key }) => key,
	);
	for (const [index, suspect] of suspects.entries()) {
		const isVague = suspect.subject === null && suspect.incident.kind === "race";
		if (!isVague && !isBornOfRace(suspect)) continue;
		const near = functionKeys(suspect).flatMap((key) => byFunction.get(key) ?? []);
		const roots = new Set(
			near.filter((other) => canHold(suspects[other.index], suspect)).map((other) => union.find(other.index)),
		);
		roots.delete(union.find(index));
		const [only, ...others] = roots;
		if (only !== undefined && others.length === 0) union.join(only, index);
	}
}

function functionKeys(suspect: Suspect): string[] {
	return suspect.functions.map((name) => `${suspect.package}.${name}`);
}

function canHold(candidate: Suspect | undefined, vague: Suspect): boolean {
	return candidate !== undefined && candidate !== vague && belongsTo(vague, candidate);
}

/** Crashes that only a race explains. */
function isBornOfRace({ section, incident }: Suspect): boolean {
	return incident.kind !== "race" && (section === "fatal-concurrent-map" || section === "race-shared-buffer");
}

function belongsTo(vague: Suspect, candidate: Suspect): boolean {
	if (isBornOfRace(vague)) {
		return vague.section === "fatal-concurrent-map"
			? candidate.section === "race-map"
			: candidate.section === vague.section;
	}
	if (vague.incident.package !== candidate.incident.package) return false;
	const isSamePair = vague.functions.join("|") === candidate.functions.join("|");
	if (isSamePair && (vague.section === candidate.section || vague.section === "race-unclassified"))
		return true;
	return vague.incident.test === candidate.incident.test && areAdjacent(vague, candidate);
}

/** Fields of one struct lie within 64 bytes of each other; addresses mean something within one process only. */
function areAdjacent(first: Suspect, second: Suspect): boolean {
	return first.addresses.some((a) => second.addresses.some((b) => Math.abs(a - b) <= 64));
}
