import type { Frame } from "#domain/incident.ts";
import type { SectionId } from "#domain/section.ts";
import { callsBefore, isAfterGivingUp, isCaptured, isUnderNilCheck, locksHeld } from "./code-shape.ts";
import { copiedLock } from "./copied-lock.ts";
import { comesAfterHandoff } from "./handoff.ts";
import { isUnsafeType } from "./library.ts";
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
	if (first === undefined || second === undefined) return null;
	return (
		first.libraryTypes.find(
			(type) =>
				second.libraryTypes.includes(type) && !/^(?:sync|reflect|testing|runtime|internal\/)/.test(type),
		) ?? null
	);
}

function isLogAfterTest({ sides }: RaceEvidence): boolean {
	return (
		sides.some((side) => side.operations.has("test-end")) &&
		sides.some((side) => side.operations.has("test-log"))
	);
}

/** Both accesses were made by other modules' code, on an object that the user does not hold from both sides. */
function isInDependency(race: RaceEvidence): boolean {
	const { sides } = race;
	if (sides.length < 2 || sides.some((side) => side.first === null || side.first === side.site)) return false;
	return sides.some((side) => side.site === null) || sharedLibraryType(race) === null;
}

function isChannelClose({ sides }: RaceEvidence): boolean {
	return sides.some((side) => side.operations.has("close"));
}

function isWaitGroup({ sides }: RaceEvidence): boolean {
	return sides.length > 0 && sides.every((side) => side.operations.has("waitgroup"));
}

function isCopiedLock({ sides }: RaceEvidence): boolean {
	return sides.some((side) => side.place !== null && copiedLock(side.place) !== null);
}

/** `mu = sync.Mutex{}` while somebody holds it. */
function isOverwrittenLock(race: RaceEvidence): boolean {
	return (
		isMixedAtomic(race) && race.subject?.type != null && /^\*?sync\.(?:RW)?Mutex$/.test(race.subject.type)
	);
}

function isMixedAtomic({ sides, subject }: RaceEvidence): boolean {
	const [plain, ...others] = sides.filter((side) => !side.callerMissing);
	if (sides.length !== 2 || plain === undefined || others.length > 0) return false;
	const [called] = sides.flatMap((side) =>
		side.callerMissing ? (side.access.stack[0]?.function ?? "") : [],
	);
	if (subject?.type != null) return isWord.test(subject.type) || !mutexCalls.test(called ?? "");
	return plain.place !== null || !/\.CompareAndSwapInt32\b/.test(called ?? "");
}

const isWord = /^(?:u?int(?:32|64|ptr)?|bool|unsafe\.Pointer)$/;
/** A mutex shows as these too: a plain access to a whole struct may then have copied the mutex in it. */
const mutexCalls = /\.(?:CompareAndSwapInt32|AddInt32)\b/;

function writers(sides: readonly Side[]): Side[] {
	return sides.filter((side) => side.access.operation === "write");
}

function isReadLockWrite({ sides }: RaceEvidence): boolean {
	return writers(sides).some(({ place }) => {
		const held = place === null ? [] : locksHeld(place);
		return held.length > 0 && !held.includes("Lock");
	});
}

function isHandoff({ sides, subject }: RaceEvidence): boolean {
	return subject !== null && sides.some(({ place }) => place !== null && comesAfterHandoff(place, subject));
}

/** Both goroutines are subtests of one test, and its closures touch the variable. */
function isParallelSubtests({ sides }: RaceEvidence): boolean {
	const parents = sides.map((side) => {
		const isSubtest = /^testing\.\(\*T\)\.Run\b/.test(side.creation?.stack[0]?.function ?? "");
		const isTestCode = side.site?.file.endsWith("_test.go") === true && side.name?.isClosure === true;
		return isSubtest && isTestCode && side.creationSite !== null ? side.name?.outer : null;
	});
	return parents.length === 2 && parents[0] != null && parents[0] === parents[1];
}

/**
 * Both accesses were made inside of the same type, or both lines name an object of such a type. One side alone is no
 * proof: buf.Write(data) also reads data.
 */
function isSharedObject(race: RaceEvidence): boolean {
	const [first, second] = race.sides.map((side) => side.unsafeType);
	if (first != null && first === second) return true;
	if (sharedLibraryType(race) !== null) return true;
	const isObject = race.subject?.type != null && isUnsafeType(race.subject.type);
	return isObject && race.isShared && (first != null || second != null);
}

const encoders = /^(?:encoding\/(?!binary)|fmt\.|log\/slog\.|text\/template\.|html\/template\.|log\.)/;

function isEncoded({ sides }: RaceEvidence): boolean {
	const reading = sides.filter(
		(side) =>
			side.access.operation === "read" &&
			side.operations.has("encode") &&
			side.library.some((frame) => encoders.test(frame.function)),
	);
	return sides.length === 2 && reading.length === 1 && sides.some((side) => !side.operations.has("encode"));
}

/** Map functions also read their key: a variable known to be no map was used as one. */
function isMap({ sides, subject }: RaceEvidence): boolean {
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

function isPartlyLocked({ sides, subject }: RaceEvidence): boolean {
	const places = sides.map(({ place }) => place).filter((place) => place !== null);
	if (places.length < 2 || (subject !== null && subject.kind === "local")) return false;
	return places.filter((place) => locksHeld(place).length > 0).length === 1;
}

function isSlice({ sides, subject }: RaceEvidence): boolean {
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

function isLoopVariable({ sides, subject }: RaceEvidence): boolean {
	if (subject?.kind !== "local") return false;
	if (subject.variable?.kind === "loop") return true;
	const inHeader = sides.some(
		({ place }) => place?.segments.some(({ keyword }) => keyword === "for") === true,
	);
	const captured = sides.some(({ place }) => place !== null && isCaptured(place, subject));
	return inHeader && captured;
}

/** The goroutine calls Done before it is done, or Add after it was started, and the other waits in vain. */
function isDoneTooEarly({ sides }: RaceEvidence): boolean {
	const waits = sides.some(({ place }) => place !== null && callsBefore(place, new Set(["Wait"])).length > 0);
	const hurries = sides.some(
		({ place, name }) =>
			place !== null &&
			name?.isClosure === true &&
			callsBefore(place, new Set(["Done", "Add"])).some(
				(call) => !call.deferred && /wg|wait|group/i.test(call.path.join(".")),
			),
	);
	return waits && hurries;
}

function isLazyInit({ sides, subject }: RaceEvidence): boolean {
	const [first, second] = sides;
	if (subject === null || first?.name == null || first.name.short !== second?.name?.short) return false;
	return writers(sides).some(({ place }) => place !== null && isUnderNilCheck(place, subject));
}

function isLateResult({ sides }: RaceEvidence): boolean {
	const [closure, other] = sides.map((side) => side.name?.isClosure === true);
	if (closure === other) return false;
	return sides.some(
		({ place, name }) => place !== null && name?.isClosure === false && isAfterGivingUp(place),
	);
}

const callbacks =
	/^(?:time\.goFunc|time\.sendTime|context\.\(\*afterFuncCtx\)|runtime\.(?:createfing|createcleanup|runfin|bgcleanup|\(\*cleanupQueue\)))/;
const servers =
	/^(?:net\/http\.\(\*(?:Server|conn|http2serverConn)\)|google\.golang\.org\/grpc\.\(\*Server\)|net\/rpc\.\(\*Server\))/;

function isCreatedBy(pattern: RegExp): (race: RaceEvidence) => boolean {
	return ({ sides }) => sides.some((side) => pattern.test(side.creation?.stack[0]?.function ?? ""));
}

const stopping = /^(?:Stop|Close|Shutdown|Start|Init|Open|Reset|stop|close|shutdown|start|init|reset)/;

/** A field is set by the function that started the goroutine, or by a Stop of the same type. */
function isStartStop({ sides, subject }: RaceEvidence): boolean {
	if (subject !== null && subject.kind !== "field") return false;
	return writers(sides).some((writer) => {
		const runner = sides.find((side) => side !== writer);
		if (runner?.name == null || writer.name === null || writer.site?.file.endsWith("_test.go") !== false)
			return false;
		const starter = runner.creationSite === null ? null : runner.creationSite.function.replace(/\(\)$/, "");
		const isStarter = starter !== null && starter === writer.site.function.replace(/\(\)$/, "");
		const isSameType = writer.name.receiver !== null && writer.name.receiver === runner.name.receiver;
		return (
			(isStarter && runner.name.short !== writer.name.short) ||
			(isSameType && stopping.test(writer.name.bare) && runner.name.bare !== writer.name.bare)
		);
	});
}

function isOutsideTests({ sides }: RaceEvidence): boolean {
	return sides.some((side) => {
		const starter = side.creationSite?.function ?? "";
		return /\.(?:init(?:\.\d+)?(?:\.func\d+)*|TestMain)(?:\(\))?$/.test(starter);
	});
}

/** linux/amd64 and arm64 map heap and goroutine stacks from 0xc000000000 on; package variables lie far below. */
const heapStart = 0xc000000000;

function isPackageVariable({ sides, subject }: RaceEvidence): boolean {
	if (subject !== null) return subject.kind === "package";
	return sides.length > 0 && sides.every(({ access }) => access.address !== null && isStatic(access.address));
}

function isStatic(address: string): boolean {
	const value = Number(address);
	return value >= 0x10000 && value < heapStart / 16;
}

function isCapturedVariable({ sides, subject }: RaceEvidence): boolean {
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

function isMissingLock({ sides, subject }: RaceEvidence): boolean {
	if (subject?.kind === "field") return true;
	const [first, second] = sides.map((side) => side.name);
	if (first?.receiver == null || second?.receiver == null || subject?.kind === "local") return false;
	return (
		first.pointer && second.pointer && first.receiver === second.receiver && first.package === second.package
	);
}

interface RaceRule {
	section: SectionId;
	matches(race: RaceEvidence): boolean;
}

/** The first that matches tells the section: what is proved first, then what is raced on, then who races. */
const rules: readonly RaceRule[] = [
	{ section: "race-log-after-test", matches: isLogAfterTest },
	{ section: "race-in-dependency", matches: isInDependency },
	{ section: "race-channel-close", matches: isChannelClose },
	{ section: "race-waitgroup", matches: isWaitGroup },
	{ section: "race-copied-lock", matches: isCopiedLock },
	{ section: "race-copied-lock", matches: isOverwrittenLock },
	{ section: "race-mixed-atomic", matches: isMixedAtomic },
	{ section: "race-read-lock-write", matches: isReadLockWrite },
	{ section: "race-reuse-after-handoff", matches: isHandoff },
	{ section: "race-parallel-subtests", matches: isParallelSubtests },
	{ section: "race-shared-buffer", matches: isSharedObject },
	{ section: "race-encoded-while-changed", matches: isEncoded },
	{ section: "race-map", matches: isMap },
	{ section: "race-missing-lock", matches: isPartlyLocked },
	{ section: "race-slice", matches: isSlice },
	{ section: "race-loop-variable", matches: isLoopVariable },
	{ section: "race-waitgroup", matches: isDoneTooEarly },
	{ section: "race-lazy-init", matches: isLazyInit },
	{ section: "race-late-result", matches: isLateResult },
	{ section: "race-timer-callback", matches: isCreatedBy(callbacks) },
	{ section: "race-handler-state", matches: isCreatedBy(servers) },
	{ section: "race-start-stop", matches: isStartStop },
	{ section: "race-outside-tests", matches: isOutsideTests },
	{ section: "race-package-variable", matches: isPackageVariable },
	{ section: "race-captured-variable", matches: isCapturedVariable },
	{ section: "race-missing-lock", matches: isMissingLock },
];

/** The section of a race and how early its rule comes; `race-unclassified` when no rule is sure. */
export function sectionOfRace(race: RaceEvidence): { section: SectionId; rank: number } {
	const rank = rules.findIndex((rule) => rule.matches(race));
	return { section: rules[rank]?.section ?? "race-unclassified", rank: rank < 0 ? rules.length : rank };
}
