import { outermost } from "./go/functions.ts";
import {
	findField,
	findVariable,
	namedType,
	type TypeIn,
	typeOfPath,
	typeOfVariable,
} from "./go/packages.ts";
import type { Operand } from "./go/statement.ts";
import type { Variable } from "./go/variables.ts";
import type { Place } from "./place.ts";
import type { Race, Side } from "./race-side.ts";

/** The variable that a race is about. */
export interface Subject {
	/** As a reader names it: "Logger.buf", "verbose", "err". */
	name: string;
	/** As written, package names kept: "bytes.Buffer", "map[string]int"; null where the source does not tell. */
	type: string | null;
	/** Equal for the same variable, wherever it is named: package, then type and field, name, or function and name. */
	key: string;
	kind: "field" | "package" | "local";
	/** Type that a field belongs to, with package; null for variables. */
	owner: string | null;
	/** The variable itself, or the one a field is reached through. */
	variable: Variable | null;
}

function whereOf(place: Place): TypeIn {
	return { text: "", package: place.package, file: place.file };
}

/** Names the variable or field that a path means at a place; null for what cannot be resolved. */
export function resolveSubject(place: Place, path: readonly string[], index: number): Subject | null {
	const steps = [...path];
	while (steps.at(-1) === "[]") steps.pop();
	const where = whereOf(place);
	const base = findVariable(place.packages, where, steps[0] ?? "", index);
	if (base === null) return importedVariable(place, steps);
	if (steps.length === 1) {
		const type = typeOfVariable(place.packages, { ...where, file: base.file }, base.variable);
		return variableSubject(place, base.variable, type?.text ?? null);
	}
	const field = steps.at(-1) ?? "";
	const holder = typeOfPath(place.packages, where, steps.slice(0, -1), index);
	const found = holder === null ? null : findField(place.packages, holder, field);
	if (found !== null) return fieldSubject(found.owner, field, found.type.text, base.variable);
	const named = holder === null ? null : namedType(holder);
	if (named !== null) return fieldSubject(named, field, null, base.variable);
	const owner = `${place.package}.${base.variable.name}`;
	const scope = base.variable.owner === null ? "" : `${outermost(base.variable.owner).name}.`;
	return {
		name: steps.filter((step) => step !== "[]").join("."),
		type: null,
		key: `${place.package}.${scope}${steps.join(".")}`,
		kind: "field",
		owner,
		variable: base.variable,
	};
}

function fieldSubject(
	owner: { package: string; name: string },
	field: string,
	type: string | null,
	variable: Variable,
): Subject {
	const ownerKey = `${owner.package}.${owner.name}`;
	const name = `${owner.name}.${field}`;
	return { name, type, key: `${ownerKey}.${field}`, kind: "field", owner: ownerKey, variable };
}

function variableSubject(place: Place, variable: Variable, type: string | null): Subject {
	const scope = variable.owner === null ? "" : `${outermost(variable.owner).name}.`;
	return {
		name: variable.name,
		type,
		key: `${place.package}.${scope}${variable.name}`,
		kind: variable.owner === null ? "package" : "local",
		owner: null,
		variable,
	};
}

/** A package variable of an imported package: "config.Debug". */
function importedVariable(place: Place, steps: readonly string[]): Subject | null {
	const importPath = place.file.imports.get(steps[0] ?? "");
	const name = steps[1];
	if (importPath === undefined || name === undefined || steps.length !== 2) return null;
	const key = `${importPath}.${name}`;
	return { name: steps.join("."), type: null, key, kind: "package", owner: null, variable: null };
}

const weights: Readonly<Record<Operand["role"], number>> = {
	write: 4,
	address: 3,
	receiver: 3,
	read: 2,
	send: 1,
	call: 0,
};

interface Candidate {
	subject: Subject;
	weight: number;
}

/** How well an operand's role fits the access: only writes write, receivers hold what a library method touched. */
function weigh(operand: Operand, side: Side): number {
	if (side.unsafeType !== null) {
		const fits = operand.role === "receiver" || operand.role === "address";
		return fits && callsLibrary(operand, side) ? 6 : weights[operand.role];
	}
	const isWrite = side.access.operation === "write" && !side.operations.has("encode");
	if (isWrite) return operand.role === "write" ? 6 : weights[operand.role] - 1;
	return operand.role === "write" ? 1 : weights[operand.role];
}

function callsLibrary(operand: Operand, side: Side): boolean {
	const called = side.library.at(-1)?.function ?? "";
	return operand.method === null || called.replace(/\(\)$/, "").endsWith(`.${operand.method}`);
}

/** What a line's operands mean, the shorter paths of each too: "c.hub" of "c.hub.log", with less weight. */
function candidatesOf(side: Side): Candidate[] {
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
	const subject = resolveSubject(place, operand.path.slice(0, length), operand.at);
	const weight = weigh(operand, side) - (operand.path.length - length) * 1.5;
	return subject === null ? null : { subject, weight };
}

/** The variable both accesses name; else the only one that the writing line writes. Null when it cannot be told. */
export function findSubject(race: Race): { subject: Subject | null; isShared: boolean } {
	const [first = [], second = []] = race.sides.map(candidatesOf);
	const shared = first.flatMap((candidate) => {
		const other = second.find(({ subject }) => subject.key === candidate.subject.key);
		return other === undefined
			? []
			: [{ subject: candidate.subject, weight: candidate.weight + other.weight }];
	});
	const best = strongest(shared);
	if (best !== null) return { subject: best, isShared: true };
	// A library object on one side only holds or reads what the other side writes: which of both, no line tells.
	const isMixed =
		race.sides.some((side) => side.unsafeType === null) &&
		race.sides.some((side) => side.unsafeType !== null);
	return { subject: isMixed ? null : writtenSubject(race.sides, [first, second]), isShared: false };
}

function strongest(candidates: readonly Candidate[]): Subject | null {
	let best: Candidate | null = null;
	for (const candidate of candidates) {
		const isBetter = best === null || candidate.weight > best.weight;
		const isTie =
			best !== null && candidate.weight === best.weight && candidate.subject.key < best.subject.key;
		if (isBetter || isTie) best = candidate;
	}
	return best?.subject ?? null;
}

/** Without a common name: what the one line certainly writes or calls the library on, or all it names. */
function writtenSubject(sides: readonly Side[], candidates: readonly Candidate[][]): Subject | null {
	const certain = candidates.map((list) => list.filter(({ weight }) => weight >= 6));
	for (const [index, side] of sides.entries()) {
		if (side.access.operation !== "write") continue;
		const subject = onlySubject(certain[index] ?? []);
		if (subject !== null) return subject;
	}
	const known = sides.flatMap((side, index) => (side.place === null ? [] : [{ place: side.place, index }]));
	const [only, ...others] = known;
	const isAlone = only !== undefined && others.length === 0 && namesOneVariable(only.place);
	return onlySubject(certain.flat()) ?? (isAlone ? strongest(candidates[only.index] ?? []) : null);
}

function onlySubject(candidates: readonly Candidate[]): Subject | null {
	const [only, ...others] = candidates;
	return only !== undefined && others.length === 0 ? only.subject : null;
}

function namesOneVariable(place: Place): boolean {
	const paths = place.operands.filter(({ role }) => role !== "call").map(({ path }) => path.join("."));
	return new Set(paths).size === 1;
}
