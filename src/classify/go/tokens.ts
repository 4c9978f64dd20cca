/** One token of Go source; raw strings over several lines are shortened to a pair of quotes. Lines are 1-based. */
export interface Token {
	kind: "word" | "number" | "text" | "operator";
	text: string;
	line: number;
}

const token =
	/(?<space>[ \t\r]+)|(?<comment>\/\/.*)|(?<block>\/\*)|(?<raw>`)|(?<text>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(?<number>\d[\w.]*|\.\d[\w.]*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<operator>&&|\|\||<-|\+\+|--|:=|\.\.\.|<<=|>>=|&\^=|[-+*/%&|^=!<>]=|<<|>>|&\^|.)/uy;

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

/** Reads one token at `column`; `end` is -1 where a comment or raw string goes on on the next line. */
function readToken(text: string, column: number): { kind: string; text: string; end: number } {
	token.lastIndex = column;
	const match = token.exec(text);
	const [kind, found] = Object.entries(match?.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
	if (match === null || kind === undefined || found === undefined) {
		return { kind: "space", text: "", end: column + 1 };
	}
	if (kind !== "block" && kind !== "raw") return { kind, text: found, end: token.lastIndex };
	const closing = text.indexOf(kind === "raw" ? "`" : "*/", token.lastIndex);
	return { kind, text: '""', end: closing < 0 ? -1 : closing + (kind === "raw" ? 1 : 2) };
}

function isTokenKind(kind: string): kind is Token["kind"] {
	return kind === "word" || kind === "number" || kind === "text" || kind === "operator";
}

/** Splits Go source into tokens, semicolons inserted as the language says. Never throws: what is not Go gives odd tokens. */
export function tokenize(lines: readonly string[]): Token[] {
	const tokens: Token[] = [];
	let open: "*/" | "`" | null = null;
	lines.forEach((text, index) => {
		const line = index + 1;
		let column = 0;
		if (open !== null) {
			const closing = text.indexOf(open);
			if (closing < 0) return;
			column = closing + open.length;
			open = null;
		}
		while (column < text.length) {
			const read = readToken(text, column);
			if (read.kind === "raw") tokens.push({ kind: "text", text: '""', line });
			if (isTokenKind(read.kind)) tokens.push({ kind: read.kind, text: read.text, line });
			if (read.end < 0) {
				open = read.kind === "raw" ? "`" : "*/";
				return;
			}
			column = read.end;
		}
		if (needsSemicolon(tokens.at(-1))) tokens.push({ kind: "operator", text: ";", line });
	});
	endCases(tokens);
	return tokens;
}

/** Turns the colon of each `case x:` and `default:` into a semicolon: what follows is a statement of its own. */
function endCases(tokens: Token[]): void {
	tokens.forEach(({ kind, text }, index) => {
		if (kind !== "word" || (text !== "case" && text !== "default")) return;
		let depth = 0;
		for (let at = index + 1; at < tokens.length; at++) {
			const token = tokens[at] as Token;
			if (token.kind !== "operator") continue;
			if ("([{".includes(token.text)) depth++;
			else if (")]}".includes(token.text)) depth--;
			else if (depth === 0 && token.text === ":") {
				tokens[at] = { ...token, text: ";" };
				return;
			}
			if (depth < 0 || (depth === 0 && token.text === ";")) return;
		}
	});
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** For each bracket the index of its partner; -1 for other tokens and for brackets without one. */
export function matchBrackets(tokens: readonly Token[]): Int32Array {
	const partners = new Int32Array(tokens.length).fill(-1);
	const open: number[] = [];
	tokens.forEach((token, index) => {
		if (token.kind !== "operator") return;
		if (token.text in closers) open.push(index);
		else if (token.text === ")" || token.text === "]" || token.text === "}") {
			while (open.length > 0) {
				const start = open.pop() ?? 0;
				if (closers[tokens[start]?.text ?? ""] !== token.text) continue;
				partners[start] = index;
				partners[index] = start;
				break;
			}
		}
	});
	return partners;
}
