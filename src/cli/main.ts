#!/usr/bin/env node
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import type { CommandName, Language } from "#domain/config.ts";
import { UserError } from "#domain/user-error.ts";
import { faultOfMachine } from "#host/fault-of-machine.ts";
import { help } from "#text/help.ts";
import { languageNamed, type Sentence, sentence, wordsIn } from "#text/message.ts";
import manifest from "../../package.json" with { type: "json" };
import { addOptions } from "./command-options.ts";
import { say } from "./say.ts";
import { usageError } from "./usage-error.ts";

/** Exit codes that no audit result has: 2 is an error the user can mend, 3 a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

/** Runs a command on its operands and options, and gives the exit code; what the operands are, each command declares. */
type Run = (operand: never, ...rest: never[]) => Promise<number>;

/** The modules of the commands are imported when they are called: most need neither Octokit nor schemas. */
const commands = [
	{
		name: "audit",
		arguments: "[dir]",
		load: async () => (await import("./audit-command.ts")).runAudit,
	},
	{
		name: "parse",
		arguments: "[file]",
		load: async () => (await import("./parse-command.ts")).runParse,
	},
	{
		name: "explain",
		arguments: "[file]",
		load: async () => (await import("./explain-command.ts")).runExplain,
	},
	{
		name: "plan",
		arguments: "[dir]",
		load: async () => (await import("./plan-command.ts")).runPlan,
	},
	{
		name: "merge",
		arguments: "<report...>",
		load: async () => (await import("./merge-command.ts")).runMerge,
	},
	{
		name: "render",
		arguments: "<report>",
		load: async () => (await import("./render-command.ts")).runRender,
	},
	{
		name: "publish",
		arguments: "<report>",
		load: async () => (await import("./publish-command.ts")).runPublish,
	},
	{
		name: "fix",
		arguments: "<fingerprint> [dir]",
		load: async () => (await import("./fix-command.ts")).runFix,
	},
	{
		name: "guide",
		arguments: "[section]",
		load: async () => (await import("./guide-command.ts")).runGuide,
	},
] as const satisfies readonly {
	name: CommandName;
	arguments: string;
	load: () => Promise<Run>;
}[];

function buildProgram(language: Language, setExitCode: (code: number) => void): Command {
	const words = help[language];
	const program = new Command("go-race-audit")
		.description(words.program)
		.version(manifest.version, "-V, --version", words.version)
		.helpOption("-h, --help", words.help)
		.helpCommand(false)
		.configureHelp({ styleTitle: (title) => words.headings[title] ?? title })
		.configureOutput({ outputError: () => {} })
		.exitOverride();
	for (const { name, arguments: operands, load } of commands) {
		const command = program.command(`${name} ${operands}`).description(words.commands[name]);
		addOptions(command, name, words.options).action(async (...given: unknown[]) => {
			const run = (await load()) as Run;
			setExitCode(await run(...operandsAndOptions(given)));
		});
	}
	return program;
}

/** Commander gives the operands, the options and last the command itself. */
function operandsAndOptions(given: readonly unknown[]): [never, ...never[]] {
	return given.slice(0, -1) as [never, ...never[]];
}

/** The language of `--lang`, also where the rest of the flags is wrong. */
function languageIn(args: readonly string[]): Language {
	const last = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
	const value = args[last] === "--lang" ? args[last + 1] : args[last]?.slice("--lang=".length);
	return languageNamed(value);
}

/** Commander ends with an error too where it showed its help or the version; code 0 where it was asked for. */
function isHelp({ code, exitCode }: CommanderError): boolean {
	return exitCode === 0 || code === "commander.help";
}

/** What the user can mend; null for a defect of ours. */
function faultIn(error: unknown): Sentence | null {
	if (error instanceof UserError) return error;
	if (error instanceof CommanderError) return usageError(error);
	return faultOfMachine(error);
}

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<number> {
	const language = languageIn(args);
	let exitCode = 0;
	try {
		await buildProgram(language, (code) => {
			exitCode = code;
		}).parseAsync([...args], { from: "user" });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError && isHelp(error)) return error.exitCode === 0 ? 0 : userErrorCode;
		const fault = faultIn(error);
		say(`go-race-audit: ${wordsIn(language, fault ?? sentence("defect", {}))}`);
		if (fault !== null) return userErrorCode;
		say(inspect(error));
		return defectCode;
	}
}

// Readers such as `head` close the pipe early; that is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") return;
	const fault = sentence("unwritable", { name: "standard output", detail: error.message });
	say(`go-race-audit: ${wordsIn(languageIn(process.argv), fault)}`);
	process.exit(userErrorCode);
});

process.exitCode = await main(process.argv.slice(2));
