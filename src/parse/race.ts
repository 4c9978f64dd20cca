import type { Access, Frame, GoroutineCreation } from "#domain/incident.ts";
import type { Attributable } from "./attribution.ts";
import type { Block } from "./block.ts";
import { startsSomethingElse } from "./landmark.ts";
import {
	isIgnoredHeading,
	isWrappedHeading,
	parseAccessHeading,
	parseCreationHeading,
} from "./race-heading.ts";
import { raceEvents } from "./race-incident.ts";
import { createStackReader } from "./stack.ts";

/*
 * The lines of a race report and what each leads to. Blank lines and the program's own output may lie anywhere.
 *
 *   line                                               reader                         then
 *   WARNING: DATA RACE                                 landmark.ts                    heading
 *   Write at 0x00c0000140a8 by goroutine 7:            readHeading                    frames of the access
 *   Previous read at 0x00c0000140a8 by main goroutine: readHeading                    frames of the access
 *     main.(*Counter).Add()                            stack.ts                       the file of the frame
 *         /src/counter.go:12 +0x4f                     stack.ts                       the next frame
 *     [failed to restore the stack]                    readFailedStack                heading
 *   Goroutine 7 (running) created at:                  readHeading                    frames of the creation
 *   Heap block of size 8 at 0x… allocated by …:        readHeading                    frames that nobody reads
 *   ==================                                 readOther                      done
 */
const separator = /={18}$/;

/** After so many lines in a row that are none of the report's, it is over. */
const foreignLineLimit = 100;
const frameLimit = 1_000;
const creationLimit = 1_000;

/** Starts reading the race report whose "WARNING: DATA RACE" is at `start`; `heading` is there instead where that is missing. */
export function createRaceReader(start: Attributable, heading: string): Block {
	const accesses: Access[] = [];
	const goroutines: GoroutineCreation[] = [];
	const stack = createStackReader();
	let frames: Frame[] = [];
	let foreign = 0;
	let wrapped = "";

	const startSection = (text: string): boolean => {
		const section = parseSection(text);
		if (!section) return false;
		if ("operation" in section && accesses.length < 2) accesses.push(section);
		if ("state" in section && goroutines.length < creationLimit) goroutines.push(section);
		frames = section.stack;
		stack.into(frames);
		return true;
	};
	const readHeading = (text: string): boolean => {
		const whole = wrapped === "" ? text : `${wrapped} ${text}`;
		wrapped = "";
		if (startSection(whole)) return true;
		if (!isWrappedHeading(text)) return false;
		wrapped = text;
		return true;
	};
	const readFailedStack = (text: string): boolean => {
		if (!text.includes("failed to restore the stack")) return false;
		const access = accesses.find((each) => each.stack === frames);
		if (access) access.stackRestored = false;
		return true;
	};
	const readOther = (trimmed: string, text: string) => {
		if (separator.test(trimmed)) return accesses.length > 0 ? "done" : "more";
		if (readHeading(trimmed) || readFailedStack(trimmed)) {
			foreign = 0;
			return "more";
		}
		return startsSomethingElse(text) || ++foreign > foreignLineLimit ? "not-mine" : "more";
	};
	startSection(heading);
	return {
		read(text) {
			const trimmed = text.trim();
			if (trimmed === "") return "more";
			if (wrapped !== "" || !stack.read(trimmed, text)) return readOther(trimmed, text);
			foreign = 0;
			if (frames.length > frameLimit) frames.length = frameLimit;
			return "more";
		},
		end: () => raceEvents(start, accesses, goroutines),
	};
}

/** The part of a report that a line heads; null where it heads none. */
function parseSection(text: string): Access | GoroutineCreation | { stack: Frame[] } | null {
	return (
		parseAccessHeading(text) ?? parseCreationHeading(text) ?? (isIgnoredHeading(text) ? { stack: [] } : null)
	);
}
