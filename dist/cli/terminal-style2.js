// src/cli/terminal-style.ts
const widthWithoutTerminal = 100;
function terminalStyle(stream, environment, options) {
	const colour = wantsColour(stream, environment, options);
	const hyperlinks = colour && stream.isTTY === true && /^(iTerm|WezTerm|vscode|ghostty|kitty)/.test(environment.TERM_PROGRAM ?? "");
	return {
		colour,
		width: stream.columns ?? widthWithoutTerminal,
		hyperlinks
	};
}
function wantsColour(stream, environment, options) {
	if (options.color === false || typeof options.output === "string") return false;
	if (environment.NO_COLOR) return false;
	if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
	return stream.isTTY === true && environment.TERM !== "dumb";
}
export { terminalStyle as t };
