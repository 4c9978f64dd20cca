import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { closest } from "fastest-levenshtein";
import type { z } from "zod";
import type { AuditSettings } from "#domain/audit-settings.ts";
import { options } from "#domain/config.ts";
import { ConfigFile, SuppressionRule } from "#domain/config-file.ts";
import type { Message } from "#domain/message.ts";
import { type GivenSettings, resolveSettings } from "#plan/settings.ts";
import { sentence } from "#text/message.ts";
import { schemaIssue, whereIsWrong } from "#text/schema-issue.ts";
import { userError } from "#text/user-error.ts";
import { findRepositoryRoot, readFileAt } from "./git.ts";
import { firstLine } from "./go.ts";
import type { Host } from "./host.ts";

/** A config file of more characters is none. */
const largestConfig = 256 * 1024;

/** Reads the config file; an absent one is an empty one. Throws a UserError that names the key and the nearest known one. */
export async function readConfigFile(host: Host, path: string, required: boolean): Promise<ConfigFile> {
	const text = await host.files.readText(path);
	if (text !== null && text.length > largestConfig) {
		throw userError("config-too-large", { path, most: largestConfig });
	}
	if (text === null) {
		if (required) throw userError("no-config", { path });
		return ConfigFile.parse({});
	}
	return parseConfigFile(text, path);
}

/** The settings of an audit: flags or inputs, then the config file, then defaults. */
export async function readSettings(
	host: Host,
	directory: string,
	given: GivenSettings,
): Promise<AuditSettings> {
	const root = (await findRepositoryRoot(host, directory)) ?? directory;
	const named = [given.config ?? []].flat().at(-1);
	const path = named === undefined ? join(root, options.config.default) : resolve(named);
	await refuseLinkOutside(host, path, root);
	const file = await readConfigFile(host, path, named !== undefined);
	return { ...resolveSettings(given, file, directory), configFile: path };
}

/** The ignore entries that are not in the config file at the merge base: a change may ignore its own findings. */
export async function findAddedRules(
	host: Host,
	root: string,
	mergeBase: string,
	{ rules, configFile }: Pick<AuditSettings, "rules" | "configFile">,
): Promise<Set<SuppressionRule>> {
	if (rules.length === 0 || configFile === null) return new Set();
	const path = relative(root, configFile).replaceAll(sep, "/");
	// One from outside of the repository is none of the change's.
	if (path.startsWith("../") || isAbsolute(path)) return new Set();
	const text = await readFileAt(host, root, mergeBase, path);
	const before = await parseConfigFile(text ?? "", path).catch(() => null);
	const known = new Set(before?.ignore.map((rule) => JSON.stringify(rule)));
	return new Set(rules.filter((rule) => !known.has(JSON.stringify(rule))));
}

/** Of a config file in the repository a stranger may make a link; what is wrong in a file is quoted in the log. */
async function refuseLinkOutside(host: Host, path: string, root: string): Promise<void> {
	const isInRepository = path.startsWith(join(root, "/"));
	if (!isInRepository || !(await host.files.exists(path))) return;
	if ((await host.files.realPathWithin(path, root)) !== null) return;
	throw userError("config-link", { path });
}

/** Checks the text of a config file; `name` is for messages. */
export async function parseConfigFile(text: string, name: string): Promise<ConfigFile> {
	const result = ConfigFile.safeParse((await readYaml(text, name)) ?? {});
	if (result.success) return result.data;
	const { issues } = result.error;
	// A misspelt key is also a missing one: the misspelling tells the user more.
	const misspelt = issues.find((issue) => issue.code === "unrecognized_keys");
	const detail = misspelt === undefined ? schemaIssue(issues[0]) : nearestKeys(misspelt);
	throw userError("config-wrong", { name, detail });
}

async function readYaml(text: string, name: string): Promise<unknown> {
	// Most repositories have no config file, and the library is a third of what an audit loads.
	const { parse, YAMLParseError } = await import("yaml");
	try {
		return parse(text);
	} catch (error) {
		// A ReferenceError stands for aliases that grow without end; lines after the first quote the file.
		const isOfFile = error instanceof YAMLParseError || error instanceof ReferenceError;
		throw isOfFile ? userError("config-wrong", { name, detail: firstLine(error.message) }) : error;
	}
}

/** The keys that are not known, each with the nearest that is. */
function nearestKeys(issue: z.core.$ZodIssueUnrecognizedKeys): Message {
	const known = Object.keys(issue.path[0] === "ignore" ? SuppressionRule.shape : ConfigFile.shape);
	const keys = issue.keys
		.map((key) => sentence("unknown-key", { key, nearest: closest(key, known) }).words)
		.reduce((first, second) => sentence("both", { first, second }).words);
	return sentence("unknown-keys", { where: whereIsWrong(issue), keys }).words;
}
