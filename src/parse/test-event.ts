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

const shortestTime = '{"Time":"2006-01-02T15:04:05'.length;
const packagePart = /,"Action":"output","Package":"([^"\\\x80-\xff]+)"/y;
const testKey = ',"Test":"';
const outputKey = ',"Output":"';
const quote = 34;
const backslash = 92;
const letterN = 110;
const closeBrace = 125;
const capitalO = 79;
const capitalT = 84;

/**
 * Finds the parts of an output event in the layout that test2json writes since Go 1.10:
 * `{"Time":"…","Action":"output","Package":"p","Test":"T","Output":"…\n"}`.
 * The one object returned is filled anew by each call; null where the layout is another, for `parseTestEvent`.
 * Single characters tell the keys apart, because for half a million lines a second comparing strings is dear.
 */
export function createOutputFinder(): (text: string, start: number, end: number) => OutputRange | null {
	const range: OutputRange = { package: "", testStart: 0, testEnd: 0, start: 0, end: 0 };
	// From the time up to the test, nearly every line says the same as the one before it.
	let knownPart = outputKey;

	const readPackage = (text: string, at: number): boolean => {
		if (text.slice(at, at + knownPart.length) === knownPart) return true;
		packagePart.lastIndex = at;
		const match = packagePart.exec(text);
		if (!match?.[1]) return false;
		knownPart = ownCopy(match[0]);
		range.package = ownCopy(match[1]);
		return true;
	};
	/** Returns where the output's key begins; -1 for a name that JSON.parse must read. */
	const readTest = (text: string, at: number): number => {
		const isTest = text.charCodeAt(at + 2) === capitalT;
		range.testStart = isTest ? at + testKey.length : at;
		range.testEnd = isTest ? text.indexOf('"', range.testStart) : at;
		if (!isTest) return at;
		return text.charCodeAt(range.testEnd - 1) === backslash ? -1 : range.testEnd + 1;
	};
	return (text, start, end) => {
		if (text.charCodeAt(start + 2) !== capitalT || text.charCodeAt(end - 1) !== closeBrace) return null;
		const afterTime = text.indexOf('"', start + shortestTime) + 1;
		if (!readPackage(text, afterTime)) return null;
		const at = readTest(text, afterTime + knownPart.length);
		range.start = at + outputKey.length;
		range.end = end - 2;
		const fits = at > 0 && range.start <= range.end && text.charCodeAt(range.end) === quote;
		return fits && text.charCodeAt(at + 2) === capitalO && text.charCodeAt(range.start - 1) === quote
			? range
			: null;
	};
}

const needsDecoding = /[\\\x80-\xff]/;

/** The text of a JSON string's inside, given as bytes; as it stands where it is not valid JSON. */
export function unescapeJson(raw: string): string {
	if (!needsDecoding.test(raw)) return raw;
	const text = decodeBytes(raw);
	try {
		return JSON.parse(`"${text}"`);
	} catch {
		return text;
	}
}

/** Says whether an event's output, still escaped, ends a line. */
export function isLine(raw: string): boolean {
	return raw.charCodeAt(raw.length - 1) === letterN && raw.charCodeAt(raw.length - 2) === backslash;
}

/** The line that an event's output holds, if it is a whole one without escapes; else null. */
export function plainLine(raw: string): string | null {
	if (!isLine(raw)) return null;
	const line = raw.slice(0, -2);
	return needsDecoding.test(line) ? null : line;
}

/** The line that an event's output holds: without its line feed. */
export function outputOf(raw: string): string {
	return unescapeJson(raw.endsWith("\\n") ? raw.slice(0, -2) : raw);
}

/** Says whether an event tells that its package is done. */
export function endsPackage(event: TestEvent): boolean {
	return event.test === null && ["pass", "fail", "skip"].includes(event.action);
}

const quotedEvents = /"(\{\\"Time\\":.*)"/;

/** The events of a `go test -json` that a test ran and printed, as a line of its own output or quoted in one. */
export function nestedTestEvents(text: string): TestEvent[] {
	if (text.endsWith("}") && text.includes('"Action":"')) {
		const event = parseTestEvent(text.slice(text.indexOf("{")));
		return event ? [event] : [];
	}
	const quoted = text.includes('{\\"Time\\":') ? quotedEvents.exec(text)?.[1] : null;
	if (!quoted) return [];
	return unescapeJson(quoted)
		.split("\n")
		.flatMap((line) => parseTestEvent(line) ?? []);
}

/** Says whether output, still escaped, may hold such an event. */
export function mayHoldTestEvents(raw: string): boolean {
	const last = raw.charCodeAt(raw.length - 3);
	return (last === closeBrace || last === quote) && raw.includes("Action\\");
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
