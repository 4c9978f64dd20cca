import { visibleLine } from "./visible.ts";

/** Text of a SARIF message: braces would be placeholders, a bracket before a parenthesis a link. */
export function escapeSarif(text: string, max = 1000): string {
	return visibleLine(text, max)
		.replace(/[{}]/g, "$&$&")
		.replace(/[[\]\\]/g, "\\$&");
}
