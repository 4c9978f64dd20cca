import { n as escapeTerminalLines } from "./escape-terminal.js";
// src/cli/say.ts
function say(text) {
	process.stderr.write(`${escapeTerminalLines(text)}\n`);
}
export { say as t };
