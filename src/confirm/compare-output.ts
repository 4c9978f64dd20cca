import type { Exit } from "#host/host.ts";

/** How a test binary exits when tests failed, and when the detector alone says so. */
const failedCodes: ReadonlySet<number | null> = new Set([1, 66]);

/** A race that is known may fail a test under any fix: it is told of by its report. */
const failedByRace = "race detected during execution of test";

/** Stands for a test where a run failed and none is named. */
export const wholePackage = "the package";

/**
 * What one run of a test binary says failed: the tests, and the lines they said it with, without their places. A crash
 * fails what follows it too.
 */
export function failures(exit: Exit): Set<string> {
	if (exit.code === 0) return new Set();
	const names = [...exit.stdout.matchAll(/^\s*--- FAIL: (\S+)/gm)].map((match) => match[1] ?? "");
	const complaints = [...exit.stdout.matchAll(/^\s+\S+\.go:\d+: (.*)$/gm)].map((match) => match[1] ?? "");
	const isCrash = !failedCodes.has(exit.code) || names.length === 0;
	return new Set([
		...names,
		...complaints.filter((text) => text !== failedByRace),
		...(isCrash ? [wholePackage] : []),
	]);
}

/** What `go vet` says after that it did not say before; lines may have moved. */
export function newVetLines(before: string, after: string): string[] {
	const known = new Set(vetLines(before).map(withoutPlace));
	return vetLines(after).filter((line) => !known.has(withoutPlace(line)));
}

function vetLines(text: string): string[] {
	return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

function withoutPlace(line: string): string {
	return line.replace(/^(?:vet: )?\S+?:\d+(?::\d+)?: /, "");
}
