import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { execa } from "execa";
import { Report } from "#domain/report.ts";
import { commitAll, runCli, temporaryFolder } from "#test/support/built-cli.ts";

const auditReport = async (
	args: string[],
	cwd?: string,
): Promise<{ exitCode: number | undefined; report: Report }> => {
	const { exitCode, stdout, stderr } = await runCli(
		["audit", ...args, "--format", "json"],
		cwd === undefined ? {} : { cwd },
	);
	assert.ok(stdout.startsWith("{"), stderr);
	return { exitCode, report: Report.parse(JSON.parse(stdout)) };
};

const sections = (report: Report) =>
	report.findings
		.filter(({ severity }) => severity !== "note")
		.map((one) => `${one.section} ${one.at?.file}`);

test("the example shows each mistake it carries once, and what is done right stays silent", async () => {
	const { exitCode, report } = await auditReport(["examples/logserver"]);
	assert.equal(exitCode, 1);
	// The panic of handlePick may end its process while the detector prints a report of another goroutine.
	const gaps = report.gaps.filter(({ words }) => words?.code !== "race-with-one-access");
	assert.deepEqual(gaps, []);
	const expected = [
		"race-shared-buffer examples/logserver/logger/logger.go",
		"panic-index-out-of-range examples/logserver/server/server.go",
		"recover-goroutine examples/logserver/cleanup/cleanup.go",
		"recover-worker-loop examples/logserver/hook/async.go",
		"recover-goroutine examples/logserver/server/server.go",
	];
	for (const one of expected)
		assert.ok(sections(report).includes(one), `${one} is missing from ${sections(report)}`);
	const shared = report.findings.filter(({ section }) => section === "race-shared-buffer");
	assert.equal(shared.length, 1);
	assert.equal(shared[0]?.title, "Data race on `Logger.buf` (shared `bytes.Buffer`)");
	assert.ok((shared[0]?.incidentCount ?? 0) > 1);
	assert.ok((shared[0]?.confirmation?.head.hits ?? 0) > 0);
	const rightFiles = ["safe_buffer.go", "format.go", "guarded.go", "safego.go"];
	for (const name of rightFiles)
		assert.ok(
			!sections(report).some((one) => one.endsWith(name)),
			`${name} is reported: ${sections(report)}`,
		);
	assert.ok(
		!report.findings.some(
			({ facts, severity }) => severity !== "note" && facts.functions.some((one) => one.includes("Guarded")),
		),
	);
	assert.ok((report.recovery?.covered ?? 0) >= 4);
	const started = report.findings.find(
		({ section, at }) => section === "recover-goroutine" && at?.file.endsWith("server/server.go"),
	);
	const reasons = started?.evidence.map(({ message }) => message) ?? [];
	assert.ok(
		reasons.some((reason) => reason.endsWith("handles an HTTP request, and leads here")),
		`why it matters is not said: ${reasons}`,
	);
});

test("on a change only what the merge base does not show is new, and fails", async (t) => {
	const folder = temporaryFolder(t, "examples/logserver");
	await commitAll(folder, "base");
	await execa("git", ["checkout", "-q", "-b", "feature"], { cwd: folder });
	const known = await auditReport(["--base", "main", "--packages", "./logger"], folder);
	assert.equal(known.exitCode, 0);
	assert.deepEqual([...new Set(known.report.findings.map(({ state }) => state))], ["unchanged"]);
	appendFileSync(
		join(folder, "hook/hook_test.go"),
		`
func TestCounts(t *testing.T) {
	counts := map[string]int{}
	done := make(chan bool)
	for range 2 {
		go func() {
			for range 100 {
				counts["x"]++
			}
			done <- true
		}()
	}
	<-done
	<-done
}
`,
	);
	const changed = await auditReport(["--base", "main", "--scope", "affected", "--only", "race"], folder);
	assert.equal(changed.exitCode, 1);
	assert.deepEqual(changed.report.plan.packages.sort(), ["example.com/logserver/hook"]);
	const fresh = changed.report.findings.filter(({ state }) => state === "new");
	assert.ok(
		fresh.length >= 1 &&
			fresh.every(({ section }) => section === "race-map" || section === "fatal-concurrent-map"),
	);
	assert.equal(fresh[0]?.place, "line");
	const status = await execa("git", ["status", "--porcelain"], { cwd: folder });
	assert.equal(status.stdout, " M hook/hook_test.go");
	assert.deepEqual(
		readdirSync(join(folder, ".git")).filter((name) => name === "worktrees"),
		[],
	);
});

test("a package that does not build is a gap, and the others are audited", async (t) => {
	const folder = temporaryFolder(t, "examples/logserver");
	mkdirSync(join(folder, "broken"));
	writeFileSync(join(folder, "broken/broken.go"), 'package broken\n\nvar x int = "text"\n');
	const { exitCode, report } = await auditReport(["--packages", "./broken", "./safego"], folder);
	assert.equal(exitCode, 2);
	assert.ok(
		report.gaps.some(
			({ kind, package: name }) => kind === "build-failed" && name === "example.com/logserver/broken",
		),
	);
	assert.deepEqual(report.plan.packages.sort(), [
		"example.com/logserver/broken",
		"example.com/logserver/safego",
	]);
});

test("a test that hangs is reported with what was seen before it, and nothing of it stays", async (t) => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, "go.mod"), "module example.com/hang\n\ngo 1.24\n");
	writeFileSync(
		join(folder, "hang_test.go"),
		`package hang

import "testing"

func TestRace(t *testing.T) {
	n := 0
	done := make(chan bool)
	go func() { n++; done <- true }()
	n++
	<-done
}

func TestHang(t *testing.T) { select {} }
`,
	);
	const { exitCode, report } = await auditReport(
		["--timeout", "3s", "--effort", "quick", "--only", "race"],
		folder,
	);
	assert.equal(exitCode, 1);
	assert.deepEqual(report.findings.map(({ kind }) => kind).sort(), ["race", "timeout"]);
});

test("a flag for go test alone reaches neither go list nor the lint", async () => {
	const args = ["examples/logserver", "--packages", "./safego", "--go-flags=-count=1"];
	const { exitCode, report } = await auditReport(args);
	assert.equal(exitCode, 0);
	assert.deepEqual(report.plan.packages, ["example.com/logserver/safego"]);
	assert.deepEqual(report.gaps, []);
	assert.equal(report.recovery?.goroutines, 1);
});
