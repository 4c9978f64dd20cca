import { type Field, type GoFile, readGoFile } from "./file.ts";
import type { GoFunction } from "./functions.ts";
import { afterType, elementType, joinTokens, textAt } from "./types.ts";
import type { Variable } from "./variables.ts";

/** A type as written in one file: its text means what that file and package say. */
export interface TypeIn {
	text: string;
	package: string;
	file: GoFile;
}

/** The Go files at hand, by import path. */
export interface GoPackages {
	/** Those of a package that may declare the name at package level. */
	filesOf(importPath: string, name: string): readonly GoFile[];
}

/** Constructors of the standard library whose name does not tell the type they give. */
const constructors: Readonly<Record<string, string>> = {
	"bytes.NewBufferString": "*bytes.Buffer",
	"rand.New": "*rand.Rand",
	"rand.NewSource": "rand.Source",
	"list.New": "*list.List",
	"errors.New": "error",
	"errors.Join": "error",
	"fmt.Errorf": "error",
	"fmt.Sprintf": "string",
	"template.New": "*template.Template",
	"md5.New": "hash.Hash",
	"sha1.New": "hash.Hash",
	"sha256.New": "hash.Hash",
	"sha512.New": "hash.Hash",
};

/** Types of the standard library that `pkg.NewX` gives as `*pkg.X`. */
const made = /^(?:bytes|strings|bufio|json|gob|csv|xml|tabwriter|big|gzip|zlib)\.New(?<type>[A-Z]\w*)$/;

/** The package path and bare name of a named type, pointers ignored; null for unnamed types. */
export function namedType(type: TypeIn): { package: string; name: string } | null {
	const match = /^\**(?:(?<alias>[\p{L}_]\w*)\.)?(?<name>[\p{L}_]\w*)(?:\[.*\])?$/u.exec(type.text);
	const { alias, name } = match?.groups ?? {};
	if (name === undefined) return null;
	return { package: alias === undefined ? type.package : (type.file.imports.get(alias) ?? alias), name };
}

/** The fields of a named or literal struct type, with the file they are written in. */
function structOf(
	packages: GoPackages,
	type: TypeIn,
): { fields: readonly Field[]; file: GoFile; package: string } | null {
	const named = namedType(type);
	if (named === null) return literalStruct(type);
	for (const file of packages.filesOf(named.package, named.name)) {
		const fields = file.structs.get(named.name);
		if (fields !== undefined) return { fields, file, package: named.package };
	}
	return null;
}

/** The fields of `struct{ … }` written in place of a name. */
function literalStruct({ text, package: importPath, file }: TypeIn): ReturnType<typeof structOf> {
	const body = /^\**(?<struct>struct\{.*)$/s.exec(text)?.groups?.struct;
	if (body === undefined) return null;
	const fields = readGoFile("", [`type literal ${body}`]).structs.get("literal");
	return fields === undefined ? null : { fields, file, package: importPath };
}

/** Where a field of a type is declared: the struct's own name (an embedded one's for promoted fields) and its type. */
export interface FieldIn {
	/** Null for a struct type without a name. */
	owner: { package: string; name: string } | null;
	type: TypeIn;
}

/** Finds a field or a field promoted from embedded structs. */
export function findField(packages: GoPackages, type: TypeIn, name: string, depth = 0): FieldIn | null {
	const struct = structOf(packages, type);
	const owner = namedType(type);
	if (struct === null || depth > 4) return null;
	const typeOf = (field: Field): TypeIn => ({ text: field.type, package: struct.package, file: struct.file });
	const own = struct.fields.find((field) => field.name === name);
	if (own !== undefined) return { owner, type: typeOf(own) };
	for (const field of struct.fields) {
		const promoted = field.embedded ? findField(packages, typeOf(field), name, depth + 1) : null;
		if (promoted !== null) return promoted;
	}
	return null;
}

/** The field by which a named struct embeds a type, written as a reader names it ("bytes.Buffer"). */
export function embeddedField(
	packages: GoPackages,
	type: TypeIn,
	wanted: string,
): { owner: { package: string; name: string }; name: string; type: string } | null {
	const owner = namedType(type);
	const field = structOf(packages, type)?.fields.find(
		(one) => one.embedded && one.type.replace(/^\*/, "") === wanted,
	);
	return owner === null || field === undefined ? null : { owner, name: field.name, type: field.type };
}

/** The variable that a name means at a token of the file, package variables of other files included. */
export function findVariable(
	packages: GoPackages,
	at: TypeIn,
	name: string,
	index: number,
): { variable: Variable; file: GoFile } | null {
	const inScope = (at.file.variables.get(name) ?? []).filter((variable) => isVisible(variable, index));
	const [first, ...others] = inScope;
	if (first !== undefined) return { variable: others.reduce(innermost, first), file: at.file };
	for (const file of packages.filesOf(at.package, name)) {
		const variable = file.variables.get(name)?.find(({ kind }) => kind === "package");
		if (variable !== undefined) return { variable, file };
	}
	return null;
}

function isVisible(variable: Variable, index: number): boolean {
	if (variable.kind === "package") return true;
	if (variable.declaredAt === index) return true; // left of its own :=
	return variable.from <= index && index <= variable.to && variable.declaredAt <= index;
}

function innermost(best: Variable, other: Variable): Variable {
	if (other.kind === "package") return best;
	return best.kind === "package" || other.from >= best.from ? other : best;
}

function findFunction(
	packages: GoPackages,
	importPath: string,
	name: string,
): { found: GoFunction; file: GoFile } | null {
	for (const file of packages.filesOf(importPath, name)) {
		const found = file.functions.find((other) => other.name === name);
		if (found !== undefined) return { found, file };
	}
	return null;
}

/** The type of a variable: as written, or of the value it is made with. */
export function typeOfVariable(
	packages: GoPackages,
	where: TypeIn,
	variable: Variable,
	depth = 0,
): TypeIn | null {
	if (variable.type !== null) return { ...where, text: variable.type };
	if (variable.value === null || depth > 4)
		return variable.name === "err" ? { ...where, text: "error" } : null;
	const type = typeOfValue(packages, where, variable.value, depth + 1);
	if (variable.rangePosition === null || type === null) return type;
	if (variable.rangePosition === 0)
		return { ...type, text: /^\*?map\[(?<key>[^[\]]*)\]/.exec(type.text)?.groups?.key ?? "int" };
	const element = elementType(type.text);
	return element === null ? null : { ...type, text: element };
}

/** The type of the expression that starts at a token: literal, make, new, constructor call or path. */
function typeOfValue(packages: GoPackages, where: TypeIn, start: number, depth: number): TypeIn | null {
	const { file } = where;
	const text = textAt(file, start);
	if (text === "&") {
		const inner = typeOfValue(packages, where, start + 1, depth);
		return inner === null ? null : { ...inner, text: `*${inner.text}` };
	}
	const literal = literalType(file, start);
	if (literal !== null) return { ...where, text: literal };
	const end = afterType(file, start);
	if (end === start) return null;
	const name = joinTokens(file, start, end);
	if (textAt(file, end) === "{" || (textAt(file, end) === "(" && name.startsWith("[")))
		return { ...where, text: name };
	if (textAt(file, end) === "(") return typeOfCall(packages, where, name);
	return depth > 4 ? null : typeOfPath(packages, where, name.split("."), start, depth);
}

function literalType(file: GoFile, start: number): string | null {
	const text = textAt(file, start);
	if ((text === "make" || text === "new") && textAt(file, start + 1) === "(") {
		const type = joinTokens(file, start + 2, afterType(file, start + 2));
		return text === "new" ? `*${type}` : type;
	}
	return text === "true" || text === "false" ? "bool" : constantType(file, start);
}

function constantType(file: GoFile, index: number): string | null {
	const { kind, text } = file.tokens[index] ?? { kind: "operator", text: "" };
	if (kind === "text") return text.startsWith("'") ? "rune" : "string";
	if (kind === "number") return /^\d+$|^0[xXbBoO]/.test(text) ? "int" : "float64";
	return null;
}

function typeOfCall(packages: GoPackages, where: TypeIn, callee: string): TypeIn | null {
	const known = constructors[callee] ?? (made.test(callee) ? `*${callee.replace(".New", ".")}` : undefined);
	if (known !== undefined) return { ...where, text: known };
	const [alias, name] = callee.includes(".") ? callee.split(".") : [null, callee];
	const importPath = alias === null ? where.package : (where.file.imports.get(alias ?? "") ?? "");
	const maker = findFunction(packages, importPath, name ?? "");
	if (maker?.found.resultType == null) return null;
	return { text: maker.found.resultType, package: importPath, file: maker.file };
}

/** The type of `a.b[i].c` at a token. */
export function typeOfPath(
	packages: GoPackages,
	where: TypeIn,
	path: readonly string[],
	index: number,
	depth = 0,
): TypeIn | null {
	const base = findVariable(packages, where, path[0] ?? "", index);
	if (base === null) return null;
	let type = typeOfVariable(packages, { ...where, file: base.file }, base.variable, depth + 1);
	for (const step of path.slice(1)) {
		if (type === null) return null;
		if (step === "[]") {
			const element: string | null = elementType(type.text);
			type = element === null ? null : { ...type, text: element };
		} else type = findField(packages, type, step)?.type ?? null;
	}
	return type;
}
