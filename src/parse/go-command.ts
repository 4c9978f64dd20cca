import type { GapKind } from "#domain/gap.ts";
import type { OutputEvent } from "#domain/output-event.ts";

type PackageEnded = Extract<OutputEvent, { type: "package-ended" }>;

// "ok  	example.com/m	0.021s", "ok  	example.com/m	(cached)", "FAIL	example.com/m [build failed]", "?   	example.com/m	[no test files]"
const packageLine = /^(ok {2}|FAIL|\? {3})\t(\S+)(?:[\t ]+(\[[a-z ]+\]|\(cached\)|[\d.]+s))?/;

/** Reads the line that the go command prints when a package is done; null for any other line. */
export function parsePackageLine(text: string): PackageEnded | null {
	const match = packageLine.exec(text);
	if (!match?.[2]) return null;
	const result = match[3] ?? "";
	return {
		type: "package-ended",
		package: match[2],
		outcome: outcomeOf(match[1] ?? "", result),
		seconds: /^[\d.]+s$/.test(result) ? Number.parseFloat(result) : null,
		cached: result === "(cached)",
	};
}

function outcomeOf(word: string, result: string): PackageEnded["outcome"] {
	if (word.startsWith("?")) return "skip";
	if (result === "[build failed]" || result === "[setup failed]") return "build-failed";
	return word === "FAIL" ? "fail" : "pass";
}

/** Lines that say why something could not be tested, though no test failed. */
const troubles: readonly (readonly [RegExp, GapKind])[] = [
	[/^go: -race requires cgo/, "no-cgo"],
	[/^(?:go: )?-race is (?:only|not) supported on /, "no-cgo"],
	[/^signal: killed$/, "killed"],
	[/^\*\*\* Test killed with quit: ran too long/, "timed-out"],
	[/^race: limit on \d+ simultaneously alive goroutines is exceeded, dying/, "over-limit"],
	[
		/ThreadSanitizer: CHECK failed|^ERROR: ThreadSanitizer failed to allocate|^FATAL: ThreadSanitizer/,
		"tool-failed",
	],
	[/^ThreadSanitizer: ERROR: Flag parsing failed/, "tool-failed"],
];

/** A test cheap enough for every line: false where `troubleIn` finds nothing. */
export const maybeTrouble = /ThreadSanitizer|signal: |-race|race: |quit: /;

/** The gap that a line tells of, or null. */
export function troubleGap(text: string, packageName: string | null, line: number): OutputEvent | null {
	const kind = troubles.find(([pattern]) => pattern.test(text))?.[1];
	if (!kind) return null;
	return {
		type: "gap",
		gap: { kind, package: packageName, message: text.trim().slice(0, 500), detail: null },
		line,
	};
}

/** The gap of a package whose result line says that it was not built. */
export function buildGap(packageName: string, text: string, line: number): OutputEvent {
	const message = text.trim().replaceAll("\t", " ");
	return { type: "gap", gap: { kind: "build-failed", package: packageName, message, detail: null }, line };
}
