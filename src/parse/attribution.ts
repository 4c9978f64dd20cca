import type { Frame } from "#domain/incident.ts";
import type { DumpedGoroutine } from "#domain/output-event.ts";
import { packageOf } from "./origin.ts";

/** Where a report starts, and what test2json says about that line. */
export interface Attributable {
	line: number;
	package: string | null;
	test: string | null;
}

type Attribution = Pick<Attributable, "package" | "test">;

const testFunction = /^(?!TestMain\b)(?:Test|Benchmark|Fuzz|Example)(?![a-z])\w*/;
const testMain = /^TestMain\b/;
/** The frames of package testing directly below a test's own function. */
const testRunner = /^testing\.(?:tRunner|runExample|\(\*B\)\.(?:runN|run1|launch)|\(\*F\)\.Fuzz|fRunner)/;

/**
 * The package and test a report belongs to. A test's frame in its stacks says so for certain; test2json only knows which
 * test had printed last, so its subtest is taken where it agrees with the frame, and all of it where no frame tells.
 */
export function attribute(start: Attributable, stacks: readonly (readonly Frame[])[]): Attribution {
	const found = testFrame(stacks);
	if (!found) return { package: start.package, test: start.test };
	return {
		package: start.package ?? found.package,
		test: start.test !== null && rootOf(start.test) === found.test ? start.test : found.test,
	};
}

function rootOf(test: string): string | undefined {
	return test.split("/", 1)[0];
}

// "Log in goroutine after TestNegotiate/quick has completed: sent"
const completedTest =
	/^\w+ (?:in goroutine |called )?after ((?:Test|Benchmark|Fuzz|Example)\S*) has completed/;

/**
 * Likewise for a crash; one by timeout belongs to the test that hung, one after a test to the test that its message names,
 * whichever had printed last.
 */
export function attributeCrash(
	printed: Attributable,
	message: string,
	runningTests: readonly string[],
	first: DumpedGoroutine | undefined,
	others: readonly DumpedGoroutine[],
): Attribution {
	const start = { ...printed, test: completedTest.exec(message)?.[1] ?? printed.test };
	const running = runningTests.map((each) => each.replace(/ \(.*$/, ""));
	if (running.length === 0 || (start.test !== null && running.includes(start.test))) {
		const creator = first?.createdBy ? [{ ...first.createdBy, origin: "user" } as const] : [];
		return attribute(start, [first?.stack ?? [], creator]);
	}
	const deepest = running.reduce((longest, each) => (each.length > longest.length ? each : longest));
	const isOne = running.every((each) => each === deepest || deepest.startsWith(`${each}/`));
	return { package: start.package ?? packageOfTests(running, others), test: isOne ? deepest : null };
}

/** The package of the tests that were running, from the frame of any of them in the dump. */
function packageOfTests(running: readonly string[], others: readonly DumpedGoroutine[]): string | null {
	const roots = new Set(running.map(rootOf));
	for (const { stack } of others) {
		const found = testFrame([stack]);
		if (found?.test && roots.has(found.test)) return found.package;
	}
	return null;
}

/** A test's frame in any stack; else TestMain's, which is of no test. */
function testFrame(stacks: readonly (readonly Frame[])[]): { package: string; test: string | null } | null {
	for (const stack of stacks) {
		for (const [index, frame] of stack.entries()) {
			const test = testOf(frame, stack[index + 1]);
			if (test !== null) return { package: importPath(packageOf(frame.function)), test };
		}
	}
	// Above testing.(*M).Run, TestMain only started the tests.
	const ownStacks = stacks.filter((stack) => !stack.some((frame) => frame.function === "testing.(*M).Run"));
	const main = ownStacks.flat().find((frame) => frame.origin === "user" && testMain.test(nameOf(frame)));
	return main === undefined ? null : { package: importPath(packageOf(main.function)), test: null };
}

/** The name of "example.com/m_test.TestX.func1" in a _test.go file, or right above testing.tRunner. */
function testOf(frame: Frame, below: Frame | undefined): string | null {
	const test = testFunction.exec(nameOf(frame))?.[0];
	const runs = below !== undefined && testRunner.test(below.function);
	return test && (runs || frame.file.endsWith("_test.go")) ? test : null;
}

function nameOf(frame: Frame): string {
	return frame.function.slice(packageOf(frame.function).length + 1);
}

/** The import path as the go command writes it: "gopkg.in/yaml%2ev3_test" → "gopkg.in/yaml.v3". */
export function importPath(printed: string): string {
	return printed
		.replace(/_test$/, "")
		.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
