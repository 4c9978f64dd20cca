import { visibleLines } from "./visible.ts";

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Text for an HTML element or a quoted attribute; newlines stay. */
export function escapeHtml(text: string, max = 4000): string {
	return visibleLines(text, 400, max)
		.join("\n")
		.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
