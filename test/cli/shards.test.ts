import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { Report } from "#domain/report.ts";
import { runCli, temporaryFolder } from "#test/support/built-cli.ts";

const logger = `package logger

import (
	"bytes"
	"io"
)

// Logger keeps what it is told.
type Logger struct{ buf bytes.Buffer }

// Log keeps a line.
func (l *Logger) Log(line string) { l.buf.WriteString(line) }

// LogAsync keeps a line without making the caller wait.
func (l *Logger) LogAsync(line string) { go l.Log(line) }

// Flush writes the lines.
func (l *Logger) Flush(out io.Writer) { l.buf.WriteTo(out) }
`;

const raceTest = (name: string) => `package ${name}

import (
	"sync"
	"testing"

	"example.com/shop/logger"
)

func TestBoth(t *testing.T) {
	var l logger.Logger
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { l.Log("x") })
	}
	wg.Wait()
}
`;

const worker = `package worker

// Start starts what is not looked after.
func Start(jobs chan func()) {
	go func() {
		for job := range jobs {
			job()
		}
	}()
}
`;

/** A race in a package without tests, which the tests of two others show and the lint foresees. */
const files = {
	"go.mod": "module example.com/shop\n\ngo 1.25\n",
	"logger/logger.go": logger,
	"cart/cart_test.go": raceTest("cart"),
	"order/order_test.go": raceTest("order"),
	"worker/worker.go": worker,
	"broken/broken.go": 'package broken\n\nvar x int = "text"\n',
	".github/race-audit.yml":
		"ignore:\n  - section: recover-worker-loop\n    reason: ours\n  - section: race-map\n    reason: gone\n",
};

function makeFolder(t: TestContext, tree: Readonly<Record<string, string>>): string {
	const folder = temporaryFolder(t);
	for (const [path, text] of Object.entries(tree)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

async function audit(folder: string, name: string, args: readonly string[]): Promise<string> {
	const path = join(folder, `${name}.json`);
	const config = ["--config", join(folder, ".github/race-audit.yml")];
	const quick = ["--effort", "quick", "--format", "json", "--output", path];
	const { exitCode, stderr } = await runCli(["audit", folder, ...config, ...quick, ...args]);
	assert.ok(exitCode === 1 || exitCode === 2 || exitCode === 0, stderr);
	return path;
}

async function read(args: readonly string[]): Promise<Report> {
	const { stdout, stderr } = await runCli(args);
	assert.ok(stdout.startsWith("{"), stderr);
	return Report.parse(JSON.parse(stdout));
}

/** What does not change from run to run; the tests of one cause are those that happened to show it. */
function lasting({ plan, findings, gaps, recovery, unusedSuppressions, timings }: Report) {
	const sites = recovery?.uncovered.map(({ file, line }) => `${file}:${line}`).sort();
	return {
		plan: { ...plan, packages: [...plan.packages].sort() },
		findings: findings
			.map(({ fingerprint, kind, state, at, evidence }) => ({ fingerprint, kind, state, at, evidence }))
			.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)),
		gaps: gaps.map(({ kind, package: name }) => ({ kind, name })),
		recovery: { ...recovery, uncovered: sites },
		suppressed: findings.filter(({ suppression }) => suppression !== null).length,
		unusedSuppressions,
		timed: timings.map((timing) => timing.package).sort(),
	};
}

test("shards of plan and shards of audit merge into the report of one run", async (t) => {
	const folder = makeFolder(t, files);
	const count1 = "--go-flags=-count=1";
	const whole = await read(["render", await audit(folder, "whole", [count1]), "--format", "json"]);
	const [race, ...others] = whole.findings.filter(({ kind }) => kind === "race");
	assert.deepEqual([others.length, race?.tests, (race?.evidence.length ?? 0) > 0], [0, ["TestBoth"], true]);
	assert.deepEqual(whole.unusedSuppressions, ["race-map (gone)"]);

	const planned = await runCli(["plan", folder, "--shards", "3", "--timings", join(folder, "whole.json")]);
	const { include } = JSON.parse(planned.stdout) as { include: { shard: string; packages: string }[] };
	assert.equal(include.length, 3);
	const cut = include.map(({ shard, packages }, index) =>
		audit(folder, `planned${index}`, [count1, "--shard", shard, "--packages", packages]),
	);
	const equal = [1, 2, 3].map((index) => audit(folder, `equal${index}`, [count1, "--shard", `${index}/3`]));
	for (const reports of [await Promise.all(cut), await Promise.all(equal)]) {
		const merged = await read(["merge", ...reports]);
		assert.deepEqual(lasting(merged), lasting(whole));
		const lost = await read(["merge", ...reports.slice(1)]);
		assert.match(lost.gaps.at(-1)?.message ?? "", /^shard 1\/3 left no report/);
	}
});

test("import paths in several modules are audited once each, by their own module, in a go.work or without", async (t) => {
	const module = (name: string) => `module example.com/${name}\n\ngo 1.24\n`;
	const tree = {
		"a/go.mod": module("a"),
		"a/a.go": "package a\n",
		"b/go.mod": module("b"),
		"b/b.go": "package b\n",
	};
	for (const work of [{}, { "go.work": "go 1.24\n\nuse ./a\nuse ./b\n" }]) {
		const folder = makeFolder(t, { ...tree, ...work, ".github/race-audit.yml": "" });
		const names = ["--packages", "example.com/a", "example.com/b"];
		const report = await read(["render", await audit(folder, "named", names), "--format", "json"]);
		assert.deepEqual(report.plan.packages, ["example.com/a", "example.com/b"]);
		assert.deepEqual(report.gaps, []);
		const { stdout } = await runCli(["plan", folder, "--shards", "9"]);
		assert.deepEqual(JSON.parse(stdout), {
			include: [
				{ shard: "1/2", packages: "example.com/a" },
				{ shard: "2/2", packages: "example.com/b" },
			],
		});
	}
});
