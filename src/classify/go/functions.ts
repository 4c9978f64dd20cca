import { afterGroup, afterType, type Code, joinTokens, textAt } from "./types.ts";

/** A declared name: parameter, result, receiver or field, with its type as written. */
export interface Declared {
	name: string;
	type: string | null;
}

/** A function declaration or literal. Indices are those of tokens. */
export interface GoFunction {
	/** As the race detector prints it, without package: "Run", "(*Logger).Write", "Run.func1", "Run.func1.2". */
	name: string;
	/** The function it is written in; null for declarations and for literals of package variables. */
	parent: GoFunction | null;
	literal: boolean;
	receiver: Declared | null;
	parameters: Declared[];
	results: Declared[];
	/** Type of the first result, as written. */
	resultType: string | null;
	/** Index of the word `func`, of `{` and of `}`. */
	start: number;
	bodyStart: number;
	bodyEnd: number;
	/** How a literal is used: "go", "defer", the function it is handed to ("wg.Go"), or null. */
	use: string | null;
}

const typeWords = new Set(["func", "map", "chan", "struct", "interface"]);

/** The index of the next comma of the list, or of its end; brackets are skipped. */
function nextComma(code: Code, start: number, close: number): number {
	let at = start;
	while (at < close && textAt(code, at) !== ",")
		at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
	return Math.min(at, close);
}

/** Reads `a, b int, c string` or `int, string` between brackets. */
function readDeclared(code: Code, open: number): Declared[] {
	const close = code.partners[open] ?? -1;
	const parts: Array<{ name: string; type: string | null }> = [];
	for (let start = open + 1; start < close; ) {
		const end = nextComma(code, start, close);
		parts.push(readPart(code, start, end));
		start = end + 1;
	}
	if (parts.every(({ type }) => type === null)) return parts.map(({ name }) => ({ name: "_", type: name }));
	return parts.map(({ name, type }, index) => ({
		name,
		type: type ?? parts.slice(index).find((part) => part.type !== null)?.type ?? null,
	}));
}

/** `a int`, `...int`, or a word alone, which is a name or a type, as the others tell. */
function readPart(code: Code, start: number, end: number): Declared {
	const isWord = code.tokens[start]?.kind === "word" && !typeWords.has(textAt(code, start));
	if (isWord && end === start + 1) return { name: textAt(code, start), type: null };
	const isNamed = isWord && textAt(code, start + 1) !== ".";
	return isNamed
		? { name: textAt(code, start), type: joinTokens(code, start + 1, end) }
		: { name: "_", type: joinTokens(code, start, end) };
}

interface Signature {
	parameters: Declared[];
	results: Declared[];
	resultType: string | null;
	end: number;
}

function readSignature(code: Code, open: number): Signature {
	const parameters = readDeclared(code, open);
	const afterParameters = afterGroup(code, open);
	const end = textAt(code, afterParameters) === "{" ? afterParameters : afterType(code, afterParameters);
	const isList = textAt(code, afterParameters) === "(";
	const results = isList ? readDeclared(code, afterParameters) : [];
	const single = end > afterParameters && !isList ? joinTokens(code, afterParameters, end) : null;
	return { parameters, results, resultType: results[0]?.type ?? single, end };
}

function printedName(receiver: Declared | null, name: string): string {
	if (receiver?.type == null) return name;
	const type = receiver.type.replace(/\[.*$/, "");
	return type.startsWith("*") ? `(${type}).${name}` : `${type}.${name}`;
}

function readDeclaration(code: Code, start: number): GoFunction | null {
	let index = start + 1;
	const receiver = textAt(code, index) === "(" ? (readDeclared(code, index)[0] ?? null) : null;
	if (textAt(code, index) === "(") index = afterGroup(code, index);
	const name = textAt(code, index++);
	if (textAt(code, index) === "[") index = afterGroup(code, index);
	if (textAt(code, index) !== "(") return null;
	const { end, ...signature } = readSignature(code, index);
	if (textAt(code, end) !== "{") return null;
	return {
		name: printedName(receiver, name),
		parent: null,
		literal: false,
		receiver,
		...signature,
		start,
		bodyStart: end,
		bodyEnd: afterGroup(code, end) - 1,
		use: null,
	};
}

/** What stands before a literal: `go`, `defer`, or the callee of the call it is an argument of. */
function readUse(code: Code, start: number): string | null {
	const before = textAt(code, start - 1);
	if (before === "go" || before === "defer") return before;
	if (before !== "(" && before !== ",") return null;
	const open = enclosingCall(code, start);
	let first = open;
	while (code.tokens[first - 1]?.kind === "word" || textAt(code, first - 1) === ".") first--;
	return first < open ? joinTokens(code, first, open) : null;
}

/** The index of the `(` around a token within its statement; -1 where there is none. */
function enclosingCall(code: Code, index: number): number {
	for (let at = index - 1; at >= 0; at--) {
		const text = textAt(code, at);
		if (text === "(" && (code.partners[at] ?? -1) > index) return at;
		if (text === ";" || text === "{") return -1;
	}
	return -1;
}

function readLiteral(code: Code, start: number): Omit<GoFunction, "name" | "parent"> | null {
	// Behind `]` it is an element type: `[]func(){…}` and `map[string]func(){…}` are lists of functions.
	if (textAt(code, start + 1) !== "(" || textAt(code, start - 1) === "]") return null;
	const { end, ...signature } = readSignature(code, start + 1);
	if (textAt(code, end) !== "{") return null;
	const use = readUse(code, start);
	const bodyEnd = afterGroup(code, end) - 1;
	return { literal: true, receiver: null, ...signature, start, bodyStart: end, bodyEnd, use };
}

/** Reads every function of a file, literals named as the compiler numbers them. */
export function readFunctions(code: Code): GoFunction[] {
	const functions: GoFunction[] = [];
	const around: GoFunction[] = [];
	const literals = new Map<GoFunction | null, number>();
	for (const [index, token] of code.tokens.entries()) {
		while ((around.at(-1)?.bodyEnd ?? index) < index) around.pop();
		if (token.text !== "func") continue;
		const goFunction = readFunction(code, index, around.at(-1) ?? null, literals);
		if (goFunction !== null) around.push(goFunction);
		if (goFunction !== null) functions.push(goFunction);
	}
	return functions;
}

function readFunction(
	code: Code,
	index: number,
	parent: GoFunction | null,
	literals: Map<GoFunction | null, number>,
): GoFunction | null {
	if (parent !== null && index < parent.bodyStart) return null; // a type in its signature
	const isTopLevel = parent === null && (textAt(code, index - 1) === ";" || index === 0);
	const declaration = isTopLevel ? readDeclaration(code, index) : null;
	return declaration ?? readNumbered(code, index, parent, literals);
}

function readNumbered(
	code: Code,
	index: number,
	parent: GoFunction | null,
	literals: Map<GoFunction | null, number>,
): GoFunction | null {
	const literal = readLiteral(code, index);
	if (literal === null) return null;
	const count = (literals.get(parent) ?? 0) + 1;
	literals.set(parent, count);
	const name = parent?.literal ? `${parent.name}.${count}` : `${parent?.name ?? "init"}.func${count}`;
	return { ...literal, name, parent };
}

/** The declaration a function is written in: itself for a declaration. */
export function outermost(goFunction: GoFunction): GoFunction {
	let outer = goFunction;
	while (outer.parent !== null) outer = outer.parent;
	return outer;
}
