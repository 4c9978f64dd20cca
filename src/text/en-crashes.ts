import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { a, both, on, quoted, thing, within } from "./en-names.ts";
import { launchOf } from "./launch.ts";
import { type Phrase, say } from "./phrase.ts";
import type { Sentences } from "./text.ts";

/** What is said of each of these sections in English. */
export const panics = {
	"panic-nil-dereference": (f) =>
		both(
			say`Panic${within(f)}: nil pointer used`,
			say`A pointer, map value or interface that is nil was used${within(f)}.`,
		),
	"panic-nil-map": (f) =>
		both(say`Panic${within(f)}: write to a nil map`, say`The map ${thing(f, "written to")} was never made.`),
	"panic-index-out-of-range": (f) =>
		both(
			say`Panic${within(f)}: index out of range`,
			say`An index or slice bound is not checked before it is used${quoted(f)}.`,
		),
	"panic-type-assertion": (f) =>
		both(
			say`Panic${within(f)}: wrong type in an assertion`,
			say`The interface holds another type than the code insists on${quoted(f)}.`,
		),
	"panic-closed-channel": (f) =>
		both(
			say`Panic${within(f)}: channel closed too early or twice`,
			say`More than one goroutine decides when the channel ends${quoted(f)}.`,
		),
	"panic-waitgroup-counter": (f) =>
		both(
			say`Panic${within(f)}: WaitGroup misused`,
			say`\`Add\`, \`Done\` and \`Wait\` do not match${quoted(f)}.`,
		),
	"panic-arithmetic": (f) =>
		both(
			say`Panic${within(f)}: impossible number`,
			say`A divisor, length or shift was not checked before it was used${quoted(f)}.`,
		),
	"panic-unhashable-key": (f) =>
		both(
			say`Panic${within(f)}: key cannot be compared`,
			say`An interface holding a slice, map or function was compared or used as a map key${quoted(f)}.`,
		),
	"panic-after-test": (f) =>
		both(
			say`Panic after a test has ended`,
			say`A goroutine used the test's \`t\` when the test was over${quoted(f)}.`,
		),
	"panic-explicit": (f) =>
		both(
			say`Panic${within(f)}${quoted(f)}`,
			f.recovered
				? say`The code itself calls \`panic\`${within(f)}; it was recovered further up, and what was under way is lost.`
				: say`The code itself calls \`panic\`${within(f)}; nothing between it and the goroutine's start recovers.`,
		),
	"panic-repanicked": (f) =>
		both(
			say`Panic${within(f)}, recovered and raised again`,
			say`The first panic of the chain is the cause${quoted(f)}.`,
		),
	"panic-iterator": (f) =>
		both(
			say`Panic${within(f)}: iterator misused`,
			say`A range-over-func loop went on after it was told to stop, or was entered twice${quoted(f)}.`,
		),
	"panic-unclassified": (f) =>
		both(
			say`Panic${within(f)}${quoted(f)}`,
			f.recovered
				? say`The goroutine panicked and was recovered further up; what was under way is lost${quoted(f)}.`
				: say`The goroutine panicked and nothing recovered it${quoted(f)}.`,
		),
	"fatal-concurrent-map": (f) =>
		both(
			say`Process ended: concurrent use of ${a("map", f)}`,
			say`Go saw a map being written while another goroutine used it${quoted(f)}. No \`recover\` can stop this.`,
		),
	"fatal-unlock-of-unlocked": (f) =>
		both(
			say`Process ended${within(f)}: unlock of an unlocked mutex`,
			say`A mutex was unlocked that nobody had locked${quoted(f)}. No \`recover\` can stop this.`,
		),
	"fatal-deadlock": (f) =>
		both(say`Deadlock${within(f)}`, say`Every goroutine waits for another one${quoted(f)}.`),
	"fatal-stack-overflow": (f) =>
		both(
			say`Stack overflow${within(f)}`,
			say`A function calls itself without end. No \`recover\` can stop this.`,
		),
	"fatal-out-of-memory": (f) =>
		both(
			say`Out of memory${within(f)}`,
			say`The process asked for more memory than it could have${quoted(f)}.`,
		),
	"fatal-memory-fault": (f) =>
		both(say`Memory fault${within(f)}`, say`\`unsafe\`, cgo or a data race broke a pointer${quoted(f)}.`),
	"fatal-unclassified": (f) =>
		both(say`Process ended${within(f)}${quoted(f)}`, say`The Go runtime ended the process${quoted(f)}.`),
	"test-timeout": (f) =>
		both(
			say`Test ran into its timeout${within(f)}`,
			say`Something waits for what never comes, or is far too slow${quoted(f)}.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;

/** What is said of each of these sections in English. */
export const recoveries = {
	"recover-goroutine": (f) =>
		f.message === null
			? both(
					say`Goroutine${startedBy(f)} has no recover`,
					say`A panic in this goroutine ends the whole process: nothing in it recovers.`,
				)
			: both(
					say`Panic in a goroutine that nobody recovers${quoted(f)}`,
					say`The panic was on a goroutine of its own${within(f)}, so it ended the whole process.`,
				),
	"recover-worker-loop": (f) =>
		both(
			say`One panic ends the whole loop${within(f)}`,
			say`Each entry runs without a \`recover\` of its own: the first that panics stops all that come after it.`,
		),
	"recover-misplaced": (f) =>
		both(
			say`This recover cannot work${within(f)}`,
			say`\`recover\` works only in a function that is deferred directly, on the goroutine that panics.`,
		),
	"recover-silent": (f) =>
		both(
			say`Recovered panic is thrown away${within(f)}`,
			say`The panic is recovered but neither logged nor counted, so nobody will ever learn of it.`,
		),
	"read-race-report": (f) => both(say`Race report${on(f)}`, say`A race report that needs reading.`),
	"read-crash-log": (f) => both(say`Crash${within(f)}${quoted(f)}`, say`A crash log that needs reading.`),
	"ask-for-help": (f) =>
		both(say`Finding${within(f)} that needs more eyes`, say`What was seen does not say enough by itself.`),
} as const satisfies Partial<Record<SectionId, Sentences>>;

/** " `cleanup`" or " started by `f`", or nothing. */
function startedBy(facts: TitleFacts): Phrase {
	const { runs, startedIn } = launchOf(facts);
	if (runs !== null) return say` ${runs}`;
	return startedIn === null ? [] : say` started in ${startedIn}`;
}
