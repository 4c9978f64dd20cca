/** Controls, invisible, bidirectional and unpaired characters; variation selectors stay, for emoji. */
export const hidden = /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function spelled(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

/** A stranger's text on one line of at most `max` characters, with everything invisible spelled out. */
export function visibleLine(text: string, max: number): string {
	const cut = text
		.slice(0, 2 * max)
		.replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
		.trim();
	return clip(cut.replace(hidden, spelled), max, text.length > 2 * max);
}

/** A stranger's text of several lines; newlines and tabs stay, all else invisible is spelled out. */
export function visibleLines(text: string, maxLines: number, maxColumns: number): string[] {
	const lines = text.slice(0, 2 * maxLines * maxColumns).split(/\r\n|[\r\n\p{Zl}\p{Zp}]/u);
	const shown = lines.slice(0, maxLines).map((line) =>
		clip(
			line.replace(hidden, (character) => (character === "\t" ? character : spelled(character))),
			maxColumns,
			false,
		),
	);
	return lines.length > maxLines || text.length > 2 * maxLines * maxColumns ? [...shown, "…"] : shown;
}

function clip(text: string, max: number, cutAlready: boolean): string {
	if (text.length <= max) return cutAlready ? `${text}…` : text;
	const end = text.codePointAt(max - 2) ?? 0;
	return `${text.slice(0, end > 0xffff ? max - 2 : max - 1)}…`;
}
