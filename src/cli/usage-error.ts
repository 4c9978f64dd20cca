import type { CommanderError } from "commander";
import type { UserError } from "#domain/user-error.ts";
import { userError } from "#text/user-error.ts";

/** What is wrong with a command line that commander refuses, in words that every language has. */
export function usageError({ code, message }: CommanderError): UserError {
	const name = /'([^']*)'/.exec(message)?.[1] ?? "";
	const nearest = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
	switch (code) {
		case "commander.unknownOption":
			return nearest === undefined
				? userError("unknown-flag", { name })
				: userError("unknown-flag-nearest", { name, nearest });
		case "commander.unknownCommand":
			return nearest === undefined
				? userError("unknown-command", { name })
				: userError("unknown-command-nearest", { name, nearest });
		case "commander.missingArgument":
			return userError("operand-missing", { name });
		case "commander.optionMissingArgument":
			return userError("value-missing", { name });
		case "commander.excessArguments":
			return userError("too-many-operands", { name });
		default:
			return userError("verbatim", { text: message });
	}
}
