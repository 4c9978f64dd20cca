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

/** Reads `a, b int, c string` or `int, string` between brackets. */
export function readDeclared(code: Code, open: number): Declared[] {
	const declared: Declared[] = [];
	const close = code.partners[open] ?? -1;
	const waiting: Declared[] = [];
	for (let index = open + 1; index < close; ) {
		const isNamed = code.tokens[index]?.kind === "word" && !/^[.,)]$/.test(textAt(code, index + 1));
		const isTypeWord = ["func", "map", "chan", "struct", "interface"].includes(textAt(code, index));
		const alone = code.tokens[index]?.kind === "word" && /^[,)]$/.test(textAt(code, index + 1));
		if (alone) {
			waiting.push({ name: textAt(code, index), type: null });
			index += 1;
		} else {
			const typeStart = isNamed && !isTypeWord ? index + 1 : index;
			const typeEnd = Math.max(afterType(code, typeStart), typeStart + 1);
			const type = joinTokens(code, typeStart, Math.min(typeEnd, close));
			const name = typeStart > index ? textAt(code, index) : "_";
			if (typeStart > index) for (const earlier of waiting.splice(0)) declared.push({ ...earlier, type });
			declared.push({ name, type });
			index = typeEnd;
		}
		while (index < close && textAt(code, index) !== ",") index++;
		index++;
	}
	for (const type of waiting) declared.push({ name: "_", type: type.name });
	return declared;
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
	let open = start - 1;
	while (open >= 0 && !(textAt(code, open) === "(" && (code.partners[open] ?? -1) > start)) {
		if (textAt(code, open) === ";" || textAt(code, open) === "{") return null;
		open--;
	}
	let first = open;
	while (code.tokens[first - 1]?.kind === "word" || textAt(code, first - 1) === ".") first--;
	return first < open ? joinTokens(code, first, open) : null;
}

function readLiteral(code: Code, start: number): Omit<GoFunction, "name" | "parent"> | null {
	if (textAt(code, start + 1) !== "(") return null;
	const { end, ...signature } = readSignature(code, start + 1);
	if (textAt(code, end) !== "{") return null;
	const use = readUse(code, start);
	const bodyEnd = afterGroup(code, end) - 1;
	return { literal: true, receiver: null, ...signature, start, bodyStart: end, bodyEnd, use };
}

/** Reads every function of a file, literals named as the compiler numbers them. */
export function readFunctions(code: Code): GoFunction[] {
	const functions: GoFunction[] = [];
	const stack: GoFunction[] = [];
	const literals = new Map<GoFunction | null, number>();
	code.tokens.forEach((token, index) => {
		while (stack.length > 0 && (stack.at(-1)?.bodyEnd ?? 0) < index) stack.pop();
		if (token.text !== "func" || token.kind !== "word") return;
		const parent = stack.at(-1) ?? null;
		const previous = textAt(code, index - 1);
		const declaration =
			parent === null && (previous === ";" || previous === "") ? readDeclaration(code, index) : null;
		const literal = declaration === null ? readLiteral(code, index) : null;
		if (literal !== null) {
			const count = (literals.get(parent) ?? 0) + 1;
			literals.set(parent, count);
			const name = parent?.literal ? `${parent.name}.${count}` : `${parent?.name ?? "init"}.func${count}`;
			functions.push({ ...literal, name, parent });
		} else if (declaration !== null) {
			functions.push(declaration);
		} else return;
		stack.push(functions.at(-1) as GoFunction);
	});
	return functions;
}

/** The declaration a function is written in: itself for a declaration. */
export function outermost(goFunction: GoFunction): GoFunction {
	let outer = goFunction;
	while (outer.parent !== null) outer = outer.parent;
	return outer;
}
