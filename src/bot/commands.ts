import { closest } from "fastest-levenshtein";

/** What a command takes and who may give it; `help`, the parser and the permission check all read this table. */
interface CommandRule {
	/** As `help` shows it behind the name. */
	usage: string;
	/** Whether write permission on the repository is needed. */
	needsWrite: boolean;
	/** What follows the command's line belongs to it, e.g. a pasted log. */
	takesRest: boolean;
}

/** Every command, in the order in which `help` lists them. */
export const commands = {
	help: { usage: "", needsWrite: false, takesRest: false },
	explain: { usage: "<fingerprint>", needsWrite: false, takesRest: true },
	rerun: { usage: "[<fingerprint>] [times]", needsWrite: true, takesRest: false },
	ignore: { usage: "<fingerprint> <reason>", needsWrite: true, takesRest: false },
	unignore: { usage: "<fingerprint>", needsWrite: true, takesRest: false },
	fix: { usage: "<fingerprint>", needsWrite: true, takesRest: false },
} as const satisfies Record<string, CommandRule>;

/** Name of a command. */
export type CommandName = keyof typeof commands;

/** The names, in the order of the table. */
export const commandNames = Object.keys(commands) as CommandName[];

/** Tells whether a word is a command. */
export function isCommandName(word: string): word is CommandName {
	return Object.hasOwn(commands, word);
}

/** The command that is the fewest edits away. */
export function nearestCommand(word: string): CommandName {
	return closest(word, commandNames) as CommandName;
}
