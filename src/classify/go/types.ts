import type { Token } from "./tokens.ts";

/** Tokens of a file with the partner of every bracket. */
export interface Code {
	tokens: readonly Token[];
	partners: Int32Array;
}

/** The text of the token at `index`, empty past the ends. */
export function textAt(code: Code, index: number): string {
	return code.tokens[index]?.text ?? "";
}

/** The index after the bracket group that starts at `index`; `index + 1` where it has no end. */
export function afterGroup(code: Code, index: number): number {
	const partner = code.partners[index] ?? -1;
	return partner > index ? partner + 1 : index + 1;
}

/** The `{` of the block that a header (`for`, `if`, `switch`) at `start` has; the token count where there is none. */
export function blockStart(code: Code, start: number): number {
	let at = start;
	for (; at < code.tokens.length; at = afterGroup(code, at)) {
		// In `for _, x := range []T{a, b} {` the first brace is that of a value.
		if (textAt(code, at) === "{" && textAt(code, afterGroup(code, at)) !== "{") break;
	}
	return at;
}

/** The index after the type that starts at `start`, or `start` where there is none. */
export function afterType(code: Code, start: number): number {
	const text = textAt(code, start);
	switch (text) {
		case "*":
		case "<-":
		case "...":
		case "chan":
			return afterType(code, start + 1);
		case "[":
			return afterType(code, afterGroup(code, start));
		case "(":
			return afterGroup(code, start);
		case "map":
			return afterType(code, afterGroup(code, start + 1));
		case "struct":
		case "interface":
			return textAt(code, start + 1) === "{" ? afterGroup(code, start + 1) : start + 1;
		case "func":
			return textAt(code, start + 1) === "(" ? afterType(code, afterGroup(code, start + 1)) : start + 1;
		default:
			return code.tokens[start]?.kind === "word" ? afterTypeName(code, start) : start;
	}
}

function afterTypeName(code: Code, start: number): number {
	let index = start + 1;
	if (textAt(code, index) === "." && code.tokens[index + 1]?.kind === "word") index += 2;
	if (textAt(code, index) === "[" && textAt(code, index + 1) !== "]") index = afterGroup(code, index);
	return index;
}

const wordLike = /[\p{L}\p{N}_]$/u;

/** The tokens from `start` up to `end` as text, spaced as gofmt spaces a type. */
export function joinTokens(code: Code, start: number, end: number): string {
	let text = "";
	for (let index = start; index < end; index++) {
		const next = textAt(code, index);
		const gap =
			(wordLike.test(text) && /^[\p{L}\p{N}_]/u.test(next)) || text.endsWith(",") || text.endsWith(";");
		text += gap ? ` ${next}` : next;
	}
	return text;
}

/** The element type of a slice, array, map or channel type, or null. */
export function elementType(type: string): string | null {
	const bare = type.replace(/^\*+/, "");
	const prefix = /^(?:\[[^[\]]*\]|map\[[^[\]]*\]|(?:<-)?chan(?:<-)? ?)/.exec(bare);
	return prefix === null ? null : bare.slice(prefix[0].length);
}
