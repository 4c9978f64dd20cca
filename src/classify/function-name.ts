/** A function's printed name, taken apart; generics, wrappers and escapes are undone. */
export interface FunctionName {
	/** Import path, "example.com/app/store"; "main" for commands. */
	package: string;
	/** Without package and wrappers, closures numbered as printed: "(*Store).Put.func1". */
	short: string;
	/** The declaration it lies in: "(*Store).Put". */
	outer: string;
	/** "Store" for methods, else null; `pointer` tells (*Store) from Store. */
	receiver: string | null;
	pointer: boolean;
	/** The method or function name of `outer`: "Put". */
	bare: string;
	isClosure: boolean;
}

/** Drops what stands in square brackets, nested ones too: instantiations and "[...]". */
function withoutBrackets(name: string): string {
	if (!name.includes("[")) return name;
	let depth = 0;
	let kept = "";
	for (const character of name) {
		if (character === "[") depth++;
		if (depth === 0) kept += character;
		if (character === "]" && depth > 0) depth--;
	}
	return kept;
}

const wrappers = /(?:\.gowrap\d+|\.deferwrap\d+|-fm|-range\d+)/g;

/** Takes a name apart that a race report or a traceback prints. */
export function parseFunctionName(printed: string): FunctionName {
	const plain = withoutBrackets(printed).replace(/\((?:\.\.\.)?\)$/, "");
	const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
	const path = dot < 0 ? "" : plain.slice(0, dot);
	const short = plain.slice(dot + 1).replace(wrappers, "");
	const outer = /^(?<outer>.+?)\.func\d+/.exec(short)?.groups?.outer ?? short;
	const method =
		/^\((?<star>\*)(?<pointer>[^)]+)\)\.(?<name>[^.]+)|^(?<value>[^.(]+)\.(?<valueName>[\p{L}_][^.]*)/u.exec(
			outer,
		);
	const groups = method?.groups ?? {};
	return {
		package: decodePath(path),
		short,
		outer,
		receiver: groups.pointer ?? groups.value ?? null,
		pointer: groups.star !== undefined,
		bare: groups.name ?? groups.valueName ?? outer,
		isClosure: outer !== short,
	};
}

function decodePath(path: string): string {
	return path.replace(/%2e/gi, ".");
}

/** Tells whether a frame is a wrapper the compiler made for `go f(x)`, `defer f(x)` or a method value. */
export function isWrapper(printed: string): boolean {
	return /(?:\.gowrap\d+|\.deferwrap\d+|-fm)(?:\(\))?$/.test(printed);
}
