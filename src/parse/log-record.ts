import { parseJsonObject, stringOf } from "./test-event.ts";

/** The lines that one line of a log holds, and the stream that the record names. */
export interface LogRecord {
	lines: string[];
	stream: string;
}

/** Where loggers and collectors put the message: Docker, journald, Google Cloud, zap, slog, logrus, Loki. */
const messageKeys = ["log", "MESSAGE", "textPayload", "message", "msg", "Message", "line"];
const panicKeys = ["panic", "recover", "recovered", "reason", "error", "err", "value"];
const streamKeys = ["stream", "container_name", "_PID", "SYSLOG_IDENTIFIER", "pod"];
const foldedStack = /goroutine \d+ \[[^\]]{1,200}\]:(?:\\n|\n)/;
const callers = /\n\t\S+:\d+/;

/**
 * The lines in a record of a structured log, or in a line in which a logger wrote a stack with its line feeds escaped or
 * lost. Null for a line that is only itself.
 */
export function unfoldRecord(text: string): LogRecord | null {
	if (/^\s*\{/.test(text)) {
		const record = parseJsonObject(text);
		if (record) return { lines: linesOfRecord(record), stream: firstString(record, streamKeys) ?? "" };
	}
	// 2022-03-04T14:50:01.293+0800	ERROR	Middleware PANIC RECOVER	{"error": "oops", "stack": "main.handle\\n\\t/src/a.go:1…"}
	const at = text.indexOf('{"');
	const fields = at > 0 ? parseJsonObject(text.slice(at)) : null;
	if (fields)
		return { lines: linesOfRecord({ ...fields, message: text.slice(0, at).trimEnd() }), stream: "" };
	if (foldedStack.test(text)) return { lines: unescapeLines(text), stream: "" };
	if (joinedStack.test(text) || joinedRace.test(text)) return { lines: splitJoined(text), stream: "" };
	return null;
}

function firstString(record: Record<string, unknown>, keys: readonly string[]): string | null {
	for (const key of keys) {
		const value = stringOf(record[key]);
		if (value !== null && value !== "") return value;
	}
	return null;
}

function linesOfRecord(record: Record<string, unknown>): string[] {
	const message = firstString(record, messageKeys) ?? "";
	const value = firstString(record, panicKeys);
	const stacks = Object.values(record).filter(
		(each): each is string =>
			typeof each === "string" && each !== message && (foldedStack.test(each) || callers.test(each)),
	);
	const head = value === null || stacks.includes(value) ? message : `${message}: ${value}`;
	return [stacks.length === 0 ? message : head, ...stacks].flatMap((part) =>
		part.replace(/\n$/, "").split("\n"),
	);
}

const quotedMessage = /\b(?:msg|message)="((?:[^"\\]|\\.)*)"/;

/** `msg="recovered from panic" stack="goroutine 7 [running]:\n\tmain.f()…"` → its lines. */
function unescapeLines(text: string): string[] {
	const at = text.search(/goroutine \d+ \[/);
	const before = text.slice(0, at);
	const head = quotedMessage.exec(before)?.[1] ?? before.replace(/\s*[\w.-]+[=:]\s*"?$/, "");
	const stack = text.slice(at).split(/\\n|\n/);
	return [...head.split(/\\n/), ...stack].map((line) => line.replaceAll("\\t", "\t").replaceAll('\\"', '"'));
}

// A form or a chat made one line of everything: "panic: x goroutine 1 [running]: main.main() /src/a.go:5 +0x1d exit status 2"
const joinedStack = /goroutine \d+ \[[^\]]{1,200}\]: +\S.{0,2000}?\.go:\d+/;
const joinedRace = /WARNING: DATA RACE +\S.{0,2000}?\.go:\d+/;
const joint =
	/ +(?=goroutine \d+ \[|created by \S|exit status \d|\[signal SIG|={18}|(?:Previous )?(?:[Rr]ead|[Ww]rite) (?:at 0x|by )|Goroutine \d+ \(\w+\) created)|(?<=(?:\]|by main goroutine|by goroutine \d+|created at|DATA RACE):?) +(?=[^ ])|(?<=\)|in goroutine \d+) +(?=\S+:\d+(?: |$))|(?<=:\d+(?: \+0x[0-9a-f]+)?) +(?=[^+ ])/;

function splitJoined(text: string): string[] {
	return text.split(joint);
}
