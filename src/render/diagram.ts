import type { Access, Frame, GoroutineCreation, RaceIncident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { bareFunction, shortFile } from "./frame.ts";

/** Someone or something in the picture; the memory comes last. */
export interface Participant {
	id: string;
	/** One or two lines. */
	label: string[];
	role: "starter" | "goroutine" | "memory";
}

/** An arrow of the picture, in the order of time. */
export interface Step {
	from: string;
	to: string;
	kind: "start" | "read" | "write";
	/** One or two lines: what, and where. */
	label: string[];
}

/** The picture of a race: who started whom, who accessed what, and that nothing orders it. */
export interface Diagram {
	participants: Participant[];
	steps: Step[];
	/** The two participants whose accesses nothing orders. */
	unordered: [string, string];
	note: string;
}

interface Starter {
	id: string;
	name: string;
	creation: GoroutineCreation;
	frame: Frame;
}

/** The picture of a race report, or null where it has not two accesses of two goroutines. */
export function raceDiagram(
	finding: ReportFinding,
	race: RaceIncident,
	text: Text,
	root: string | null,
): Diagram | null {
	const [second, first] = race.accesses;
	if (first === undefined || second === undefined || race.accesses.length !== 2) return null;
	if (first.goroutine === second.goroutine) return null;
	const sides = [
		{ id: "A", access: first },
		{ id: "B", access: second },
	] as const;
	const place = (frame: Frame) => `${shortFile(frame, root).split("/").at(-1)}:${frame.line}`;
	const starters = sides.flatMap(({ access }) => starterOf(access, race, sides));
	const outside = starters.filter(({ id }) => id.startsWith("S"));
	const memory: Participant = {
		id: "M",
		label: [finding.facts.subject ?? text.diagram.memory],
		role: "memory",
	};
	return {
		participants: [
			...unique(outside).map(({ id, name }) => ({ id, label: [name], role: "starter" as const })),
			...sides.map(({ id, access }) => ({
				id,
				label: goroutineLabel(access, text),
				role: "goroutine" as const,
			})),
			memory,
		],
		steps: [
			...sides.flatMap(({ id, access }) => startStep(id, access, starters, text, place)),
			...sides.map(({ id, access }) => accessStep(id, access, text, place)),
		],
		unordered: ["A", "B"],
		note: text.diagram.noOrder,
	};
}

const unique = (starters: Starter[]) =>
	starters.filter(({ id }, index) => starters.findIndex((other) => other.id === id) === index);

/** The function a goroutine runs: the outermost user frame of the stack. */
const rootFrame = (access: Access) => access.stack.findLast((frame) => frame.origin === "user") ?? null;

const isTestBody = (access: Access) => access.stack.some((frame) => frame.function === "testing.tRunner");

/**
 * Who started the goroutine of an access. The other goroutine, when that is a test's or the main one and the starting
 * function is the one it runs; else a participant of its own, since another goroutine may run the same function.
 */
function starterOf(
	access: Access,
	race: RaceIncident,
	sides: readonly { id: string; access: Access }[],
): Starter[] {
	const creation = race.goroutines.find(({ goroutine }) => goroutine === access.goroutine);
	const frame = creation?.userFrame ?? creation?.stack[0];
	if (creation === undefined || frame === undefined) return [];
	const name = bareFunction(frame.function);
	const other = sides.find((side) => side.access !== access);
	const known =
		other !== undefined &&
		(other.access.goroutine === "main" || isTestBody(other.access)) &&
		rootFrame(other.access)?.function === frame.function;
	return [{ id: known ? other.id : `S${hash(frame.function)}`, name, creation, frame }];
}

/** A short name for a participant that is the same for the same function. */
const hash = (name: string) =>
	[...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 99_991, 7);

function goroutineLabel(access: Access, text: Text): string[] {
	const name = text.diagram.goroutine(access.goroutine);
	const runs = rootFrame(access);
	return runs === null ? [name] : [name, bareFunction(runs.function)];
}

function startStep(
	id: string,
	access: Access,
	starters: Starter[],
	text: Text,
	place: (frame: Frame) => string,
): Step[] {
	const starter = starters.find(({ creation }) => creation.goroutine === access.goroutine);
	if (starter === undefined) return [];
	return [{ from: starter.id, to: id, kind: "start", label: [text.diagram.starts, place(starter.frame)] }];
}

function accessStep(id: string, access: Access, text: Text, place: (frame: Frame) => string): Step {
	const verb = access.operation === "read" ? text.diagram.reads : text.diagram.writes;
	const frame = access.userFrame;
	return { from: id, to: "M", kind: access.operation, label: frame === null ? [verb] : [verb, place(frame)] };
}
