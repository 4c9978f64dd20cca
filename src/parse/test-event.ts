import { decodeBytes } from "./lines.ts";

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

/** An output event found without parsing JSON: `output` is a range of the text, still escaped. */
export interface OutputRange {
	package: string;
	test: string | null;
	start: number;
	end: number;
}

const timeKey = '{"Time":"';
const actionKey = ',"Action":"output","Package":"';
const testKey = '","Test":"';
const outputKey = '","Output":"';

/**
 * Finds the parts of an output event in the layout that test2json writes since Go 1.10:
 * `{"Time":"…","Action":"output","Package":"p","Test":"T","Output":"…\n"}`.
 * The one object returned is filled anew by each call; null where the layout is another, for `parseTestEvent`.
 */
export function createOutputFinder(): (text: string, start: number, end: number) => OutputRange | null {
	const range: OutputRange = { package: "", test: null, start: 0, end: 0 };
	return (text, start, end) => {
		if (!text.startsWith(timeKey, start)) return null;
		let at = text.indexOf('"', start + timeKey.length + 19) + 1;
		if (!text.startsWith(actionKey, at)) return null;
		at += actionKey.length;
		if (!text.startsWith(range.package, at) || text.charCodeAt(at + range.package.length) !== 34) {
			range.package = plainString(text, at, end);
			if (range.package === "") return null;
		}
		at += range.package.length;
		if (text.startsWith(testKey, at)) {
			at += testKey.length;
			if (!range.test || !text.startsWith(range.test, at) || text.charCodeAt(at + range.test.length) !== 34) {
				range.test = plainString(text, at, end);
				if (range.test === "") return null;
			}
			at += range.test.length;
		} else {
			range.test = null;
		}
		if (!text.startsWith(outputKey, at) || !text.startsWith('"}', end - 2)) return null;
		range.start = at + outputKey.length;
		range.end = end - 2;
		return range;
	};
}

/** The string that starts at `at`, or "" when it holds an escape or is not ASCII, which JSON.parse must read. */
function plainString(text: string, at: number, end: number): string {
	const quote = text.indexOf('"', at);
	if (quote < 0 || quote > end) return "";
	const raw = text.slice(at, quote);
	// Through a Buffer, so that a name kept for long does not keep the whole piece of input alive.
	return /[\\\x80-\xff]/.test(raw) ? "" : Buffer.from(raw, "latin1").toString("latin1");
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
