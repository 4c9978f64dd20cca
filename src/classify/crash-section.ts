import type { CrashIncident, CrashSubkind, Frame, TimeoutIncident } from "#domain/incident.ts";
import type { SectionId } from "#domain/section.ts";
import { parseFunctionName } from "./function-name.ts";

/** Where the subkind alone tells the section; null where the text has to. */
const sections = {
	"nil-deref": "panic-nil-dereference",
	"index-out-of-range": "panic-index-out-of-range",
	"slice-bounds": "panic-index-out-of-range",
	"nil-map": "panic-nil-map",
	"send-on-closed-channel": "panic-closed-channel",
	"close-of-closed-channel": "panic-closed-channel",
	"close-of-nil-channel": "panic-closed-channel",
	"interface-conversion": "panic-type-assertion",
	"divide-by-zero": "panic-arithmetic",
	makeslice: "panic-arithmetic",
	"negative-waitgroup": "panic-waitgroup-counter",
	"waitgroup-misuse": "panic-waitgroup-counter",
	"unaligned-atomic": "fatal-memory-fault",
	"after-test-completed": "panic-after-test",
	deadlock: "fatal-deadlock",
	custom: null,
	"concurrent-map-writes": "fatal-concurrent-map",
	"concurrent-map-read-write": "fatal-concurrent-map",
	"concurrent-map-iteration-write": "fatal-concurrent-map",
	"unlock-of-unlocked": "fatal-unlock-of-unlocked",
	"stack-overflow": "fatal-stack-overflow",
	"out-of-memory": "fatal-out-of-memory",
	checkptr: "fatal-memory-fault",
	fault: "fatal-memory-fault",
	"unexpected-signal": "fatal-memory-fault",
	newosproc: null,
	other: null,
} as const satisfies Record<CrashSubkind, SectionId | null>;

/** Texts of panics that have no subkind of their own. */
const panicTexts: ReadonlyArray<readonly [RegExp, SectionId]> = [
	[/^runtime error: cannot convert slice with length/, "panic-index-out-of-range"],
	[
		/^runtime error: (?:integer overflow|negative shift amount|floating point error|growslice: |makeslice: )/,
		"panic-arithmetic",
	],
	[
		/^(?:makechan: size out of range|(?:strings|bytes): (?:negative Repeat count|Repeat (?:count causes|output length) overflow))/,
		"panic-arithmetic",
	],
	[/^runtime error: (?:hash of unhashable type|comparing uncomparable type)/, "panic-unhashable-key"],
	[
		/^(?:runtime error: )?range function (?:continued iteration|recovered a loop body panic)/,
		"panic-iterator",
	],
	[/^iter\.Pull2?: /, "panic-iterator"],
	[
		/^runtime error: (?:cgo (?:argument|result)|unsafe\.|slice bounds|runtime\.Pinner)|^runtime\.Pinner: /,
		"fatal-memory-fault",
	],
	[/^sync: (?:negative WaitGroup|WaitGroup)/, "panic-waitgroup-counter"],
	[/^(?:Log|Fail|Output|Write|Error)\w* .*(?:has completed|after .* completed)/, "panic-after-test"],
	[
		/^testing: test using t\.(?:Setenv|Chdir)|^testing: t\.(?:Parallel|Setenv|Chdir) called|can not use t\.Parallel/,
		"panic-after-test",
	],
	[/^unexpected call to os\.Exit\(0\) during test/, "panic-after-test"],
	[/subtest may have called FailNow on a parent test/, "panic-after-test"],
	[/^deadlock: /, "fatal-deadlock"],
];

/** Texts of fatal errors and signals that have no subkind of their own. */
const fatalTexts: ReadonlyArray<readonly [RegExp, SectionId]> = [
	[/^concurrent map |^small map with no empty slot/, "fatal-concurrent-map"],
	[/^sync: (?:R?[Uu]nlock of unlocked|inconsistent mutex state)/, "fatal-unlock-of-unlocked"],
	[/deadlock!|^deadlock: /, "fatal-deadlock"],
	[/out of memory|cannot allocate memory|too many address space collisions/, "fatal-out-of-memory"],
	[
		/^checkptr: |^found bad pointer|^invalid pointer found on stack|^unexpected (?:fault|signal)|^fault\b/,
		"fatal-memory-fault",
	],
	[/^SIG(?:SEGV|BUS|FPE)\b/, "fatal-memory-fault"],
];

function sectionOfText(texts: typeof panicTexts, message: string): SectionId | null {
	return texts.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

const bufferMethods =
	/^(?:bytes\.\(\*Buffer\)\.|bufio\.\(\*(?:Writer|Reader|Scanner)\)\.|strings\.\(\*Builder\)\.)(?!Truncate|Next|Grow|UnreadByte|UnreadRune)/;

/** An index panic inside a buffer's own code: another goroutine changed it meanwhile. Nil buffers are not meant. */
export function isTornBuffer(incident: CrashIncident | TimeoutIncident): boolean {
	const isBounds = incident.subkind === "index-out-of-range" || incident.subkind === "slice-bounds";
	return isBounds && bufferMethods.test(incident.originFrame?.function ?? "");
}

/** Tells whether the code of the program itself raised a panic, by panic, log.Panic or a Must function. */
function isRaisedOnPurpose(origin: Frame | null): boolean {
	if (origin === null) return false;
	if (origin.origin !== "standard") return true;
	const { package: importPath, bare } = parseFunctionName(origin.function);
	return importPath === "log" || bare.startsWith("Must");
}

/**
 * A panic that the program raised itself is `recover-goroutine` when it ended a goroutine that the program started: such a
 * panic is meant to be recovered further up, and a new goroutine has no further up. A panic with a cause of its own keeps
 * the cause's section, because mending that mends both; the bare goroutine is then a related lint finding.
 */
function isOwnGoroutine(incident: CrashIncident): boolean {
	if (incident.recovered || incident.createdBy === null) return false;
	return !/^(?:testing|net\/http|runtime)\./.test(incident.createdBy.function);
}

/** The text of a value as `panic` prints it, without type: `errors.errorString("x")` stays as it is. */
function isRepanicked(incident: CrashIncident): boolean {
	const [first, ...others] = incident.messages.map(bareMessage);
	return others.some((message) => message !== first);
}

function bareMessage(message: string): string {
	return message
		.replace(/^panic: /, "")
		.replace(/ \[recovered(?:, repanicked)?\]$/, "")
		.trim();
}

function sectionOfPanic(incident: CrashIncident): SectionId {
	if (isTornBuffer(incident)) return "race-shared-buffer";
	const known = incident.subkind === null ? null : sections[incident.subkind];
	const section = known ?? sectionOfText(panicTexts, incident.message);
	if (section !== null) return section;
	if (isRepanicked(incident)) return "panic-repanicked";
	if (incident.subkind !== "custom" || !isRaisedOnPurpose(incident.originFrame)) return "panic-unclassified";
	return isOwnGoroutine(incident) ? "recover-goroutine" : "panic-explicit";
}

/** The section of a panic, fatal error, timeout or signal dump; an unclassified one when the text is not known. */
export function sectionOfCrash(incident: CrashIncident | TimeoutIncident): SectionId {
	switch (incident.kind) {
		case "timeout":
			return "test-timeout";
		case "panic":
			return sectionOfPanic(incident);
		case "fatal":
		case "signal": {
			const known = incident.subkind === null ? null : sections[incident.subkind];
			return known ?? sectionOfText(fatalTexts, incident.message) ?? "fatal-unclassified";
		}
	}
}
