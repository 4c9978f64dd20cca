import { z } from "zod";
import { Gap } from "./gap.ts";
import { Frame, Incident } from "./incident.ts";
import { Message } from "./message.ts";
import { efforts, onlyParts, scopes } from "./plan.ts";
import { sectionIds } from "./section.ts";

export const findingKinds = ["race", "panic", "fatal", "timeout", "signal", "lint"] as const;
export type FindingKind = (typeof findingKinds)[number];

export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** SARIF's baseline states. */
export const states = ["new", "unchanged", "absent"] as const;
export type State = (typeof states)[number];

/** So many fresh processes, in so many of them the finding was seen. */
export const Runs = z.object({ runs: z.int(), hits: z.int() });
export type Runs = z.infer<typeof Runs>;

export const Suppression = z.object({
	reason: z.string(),
	/** ISO date after which it counts again. */
	until: z.string().nullable(),
	/** Where it is written: "config", "comment in source", "pull request". */
	source: z.string(),
	/** Whether the change that is audited adds it itself. An addition to the contract. */
	added: z.boolean().default(false),
});
export type Suppression = z.infer<typeof Suppression>;

/** An ignore entry whose last day has passed. */
export const EndedSuppression = z.object({ reason: z.string(), until: z.string() });
export type EndedSuppression = z.infer<typeof EndedSuppression>;

const Position = z.object({ line: z.int(), column: z.int() });

/** One replacement; `file` is relative to the repository root, lines and byte columns are 1-based, `end` is exclusive. */
export const Edit = z.object({ file: z.string(), start: Position, end: Position, newText: z.string() });
export type Edit = z.infer<typeof Edit>;

/** What trying a fix gave: the racing test in `runs` fresh processes, `hits` of which still showed it. */
export const Verification = z.object({
	builds: z.boolean(),
	vets: z.boolean(),
	runs: z.int(),
	hits: z.int(),
});
export type Verification = z.infer<typeof Verification>;

/** `words` here and below: the sentence before it, for another language; left out where it is not ours. */
export const Fix = z.object({
	title: z.string(),
	words: Message.optional(),
	edits: z.array(Edit),
	verified: Verification.nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** A fix that is not offered, and why: what trying it showed, or that there was no time for it. */
export const RejectedFix = z.object({
	title: z.string(),
	words: Message.optional(),
	reason: z.string(),
	reasonWords: Message.optional(),
});
export type RejectedFix = z.infer<typeof RejectedFix>;

/** `file` is relative to the repository root, with slashes. */
export const Place = z.object({ file: z.string(), line: z.int(), endLine: z.int() });
export type Place = z.infer<typeof Place>;

/** A quoted line is cut to this many characters: it may be generated or hostile. */
export const longestQuotedLine = 400;

/** Source lines quoted for the reader; `start` is the line number of the first. */
export const Excerpt = z.object({ file: z.string(), start: z.int(), lines: z.array(z.string()) });
export type Excerpt = z.infer<typeof Excerpt>;

/** A goroutine of the same crash dump that looks involved; `frame` is its first of the user's code. */
export const InvolvedGoroutine = z.object({
	goroutine: z.int().nullable(),
	state: z.string().nullable(),
	frame: Frame.nullable(),
	why: z.enum(["waits", "same-code", "same-creator"]),
});
export type InvolvedGoroutine = z.infer<typeof InvolvedGoroutine>;

/** A finding in the Report. `facts`, `excerpts`, `evidence` and `rejectedFixes` are additions that other makers of reports may leave out. */
export const ReportFinding = z.object({
	fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
	kind: z.enum(findingKinds),
	section: z.enum(sectionIds),
	title: z.string(),
	message: z.string(),
	severity: z.enum(severities),
	state: z.enum(states),
	suppression: Suppression.nullable(),
	place: z.enum(["line", "file", "report"]),
	at: Place.nullable(),
	package: z.string().nullable(),
	tests: z.array(z.string()),
	incidents: z.array(Incident),
	incidentCount: z.int(),
	analyzer: z.string().nullable(),
	confirmation: z.object({ head: Runs, base: Runs.nullable() }).nullable(),
	fixes: z.array(Fix),
	rejectedFixes: z.array(RejectedFix).default([]),
	related: z.array(z.string()),
	reproduce: z.string(),
	guide: z.string(),
	facts: z
		.object({
			subject: z.string().nullable(),
			subjectType: z.string().nullable(),
			functions: z.array(z.string()),
			message: z.string().nullable(),
			dependency: z.string().nullable(),
			recovered: z.boolean().optional(),
		})
		.default({ subject: null, subjectType: null, functions: [], message: null, dependency: null }),
	/** What the lint says of the same cause: each place and what happens there. */
	evidence: z
		.array(
			z.object({
				analyzer: z.string(),
				message: z.string(),
				words: Message.optional(),
				at: Place.nullable(),
			}),
		)
		.default([]),
	excerpts: z.array(Excerpt).default([]),
	/** Keys of the variables at fault, by which one cause that two shards saw is known; an addition like those above. */
	subjects: z.array(z.string()).default([]),
	/** The ignore entry that covered it until its last day, an addition like those above. */
	endedSuppression: EndedSuppression.nullable().default(null),
	/** Only `explain` names them, an addition like those above. */
	involved: z.array(InvolvedGoroutine).default([]),
});
export type ReportFinding = z.infer<typeof ReportFinding>;

export const Change = z.object({
	repository: z.string().nullable(),
	pullRequest: z.int().nullable(),
	base: z.string().nullable(),
	head: z.string().nullable(),
	mergeBase: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/** The goroutine inventory: launch sites in the module's non-test code. */
export const Recovery = z.object({
	goroutines: z.int(),
	covered: z.int(),
	uncovered: z.array(z.object({ file: z.string(), line: z.int(), function: z.string() })),
	exempt: z.int(),
	/** Of the uncovered, those on lines that the change adds; null without a change; an addition to the contract. */
	added: z.int().nullable().default(null),
});
export type Recovery = z.infer<typeof Recovery>;

/** The result of an audit: the seam between everything that looks and everything that shows. */
export const Report = z.object({
	version: z.literal(1),
	tool: z.object({ name: z.string(), version: z.string() }),
	go: z.string(),
	/** ISO 8601, UTC. */
	startedAt: z.string(),
	durationMs: z.int(),
	change: Change.nullable(),
	plan: z.object({
		scope: z.enum(scopes),
		effort: z.enum(efforts),
		packages: z.array(z.string()),
		modules: z.array(z.string()),
		/** "2/3". No longer numbers: the shards that are missing are counted, and a stranger may have written it. */
		shard: z
			.string()
			.regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/)
			.nullable(),
		/** Packages that the scope left out; an addition to the contract. */
		leftOut: z.array(z.string()).default([]),
		/** How many packages the modules have, audited or not; 0 where it is not known. An addition to the contract. */
		listed: z.int().default(0),
		/** Folders below the audited one that are modules of their own and were not audited; an addition to the contract. */
		otherModules: z.array(z.string()).default([]),
		/** The only part that was run; null: tests and lint. An addition to the contract. */
		only: z.enum(onlyParts).nullable().default(null),
	}),
	findings: z.array(ReportFinding),
	gaps: z.array(Gap),
	/** Ignore entries of the config file that cover nothing; an addition to the contract. */
	unusedSuppressions: z.array(z.string()).default([]),
	/** Null when the lint did not run. */
	recovery: Recovery.nullable(),
	timings: z.array(z.object({ package: z.string(), seconds: z.number() })),
});
export type Report = z.infer<typeof Report>;
