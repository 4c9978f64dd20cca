import type { Gap } from "./gap.ts";
import type { Incident } from "./incident.ts";

/** How a test or a package ended. */
export type Outcome = "pass" | "fail" | "skip";

/** What reading Go's output tells, in the order of the input. */
export type OutputEvent =
	| { type: "incident"; incident: Incident }
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
