#!/usr/bin/env node
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import type { CommandName, Language } from "#domain/config.ts";
import { UserError } from "#domain/user-error.ts";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";
import manifest from "../../package.json" with { type: "json" };
import { addOptions } from "./command-options.ts";
import { faultOfMachine } from "./fault-of-machine.ts";
import { say } from "./say.ts";

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
		summary: "audit a Go module, several modules or a go.work for data races and panics",
		load: async () => (await import("./audit-command.ts")).runAudit,
	},
	{
		name: "parse",
		arguments: "[file]",
		summary: "read any text holding Go's output (- is standard input); one JSON incident a line",
		load: async () => (await import("./parse-command.ts")).runParse,
	},
	{
		name: "explain",
		arguments: "[file]",
		summary:
			"say what happened in a crash log or test output (- is standard input), where, why and what to do",
		load: async () => (await import("./explain-command.ts")).runExplain,
	},
	{
		name: "plan",
		arguments: "[dir]",
		summary: "print a job matrix that splits the packages into balanced shards",
		load: async () => (await import("./plan-command.ts")).runPlan,
	},
	{
		name: "merge",
		arguments: "<report...>",
		summary: "join the reports of several shards into one",
		load: async () => (await import("./merge-command.ts")).runMerge,
	},
	{
		name: "render",
		arguments: "<report>",
		summary: "show a report in another format",
		load: async () => (await import("./render-command.ts")).runRender,
	},
	{
		name: "publish",
		arguments: "<report>",
		summary: "post a report to a pull request; the token comes from GITHUB_TOKEN",
		load: async () => (await import("./publish-command.ts")).runPublish,
	},
	{
		name: "fix",
		arguments: "<fingerprint> [dir]",
		summary: "put the proved fix of a finding into the sources",
		load: async () => (await import("./fix-command.ts")).runFix,
	},
	{
		name: "guide",
		arguments: "[section]",
		summary: "print a section of the guide, or list them",
		load: async () => (await import("./guide-command.ts")).runGuide,
	},
] as const satisfies readonly {
	name: CommandName;
	arguments: string;
	summary: string;
	load: () => Promise<Run>;
}[];

function buildProgram(setExitCode: (code: number) => void): Command {
	const program = new Command("go-race-audit")
		.description("Audits Go projects for data races and panics.")
		.version(manifest.version, "-V, --version")
		.helpCommand(false)
		.showSuggestionAfterError()
		.exitOverride();
	for (const { name, arguments: operands, summary, load } of commands) {
		const command = addOptions(program.command(`${name} ${operands}`).description(summary), name);
		command.exitOverride().action(async (...given: unknown[]) => {
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

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<number> {
	let exitCode = 0;
	try {
		await buildProgram((code) => {
			exitCode = code;
		}).parseAsync([...args], { from: "user" });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : userErrorCode;
		const language = languageIn(args);
		const fault = error instanceof UserError ? error : faultOfMachine(error);
		say(`go-race-audit: ${wordsIn(language, fault ?? sentence("defect", {}))}`);
		if (fault !== null) return userErrorCode;
		say(inspect(error));
		return defectCode;
	}
}

// Readers such as `head` close the pipe early; that is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") return;
	say(`go-race-audit: standard output cannot be written: ${error.message}`);
	process.exit(userErrorCode);
});

process.exitCode = await main(process.argv.slice(2));
