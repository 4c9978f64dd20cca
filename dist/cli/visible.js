// src/render/visible.ts
const hidden = /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
function spelled(character) {
	const code = character.codePointAt(0) ?? 0;
	return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
function visibleLine(text, max) {
	return clip(text.slice(0, 2 * max).replace(/[\s\p{Zl}\p{Zp}]+/gu, " ").trim().replace(hidden, spelled), max, text.length > 2 * max);
}
function visibleLines(text, maxLines, maxColumns) {
	const lines = text.slice(0, 2 * maxLines * maxColumns).split(/\r\n|[\r\n\p{Zl}\p{Zp}]/u);
	const shown = lines.slice(0, maxLines).map((line) => clip(line.replace(hidden, (character) => character === "	" ? character : spelled(character)), maxColumns, false));
	return lines.length > maxLines || text.length > 2 * maxLines * maxColumns ? [...shown, "…"] : shown;
}
function clip(text, max, cutAlready) {
	if (text.length <= max) return cutAlready ? `${text}…` : text;
	const end = text.codePointAt(max - 2) ?? 0;
	return `${text.slice(0, end > 65535 ? max - 2 : max - 1)}…`;
}
export { visibleLine as n, visibleLines as r, hidden as t };
