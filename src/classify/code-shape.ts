import type { GoFile } from "./go/file.ts";
import type { GoFunction } from "./go/functions.ts";
import { type Operand, operandsOf, type Segment } from "./go/statement.ts";
import { blockStart, textAt } from "./go/types.ts";
import type { Place } from "./place.ts";
import { resolveSubject, type Subject } from "./subject.ts";

const separators = new Set([";", "{", "}"]);

/** The segments of the function's own code between two tokens, closures left out. */
export function segmentsBetween(place: Place, from: number, to: number): Segment[] {
	const { file, goFunction } = place;
	const segments: Segment[] = [];
	let start = from;
	for (let index = from; index <= to; index++) {
		if (index < to && !separators.has(textAt(file, index))) continue;
		if (index > start && file.ownerOf(start) === goFunction) {
			segments.push({ start, end: index, assignment: null, keyword: textAt(file, start) });
		}
		start = index + 1;
	}
	return segments;
}

/** The calls of a method with one of these names on the way to the place, in the order of the source. */
export function callsBefore(
	place: Place,
	methods: ReadonlySet<string>,
): Array<Operand & { deferred: boolean }> {
	const start = place.goFunction?.bodyStart;
	if (start === undefined) return [];
	return segmentsBetween(place, start + 1, place.index).flatMap((segment) =>
		operandsOf(place.file, segment, null)
			.filter((operand) => operand.method !== null && methods.has(operand.method))
			.map((operand) => ({ ...operand, deferred: segment.keyword === "defer" })),
	);
}

const locking = new Set(["Lock", "RLock", "Unlock", "RUnlock", "TryLock", "TryRLock"]);

/** The locks held at a place as far as its function tells: how each was taken. */
export function locksHeld(place: Place): Array<"Lock" | "RLock"> {
	const held = new Map<string, "Lock" | "RLock">();
	for (const call of callsBefore(place, locking)) {
		const lock = call.path.join(".");
		if (call.deferred) continue;
		if (call.method === "Unlock" || call.method === "RUnlock") held.delete(lock);
		else held.set(lock, call.method === "RLock" || call.method === "TryRLock" ? "RLock" : "Lock");
	}
	return [...held.values()];
}

/** The start tokens of the `if` headers whose block encloses the place. */
function enclosingIfs(place: Place): number[] {
	const { file, goFunction } = place;
	const headers: number[] = [];
	for (let index = (goFunction?.bodyStart ?? 0) + 1; index < place.index; index++) {
		if (textAt(file, index) !== "if") continue;
		const open = blockStart(file, index);
		if (open < place.index && (file.partners[open] ?? -1) >= place.index) headers.push(index);
	}
	return headers;
}

/** Tells whether the place lies under `if subject == nil` (or `!subject`, `subject == 0`), or is that very header. */
export function isUnderNilCheck(place: Place, subject: Subject): boolean {
	const headers = enclosingIfs(place);
	for (const segment of place.segments) if (segment.keyword === "if") headers.push(segment.start);
	return headers.some((header) => {
		const end = blockStart(place.file, header);
		for (let index = header; index < end; index++) {
			const isNil =
				/^(?:nil|0|"")$/.test(textAt(place.file, index + 1)) && textAt(place.file, index) === "==";
			const isNot = textAt(place.file, index) === "!";
			if (!isNil && !isNot) continue;
			if (namesSubject(place, header, end, subject)) return true;
		}
		return false;
	});
}

function namesSubject(place: Place, start: number, end: number, subject: Subject): boolean {
	const segments = segmentsBetween(place, start, end);
	const operands = segments.flatMap((segment) => operandsOf(place.file, segment, null));
	return operands.some((operand) => resolveSubject(place, operand.path, operand.at)?.key === subject.key);
}

/** Tells whether the place is in or behind a `case <-ctx.Done():` or `case <-time.After(…):` of its function. */
export function isAfterGivingUp(place: Place): boolean {
	const { file, goFunction } = place;
	for (let index = (goFunction?.bodyStart ?? 0) + 1; index < place.index; index++) {
		if (textAt(file, index) !== "case" || file.ownerOf(index) !== goFunction) continue;
		if (isGivingUp(file, index) && isReachedFrom(place, index)) return true;
	}
	return false;
}

function isGivingUp(file: GoFile, caseIndex: number): boolean {
	const text = Array.from({ length: 8 }, (_, offset) => textAt(file, caseIndex + 1 + offset)).join("");
	return /<-[\w.]+\.Done\(\)|<-time\.(?:After|Tick)\(|<-[\w.]*(?:[tT]imer|[tT]imeout|[tT]icker)\w*\.C/.test(
		text,
	);
}

/** In the clause itself, or behind a select that is not run again and again: a worker's loop gives nothing up. */
function isReachedFrom(place: Place, caseIndex: number): boolean {
	const { file } = place;
	const select = enclosingBlock(place, caseIndex, "select");
	if (select === null || place.index > select.close) return enclosingBlock(place, caseIndex, "for") === null;
	for (let at = caseIndex + 1; at < place.index; at++) {
		if (textAt(file, at) === "{") at = file.partners[at] ?? at;
		else if (/^(?:case|default)$/.test(textAt(file, at))) return false;
	}
	return true;
}

/** The braces of the innermost block with this keyword around a token, in the function of the place. */
export function enclosingBlock(
	{ file, goFunction }: Place,
	index: number,
	keyword: "for" | "select",
): { open: number; close: number } | null {
	let innermost: { open: number; close: number } | null = null;
	for (let at = (goFunction?.bodyStart ?? index) + 1; at < index; at++) {
		if (textAt(file, at) !== keyword || file.ownerOf(at) !== goFunction) continue;
		const open = blockStart(file, at);
		const close = file.partners[open] ?? -1;
		if (open < index && close > index) innermost = { open, close };
	}
	return innermost;
}

/** Tells whether a variable was declared outside of the function that the place lies in. */
export function isCaptured(place: Place, subject: Subject): boolean {
	const owner = subject.variable?.owner ?? null;
	return (
		owner !== null &&
		place.goFunction !== null &&
		owner !== place.goFunction &&
		isInside(place.goFunction, owner)
	);
}

/** Tells whether a function is written inside of another. */
function isInside(inner: GoFunction, outer: GoFunction): boolean {
	for (let at: GoFunction | null = inner; at !== null; at = at.parent) if (at === outer) return true;
	return false;
}
