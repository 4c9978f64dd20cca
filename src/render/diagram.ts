import type { Access, Frame, RaceIncident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { bareFunction, isOfHarness, shortFile } from "./frame.ts";

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

interface Side {
	id: "A" | "B";
	access: Access;
}

/** How the goroutine of a side was started. */
interface Launch {
	/** The side whose goroutine it was; null for a participant of its own. */
	by: Side["id"] | null;
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
	const sides: Side[] = [
		{ id: "A", access: first },
		{ id: "B", access: second },
	];
	const place = (frame: Frame) => `${shortFile(frame, root).split("/").at(-1)}:${frame.line}`;
	const launches = sides.flatMap((side) => {
		const launch = launchOf(side, race, sides);
		return launch === null ? [] : [{ side, ...launch }];
	});
	const outside = [...new Set(launches.flatMap(({ by, frame }) => (by === null ? [frame.function] : [])))];
	const starts = launches.map(({ side, by, frame }): Step => {
		const from = by ?? `S${outside.indexOf(frame.function) + 1}`;
		return { from, to: side.id, kind: "start", label: [text.diagram.starts, place(frame)] };
	});
	return {
		participants: [
			...outside.map((name, index) => starter(name, index)),
			...sides.map(({ id, access }) => goroutine(id, access, text)),
			{ id: "M", label: [finding.facts.subject ?? text.diagram.memory], role: "memory" },
		],
		steps: [...starts, ...sides.map(({ id, access }) => accessStep(id, access, text, place))],
		unordered: ["A", "B"],
		note: text.diagram.noOrder,
	};
}

const starter = (name: string, index: number): Participant => ({
	id: `S${index + 1}`,
	label: [bareFunction(name)],
	role: "starter",
});

/** The function a goroutine runs: the outermost user frame of the stack. */
const rootFrame = (access: Access) => access.stack.findLast((frame) => frame.origin === "user") ?? null;

const isTestBody = (access: Access) => access.stack.some((frame) => frame.function === "testing.tRunner");

/**
 * Who started the goroutine of an access. The other goroutine, when that is a test's or the main one and the starting
 * function is the one it runs; else a participant of its own, since another goroutine may run the same function.
 */
function launchOf({ access }: Side, race: RaceIncident, sides: readonly Side[]): Launch | null {
	const creation = race.goroutines.find((one) => one.goroutine === access.goroutine);
	const frame = creation?.userFrame ?? creation?.stack[0];
	if (creation === undefined || frame === undefined || isOfHarness(creation.stack)) return null;
	const other = sides.find((side) => side.access !== access);
	const known =
		other !== undefined &&
		(other.access.goroutine === "main" || isTestBody(other.access)) &&
		rootFrame(other.access)?.function === frame.function;
	return { by: known ? other.id : null, frame };
}

function goroutine(id: string, access: Access, text: Text): Participant {
	const name = text.diagram.goroutine(access.goroutine);
	const runs = rootFrame(access);
	return { id, label: runs === null ? [name] : [name, bareFunction(runs.function)], role: "goroutine" };
}

function accessStep(id: string, access: Access, text: Text, place: (frame: Frame) => string): Step {
	const verb = access.operation === "read" ? text.diagram.reads : text.diagram.writes;
	const frame = access.userFrame;
	return { from: id, to: "M", kind: access.operation, label: frame === null ? [verb] : [verb, place(frame)] };
}
