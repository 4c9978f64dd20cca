/** Words in code letters: a name of Go's, or what came from a stranger; each renderer escapes them for where they land. */
export interface Code {
	readonly code: string;
}

/** A sentence: plain strings are our own words, `Code` may be a stranger's. */
export type Phrase = readonly (string | Code)[];

/** Our own words as a phrase; what stands between back quotes is code. */
export function words(text: string): Phrase {
	return text
		.split("`")
		.map((part, index) => (index % 2 === 0 ? part : { code: part }))
		.filter((part) => part !== "");
}

/** Writes a phrase: what stands in the template are our words, every string put into it is a stranger's. */
export function say(literals: TemplateStringsArray, ...holes: (string | number | Phrase)[]): Phrase {
	return literals.flatMap((literal, index) => {
		const hole = holes[index];
		if (hole === undefined) return words(literal);
		if (typeof hole === "string") return [...words(literal), { code: hole }];
		return [...words(literal), ...(typeof hole === "number" ? [String(hole)] : hole)];
	});
}

/** Names one after the other; beyond `most` the rest is an ellipsis. */
export function listed(names: readonly string[], most = 5): Phrase {
	const shown = names.slice(0, most).flatMap((code, index) => (index === 0 ? [{ code }] : [", ", { code }]));
	return names.length > most ? [...shown, ", …"] : shown;
}

/** The phrase as plain text, code between back quotes as Go's own messages have it. */
export function plainPhrase(phrase: Phrase): string {
	return phrase.map((part) => (typeof part === "string" ? part : `\`${part.code}\``)).join("");
}

/** The phrase with a capital first letter, unless it starts with code. */
export function capital(phrase: Phrase): Phrase {
	const [first, ...rest] = phrase;
	if (typeof first !== "string") return phrase;
	return [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}
