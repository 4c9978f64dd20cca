import { callsBefore, enclosingBlock, segmentsBetween } from "./code-shape.ts";
import { namedType, typeOfPath } from "./go/packages.ts";
import { type Operand, operandsOf, type Segment } from "./go/statement.ts";
import { textAt } from "./go/types.ts";
import type { Variable } from "./go/variables.ts";
import type { Place } from "./place.ts";
import { type Subject, whereOf } from "./subject.ts";

/** Tells whether the function gave the variable away, by a send or by a pool's Put, before it comes to the place. */
export function comesAfterHandoff(place: Place, subject: Subject): boolean {
	const start = place.goFunction?.bodyStart;
	const name = subject.variable?.name;
	if (start === undefined || name === undefined || subject.variable?.kind === "package") return false;
	if (!usesContent(place, name) || !isReference(place, name)) return false;
	const before = segmentsBetween(place, start + 1, place.index);
	const given = before.findLastIndex((segment) => sends(place, segment, name));
	const put = callsBefore(place, new Set(["Put"])).some(
		(call) => !call.deferred && isArgument(place, call.at, name) && isPool(place, call),
	);
	const isGiven = given >= 0 && !before.slice(given + 1).some((segment) => renews(place, segment, name));
	return put || isGiven || isGivenLastRound(place, subject.variable, name);
}

/** The line reaches through the variable: what was given away is what it points to. */
function usesContent({ operands, file }: Place, name: string): boolean {
	return operands.some(
		({ path, at, role }) =>
			path[0] === name && (path.length > 1 || role === "receiver" || textAt(file, at - 1) === "*"),
	);
}

/** A number or a struct is copied when it is sent; a pointer, slice or map is not. */
function isReference(place: Place, name: string): boolean {
	const where = whereOf(place);
	const type = typeOfPath(place.packages, where, [name], place.index);
	if (type === null || /^(?:\*|\[\]|map\[)/.test(type.text)) return true;
	const named = namedType(type);
	const files = named === null ? [] : place.packages.filesOf(named.package, named.name);
	return named !== null && files.length > 0 && !files.some((file) => file.structs.has(named.name));
}

/** What a store of the program's own is given stays shared: that wants a lock. */
function isPool(place: Place, { path, at }: Operand): boolean {
	const where = whereOf(place);
	const type = typeOfPath(place.packages, where, path, at);
	return type === null ? /pool/i.test(path.join(".")) : /^\*?sync\.Pool$/.test(type.text);
}

/** A loop that fills one buffer and sends it each time changes what it sent the time before. */
function isGivenLastRound(place: Place, variable: Variable | null, name: string): boolean {
	const loop = enclosingBlock(place, place.index, "for");
	if (loop === null || variable === null || variable.declaredAt > loop.open) return false;
	const round = segmentsBetween(place, loop.open + 1, loop.close);
	return (
		round.some((segment) => sends(place, segment, name)) &&
		!round.some((segment) => renews(place, segment, name))
	);
}

function sends(place: Place, { start, end }: Segment, name: string): boolean {
	const arrow = sendArrow(place, start, end);
	return arrow !== null && isAlone(place, arrow + 1, end, name);
}

/** Tells whether the segment gives the variable a new value. */
function renews(place: Place, segment: Segment, name: string): boolean {
	const [first] = operandsOf(place.file, segment, null);
	return first?.path.length === 1 && first.path[0] === name && /^:?=$/.test(textAt(place.file, first.at + 1));
}

function sendArrow(place: Place, start: number, end: number): number | null {
	for (let index = start + 1; index < end; index++) {
		const isSend = textAt(place.file, index) === "<-" && place.file.tokens[index - 1]?.kind === "word";
		if (isSend) return index;
	}
	return null;
}

/** Tells whether the expression is the variable itself or its address. */
function isAlone(place: Place, start: number, end: number, name: string): boolean {
	const at = textAt(place.file, start) === "&" ? start + 1 : start;
	const after = textAt(place.file, at + 1);
	return textAt(place.file, at) === name && (at + 1 === end || after === ":" || after === ";");
}

function isArgument(place: Place, call: number, name: string): boolean {
	let open = call;
	while (textAt(place.file, open) !== "(" && open < place.index) open++;
	return textAt(place.file, open + 1) === name && textAt(place.file, open + 2) === ")";
}
