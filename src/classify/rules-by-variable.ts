import type { Frame } from "#domain/incident.ts";
import { isCaptured, isUnderNilCheck, locksHeld } from "./code-shape.ts";
import { type RaceEvidence, writers } from "./race-evidence.ts";
import type { Side } from "./race-side.ts";
import type { Subject } from "./subject.ts";

/** Map functions also read their key: a variable known to be no map was used as one. */
export function isMap({ sides, subject }: RaceEvidence): boolean {
	if (isIndexed(sides, subject, /^\*?map\[/)) return true;
	return sides.some((side) => side.operations.has("map")) && !(subject !== null && isNoMap(sides, subject));
}

const otherTypes = /^(?:\*|\[|(?:u?int|string|bool|float|byte|rune|complex)\d*$)/;

function isNoMap(sides: readonly Side[], { type }: Subject): boolean {
	if (type === null) return false;
	const files = sides.flatMap(({ place }) =>
		place === null ? [] : place.packages.filesOf(place.package, type),
	);
	return otherTypes.test(type) || files.some((file) => file.structs.has(type));
}

/** Tells whether every line that is at hand indexes the subject, and its type is of a kind. */
function isIndexed(sides: readonly Side[], subject: Subject | null, type: RegExp): boolean {
	if (subject?.type == null || !type.test(subject.type)) return false;
	const last = subject.name.split(".").at(-1) ?? "";
	const places = sides.map(({ place }) => place).filter((place) => place !== null);
	return (
		places.length > 0 &&
		places.every((place) =>
			place.operands.some(({ path }) => path[path.indexOf(last) + 1] === "[]" && path.includes(last)),
		)
	);
}

/** R1: one line holds a lock, the other none. */
export function isPartlyLocked({ sides, subject }: RaceEvidence): boolean {
	const places = sides.map(({ place }) => place).filter((place) => place !== null);
	if (places.length < 2 || (subject !== null && subject.kind === "local")) return false;
	return places.filter((place) => locksHeld(place).length > 0).length === 1;
}

/** R3: growing or indexing one slice. */
export function isSlice({ sides, subject }: RaceEvidence): boolean {
	const isOther = subject?.type != null && !/^\*?\[|^string$/.test(subject.type);
	if (sides.some((side) => side.operations.has("slice")) && !isOther) return true;
	if (isIndexed(sides, subject, /^\*?\[/)) return true;
	return subject !== null && sides.some(({ place }) => place !== null && appendsTo(place.operands, subject));
}

function appendsTo(operands: ReadonlyArray<{ path: string[]; role: string }>, subject: Subject): boolean {
	const last = subject.name.split(".").at(-1);
	const isAppend = operands.some(({ path, role }) => role === "call" && path.join(".") === "append");
	return isAppend && operands.some(({ path, role }) => role === "write" && path.at(-1) === last);
}

/** R7: the variable belongs to a loop header, and a closure uses it. */
export function isLoopVariable({ sides, subject }: RaceEvidence): boolean {
	if (subject?.kind !== "local") return false;
	if (subject.variable?.kind === "loop") return true;
	const inHeader = sides.some(
		({ place }) =>
			place?.segments.some(({ keyword }) => keyword === "for") === true &&
			place.operands.some(({ path, role }) => role === "write" && path.join(".") === subject.name),
	);
	const captured = sides.some(({ place }) => place !== null && isCaptured(place, subject));
	return inHeader && captured;
}

/** R16: both in one function, the write under `if x == nil`. The first error of several is collected like this, too. */
export function isLazyInit({ sides, subject }: RaceEvidence): boolean {
	const [first, second] = sides;
	if (subject === null || subject.kind === "local" || subject.type === "error") return false;
	if (first?.name == null || first.name.short !== second?.name?.short) return false;
	return writers(sides).some(({ place }) => place !== null && isUnderNilCheck(place, subject));
}

/** linux/amd64 and arm64 map heap and goroutine stacks from 0xc000000000 on; package variables lie far below. */
const heapStart = 0xc000000000;

/** R11: by the source, or by the addresses where there is none. */
export function isPackageVariable({ sides, subject }: RaceEvidence): boolean {
	if (subject !== null) return subject.kind === "package";
	return sides.length > 0 && sides.every(({ access }) => access.address !== null && isStatic(access.address));
}

function isStatic(address: string): boolean {
	const value = Number(address);
	return value >= 0x10000 && value < heapStart / 16;
}

/** R5, R6, R8: a closure and another function use a variable of the function both are written in. */
export function isCapturedVariable({ sides, subject }: RaceEvidence): boolean {
	if (sides.length < 2 || sides.some((side) => side.library.some((frame) => !isRuntime(frame)))) return false;
	if (subject?.variable != null && subject.variable.kind !== "receiver") {
		const captures = sides.some(({ place }) => place !== null && isCaptured(place, subject));
		if (captures && (subject.kind === "local" || isFamily(sides))) return true;
	}
	return subject === null && sides.every(({ place }) => place === null) && isFamily(sides);
}

function isRuntime(frame: Frame): boolean {
	return frame.function.startsWith("runtime.");
}

/** One access is made by a function, the other by a closure written in it. */
function isFamily(sides: readonly Side[]): boolean {
	const [first, second] = sides.map((side) => side.name);
	if (first == null || second == null || first.package !== second.package) return false;
	return first.short.startsWith(`${second.short}.`) || second.short.startsWith(`${first.short}.`);
}

/** R1 without any lock: a field, or methods of one type. */
export function isMissingLock({ sides, subject }: RaceEvidence): boolean {
	if (subject?.kind === "field") return true;
	const [first, second] = sides.map((side) => side.name);
	if (first?.receiver == null || second?.receiver == null || subject?.kind === "local") return false;
	return (
		first.pointer && second.pointer && first.receiver === second.receiver && first.package === second.package
	);
}
