import type { Access, Frame, GoroutineCreation, RaceIncident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import { type Attributable, attribute } from "./attribution.ts";
import type { Block } from "./block.ts";
import { startsSomethingElse } from "./landmark.ts";
import { createStackReader } from "./stack.ts";

/*
 * The lines of a race report and what each leads to. Blank lines and the program's own output may lie anywhere.
 *
 *   line                                               reader                         then
 *   WARNING: DATA RACE                                 landmark.ts                    heading
 *   Write at 0x00c0000140a8 by goroutine 7:            startAccess                    frames of the access
 *   Previous read at 0x00c0000140a8 by main goroutine: startAccess                    frames of the access
 *   Read by goroutine 13:                              startAccess (Go ≤ 1.5)         frames of the access
 *     main.(*Counter).Add()                            stack.ts                       the file of the frame
 *         /src/counter.go:12 +0x4f                     stack.ts                       the next frame
 *     [failed to restore the stack]                    read                           heading
 *   Goroutine 7 (running) created at:                  startCreation                  frames of the creation
 *   Heap block of size 8 at 0x… allocated by …:        startIgnored (never since 1.5) frames that nobody reads
 *   ==================                                 read                           done
 */
const accessHeading =
	/(?:^|.*?\s|.*?(?=Previous))(Previous |)((?:atomic )?(?:read|write))(?: of size \d+)?(?: at (0x[0-9a-f]+))? by (main goroutine|goroutine (\d+))\b[^:]*:?$/i;
const creationHeading = /Goroutine (\d+) \((running|finished)\) created at:?$/;
const mainCreationHeading = /^Main goroutine created at:?$/i;
const ignoredHeading = /^(?:Heap block of size|Global var|Location is) /;
const wrappedHeading =
	/^(?:Previous )?(?:read|write)\b.*\b(?:by|goroutine|at)$|^Goroutine \d+ \(\w+\)(?: created)?$/i;
const separator = /={18}$/;
const atomicFunction = /^(?:sync\/atomic|internal\/runtime\/atomic|runtime\/internal\/atomic)\./;

/** After so many lines in a row that are none of the report's, it is over. */
const foreignLineLimit = 100;
const frameLimit = 1_000;

/** Starts reading the race report whose "WARNING: DATA RACE" is at `start`. */
export function createRaceReader(start: Attributable): Block {
	const accesses: Access[] = [];
	const goroutines: GoroutineCreation[] = [];
	const stack = createStackReader();
	let frames: Frame[] = [];
	let foreign = 0;
	let wrapped = "";

	const collect = (list: Frame[]) => {
		frames = list;
		stack.into(list);
	};
	const startAccess = (text: string): boolean => {
		const match = accessHeading.exec(text);
		if (!match) return false;
		const access = accessOf(match);
		if (accesses.length < 2) accesses.push(access);
		collect(access.stack);
		return true;
	};
	const startCreation = (text: string): boolean => {
		const match = creationHeading.exec(text);
		if (!match && !mainCreationHeading.test(text)) return false;
		const creation: GoroutineCreation = {
			goroutine: match ? Number(match[1]) : "main",
			state: match ? (match[2] as "running" | "finished") : null,
			stack: [],
			userFrame: null,
		};
		goroutines.push(creation);
		collect(creation.stack);
		return true;
	};
	const startIgnored = (text: string): boolean => {
		if (!ignoredHeading.test(text)) return false;
		collect([]);
		return true;
	};
	const startSection = (text: string): boolean =>
		startAccess(text) || startCreation(text) || startIgnored(text);
	const readHeading = (text: string): boolean => {
		if (!text.includes("oroutine") && wrapped === "" && !wrappedHeading.test(text)) return startIgnored(text);
		const whole = wrapped === "" ? text : `${wrapped} ${text}`;
		wrapped = "";
		if (startSection(whole)) return true;
		if (!wrappedHeading.test(text)) return false;
		wrapped = text;
		return true;
	};
	const readFailedStack = (text: string): boolean => {
		if (!text.includes("failed to restore the stack")) return false;
		const access = accesses.find((each) => each.stack === frames);
		if (access) access.stackRestored = false;
		return true;
	};
	return {
		read(text) {
			if (stack.read(text)) {
				foreign = 0;
				if (frames.length > frameLimit) frames.length = frameLimit;
				return "more";
			}
			const trimmed = text.trim();
			if (separator.test(trimmed)) return accesses.length > 0 ? "done" : "more";
			if (readHeading(trimmed) || readFailedStack(trimmed)) foreign = 0;
			else if (startsSomethingElse(text)) return "not-mine";
			else foreign++;
			return foreign > foreignLineLimit ? "not-mine" : "more";
		},
		end: () => raceEvents(start, accesses, goroutines),
	};
}

function accessOf(match: RegExpExecArray): Access {
	return {
		operation: (match[2] ?? "").toLowerCase().endsWith("read") ? "read" : "write",
		atomic: /^atomic/i.test(match[2] ?? ""),
		previous: match[1] !== "",
		address: match[3] ?? null,
		goroutine: match[5] === undefined ? "main" : Number(match[5]),
		stackRestored: true,
		stack: [],
		userFrame: null,
	};
}

function raceEvents(start: Attributable, accesses: Access[], goroutines: GoroutineCreation[]): OutputEvent[] {
	const events: OutputEvent[] = [];
	for (const access of accesses) {
		access.userFrame = userFrameOf(access.stack);
		access.atomic ||= access.stack[0] !== undefined && atomicFunction.test(access.stack[0].function);
	}
	for (const creation of goroutines) creation.userFrame = userFrameOf(creation.stack);
	if (accesses.length > 0) {
		const incident: RaceIncident = {
			kind: "race",
			line: start.line,
			...attribute(start, raceStacks(accesses, goroutines)),
			accesses,
			goroutines,
		};
		events.push({ type: "incident", incident });
	}
	const unread = whatIsMissing(accesses);
	if (unread) {
		const gap = { kind: "not-understood", package: start.package, message: unread, detail: null } as const;
		events.push({ type: "gap", gap, line: start.line });
	}
	return events;
}

/** The stacks to look for a test in: of each access first itself, then where its goroutine was created. */
function raceStacks(accesses: Access[], goroutines: GoroutineCreation[]): Frame[][] {
	const stacks: Frame[][] = [];
	for (const access of accesses) {
		stacks.push(access.stack);
		const creation = goroutines.find((each) => each.goroutine === access.goroutine);
		if (creation) stacks.push(creation.stack);
	}
	return [...stacks, ...goroutines.map((each) => each.stack)];
}

function whatIsMissing(accesses: Access[]): string | null {
	if (accesses.length === 0) return "a race report without its accesses";
	if (accesses.length === 1) return "a race report with only one of its two accesses";
	return accesses.some((each) => each.stackRestored && each.stack.length === 0)
		? "a race report with an access whose stack could not be read"
		: null;
}

/** The first frame of the user's own or a dependency's code. */
export function userFrameOf(stack: readonly Frame[]): Frame | null {
	return stack.find((frame) => frame.origin === "user" || frame.origin === "dependency") ?? null;
}
