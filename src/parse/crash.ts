import type { Attributable } from "./attribution.ts";
import type { Block } from "./block.ts";
import { type CrashHead, readChain, readSignal, readValue, startHead } from "./crash-head.ts";
import { crashEvents } from "./crash-incident.ts";
import { createDumpReader, type DumpReader } from "./goroutine-dump.ts";
import { findLandmark, type Landmark, maybeNotable, startsSomethingElse } from "./landmark.ts";
import type { RecentLine } from "./recent-lines.ts";

/*
 * The lines of a crash and what each leads to. Blank lines and the program's own output may lie anywhere.
 *
 *   line                                                   reader              then
 *   panic: boom [recovered]                                startHead           head
 *   <TAB>panic: boom again                                 readChain           head
 *   <TAB>second line of the value                          readValue           head
 *   <TAB><TAB>TestHang (2s)                                readValue           head (timeouts)
 *   [signal SIGSEGV: segmentation violation code=0x1 …]    readSignal          head
 *   goroutine 7 [running]:                                 goroutine-dump.ts   dump
 *   main.f(0x1)                                            goroutine-dump.ts   dump
 *   -----, then SIGQUIT: quit                              readDump            dump (GOTRACEBACK=crash: the next thread)
 *    -> main.handle                                        startPretty         dump (chi)
 *   exit status 2                                          readHead, readDump  not mine
 */
const threadSeparator = "-----";
const prettyFrame = /^\s*-> +\S/;
const deathLine = /^\s*(?:exit status \d+$|FAIL\t|\*\*\* Test killed|signal: )/;

/** A value may be long; so many lines after a line in Go's own form, or after one in a sentence, and no dump follows. */
const valueLineLimit = { strong: 5_000, weak: 60 };
/** After so many lines in a row that are none of the dump's, it is over. */
const foreignLineLimit = 100;

/** Starts reading the crash that `landmark` begins; `above` are the lines above it, the last one last. */
export function createCrashReader(
	start: Attributable,
	landmark: Landmark,
	above: readonly RecentLine[],
): Block {
	const head = startHead(landmark, above);
	const dump = createDumpReader();
	if (landmark.kind === "dump") dump.read(`goroutine ${landmark.rest}`);
	if (landmark.header !== null) dump.read(landmark.header);
	const isNextThread = createThreadWatch();
	let foreign = 0;
	/** The dump's header is indented, as in a panic's value: the real one may still come. */
	let provisional = false;

	const readDump = (text: string) => {
		if (isNextDump(head, text)) return "not-mine";
		if (isNextThread(text.trim())) return "more";
		if (provisional && isDumpStart(head, text, dump)) {
			dump.reset();
			provisional = false;
		}
		if (dump.read(text)) {
			foreign = 0;
			return "more";
		}
		return ++foreign > foreignLineLimit || endsDump(text, provisional) ? "not-mine" : "more";
	};
	const readHead = (text: string) => {
		const starts = isDumpStart(head, text, dump) || startsPretty(head, text, dump);
		provisional = !starts && isProvisionalStart(head, text, dump);
		if (starts || provisional) {
			dump.read(text);
			return "more";
		}
		head.afterBlank = text.trim() === "";
		return head.afterBlank || readChain(head, text) || readSignal(head, text) ? "more" : readRest(head, text);
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

/** Below a dump that may be a line of a value, an indented line may be one too. */
function endsDump(text: string, provisional: boolean): boolean {
	return !(provisional && /^\s/.test(text)) && startsSomethingElse(text);
}

/** Watches for the dump of another thread, which begins as a crash of its own would. */
function createThreadWatch(): (trimmed: string) => boolean {
	let afterSeparator = false;
	return (trimmed) => {
		const begins = afterSeparator && /^SIG[A-Z]+: /.test(trimmed);
		afterSeparator = trimmed === threadSeparator || (afterSeparator && trimmed === "");
		return begins;
	};
}

function readRest(head: CrashHead, text: string): "more" | "not-mine" {
	const mayBeValue = text.startsWith("\t") && head.kind === "panic";
	if (!mayBeValue && (startsSomethingElse(text) || isNextLandmark(head, text))) {
		head.died = deathLine.test(text);
		return "not-mine";
	}
	readValue(head, text);
	if (head.valueLines <= valueLineLimit[head.strong ? "strong" : "weak"]) return "more";
	head.died = false;
	return "not-mine";
}

/** Below the runtime's own panic line a dump's header is not indented. */
function isDumpStart(head: CrashHead, text: string, dump: DumpReader): boolean {
	if ((head.kind === "handled" || isSignalOfThread(head)) && dump.startsBare(text)) return true;
	const strict = head.kind === "panic" && head.strong;
	return !(strict && /^\s/.test(text)) && dump.startsWith(text.trim());
}

/** On Windows the stack of a thread that ran foreign code has no header. */
function isSignalOfThread(head: CrashHead): boolean {
	return head.kind === "signal" && head.counterSeen;
}

/** chi marks the frame that raised the panic: " -> main.handle". */
function startsPretty(head: CrashHead, text: string, dump: DumpReader): boolean {
	if (head.kind !== "panic" || !prettyFrame.test(text) || !dump.startsBare(text)) return false;
	head.kind = "handled";
	return true;
}

/** What began in a sentence is over where another line speaks of a panic. */
function isNextLandmark(head: CrashHead, text: string): boolean {
	if (!maybeNotable.test(text) || (head.strong && head.kind !== "handled")) return false;
	const kind = findLandmark(text)?.kind;
	return kind === "handled" || (!head.strong && (kind === "panic" || kind === "fatal"));
}

/** A tab before "goroutine 99 [running]:" is how the runtime prints a line of the panic's own value. */
function isProvisionalStart(head: CrashHead, text: string, dump: DumpReader): boolean {
	return head.afterBlank && text.startsWith(" ") && dump.startsWith(text.trim());
}

/** A handler prints one goroutine; the next running one, or what was caught next, is another report's. */
function isNextDump(head: CrashHead, text: string): boolean {
	if (head.kind !== "handled" && head.kind !== "dump") return false;
	return /^\s*goroutine \d+ \[running/.test(text) || isNextLandmark(head, text);
}
