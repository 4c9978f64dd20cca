import type { SourceLine } from "#domain/finding.ts";
import type { Frame, RaceIncident } from "#domain/incident.ts";
import type { SectionId } from "#domain/section.ts";
import { locksHeld } from "./code-shape.ts";
import { copiedLock } from "./copied-lock.ts";
import { findSubject } from "./find-subject.ts";
import { parseFunctionName } from "./function-name.ts";
import { outermost } from "./go/functions.ts";
import { joinTokens } from "./go/types.ts";
import { type Modules, moduleOf } from "./modules.ts";
import { sharedLibraryType } from "./race-evidence.ts";
import { sectionOfRace } from "./race-section.ts";
import { type Race, readRace, type Side } from "./race-side.ts";
import type { SourceFiles } from "./source-files.ts";
import type { Subject } from "./subject.ts";
import type { Suspect, SuspectSubject } from "./suspect.ts";

/** Classifies one race report. */
export function suspectRace(incident: RaceIncident, sources: SourceFiles, modules: Modules): Suspect {
	const race = readRace(incident, sources, modules);
	const { subject, isShared } = findSubject(race);
	const { section, rank } = sectionOfRace({ ...race, subject, isShared });
	const isForeign = section === "race-in-dependency";
	const { sides } = race;
	return {
		incident,
		section,
		rank,
		subject: isForeign ? null : (copiedSubject(section, sides) ?? suspectSubject(subject)),
		subjectType: isForeign ? null : typeAtFault(race, subject, section),
		package: packageAtFault(sides, isForeign),
		functions: unique(sides.flatMap((side) => functionOf(side, isForeign))).sort(),
		identity: unique(sides.flatMap((side) => identityOf(side, isForeign))).sort(),
		places: placesOf(sides),
		dependency: isForeign ? moduleOf(sides[0]?.first ?? noFrame) : null,
		addresses: sides.flatMap(({ access }) => (access.address === null ? [] : [Number(access.address)])),
	};
}

const noFrame: Frame = { function: "", file: "", line: 0, origin: "generated" };

/** The values without repetition, in their order. */
export function unique<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}

/** A copied lock is no variable's fault: the type is named, whatever field the copy raced on. */
function copiedSubject(section: SectionId, sides: readonly Side[]): SuspectSubject | null {
	if (section !== "race-copied-lock") return null;
	const type = sides.map(({ place }) => place && copiedLock(place)).find((copied) => copied !== null);
	if (type == null) return null;
	const key = `${type.package}.${type.name}`;
	return { name: type.name, key, exactKey: key, owner: null };
}

function suspectSubject(subject: Subject | null): SuspectSubject | null {
	if (subject === null) return null;
	const declared = subject.kind === "local" ? `#${subject.variable?.declaredAt}` : "";
	return { name: subject.name, key: subject.key, exactKey: subject.key + declared, owner: subject.owner };
}

/** "bytes.Buffer" before "*bytes.Buffer": the reader looks for the type, not for how it is held. */
function typeAtFault(race: Race, subject: Subject | null, section: SectionId): string | null {
	const written = subject?.type ?? null;
	if (section === "race-copied-lock") return null;
	if (section !== "race-shared-buffer") return written;
	const unsafe = race.sides.map((side) => side.unsafeType).find((type) => type !== null);
	return unsafe ?? sharedLibraryType(race)?.replace(/^.*\//, "") ?? written;
}

/** The frame that stands for an access; none where only the standard library is seen, whose names change with Go. */
function frameOf(side: Side, isForeign: boolean): Frame | null {
	return isForeign ? side.first : (side.site ?? side.creationSite ?? side.first);
}

function packageAtFault(sides: readonly Side[], isForeign: boolean): string | null {
	const frames = sides.map((side) => frameOf(side, isForeign)).filter((frame) => frame !== null);
	return frames.map((frame) => parseFunctionName(frame.function).package).sort()[0] ?? null;
}

function functionOf(side: Side, isForeign: boolean): string[] {
	const frame = frameOf(side, isForeign);
	return frame === null ? [] : [parseFunctionName(frame.function).short];
}

/** A closure's number changes with its neighbours; what its racing line says does not. */
function identityOf(side: Side, isForeign: boolean): string[] {
	const frame = frameOf(side, isForeign);
	if (frame === null) return [];
	const name = parseFunctionName(frame.function);
	const [segment] = side.place?.segments ?? [];
	if (!name.isClosure || side.place === null || segment === undefined) {
		return [`${name.package}.${name.short}`];
	}
	const { file, goFunction } = side.place;
	const outer = goFunction === null ? name.outer : outermost(goFunction).name;
	return [`${name.package}.${outer}{${joinTokens(file, segment.start, segment.end)}}`];
}

/** Writes first, of two those without a lock; then reads, then where the goroutines were started. */
function placesOf(sides: readonly Side[]): SourceLine[] {
	const ranked = sides.map((side) => ({ side, weight: weightOf(side) })).sort((a, b) => b.weight - a.weight);
	const frames = [
		...ranked.map(({ side }) => (side.callerMissing ? null : side.site)),
		...ranked.map(({ side }) => (side.callerMissing ? side.site : null)),
		...ranked.map(({ side }) => side.creationSite),
		...ranked.map(({ side }) => side.first),
	];
	return uniqueLines(frames.filter((frame) => frame !== null));
}

function weightOf(side: Side): number {
	const isLocked = side.place !== null && locksHeld(side.place).length > 0;
	return (side.access.operation === "write" ? 1 : 0) - (isLocked ? 2 : 0);
}

/** Lines of frames, each once. */
export function uniqueLines(frames: ReadonlyArray<{ file: string; line: number }>): SourceLine[] {
	const lines = new Map<string, SourceLine>();
	for (const { file, line } of frames) {
		const key = `${file}:${line}`;
		if (!lines.has(key)) lines.set(key, { file, line, endLine: line });
	}
	return [...lines.values()];
}
