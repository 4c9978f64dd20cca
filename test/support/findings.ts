import type { ConfirmedFinding } from "#domain/finding.ts";
import type { ReportFinding } from "#domain/report.ts";

/** A confirmed finding with the facts that a test is about. */
export function confirmedFinding(facts: Partial<ConfirmedFinding> = {}): ConfirmedFinding {
	return {
		fingerprint: "0123456789abcdef",
		kind: "race",
		section: "race-shared-buffer",
		facts: {
			subject: "Logger.buf",
			subjectType: "bytes.Buffer",
			functions: ["(*Logger).Log"],
			message: null,
			dependency: null,
		},
		severity: "error",
		places: [{ file: "/r/logger/logger.go", line: 26, endLine: 26 }],
		package: "m/logger",
		tests: ["TestLog"],
		incidents: [],
		diagnostics: [],
		subjects: [],
		related: [],
		ignoredReason: null,
		confirmation: null,
		inBaseline: null,
		absent: false,
		fixes: [],
		rejectedFixes: [],
		...facts,
	};
}

/** A finding of a Report with the facts that a test is about. */
export function reportFinding(facts: Partial<ReportFinding> = {}): ReportFinding {
	return {
		fingerprint: "0123456789abcdef",
		kind: "race",
		section: "race-shared-buffer",
		title: "Data race on `Logger.buf` (shared `bytes.Buffer`)",
		message: "Two goroutines in `(*Logger).Log` use the same buffer.",
		severity: "error",
		state: "new",
		suppression: null,
		endedSuppression: null,
		place: "line",
		at: { file: "logger/logger.go", line: 26, endLine: 26 },
		package: "m/logger",
		tests: ["TestLog"],
		incidents: [],
		incidentCount: 1,
		analyzer: null,
		confirmation: null,
		fixes: [],
		rejectedFixes: [],
		related: [],
		reproduce: "go test -race -run '^TestLog$' -count=1 ./logger",
		guide: "https://example.com/guide/en/race-shared-buffer.md#race-shared-buffer",
		facts: {
			subject: "Logger.buf",
			subjectType: "bytes.Buffer",
			functions: ["(*Logger).Log"],
			message: null,
			dependency: null,
		},
		evidence: [],
		excerpts: [],
		subjects: [],
		involved: [],
		...facts,
	};
}
