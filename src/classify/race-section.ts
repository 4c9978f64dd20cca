import type { SectionId } from "#domain/section.ts";
import type { RaceEvidence } from "./race-evidence.ts";
import {
	isChannelClose,
	isCopiedLock,
	isEncoded,
	isHandoff,
	isInDependency,
	isLogAfterTest,
	isMixedAtomic,
	isOverwrittenLock,
	isReadLockWrite,
	isSharedObject,
	isWaitGroup,
} from "./rules-by-frames.ts";
import {
	callbacks,
	isCreatedBy,
	isDoneTooEarly,
	isLateResult,
	isOutsideTests,
	isParallelSubtests,
	isStartStop,
	servers,
} from "./rules-by-goroutines.ts";
import {
	isCapturedVariable,
	isLazyInit,
	isLoopVariable,
	isMap,
	isMissingLock,
	isPackageVariable,
	isPartlyLocked,
	isSlice,
} from "./rules-by-variable.ts";

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
	{ section: "race-lazy-init", matches: isLazyInit },
	{ section: "race-missing-lock", matches: isPartlyLocked },
	{ section: "race-slice", matches: isSlice },
	{ section: "race-loop-variable", matches: isLoopVariable },
	{ section: "race-waitgroup", matches: isDoneTooEarly },
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
