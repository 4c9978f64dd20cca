import type { CreatedBy } from "#domain/incident.ts";
import type { DumpedGoroutine } from "#domain/output-event.ts";
import { createGinStackReader } from "./gin-stack.ts";
import { ownCopy } from "./lines.ts";
import { createStackReader } from "./stack.ts";
import { isFunctionName, parseFileLine, parseStackLine } from "./stack-line.ts";

/** Reads a goroutine dump line by line. */
export interface DumpReader {
	/** Says whether the line begins a dump. */
	startsWith(text: string): boolean;
	/** Starts a stack that a logger printed without a header, if the line is a function's. */
	startsBare(text: string): boolean;
	started(): boolean;
	/** Says whether the line belongs to the dump. */
	read(text: string): boolean;
	/** Forgets what was read: it was a panic's value that imitates a dump. */
	reset(): void;
	goroutines(): readonly DumpedGoroutine[];
}

/*
 * The lines of a dump.
 *
 *   goroutine 7 [chan receive, 2 minutes, locked to thread]:           a new goroutine
 *   goroutine 4 gp=0xc0001141e0 m=0 mp=0x7c8160 [syscall]:             likewise (fatal errors, GOTRACEBACK=system)
 *   runtime stack:                                                     a goroutine without number
 *   main.(*T).M(0x1, {0x2, 0x3})                                       stack.ts
 *   <TAB>/src/a.go:12 +0x4f fp=0xc000 sp=0xc000 pc=0x47                stack.ts
 *   created by main.start in goroutine 1                               creator, then its file line
 *   [originating from goroutine 1]:                                    frames of an ancestor, not kept
 *   ...additional frames elided...                                     nothing
 *   runtime: unexpected return pc for runtime.sigpanic …               nothing, as stack memory and registers
 *   /src/a.go:12 (0x4f6b3d)                                            gin-stack.ts
 */
const header = /^goroutine (\d+)(?: gp=\S+)?(?: m=\S+)?(?: mp=\S+)? \[(.*)\]:?$/;
const runtimeStack = /^runtime stack:$/;
const creator = /^created by (.+?)(?: in goroutine (\d+))?$/;
const ancestor = /^\[originating from goroutine \d+\]:$/;
const ignored =
	/^(?:runtime|stack): |^0x[0-9a-f]{8,}: |^\[?\.{3}|^non-Go function|^(?:r\w+|e?flags|cs|fs|gs|lr|sp|pc|fault)\s+0x[0-9a-f]+$|^goroutine running on other thread/;

/** chi's mark of the frame that raised the panic. */
const marker = /^-> +/;

const goroutineLimit = 1_000;
const frameLimit = 1_000;

/** Makes a reader that waits for the first goroutine's header. */
export function createDumpReader(): DumpReader {
	const goroutines: DumpedGoroutine[] = [];
	const stack = createStackReader();
	const gin = createGinStackReader();
	let current: DumpedGoroutine | null = null;
	let pendingCreator: RegExpExecArray | null = null;

	const open = (goroutine: number | null, state: string | null) => {
		current = { goroutine, state, stack: [], createdBy: null };
		if (goroutines.length < goroutineLimit) goroutines.push(current);
		stack.into(current.stack);
		pendingCreator = null;
	};
	const readHeader = (trimmed: string): boolean => {
		const match = header.exec(trimmed);
		if (match) open(Number(match[1]), stateOf(match[2] ?? ""));
		else if (runtimeStack.test(trimmed)) open(null, null);
		else if (ancestor.test(trimmed)) stack.into([]);
		else return false;
		return true;
	};
	const readCreator = (trimmed: string): boolean => {
		const place = pendingCreator && parseFileLine(trimmed);
		if (pendingCreator && place) {
			if (current) current.createdBy = createdBy(pendingCreator, place);
			pendingCreator = null;
			return true;
		}
		const match = creator.exec(trimmed);
		if (!match?.[1] || !isFunctionName(match[1])) return false;
		// An ancestor has a creator too; the goroutine's own comes first.
		pendingCreator = current?.createdBy ? null : match;
		stack.into([]);
		return true;
	};
	const readGin = (trimmed: string): boolean => {
		if (!current && gin.startsWith(trimmed)) open(null, null);
		return current !== null && gin.read(trimmed, current.stack);
	};
	return {
		startsWith: (text) => header.test(text) || runtimeStack.test(text) || gin.startsWith(text),
		startsBare(text) {
			if (parseStackLine(text.trim().replace(marker, "")).function !== null) open(null, null);
			return current !== null;
		},
		started: () => current !== null,
		goroutines: () => goroutines,
		reset() {
			goroutines.length = 0;
			current = null;
		},
		read(text) {
			const trimmed = text.trim().replace(marker, "");
			if (trimmed === "") return true;
			if (readHeader(trimmed) || readCreator(trimmed) || readGin(trimmed)) return true;
			if (!ignored.test(trimmed) && !stack.read(trimmed, text)) return false;
			if (current && current.stack.length > frameLimit) current.stack.length = frameLimit;
			return true;
		},
	};
}

function createdBy(match: RegExpExecArray, place: { file: string; line: number }): CreatedBy {
	return {
		function: ownCopy(match[1] ?? ""),
		file: ownCopy(place.file),
		line: place.line,
		goroutine: match[2] === undefined ? null : Number(match[2]),
	};
}

/** "chan receive, 2 minutes, locked to thread" → "chan receive". */
function stateOf(printed: string): string {
	return ownCopy(printed.split(",", 1)[0] ?? "");
}
