import { decodeBytes, ownCopy } from "./lines.ts";

/** One event of `go test -json`; absent fields are null. */
export interface TestEvent {
	action: string;
	package: string | null;
	test: string | null;
	output: string | null;
	seconds: number | null;
	importPath: string | null;
	failedBuild: string | null;
}

/** An output event found without parsing JSON. Its test and output are ranges of the text, the output still escaped. */
export interface OutputRange {
	package: string;
	/** Where the test's name begins and ends; equal where the event names none. */
	testStart: number;
	testEnd: number;
	start: number;
	end: number;
}

const timeKey = '{"Time":"';
const shortestTime = "2006-01-02T15:04:05".length;
const packagePart = /,"Action":"output","Package":"([^"\\\x80-\xff]+)"/y;
const testKey = ',"Test":"';
const outputKey = ',"Output":"';
const [quote, backslash, openBrace, closeBrace, capitalT] = ['"', "\\", "{", "}", "T"].map((c) =>
	c.charCodeAt(0),
);

/**
 * Finds the parts of an output event in the layout that test2json writes since Go 1.10:
 * `{"Time":"…","Action":"output","Package":"p","Test":"T","Output":"…\n"}`.
 * The one object returned is filled anew by each call; null where the layout is another, for `parseTestEvent`.
 */
export function createOutputFinder(): (text: string, start: number, end: number) => OutputRange | null {
	const range: OutputRange = { package: "", testStart: 0, testEnd: 0, start: 0, end: 0 };
	// From the time up to the test, nearly every line says the same as the one before it.
	let knownPart = timeKey;

	const readPackage = (text: string, at: number): boolean => {
		packagePart.lastIndex = at;
		const match = packagePart.exec(text);
		if (!match?.[1]) return false;
		knownPart = ownCopy(match[0]);
		range.package = ownCopy(match[1]);
		return true;
	};
	/** Returns where the output's key begins; -1 for a name that JSON.parse must read. */
	const readTest = (text: string, at: number): number => {
		range.testStart = at;
		range.testEnd = at;
		if (text.charCodeAt(at + 2) !== capitalT || !text.startsWith(testKey, at)) return at;
		range.testStart = at + testKey.length;
		range.testEnd = text.indexOf('"', range.testStart);
		if (range.testEnd < 0 || text.charCodeAt(range.testEnd - 1) === backslash) return -1;
		return range.testEnd + 1;
	};
	/** Returns where the output's text begins; -1 where the layout is another. */
	const readKeys = (text: string, start: number): number => {
		if (text.charCodeAt(start) !== openBrace || text.charCodeAt(start + 2) !== capitalT) return -1;
		const afterTime = text.indexOf('"', start + timeKey.length + shortestTime) + 1;
		if (!text.startsWith(knownPart, afterTime) && !readPackage(text, afterTime)) return -1;
		const at = readTest(text, afterTime + knownPart.length);
		return at >= 0 && text.startsWith(outputKey, at) ? at + outputKey.length : -1;
	};
	return (text, start, end) => {
		range.start = readKeys(text, start);
		range.end = end - 2;
		if (range.start < 0 || range.start > range.end) return null;
		return text.charCodeAt(end - 2) === quote && text.charCodeAt(end - 1) === closeBrace ? range : null;
	};
}

/** The text of a JSON string's inside; as it stands where it is not valid JSON. */
export function unescapeJson(raw: string): string {
	const text = decodeBytes(raw);
	if (!text.includes("\\")) return text;
	try {
		return JSON.parse(`"${text}"`);
	} catch {
		return text;
	}
}

/** Reads one line of `go test -json` in any layout; null when it is not one. */
export function parseTestEvent(line: string): TestEvent | null {
	const value = parseJsonObject(line);
	if (!value) return null;
	const action = stringOf(value.Action);
	if (action === null || !/^[a-z-]+$/.test(action)) return null;
	const event = {
		action,
		package: stringOf(value.Package),
		test: stringOf(value.Test),
		output: stringOf(value.Output),
		seconds: typeof value.Elapsed === "number" ? value.Elapsed : null,
		importPath: stringOf(value.ImportPath),
		failedBuild: stringOf(value.FailedBuild),
	};
	// test2json run by hand without -p names no package.
	return event.package !== null || event.importPath !== null || event.output !== null || event.test !== null
		? event
		: null;
}

/** The object a line holds as JSON, or null. */
export function parseJsonObject(line: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === "object" && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch {
		return null;
	}
}

/** A JSON value as a string, or null. */
export function stringOf(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
