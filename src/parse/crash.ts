import type { CrashIncident, Incident, IncidentKind, TimeoutIncident } from "#domain/incident.ts";
import type { DumpedGoroutine, OutputEvent } from "#domain/output-event.ts";
import { type Attributable, attributeCrash } from "./attribution.ts";
import type { Block } from "./block.ts";
import { handledBy, isPanic, originFrame, userFrameFrom } from "./crash-stack.ts";
import { fatalSubkind, panicSubkind } from "./crash-subkind.ts";
import { createDumpReader, type DumpReader } from "./goroutine-dump.ts";
import { isStrong, type Landmark, startsSomethingElse } from "./landmark.ts";

/*
 * The lines of a crash and what each leads to. Blank lines and the program's own output may lie anywhere.
 *
 *   line                                                   reader              then
 *   panic: boom [recovered]                                landmark.ts         value
 *   <TAB>panic: boom again                                 readChain           value
 *   <TAB>second line of the value                          readValue           value
 *   <TAB>running tests:                                    readValue           value (timeouts)
 *   <TAB><TAB>TestHang (2s)                                readRunningTest     value
 *   [signal SIGSEGV: segmentation violation code=0x1 …]    readSignal          value
 *   goroutine 7 [running]:                                 goroutine-dump.ts   dump
 *   main.f(0x1)                                            goroutine-dump.ts   dump
 *   exit status 2                                          read                not mine
 */
const chainLine = /^(\s*)panic:(?: (.*))?$/;
const bracketedSignal = /\[signal (SIG[A-Z]+|0x[0-9a-f]+)/;
const barePlace = /^\t?\/\S+\.(?:go|s|c):\d+$/;
const programCounter = /^PC=0x[0-9a-f]+ /;
const runningTest = /^\s*((?:Test|Benchmark|Fuzz|Example)\S* \([\d.hmsµn]+\))$/;
const recoveredMark = / \[recovered\]$/;
const anyMark = / \[recovered(?:, repanicked)?\]$/;
const deathLine = /^\s*(?:exit status \d+$|FAIL\t|\*\*\* Test killed|signal: )/;

/** A value may be long; so many lines after a line in Go's own form, or after one in a sentence, and no dump follows. */
const valueLineLimit = { strong: 5_000, weak: 60 };
/** After so many lines in a row that are none of the dump's, it is over. */
const foreignLineLimit = 100;
/** A text that goes on after "panic: x" without a dump only speaks of a panic. */
const sentenceLimit = 3;
const runningTestLimit = 1_000;

/** Starts reading the crash that `landmark` begins; `before` are the lines above it, the last one last. */
export function createCrashReader(start: Attributable, landmark: Landmark, before: readonly string[]): Block {
	const head: Head = {
		kind: landmark.kind,
		strong: isStrong(landmark),
		messages: [],
		recoveredLast: false,
		signal: null,
		runningTests: [],
		valueLines: 0,
		lastLine: "",
		sentences: 0,
		places: 0,
		died: null,
		afterBlank: false,
		before,
	};
	const dump = createDumpReader();
	if (landmark.kind === "dump") dump.read(`goroutine ${landmark.rest}`);
	else readFirst(head, landmark);

	let foreign = 0;
	/** The dump's header is indented, as in a panic's value: the real one may still come. */
	let provisional = false;

	const readDump = (text: string) => {
		if (isNextDump(head.kind, text)) return "not-mine";
		if (provisional && isDumpStart(head, text, dump)) {
			dump.reset();
			provisional = false;
		}
		if (dump.read(text)) foreign = 0;
		else if (!(provisional && /^\s/.test(text)) && startsSomethingElse(text)) return "not-mine";
		else foreign++;
		return foreign > foreignLineLimit ? "not-mine" : "more";
	};
	const readHead = (text: string) => {
		const starts = isDumpStart(head, text, dump);
		if (starts || (head.afterBlank && isProvisionalStart(text, dump))) {
			provisional = !starts;
			dump.read(text);
			return "more";
		}
		head.afterBlank = text.trim() === "";
		if (head.afterBlank || readChain(head, text) || readSignal(head, text)) return "more";
		if (!text.startsWith("\t") && startsSomethingElse(text)) {
			head.died = deathLine.test(text);
			return "not-mine";
		}
		readValue(head, text);
		if (head.valueLines <= valueLineLimit[head.strong ? "strong" : "weak"]) return "more";
		head.died = false;
		return "not-mine";
	};
	return {
		read(text, carried) {
			head.strong ||= carried;
			return dump.started() ? readDump(text) : readHead(text);
		},
		end(alive) {
			head.died ??= !alive;
			return crashEvents(start, head, dump.goroutines());
		},
	};
}

interface Head {
	kind: Landmark["kind"];
	strong: boolean;
	messages: string[];
	/** The last line of the chain so far ends in [recovered]. */
	recoveredLast: boolean;
	signal: string | null;
	runningTests: string[];
	valueLines: number;
	lastLine: string;
	/** Lines that are not indented, as no line of a value is. */
	sentences: number;
	/** Lines that are only a place, as Kubernetes once printed a caught panic's callers. */
	places: number;
	/** What followed tells whether the process died of it; null where nothing did. */
	died: boolean | null;
	afterBlank: boolean;
	before: readonly string[];
}

/** Below the runtime's own panic line a dump's header is not indented. */
function isDumpStart(head: Head, text: string, dump: DumpReader): boolean {
	if (head.kind === "handled" && dump.startsBare(text)) return true;
	const strict = head.kind === "panic" && head.strong;
	return !(strict && /^\s/.test(text)) && dump.startsWith(text.trim());
}

/** A tab before "goroutine 99 [running]:" is how the runtime prints a line of the panic's own value. */
function isProvisionalStart(text: string, dump: DumpReader): boolean {
	return text.startsWith(" ") && dump.startsWith(text.trim());
}

/** A handler prints one goroutine; the next running one is another report's. */
function isNextDump(kind: Landmark["kind"], text: string): boolean {
	return (kind === "handled" || kind === "dump") && /^\s*goroutine \d+ \[running/.test(text);
}

function readFirst(head: Head, landmark: Landmark): void {
	if (landmark.kind === "signal") head.signal = /^SIG[A-Z]+|(?<=^Exception )\S+/.exec(landmark.rest)?.[0] ?? null;
	addMessage(head, landmark.rest);
}

function addMessage(head: Head, text: string): void {
	let value = text.trimEnd();
	if (readSignal(head, value)) value = value.replace(/\s*\[signal .*$/, "");
	head.recoveredLast = recoveredMark.test(value);
	head.messages.push(value.replace(anyMark, ""));
}

function readChain(head: Head, text: string): boolean {
	const match = chainLine.exec(text);
	if (!match || head.kind !== "panic") return false;
	// Further below it is a line of the panic's own value, or another panic.
	if (!head.recoveredLast && head.valueLines > 0) return false;
	addMessage(head, match[2] ?? "");
	return true;
}

function readSignal(head: Head, text: string): boolean {
	const match = bracketedSignal.exec(text);
	if (match) head.signal ??= signalName(match[1] ?? "");
	return match !== null;
}

/** Go before 1.7 printed only the number. */
function signalName(printed: string): string {
	const numbers: Record<string, string> = { "0x6": "SIGABRT", "0x7": "SIGBUS", "0x8": "SIGFPE", "0xa": "SIGBUS", "0xb": "SIGSEGV" };
	return numbers[printed] ?? printed;
}

function readValue(head: Head, text: string): void {
	head.valueLines++;
	head.lastLine = text.trim();
	if (/^\S/.test(text)) head.sentences++;
	if (barePlace.test(text)) head.places++;
	if (head.kind === "signal" && programCounter.test(text.trim())) head.strong = true;
	const test = runningTest.exec(text)?.[1];
	if (test && head.runningTests.length < runningTestLimit) head.runningTests.push(test);
	if (anyMark.test(text.trimEnd())) head.recoveredLast = recoveredMark.test(text.trimEnd());
}

function crashEvents(start: Attributable, head: Head, goroutines: readonly DumpedGoroutine[]): OutputEvent[] {
	const first = goroutines.find((each) => each.goroutine !== null) ?? goroutines[0];
	const stack = first?.stack ?? [];
	const handled = handledBy(head.kind, head.strong, stack);
	if (!isIncident(head, first, handled)) return [];
	const messages = messagesOf(head);
	const message = messages[0] ?? "";
	const origin = originFrame(stack);
	const incident: Incident = {
		...kindOf(head, message),
		line: start.line,
		...attributeCrash(start, head.runningTests, first),
		message,
		messages,
		recovered: head.recoveredLast || handled,
		signal: head.signal,
		goroutine: first?.goroutine ?? null,
		goroutineState: first?.state ?? null,
		stack,
		originFrame: origin,
		userFrame: userFrameFrom(stack, origin),
		createdBy: first?.createdBy ?? null,
	};
	const others = goroutines.filter((each) => each !== first);
	const event = { type: "incident", incident } as const;
	return others.length === 0 ? [event] : [event, { type: "goroutines", line: start.line, goroutines: others }];
}

function messagesOf(head: Head): string[] {
	if (head.kind === "dump") return [messageAbove(head.before)];
	// gin prints the request between its heading and the value.
	if (head.kind === "handled" && head.messages[0] === "") return [head.lastLine];
	return head.messages;
}

function isIncident(head: Head, first: DumpedGoroutine | undefined, handled: boolean): boolean {
	if (head.kind === "dump") return handled || isPanic(first?.stack[0]);
	if (first && head.kind === "handled") return first.stack.length > 0 || first.goroutine !== null;
	if (first) return head.kind !== "signal" || head.strong;
	const message = messagesOf(head)[0] ?? "";
	if (head.kind === "handled") return message !== "" && (head.places > 1 || (head.valueLines === 0 && head.died === true));
	if (!head.strong || head.kind === "signal") return false;
	if (head.signal !== null) return true;
	const isKnown = !["custom", "other"].includes(head.kind === "fatal" ? fatalSubkind(message) : panicSubkind(message));
	return head.died === true && (isKnown || head.sentences < sentenceLimit);
}

type KindFields =
	| Pick<TimeoutIncident, "kind" | "subkind" | "runningTests">
	| (Pick<CrashIncident, "subkind"> & { kind: Exclude<IncidentKind, "race" | "timeout"> });

function kindOf(head: Head, message: string): KindFields {
	switch (head.kind) {
		case "signal":
			return { kind: "signal", subkind: null };
		case "fatal":
			return { kind: "fatal", subkind: fatalSubkind(message) };
		case "race":
		case "panic":
		case "handled":
		case "dump":
			if (/^test timed out after /.test(message)) {
				return { kind: "timeout", subkind: null, runningTests: head.runningTests };
			}
			return { kind: "panic", subkind: panicSubkind(message) };
	}
}

/** What the lines above a handler's dump say about the panic. */
function messageAbove(before: readonly string[]): string {
	for (const line of before.toReversed()) {
		const match =
			/\b(runtime error: .*)$/.exec(line) ??
			/(?:panic|recover)\w*[^:]*: (.*)$/i.exec(line) ??
			/\b[Rr]ecovered(?: in \S+)? (.+)$/.exec(line);
		if (match?.[1]) return match[1].trim();
	}
	return "";
}
