import { groupBy } from "../group-by.ts";
import { type GoFunction, readFunctions } from "./functions.ts";
import { matchBrackets, type Token, tokenize } from "./tokens.ts";
import { afterGroup, afterType, type Code, joinTokens, textAt } from "./types.ts";
import { readVariables, type Variable } from "./variables.ts";

/** A struct field; `embedded` ones lend their fields and methods. */
export interface Field {
	name: string;
	type: string;
	embedded: boolean;
}

/** What the reader knows of one Go file. */
export interface GoFile extends Code {
	path: string;
	tokens: readonly Token[];
	/** Declarations and literals in the order of the source. */
	functions: readonly GoFunction[];
	/** Variables by name, in the order of the source. */
	variables: ReadonlyMap<string, readonly Variable[]>;
	/** Fields of each named struct type. */
	structs: ReadonlyMap<string, readonly Field[]>;
	/** Import path by the name it has in this file. */
	imports: ReadonlyMap<string, string>;
	/** Index of the first token of each line. */
	firstOfLine: ReadonlyMap<number, number>;
	/** The innermost function around a token. */
	ownerOf(index: number): GoFunction | null;
}

/** Reads the fields of the struct body that opens at `open`. */
function readFields(code: Code, open: number): Field[] {
	const close = code.partners[open] ?? -1;
	const fields: Field[] = [];
	for (let at = open + 1; at < close; ) {
		const end = fieldEnd(code, at, close);
		fields.push(...readField(code, at, end));
		at = end + 1;
	}
	return fields;
}

function fieldEnd(code: Code, start: number, close: number): number {
	let at = start;
	while (at < close && textAt(code, at) !== ";")
		at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
	return Math.min(at, close);
}

function readField(code: Code, start: number, end: number): Field[] {
	if (start >= end) return [];
	const whole = afterType(code, start);
	if (whole >= end || code.tokens[whole]?.kind === "text") {
		const type = joinTokens(code, start, Math.min(whole, end));
		return [{ name: type.replace(/\[.*$/, "").replace(/^.*[.*]/, ""), type, embedded: true }];
	}
	const names: string[] = [];
	let at = start;
	while (code.tokens[at]?.kind === "word") {
		names.push(textAt(code, at++));
		if (textAt(code, at) !== ",") break;
		at++;
	}
	const type = joinTokens(code, at, Math.min(afterType(code, at), end));
	return names.map((name) => ({ name, type, embedded: false }));
}

function readStructs(code: Code, ownerOf: (index: number) => GoFunction | null): Map<string, Field[]> {
	const structs = new Map<string, Field[]>();
	code.tokens.forEach((token, index) => {
		if (token.text !== "struct" || textAt(code, index + 1) !== "{") return;
		const name = structName(code, index, ownerOf);
		if (name !== null) structs.set(name, readFields(code, index + 1));
	});
	return structs;
}

/** The name of the type whose `struct` stands at `index`; null for types without a name. */
function structName(code: Code, index: number, ownerOf: (index: number) => GoFunction | null): string | null {
	const isGeneric = textAt(code, index - 1) === "]";
	const at = isGeneric ? (code.partners[index - 1] ?? index) - 1 : index - 1;
	if (code.tokens[at]?.kind !== "word") return null;
	const introducer = textAt(code, at - 1);
	const isGrouped = (introducer === "(" || introducer === ";") && ownerOf(index) === null;
	return introducer === "type" || isGrouped ? textAt(code, at) : null;
}

/** The name a package has when its import gives none: the last element that is no version. */
function defaultName(path: string): string {
	const elements = path.split("/");
	const last = elements.at(-1) ?? path;
	const name = /^v\d+$/.test(last) ? (elements.at(-2) ?? last) : last;
	return name.replace(/\.v\d+$/, "").replace(/^go-|-go$/, "");
}

function readImports(code: Code): Map<string, string> {
	const imports = new Map<string, string>();
	for (let index = 0; index < code.tokens.length; index++) {
		const text = textAt(code, index);
		if (text === "func" || text === "type" || text === "var") break;
		if (code.tokens[index]?.kind !== "text") continue;
		const path = text.slice(1, -1);
		const before = code.tokens[index - 1];
		const isNamed = before?.kind === "word" && before.text !== "import";
		imports.set(isNamed ? before.text : defaultName(path), path);
	}
	return imports;
}

/** Gives a function that tells the innermost function around a token. */
function ownerLookup(functions: readonly GoFunction[], count: number): (index: number) => GoFunction | null {
	const owners = new Int32Array(count).fill(-1);
	functions.forEach((goFunction, number) => {
		owners.fill(number, goFunction.bodyStart, goFunction.bodyEnd + 1);
	});
	return (index) => functions[owners[index] ?? -1] ?? null;
}

/** Reads a Go file as far as it can be read; never throws. */
export function readGoFile(path: string, lines: readonly string[]): GoFile {
	const tokens = tokenize(lines);
	const code: Code = { tokens, partners: matchBrackets(tokens) };
	const functions = readFunctions(code);
	const ownerOf = ownerLookup(functions, tokens.length);
	const firstOfLine = new Map<number, number>();
	tokens.forEach((token, index) => {
		if (!firstOfLine.has(token.line)) firstOfLine.set(token.line, index);
	});
	return {
		...code,
		path,
		functions,
		ownerOf,
		variables: groupBy(readVariables(code, functions, ownerOf), ({ name }) => name),
		structs: readStructs(code, ownerOf),
		imports: readImports(code),
		firstOfLine,
	};
}
