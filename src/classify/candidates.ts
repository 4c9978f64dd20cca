import type { Frame } from "#domain/incident.ts";
import { parseFunctionName } from "./function-name.ts";
import { embeddedField, findVariable, typeOfPath } from "./go/packages.ts";
import type { Operand } from "./go/statement.ts";
import type { Place } from "./place.ts";
import type { Side } from "./race-side.ts";
import { fieldSubject, resolveSubject, type Subject, whereOf } from "./subject.ts";

const weights: Readonly<Record<Operand["role"], number>> = {
	write: 4,
	address: 3,
	receiver: 3,
	read: 2,
	send: 1,
	call: 0,
};

/** A variable that a line names, and how likely it is the one raced on. */
export interface Candidate {
	subject: Subject;
	weight: number;
}

/** How well an operand's role fits the access: only writes write, receivers hold what a library method touched. */
function weigh(operand: Operand, side: Side): number {
	if (side.unsafeType !== null) return weighHolder(operand, side);
	const isWrite = side.access.operation === "write" && !side.operations.has("encode");
	if (isWrite) return operand.role === "write" ? 6 : weights[operand.role] - 1;
	return operand.role === "write" ? 1 : weights[operand.role];
}

function weighHolder(operand: Operand, side: Side): number {
	const fits = operand.role === "receiver" || operand.role === "address";
	if (!fits || !callsLibrary(operand, side)) return weights[operand.role];
	return operand.role === "receiver" && !isOwnMethod(side) ? 1 : 6;
}

function callsLibrary(operand: Operand, side: Side): boolean {
	const called = side.library.at(-1)?.function ?? "";
	return operand.method === null || called.replace(/\(\)$/, "").endsWith(`.${operand.method}`);
}

/** Tells whether the method that the line calls is one of the raced object: log.(*Logger).Print writes to a buffer it holds. */
function isOwnMethod({ library }: Side): boolean {
	const [inner, outer] = [library.find((frame) => !frame.function.startsWith("runtime.")), library.at(-1)];
	const packageOf = (frame: Frame | undefined) => parseFunctionName(frame?.function ?? "").package;
	const isMethod = outer !== undefined && parseFunctionName(outer.function).receiver !== null;
	return !isMethod || packageOf(inner) === packageOf(outer);
}

/** What a line's operands mean, the shorter paths of each too: "c.hub" of "c.hub.log", with less weight. */
export function candidatesOf(side: Side): Candidate[] {
	const { place } = side;
	if (place === null) return [];
	const candidates = place.operands
		.filter(({ role, path }) => role !== "call" || path.length > 1)
		.flatMap((operand) => operand.path.map((_, index) => candidateAt(side, place, operand, index + 1)))
		.filter((candidate) => candidate !== null)
		.sort((a, b) => a.weight - b.weight);
	return [...new Map(candidates.map((candidate) => [candidate.subject.key, candidate])).values()];
}

function candidateAt(side: Side, place: Place, operand: Operand, length: number): Candidate | null {
	const path = operand.path.slice(0, length);
	const held = side.unsafeType === null ? null : embeddedObject(place, path, operand.at, side.unsafeType);
	const subject = held ?? resolveSubject(place, path, operand.at);
	const weight = weigh(operand, side) - (operand.path.length - length) * 1.5;
	return subject === null || !canBeRaced(subject, operand, side) ? null : { subject, weight };
}

/** Leaves out what the frames or the type rule out: a lock that is used, a number where an object is raced on. */
function canBeRaced({ type }: Subject, { role }: Operand, side: Side): boolean {
	if (type === null) return true;
	if (side.movesBytes) return /^\*?\[/.test(type);
	if (side.unsafeType !== null) return !isBasicType.test(type);
	return role !== "receiver" || side.library.length > 0 || !isSynchronized.test(type);
}

const isSynchronized = /^\*?(?:sync\.(?:Mutex|RWMutex|WaitGroup|Once|Cond|Map|Pool)|atomic\.\w+)$/;

const isBasicType = /^(?:string|bool|byte|rune|error|u?int\d*|float\d+)$/;

/** `c.WriteString` on a struct that embeds a bytes.Buffer races on `c.Buffer`. */
function embeddedObject(
	place: Place,
	path: readonly string[],
	at: number,
	unsafeType: string,
): Subject | null {
	const type = typeOfPath(place.packages, whereOf(place), path, at);
	const base = findVariable(place.packages, whereOf(place), path[0] ?? "", at);
	if (type === null || base === null) return null;
	const field = embeddedField(place.packages, type, unsafeType);
	return field === null ? null : fieldSubject(field.owner, field.name, field.type, base.variable);
}
