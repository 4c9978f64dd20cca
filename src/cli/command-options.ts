import { type Command, Option as CommanderOption } from "commander";
import { type CommandName, type Option, type OptionName, options } from "#domain/config.ts";
import type { HelpWords } from "#text/help.ts";
import { userError } from "#text/user-error.ts";

/** What commander gives a command: settings by camel-case name, text or list or boolean. */
export type ParsedOptions = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** Adds the flags of the options table that belong to a command. Defaults come later, after the config file. */
export function addOptions(command: Command, name: CommandName, words: HelpWords["options"]): Command {
	for (const [flag, option] of Object.entries(options) as [OptionName, Option][]) {
		if (option.commands.includes(name)) command.addOption(commanderOption(flag, option, words[flag]));
	}
	return command;
}

function commanderOption(flag: OptionName, option: Option, words: string): CommanderOption {
	const described = `${words}${describeChoices(option)}${describeDefault(option)}`;
	if (option.type === "boolean") {
		return new CommanderOption(option.default === "true" ? `--no-${flag}` : `--${flag}`, described);
	}
	const value = option.type === "list" ? `<${option.value}...>` : `<${option.value}>`;
	const made = new CommanderOption(`--${flag} ${value}`, described);
	return option.type === "number" ? made.argParser((text) => wholeNumber(flag, text)) : made;
}

function wholeNumber(name: OptionName, text: string): string {
	if (!/^[1-9]\d*$/.test(text)) throw userError("not-a-whole-number", { name, text });
	return text;
}

function describeChoices(option: Option): string {
	return option.choices === undefined ? "" : ` (${option.choices.join(", ")})`;
}

function describeDefault(option: Option): string {
	return option.default === undefined || option.type === "boolean" ? "" : ` [${option.default}]`;
}

/** The settings of a command by their kebab-case name, as text. */
export function givenSettings(parsed: ParsedOptions): Partial<Record<OptionName, string | string[]>> {
	const given: Partial<Record<OptionName, string | string[]>> = {};
	for (const name of Object.keys(options) as OptionName[]) {
		const value = parsed[camelCase(name)];
		if (typeof value === "string" || Array.isArray(value)) given[name] = value;
	}
	return given;
}

function camelCase(name: string): string {
	return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
