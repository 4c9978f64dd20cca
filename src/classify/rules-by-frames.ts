import { locksHeld } from "./code-shape.ts";
import { copiedLock } from "./copied-lock.ts";
import { comesAfterHandoff } from "./handoff.ts";
import { isUnsafeType } from "./library.ts";
import { type RaceEvidence, sharedLibraryType, writers } from "./race-evidence.ts";
import { resolveSubject } from "./subject.ts";

/** R13: a goroutine logs while its test ends, or later. */
export function isLogAfterTest({ sides }: RaceEvidence): boolean {
	return (
		sides.some((side) => side.operations.has("test-end")) &&
		sides.some((side) => side.operations.has("test-log"))
	);
}

/** Both accesses were made by other modules' code, on an object that the user does not hold from both sides. */
export function isInDependency(race: RaceEvidence): boolean {
	const { sides } = race;
	if (sides.length < 2 || sides.some((side) => side.first === null || side.first === side.site)) return false;
	if (isLentByAddress(race)) return false;
	return sides.some((side) => side.site === null) || sharedLibraryType(race) === null;
}

/** Both lines hand the address of one variable of the user's to a function: what it writes there is the user's. */
function isLentByAddress({ sides, subject, isShared }: RaceEvidence): boolean {
	return (
		subject !== null &&
		isShared &&
		sides.every(
			({ place }) =>
				place?.operands.some(
					({ path, at, role }) => role === "address" && resolveSubject(place, path, at)?.key === subject.key,
				) === true,
		)
	);
}

/** R17: one closes the channel that the other uses. */
export function isChannelClose({ sides }: RaceEvidence): boolean {
	return sides.some((side) => side.operations.has("close"));
}

/** R9: only sync.WaitGroup annotates itself this way, for Add at the time of Wait. */
export function isWaitGroup({ sides }: RaceEvidence): boolean {
	return sides.length > 0 && sides.every((side) => side.operations.has("waitgroup"));
}

/** R15: one of the lines copies a struct with a lock in it. */
export function isCopiedLock({ sides }: RaceEvidence): boolean {
	return sides.some((side) => side.place !== null && copiedLock(side.place) !== null);
}

/** `mu = sync.Mutex{}` or `once = sync.Once{}` while somebody uses it. */
export function isOverwrittenLock(race: RaceEvidence): boolean {
	return (
		isMixedAtomic(race) &&
		race.subject?.type != null &&
		/^\*?sync\.(?:(?:RW)?Mutex|Once|WaitGroup|Cond)$/.test(race.subject.type)
	);
}

/** R10: one access is atomic, the other plain. */
export function isMixedAtomic({ sides, subject }: RaceEvidence): boolean {
	const [plain, ...others] = sides.filter((side) => !side.callerMissing);
	if (sides.length !== 2 || plain === undefined || others.length > 0) return false;
	const [called] = sides.flatMap((side) =>
		side.callerMissing ? (side.access.stack[0]?.function ?? "") : [],
	);
	if (subject?.type != null) return isWord.test(subject.type) || !mutexCalls.test(called ?? "");
	return plain.place !== null || !/\.CompareAndSwapInt32\b/.test(called ?? "");
}

/** A mutex shows as these too: a plain access to a whole struct may then have copied the mutex in it. */
const mutexCalls = /\.(?:CompareAndSwapInt32|AddInt32)\b/;

const isWord = /^(?:u?int(?:32|64|ptr)?|bool|unsafe\.Pointer)$/;

/** R14: a write while only a read lock is held. */
export function isReadLockWrite({ sides }: RaceEvidence): boolean {
	return writers(sides).some(({ place }) => {
		const held = place === null ? [] : locksHeld(place);
		return held.length > 0 && !held.includes("Lock");
	});
}

/** R23: the variable was sent away or put back before it is used. */
export function isHandoff({ sides, subject }: RaceEvidence): boolean {
	return subject !== null && sides.some(({ place }) => place !== null && comesAfterHandoff(place, subject));
}

/**
 * Both accesses were made inside of the same type, or both lines name an object of such a type. One side alone is no
 * proof: buf.Write(data) also reads data.
 */
export function isSharedObject(race: RaceEvidence): boolean {
	const [first, second] = race.sides.map((side) => side.unsafeType);
	if (first != null && first === second) return true;
	if (sharedLibraryType(race) !== null) return true;
	const isObject = race.subject?.type != null && isUnsafeType(race.subject.type);
	return isObject && race.isShared && (first != null || second != null);
}

const encoders = /^(?:encoding\/(?!binary)|fmt\.|log\/slog\.|text\/template\.|html\/template\.|log\.)/;

/** R22: an encoder or fmt reads by reflection what the other changes. */
export function isEncoded({ sides }: RaceEvidence): boolean {
	const reading = sides.filter(
		(side) =>
			side.access.operation === "read" &&
			side.operations.has("encode") &&
			!/^fmt\.\w+(?:\(\))?$/.test(side.library[0]?.function ?? "") && // fmt.Println itself reads os.Stdout
			side.library.some((frame) => encoders.test(frame.function)),
	);
	return sides.length === 2 && reading.length === 1 && sides.some((side) => !side.operations.has("encode"));
}
