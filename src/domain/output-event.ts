import type { Gap } from "./gap.ts";
import type { CreatedBy, Frame, Incident } from "./incident.ts";

/** How a test or a package ended. */
export type Outcome = "pass" | "fail" | "skip";

/** One goroutine of a crash's dump. */
export interface DumpedGoroutine {
	/** Null for "runtime stack:". */
	goroutine: number | null;
	/** What it waits for, e.g. "chan receive"; without minutes and marks. */
	state: string | null;
	stack: Frame[];
	createdBy: CreatedBy | null;
}

/** What reading Go's output tells, in the order of the input. */
export type OutputEvent =
	| { type: "incident"; incident: Incident }
	/** The other goroutines in the dump of the crash just told of; `line` is that incident's. */
	| { type: "goroutines"; line: number; goroutines: readonly DumpedGoroutine[] }
	/** A dump of goroutines without a word of what happened. */
	| { type: "dump"; line: number }
	| { type: "gap"; gap: Gap; line: number }
	/** A package started (from `go test -json` only). */
	| { type: "package-started"; package: string }
	/** `seconds` is null where not printed; `cached`: the result came from Go's test cache. */
	| {
			type: "package-ended";
			package: string;
			outcome: Outcome | "build-failed";
			seconds: number | null;
			cached: boolean;
	  }
	/** Only tests that ended; `test` is the full name with subtests. */
	| { type: "test-ended"; package: string; test: string; outcome: Outcome; seconds: number | null };
