import { t as hidden } from "./visible.js";
// src/render/escape-json.ts
const plainText = /^[\n\x20-\x7e]*$/;
function escapeJson(json) {
	if (plainText.test(json)) return json;
	return json.replace(hidden, (character) => character === "\n" ? character : escaped(character));
}
function escaped(character) {
	return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
export { escapeJson as t };
