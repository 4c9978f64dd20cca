import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { launchOf } from "./launch.ts";
import { capital, type Phrase, say } from "./phrase.ts";
import type { Description, Subject } from "./text.ts";

type Sentences = (facts: TitleFacts) => Description;

const both = (title: Phrase, message: Phrase): Description => ({ title, message });

/** "`Logger.buf`", or the words that stand for it where it is not known. */
function thing(facts: TitleFacts, otherwise: string): Phrase {
	return facts.subject === null ? [otherwise] : say`${facts.subject}`;
}

/** "map `Cache.items`" or "a map". */
function a(noun: string, facts: TitleFacts): Phrase {
	return facts.subject === null ? [`a ${noun}`] : say`${[noun]} ${facts.subject}`;
}

/** " on `Logger.buf`", or nothing. */
function on(facts: TitleFacts): Phrase {
	return facts.subject === null ? [] : say` on ${facts.subject}`;
}

/** " in `(*Logger).Write`", or nothing. */
function within(facts: TitleFacts): Phrase {
	const [first] = facts.functions;
	return first === undefined ? [] : say` in ${first}`;
}

/** Who did it: "`a` and `b`", "two goroutines in `a`" or "two goroutines". */
function actors(facts: TitleFacts): Phrase {
	const [first, second] = facts.functions;
	if (first === undefined) return say`two goroutines`;
	return second === undefined || second === first
		? say`two goroutines in ${first}`
		: say`${first} and ${second}`;
}

/** ": `message`", or nothing. */
function quoted(facts: TitleFacts): Phrase {
	return facts.message === null ? [] : say`: ${facts.message}`;
}

const Actors = (facts: TitleFacts) => capital(actors(facts));

function sharedBuffer(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? say`buffer` : say`${facts.subjectType}`;
	const title =
		facts.subject === null
			? say`Data race on a shared ${type}`
			: facts.subjectType === null
				? say`Data race on ${facts.subject}`
				: say`Data race on ${facts.subject} (shared ${facts.subjectType})`;
	return both(
		title,
		say`${Actors(facts)} use the same ${type} at the same time, and it is not safe for that.`,
	);
}

const races = {
	"race-shared-buffer": sharedBuffer,
	"race-map": (f) =>
		both(
			say`Data race on ${a("map", f)}`,
			say`${Actors(f)} use the map at the same time. Nobody else may touch a map while it is written; outside of tests Go can end the process for it.`,
		),
	"race-slice": (f) =>
		both(
			say`Data race on ${a("slice", f)}`,
			say`${Actors(f)} use the slice at the same time; appended elements get lost or mixed up.`,
		),
	"race-captured-variable": (f) =>
		both(
			say`Data race on ${a("captured variable", f)}`,
			say`The goroutine shares ${thing(f, "the variable")} with the function that started it, and nothing orders their accesses.`,
		),
	"race-loop-variable": (f) =>
		both(
			say`Data race on ${a("loop variable", f)}`,
			say`The goroutines started in the loop use ${thing(f, "its variable")} while the loop goes on changing it.`,
		),
	"race-missing-lock": (f) =>
		both(
			say`Data race${on(f)}: a lock is missing`,
			say`${Actors(f)} access ${thing(f, "the same memory")} at the same time, and not both hold the lock.`,
		),
	"race-read-lock-write": (f) =>
		both(
			say`Write to ${thing(f, "shared memory")} under a read lock`,
			say`${Actors(f)} change ${thing(f, "the same memory")} holding only \`RLock\`, which any number of goroutines may hold at once.`,
		),
	"race-copied-lock": (f) =>
		both(
			say`Data race${on(f)}: the lock was copied`,
			say`A copy of a mutex does not lock the original, so ${actors(f)} do not exclude each other.`,
		),
	"race-lazy-init": (f) =>
		both(
			say`Data race while ${thing(f, "a shared value")} is set for the first time`,
			say`${Actors(f)} can both find ${thing(f, "the value")} unset, and both set it.`,
		),
	"race-waitgroup": (f) =>
		both(
			say`Data race around ${a("WaitGroup", f)}`,
			say`\`Wait\` can return before the goroutines have ended, because \`Add\` comes too late or \`Done\` too early.`,
		),
	"race-mixed-atomic": (f) =>
		both(
			say`Atomic and plain access to ${thing(f, "one variable")} mixed`,
			say`One goroutine uses \`sync/atomic\` on ${thing(f, "the variable")}, another accesses it directly.`,
		),
	"race-package-variable": (f) =>
		both(
			say`Data race on ${a("package variable", f)}`,
			say`${Actors(f)} access ${thing(f, "the variable")} at the same time.`,
		),
	"race-parallel-subtests": (f) =>
		both(
			say`Parallel tests share ${thing(f, "a fixture")}`,
			say`${Actors(f)} run in parallel and access ${thing(f, "the same fixture")} without ordering.`,
		),
	"race-log-after-test": () =>
		both(
			say`Goroutine logs after its test has ended`,
			say`A goroutine still uses the test's \`t\` while, or after, the test returns.`,
		),
	"race-channel-close": (f) =>
		both(
			say`${capital(a("channel", f))} can be closed while it is sent to`,
			say`Nothing orders the close and the send of ${actors(f)}; a send that comes second panics.`,
		),
	"race-late-result": (f) =>
		both(
			say`${capital(a("result", f))} is written after its reader gave up waiting`,
			say`${Actors(f)} access ${thing(f, "the result")}: one writes it, the other went on without waiting any longer.`,
		),
	"race-timer-callback": (f) =>
		both(
			say`Data race${on(f)} in a timer's callback`,
			say`The callback runs on a goroutine of its own, and accesses ${thing(f, "memory")} that others use at that moment.`,
		),
	"race-handler-state": (f) =>
		both(
			say`Data race${on(f)}: requests share it`,
			say`Every request is served on its own goroutine, and they access ${thing(f, "the handler's state")} at the same time.`,
		),
	"race-start-stop": (f) =>
		both(
			say`Data race${on(f)} between start and stop`,
			say`${Actors(f)} access ${thing(f, "a field")} while the goroutine that uses it is being started or stopped.`,
		),
	"race-encoded-while-changed": (f) =>
		both(
			say`${capital(thing(f, "a live value"))} is printed or encoded while it changes`,
			say`${Actors(f)} meet: one walks over ${thing(f, "the value")} to print or encode it, the other changes it.`,
		),
	"race-reuse-after-handoff": (f) =>
		both(
			say`${capital(thing(f, "an object"))} is used after it was handed on`,
			say`${Actors(f)} both use ${thing(f, "the object")}, though one of them already gave it to a channel or a pool.`,
		),
	"race-in-dependency": (f) =>
		both(
			say`Data race inside ${f.dependency === null ? ["a dependency"] : say`${f.dependency}`}`,
			say`Both accesses lie outside this module${within(f)}; how it is called from here may still be the cause.`,
		),
	"race-outside-tests": (f) =>
		both(
			say`Data race${on(f)} outside of any test`,
			say`${Actors(f)} access ${thing(f, "the same memory")} before the first test, after the last one, or in TestMain: the package fails, but no test is named.`,
		),
	"race-unclassified": (f) =>
		both(
			say`Data race${on(f)}`,
			say`${Actors(f)} access ${thing(f, "the same memory")} at the same time, and at least one of them writes.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;

const panics = {
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
			say`The code itself calls \`panic\`${within(f)}; nothing between it and the goroutine's start recovers.`,
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
			say`The goroutine panicked and nothing recovered it${quoted(f)}.`,
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

const recoveries = {
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

/** What reading the code alone can say of a race: nothing was seen to happen. */
function unprovedRace(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both(
		say`${capital(thing(facts, "shared memory"))}${type} is used by several goroutines without a lock`,
		say`Reading the code, ${actors(facts)} can use ${thing(facts, "it")} at the same time; no run has shown it yet.`,
	);
}

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in English. */
export function describeInEnglish({ kind, section, facts }: Subject): Description {
	return kind === "lint" && section.startsWith("race-") ? unprovedRace(facts) : sentences[section](facts);
}
