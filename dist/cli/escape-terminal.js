import { n as visibleLine, r as visibleLines } from "./visible.js";
// src/render/escape-terminal.ts
function escapeTerminal(text, max = 400) {
	return withoutCommands(visibleLine(text.replaceAll("	", "    "), max));
}
function escapeTerminalSource(line, max = 200) {
	const kept = (/^\s*/.exec(line)?.[0].replaceAll("	", "    ").replace(/[^ ]/g, "") ?? "").slice(0, 40);
	return withoutCommands(kept + visibleLine(line.replaceAll("	", "    "), Math.max(2, max - kept.length)));
}
function escapeTerminalLines(text) {
	return visibleLines(text, 200, 2e3).map(withoutCommands).join("\n");
}
const withoutCommands = (line) => line.replace(/##(?=\[)/g, "# #").replace(/(^|\s):(?=:)/g, "$1: ");
export { escapeTerminalLines as n, escapeTerminalSource as r, escapeTerminal as t };
