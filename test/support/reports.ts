import type { Access, CrashIncident, Frame, GoroutineCreation, RaceIncident } from "#domain/incident.ts";
import type { Report, ReportFinding } from "#domain/report.ts";
import type { SectionId } from "#domain/section.ts";

/** Where the audited checkout lay when the fixture's stacks were printed. */
const root = "/home/runner/work/logserver/logserver";
const goRoot = "/opt/hostedtoolcache/go/1.26.8/x64/src";
const module = "example.com/logserver";

const user = (name: string, file: string, line: number): Frame => ({
	function: `${module}/${name}`,
	file: `${root}/${file}`,
	line,
	origin: "user",
});
const standard = (name: string, file: string, line: number): Frame => ({
	function: name,
	file: `${goRoot}/${file}`,
	line,
	origin: "standard",
});
const firstUser = (stack: Frame[]) => stack.find((frame) => frame.origin === "user") ?? null;

function access(
	operation: "read" | "write",
	previous: boolean,
	goroutine: number | "main",
	stack: Frame[],
): Access {
	return {
		operation,
		atomic: false,
		previous,
		address: "0x00c0000b6018",
		goroutine,
		stackRestored: true,
		stack,
		userFrame: firstUser(stack),
	};
}

const creation = (goroutine: number, stack: Frame[]): GoroutineCreation => ({
	goroutine,
	state: "running",
	stack,
	userFrame: firstUser(stack),
});

const guide = (section: SectionId) =>
	`https://github.com/go-race-audit/go-race-audit/blob/v1/guide/en/${section}.md#${section}`;

const tRunner = standard("testing.tRunner", "testing/testing.go", 1934);
const writeLine = user("logger.(*Logger).Write", "logger/logger.go", 23);
const startWriters = user("logger.TestConcurrentWrites", "logger/logger_test.go", 17);

/** The race the product began with: WriteByte on a buffer that goroutines share. */
export const bufferRace: RaceIncident = {
	kind: "race",
	line: 12,
	package: `${module}/logger`,
	test: "TestConcurrentWrites",
	accesses: [
		access("write", false, 9, [
			standard("bytes.(*Buffer).tryGrowByReslice", "bytes/buffer.go", 113),
			standard("bytes.(*Buffer).WriteByte", "bytes/buffer.go", 280),
			writeLine,
			user("logger.TestConcurrentWrites.func1", "logger/logger_test.go", 19),
		]),
		access("read", true, 8, [
			standard("bytes.(*Buffer).tryGrowByReslice", "bytes/buffer.go", 112),
			standard("bytes.(*Buffer).WriteByte", "bytes/buffer.go", 280),
			writeLine,
			user("logger.TestConcurrentWrites.func1", "logger/logger_test.go", 19),
		]),
	],
	goroutines: [creation(9, [startWriters, tRunner]), creation(8, [startWriters, tRunner])],
};

/** A map race between a test's own goroutine and one it started. */
const mapRace: RaceIncident = {
	kind: "race",
	line: 88,
	package: `${module}/session`,
	test: "TestStoreConcurrent/evict",
	accesses: [
		access("write", false, 34, [
			standard("runtime.mapdelete_faststr", "internal/runtime/maps/runtime_faststr.go", 263),
			user("session.(*Store).Evict", "session/store.go", 41),
			user("session.TestStoreConcurrent.func1.1", "session/store_test.go", 28),
		]),
		access("read", true, 33, [
			standard("runtime.mapaccess2_faststr", "internal/runtime/maps/runtime_faststr.go", 110),
			user("session.(*Store).Get", "session/store.go", 29),
			user("session.TestStoreConcurrent.func1", "session/store_test.go", 33),
			tRunner,
			standard("testing.(*T).Run.gowrap1", "testing/testing.go", 1997),
		]),
	],
	goroutines: [
		creation(34, [user("session.TestStoreConcurrent.func1", "session/store_test.go", 27), tRunner]),
		creation(33, [
			standard("testing.(*T).Run", "testing/testing.go", 1997),
			user("session.TestStoreConcurrent", "session/store_test.go", 24),
			tRunner,
		]),
	],
};

const indexPanic: CrashIncident = {
	kind: "panic",
	line: 140,
	package: `${module}/api`,
	test: "TestSubscribe",
	message: "runtime error: index out of range [7] with length 3",
	messages: ["runtime error: index out of range [7] with length 3"],
	subkind: "index-out-of-range",
	recovered: false,
	signal: null,
	goroutine: 21,
	goroutineState: "running",
	stack: [
		standard("panic", "runtime/panic.go", 783),
		user("api.(*Server).subscribe.func1", "api/subscribe.go", 37),
		user("api.(*Server).subscribe.gowrap1", "api/subscribe.go", 39),
	],
	originFrame: user("api.(*Server).subscribe.func1", "api/subscribe.go", 37),
	userFrame: user("api.(*Server).subscribe.func1", "api/subscribe.go", 37),
	createdBy: {
		function: `${module}/api.(*Server).subscribe`,
		file: `${root}/api/subscribe.go`,
		line: 35,
		goroutine: 20,
	},
};

const mapFatal: CrashIncident = {
	...indexPanic,
	kind: "fatal",
	line: 201,
	package: `${module}/session`,
	test: null,
	message: "concurrent map writes",
	messages: ["concurrent map writes"],
	subkind: "concurrent-map-writes",
	goroutine: 19,
	stack: [
		user("session.(*Store).Put", "session/store.go", 35),
		user("session.BenchmarkPut.func1", "session/store_bench_test.go", 14),
		standard("testing.(*B).RunParallel.func1", "testing/benchmark.go", 943),
	],
	originFrame: user("session.(*Store).Put", "session/store.go", 35),
	userFrame: user("session.(*Store).Put", "session/store.go", 35),
	createdBy: {
		function: "testing.(*B).RunParallel",
		file: `${goRoot}/testing/benchmark.go`,
		line: 936,
		goroutine: 18,
	},
};

const blank: Omit<ReportFinding, "fingerprint" | "kind" | "section" | "title" | "message" | "facts"> = {
	severity: "error",
	state: "new",
	suppression: null,
	endedSuppression: null,
	place: "line",
	at: null,
	package: null,
	tests: [],
	incidents: [],
	incidentCount: 0,
	analyzer: null,
	confirmation: null,
	fixes: [],
	rejectedFixes: [],
	related: [],
	reproduce: "",
	guide: "",
	evidence: [],
	excerpts: [],
	subjects: [],
	involved: [],
};

const noFacts = { subject: null, subjectType: null, functions: [], message: null, dependency: null };

/** The shared buffer: new, reproduced, with a verified fix on the line at fault. */
export const bufferFinding: ReportFinding = {
	...blank,
	fingerprint: "3f9c2ab41d77e805",
	kind: "race",
	section: "race-shared-buffer",
	title: "Data race on `Logger.buf` (shared `bytes.Buffer`)",
	message: "Two goroutines in `(*Logger).Write` use the same `bytes.Buffer` at the same time.",
	facts: { ...noFacts, subject: "Logger.buf", subjectType: "bytes.Buffer", functions: ["(*Logger).Write"] },
	at: { file: "logger/logger.go", line: 23, endLine: 23 },
	package: `${module}/logger`,
	tests: ["TestConcurrentWrites", "TestRotate"],
	incidents: [bufferRace],
	incidentCount: 4,
	confirmation: { head: { runs: 20, hits: 17 }, base: { runs: 20, hits: 0 } },
	fixes: [
		{
			title: "hold Logger.mu wherever Logger.buf is used",
			words: { code: "fix-hold", args: { mutex: "Logger.mu", variable: "Logger.buf" } },
			edits: [
				{
					file: "logger/logger.go",
					start: { line: 23, column: 1 },
					end: { line: 23, column: 21 },
					newText: "\t\tl.mu.Lock()\n\t\tl.buf.WriteByte(b)\n\t\tl.mu.Unlock()",
				},
			],
			verified: { builds: true, vets: true, runs: 20, hits: 0 },
		},
	],
	related: ["b07a5d92c3e41f68"],
	reproduce: "go test -race -run '^TestConcurrentWrites$' -count=1 ./logger",
	guide: guide("race-shared-buffer"),
	evidence: [
		{
			analyzer: "sharedbuffer",
			message:
				"Logger.buf (bytes.Buffer) is written in (*Logger).Write and written by the goroutine started at line 17, without a common lock",
			words: {
				code: "shared-function",
				args: {
					subject: "Logger.buf",
					type: "bytes.Buffer",
					function: "(*Logger).Write",
					use: { code: "use-written", args: {} },
					otherUse: { code: "use-written", args: {} },
					who: { code: "who-goroutine", args: { place: { code: "at-line", args: { line: 17 } } } },
				},
			},
			at: { file: "logger/logger.go", line: 23, endLine: 23 },
		},
	],
	excerpts: [
		{
			file: "logger/logger.go",
			start: 20,
			lines: [
				"// Write appends a line to the buffer.",
				"func (l *Logger) Write(p []byte) (int, error) {",
				"\tfor _, b := range p {",
				"\t\tl.buf.WriteByte(b)",
				"\t}",
				"\treturn len(p), nil",
				"}",
			],
		},
		{
			file: "logger/logger_test.go",
			start: 15,
			lines: [
				"\tfor range 4 {",
				"\t\twg.Add(1)",
				"\t\tgo func() {",
				"\t\t\tdefer wg.Done()",
				"\t\t\tlog.Write(line)",
			],
		},
	],
};

const mapFinding: ReportFinding = {
	...blank,
	fingerprint: "b07a5d92c3e41f68",
	kind: "race",
	section: "race-map",
	title: "Data race on map `Store.sessions`",
	message: "`(*Store).Evict` and `(*Store).Get` use the map at the same time.",
	facts: {
		...noFacts,
		subject: "Store.sessions",
		subjectType: "map[string]*Session",
		functions: ["(*Store).Evict", "(*Store).Get"],
	},
	place: "report",
	at: { file: "session/store.go", line: 41, endLine: 41 },
	package: `${module}/session`,
	tests: ["TestStoreConcurrent/evict"],
	incidents: [mapRace],
	incidentCount: 1,
	confirmation: { head: { runs: 20, hits: 3 }, base: null },
	fixes: [
		{
			title: "guard Store.sessions with a mutex",
			words: { code: "fix-guard", args: { variable: "Store.sessions" } },
			edits: [
				{
					file: "session/store.go",
					start: { line: 29, column: 2 },
					end: { line: 29, column: 2 },
					newText: "st.mu.Lock()\n\tdefer st.mu.Unlock()\n\t",
				},
				{
					file: "session/store.go",
					start: { line: 41, column: 3 },
					end: { line: 41, column: 3 },
					newText: "st.mu.Lock()\n\t\t",
				},
			],
			verified: { builds: true, vets: true, runs: 20, hits: 0 },
		},
	],
	reproduce: "go test -race -run '^TestStoreConcurrent$/^evict$' -count=1 ./session",
	guide: guide("race-map"),
	excerpts: [
		{
			file: "session/store.go",
			start: 27,
			lines: [
				"// Get returns the session of an id.",
				"func (st *Store) Get(id string) (*Session, bool) {",
				"\ts, ok := st.sessions[id]",
				"\treturn s, ok",
				"}",
			],
		},
		{
			file: "session/store.go",
			start: 38,
			lines: [
				"func (st *Store) Evict(now time.Time) {",
				"\tfor id, s := range st.sessions {",
				"\t\tif now.After(s.expires) {",
				"\t\t\tdelete(st.sessions, id)",
				"\t\t}",
			],
		},
	],
};

/** A panic on a goroutine of its own, which ends the process. */
export const panicFinding: ReportFinding = {
	...blank,
	fingerprint: "5e1f0c8894ab2d36",
	kind: "panic",
	section: "panic-index-out-of-range",
	title: "Panic in `(*Server).subscribe.func1`: index out of range",
	message: "An index is not checked before it is used.",
	facts: {
		...noFacts,
		functions: ["(*Server).subscribe.func1"],
		message: "index out of range [7] with length 3",
	},
	at: { file: "api/subscribe.go", line: 37, endLine: 37 },
	package: `${module}/api`,
	tests: ["TestSubscribe"],
	incidents: [indexPanic],
	incidentCount: 1,
	confirmation: { head: { runs: 5, hits: 5 }, base: { runs: 5, hits: 0 } },
	related: ["0a44e1b7d90c3f52"],
	reproduce: "go test -race -run '^TestSubscribe$' -count=1 ./api",
	guide: guide("panic-index-out-of-range"),
	excerpts: [
		{
			file: "api/subscribe.go",
			start: 34,
			lines: [
				'\tchoice, _ := strconv.Atoi(r.FormValue("plan"))',
				"\tgo func() {",
				"\t\t// the mail is sent in the background",
				"\t\tif err := s.mail.Send(plans[choice]); err != nil {",
				'\t\t\tslog.Error("mail not sent", "err", err)',
			],
		},
	],
};

const fatalFinding: ReportFinding = {
	...blank,
	fingerprint: "c91d7be0425f8a13",
	kind: "fatal",
	section: "fatal-concurrent-map",
	title: "Process ended: concurrent use of map `Store.sessions`",
	message: "Go saw a map being written while another goroutine used it.",
	facts: {
		...noFacts,
		subject: "Store.sessions",
		functions: ["(*Store).Put"],
		message: "concurrent map writes",
	},
	state: "unchanged",
	place: "report",
	at: { file: "session/store.go", line: 35, endLine: 35 },
	package: `${module}/session`,
	incidents: [mapFatal],
	incidentCount: 1,
	related: ["b07a5d92c3e41f68"],
	reproduce: "go test -race -bench '^BenchmarkPut$' -run '^$' -count=1 ./session",
	guide: guide("fatal-concurrent-map"),
};

/** A diagnostic of the lint: no incident, evidence instead. */
export const lintFinding: ReportFinding = {
	...blank,
	fingerprint: "0a44e1b7d90c3f52",
	kind: "lint",
	section: "recover-goroutine",
	title: "Goroutine started in `(*Cleaner).Start` has no recover",
	message: "A panic in this goroutine ends the whole process.",
	severity: "warning",
	facts: { ...noFacts, functions: ["(*Cleaner).Start"] },
	at: { file: "cleanup/cleaner.go", line: 18, endLine: 18 },
	package: `${module}/cleanup`,
	analyzer: "unrecoveredgoroutine",
	rejectedFixes: [
		{
			title: "recover and log in the goroutine",
			words: { code: "fix-recover-goroutine", args: {} },
			reason: "a test fails with it: TestSweepPanics",
			reasonWords: { code: "rejected-test", args: { detail: "TestSweepPanics" } },
		},
	],
	reproduce: "go-race-audit audit --only lint --packages ./cleanup",
	guide: guide("recover-goroutine"),
	evidence: [
		{
			analyzer: "unrecoveredgoroutine",
			message:
				"a panic in the goroutine started here ends the process: it calls c.sweep, which was handed in, with no recover",
			words: {
				code: "bare-goroutine",
				args: {
					why: {
						code: "bare-risk-clause",
						args: { risk: { code: "risk-calls-handed", args: { value: "c.sweep" } } },
					},
				},
			},
			at: { file: "cleanup/cleaner.go", line: 18, endLine: 18 },
		},
	],
	excerpts: [
		{
			file: "cleanup/cleaner.go",
			start: 16,
			lines: [
				"func (c *Cleaner) Start() {",
				"\tticker := time.NewTicker(c.every)",
				"\tgo func() {",
				"\t\tfor range ticker.C {",
				"\t\t\tc.sweep()",
			],
		},
	],
};

const suppressedFinding: ReportFinding = {
	...lintFinding,
	fingerprint: "77de10c35b92af48",
	section: "recover-worker-loop",
	title: "One panic ends the whole loop in `(*Hook).run`",
	facts: { ...noFacts, functions: ["(*Hook).run"] },
	severity: "note",
	at: { file: "hook/hook.go", line: 52, endLine: 52 },
	package: `${module}/hook`,
	analyzer: "workerloop",
	suppression: {
		reason: "the hooks are ours and cannot panic",
		until: "2027-03-31",
		source: "config",
		added: true,
	},
	guide: guide("recover-worker-loop"),
	evidence: [],
	excerpts: [],
};

const goneFinding: ReportFinding = {
	...mapFinding,
	fingerprint: "e2b8835fa0174c9d",
	section: "race-waitgroup",
	title: "Data race around WaitGroup `pool.wg`",
	facts: { ...noFacts, subject: "pool.wg", functions: ["(*pool).start", "(*pool).stop"] },
	state: "absent",
	at: null,
	package: `${module}/pool`,
	incidents: [],
	incidentCount: 0,
	confirmation: { head: { runs: 20, hits: 0 }, base: { runs: 20, hits: 6 } },
	fixes: [],
	rejectedFixes: [],
	excerpts: [],
	reproduce: "go test -race -run '^TestPool$' -count=1 ./pool",
	guide: guide("race-waitgroup"),
};

/** A whole audit of a pull request: every state, kinds of finding, gaps and the recovery inventory. */
export const fullReport: Report = {
	version: 1,
	tool: { name: "go-race-audit", version: "1.0.0" },
	go: "go1.26.8",
	startedAt: "2026-05-04T09:12:33Z",
	durationMs: 83_400,
	change: {
		repository: "acme/logserver",
		pullRequest: 42,
		base: "9d1c4be27a60f3558e12ab90cd34ef5671829304",
		head: "5b7e02d91c3f48aa6de05b12f9c8374650adbe11",
		mergeBase: "9d1c4be27a60f3558e12ab90cd34ef5671829304",
	},
	plan: {
		scope: "all",
		effort: "standard",
		packages: ["api", "cleanup", "hook", "logger", "pool", "session", "store/pg"].map(
			(name) => `${module}/${name}`,
		),
		modules: [module],
		shard: null,
		leftOut: [],
		otherModules: ["tools/gen"],
		only: null,
		listed: 0,
	},
	findings: [
		bufferFinding,
		mapFinding,
		panicFinding,
		fatalFinding,
		lintFinding,
		suppressedFinding,
		goneFinding,
	],
	gaps: [
		{
			kind: "build-failed",
			package: `${module}/store/pg`,
			message: "store/pg/conn.go:14:2: no required module provides package github.com/jackc/pgx/v5",
			detail:
				"store/pg/conn.go:14:2: no required module provides package github.com/jackc/pgx/v5; to add it:\n\tgo get github.com/jackc/pgx/v5",
		},
		{ kind: "timed-out", package: `${module}/hook`, message: "killed after 10m0s", detail: null },
		{
			kind: "no-cgo",
			package: null,
			message: "the race detector needs cgo and a C compiler",
			words: { code: "no-cgo", args: {} },
			detail: null,
		},
	],
	unusedSuppressions: [],
	recovery: {
		goroutines: 14,
		covered: 9,
		uncovered: [
			{ file: "cleanup/cleaner.go", line: 18, function: "(*Cleaner).Start" },
			{ file: "api/subscribe.go", line: 35, function: "(*Server).subscribe" },
			{ file: "hook/hook.go", line: 47, function: "NewHook" },
		],
		exempt: 2,
		added: 1,
	},
	timings: [
		{ package: `${module}/logger`, seconds: 4.2 },
		{ package: `${module}/session`, seconds: 11.7 },
	],
};

/** An audit that found nothing and looked everywhere. */
export const cleanReport: Report = {
	...fullReport,
	findings: [],
	gaps: [],
	recovery: { goroutines: 9, covered: 9, uncovered: [], exempt: 0, added: null },
};
