import { efforts, onlyParts, scopes } from "./plan.ts";

/** The commands of the command line. */
export type CommandName =
	| "audit"
	| "parse"
	| "explain"
	| "plan"
	| "merge"
	| "render"
	| "publish"
	| "fix"
	| "guide";

/** One setting, declared once: command-line flag, action input and README row derive from it. */
export interface Option {
	type: "string" | "list" | "boolean" | "choice" | "duration" | "number";
	/** What stands for the value in `--help`; none for booleans. */
	value?: string;
	choices?: readonly string[];
	/** As a user would write it; undefined means not given. */
	default?: string;
	description: string;
	commands: readonly CommandName[];
	/** Also an input of action.yml. */
	input: boolean;
}

export const formats = ["text", "json", "markdown", "sarif", "html"] as const;
export type Format = (typeof formats)[number];
export const languages = ["en", "vi"] as const;
export type Language = (typeof languages)[number];
export const failOnLevels = ["new", "any", "never"] as const;
export type FailOn = (typeof failOnLevels)[number];

/** Every setting of the command line and the action, by its kebab-case name. */
export const options = {
	base: {
		type: "string",
		value: "ref",
		description: "compare with the merge base of this ref; without it every finding is new",
		commands: ["audit", "plan", "fix"],
		input: true,
	},
	packages: {
		type: "list",
		value: "pattern",
		default: "./...",
		description: "package patterns to audit",
		commands: ["audit", "plan", "fix"],
		input: true,
	},
	scope: {
		type: "choice",
		value: "scope",
		choices: scopes,
		default: "all",
		description: "all packages, or only those that the change affects through imports",
		commands: ["audit", "plan"],
		input: true,
	},
	only: {
		type: "choice",
		value: "part",
		choices: onlyParts,
		description: "run only the tests under the race detector, or only the lint",
		commands: ["audit"],
		input: true,
	},
	effort: {
		type: "choice",
		value: "effort",
		choices: efforts,
		default: "standard",
		description:
			"quick: one pass; standard: re-runs what was found; deep: also stresses the tests that reach the change",
		commands: ["audit"],
		input: true,
	},
	shard: {
		type: "string",
		value: "i/N",
		description: "audit only the i-th of N shards of the packages",
		commands: ["audit"],
		input: true,
	},
	shards: {
		type: "number",
		value: "N",
		default: "1",
		description: "how many shards to plan",
		commands: ["plan"],
		input: false,
	},
	timings: {
		type: "string",
		value: "report.json",
		description: "an earlier report whose package times balance the shards",
		commands: ["plan"],
		input: false,
	},
	timeout: {
		type: "duration",
		value: "duration",
		default: "10m",
		description: "time limit of one package's tests, as `go test -timeout`",
		commands: ["audit", "fix"],
		input: true,
	},
	"stress-time": {
		type: "duration",
		value: "duration",
		default: "2m",
		description: "how long deep effort repeats the tests that reach the change",
		commands: ["audit"],
		input: true,
	},
	"fix-budget": {
		type: "duration",
		value: "duration",
		default: "60s",
		description: "how long fixes for what was found are tried; 0s proposes none",
		commands: ["audit", "fix"],
		input: true,
	},
	"go-flags": {
		type: "string",
		value: "flags",
		description: "further flags for the go command, such as `-tags=integration`",
		commands: ["audit", "plan", "fix"],
		input: true,
	},
	"pass-env": {
		type: "list",
		value: "name",
		description: "environment variables that the tests need; all but Go's own are withheld",
		commands: ["audit", "fix"],
		input: true,
	},
	lang: {
		type: "choice",
		value: "language",
		choices: languages,
		default: "en",
		description: "language of what is printed",
		commands: ["audit", "explain", "plan", "merge", "render", "publish", "fix", "guide"],
		input: true,
	},
	config: {
		type: "string",
		value: "file",
		default: ".github/race-audit.yml",
		description: "file with suppressions and defaults",
		commands: ["audit", "plan", "fix"],
		input: true,
	},
	format: {
		type: "choice",
		value: "format",
		choices: formats,
		default: "text",
		description: "form of the result",
		commands: ["audit", "explain", "render"],
		input: false,
	},
	output: {
		type: "string",
		value: "file",
		description: "write the result to a file instead of standard output",
		commands: ["audit", "explain", "render", "merge", "plan"],
		input: false,
	},
	"fail-on": {
		type: "choice",
		value: "findings",
		choices: failOnLevels,
		default: "new",
		description: "which findings make the exit code 1",
		commands: ["audit"],
		input: true,
	},
	"guide-url": {
		type: "string",
		value: "url",
		description: "where the guide is published, for links in findings",
		commands: ["audit", "explain"],
		input: true,
	},
	dir: {
		type: "string",
		value: "dir",
		description: "the sources that the log came from",
		commands: ["explain"],
		input: false,
	},
	repo: {
		type: "string",
		value: "owner/name",
		description: "the repository on GitHub",
		commands: ["publish"],
		input: false,
	},
	pull: {
		type: "number",
		value: "number",
		description: "the pull request to post to",
		commands: ["publish"],
		input: false,
	},
	report: {
		type: "string",
		value: "report.json",
		description: "take the fix from this report instead of auditing again",
		commands: ["fix"],
		input: false,
	},
	"dry-run": {
		type: "boolean",
		description: "print each request instead of sending it, or a fix as a diff instead of making it",
		commands: ["publish", "fix"],
		input: false,
	},
	color: {
		type: "boolean",
		default: "true",
		description: "no colours (NO_COLOR and FORCE_COLOR are heeded too)",
		commands: ["audit", "explain", "render", "guide"],
		input: false,
	},
	quiet: {
		type: "boolean",
		description: "no progress on standard error",
		commands: ["audit", "fix"],
		input: false,
	},
	verbose: {
		type: "boolean",
		description: "say which commands run and how long they took",
		commands: ["audit"],
		input: false,
	},
} as const satisfies Record<string, Option>;

/** Name of a setting. */
export type OptionName = keyof typeof options;

/** Where the guide is published when no guide-url is given. */
export const defaultGuideUrl = "https://github.com/go-race-audit/go-race-audit/blob/v0.1.0/guide";
