import { z } from "zod";

/** One stack frame as printed, with prefixes, colours, CRLF and HTML escapes undone. */
export const Frame = z.object({
	function: z.string(),
	file: z.string(),
	line: z.int(),
	origin: z.enum(["user", "dependency", "standard", "generated"]),
});
export type Frame = z.infer<typeof Frame>;

const goroutineId = z.union([z.int(), z.literal("main")]).nullable();

/** One of the two memory accesses of a race report. */
export const Access = z.object({
	operation: z.enum(["read", "write"]),
	atomic: z.boolean(),
	previous: z.boolean(),
	address: z.string().nullable(),
	goroutine: goroutineId,
	stackRestored: z.boolean(),
	stack: z.array(Frame),
	userFrame: Frame.nullable(),
});
export type Access = z.infer<typeof Access>;

/** A "Goroutine N (running) created at:" part of a race report. */
export const GoroutineCreation = z.object({
	goroutine: z.union([z.int(), z.literal("main")]),
	state: z.enum(["running", "finished"]).nullable(),
	stack: z.array(Frame),
	userFrame: Frame.nullable(),
});
export type GoroutineCreation = z.infer<typeof GoroutineCreation>;

/** The "created by F in goroutine N" lines of a crash. */
export const CreatedBy = z.object({
	function: z.string(),
	file: z.string(),
	line: z.int(),
	goroutine: z.int().nullable(),
});
export type CreatedBy = z.infer<typeof CreatedBy>;

/** What a panic or fatal error was about; null for the other kinds. */
export const crashSubkinds = [
	"nil-deref",
	"index-out-of-range",
	"slice-bounds",
	"nil-map",
	"send-on-closed-channel",
	"close-of-closed-channel",
	"close-of-nil-channel",
	"interface-conversion",
	"divide-by-zero",
	"makeslice",
	"negative-waitgroup",
	"waitgroup-misuse",
	"unaligned-atomic",
	"after-test-completed",
	"deadlock",
	"custom",
	"concurrent-map-writes",
	"concurrent-map-read-write",
	"concurrent-map-iteration-write",
	"unlock-of-unlocked",
	"stack-overflow",
	"out-of-memory",
	"checkptr",
	"fault",
	"unexpected-signal",
	"newosproc",
	"other",
] as const;
export type CrashSubkind = (typeof crashSubkinds)[number];

const common = {
	line: z.int(),
	package: z.string().nullable(),
	test: z.string().nullable(),
};

/** A race report. `line` is the 1-based line of the input where it starts. */
export const RaceIncident = z.object({
	kind: z.literal("race"),
	...common,
	accesses: z.array(Access),
	goroutines: z.array(GoroutineCreation),
});
export type RaceIncident = z.infer<typeof RaceIncident>;

const crash = {
	...common,
	message: z.string(),
	messages: z.array(z.string()),
	subkind: z.enum(crashSubkinds).nullable(),
	recovered: z.boolean(),
	signal: z.string().nullable(),
	goroutine: z.int().nullable(),
	goroutineState: z.string().nullable(),
	stack: z.array(Frame),
	originFrame: Frame.nullable(),
	userFrame: Frame.nullable(),
	createdBy: CreatedBy.nullable(),
};

/** A panic, fatal error, or a dump by a signal alone. */
export const CrashIncident = z.object({ kind: z.enum(["panic", "fatal", "signal"]), ...crash });
export type CrashIncident = z.infer<typeof CrashIncident>;

/** A `test timed out after` panic; `runningTests` as printed, e.g. "TestHang/sub (2s)". */
export const TimeoutIncident = z.object({
	kind: z.literal("timeout"),
	...crash,
	runningTests: z.array(z.string()),
});
export type TimeoutIncident = z.infer<typeof TimeoutIncident>;

/** One race report, panic, fatal error, timeout or signal dump as printed. */
export const Incident = z.discriminatedUnion("kind", [RaceIncident, CrashIncident, TimeoutIncident]);
export type Incident = z.infer<typeof Incident>;
export type IncidentKind = Incident["kind"];
