import type { CrashIncident, Incident, TimeoutIncident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import type { Attributable } from "./attribution.ts";
import type { Block } from "./block.ts";
import { strip } from "./carrier.ts";
import { createCrashReader } from "./crash.ts";
import type { EventQueue, Slot } from "./event-queue.ts";
import { findLandmark, type Landmark, maybeNotable } from "./landmark.ts";
import { commonPrefix, learnPrefix, type StripPrefix } from "./prefix.ts";
import { createRaceReader } from "./race.ts";
import type { RecentLine } from "./recent-lines.ts";

/** Reads the incidents of one process's output, line by line. */
export interface IncidentReader {
	/** `line` is the number of the input line. */
	read(text: string, line: number): void;
	/** A report or crash is being read: every line matters. */
	isOpen(): boolean;
	/** The output ended, or nothing of it is expected any more. `alive` where its process ended well. */
	end(alive: boolean): void;
}

/** What a reader knows of its stream. */
export interface StreamFacts {
	/** The package by test2json, or null. */
	package: string | null;
	/** The test that test2json gave the line now read to, or null. */
	test: () => string | null;
	/** The lines read last, for the few cases where a line above tells what a stack is about. */
	above: () => RecentLine[];
	/** False for an incident that was told of before. */
	admit: (incident: Incident) => boolean;
}

interface Open {
	block: Block;
	slot: Slot;
	strip: StripPrefix;
	/** What stood before the landmark on its line. */
	prefix: string;
	/** The space before the first line, which may be before every line though the rest of its prefix is not. */
	indentation: string;
}

/** What was read of a panic that a handler printed, until it is known whether the process then died of it. */
interface Held {
	slot: Slot;
	events: OutputEvent[];
}

/** Makes a reader whose events go through `queue`. */
export function createIncidentReader(queue: EventQueue, facts: StreamFacts): IncidentReader {
	let open: Open | null = null;
	let held: Held | null = null;

	const settleHeld = () => {
		held?.slot.settle(held.events);
		held = null;
	};
	const close = (alive: boolean) => {
		if (!open) return;
		const { block, slot } = open;
		open = null;
		const events = block
			.end(alive)
			.filter((event) => event.type !== "incident" || facts.admit(event.incident));
		if (held && isOneCrash(held.events, events)) held.events = [];
		settleHeld();
		if (crashIn(events)?.recovered) held = { slot, events };
		else slot.settle(events);
	};
	const start = (text: string, line: number) => {
		const landmark = maybeNotable.test(text) ? findLandmark(text) : null;
		if (!landmark) {
			settleHeld();
			return;
		}
		const isCarriers = standsAbove(landmark.prefix, facts.above);
		// A line above may be where this one begins, unless something else began there.
		const reserved = queue.reservedLine();
		const above = () => facts.above().filter((each) => each.line > reserved);
		open = {
			block: blockOf(landmark, isCarriers, { line, package: facts.package, test: facts.test() }, above),
			slot: queue.reserve(line),
			strip: learnPrefix(landmark.prefix),
			prefix: landmark.prefix,
			indentation: /^\s*/.exec(landmark.prefix)?.[0] ?? "",
		};
	};
	return {
		isOpen: () => open !== null || held !== null,
		end(alive) {
			close(alive);
			settleHeld();
		},
		read(text, line) {
			if (open) {
				const verdict = readInto(open, text);
				if (verdict === "more") return;
				close(true);
				if (verdict === "done") return;
			}
			start(text, line);
		},
	};
}

// parse_test.go:12:
const logPlace = /\.go:\d+: $/;

/** Says whether the lines above begin with the same: then it is a carrier's, and no part of a sentence. */
function standsAbove(prefix: string, above: () => RecentLine[]): boolean {
	if (prefix.trim() === "" || logPlace.test(prefix)) return false;
	const strip = learnPrefix(prefix);
	return above().some(({ text }) => strip(text) !== null);
}

function readInto(open: Open, text: string): ReturnType<Block["read"]> {
	const stripped = open.strip(text) ?? relearn(open, text);
	if (stripped !== null) {
		// Behind a prefix that nobody knows may stand one that is known.
		return open.block.read(open.prefix.trim() !== "" ? strip(stripped).text : stripped, true);
	}
	return open.block.read(
		text.startsWith(open.indentation) ? text.slice(open.indentation.length) : text,
		false,
	);
}

/** The first line was a logger's or a handler's: what follows shows what stands before every line. */
function relearn(open: Open, text: string): string | null {
	if (open.prefix.trim() === "") return null;
	const landmark = text.includes("goroutine ") ? findLandmark(text) : null;
	const common = landmark?.kind === "dump" ? landmark.prefix : commonPrefix(open.prefix, text);
	if (common.trim() === "") return null;
	open.strip = learnPrefix(common);
	return open.strip(text);
}

function blockOf(
	landmark: Landmark,
	isCarriers: boolean,
	at: Attributable,
	above: () => RecentLine[],
): Block {
	return landmark.kind === "race"
		? createRaceReader(at, landmark.rest)
		: createCrashReader(
				at,
				isCarriers ? { ...landmark, prefix: "" } : landmark,
				landmark.kind === "dump" ? linesAbove(landmark, at, above()) : [],
			);
}

/** The lines above a dump without what its carrier put before them, and what stands before it on its own line. */
function linesAbove({ prefix }: Landmark, at: Attributable, lines: readonly RecentLine[]): RecentLine[] {
	const strip = learnPrefix(prefix);
	const stripped = lines.map(({ text, line }) => ({ text: strip(text) ?? text, line }));
	return /panic|recover|error/i.test(prefix) ? [...stripped, { text: prefix, line: at.line }] : stripped;
}

function crashIn(events: readonly OutputEvent[]): CrashIncident | TimeoutIncident | null {
	const incident: Incident | undefined = events.find((event) => event.type === "incident")?.incident;
	return incident && incident.kind !== "race" ? incident : null;
}

/** A handler that prints a panic and raises it again makes the runtime print it a second time. */
function isOneCrash(printed: readonly OutputEvent[], next: readonly OutputEvent[]): boolean {
	const first = crashIn(printed);
	const second = crashIn(next);
	if (!first || !second || first.goroutine !== second.goroutine || !sameMessage(first, second)) return false;
	// Without a goroutine's number, two that were survived are two.
	return first.goroutine !== null || !second.recovered;
}

function sameMessage(
	first: CrashIncident | TimeoutIncident,
	second: CrashIncident | TimeoutIncident,
): boolean {
	return second.messages.some(
		(message) => message.includes(first.message) || first.message.includes(message),
	);
}
