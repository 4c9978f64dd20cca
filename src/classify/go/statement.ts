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
	const [start, end] = [segmentStart(code, index), segmentEnd(code, index)];
	const first = textAt(code, start);
	return {
		start,
		end,
		assignment: findAssignment(code, start, end),
		keyword: keywords.has(first) ? first : null,
	};
}

function segmentStart(code: Code, index: number): number {
	let start = index;
	while (start > 0 && !separators.has(textAt(code, start - 1))) {
		const partner = code.partners[start - 1] ?? -1;
		start = partner >= 0 && partner < start - 1 ? partner : start - 1;
	}
	return start;
}

function segmentEnd(code: Code, index: number): number {
	let end = index;
	while (end < code.tokens.length && !separators.has(textAt(code, end))) end = afterToken(code, end);
	return end;
}

function findAssignment(code: Code, start: number, end: number): number | null {
	for (let at = start; at < end; at = afterToken(code, at)) if (assignments.has(textAt(code, at))) return at;
	return null;
}

/** The next index, groups in `(` and `[` skipped as one. */
function afterToken(code: Code, index: number): number {
	const text = textAt(code, index);
	return text === "(" || text === "[" ? afterGroup(code, index) : index + 1;
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
		const isOnLine = line === null || file.tokens[index]?.line === line;
		if (!isOnLine || !isOperandStart(file, index) || file.ownerOf(index) !== owner) continue;
		operands.push(operandAt(file, segment, { ...readPath(file, index), at: index, depth }));
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
