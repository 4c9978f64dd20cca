import type { CrashSubkind } from "#domain/incident.ts";

const runtimeError = "^(?:runtime error: )?";

/** What a panic's value says, in the runtime's own words; the first that fits. */
const panicSubkinds: readonly (readonly [RegExp, CrashSubkind])[] = [
	[new RegExp(`${runtimeError}invalid memory address or nil pointer dereference`), "nil-deref"],
	[/^value method .* called using nil \*\S+ pointer/, "nil-deref"],
	[new RegExp(`${runtimeError}index out of range`), "index-out-of-range"],
	[new RegExp(`${runtimeError}slice bounds out of range`), "slice-bounds"],
	[/^assignment to entry in nil map/, "nil-map"],
	[/^send on closed channel/, "send-on-closed-channel"],
	[/^close of closed channel/, "close-of-closed-channel"],
	[/^close of nil channel/, "close-of-nil-channel"],
	[/^interface conversion: /, "interface-conversion"],
	[new RegExp(`${runtimeError}integer divide by zero`), "divide-by-zero"],
	[new RegExp(`${runtimeError}makeslice: `), "makeslice"],
	[/^sync: negative WaitGroup counter/, "negative-waitgroup"],
	[/^sync: WaitGroup (?:misuse|is reused)/, "waitgroup-misuse"],
	[/^(?:runtime error: )?unaligned 64-bit atomic operation/, "unaligned-atomic"],
	[
		/^(?:Log|Fail|FailNow|Error|Output|Write|Skip)\w* (?:in goroutine |called )?after .* (?:has )?completed/,
		"after-test-completed",
	],
	[/^deadlock: /, "deadlock"],
	[
		/^runtime error: |^panic called with nil argument|^makechan: |^range function |^test executed panic\(nil\)/,
		"other",
	],
];

const fatalSubkinds: readonly (readonly [RegExp, CrashSubkind])[] = [
	[/concurrent map writes/, "concurrent-map-writes"],
	[/concurrent map read and map write|concurrent map clone and map write/, "concurrent-map-read-write"],
	[/concurrent map iteration and map write/, "concurrent-map-iteration-write"],
	[/^sync: R?[uU]nlock of unlocked/, "unlock-of-unlocked"],
	[/deadlock!/, "deadlock"],
	[/^stack overflow/, "stack-overflow"],
	[/out of memory|cannot allocate memory/, "out-of-memory"],
	[/^checkptr: /, "checkptr"],
	[/^unexpected signal/, "unexpected-signal"],
	[/^fault$|^unexpected fault address/, "fault"],
	[/newosproc|failed to create new OS thread/, "newosproc"],
];

/** What a panic with this value was about; "custom" for values that are not the runtime's. */
export function panicSubkind(message: string): CrashSubkind {
	return panicSubkinds.find(([pattern]) => pattern.test(message))?.[1] ?? "custom";
}

/** What a fatal error with this text was about. */
export function fatalSubkind(message: string): CrashSubkind {
	return fatalSubkinds.find(([pattern]) => pattern.test(message))?.[1] ?? "other";
}
