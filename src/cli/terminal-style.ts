import type { ParsedOptions } from "./command-options.ts";

/** How the terminal, or what stands in for it, wants its text. */
export interface TerminalStyle {
	colour: boolean;
	/** Columns. */
	width: number;
	hyperlinks: boolean;
}

/** Text that goes to a file or pipe is laid out for this width. */
const widthWithoutTerminal = 100;

/** The style of standard output. NO_COLOR wins over FORCE_COLOR, and --no-color over both. */
export function terminalStyle(
	stream: NodeJS.WriteStream,
	environment: NodeJS.ProcessEnv,
	options: ParsedOptions,
): TerminalStyle {
	const colour = wantsColour(stream, environment, options);
	const hyperlinks =
		colour &&
		stream.isTTY === true &&
		/^(iTerm|WezTerm|vscode|ghostty|kitty)/.test(environment.TERM_PROGRAM ?? "");
	return { colour, width: stream.columns ?? widthWithoutTerminal, hyperlinks };
}

function wantsColour(
	stream: NodeJS.WriteStream,
	environment: NodeJS.ProcessEnv,
	options: ParsedOptions,
): boolean {
	if (options.color === false || typeof options.output === "string") return false;
	if (environment.NO_COLOR) return false;
	if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
	return stream.isTTY === true && environment.TERM !== "dumb";
}
