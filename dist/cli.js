#!/usr/bin/env node
import { i as CommanderError, r as Command, t as addOptions } from "./cli/command-options.js";
import { h as UserError, i as wordsIn, r as sentence, t as languageNamed } from "./cli/message.js";
import { n as version } from "./cli/package.js";
import { t as say } from "./cli/say.js";
import { inspect } from "node:util";
// src/cli/fault-of-machine.ts
const faults = {
	ENOSPC: "disk-full",
	EDQUOT: "quota-used-up",
	EROFS: "read-only",
	EACCES: "permission-denied",
	EPERM: "not-permitted",
	EMFILE: "too-many-files",
	ENFILE: "system-files"
};
function faultOfMachine(error) {
	if (!(error instanceof Error)) return null;
	const { code = "", path } = error;
	if (!Object.hasOwn(faults, code)) return null;
	const fault = sentence(faults[code], {});
	return path === void 0 ? fault : sentence("fault-at", {
		path,
		fault: fault.words
	});
}
// src/cli/main.ts
const userErrorCode = 2;
const defectCode = 3;
const commands = [
	{
		name: "audit",
		arguments: "[dir]",
		summary: "audit a Go module, several modules or a go.work for data races and panics",
		load: async () => (await import("./cli/audit-command2.js")).runAudit
	},
	{
		name: "parse",
		arguments: "[file]",
		summary: "read any text holding Go's output (- is standard input); one JSON incident a line",
		load: async () => (await import("./cli/parse-command.js")).runParse
	},
	{
		name: "explain",
		arguments: "[file]",
		summary: "say what happened in a crash log or test output (- is standard input), where, why and what to do",
		load: async () => (await import("./cli/explain-command.js")).runExplain
	},
	{
		name: "plan",
		arguments: "[dir]",
		summary: "print a job matrix that splits the packages into balanced shards",
		load: async () => (await import("./cli/plan-command.js")).runPlan
	},
	{
		name: "merge",
		arguments: "<report...>",
		summary: "join the reports of several shards into one",
		load: async () => (await import("./cli/merge-command.js")).runMerge
	},
	{
		name: "render",
		arguments: "<report>",
		summary: "show a report in another format",
		load: async () => (await import("./cli/render-command.js")).runRender
	},
	{
		name: "publish",
		arguments: "<report>",
		summary: "post a report to a pull request; the token comes from GITHUB_TOKEN",
		load: async () => (await import("./cli/publish-command.js")).runPublish
	},
	{
		name: "fix",
		arguments: "<fingerprint> [dir]",
		summary: "put the proved fix of a finding into the sources",
		load: async () => (await import("./cli/fix-command.js")).runFix
	},
	{
		name: "guide",
		arguments: "[section]",
		summary: "print a section of the guide, or list them",
		load: async () => (await import("./cli/guide-command.js")).runGuide
	}
];
function buildProgram(setExitCode) {
	const program = new Command("go-race-audit").description("Audits Go projects for data races and panics.").version(version, "-V, --version").helpCommand(false).showSuggestionAfterError().exitOverride();
	for (const { name, arguments: operands, summary, load } of commands) addOptions(program.command(`${name} ${operands}`).description(summary), name).exitOverride().action(async (...given) => {
		setExitCode(await (await load())(...operandsAndOptions(given)));
	});
	return program;
}
function operandsAndOptions(given) {
	return given.slice(0, -1);
}
function languageIn(args) {
	const last = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
	const value = args[last] === "--lang" ? args[last + 1] : args[last]?.slice(7);
	return languageNamed(value);
}
async function main(args) {
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
process.stdout.on("error", (error) => {
	if (error.code === "EPIPE") return;
	say(`go-race-audit: standard output cannot be written: ${error.message}`);
	process.exit(userErrorCode);
});
process.exitCode = await main(process.argv.slice(2));
export {};
