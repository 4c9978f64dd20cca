import { isStrong, type Landmark } from "./landmark.ts";
import type { RecentLine } from "./recent-lines.ts";

/** What stands between the first line of a crash and its dump. */
export interface CrashHead {
	kind: Landmark["kind"];
	/** The first line stands where Go prints it, not in a sentence. */
	strong: boolean;
	/** Before the first line stands what only a log puts there. */
	logged: boolean;
	/** The panic lines of the chain, without "panic: " and "[recovered]". */
	messages: string[];
	/** The last line of the chain so far ends in [recovered]. */
	recoveredLast: boolean;
	signal: string | null;
	runningTests: string[];
	/** The lines above the first one, the last one last. */
	above: readonly RecentLine[];
	/** The first line alone shows that somebody caught the panic. */
	certain: boolean;
	/** "PC=0x501dd42 m=3" followed the line of a signal. */
	counterSeen: boolean;
	/** Lines that are no part of the chain, in all; those not indented, as no line of a value is; those only a place. */
	valueLines: number;
	sentences: number;
	places: number;
	lastLine: string;
	afterBlank: boolean;
	/** What followed tells whether the process died of it; null where nothing did. */
	died: boolean | null;
}

// "worker#3 (stderr): ", "10:00:00 [api] ", "   17\t"; no sentence has a number and ends so
const logPrefix = /^[^`"']*\d[^`"']*[\])|:>\t]\s*$/;
const chainLine = /^\s*panic:(?: (.*))?$/;
const bracketedSignal = /\[signal (SIG[A-Z]+|0x[0-9a-f]+)/;
const barePlace = /^\t?\/\S+\.(?:go|s|c):\d+$/;
const programCounter = /^PC=0x[0-9a-f]+ ?/;
const runningTest = /^\s*((?:Test|Benchmark|Fuzz|Example)\S* \([\d.hmsµn]+\))$/;
const recoveredMark = / \[recovered\]$/;
const anyMark = / \[recovered(?:, repanicked)?\]$/;
const runningTestLimit = 1_000;

/** Signals as Go printed them before 1.7. */
const signalNumbers: Readonly<Record<string, string>> = {
	"0x6": "SIGABRT",
	"0x7": "SIGBUS",
	"0x8": "SIGFPE",
	"0xa": "SIGBUS",
	"0xb": "SIGSEGV",
};

/** The head that begins with `landmark`. */
export function startHead(landmark: Landmark, above: readonly RecentLine[]): CrashHead {
	const head: CrashHead = {
		kind: landmark.kind,
		strong: isStrong(landmark),
		logged: logPrefix.test(landmark.prefix),
		messages: [],
		recoveredLast: false,
		signal: null,
		runningTests: [],
		above,
		certain: landmark.certain,
		counterSeen: false,
		valueLines: 0,
		sentences: 0,
		places: 0,
		lastLine: "",
		afterBlank: false,
		died: null,
	};
	if (landmark.kind === "signal") {
		head.signal = /^SIG[A-Z]+|(?<=^Exception )\S+/.exec(landmark.rest)?.[0] ?? null;
	}
	if (landmark.kind !== "dump") addMessage(head, landmark.rest);
	return head;
}

function addMessage(head: CrashHead, text: string): void {
	let value = text.trimEnd();
	if (readSignal(head, value)) value = value.replace(/\s*\[signal .*$/, "");
	if (closesInlineCode(value)) value = value.slice(0, -1);
	head.recoveredLast = recoveredMark.test(value);
	head.messages.push(value.replace(anyMark, ""));
}

/** A backtick without a partner is markdown's. */
function closesInlineCode(value: string): boolean {
	return value.endsWith("`") && value.split("`").length % 2 === 0;
}

/** Reads "<TAB>panic: boom again": the next link of the chain of panics. */
export function readChain(head: CrashHead, text: string): boolean {
	const match = head.kind === "panic" ? chainLine.exec(text) : null;
	// Further below it is a line of the panic's own value, or another panic.
	if (!match || (!head.recoveredLast && head.valueLines > 0)) return false;
	addMessage(head, match[1] ?? "");
	return true;
}

/** Reads "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47]". */
export function readSignal(head: CrashHead, text: string): boolean {
	const printed = bracketedSignal.exec(text)?.[1];
	if (printed) head.signal ??= signalNumbers[printed] ?? printed;
	return printed !== undefined;
}

// "I0812 07:42:08.440000 1 controller.go:299] …", "2026/01/02 15:04:05 …", "time="2026-01-02T15:04:05Z" …"
const logLine = /^[IWEF]\d{4} \d\d:\d\d:|\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:/;
const runtimeText =
	/^(?:concurrent map (?:writes|(?:read|iteration|clone) and map write)|all goroutines are asleep - deadlock!|sync: R?[uU]nlock of unlocked \w+|stack overflow|runtime error: .+)$/;

/** Go prints "fatal error: " and the text in two writes, between which another goroutine may log a line. */
function readDisplaced(head: CrashHead, trimmed: string): boolean {
	const [first = ""] = head.messages;
	const mayBe = (head.kind === "fatal" || head.kind === "panic") && head.messages.length === 1;
	if (!mayBe || !logLine.test(first) || !runtimeText.test(trimmed)) return false;
	head.messages = [trimmed];
	return true;
}

/** Reads any other line: of the value, of the list of running tests, or of the program's own output. */
export function readValue(head: CrashHead, text: string): void {
	const trimmed = text.trim();
	if (readDisplaced(head, trimmed)) return;
	head.valueLines++;
	head.lastLine = trimmed;
	if (/^\S/.test(text)) head.sentences++;
	if (barePlace.test(text)) head.places++;
	if (head.kind === "signal" && programCounter.test(trimmed)) head.counterSeen = true;
	const test = runningTest.exec(text)?.[1];
	if (test && head.runningTests.length < runningTestLimit) head.runningTests.push(test);
	if (anyMark.test(trimmed)) head.recoveredLast = recoveredMark.test(trimmed);
}
