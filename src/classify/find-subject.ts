import { type Candidate, candidatesOf } from "./candidates.ts";
import type { Place } from "./place.ts";
import type { Race, Side } from "./race-side.ts";
import type { Subject } from "./subject.ts";

/** The variable both accesses name; else the only one that the writing line writes. Null when it cannot be told. */
export function findSubject(race: Race): { subject: Subject | null; isShared: boolean } {
	const [first = [], second = []] = race.sides.map(candidatesOf);
	const shared = first.flatMap((candidate) => {
		const other = second.find(({ subject }) => subject.key === candidate.subject.key);
		return other === undefined
			? []
			: [{ subject: candidate.subject, weight: candidate.weight + other.weight }];
	});
	const best = strongest(shared);
	if (best !== null) return { subject: best, isShared: true };
	// A library object on one side only holds or reads what the other side writes: which of both, no line tells.
	const isMixed =
		race.sides.some((side) => side.unsafeType === null) &&
		race.sides.some((side) => side.unsafeType !== null);
	return { subject: isMixed ? null : writtenSubject(race.sides, [first, second]), isShared: false };
}

/** The likeliest; several that the lines name in the same way are named together, as no line tells which of them it was. */
function strongest(candidates: readonly Candidate[]): Subject | null {
	const most = Math.max(...candidates.map(({ weight }) => weight));
	const best = candidates.filter(({ weight }) => weight === most).map(({ subject }) => subject);
	const [first, ...others] = best.sort((a, b) => (a.key < b.key ? -1 : 1));
	if (first === undefined || others.length === 0) return first ?? null;
	return {
		...first,
		name: best.map(({ name }) => name).join(", "),
		type: others.every(({ type }) => type === first.type) ? first.type : null,
		key: best.map(({ key }) => key).join("+"),
	};
}

/** Without a common name: what the one line certainly writes or calls the library on, or all it names. */
function writtenSubject(sides: readonly Side[], candidates: readonly Candidate[][]): Subject | null {
	const certain = candidates.map((list) => list.filter(({ weight }) => weight >= 6));
	for (const [index, side] of sides.entries()) {
		if (side.access.operation !== "write") continue;
		const subject = onlySubject(certain[index] ?? []);
		if (subject !== null) return subject;
	}
	const known = sides.flatMap((side, index) => (side.place === null ? [] : [{ place: side.place, index }]));
	const [only, ...others] = known;
	const isAlone = only !== undefined && others.length === 0 && namesOneVariable(only.place);
	return onlySubject(certain.flat()) ?? (isAlone ? strongest(candidates[only.index] ?? []) : null);
}

function onlySubject(candidates: readonly Candidate[]): Subject | null {
	const [only, ...others] = candidates;
	return only !== undefined && others.length === 0 ? only.subject : null;
}

function namesOneVariable(place: Place): boolean {
	const paths = place.operands.filter(({ role }) => role !== "call").map(({ path }) => path.join("."));
	return new Set(paths).size === 1;
}
