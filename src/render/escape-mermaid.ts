import { visibleLine } from "./visible.ts";

/** Text of a mermaid label or message: letters, digits and harmless signs stay, all else becomes an entity code. */
export function escapeMermaid(text: string, max = 60): string {
	return visibleLine(text, max)
		.replace(/[^\p{L}\p{N}\p{M} ./_,…-]/gu, (character) => `#${character.codePointAt(0)};`)
		.replace(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`);
}
