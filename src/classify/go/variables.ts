import type { Declared, GoFunction } from "./functions.ts";
import { afterGroup, afterType, blockStart, type Code, joinTokens, textAt } from "./types.ts";

/** A variable and the tokens it can be named in. */
export interface Variable extends Declared {
	kind: "receiver" | "parameter" | "result" | "local" | "loop" | "package";
	/** The function that declares it; null for package variables. */
	owner: GoFunction | null;
	/** Index of the token that declares it. */
	declaredAt: number;
	/** First and last token of its scope. */
	from: number;
	to: number;
	/** Index of the token where its first value starts, or what it ranges over; null where there is none. */
	value: number | null;
	/** Its position in `key, element := range value`; null where it is no range variable. */
	rangePosition: number | null;
}

/** The index of the `}` of the innermost block around `index`. */
function blockEnd(code: Code, index: number, owner: GoFunction): number {
	for (let at = index; at > owner.bodyStart; at--) {
		if (textAt(code, at) !== "{") continue;
		const end = code.partners[at] ?? -1;
		if (end > index) return end;
	}
	return owner.bodyEnd;
}

/** The end of the block that a `for`, `if` or `switch` header opens, its `else` included. */
function headerBlockEnd(code: Code, index: number, owner: GoFunction): number {
	let end = afterGroup(code, blockStart(code, index)) - 1;
	while (textAt(code, end + 1) === "else") {
		end = Math.max(afterGroup(code, blockStart(code, end + 2)) - 1, end + 2);
	}
	return Math.min(end, owner.bodyEnd);
}

/** The names left of a `:=` at `index`, with their token indices. */
function namesBefore(code: Code, index: number): number[] {
	const names: number[] = [];
	let at = index - 1;
	while (code.tokens[at]?.kind === "word") {
		names.unshift(at);
		if (textAt(code, at - 1) !== ",") break;
		at -= 2;
	}
	return names;
}

function shortDeclaration(code: Code, index: number, owner: GoFunction): Variable[] {
	const names = namesBefore(code, index);
	const first = names[0] ?? index;
	const header = textAt(code, first - 1);
	const isHeader = header === "for" || header === "if" || header === "switch";
	const to = isHeader ? headerBlockEnd(code, index, owner) : blockEnd(code, index, owner);
	const isRange = textAt(code, index + 1) === "range";
	return names.map((at, position) => ({
		name: textAt(code, at),
		type: null,
		value: isRange ? index + 2 : valueAt(code, index + 1, position),
		rangePosition: isRange ? position : null,
		kind: header === "for" ? "loop" : "local",
		owner,
		declaredAt: at,
		from: index,
		to,
	}));
}

/** Where the value at `position` of the comma-separated list from `start` begins; null for a call's second result. */
function valueAt(code: Code, start: number, position: number): number | null {
	let at = start;
	for (let skipped = 0; skipped < position; at++) {
		const text = textAt(code, at);
		if (text === ";" || text === "" || text === "}") return null;
		if (text === ",") skipped++;
		else if ("([{".includes(text)) at = afterGroup(code, at) - 1;
	}
	return at;
}

type VarLine = Pick<Variable, "name" | "type" | "declaredAt" | "value" | "rangePosition">;

/** Reads the names, type and values of one `var` line that starts at `start`. */
function varLine(code: Code, start: number): VarLine[] {
	const names: number[] = [start];
	let at = start + 1;
	while (textAt(code, at) === "," && code.tokens[at + 1]?.kind === "word") {
		names.push(at + 1);
		at += 2;
	}
	const typeEnd = afterType(code, at);
	const type = typeEnd > at ? joinTokens(code, at, typeEnd) : null;
	const hasValue = textAt(code, typeEnd) === "=";
	return names.map((declaredAt, position) => ({
		name: textAt(code, declaredAt),
		declaredAt,
		type,
		value: hasValue ? valueAt(code, typeEnd + 1, position) : null,
		rangePosition: null,
	}));
}

/** Reads `var x T` and `var ( … )` at `index`. */
function varDeclaration(code: Code, index: number): VarLine[] {
	if (textAt(code, index + 1) !== "(") return varLine(code, index + 1);
	const end = code.partners[index + 1] ?? -1;
	const found: VarLine[] = [];
	for (let at = index + 2; at < end; ) {
		if (code.tokens[at]?.kind === "word") found.push(...varLine(code, at));
		while (at < end && textAt(code, at) !== ";")
			at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
		at++;
	}
	return found;
}

function signatureVariables(owner: GoFunction): Variable[] {
	const scope = { owner, declaredAt: owner.start, from: owner.start, to: owner.bodyEnd };
	const place = { ...scope, value: null, rangePosition: null };
	const receiver =
		owner.receiver === null ? [] : [{ ...owner.receiver, ...place, kind: "receiver" as const }];
	return [
		...receiver,
		...owner.parameters.map((declared) => ({ ...declared, ...place, kind: "parameter" as const })),
		...owner.results.map((declared) => ({ ...declared, ...place, kind: "result" as const })),
	];
}

/** Reads every variable of a file with its scope. `ownerOf` tells the function a token lies in. */
export function readVariables(
	code: Code,
	functions: readonly GoFunction[],
	ownerOf: (index: number) => GoFunction | null,
): Variable[] {
	const variables = functions.flatMap(signatureVariables);
	code.tokens.forEach((token, index) => {
		if (token.text !== "var" && token.text !== ":=") return;
		const owner = ownerOf(index);
		if (token.text === ":=") {
			if (owner !== null) variables.push(...shortDeclaration(code, index, owner));
			return;
		}
		const scope =
			owner === null
				? { kind: "package" as const, owner, from: 0, to: code.tokens.length }
				: { kind: "local" as const, owner, from: index, to: blockEnd(code, index, owner) };
		variables.push(...varDeclaration(code, index).map((declared) => ({ ...declared, ...scope })));
	});
	return variables;
}
