import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes the recordings of test/recordings/parse again: runs each Go program and keeps what it printed, with the folder
 * it ran in renamed. `node scripts/record.ts [name…]` makes only those named.
 */
interface Recording {
	/** Arguments of `go` in test/programs/parse, or the case of the `cases` program. */
	go?: string[];
	case?: string;
	race?: boolean;
	env?: Record<string, string>;
}

const test = (...args: string[]): Recording => ({ go: ["test", "-race", "-count=1", ...args] });
const panicTest = (name: string, ...args: string[]): Recording => ({
	...test(...args, "./panictest"),
	env: { CASE: name },
});
const crash = (name: string, more: Partial<Recording> = {}): Recording => ({ case: name, ...more });

const recordings: Record<string, Recording> = {
	"race-in-tests.json": test("-json", "./races"),
	"race-in-tests.verbose": test("-v", "./races"),
	"race-in-tests": test("./races"),
	"race-with-ancestors": {
		...test("-run=TestCaptured", "./races"),
		env: { GORACE: "print_full_thread_history=1" },
	},
	"race-outside-tests.json": test("-json", "./outside"),
	"race-outside-tests": test("./outside"),
	"race-of-parallel-tests.json": test("-json", "-parallel=4", "./parallel"),
	"race-trimpath": test("-trimpath", "-run=TestCaptured", "./races"),
	"several-packages.json": test(
		"-json",
		"./passing",
		"./broken",
		"./panictest",
		"./races",
		"-run=TestPanic|TestCaptured|TestBroken|TestHandled|TestSkipped",
	),
	"several-packages": test("./passing", "./broken", "./races"),
	"nothing-died.json": test("-json", "./passing"),
	"nothing-died.verbose": test("-v", "./passing"),
	"panic-in-test.json": panicTest("nil", "-json"),
	"panic-in-subtest.json": panicTest("subtest", "-json"),
	"panic-in-goroutine-of-test.json": panicTest("goroutine", "-json"),
	"panic-of-lines-in-test.json": panicTest("lines", "-json"),
	"panic-goexit-in-test": panicTest("goexit"),
	"panic-exit-in-test.json": panicTest("exit", "-json"),
	"panic-in-cleanup": panicTest("cleanup"),
	"panic-repanicked-in-test": panicTest("repanic", "-v"),
	"panic-log-after-test.json": panicTest("completed", "-json"),
	"panic-log-after-test": panicTest("completed"),
	"timeout.json": test("-json", "-timeout=1s", "./timeout"),
	timeout: test("-timeout=1s", "./timeout"),
	"fuzz-panic": { go: ["test", "-count=1", "./fuzz"] },
	"http-panic-serving": { go: ["run", "./server"] },
	"cgo-signal": { go: ["run", "./cgo"] },
	"synctest-deadlock.json": test("-json", "./bubble"),
	"synctest-deadlock": test("./bubble"),
	"go-run-race": { go: ["run", "-race", "./cases", "race"] },
	...Object.fromEntries(
		[
			"nil-map",
			"nil-deref",
			"slice",
			"conversion",
			"divide",
			"makeslice",
			"closed-send",
			"closed-close",
			"nil-close",
			"waitgroup",
			"unhashable",
			"nil-value",
			"number",
			"struct",
			"error",
			"lines",
			"nested",
			"repanicked",
			"other-value",
			"iterator",
			"goroutine",
			"recovered",
			"map-writes",
			"deadlock",
			"goexit",
			"unlock",
			"rwunlock",
			"overflow",
			"fault",
			"memory",
			"quit",
			"abort",
		].map((name) => [`crash-${name}`, crash(name)]),
	),
	"crash-checkptr": crash("checkptr", { race: true }),
	"crash-nil-deref-traceback-system": crash("nil-deref", { env: { GOTRACEBACK: "system" } }),
	"crash-goroutine-traceback-all": crash("goroutine", { env: { GOTRACEBACK: "all" } }),
	"crash-error-traceback-none": crash("error", { env: { GOTRACEBACK: "none" } }),
	"crash-goroutine-ancestors": crash("goroutine", { env: { GODEBUG: "tracebackancestors=3" } }),
};

const root = new URL("..", import.meta.url).pathname;
const programs = join(root, "test/programs/parse");
const shownRoot = "/home/gopher/programs";

function record({ go, case: name, race, env = {} }: Recording, folder: string): string {
	let program = "go";
	let args = go ?? [];
	if (name) {
		program = join(folder, race ? "cases-race" : "cases");
		execFileSync("go", ["build", ...(race ? ["-race"] : []), "-o", program, "./cases"], { cwd: programs });
		args = [name];
	}
	const shell = `exec "$0" "$@" 2>&1`;
	const result = spawnSync("sh", ["-c", shell, program, ...args], {
		cwd: programs,
		env: { ...process.env, ...env },
		encoding: "utf8",
		maxBuffer: 1 << 26,
	});
	return result.stdout.replaceAll(programs, shownRoot).replaceAll(folder, "/tmp/build");
}

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "record-"));
for (const [name, recording] of Object.entries(recordings)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	writeFileSync(join(root, "test/recordings/parse", `${name}.log`), record(recording, folder));
}
rmSync(folder, { recursive: true });
