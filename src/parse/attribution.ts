import type { Frame } from "#domain/incident.ts";
import { packageOf } from "./origin.ts";

/** Where a report starts, and what test2json says about that line. */
export interface Attributable {
	line: number;
	package: string | null;
	test: string | null;
}

/** TestMain runs the tests and is none. */
const testFunction = /^(?!TestMain\b)(Test|Benchmark|Fuzz|Example)(?![a-z])\w*/;
/** The frames of package testing directly below a test's own function. */
const testRunner = /^testing\.(?:tRunner|runExample|\(\*B\)\.(?:runN|run1|launch)|\(\*F\)\.Fuzz|fRunner)/;

/**
 * The package and test a report belongs to. A test's frame in its stacks says so for certain; test2json only knows which
 * test had printed last, so its subtest is taken where it agrees with the frame, and all of it where no frame tells.
 */
export function attribute(
	start: Attributable,
	stacks: readonly (readonly Frame[])[],
): { package: string | null; test: string | null } {
	const found = testFrame(stacks);
	if (!found) return { package: start.package, test: start.test };
	const agrees = start.test !== null && start.test.split("/", 1)[0] === found.test;
	return { package: start.package ?? found.package, test: agrees ? start.test : found.test };
}

function testFrame(stacks: readonly (readonly Frame[])[]): { package: string; test: string } | null {
	for (const stack of stacks) {
		for (const [index, frame] of stack.entries()) {
			const below = stack[index + 1];
			const found = testIn(frame, below);
			if (found) return found;
		}
	}
	return null;
}

/** "example.com/m_test.TestX.func1" in a _test.go file, or right above testing.tRunner. */
function testIn(frame: Frame, below: Frame | undefined): { package: string; test: string } | null {
	if (frame.origin !== "user") return null;
	const path = packageOf(frame.function);
	const match = testFunction.exec(frame.function.slice(path.length + 1));
	const runs = below !== undefined && testRunner.test(below.function);
	if (!match || !(runs || frame.file.endsWith("_test.go"))) return null;
	return { package: importPath(path), test: match[0] };
}

/** The import path as the go command writes it: "gopkg.in/yaml%2ev3_test" → "gopkg.in/yaml.v3". */
export function importPath(printed: string): string {
	return printed
		.replace(/_test$/, "")
		.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
