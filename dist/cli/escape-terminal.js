import { n as visibleLine, r as visibleLines } from "./visible.js";
// src/render/escape-terminal.ts
function escapeTerminal(text, max = 400) {
	return withoutCommands(visibleLine(text.replaceAll("	", "    "), max));
}
function escapeTerminalSource(line, max = 200) {
	const indent = /^[\t ]*/.exec(line)?.[0] ?? "";
	const kept = indent.replaceAll("	", "    ").slice(0, 40);
	const oneLine = line.slice(indent.length).replace(/[\r\n\p{Zl}\p{Zp}]/gu, " ");
	const [code = ""] = visibleLines(oneLine, 1, Math.max(2, max - kept.length));
	return withoutCommands(kept + code.replaceAll("	", "    "));
}
function escapeTerminalLines(text) {
	return visibleLines(text, 200, 2e3).map(withoutCommands).join("\n");
}
const withoutCommands = (line) => line.replace(/##(?=\[)/g, "# #").replace(/(^|\s):(?=:)/g, "$1: ");
export { escapeTerminalLines as n, escapeTerminalSource as r, escapeTerminal as t };
