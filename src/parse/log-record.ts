import { parseJsonObject, stringOf } from "./test-event.ts";

/** The lines that one line of a log holds, and the stream that the record names. */
export interface LogRecord {
	lines: string[];
	stream: string;
}

/** Where loggers and collectors put the message: Docker, journald, Google Cloud, zap, slog, logrus, Loki, CloudWatch. */
const messageKeys = [
	"log",
	"MESSAGE",
	"textPayload",
	"message",
	"msg",
	"Message",
	"line",
	"@message",
	"content",
];
const panicKeys = ["panic", "recover", "recovered", "reason", "error", "err", "value"];
/** Objects in which collectors put the logger's own record: Google Cloud, Elastic, Datadog, Vector. */
const innerRecordKeys = ["jsonPayload", "_source", "attributes", "fields", "data", "error", "exception"];
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
	if (fields) {
		const hasMessage = firstString(fields, messageKeys) !== null;
		const record = hasMessage ? fields : { ...fields, message: text.slice(0, at).trimEnd() };
		return { lines: linesOfRecord(record), stream: "" };
	}
	if (foldedStack.test(text)) return { lines: unescapeLines(text), stream: "" };
	if (joined.some((pattern) => pattern.test(text))) return { lines: splitJoined(text), stream: "" };
	return null;
}

function firstString(record: Record<string, unknown>, keys: readonly string[]): string | null {
	for (const key of keys) {
		const value = stringOf(record[key]);
		if (value !== null && value !== "") return value;
	}
	return null;
}

function linesOfRecord(outer: Record<string, unknown>): string[] {
	const record = withInnerRecords(outer);
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

function withInnerRecords(outer: Record<string, unknown>): Record<string, unknown> {
	let record = outer;
	for (const key of innerRecordKeys) {
		const inner = outer[key];
		if (typeof inner === "object" && inner !== null && !Array.isArray(inner))
			record = { ...inner, ...record };
	}
	return record;
}

// msg="recovered" of logrus; "panic":"boom" of a JSON record that was cut or wrapped
const quotedValue = /(?:\b(?:panic|recovered)=|"(?:panic|recovered)" ?: ?)"((?:[^"\\]|\\.)*)"/;
const quotedMessage = /(?:\b(?:msg|message)=|"(?:msg|message)" ?: ?)"((?:[^"\\]|\\.)*)"/;

/** `msg="recovered from panic" stack="goroutine 7 [running]:\n\tmain.f()…"` → its lines. */
function unescapeLines(text: string): string[] {
	const at = text.search(/goroutine \d+ \[/);
	const before = text.slice(0, at);
	const value = quotedValue.exec(before)?.[1];
	const message = quotedMessage.exec(before)?.[1] ?? before.replace(/\s*[\w.-]+[=:]\s*"?$/, "");
	const head = value === undefined ? message : `panic recovered: ${value}`;
	const stack = text.slice(at).split(/\\n|\n/);
	return [...head.split(/\\n/), ...stack].map((line) => line.replaceAll("\\t", "\t").replaceAll('\\"', '"'));
}

const joined = [
	// A form or a chat made one line of all: "panic: x goroutine 1 [running]: main.main() /src/a.go:5 +0x1d exit status 2"
	/goroutine \d+ \[[^\]]{1,200}\]: +\S.{0,2000}?\.go:\d+/,
	/WARNING: DATA RACE +\S.{0,2000}?\.go:\d+/,
	// A popup kept only the line feeds before the places: "/src/a.go:12 +0x4f main.main()"
	/^\s*(?:\/|[A-Z]:[\\/])[^\s:]+:\d+(?: \+0x[0-9a-f]+)? (?:fp=\S+ sp=\S+ pc=\S+ )? *(?:goroutine \d+ \[[^\]]{1,200}\]: +)?\S+\(.*\)\s*$/,
	/\bfatal error: .* runtime stack: +\S/,
	// Some line feeds were lost: "  main.work()      /src/a.go:12 +0x4f"
	/^\s*\S+\([^()]*\) +\/\S+\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?\s*$/,
];
const joint =
	/ +(?=(?:fatal error|runtime stack): |goroutine \d+ \[|created by \S|exit status \d|\[signal SIG|={18}|(?:Previous )?(?:[Rr]ead|[Ww]rite) (?:at 0x|by )|Goroutine \d+ \(\w+\) created)|(?<=(?:\]|by main goroutine|by goroutine \d+|created at|DATA RACE):?) +(?=[^ ])|(?<=\)|in goroutine \d+) +(?=\S+:\d+(?: |$))|(?<=:\d+(?: \+0x[0-9a-f]+)?(?: fp=\S+ sp=\S+ pc=\S+)?) +(?=[^+ f]|f[^p])|(?<=runtime stack:) +/;

function splitJoined(text: string): string[] {
	return text.split(joint);
}
