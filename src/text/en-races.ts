import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { Actors, a, actors, both, on, thing, within } from "./en-names.ts";
import { capital, say } from "./phrase.ts";
import type { Description, Sentences } from "./text.ts";

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

/** What is said of each of these sections in English. */
export const races = {
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
