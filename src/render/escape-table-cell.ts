import { codeSpan } from "./escape-code-span.ts";

/** Text as code in a cell of a markdown table. A bar would end the cell, whatever is put before it: it becomes "∣". */
export function codeCell(text: string, max = 120): string {
	return codeSpan(text.replaceAll("|", "∣"), max);
}
