import type { Race, Side } from "./race-side.ts";
import type { Subject } from "./subject.ts";

/** A race with the variable it is about, as far as known. */
export interface RaceEvidence extends Race {
	subject: Subject | null;
	/** Both lines name it. */
	isShared: boolean;
}

/** The type of a library object that both accesses went into, with its package path. */
export function sharedLibraryType({ sides }: Race): string | null {
	const [first, second] = sides;
	if (first === undefined || second === undefined || sides.some(isByReflection)) return null;
	return (
		first.libraryTypes.find(
			(type) =>
				second.libraryTypes.includes(type) && !/^(?:sync|reflect|testing|runtime|internal\/)/.test(type),
		) ?? null
	);
}

/** What a decoder sets and an encoder reads by reflection is its caller's, not its own. */
function isByReflection({ library }: Side): boolean {
	return (
		library.find((frame) => !frame.function.startsWith("runtime."))?.function.startsWith("reflect.") === true
	);
}

/** The sides that write. */
export function writers(sides: readonly Side[]): Side[] {
	return sides.filter((side) => side.access.operation === "write");
}
