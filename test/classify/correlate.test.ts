import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { classify } from "#classify/classify.ts";
import type { Finding } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import { diskSources, incidentsIn, programs } from "#test/support/go-programs.ts";

const recording = fileURLToPath(new URL("../recordings/classify/race-programs.jsonl", import.meta.url));
const module = "example.com/classify";
const loggerFile = `${module}/races/sharedbuffer/logger.go`;
const loggerRaces = incidentsIn(readFileSync(recording, "utf8")).filter(
	(incident) => incident.package === `${module}/races/sharedbuffer`,
);

const crash = incidentsIn(`panic: runtime error: index out of range [5] with length 3

goroutine 34 [running]:
${module}/jobs.(*Queue).run(...)
	/home/you/app/jobs/queue.go:30
${module}/jobs.Start.func1()
	/home/you/app/jobs/queue.go:21 +0x1c
created by ${module}/jobs.Start in goroutine 1
	/home/you/app/jobs/queue.go:20 +0x5d
exit status 2
`);

function diagnose(changes: Partial<LintDiagnostic>): LintDiagnostic {
	return {
		analyzer: "sharedbuffer",
		category: "",
		section: "race-shared-buffer",
		severity: "warning",
		package: `${module}/races/sharedbuffer`,
		function: "(*Logger).Log",
		subject: "Logger.buf",
		subjectType: "bytes.Buffer",
		at: { file: loggerFile, line: 14, column: 3, endLine: 14, endColumn: 30 },
		message: "Logger.buf is written without a lock",
		evidence: [],
		related: [],
		fixes: [],
		ignored: null,
		...changes,
	};
}

function classifyWith(incidents: Incident[], diagnostics: LintDiagnostic[]): Finding[] {
	const lines = (file: string) =>
		file.startsWith(`${module}/`) ? diskSources.lines(join(programs, file.slice(module.length + 1))) : null;
	return classify({ incidents, diagnostics, sources: { lines }, modulePaths: [module] });
}

test("a race and a diagnostic on the same variable are one finding with both", () => {
	const other = diagnose({ function: "(*Logger).Flush", at: { ...diagnose({}).at, line: 40, endLine: 40 } });
	const findings = classifyWith(loggerRaces, [diagnose({}), other]);
	assert.equal(findings.length, 1);
	assert.equal(findings[0]?.kind, "race");
	assert.equal(findings[0]?.severity, "error");
	assert.equal(findings[0]?.incidents.length, loggerRaces.length);
	assert.equal(findings[0]?.diagnostics.length, 2);
	assert.ok(findings[0]?.places.some(({ line }) => line === 40));
});

test("the same variable gives the same fingerprint, whether lint or race detector saw it", () => {
	const [seen] = classifyWith(loggerRaces, []);
	const [linted] = classifyWith([], [diagnose({})]);
	assert.equal(linted?.fingerprint, seen?.fingerprint);
	assert.equal(linted?.kind, "lint");
	assert.equal(linted?.severity, "warning");
});

test("a diagnostic on another variable stays a finding of its own", () => {
	const findings = classifyWith(loggerRaces, [
		diagnose({ subject: "Logger.spare", at: { ...diagnose({}).at, line: 50, endLine: 50 } }),
	]);
	assert.deepEqual(
		findings.map(({ kind }) => kind),
		["race", "lint"],
	);
	assert.deepEqual(findings[0]?.related, []);
});

test("a bare goroutine and the panic that came out of it are related, not one", () => {
	const launch = diagnose({
		analyzer: "unrecoveredgoroutine",
		section: "recover-goroutine",
		package: `${module}/jobs`,
		function: "Start",
		subject: null,
		subjectType: null,
		at: { file: "/home/you/app/jobs/queue.go", line: 20, column: 2, endLine: 22, endColumn: 4 },
	});
	const [panic, lint] = classifyWith(crash, [launch]);
	assert.equal(panic?.section, "panic-index-out-of-range");
	assert.equal(lint?.section, "recover-goroutine");
	assert.deepEqual(panic?.related, [lint?.fingerprint]);
	assert.deepEqual(lint?.related, [panic?.fingerprint]);
});

test("an ignored diagnostic keeps its reason; with a race it is evidence, and the race counts", () => {
	const ignored = diagnose({ ignored: { reason: "only in tests" } });
	const [alone] = classifyWith([], [ignored]);
	assert.equal(alone?.ignoredReason, "only in tests");
	const [raced] = classifyWith(loggerRaces, [ignored]);
	assert.equal(raced?.ignoredReason, null);
	assert.equal(raced?.diagnostics.length, 1);
});

test("two launches in one function are two findings with fingerprints of their own", () => {
	const at = (line: number) => ({
		file: "/home/you/app/jobs/queue.go",
		line,
		column: 2,
		endLine: line,
		endColumn: 9,
	});
	const launch = { analyzer: "unrecoveredgoroutine", section: "recover-goroutine", subject: null };
	const findings = classifyWith([], [diagnose({ ...launch, at: at(5) }), diagnose({ ...launch, at: at(9) })]);
	assert.equal(findings.length, 2);
	assert.notEqual(findings[0]?.fingerprint, findings[1]?.fingerprint);
});

test("a survived panic is a warning", () => {
	const survived = crash.map((incident) =>
		incident.kind === "panic" ? { ...incident, recovered: true } : incident,
	);
	assert.equal(classifyWith(survived, [])[0]?.severity, "warning");
	assert.equal(classifyWith(crash, [])[0]?.severity, "error");
});
