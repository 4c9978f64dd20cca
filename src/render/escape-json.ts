import { hidden } from "./visible.ts";

const plainText = /^[\n\x20-\x7e]*$/;

/** JSON that says the same with nothing in it that a terminal obeys or hides: such characters stand as \\u escapes. */
export function escapeJson(json: string): string {
	if (plainText.test(json)) return json;
	return json.replace(hidden, (character) => (character === "\n" ? character : escaped(character)));
}

function escaped(character: string): string {
	const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
	return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
