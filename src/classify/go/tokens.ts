/** One token of Go source; raw strings over several lines are shortened to a pair of quotes. Lines are 1-based. */
export interface Token {
	kind: "word" | "number" | "text" | "operator";
	text: string;
	line: number;
}

const space = /[ \t\r]+/y;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d[\w.]*|\.\d[\w.]*/y;
const text = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/y;
const operator = /&&|\|\||<-|\+\+|--|:=|\.\.\.|<<=|>>=|&\^=|[-+*/%&|^=!<>]=|<<|>>|&\^|./uy;

const endsStatement = new Set([")", "]", "}", "++", "--"]);
const keywordsThatContinue = new Set(
	"case chan const default defer else for func go goto if import interface map package range select struct switch type var".split(
		" ",
	),
);

/** Tells whether a line that ends with this token ends its statement (Go's automatic semicolon). */
function needsSemicolon(last: Token | undefined): boolean {
	if (last === undefined) return false;
	if (last.kind === "operator") return endsStatement.has(last.text);
	return last.kind !== "word" || !keywordsThatContinue.has(last.text);
}

/** What the pattern matches at exactly this column, or null. */
function matchAt(pattern: RegExp, line: string, column: number): string | null {
	pattern.lastIndex = column;
	return pattern.exec(line)?.[0] ?? null;
}

const kinds = [
	["word", word],
	["number", number],
	["text", text],
	["operator", operator],
] as const;

/** Reads the tokens of one line from `column`; gives the mark that a comment or raw string still waits for at its end. */
function readLine(tokens: Token[], source: string, line: number, start: number): Mark | null {
	for (let column = start; column < source.length; ) {
		column += matchAt(space, source, column)?.length ?? 0;
		if (source.startsWith("//", column)) return null;
		const mark = markAt(source, column);
		if (mark === "`") tokens.push({ kind: "text", text: '""', line });
		if (mark === null) column += pushToken(tokens, source, line, column);
		else {
			const closing = source.indexOf(mark, column + mark.length);
			if (closing < 0) return mark;
			column = closing + mark.length;
		}
	}
	return null;
}

/** What ends a comment or raw string that may go on on the next line. */
type Mark = "*/" | "`";

function markAt(source: string, column: number): Mark | null {
	if (source[column] === "`") return "`";
	return source.startsWith("/*", column) ? "*/" : null;
}

function pushToken(tokens: Token[], source: string, line: number, column: number): number {
	for (const [kind, pattern] of kinds) {
		const found = matchAt(pattern, source, column);
		if (found === null) continue;
		tokens.push({ kind, text: found, line });
		return found.length;
	}
	return 1;
}

/** Splits Go source into tokens, semicolons inserted as the language says. Never throws: what is not Go gives odd tokens. */
export function tokenize(lines: readonly string[]): Token[] {
	const tokens: Token[] = [];
	let open: Mark | null = null;
	lines.forEach((source, index) => {
		const line = index + 1;
		const closing = open === null ? 0 : source.indexOf(open);
		if (closing < 0) return;
		const start: number = open === null ? 0 : closing + open.length;
		open = readLine(tokens, source, line, start);
		if (open === null && needsSemicolon(tokens.at(-1))) tokens.push({ kind: "operator", text: ";", line });
	});
	endCases(tokens);
	return tokens;
}

/** Turns the colon of each `case x:` and `default:` into a semicolon: what follows is a statement of its own. */
function endCases(tokens: Token[]): void {
	tokens.forEach(({ kind, text: name }, index) => {
		if (kind !== "word" || (name !== "case" && name !== "default")) return;
		const colon = findColon(tokens, index + 1);
		const token = tokens[colon];
		if (token !== undefined) tokens[colon] = { ...token, text: ";" };
	});
}

const depths: Readonly<Record<string, number>> = { "(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1 };

/** The colon that ends a case, outside of all brackets; -1 where there is none. */
function findColon(tokens: readonly Token[], start: number): number {
	let depth = 0;
	for (let at = start; at < tokens.length && depth >= 0; at++) {
		const text = tokens[at]?.text ?? "";
		depth += depths[text] ?? 0;
		if (depth === 0 && text === ":") return at;
		if (depth === 0 && text === ";") return -1;
	}
	return -1;
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** For each bracket the index of its partner; -1 for other tokens and for brackets without one. */
export function matchBrackets(tokens: readonly Token[]): Int32Array {
	const partners = new Int32Array(tokens.length).fill(-1);
	const open: number[] = [];
	tokens.forEach(({ kind, text: bracket }, index) => {
		if (kind !== "operator") return;
		if (bracket in closers) open.push(index);
		if (bracket !== ")" && bracket !== "]" && bracket !== "}") return;
		const start = open.findLastIndex((at) => closers[tokens[at]?.text ?? ""] === bracket);
		if (start < 0) return;
		const partner = open[start] ?? 0;
		open.length = start;
		partners[partner] = index;
		partners[index] = partner;
	});
	return partners;
}
