import { callsBefore, segmentsBetween } from "./code-shape.ts";
import { operandsOf } from "./go/statement.ts";
import { textAt } from "./go/types.ts";
import type { Place } from "./place.ts";
import type { Subject } from "./subject.ts";

/** Tells whether the function gave the variable away, by a send or by a pool's Put, before it comes to the place. */
export function comesAfterHandoff(place: Place, subject: Subject): boolean {
	const start = place.goFunction?.bodyStart;
	const name = subject.variable?.name;
	if (start === undefined || name === undefined || subject.variable?.kind === "package") return false;
	const used = place.operands.some((operand) => operand.path[0] === name);
	if (!used) return false;
	const segments = segmentsBetween(place, start + 1, place.index);
	const given = segments.findLastIndex((segment) => {
		const arrow = sendArrow(place, segment.start, segment.end);
		return arrow !== null && isAlone(place, arrow + 1, segment.end, name);
	});
	const put = callsBefore(place, new Set(["Put"])).some(
		(call) => !call.deferred && isArgument(place, call.at, name),
	);
	const renewed = segments.slice(given + 1).some((segment) => {
		const [first] = operandsOf(place.file, segment, null);
		return (
			first?.path.length === 1 && first.path[0] === name && /^:?=$/.test(textAt(place.file, first.at + 1))
		);
	});
	return put || (given >= 0 && !renewed);
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
