import type { GoFile } from "./file.ts";
import type { GoFunction } from "./functions.ts";
import { afterGroup, type Code, textAt } from "./types.ts";

/** A variable, field or element that a line names. */
export interface Operand {
	/** "l.buf" is ["l", "buf"], "m[k].n" is ["m", "[]", "n"]. */
	path: string[];
	/** Index of its first token. */
	at: number;
	/** What the line does with it: `receiver` when a method of it is called, `call` when it is the function called. */
	role: "write" | "read" | "receiver" | "address" | "call" | "send";
	/** The method called, for a receiver. */
	method: string | null;
}

/** A simple statement or the part of a header between its semicolons. Indices are of tokens, `end` is exclusive. */
export interface Segment {
	start: number;
	end: number;
	/** Index of `=`, `:=`, `+=`, `++` …; null without assignment. */
	assignment: number | null;
	/** First word when it is a keyword: "for", "return", "if", "go" … */
	keyword: string | null;
}

const separators = new Set([";", "{", "}"]);
const assignments = new Set("= := += -= *= /= %= &= |= ^= <<= >>= &^= ++ --".split(" "));
const keywords = new Set(
	"break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
		" ",
	),
);
const notVariables = new Set(
	"nil true false iota _ string int error any byte bool float64 int64 uint64 int32 uint8".split(" "),
);
const writers = new Set(["delete", "clear", "copy", "close"]);

/** The segments that have tokens of `owner` on `line`. */
export function segmentsOn(file: GoFile, owner: GoFunction | null, line: number): Segment[] {
	const segments: Segment[] = [];
	let index = file.firstOfLine.get(line) ?? file.tokens.length;
	while (file.tokens[index]?.line === line) {
		if (file.ownerOf(index) !== owner || separators.has(textAt(file, index))) {
			index++;
			continue;
		}
		const segment = segmentAround(file, index);
		segments.push(segment);
		index = Math.max(segment.end, index + 1);
	}
	return segments;
}

function segmentAround(code: Code, index: number): Segment {
	let start = index;
	while (start > 0 && !separators.has(textAt(code, start - 1))) {
		const partner = code.partners[start - 1] ?? -1;
		const isClosing = partner >= 0 && partner < start - 1;
		start = isClosing ? partner : start - 1;
	}
	let end = index;
	while (end < code.tokens.length && !separators.has(textAt(code, end))) {
		const isOpening = textAt(code, end) === "(" || textAt(code, end) === "[";
		end = isOpening ? afterGroup(code, end) : end + 1;
	}
	let assignment: number | null = null;
	for (let at = start; at < end && assignment === null; at++) {
		const text = textAt(code, at);
		if (text === "(" || text === "[") at = afterGroup(code, at) - 1;
		else if (assignments.has(text)) assignment = at;
	}
	const first = textAt(code, start);
	return { start, end, assignment, keyword: keywords.has(first) ? first : null };
}

/** Reads `a.b[i].c` at `start`: the path and the index of the token after it. */
function readPath(code: Code, start: number): { path: string[]; end: number } {
	const path = [textAt(code, start)];
	let index = start + 1;
	for (;;) {
		if (textAt(code, index) === "." && code.tokens[index + 1]?.kind === "word") {
			path.push(textAt(code, index + 1));
			index += 2;
		} else if (textAt(code, index) === "[" && textAt(code, index + 1) !== "]") {
			path.push("[]");
			index = afterGroup(code, index);
		} else return { path, end: index };
	}
}

function isOperandStart(code: Code, index: number): boolean {
	const token = code.tokens[index];
	if (token?.kind !== "word" || keywords.has(token.text) || notVariables.has(token.text)) return false;
	if (textAt(code, index - 1) === ".") return false;
	const isKey = textAt(code, index + 1) === ":" && /^[{,]$/.test(textAt(code, index - 1));
	return !isKey && textAt(code, index + 1) !== "{";
}

function roleOf(code: Code, segment: Segment, start: number, end: number, depth: number): Operand["role"] {
	const before = textAt(code, start - 1);
	if (depth === 0 && segment.assignment !== null && start < segment.assignment) return "write";
	if (before === "&") return "address";
	if (before === "(" && writers.has(textAt(code, start - 2))) return "write";
	if (textAt(code, end) === "<-" && before !== "<-") return "send";
	return "read";
}

/** Every variable that the segment names, writes and receivers of method calls told apart; closures are left out. */
export function operandsOf(file: GoFile, segment: Segment, line: number | null): Operand[] {
	const operands: Operand[] = [];
	const owner = file.ownerOf(segment.start);
	let depth = 0;
	for (let index = segment.start; index < segment.end; index++) {
		const text = textAt(file, index);
		if (text === "(" || text === "[") depth++;
		if (text === ")" || text === "]") depth--;
		if (!isOperandStart(file, index) || file.ownerOf(index) !== owner) continue;
		if (line !== null && file.tokens[index]?.line !== line) continue;
		const { path, end } = readPath(file, index);
		operands.push(operandAt(file, segment, { path, end, at: index, depth }));
	}
	return operands;
}

function operandAt(
	code: Code,
	segment: Segment,
	found: { path: string[]; end: number; at: number; depth: number },
): Operand {
	const { path, end, at, depth } = found;
	if (textAt(code, end) !== "(")
		return { path, at, role: roleOf(code, segment, at, end, depth), method: null };
	const isMethod = path.length > 1 && path.at(-1) !== "[]";
	return isMethod
		? { path: path.slice(0, -1), at, role: "receiver", method: path.at(-1) ?? null }
		: { path, at, role: "call", method: null };
}
