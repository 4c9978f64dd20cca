import { i as __toESM, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as givenSettings } from "./command-options.js";
import { t as userError } from "./user-error.js";
import { c as plainPhrase, f as options, h as scopes, i as sentence, p as efforts } from "./message.js";
import { n as version } from "./package.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { i as require_fastest_levenshtein, r as resolveSettings, t as texts } from "./language.js";
import { a as whereIsWrong, c as array, d as object, f as record, g as _isoDate, h as url, i as schemaIssue, l as int, m as string, n as Runs, o as ZodISODate, p as strictObject, r as Message, s as _enum, u as literal } from "./report.js";
import { n as sectionIds, t as isSectionId } from "./section.js";
import { i as folderOfProcess, r as localFiles, t as checkOutput } from "./write-result.js";
import { a as runsForCertainty, i as parseDiff, r as commentableLines, t as addedLines } from "./diff.js";
import { n as toReport } from "./report2.js";
import { t as ownDirectory } from "./own-files.js";
import { n as parseIncidents, t as createOutputReader } from "./output-reader.js";
import { t as writeReport } from "./write-report.js";
import { aborted, callbackify, debuglog, inspect, promisify, stripVTControlCharacters } from "node:util";
import { EventEmitter, addAbortListener, on, once, setMaxListeners } from "node:events";
import { ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import path, { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { appendFileSync, createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from "node:fs";
import process$1, { execArgv, execPath, hrtime, platform } from "node:process";
import { mkdir, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { availableParallelism, constants as constants$1, homedir, platform as platform$1 } from "node:os";
import { createHash, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { StringDecoder } from "node:string_decoder";
import tty from "node:tty";
import { scheduler, setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { serialize } from "node:v8";
import { finished } from "node:stream/promises";
import { Duplex, PassThrough, Readable, Transform, Writable, getDefaultHighWaterMark } from "node:stream";
import { Buffer as Buffer$1 } from "node:buffer";
// node_modules/zod/v4/classic/iso.js
function date(params) {
	return _isoDate(ZodISODate, params);
}
// src/domain/config-file.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const SuppressionRule = strictObject({
	fingerprint: string().regex(/^[0-9a-f]{4,16}$/, "config-fingerprint").optional(),
	section: _enum(sectionIds).optional(),
	package: string().max(500).regex(/^[^[\]{}()]*$/, "config-glob").optional().describe("glob over import paths: *, ** and ?"),
	function: string().optional().describe("glob over function names, such as (*Logger).*"),
	reason: string().min(1, "config-reason"),
	until: date("config-date").optional().describe("the last day on which it is ignored")
}).refine((rule) => rule.fingerprint ?? rule.section ?? rule.package ?? rule.function, { message: "config-ignore-what" });
const credential = /TOKEN|SECRET|PASSW|CREDENTIAL|AUTH|PRIVATE|API_?KEY|(?:^|_)KEY(?:_|$)|^(?:ACTIONS|INPUT|RUNNER)_|^GITHUB_(?:ENV|PATH|OUTPUT|STATE)/i;
const PassedName = string().refine((name) => !credential.test(name), { message: "config-credential" });
const ConfigFile = strictObject({
	ignore: array(SuppressionRule).default([]),
	packages: array(string()).optional(),
	scope: _enum(scopes).optional(),
	effort: _enum(efforts).optional(),
	timeout: string().optional(),
	"stress-time": string().optional(),
	"fix-budget": string().optional(),
	"fail-on": _enum([
		"new",
		"any",
		"never"
	]).optional(),
	"go-flags": string().optional(),
	"pass-env": array(PassedName).optional(),
	lang: _enum(["en", "vi"]).optional(),
	"guide-url": url("config-url").optional()
});
// src/host/go.ts
const oldestGo = [1, 24];
async function readGoEnvironment(host, directory) {
	const exit = await host.processes.run({
		program: "go",
		args: [
			"env",
			"-json",
			...[
				"GOVERSION",
				"GOMOD",
				"GOWORK",
				"CGO_ENABLED",
				"GOROOT"
			]
		],
		cwd: directory
	});
	if (exit.ended === "not-found") throw userError("no-go", {});
	if (exit.code !== 0) throw userError("go-failed", {
		command: "go env",
		directory,
		detail: firstLine$1(exit.stderr)
	});
	const values = JSON.parse(exit.stdout);
	const version = values.GOVERSION ?? "";
	if (isTooOld(version)) throw userError("go-too-old", { version });
	return {
		version,
		goMod: fileOrNull(values.GOMOD),
		goWork: fileOrNull(values.GOWORK),
		cgo: values.CGO_ENABLED === "1",
		goRoot: values.GOROOT ?? ""
	};
}
function fileOrNull(value) {
	return value === void 0 || value === "" || value === "off" || /^(\/dev\/null|NUL)$/.test(value) ? null : value;
}
function isTooOld(version) {
	const match = /^go(\d+)\.(\d+)/.exec(version);
	if (match === null) return false;
	const [major, minor] = [Number(match[1]), Number(match[2])];
	return major < oldestGo[0] || major === oldestGo[0] && minor < oldestGo[1];
}
const listedFields = ["ImportPath,Dir,Module,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,IgnoredGoFiles", "EmbedFiles,TestEmbedFiles,XTestEmbedFiles,Imports,TestImports,XTestImports,Deps,Error,Match"].join(",");
async function listPackages(host, directory, patterns, goFlags) {
	const args = [
		"list",
		"-e",
		`-json=${listedFields}`,
		...buildFlags(goFlags),
		"--",
		...patterns
	];
	const exit = await host.processes.run({
		program: "go",
		args,
		cwd: directory
	});
	if (exit.code !== 0) throw userError("go-failed", {
		command: "go list",
		directory,
		detail: exit.stderr.trim()
	});
	return {
		packages: parseJsonObjects(exit.stdout),
		warnings: exit.stderr.split("\n").filter((line) => line !== "")
	};
}
async function listWorkspaceModules(host, directory) {
	const exit = await host.processes.run({
		program: "go",
		args: [
			"list",
			"-m",
			"-f",
			"{{.Dir}}"
		],
		cwd: directory
	});
	if (exit.code !== 0) throw userError("go-failed", {
		command: "go list -m",
		directory,
		detail: exit.stderr.trim()
	});
	return exit.stdout.split("\n").filter((line) => line !== "");
}
async function listReplacedFolders(host, file) {
	const text = await host.files.readText(file);
	if (text === null || !text.includes("=>")) return [];
	const command = basename(file) === "go.work" ? "work" : "mod";
	const exit = await host.processes.run({
		program: "go",
		args: [
			command,
			"edit",
			"-json",
			file
		],
		cwd: dirname(file)
	});
	if (exit.code !== 0) return [];
	const { Replace } = JSON.parse(exit.stdout);
	return (Replace ?? []).filter(({ New }) => New.Version === void 0).map(({ New }) => resolve(dirname(file), New.Path));
}
function parseJsonObjects(text) {
	return text.split(/(?<=^\})\n/m).filter((part) => part.trim() !== "").map((part) => JSON.parse(part));
}
function firstLine$1(text) {
	return text.trim().split("\n", 1)[0] ?? "";
}
function complaintOf(stderr) {
	return stderr.split("\n").filter((line) => !/^(?:go: downloading |# )/.test(line)).join("\n").trim();
}
function buildFlags(goFlags) {
	return goFlags.filter((flag) => /^--?(?:tags|mod|modfile)=/.test(flag));
}
// src/host/git.ts
async function git(host, directory, args, env = {}) {
	return host.processes.run({
		program: "git",
		args: [
			"-c",
			"core.quotePath=false",
			...args
		],
		cwd: directory,
		env: {
			GIT_TERMINAL_PROMPT: "0",
			GIT_OPTIONAL_LOCKS: "0",
			LC_ALL: "C",
			...env
		}
	});
}
async function findRepositoryRoot(host, directory) {
	const exit = await git(host, directory, ["rev-parse", "--show-toplevel"]);
	const refused = /dubious ownership.*safe\.directory (?<root>[^\n]+)/s.exec(exit.stderr)?.groups?.root;
	if (refused !== void 0) throw userError("git-refuses", { root: refused });
	return exit.code === 0 ? host.files.realPath(exit.stdout.trim()) : null;
}
async function resolveCommit(host, directory, ref) {
	const exit = await git(host, directory, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	return exit.code === 0 ? exit.stdout.trim() : null;
}
async function findTrackedModules(host, directory) {
	const exit = await git(host, directory, [
		"ls-files",
		"-z",
		"--",
		":(glob)**/go.mod"
	]);
	if (exit.code !== 0) return [];
	return exit.stdout.split("\0").filter((path) => path !== "").map((path) => join(directory, dirname(path)));
}
async function readFileAt(host, root, commit, path) {
	const exit = await git(host, root, [
		"show",
		"--no-textconv",
		`${commit}:${path}`
	]);
	return exit.code === 0 ? exit.stdout : null;
}
async function findMergeBase(host, directory, base) {
	const commit = await resolveCommit(host, directory, base) ?? await resolveCommit(host, directory, `origin/${base}`);
	if (commit === null) throw userError("base-not-a-commit", { base });
	const exit = await git(host, directory, [
		"merge-base",
		commit,
		"HEAD"
	]);
	if (exit.code !== 0) throw userError("no-merge-base", { base });
	return exit.stdout.trim();
}
async function readDiff(host, directory, from) {
	const parts = [[
		"--text",
		from,
		"--",
		":(top)*.go"
	], [
		from,
		"--",
		":(top)",
		":(top,exclude)*.go"
	]];
	const exits = await Promise.all(parts.map((part) => git(host, directory, [...plainDiff, ...part])));
	const failed = exits.find((exit) => exit.code !== 0);
	if (failed !== void 0) throw userError("git-diff-failed", {
		from,
		detail: firstLine$1(failed.stderr)
	});
	return exits.map(({ stdout }) => stdout).join("");
}
const plainDiff = [...[
	"-c",
	"diff.noprefix=false",
	"-c",
	"diff.mnemonicPrefix=false"
], ...[
	"diff",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv",
	"--find-renames",
	"--unified=3"
]];
async function withCommitCheckedOut(host, root, commit, use) {
	return host.files.withTemporaryFolder("base", async (folder) => {
		const tree = `${folder}/tree/`;
		const index = { GIT_INDEX_FILE: `${folder}/index` };
		for (const args of [["read-tree", commit], [
			"checkout-index",
			"--all",
			"--quiet",
			`--prefix=${tree}`
		]]) {
			const exit = await git(host, root, args, index);
			if (exit.code !== 0) throw userError("git-failed", {
				command: args[0] ?? "",
				commit,
				detail: firstLine$1(exit.stderr)
			});
		}
		return use(tree.slice(0, -1));
	});
}
// src/host/config-file.ts
const largestConfig = 262144;
async function readConfigFile(host, path, required) {
	const text = await host.files.readText(path);
	if (text !== null && text.length > largestConfig) throw userError("config-too-large", {
		path,
		most: largestConfig
	});
	if (text === null) {
		if (required) throw userError("no-config", { path });
		return ConfigFile.parse({});
	}
	return parseConfigFile(text, path);
}
async function readSettings(host, directory, given) {
	const root = await findRepositoryRoot(host, directory) ?? directory;
	const named = [given.config ?? []].flat().at(-1);
	const path = named === void 0 ? join(root, options.config.default) : resolve(named);
	await refuseLinkOutside(host, path, root);
	const file = await readConfigFile(host, path, named !== void 0);
	return {
		...resolveSettings(given, file, directory),
		configFile: path
	};
}
async function findAddedRules(host, root, mergeBase, { rules, configFile }) {
	if (rules.length === 0 || configFile === null) return new Set();
	const path = relative(root, configFile).replaceAll(sep, "/");
	if (path.startsWith("../") || isAbsolute(path)) return new Set();
	const before = await parseConfigFile(await readFileAt(host, root, mergeBase, path) ?? "", path).catch(() => null);
	const known = new Set(before?.ignore.map((rule) => JSON.stringify(rule)));
	return new Set(rules.filter((rule) => !known.has(JSON.stringify(rule))));
}
async function refuseLinkOutside(host, path, root) {
	if (!path.startsWith(join(root, "/")) || !await host.files.exists(path)) return;
	if (await host.files.realPathWithin(path, root) !== null) return;
	throw userError("config-link", { path });
}
async function parseConfigFile(text, name) {
	const result = ConfigFile.safeParse(await readYaml(text, name) ?? {});
	if (result.success) return result.data;
	const { issues } = result.error;
	const misspelt = issues.find((issue) => issue.code === "unrecognized_keys");
	const detail = misspelt === void 0 ? schemaIssue(issues[0]) : nearestKeys(misspelt);
	throw userError("config-wrong", {
		name,
		detail
	});
}
async function readYaml(text, name) {
	const { parse, YAMLParseError } = await import("./dist.js").then((m) => __toESM(m.default, 1));
	try {
		return parse(text);
	} catch (error) {
		throw error instanceof YAMLParseError || error instanceof ReferenceError ? userError("config-wrong", {
			name,
			detail: firstLine$1(error.message)
		}) : error;
	}
}
function nearestKeys(issue) {
	const known = Object.keys(issue.path[0] === "ignore" ? SuppressionRule.shape : ConfigFile.shape);
	const keys = issue.keys.map((key) => sentence("unknown-key", {
		key,
		nearest: (0, import_fastest_levenshtein.closest)(key, known)
	}).words).reduce((first, second) => sentence("both", {
		first,
		second
	}).words);
	return sentence("unknown-keys", {
		where: whereIsWrong(issue),
		keys
	}).words;
}
// node_modules/is-plain-obj/index.js
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return (prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null) && !(Symbol.toStringTag in value) && !(Symbol.iterator in value);
}
// node_modules/execa/lib/arguments/file-url.js
const safeNormalizeFileUrl = (file, name) => {
	const fileString = normalizeFileUrl(normalizeDenoExecPath(file));
	if (typeof fileString !== "string") throw new TypeError(`${name} must be a string or a file URL: ${fileString}.`);
	return fileString;
};
const normalizeDenoExecPath = (file) => isDenoExecPath(file) ? file.toString() : file;
const isDenoExecPath = (file) => typeof file !== "string" && file && Object.getPrototypeOf(file) === String.prototype;
const normalizeFileUrl = (file) => file instanceof URL ? fileURLToPath(file) : file;
// node_modules/execa/lib/methods/parameters.js
const normalizeParameters = (rawFile, rawArguments = [], rawOptions = {}) => {
	const filePath = safeNormalizeFileUrl(rawFile, "First argument");
	const [commandArguments, options] = isPlainObject(rawArguments) ? [[], rawArguments] : [rawArguments, rawOptions];
	if (!Array.isArray(commandArguments)) throw new TypeError(`Second argument must be either an array of arguments or an options object: ${commandArguments}`);
	if (commandArguments.some((commandArgument) => typeof commandArgument === "object" && commandArgument !== null)) throw new TypeError(`Second argument must be an array of strings: ${commandArguments}`);
	const normalizedArguments = commandArguments.map(String);
	const nullByteArgument = normalizedArguments.find((normalizedArgument) => normalizedArgument.includes("\0"));
	if (nullByteArgument !== void 0) throw new TypeError(`Arguments cannot contain null bytes ("\\0"): ${nullByteArgument}`);
	if (!isPlainObject(options)) throw new TypeError(`Last argument must be an options object: ${options}`);
	return [
		filePath,
		normalizedArguments,
		options
	];
};
// node_modules/execa/lib/utils/uint-array.js
const { toString: objectToString$1 } = Object.prototype;
const isArrayBuffer = (value) => objectToString$1.call(value) === "[object ArrayBuffer]";
const isUint8Array = (value) => objectToString$1.call(value) === "[object Uint8Array]";
const bufferToUint8Array = (buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
const textEncoder$1 = new TextEncoder();
const stringToUint8Array = (string) => textEncoder$1.encode(string);
const textDecoder = new TextDecoder();
const uint8ArrayToString = (uint8Array) => textDecoder.decode(uint8Array);
const joinToString = (uint8ArraysOrStrings, encoding) => {
	return uint8ArraysToStrings(uint8ArraysOrStrings, encoding).join("");
};
const uint8ArraysToStrings = (uint8ArraysOrStrings, encoding) => {
	if (encoding === "utf8" && uint8ArraysOrStrings.every((uint8ArrayOrString) => typeof uint8ArrayOrString === "string")) return uint8ArraysOrStrings;
	const decoder = new StringDecoder(encoding);
	const strings = uint8ArraysOrStrings.map((uint8ArrayOrString) => typeof uint8ArrayOrString === "string" ? stringToUint8Array(uint8ArrayOrString) : uint8ArrayOrString).map((uint8Array) => decoder.write(uint8Array));
	const finalString = decoder.end();
	return finalString === "" ? strings : [...strings, finalString];
};
const joinToUint8Array = (uint8ArraysOrStrings) => {
	if (uint8ArraysOrStrings.length === 1 && isUint8Array(uint8ArraysOrStrings[0])) return uint8ArraysOrStrings[0];
	return concatUint8Arrays(stringsToUint8Arrays(uint8ArraysOrStrings));
};
const stringsToUint8Arrays = (uint8ArraysOrStrings) => uint8ArraysOrStrings.map((uint8ArrayOrString) => typeof uint8ArrayOrString === "string" ? stringToUint8Array(uint8ArrayOrString) : uint8ArrayOrString);
const concatUint8Arrays = (uint8Arrays) => {
	const result = new Uint8Array(getJoinLength(uint8Arrays));
	let index = 0;
	for (const uint8Array of uint8Arrays) {
		result.set(uint8Array, index);
		index += uint8Array.length;
	}
	return result;
};
const getJoinLength = (uint8Arrays) => {
	let joinLength = 0;
	for (const uint8Array of uint8Arrays) joinLength += uint8Array.length;
	return joinLength;
};
// node_modules/execa/lib/methods/template.js
const isTemplateString = (templates) => Array.isArray(templates) && Array.isArray(templates.raw);
const parseTemplates = (templates, expressions) => {
	let tokens = [];
	for (const [index, template] of templates.entries()) tokens = parseTemplate({
		templates,
		expressions,
		tokens,
		index,
		template
	});
	if (tokens.length === 0) throw new TypeError("Template script must not be empty");
	const [file, ...commandArguments] = tokens;
	return [
		file,
		commandArguments,
		{}
	];
};
const parseTemplate = ({ templates, expressions, tokens, index, template }) => {
	if (template === void 0) throw new TypeError(`Invalid backslash sequence: ${templates.raw[index]}`);
	const { nextTokens, leadingWhitespaces, trailingWhitespaces } = splitByWhitespaces(template, templates.raw[index]);
	const newTokens = concatTokens(tokens, nextTokens, leadingWhitespaces);
	if (index === expressions.length) return newTokens;
	const expression = expressions[index];
	const expressionTokens = Array.isArray(expression) ? expression.map((expression) => parseExpression(expression)) : [parseExpression(expression)];
	return concatTokens(newTokens, expressionTokens, trailingWhitespaces);
};
const splitByWhitespaces = (template, rawTemplate) => {
	if (rawTemplate.length === 0) return {
		nextTokens: [],
		leadingWhitespaces: false,
		trailingWhitespaces: false
	};
	const nextTokens = [];
	let templateStart = 0;
	const leadingWhitespaces = DELIMITERS.has(rawTemplate[0]);
	for (let templateIndex = 0, rawIndex = 0; templateIndex < template.length; templateIndex += 1, rawIndex += 1) {
		const rawCharacter = rawTemplate[rawIndex];
		if (DELIMITERS.has(rawCharacter)) {
			if (templateStart !== templateIndex) nextTokens.push(template.slice(templateStart, templateIndex));
			templateStart = templateIndex + 1;
		} else if (rawCharacter === "\\") {
			const nextRawCharacter = rawTemplate[rawIndex + 1];
			if (nextRawCharacter === "\n") {
				templateIndex -= 1;
				rawIndex += 1;
			} else if (nextRawCharacter === "u" && rawTemplate[rawIndex + 2] === "{") rawIndex = rawTemplate.indexOf("}", rawIndex + 3);
			else rawIndex += ESCAPE_LENGTH[nextRawCharacter] ?? 1;
		}
	}
	const trailingWhitespaces = templateStart === template.length;
	if (!trailingWhitespaces) nextTokens.push(template.slice(templateStart));
	return {
		nextTokens,
		leadingWhitespaces,
		trailingWhitespaces
	};
};
const DELIMITERS = new Set([
	" ",
	"	",
	"\r",
	"\n"
]);
const ESCAPE_LENGTH = {
	x: 3,
	u: 5
};
const concatTokens = (tokens, nextTokens, isSeparated) => isSeparated || tokens.length === 0 || nextTokens.length === 0 ? [...tokens, ...nextTokens] : [
	...tokens.slice(0, -1),
	`${tokens.at(-1)}${nextTokens[0]}`,
	...nextTokens.slice(1)
];
const parseExpression = (expression) => {
	const typeOfExpression = typeof expression;
	if (typeOfExpression === "string") return expression;
	if (typeOfExpression === "number") return String(expression);
	if (isPlainObject(expression) && ("stdout" in expression || "isMaxBuffer" in expression)) return getSubprocessResult(expression);
	if (expression instanceof ChildProcess || Object.prototype.toString.call(expression) === "[object Promise]") throw new TypeError("Unexpected subprocess in template expression. Please use ${await subprocess} instead of ${subprocess}.");
	throw new TypeError(`Unexpected "${typeOfExpression}" in template expression`);
};
const getSubprocessResult = ({ stdout }) => {
	if (typeof stdout === "string") return stdout;
	if (isUint8Array(stdout)) return uint8ArrayToString(stdout);
	if (stdout === void 0) throw new TypeError("Missing result.stdout in template expression. This is probably due to the previous subprocess' \"stdout\" option.");
	throw new TypeError(`Unexpected "${typeof stdout}" stdout in template expression`);
};
// node_modules/execa/lib/utils/standard-stream.js
const isStandardStream = (stream) => STANDARD_STREAMS.includes(stream);
const STANDARD_STREAMS = [
	process$1.stdin,
	process$1.stdout,
	process$1.stderr
];
const STANDARD_STREAMS_ALIASES = [
	"stdin",
	"stdout",
	"stderr"
];
const getStreamName = (fdNumber) => STANDARD_STREAMS_ALIASES[fdNumber] ?? `stdio[${fdNumber}]`;
// node_modules/execa/lib/arguments/specific.js
const normalizeFdSpecificOptions = (options) => {
	const optionsCopy = { ...options };
	for (const optionName of FD_SPECIFIC_OPTIONS) optionsCopy[optionName] = normalizeFdSpecificOption(options, optionName);
	return optionsCopy;
};
const normalizeFdSpecificOption = (options, optionName) => {
	const optionBaseArray = Array.from({ length: getStdioLength(options) + 1 });
	const optionArray = normalizeFdSpecificValue(options[optionName], optionBaseArray, optionName);
	return addDefaultValue$1(optionArray, optionName);
};
const getStdioLength = ({ stdio }) => Array.isArray(stdio) ? Math.max(stdio.length, STANDARD_STREAMS_ALIASES.length) : STANDARD_STREAMS_ALIASES.length;
const normalizeFdSpecificValue = (optionValue, optionArray, optionName) => isPlainObject(optionValue) ? normalizeOptionObject(optionValue, optionArray, optionName) : optionArray.fill(optionValue);
const normalizeOptionObject = (optionValue, optionArray, optionName) => {
	for (const fdName of Object.keys(optionValue).sort(compareFdName)) for (const fdNumber of parseFdName(fdName, optionName, optionArray)) optionArray[fdNumber] = optionValue[fdName];
	return optionArray;
};
const compareFdName = (fdNameA, fdNameB) => getFdNameOrder(fdNameA) < getFdNameOrder(fdNameB) ? 1 : -1;
const getFdNameOrder = (fdName) => {
	if (fdName === "stdout" || fdName === "stderr") return 0;
	return fdName === "all" ? 2 : 1;
};
const parseFdName = (fdName, optionName, optionArray) => {
	if (fdName === "ipc") return [optionArray.length - 1];
	const fdNumber = parseFd(fdName);
	if (fdNumber === void 0 || fdNumber === 0) throw new TypeError(`"${optionName}.${fdName}" is invalid.
It must be "${optionName}.stdout", "${optionName}.stderr", "${optionName}.all", "${optionName}.ipc", or "${optionName}.fd3", "${optionName}.fd4" (and so on).`);
	if (fdNumber >= optionArray.length) throw new TypeError(`"${optionName}.${fdName}" is invalid: that file descriptor does not exist.
Please set the "stdio" option to ensure that file descriptor exists.`);
	return fdNumber === "all" ? [1, 2] : [fdNumber];
};
const parseFd = (fdName) => {
	if (fdName === "all") return fdName;
	if (STANDARD_STREAMS_ALIASES.includes(fdName)) return STANDARD_STREAMS_ALIASES.indexOf(fdName);
	const regexpResult = FD_REGEXP.exec(fdName);
	if (regexpResult !== null) return Number(regexpResult[1]);
};
const FD_REGEXP = /^fd(\d+)$/;
const addDefaultValue$1 = (optionArray, optionName) => optionArray.map((optionValue) => optionValue === void 0 ? DEFAULT_OPTIONS[optionName] : optionValue);
const DEFAULT_OPTIONS = {
	lines: false,
	buffer: true,
	maxBuffer: 1e8,
	verbose: debuglog("execa").enabled ? "full" : "none",
	stripFinalNewline: true
};
const FD_SPECIFIC_OPTIONS = [
	"lines",
	"buffer",
	"maxBuffer",
	"verbose",
	"stripFinalNewline"
];
const getFdSpecificValue = (optionArray, fdNumber) => fdNumber === "ipc" ? optionArray.at(-1) : optionArray[fdNumber];
// node_modules/execa/lib/verbose/values.js
const isVerbose = ({ verbose }, fdNumber) => getFdVerbose(verbose, fdNumber) !== "none";
const isFullVerbose = ({ verbose }, fdNumber) => !["none", "short"].includes(getFdVerbose(verbose, fdNumber));
const getVerboseFunction = ({ verbose }, fdNumber) => {
	const fdVerbose = getFdVerbose(verbose, fdNumber);
	return isVerboseFunction(fdVerbose) ? fdVerbose : void 0;
};
const getFdVerbose = (verbose, fdNumber) => fdNumber === void 0 ? getFdGenericVerbose(verbose) : getFdSpecificValue(verbose, fdNumber);
const getFdGenericVerbose = (verbose) => verbose.find((fdVerbose) => isVerboseFunction(fdVerbose)) ?? VERBOSE_VALUES.findLast((fdVerbose) => verbose.includes(fdVerbose));
const isVerboseFunction = (fdVerbose) => typeof fdVerbose === "function";
const VERBOSE_VALUES = [
	"none",
	"short",
	"full"
];
// node_modules/execa/lib/arguments/escape.js
const joinCommand = (filePath, rawArguments) => {
	const fileAndArguments = [filePath, ...rawArguments];
	return {
		command: fileAndArguments.join(" "),
		escapedCommand: fileAndArguments.map((fileAndArgument) => quoteString(escapeControlCharacters(fileAndArgument))).join(" ")
	};
};
const escapeLines = (lines) => stripVTControlCharacters(lines).split("\n").map((line) => escapeControlCharacters(line)).join("\n");
const escapeControlCharacters = (line) => line.replaceAll(SPECIAL_CHAR_REGEXP, (character) => escapeControlCharacter(character));
const escapeControlCharacter = (character) => {
	const commonEscape = COMMON_ESCAPES[character];
	if (commonEscape !== void 0) return commonEscape;
	const codepoint = character.codePointAt(0);
	const codepointHex = codepoint.toString(16);
	return codepoint <= ASTRAL_START ? `\\u${codepointHex.padStart(4, "0")}` : `\\U${codepointHex}`;
};
const getSpecialCharRegExp = () => {
	try {
		return new RegExp("\\p{Separator}|\\p{Other}", "gu");
	} catch {
		return /[\s\u0000-\u001F\u007F-\u009F\u00AD]/g;
	}
};
const SPECIAL_CHAR_REGEXP = getSpecialCharRegExp();
const COMMON_ESCAPES = {
	" ": " ",
	"\b": "\\b",
	"\f": "\\f",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
const ASTRAL_START = 65535;
const quoteString = (escapedArgument) => {
	if (NO_ESCAPE_REGEXP.test(escapedArgument)) return escapedArgument;
	return platform === "win32" ? `"${escapedArgument.replaceAll("\"", "\"\"")}"` : `'${escapedArgument.replaceAll("'", "'\\''")}'`;
};
const NO_ESCAPE_REGEXP = /^[\w./-]+$/;
// node_modules/is-unicode-supported/index.js
function isUnicodeSupported() {
	const { env } = process$1;
	const { TERM, TERM_PROGRAM } = env;
	if (process$1.platform !== "win32") return TERM !== "linux";
	return Boolean(env.WT_SESSION) || Boolean(env.TERMINUS_SUBLIME) || env.ConEmuTask === "{cmd::Cmder}" || TERM_PROGRAM === "Terminus-Sublime" || TERM_PROGRAM === "vscode" || TERM === "xterm-256color" || TERM === "alacritty" || TERM === "rxvt-unicode" || TERM === "rxvt-unicode-256color" || env.TERMINAL_EMULATOR === "JetBrains-JediTerm";
}
// node_modules/figures/index.js
const common = {
	circleQuestionMark: "(?)",
	questionMarkPrefix: "(?)",
	square: "█",
	squareDarkShade: "▓",
	squareMediumShade: "▒",
	squareLightShade: "░",
	squareTop: "▀",
	squareBottom: "▄",
	squareLeft: "▌",
	squareRight: "▐",
	squareCenter: "■",
	bullet: "●",
	dot: "․",
	ellipsis: "…",
	pointerSmall: "›",
	triangleUp: "▲",
	triangleUpSmall: "▴",
	triangleDown: "▼",
	triangleDownSmall: "▾",
	triangleLeftSmall: "◂",
	triangleRightSmall: "▸",
	home: "⌂",
	heart: "♥",
	musicNote: "♪",
	musicNoteBeamed: "♫",
	arrowUp: "↑",
	arrowDown: "↓",
	arrowLeft: "←",
	arrowRight: "→",
	arrowLeftRight: "↔",
	arrowUpDown: "↕",
	almostEqual: "≈",
	notEqual: "≠",
	lessOrEqual: "≤",
	greaterOrEqual: "≥",
	identical: "≡",
	infinity: "∞",
	subscriptZero: "₀",
	subscriptOne: "₁",
	subscriptTwo: "₂",
	subscriptThree: "₃",
	subscriptFour: "₄",
	subscriptFive: "₅",
	subscriptSix: "₆",
	subscriptSeven: "₇",
	subscriptEight: "₈",
	subscriptNine: "₉",
	oneHalf: "½",
	oneThird: "⅓",
	oneQuarter: "¼",
	oneFifth: "⅕",
	oneSixth: "⅙",
	oneEighth: "⅛",
	twoThirds: "⅔",
	twoFifths: "⅖",
	threeQuarters: "¾",
	threeFifths: "⅗",
	threeEighths: "⅜",
	fourFifths: "⅘",
	fiveSixths: "⅚",
	fiveEighths: "⅝",
	sevenEighths: "⅞",
	line: "─",
	lineBold: "━",
	lineDouble: "═",
	lineDashed0: "┄",
	lineDashed1: "┅",
	lineDashed2: "┈",
	lineDashed3: "┉",
	lineDashed4: "╌",
	lineDashed5: "╍",
	lineDashed6: "╴",
	lineDashed7: "╶",
	lineDashed8: "╸",
	lineDashed9: "╺",
	lineDashed10: "╼",
	lineDashed11: "╾",
	lineDashed12: "−",
	lineDashed13: "–",
	lineDashed14: "‐",
	lineDashed15: "⁃",
	lineVertical: "│",
	lineVerticalBold: "┃",
	lineVerticalDouble: "║",
	lineVerticalDashed0: "┆",
	lineVerticalDashed1: "┇",
	lineVerticalDashed2: "┊",
	lineVerticalDashed3: "┋",
	lineVerticalDashed4: "╎",
	lineVerticalDashed5: "╏",
	lineVerticalDashed6: "╵",
	lineVerticalDashed7: "╷",
	lineVerticalDashed8: "╹",
	lineVerticalDashed9: "╻",
	lineVerticalDashed10: "╽",
	lineVerticalDashed11: "╿",
	lineDownLeft: "┐",
	lineDownLeftArc: "╮",
	lineDownBoldLeftBold: "┓",
	lineDownBoldLeft: "┒",
	lineDownLeftBold: "┑",
	lineDownDoubleLeftDouble: "╗",
	lineDownDoubleLeft: "╖",
	lineDownLeftDouble: "╕",
	lineDownRight: "┌",
	lineDownRightArc: "╭",
	lineDownBoldRightBold: "┏",
	lineDownBoldRight: "┎",
	lineDownRightBold: "┍",
	lineDownDoubleRightDouble: "╔",
	lineDownDoubleRight: "╓",
	lineDownRightDouble: "╒",
	lineUpLeft: "┘",
	lineUpLeftArc: "╯",
	lineUpBoldLeftBold: "┛",
	lineUpBoldLeft: "┚",
	lineUpLeftBold: "┙",
	lineUpDoubleLeftDouble: "╝",
	lineUpDoubleLeft: "╜",
	lineUpLeftDouble: "╛",
	lineUpRight: "└",
	lineUpRightArc: "╰",
	lineUpBoldRightBold: "┗",
	lineUpBoldRight: "┖",
	lineUpRightBold: "┕",
	lineUpDoubleRightDouble: "╚",
	lineUpDoubleRight: "╙",
	lineUpRightDouble: "╘",
	lineUpDownLeft: "┤",
	lineUpBoldDownBoldLeftBold: "┫",
	lineUpBoldDownBoldLeft: "┨",
	lineUpDownLeftBold: "┥",
	lineUpBoldDownLeftBold: "┩",
	lineUpDownBoldLeftBold: "┪",
	lineUpDownBoldLeft: "┧",
	lineUpBoldDownLeft: "┦",
	lineUpDoubleDownDoubleLeftDouble: "╣",
	lineUpDoubleDownDoubleLeft: "╢",
	lineUpDownLeftDouble: "╡",
	lineUpDownRight: "├",
	lineUpBoldDownBoldRightBold: "┣",
	lineUpBoldDownBoldRight: "┠",
	lineUpDownRightBold: "┝",
	lineUpBoldDownRightBold: "┡",
	lineUpDownBoldRightBold: "┢",
	lineUpDownBoldRight: "┟",
	lineUpBoldDownRight: "┞",
	lineUpDoubleDownDoubleRightDouble: "╠",
	lineUpDoubleDownDoubleRight: "╟",
	lineUpDownRightDouble: "╞",
	lineDownLeftRight: "┬",
	lineDownBoldLeftBoldRightBold: "┳",
	lineDownLeftBoldRightBold: "┯",
	lineDownBoldLeftRight: "┰",
	lineDownBoldLeftBoldRight: "┱",
	lineDownBoldLeftRightBold: "┲",
	lineDownLeftRightBold: "┮",
	lineDownLeftBoldRight: "┭",
	lineDownDoubleLeftDoubleRightDouble: "╦",
	lineDownDoubleLeftRight: "╥",
	lineDownLeftDoubleRightDouble: "╤",
	lineUpLeftRight: "┴",
	lineUpBoldLeftBoldRightBold: "┻",
	lineUpLeftBoldRightBold: "┷",
	lineUpBoldLeftRight: "┸",
	lineUpBoldLeftBoldRight: "┹",
	lineUpBoldLeftRightBold: "┺",
	lineUpLeftRightBold: "┶",
	lineUpLeftBoldRight: "┵",
	lineUpDoubleLeftDoubleRightDouble: "╩",
	lineUpDoubleLeftRight: "╨",
	lineUpLeftDoubleRightDouble: "╧",
	lineUpDownLeftRight: "┼",
	lineUpBoldDownBoldLeftBoldRightBold: "╋",
	lineUpDownBoldLeftBoldRightBold: "╈",
	lineUpBoldDownLeftBoldRightBold: "╇",
	lineUpBoldDownBoldLeftRightBold: "╊",
	lineUpBoldDownBoldLeftBoldRight: "╉",
	lineUpBoldDownLeftRight: "╀",
	lineUpDownBoldLeftRight: "╁",
	lineUpDownLeftBoldRight: "┽",
	lineUpDownLeftRightBold: "┾",
	lineUpBoldDownBoldLeftRight: "╂",
	lineUpDownLeftBoldRightBold: "┿",
	lineUpBoldDownLeftBoldRight: "╃",
	lineUpBoldDownLeftRightBold: "╄",
	lineUpDownBoldLeftBoldRight: "╅",
	lineUpDownBoldLeftRightBold: "╆",
	lineUpDoubleDownDoubleLeftDoubleRightDouble: "╬",
	lineUpDoubleDownDoubleLeftRight: "╫",
	lineUpDownLeftDoubleRightDouble: "╪",
	lineCross: "╳",
	lineBackslash: "╲",
	lineSlash: "╱"
};
const specialMainSymbols = {
	tick: "✔",
	info: "ℹ",
	warning: "⚠",
	cross: "✘",
	squareSmall: "◻",
	squareSmallFilled: "◼",
	circle: "◯",
	circleFilled: "◉",
	circleDotted: "◌",
	circleDouble: "◎",
	circleCircle: "ⓞ",
	circleCross: "ⓧ",
	circlePipe: "Ⓘ",
	radioOn: "◉",
	radioOff: "◯",
	checkboxOn: "☒",
	checkboxOff: "☐",
	checkboxCircleOn: "ⓧ",
	checkboxCircleOff: "Ⓘ",
	pointer: "❯",
	triangleUpOutline: "△",
	triangleLeft: "◀",
	triangleRight: "▶",
	lozenge: "◆",
	lozengeOutline: "◇",
	hamburger: "☰",
	smiley: "㋡",
	mustache: "෴",
	star: "★",
	play: "▶",
	nodejs: "⬢",
	oneSeventh: "⅐",
	oneNinth: "⅑",
	oneTenth: "⅒"
};
const specialFallbackSymbols = {
	tick: "√",
	info: "i",
	warning: "‼",
	cross: "×",
	squareSmall: "□",
	squareSmallFilled: "■",
	circle: "( )",
	circleFilled: "(*)",
	circleDotted: "( )",
	circleDouble: "( )",
	circleCircle: "(○)",
	circleCross: "(×)",
	circlePipe: "(│)",
	radioOn: "(*)",
	radioOff: "( )",
	checkboxOn: "[×]",
	checkboxOff: "[ ]",
	checkboxCircleOn: "(×)",
	checkboxCircleOff: "( )",
	pointer: ">",
	triangleUpOutline: "∆",
	triangleLeft: "◄",
	triangleRight: "►",
	lozenge: "♦",
	lozengeOutline: "◊",
	hamburger: "≡",
	smiley: "☺",
	mustache: "┌─┐",
	star: "✶",
	play: "►",
	nodejs: "♦",
	oneSeventh: "1/7",
	oneNinth: "1/9",
	oneTenth: "1/10"
};
const mainSymbols = {
	...common,
	...specialMainSymbols
};
const fallbackSymbols = {
	...common,
	...specialFallbackSymbols
};
const figures = isUnicodeSupported() ? mainSymbols : fallbackSymbols;
Object.entries(specialMainSymbols);
// node_modules/yoctocolors/base.js
const hasColors = tty?.WriteStream?.prototype?.hasColors?.() ?? false;
const format = (open, close) => {
	if (!hasColors) return (input) => input;
	const openCode = `\u001B[${open}m`;
	const closeCode = `\u001B[${close}m`;
	return (input) => {
		const string = input + "";
		let index = string.indexOf(closeCode);
		if (index === -1) return openCode + string + closeCode;
		let result = openCode;
		let lastIndex = 0;
		const replaceCode = (close === 22 ? closeCode : "") + openCode;
		while (index !== -1) {
			result += string.slice(lastIndex, index) + replaceCode;
			lastIndex = index + closeCode.length;
			index = string.indexOf(closeCode, lastIndex);
		}
		result += string.slice(lastIndex) + closeCode;
		return result;
	};
};
format(0, 0);
const bold = format(1, 22);
format(2, 22);
format(3, 23);
format(4, 24);
format("4:2", 24);
format("4:3", 24);
format("4:4", 24);
format("4:5", 24);
format(53, 55);
format(7, 27);
format(8, 28);
format(9, 29);
format(30, 39);
format(31, 39);
format(32, 39);
format(33, 39);
format(34, 39);
format(35, 39);
format(36, 39);
format(37, 39);
const gray = format(90, 39);
format(40, 49);
format(41, 49);
format(42, 49);
format(43, 49);
format(44, 49);
format(45, 49);
format(46, 49);
format(47, 49);
format(100, 49);
const redBright = format(91, 39);
format(92, 39);
const yellowBright = format(93, 39);
format(94, 39);
format(95, 39);
format(96, 39);
format(97, 39);
format(101, 49);
format(102, 49);
format(103, 49);
format(104, 49);
format(105, 49);
format(106, 49);
format(107, 49);
format("58;5;0", 59);
format("58;5;1", 59);
format("58;5;2", 59);
format("58;5;3", 59);
format("58;5;4", 59);
format("58;5;5", 59);
format("58;5;6", 59);
format("58;5;7", 59);
format("58;5;8", 59);
format("58;5;9", 59);
format("58;5;10", 59);
format("58;5;11", 59);
format("58;5;12", 59);
format("58;5;13", 59);
format("58;5;14", 59);
format("58;5;15", 59);
// node_modules/execa/lib/verbose/default.js
const defaultVerboseFunction = ({ type, message, timestamp, piped, commandId, result: { failed = false } = {}, options: { reject = true } }) => {
	const timestampString = serializeTimestamp(timestamp);
	const icon = ICONS[type]({
		failed,
		reject,
		piped
	});
	const color = COLORS[type]({ reject });
	return `${gray(`[${timestampString}]`)} ${gray(`[${commandId}]`)} ${color(icon)} ${color(message)}`;
};
const serializeTimestamp = (timestamp) => `${padField(timestamp.getHours(), 2)}:${padField(timestamp.getMinutes(), 2)}:${padField(timestamp.getSeconds(), 2)}.${padField(timestamp.getMilliseconds(), 3)}`;
const padField = (field, padding) => String(field).padStart(padding, "0");
const getFinalIcon = ({ failed, reject }) => {
	if (!failed) return figures.tick;
	return reject ? figures.cross : figures.warning;
};
const ICONS = {
	command: ({ piped }) => piped ? "|" : "$",
	output: () => " ",
	ipc: () => "*",
	error: getFinalIcon,
	duration: getFinalIcon
};
const identity$1 = (string) => string;
const COLORS = {
	command: () => bold,
	output: () => identity$1,
	ipc: () => identity$1,
	error: ({ reject }) => reject ? redBright : yellowBright,
	duration: () => gray
};
// node_modules/execa/lib/verbose/custom.js
const applyVerboseOnLines = (printedLines, verboseInfo, fdNumber) => {
	const verboseFunction = getVerboseFunction(verboseInfo, fdNumber);
	return printedLines.map(({ verboseLine, verboseObject }) => applyVerboseFunction(verboseLine, verboseObject, verboseFunction)).filter((printedLine) => printedLine !== void 0).map((printedLine) => appendNewline(printedLine)).join("");
};
const applyVerboseFunction = (verboseLine, verboseObject, verboseFunction) => {
	if (verboseFunction === void 0) return verboseLine;
	const printedLine = verboseFunction(verboseLine, verboseObject);
	if (typeof printedLine === "string") return printedLine;
};
const appendNewline = (printedLine) => printedLine.endsWith("\n") ? printedLine : `${printedLine}\n`;
// node_modules/execa/lib/verbose/log.js
const verboseLog = ({ type, verboseMessage, fdNumber, verboseInfo, result }) => {
	const verboseObject = getVerboseObject({
		type,
		result,
		verboseInfo
	});
	const printedLines = getPrintedLines(verboseMessage, verboseObject);
	const finalLines = applyVerboseOnLines(printedLines, verboseInfo, fdNumber);
	if (finalLines !== "") console.warn(finalLines.slice(0, -1));
};
const getVerboseObject = ({ type, result, verboseInfo: { escapedCommand, commandId, rawOptions: { piped = false, ...options } } }) => ({
	type,
	escapedCommand,
	commandId: `${commandId}`,
	timestamp: new Date(),
	piped,
	result,
	options
});
const getPrintedLines = (verboseMessage, verboseObject) => verboseMessage.split("\n").map((message) => getPrintedLine({
	...verboseObject,
	message
}));
const getPrintedLine = (verboseObject) => {
	return {
		verboseLine: defaultVerboseFunction(verboseObject),
		verboseObject
	};
};
const serializeVerboseMessage = (message) => {
	const messageString = typeof message === "string" ? message : inspect(message);
	return escapeLines(messageString).replaceAll("	", " ".repeat(TAB_SIZE));
};
const TAB_SIZE = 2;
// node_modules/execa/lib/verbose/start.js
const logCommand = (escapedCommand, verboseInfo) => {
	if (!isVerbose(verboseInfo)) return;
	verboseLog({
		type: "command",
		verboseMessage: escapedCommand,
		verboseInfo
	});
};
// node_modules/execa/lib/verbose/info.js
const getVerboseInfo = (verbose, escapedCommand, rawOptions) => {
	validateVerbose(verbose);
	return {
		verbose,
		escapedCommand,
		commandId: getCommandId(verbose),
		rawOptions
	};
};
const getCommandId = (verbose) => isVerbose({ verbose }) ? COMMAND_ID++ : void 0;
let COMMAND_ID = 0n;
const validateVerbose = (verbose) => {
	for (const fdVerbose of verbose) {
		if (fdVerbose === false) throw new TypeError("The \"verbose: false\" option was renamed to \"verbose: 'none'\".");
		if (fdVerbose === true) throw new TypeError("The \"verbose: true\" option was renamed to \"verbose: 'short'\".");
		if (!VERBOSE_VALUES.includes(fdVerbose) && !isVerboseFunction(fdVerbose)) {
			const allowedValues = VERBOSE_VALUES.map((allowedValue) => `'${allowedValue}'`).join(", ");
			throw new TypeError(`The "verbose" option must not be ${fdVerbose}. Allowed values are: ${allowedValues} or a function.`);
		}
	}
};
// node_modules/execa/lib/return/duration.js
const getStartTime = () => hrtime.bigint();
const getDurationMs = (startTime) => Number(hrtime.bigint() - startTime) / 1e6;
// node_modules/execa/lib/arguments/command.js
const handleCommand = (filePath, rawArguments, rawOptions) => {
	const startTime = getStartTime();
	const { command, escapedCommand } = joinCommand(filePath, rawArguments);
	const verbose = normalizeFdSpecificOption(rawOptions, "verbose");
	const verboseInfo = getVerboseInfo(verbose, escapedCommand, { ...rawOptions });
	logCommand(escapedCommand, verboseInfo);
	return {
		command,
		escapedCommand,
		startTime,
		verboseInfo
	};
};
// node_modules/isexe/windows.js
var require_windows = __commonJSMin(((exports, module) => {
	module.exports = isexe;
	isexe.sync = sync;
	var fs = __require("fs");
	function checkPathExt(path, options) {
		var pathext = options.pathExt !== void 0 ? options.pathExt : process.env.PATHEXT;
		if (!pathext) return true;
		pathext = pathext.split(";");
		if (pathext.indexOf("") !== -1) return true;
		for (var i = 0; i < pathext.length; i++) {
			var p = pathext[i].toLowerCase();
			if (p && path.substr(-p.length).toLowerCase() === p) return true;
		}
		return false;
	}
	function checkStat(stat, path, options) {
		if (!stat.isSymbolicLink() && !stat.isFile()) return false;
		return checkPathExt(path, options);
	}
	function isexe(path, options, cb) {
		fs.stat(path, function(er, stat) {
			cb(er, er ? false : checkStat(stat, path, options));
		});
	}
	function sync(path, options) {
		return checkStat(fs.statSync(path), path, options);
	}
}));
// node_modules/isexe/mode.js
var require_mode = __commonJSMin(((exports, module) => {
	module.exports = isexe;
	isexe.sync = sync;
	var fs = __require("fs");
	function isexe(path, options, cb) {
		fs.stat(path, function(er, stat) {
			cb(er, er ? false : checkStat(stat, options));
		});
	}
	function sync(path, options) {
		return checkStat(fs.statSync(path), options);
	}
	function checkStat(stat, options) {
		return stat.isFile() && checkMode(stat, options);
	}
	function checkMode(stat, options) {
		var mod = stat.mode;
		var uid = stat.uid;
		var gid = stat.gid;
		var myUid = options.uid !== void 0 ? options.uid : process.getuid && process.getuid();
		var myGid = options.gid !== void 0 ? options.gid : process.getgid && process.getgid();
		var u = parseInt("100", 8);
		var g = parseInt("010", 8);
		var o = parseInt("001", 8);
		var ug = u | g;
		return mod & o || mod & g && gid === myGid || mod & u && uid === myUid || mod & ug && myUid === 0;
	}
}));
// node_modules/isexe/index.js
var require_isexe = __commonJSMin(((exports, module) => {
	__require("fs");
	var core;
	if (process.platform === "win32" || global.TESTING_WINDOWS) core = require_windows();
	else core = require_mode();
	module.exports = isexe;
	isexe.sync = sync;
	function isexe(path, options, cb) {
		if (typeof options === "function") {
			cb = options;
			options = {};
		}
		if (!cb) {
			if (typeof Promise !== "function") throw new TypeError("callback not provided");
			return new Promise(function(resolve, reject) {
				isexe(path, options || {}, function(er, is) {
					if (er) reject(er);
					else resolve(is);
				});
			});
		}
		core(path, options || {}, function(er, is) {
			if (er) {
				if (er.code === "EACCES" || options && options.ignoreErrors) {
					er = null;
					is = false;
				}
			}
			cb(er, is);
		});
	}
	function sync(path, options) {
		try {
			return core.sync(path, options || {});
		} catch (er) {
			if (options && options.ignoreErrors || er.code === "EACCES") return false;
			else throw er;
		}
	}
}));
// node_modules/which/which.js
var require_which = __commonJSMin(((exports, module) => {
	const isWindows = process.platform === "win32" || process.env.OSTYPE === "cygwin" || process.env.OSTYPE === "msys";
	const path = __require("path");
	const COLON = isWindows ? ";" : ":";
	const isexe = require_isexe();
	const getNotFoundError = (cmd) => Object.assign(new Error(`not found: ${cmd}`), { code: "ENOENT" });
	const getPathInfo = (cmd, opt) => {
		const colon = opt.colon || COLON;
		const pathEnv = cmd.match(/\//) || isWindows && cmd.match(/\\/) ? [""] : [...isWindows ? [process.cwd()] : [], ...(opt.path || process.env.PATH || "").split(colon)];
		const pathExtExe = isWindows ? opt.pathExt || process.env.PATHEXT || ".EXE;.CMD;.BAT;.COM" : "";
		const pathExt = isWindows ? pathExtExe.split(colon) : [""];
		if (isWindows) {
			if (cmd.indexOf(".") !== -1 && pathExt[0] !== "") pathExt.unshift("");
		}
		return {
			pathEnv,
			pathExt,
			pathExtExe
		};
	};
	const which = (cmd, opt, cb) => {
		if (typeof opt === "function") {
			cb = opt;
			opt = {};
		}
		if (!opt) opt = {};
		const { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt);
		const found = [];
		const step = (i) => new Promise((resolve, reject) => {
			if (i === pathEnv.length) return opt.all && found.length ? resolve(found) : reject(getNotFoundError(cmd));
			const ppRaw = pathEnv[i];
			const pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw;
			const pCmd = path.join(pathPart, cmd);
			const p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd : pCmd;
			resolve(subStep(p, i, 0));
		});
		const subStep = (p, i, ii) => new Promise((resolve, reject) => {
			if (ii === pathExt.length) return resolve(step(i + 1));
			const ext = pathExt[ii];
			isexe(p + ext, { pathExt: pathExtExe }, (er, is) => {
				if (!er && is) {
					if (opt.all) found.push(p + ext);
					else return resolve(p + ext);
				}
				return resolve(subStep(p, i, ii + 1));
			});
		});
		return cb ? step(0).then((res) => cb(null, res), cb) : step(0);
	};
	const whichSync = (cmd, opt) => {
		opt = opt || {};
		const { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt);
		const found = [];
		for (let i = 0; i < pathEnv.length; i++) {
			const ppRaw = pathEnv[i];
			const pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw;
			const pCmd = path.join(pathPart, cmd);
			const p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd : pCmd;
			for (let j = 0; j < pathExt.length; j++) {
				const cur = p + pathExt[j];
				try {
					if (isexe.sync(cur, { pathExt: pathExtExe })) {
						if (opt.all) found.push(cur);
						else return cur;
					}
				} catch (ex) {}
			}
		}
		if (opt.all && found.length) return found;
		if (opt.nothrow) return null;
		throw getNotFoundError(cmd);
	};
	module.exports = which;
	which.sync = whichSync;
}));
// node_modules/path-key/index.js
var require_path_key = __commonJSMin(((exports, module) => {
	const pathKey = (options = {}) => {
		const environment = options.env || process.env;
		if ((options.platform || process.platform) !== "win32") return "PATH";
		return Object.keys(environment).reverse().find((key) => key.toUpperCase() === "PATH") || "Path";
	};
	module.exports = pathKey;
	module.exports.default = pathKey;
}));
// node_modules/cross-spawn/lib/util/resolveCommand.js
var require_resolveCommand = __commonJSMin(((exports, module) => {
	const path = __require("path");
	const which = require_which();
	const getPathKey = require_path_key();
	function resolveCommandAttempt(parsed, withoutPathExt) {
		const env = parsed.options.env || process.env;
		const cwd = process.cwd();
		const hasCustomCwd = parsed.options.cwd != null;
		const shouldSwitchCwd = hasCustomCwd && process.chdir !== void 0 && !process.chdir.disabled;
		if (shouldSwitchCwd) try {
			process.chdir(parsed.options.cwd);
		} catch (err) {}
		let resolved;
		try {
			resolved = which.sync(parsed.command, {
				path: env[getPathKey({ env })],
				pathExt: withoutPathExt ? path.delimiter : void 0
			});
		} catch (e) {} finally {
			if (shouldSwitchCwd) process.chdir(cwd);
		}
		if (resolved) resolved = path.resolve(hasCustomCwd ? parsed.options.cwd : "", resolved);
		return resolved;
	}
	function resolveCommand(parsed) {
		return resolveCommandAttempt(parsed) || resolveCommandAttempt(parsed, true);
	}
	module.exports = resolveCommand;
}));
// node_modules/cross-spawn/lib/util/escape.js
var require_escape = __commonJSMin(((exports, module) => {
	const metaCharsRegExp = /([()\][%!^"`<>&|;, *?])/g;
	function escapeCommand(arg) {
		arg = arg.replace(metaCharsRegExp, "^$1");
		return arg;
	}
	function escapeArgument(arg, doubleEscapeMetaChars) {
		arg = `${arg}`;
		arg = arg.replace(/(?=(\\+?)?)\1"/g, "$1$1\\\"");
		arg = arg.replace(/(?=(\\+?)?)\1$/, "$1$1");
		arg = `"${arg}"`;
		arg = arg.replace(metaCharsRegExp, "^$1");
		if (doubleEscapeMetaChars) arg = arg.replace(metaCharsRegExp, "^$1");
		return arg;
	}
	module.exports.command = escapeCommand;
	module.exports.argument = escapeArgument;
}));
// node_modules/shebang-regex/index.js
var require_shebang_regex = __commonJSMin(((exports, module) => {
	module.exports = /^#!(.*)/;
}));
// node_modules/shebang-command/index.js
var require_shebang_command = __commonJSMin(((exports, module) => {
	const shebangRegex = require_shebang_regex();
	module.exports = (string = "") => {
		const match = string.match(shebangRegex);
		if (!match) return null;
		const [path, argument] = match[0].replace(/#! ?/, "").split(" ");
		const binary = path.split("/").pop();
		if (binary === "env") return argument;
		return argument ? `${binary} ${argument}` : binary;
	};
}));
// node_modules/cross-spawn/lib/util/readShebang.js
var require_readShebang = __commonJSMin(((exports, module) => {
	const fs = __require("fs");
	const shebangCommand = require_shebang_command();
	function readShebang(command) {
		const size = 150;
		const buffer = Buffer.alloc(size);
		let fd;
		try {
			fd = fs.openSync(command, "r");
			fs.readSync(fd, buffer, 0, size, 0);
			fs.closeSync(fd);
		} catch (e) {}
		return shebangCommand(buffer.toString());
	}
	module.exports = readShebang;
}));
// node_modules/cross-spawn/lib/parse.js
var require_parse = __commonJSMin(((exports, module) => {
	const path = __require("path");
	const resolveCommand = require_resolveCommand();
	const escape = require_escape();
	const readShebang = require_readShebang();
	const isWin = process.platform === "win32";
	const isExecutableRegExp = /\.(?:com|exe)$/i;
	const isCmdShimRegExp = /node_modules[\\/].bin[\\/][^\\/]+\.cmd$/i;
	function detectShebang(parsed) {
		parsed.file = resolveCommand(parsed);
		const shebang = parsed.file && readShebang(parsed.file);
		if (shebang) {
			parsed.args.unshift(parsed.file);
			parsed.command = shebang;
			return resolveCommand(parsed);
		}
		return parsed.file;
	}
	function parseNonShell(parsed) {
		if (!isWin) return parsed;
		const commandFile = detectShebang(parsed);
		const needsShell = !isExecutableRegExp.test(commandFile);
		if (parsed.options.forceShell || needsShell) {
			const needsDoubleEscapeMetaChars = isCmdShimRegExp.test(commandFile);
			parsed.command = path.normalize(parsed.command);
			parsed.command = escape.command(parsed.command);
			parsed.args = parsed.args.map((arg) => escape.argument(arg, needsDoubleEscapeMetaChars));
			parsed.args = [
				"/d",
				"/s",
				"/c",
				`"${[parsed.command].concat(parsed.args).join(" ")}"`
			];
			parsed.command = process.env.comspec || "cmd.exe";
			parsed.options.windowsVerbatimArguments = true;
		}
		return parsed;
	}
	function parse(command, args, options) {
		if (args && !Array.isArray(args)) {
			options = args;
			args = null;
		}
		args = args ? args.slice(0) : [];
		options = Object.assign({}, options);
		const parsed = {
			command,
			args,
			options,
			file: void 0,
			original: {
				command,
				args
			}
		};
		return options.shell ? parsed : parseNonShell(parsed);
	}
	module.exports = parse;
}));
// node_modules/cross-spawn/lib/enoent.js
var require_enoent = __commonJSMin(((exports, module) => {
	const isWin = process.platform === "win32";
	function notFoundError(original, syscall) {
		return Object.assign(new Error(`${syscall} ${original.command} ENOENT`), {
			code: "ENOENT",
			errno: "ENOENT",
			syscall: `${syscall} ${original.command}`,
			path: original.command,
			spawnargs: original.args
		});
	}
	function hookChildProcess(cp, parsed) {
		if (!isWin) return;
		const originalEmit = cp.emit;
		cp.emit = function(name, arg1) {
			if (name === "exit") {
				const err = verifyENOENT(arg1, parsed);
				if (err) return originalEmit.call(cp, "error", err);
			}
			return originalEmit.apply(cp, arguments);
		};
	}
	function verifyENOENT(status, parsed) {
		if (isWin && status === 1 && !parsed.file) return notFoundError(parsed.original, "spawn");
		return null;
	}
	function verifyENOENTSync(status, parsed) {
		if (isWin && status === 1 && !parsed.file) return notFoundError(parsed.original, "spawnSync");
		return null;
	}
	module.exports = {
		hookChildProcess,
		verifyENOENT,
		verifyENOENTSync,
		notFoundError
	};
}));
// node_modules/npm-run-path/node_modules/path-key/index.js
var import_cross_spawn = __toESM(__commonJSMin(((exports, module) => {
	const cp = __require("child_process");
	const parse = require_parse();
	const enoent = require_enoent();
	function spawn(command, args, options) {
		const parsed = parse(command, args, options);
		const spawned = cp.spawn(parsed.command, parsed.args, parsed.options);
		enoent.hookChildProcess(spawned, parsed);
		return spawned;
	}
	function spawnSync(command, args, options) {
		const parsed = parse(command, args, options);
		const result = cp.spawnSync(parsed.command, parsed.args, parsed.options);
		result.error = result.error || enoent.verifyENOENTSync(result.status, parsed);
		return result;
	}
	module.exports = spawn;
	module.exports.spawn = spawn;
	module.exports.sync = spawnSync;
	module.exports._parse = parse;
	module.exports._enoent = enoent;
}))(), 1);
function pathKey(options = {}) {
	const { env = process.env, platform = process.platform } = options;
	if (platform !== "win32") return "PATH";
	return Object.keys(env).reverse().find((key) => key.toUpperCase() === "PATH") || "Path";
}
promisify(execFile);
function toPath(urlOrPath) {
	return urlOrPath instanceof URL ? fileURLToPath(urlOrPath) : urlOrPath;
}
function traversePathUp(startPath) {
	return { *[Symbol.iterator]() {
		let currentPath = path.resolve(toPath(startPath));
		let previousPath;
		while (previousPath !== currentPath) {
			yield currentPath;
			previousPath = currentPath;
			currentPath = path.resolve(currentPath, "..");
		}
	} };
}
// node_modules/npm-run-path/index.js
const npmRunPath = ({ cwd = process$1.cwd(), path: pathOption = process$1.env[pathKey()], preferLocal = true, execPath = process$1.execPath, addExecPath = true } = {}) => {
	const cwdPath = path.resolve(toPath(cwd));
	const result = [];
	const pathParts = pathOption.split(path.delimiter);
	if (preferLocal) applyPreferLocal(result, pathParts, cwdPath);
	if (addExecPath) applyExecPath(result, pathParts, execPath, cwdPath);
	return pathOption === "" || pathOption === path.delimiter ? `${result.join(path.delimiter)}${pathOption}` : [...result, pathOption].join(path.delimiter);
};
const applyPreferLocal = (result, pathParts, cwdPath) => {
	for (const directory of traversePathUp(cwdPath)) {
		const pathPart = path.join(directory, "node_modules/.bin");
		if (!pathParts.includes(pathPart)) result.push(pathPart);
	}
};
const applyExecPath = (result, pathParts, execPath, cwdPath) => {
	const pathPart = path.resolve(cwdPath, toPath(execPath), "..");
	if (!pathParts.includes(pathPart)) result.push(pathPart);
};
const npmRunPathEnv = ({ env = process$1.env, ...options } = {}) => {
	env = { ...env };
	const pathName = pathKey({ env });
	options.path = env[pathName];
	env[pathName] = npmRunPath(options);
	return env;
};
// node_modules/execa/lib/return/final-error.js
const getFinalError = (originalError, message, isSync) => {
	return new (isSync ? ExecaSyncError : ExecaError)(message, originalError instanceof DiscardedError ? {} : { cause: originalError });
};
var DiscardedError = class extends Error {};
const setErrorName = (ErrorClass, value) => {
	Object.defineProperty(ErrorClass.prototype, "name", {
		value,
		writable: true,
		enumerable: false,
		configurable: true
	});
	Object.defineProperty(ErrorClass.prototype, execaErrorSymbol, {
		value: true,
		writable: false,
		enumerable: false,
		configurable: false
	});
};
const isExecaError = (error) => isErrorInstance(error) && execaErrorSymbol in error;
const execaErrorSymbol = Symbol("isExecaError");
const isErrorInstance = (value) => Object.prototype.toString.call(value) === "[object Error]";
var ExecaError = class extends Error {};
setErrorName(ExecaError, ExecaError.name);
var ExecaSyncError = class extends Error {};
setErrorName(ExecaSyncError, ExecaSyncError.name);
// node_modules/human-signals/build/src/realtime.js
const getRealtimeSignals = () => {
	const length = 64 - SIGRTMIN + 1;
	return Array.from({ length }, getRealtimeSignal);
};
const getRealtimeSignal = (value, index) => ({
	name: `SIGRT${index + 1}`,
	number: SIGRTMIN + index,
	action: "terminate",
	description: "Application-specific signal (realtime)",
	standard: "posix"
});
const SIGRTMIN = 34;
// node_modules/human-signals/build/src/core.js
const SIGNALS = [
	{
		name: "SIGHUP",
		number: 1,
		action: "terminate",
		description: "Terminal closed",
		standard: "posix"
	},
	{
		name: "SIGINT",
		number: 2,
		action: "terminate",
		description: "User interruption with CTRL-C",
		standard: "ansi"
	},
	{
		name: "SIGQUIT",
		number: 3,
		action: "core",
		description: "User interruption with CTRL-\\",
		standard: "posix"
	},
	{
		name: "SIGILL",
		number: 4,
		action: "core",
		description: "Invalid machine instruction",
		standard: "ansi"
	},
	{
		name: "SIGTRAP",
		number: 5,
		action: "core",
		description: "Debugger breakpoint",
		standard: "posix"
	},
	{
		name: "SIGABRT",
		number: 6,
		action: "core",
		description: "Aborted",
		standard: "ansi"
	},
	{
		name: "SIGIOT",
		number: 6,
		action: "core",
		description: "Aborted",
		standard: "bsd"
	},
	{
		name: "SIGBUS",
		number: 7,
		action: "core",
		description: "Bus error due to misaligned, non-existing address or paging error",
		standard: "bsd"
	},
	{
		name: "SIGEMT",
		number: 7,
		action: "terminate",
		description: "Command should be emulated but is not implemented",
		standard: "other"
	},
	{
		name: "SIGFPE",
		number: 8,
		action: "core",
		description: "Floating point arithmetic error",
		standard: "ansi"
	},
	{
		name: "SIGKILL",
		number: 9,
		action: "terminate",
		description: "Forced termination",
		standard: "posix",
		forced: true
	},
	{
		name: "SIGUSR1",
		number: 10,
		action: "terminate",
		description: "Application-specific signal",
		standard: "posix"
	},
	{
		name: "SIGSEGV",
		number: 11,
		action: "core",
		description: "Segmentation fault",
		standard: "ansi"
	},
	{
		name: "SIGUSR2",
		number: 12,
		action: "terminate",
		description: "Application-specific signal",
		standard: "posix"
	},
	{
		name: "SIGPIPE",
		number: 13,
		action: "terminate",
		description: "Broken pipe or socket",
		standard: "posix"
	},
	{
		name: "SIGALRM",
		number: 14,
		action: "terminate",
		description: "Timeout or timer",
		standard: "posix"
	},
	{
		name: "SIGTERM",
		number: 15,
		action: "terminate",
		description: "Termination",
		standard: "ansi"
	},
	{
		name: "SIGSTKFLT",
		number: 16,
		action: "terminate",
		description: "Stack is empty or overflowed",
		standard: "other"
	},
	{
		name: "SIGCHLD",
		number: 17,
		action: "ignore",
		description: "Child process terminated, paused or unpaused",
		standard: "posix"
	},
	{
		name: "SIGCLD",
		number: 17,
		action: "ignore",
		description: "Child process terminated, paused or unpaused",
		standard: "other"
	},
	{
		name: "SIGCONT",
		number: 18,
		action: "unpause",
		description: "Unpaused",
		standard: "posix",
		forced: true
	},
	{
		name: "SIGSTOP",
		number: 19,
		action: "pause",
		description: "Paused",
		standard: "posix",
		forced: true
	},
	{
		name: "SIGTSTP",
		number: 20,
		action: "pause",
		description: "Paused using CTRL-Z or \"suspend\"",
		standard: "posix"
	},
	{
		name: "SIGTTIN",
		number: 21,
		action: "pause",
		description: "Background process cannot read terminal input",
		standard: "posix"
	},
	{
		name: "SIGBREAK",
		number: 21,
		action: "terminate",
		description: "User interruption with CTRL-BREAK",
		standard: "other"
	},
	{
		name: "SIGTTOU",
		number: 22,
		action: "pause",
		description: "Background process cannot write to terminal output",
		standard: "posix"
	},
	{
		name: "SIGURG",
		number: 23,
		action: "ignore",
		description: "Socket received out-of-band data",
		standard: "bsd"
	},
	{
		name: "SIGXCPU",
		number: 24,
		action: "core",
		description: "Process timed out",
		standard: "bsd"
	},
	{
		name: "SIGXFSZ",
		number: 25,
		action: "core",
		description: "File too big",
		standard: "bsd"
	},
	{
		name: "SIGVTALRM",
		number: 26,
		action: "terminate",
		description: "Timeout or timer",
		standard: "bsd"
	},
	{
		name: "SIGPROF",
		number: 27,
		action: "terminate",
		description: "Timeout or timer",
		standard: "bsd"
	},
	{
		name: "SIGWINCH",
		number: 28,
		action: "ignore",
		description: "Terminal window size changed",
		standard: "bsd"
	},
	{
		name: "SIGIO",
		number: 29,
		action: "terminate",
		description: "I/O is available",
		standard: "other"
	},
	{
		name: "SIGPOLL",
		number: 29,
		action: "terminate",
		description: "Watched event",
		standard: "other"
	},
	{
		name: "SIGINFO",
		number: 29,
		action: "ignore",
		description: "Request for process information",
		standard: "other"
	},
	{
		name: "SIGPWR",
		number: 30,
		action: "terminate",
		description: "Device running out of power",
		standard: "systemv"
	},
	{
		name: "SIGSYS",
		number: 31,
		action: "core",
		description: "Invalid system call",
		standard: "other"
	},
	{
		name: "SIGUNUSED",
		number: 31,
		action: "terminate",
		description: "Invalid system call",
		standard: "other"
	}
];
// node_modules/human-signals/build/src/signals.js
const getSignals = () => {
	const realtimeSignals = getRealtimeSignals();
	return [...SIGNALS, ...realtimeSignals].map(normalizeSignal$1);
};
const normalizeSignal$1 = ({ name, number: defaultNumber, description, action, forced = false, standard }) => {
	const { signals: { [name]: constantSignal } } = constants$1;
	const supported = constantSignal !== void 0;
	return {
		name,
		number: supported ? constantSignal : defaultNumber,
		description,
		supported,
		action,
		forced,
		standard
	};
};
// node_modules/human-signals/build/src/main.js
const getSignalsByName = () => {
	const signals = getSignals();
	return Object.fromEntries(signals.map(getSignalByName));
};
const getSignalByName = ({ name, number, description, supported, action, forced, standard }) => [name, {
	name,
	number,
	description,
	supported,
	action,
	forced,
	standard
}];
const signalsByName = getSignalsByName();
const getSignalsByNumber = () => {
	const signals = getSignals();
	const signalsA = Array.from({ length: 65 }, (value, number) => getSignalByNumber(number, signals));
	return Object.assign({}, ...signalsA);
};
const getSignalByNumber = (number, signals) => {
	const signal = findSignalByNumber(number, signals);
	if (signal === void 0) return {};
	const { name, description, supported, action, forced, standard } = signal;
	return { [number]: {
		name,
		number,
		description,
		supported,
		action,
		forced,
		standard
	} };
};
const findSignalByNumber = (number, signals) => {
	const signal = signals.find(({ name }) => constants$1.signals[name] === number);
	if (signal !== void 0) return signal;
	return signals.find((signalA) => signalA.number === number);
};
getSignalsByNumber();
// node_modules/execa/lib/terminate/signal.js
const normalizeKillSignal = (killSignal) => {
	const optionName = "option `killSignal`";
	if (killSignal === 0) throw new TypeError(`Invalid ${optionName}: 0 cannot be used.`);
	return normalizeSignal(killSignal, optionName);
};
const normalizeSignalArgument = (signal) => signal === 0 ? signal : normalizeSignal(signal, "`subprocess.kill()`'s argument");
const normalizeSignal = (signalNameOrInteger, optionName) => {
	if (Number.isInteger(signalNameOrInteger)) return normalizeSignalInteger(signalNameOrInteger, optionName);
	if (typeof signalNameOrInteger === "string") return normalizeSignalName(signalNameOrInteger, optionName);
	throw new TypeError(`Invalid ${optionName} ${String(signalNameOrInteger)}: it must be a string or an integer.\n${getAvailableSignals()}`);
};
const normalizeSignalInteger = (signalInteger, optionName) => {
	if (signalsIntegerToName.has(signalInteger)) return signalsIntegerToName.get(signalInteger);
	throw new TypeError(`Invalid ${optionName} ${signalInteger}: this signal integer does not exist.\n${getAvailableSignals()}`);
};
const getSignalsIntegerToName = () => new Map(Object.entries(constants$1.signals).reverse().map(([signalName, signalInteger]) => [signalInteger, signalName]));
const signalsIntegerToName = getSignalsIntegerToName();
const normalizeSignalName = (signalName, optionName) => {
	if (signalName in constants$1.signals) return signalName;
	if (signalName.toUpperCase() in constants$1.signals) throw new TypeError(`Invalid ${optionName} '${signalName}': please rename it to '${signalName.toUpperCase()}'.`);
	throw new TypeError(`Invalid ${optionName} '${signalName}': this signal name does not exist.\n${getAvailableSignals()}`);
};
const getAvailableSignals = () => `Available signal names: ${getAvailableSignalNames()}.
Available signal numbers: ${getAvailableSignalIntegers()}.`;
const getAvailableSignalNames = () => Object.keys(constants$1.signals).sort().map((signalName) => `'${signalName}'`).join(", ");
const getAvailableSignalIntegers = () => [...new Set(Object.values(constants$1.signals).sort((signalInteger, signalIntegerTwo) => signalInteger - signalIntegerTwo))].join(", ");
const getSignalDescription = (signal) => signalsByName[signal].description;
// node_modules/execa/lib/terminate/kill.js
const normalizeForceKillAfterDelay = (forceKillAfterDelay) => {
	if (forceKillAfterDelay === false) return forceKillAfterDelay;
	if (forceKillAfterDelay === true) return DEFAULT_FORCE_KILL_TIMEOUT;
	if (!Number.isFinite(forceKillAfterDelay) || forceKillAfterDelay < 0) throw new TypeError(`Expected the \`forceKillAfterDelay\` option to be a non-negative integer, got \`${forceKillAfterDelay}\` (${typeof forceKillAfterDelay})`);
	return forceKillAfterDelay;
};
const DEFAULT_FORCE_KILL_TIMEOUT = 5e3;
const subprocessKill = ({ kill, options: { forceKillAfterDelay, killSignal }, onInternalError, context, controller }, signalOrError, errorArgument) => {
	const { signal, error } = parseKillArguments(signalOrError, errorArgument, killSignal);
	emitKillError(error, onInternalError);
	const killResult = kill(signal);
	setKillTimeout({
		kill,
		signal,
		forceKillAfterDelay,
		killSignal,
		killResult,
		context,
		controller
	});
	return killResult;
};
const parseKillArguments = (signalOrError, errorArgument, killSignal) => {
	const [signal = killSignal, error] = isErrorInstance(signalOrError) ? [void 0, signalOrError] : [signalOrError, errorArgument];
	if (typeof signal !== "string" && !Number.isInteger(signal)) throw new TypeError(`The first argument must be an error instance or a signal name string/integer: ${String(signal)}`);
	if (error !== void 0 && !isErrorInstance(error)) throw new TypeError(`The second argument is optional. If specified, it must be an error instance: ${error}`);
	return {
		signal: normalizeSignalArgument(signal),
		error
	};
};
const emitKillError = (error, onInternalError) => {
	if (error !== void 0) onInternalError.reject(error);
};
const setKillTimeout = async ({ kill, signal, forceKillAfterDelay, killSignal, killResult, context, controller }) => {
	if (signal === killSignal && killResult) killOnTimeout({
		kill,
		forceKillAfterDelay,
		context,
		controllerSignal: controller.signal
	});
};
const killOnTimeout = async ({ kill, forceKillAfterDelay, context, controllerSignal }) => {
	if (forceKillAfterDelay === false) return;
	try {
		await setTimeout$1(forceKillAfterDelay, void 0, { signal: controllerSignal });
		if (kill("SIGKILL")) context.isForcefullyTerminated ??= true;
	} catch {}
};
// node_modules/execa/lib/utils/abort-signal.js
const onAbortedSignal = async (mainSignal, stopSignal) => {
	if (!mainSignal.aborted) await once(mainSignal, "abort", { signal: stopSignal });
};
// node_modules/execa/lib/terminate/cancel.js
const validateCancelSignal = ({ cancelSignal }) => {
	if (cancelSignal !== void 0 && Object.prototype.toString.call(cancelSignal) !== "[object AbortSignal]") throw new Error(`The \`cancelSignal\` option must be an AbortSignal: ${String(cancelSignal)}`);
};
const throwOnCancel = ({ subprocess, cancelSignal, gracefulCancel, context, controller }) => cancelSignal === void 0 || gracefulCancel ? [] : [terminateOnCancel(subprocess, cancelSignal, context, controller)];
const terminateOnCancel = async (subprocess, cancelSignal, context, { signal }) => {
	await onAbortedSignal(cancelSignal, signal);
	context.terminationReason ??= "cancel";
	subprocess.kill();
	throw cancelSignal.reason;
};
// node_modules/execa/lib/ipc/validation.js
const validateIpcMethod = ({ methodName, isSubprocess, ipc, isConnected }) => {
	validateIpcOption(methodName, isSubprocess, ipc);
	validateConnection(methodName, isSubprocess, isConnected);
};
const validateIpcOption = (methodName, isSubprocess, ipc) => {
	if (!ipc) throw new Error(`${getMethodName(methodName, isSubprocess)} can only be used if the \`ipc\` option is \`true\`.`);
};
const validateConnection = (methodName, isSubprocess, isConnected) => {
	if (!isConnected) throw new Error(`${getMethodName(methodName, isSubprocess)} cannot be used: the ${getOtherProcessName(isSubprocess)} has already exited or disconnected.`);
};
const throwOnEarlyDisconnect = (isSubprocess) => {
	throw new Error(`${getMethodName("getOneMessage", isSubprocess)} could not complete: the ${getOtherProcessName(isSubprocess)} exited or disconnected.`);
};
const throwOnStrictDeadlockError = (isSubprocess) => {
	throw new Error(`${getMethodName("sendMessage", isSubprocess)} failed: the ${getOtherProcessName(isSubprocess)} is sending a message too, instead of listening to incoming messages.
This can be fixed by both sending a message and listening to incoming messages at the same time:

const [receivedMessage] = await Promise.all([
	${getMethodName("getOneMessage", isSubprocess)},
	${getMethodName("sendMessage", isSubprocess, "message, {strict: true}")},
]);`);
};
const getStrictResponseError = (error, isSubprocess) => new Error(`${getMethodName("sendMessage", isSubprocess)} failed when sending an acknowledgment response to the ${getOtherProcessName(isSubprocess)}.`, { cause: error });
const throwOnMissingStrict = (isSubprocess) => {
	throw new Error(`${getMethodName("sendMessage", isSubprocess)} failed: the ${getOtherProcessName(isSubprocess)} is not listening to incoming messages.`);
};
const throwOnStrictDisconnect = (isSubprocess) => {
	throw new Error(`${getMethodName("sendMessage", isSubprocess)} failed: the ${getOtherProcessName(isSubprocess)} exited without listening to incoming messages.`);
};
const getAbortDisconnectError = () => new Error(`\`cancelSignal\` aborted: the ${getOtherProcessName(true)} disconnected.`);
const throwOnMissingParent = () => {
	throw new Error("`getCancelSignal()` cannot be used without setting the `cancelSignal` subprocess option.");
};
const handleEpipeError = ({ error, methodName, isSubprocess }) => {
	if (error.code === "EPIPE") throw new Error(`${getMethodName(methodName, isSubprocess)} cannot be used: the ${getOtherProcessName(isSubprocess)} is disconnecting.`, { cause: error });
};
const handleSerializationError = ({ error, methodName, isSubprocess, message }) => {
	if (isSerializationError(error)) throw new Error(`${getMethodName(methodName, isSubprocess)}'s argument type is invalid: the message cannot be serialized: ${String(message)}.`, { cause: error });
};
const isSerializationError = ({ code, message }) => SERIALIZATION_ERROR_CODES.has(code) || SERIALIZATION_ERROR_MESSAGES.some((serializationErrorMessage) => message.includes(serializationErrorMessage));
const SERIALIZATION_ERROR_CODES = new Set(["ERR_MISSING_ARGS", "ERR_INVALID_ARG_TYPE"]);
const SERIALIZATION_ERROR_MESSAGES = [
	"could not be cloned",
	"circular structure",
	"call stack size exceeded"
];
const getMethodName = (methodName, isSubprocess, parameters = "") => methodName === "cancelSignal" ? "`cancelSignal`'s `controller.abort()`" : `${getNamespaceName(isSubprocess)}${methodName}(${parameters})`;
const getNamespaceName = (isSubprocess) => isSubprocess ? "" : "subprocess.";
const getOtherProcessName = (isSubprocess) => isSubprocess ? "parent process" : "subprocess";
const disconnect = (anyProcess) => {
	if (anyProcess.connected) anyProcess.disconnect();
};
// node_modules/execa/lib/utils/deferred.js
const createDeferred = () => {
	const methods = {};
	const promise = new Promise((resolve, reject) => {
		Object.assign(methods, {
			resolve,
			reject
		});
	});
	return Object.assign(promise, methods);
};
// node_modules/execa/lib/arguments/fd-options.js
const getToStream = (destination, to = "stdin") => {
	const isWritable = true;
	const { options, fileDescriptors } = SUBPROCESS_OPTIONS.get(destination);
	const fdNumber = getFdNumber(fileDescriptors, to, isWritable);
	const destinationStream = destination.stdio[fdNumber];
	if (destinationStream === null) throw new TypeError(getInvalidStdioOptionMessage(fdNumber, to, options, isWritable));
	return destinationStream;
};
const getFromStream = (source, from = "stdout") => {
	const isWritable = false;
	const { options, fileDescriptors } = SUBPROCESS_OPTIONS.get(source);
	const fdNumber = getFdNumber(fileDescriptors, from, isWritable);
	const sourceStream = fdNumber === "all" ? source.all : source.stdio[fdNumber];
	if (sourceStream === null || sourceStream === void 0) throw new TypeError(getInvalidStdioOptionMessage(fdNumber, from, options, isWritable));
	return sourceStream;
};
const SUBPROCESS_OPTIONS = new WeakMap();
const getFdNumber = (fileDescriptors, fdName, isWritable) => {
	const fdNumber = parseFdNumber(fdName, isWritable);
	validateFdNumber(fdNumber, fdName, isWritable, fileDescriptors);
	return fdNumber;
};
const parseFdNumber = (fdName, isWritable) => {
	const fdNumber = parseFd(fdName);
	if (fdNumber !== void 0) return fdNumber;
	const { validOptions, defaultValue } = isWritable ? {
		validOptions: "\"stdin\"",
		defaultValue: "stdin"
	} : {
		validOptions: "\"stdout\", \"stderr\", \"all\"",
		defaultValue: "stdout"
	};
	throw new TypeError(`"${getOptionName(isWritable)}" must not be "${fdName}".
It must be ${validOptions} or "fd3", "fd4" (and so on).
It is optional and defaults to "${defaultValue}".`);
};
const validateFdNumber = (fdNumber, fdName, isWritable, fileDescriptors) => {
	const fileDescriptor = fileDescriptors[getUsedDescriptor(fdNumber)];
	if (fileDescriptor === void 0) throw new TypeError(`"${getOptionName(isWritable)}" must not be ${fdName}. That file descriptor does not exist.
Please set the "stdio" option to ensure that file descriptor exists.`);
	if (fileDescriptor.direction === "input" && !isWritable) throw new TypeError(`"${getOptionName(isWritable)}" must not be ${fdName}. It must be a readable stream, not writable.`);
	if (fileDescriptor.direction !== "input" && isWritable) throw new TypeError(`"${getOptionName(isWritable)}" must not be ${fdName}. It must be a writable stream, not readable.`);
};
const getInvalidStdioOptionMessage = (fdNumber, fdName, options, isWritable) => {
	if (fdNumber === "all" && !options.all) return "The \"all\" option must be true to use \"from: 'all'\".";
	const { optionName, optionValue } = getInvalidStdioOption(fdNumber, options);
	return `The "${optionName}: ${serializeOptionValue(optionValue)}" option is incompatible with using "${getOptionName(isWritable)}: ${serializeOptionValue(fdName)}".
Please set this option with "pipe" instead.`;
};
const getInvalidStdioOption = (fdNumber, { stdin, stdout, stderr, stdio }) => {
	const usedDescriptor = getUsedDescriptor(fdNumber);
	if (usedDescriptor === 0 && stdin !== void 0) return {
		optionName: "stdin",
		optionValue: stdin
	};
	if (usedDescriptor === 1 && stdout !== void 0) return {
		optionName: "stdout",
		optionValue: stdout
	};
	if (usedDescriptor === 2 && stderr !== void 0) return {
		optionName: "stderr",
		optionValue: stderr
	};
	return {
		optionName: `stdio[${usedDescriptor}]`,
		optionValue: stdio[usedDescriptor]
	};
};
const getUsedDescriptor = (fdNumber) => fdNumber === "all" ? 1 : fdNumber;
const getOptionName = (isWritable) => isWritable ? "to" : "from";
const serializeOptionValue = (value) => {
	if (typeof value === "string") return `'${value}'`;
	return typeof value === "number" ? `${value}` : "Stream";
};
// node_modules/execa/lib/utils/max-listeners.js
const incrementMaxListeners = (eventEmitter, maxListenersIncrement, signal) => {
	const maxListeners = eventEmitter.getMaxListeners();
	if (maxListeners === 0 || maxListeners === Number.POSITIVE_INFINITY) return;
	eventEmitter.setMaxListeners(maxListeners + maxListenersIncrement);
	addAbortListener(signal, () => {
		eventEmitter.setMaxListeners(eventEmitter.getMaxListeners() - maxListenersIncrement);
	});
};
// node_modules/execa/lib/ipc/reference.js
const addReference = (channel, reference) => {
	if (reference) addReferenceCount(channel);
};
const addReferenceCount = (channel) => {
	channel.refCounted();
};
const removeReference = (channel, reference) => {
	if (reference) removeReferenceCount(channel);
};
const removeReferenceCount = (channel) => {
	channel.unrefCounted();
};
const undoAddedReferences = (channel, isSubprocess) => {
	if (isSubprocess) {
		removeReferenceCount(channel);
		removeReferenceCount(channel);
	}
};
const redoAddedReferences = (channel, isSubprocess) => {
	if (isSubprocess) {
		addReferenceCount(channel);
		addReferenceCount(channel);
	}
};
// node_modules/execa/lib/ipc/incoming.js
const onMessage = async ({ anyProcess, channel, isSubprocess, ipcEmitter }, wrappedMessage) => {
	if (handleStrictResponse(wrappedMessage) || handleAbort(wrappedMessage)) return;
	if (!INCOMING_MESSAGES.has(anyProcess)) INCOMING_MESSAGES.set(anyProcess, []);
	const incomingMessages = INCOMING_MESSAGES.get(anyProcess);
	incomingMessages.push(wrappedMessage);
	if (incomingMessages.length > 1) return;
	while (incomingMessages.length > 0) {
		await waitForOutgoingMessages(anyProcess, ipcEmitter, wrappedMessage);
		await scheduler.yield();
		const message = await handleStrictRequest({
			wrappedMessage: incomingMessages[0],
			anyProcess,
			channel,
			isSubprocess,
			ipcEmitter
		});
		incomingMessages.shift();
		ipcEmitter.emit("message", message);
		ipcEmitter.emit("message:done");
	}
};
const onDisconnect = async ({ anyProcess, channel, isSubprocess, ipcEmitter, boundOnMessage }) => {
	abortOnDisconnect();
	const incomingMessages = INCOMING_MESSAGES.get(anyProcess);
	while (incomingMessages?.length > 0) await once(ipcEmitter, "message:done");
	anyProcess.removeListener("message", boundOnMessage);
	redoAddedReferences(channel, isSubprocess);
	ipcEmitter.connected = false;
	ipcEmitter.emit("disconnect");
};
const INCOMING_MESSAGES = new WeakMap();
// node_modules/execa/lib/ipc/forward.js
const getIpcEmitter = (anyProcess, channel, isSubprocess) => {
	if (IPC_EMITTERS.has(anyProcess)) return IPC_EMITTERS.get(anyProcess);
	const ipcEmitter = new EventEmitter();
	ipcEmitter.connected = true;
	IPC_EMITTERS.set(anyProcess, ipcEmitter);
	forwardEvents({
		ipcEmitter,
		anyProcess,
		channel,
		isSubprocess
	});
	return ipcEmitter;
};
const IPC_EMITTERS = new WeakMap();
const forwardEvents = ({ ipcEmitter, anyProcess, channel, isSubprocess }) => {
	const boundOnMessage = onMessage.bind(void 0, {
		anyProcess,
		channel,
		isSubprocess,
		ipcEmitter
	});
	anyProcess.on("message", boundOnMessage);
	anyProcess.once("disconnect", onDisconnect.bind(void 0, {
		anyProcess,
		channel,
		isSubprocess,
		ipcEmitter,
		boundOnMessage
	}));
	undoAddedReferences(channel, isSubprocess);
};
const isConnected = (anyProcess) => {
	const ipcEmitter = IPC_EMITTERS.get(anyProcess);
	return ipcEmitter === void 0 ? anyProcess.channel !== null : ipcEmitter.connected;
};
// node_modules/execa/lib/ipc/strict.js
const handleSendStrict = ({ anyProcess, channel, isSubprocess, message, strict }) => {
	if (!strict) return message;
	const ipcEmitter = getIpcEmitter(anyProcess, channel, isSubprocess);
	const hasListeners = hasMessageListeners(anyProcess, ipcEmitter);
	return {
		id: count++,
		type: REQUEST_TYPE,
		message,
		hasListeners
	};
};
let count = 0n;
const validateStrictDeadlock = (outgoingMessages, wrappedMessage) => {
	if (wrappedMessage?.type !== REQUEST_TYPE || wrappedMessage.hasListeners) return;
	for (const { id } of outgoingMessages) if (id !== void 0) STRICT_RESPONSES[id].resolve({
		isDeadlock: true,
		hasListeners: false
	});
};
const handleStrictRequest = async ({ wrappedMessage, anyProcess, channel, isSubprocess, ipcEmitter }) => {
	if (wrappedMessage?.type !== REQUEST_TYPE || !anyProcess.connected) return wrappedMessage;
	const { id, message } = wrappedMessage;
	const response = {
		id,
		type: RESPONSE_TYPE,
		message: hasMessageListeners(anyProcess, ipcEmitter)
	};
	try {
		await sendMessage$1({
			anyProcess,
			channel,
			isSubprocess,
			ipc: true
		}, response);
	} catch (error) {
		ipcEmitter.emit("strict:error", error);
	}
	return message;
};
const handleStrictResponse = (wrappedMessage) => {
	if (wrappedMessage?.type !== RESPONSE_TYPE) return false;
	const { id, message: hasListeners } = wrappedMessage;
	STRICT_RESPONSES[id]?.resolve({
		isDeadlock: false,
		hasListeners
	});
	return true;
};
const waitForStrictResponse = async (wrappedMessage, anyProcess, isSubprocess) => {
	if (wrappedMessage?.type !== REQUEST_TYPE) return;
	const deferred = createDeferred();
	STRICT_RESPONSES[wrappedMessage.id] = deferred;
	const controller = new AbortController();
	try {
		const { isDeadlock, hasListeners } = await Promise.race([deferred, throwOnDisconnect$1(anyProcess, isSubprocess, controller)]);
		if (isDeadlock) throwOnStrictDeadlockError(isSubprocess);
		if (!hasListeners) throwOnMissingStrict(isSubprocess);
	} finally {
		controller.abort();
		delete STRICT_RESPONSES[wrappedMessage.id];
	}
};
const STRICT_RESPONSES = {};
const throwOnDisconnect$1 = async (anyProcess, isSubprocess, { signal }) => {
	incrementMaxListeners(anyProcess, 1, signal);
	await once(anyProcess, "disconnect", { signal });
	throwOnStrictDisconnect(isSubprocess);
};
const REQUEST_TYPE = "execa:ipc:request";
const RESPONSE_TYPE = "execa:ipc:response";
// node_modules/execa/lib/ipc/outgoing.js
const startSendMessage = (anyProcess, wrappedMessage, strict) => {
	if (!OUTGOING_MESSAGES.has(anyProcess)) OUTGOING_MESSAGES.set(anyProcess, new Set());
	const outgoingMessages = OUTGOING_MESSAGES.get(anyProcess);
	const outgoingMessage = {
		onMessageSent: createDeferred(),
		id: strict ? wrappedMessage.id : void 0
	};
	outgoingMessages.add(outgoingMessage);
	return {
		outgoingMessages,
		outgoingMessage
	};
};
const endSendMessage = ({ outgoingMessages, outgoingMessage }) => {
	outgoingMessages.delete(outgoingMessage);
	outgoingMessage.onMessageSent.resolve();
};
const waitForOutgoingMessages = async (anyProcess, ipcEmitter, wrappedMessage) => {
	while (!hasMessageListeners(anyProcess, ipcEmitter) && OUTGOING_MESSAGES.get(anyProcess)?.size > 0) {
		const outgoingMessages = [...OUTGOING_MESSAGES.get(anyProcess)];
		validateStrictDeadlock(outgoingMessages, wrappedMessage);
		await Promise.all(outgoingMessages.map(({ onMessageSent }) => onMessageSent));
	}
};
const OUTGOING_MESSAGES = new WeakMap();
const hasMessageListeners = (anyProcess, ipcEmitter) => ipcEmitter.listenerCount("message") > getMinListenerCount(anyProcess);
const getMinListenerCount = (anyProcess) => SUBPROCESS_OPTIONS.has(anyProcess) && !getFdSpecificValue(SUBPROCESS_OPTIONS.get(anyProcess).options.buffer, "ipc") ? 1 : 0;
// node_modules/execa/lib/ipc/send.js
const sendMessage$1 = ({ anyProcess, channel, isSubprocess, ipc }, message, { strict = false } = {}) => {
	const methodName = "sendMessage";
	validateIpcMethod({
		methodName,
		isSubprocess,
		ipc,
		isConnected: anyProcess.connected
	});
	return sendMessageAsync({
		anyProcess,
		channel,
		methodName,
		isSubprocess,
		message,
		strict
	});
};
const sendMessageAsync = async ({ anyProcess, channel, methodName, isSubprocess, message, strict }) => {
	const wrappedMessage = handleSendStrict({
		anyProcess,
		channel,
		isSubprocess,
		message,
		strict
	});
	const outgoingMessagesState = startSendMessage(anyProcess, wrappedMessage, strict);
	try {
		await sendOneMessage({
			anyProcess,
			methodName,
			isSubprocess,
			wrappedMessage,
			message
		});
	} catch (error) {
		disconnect(anyProcess);
		throw error;
	} finally {
		endSendMessage(outgoingMessagesState);
	}
};
const sendOneMessage = async ({ anyProcess, methodName, isSubprocess, wrappedMessage, message }) => {
	const sendMethod = getSendMethod(anyProcess);
	try {
		await Promise.all([waitForStrictResponse(wrappedMessage, anyProcess, isSubprocess), sendMethod(wrappedMessage)]);
	} catch (error) {
		handleEpipeError({
			error,
			methodName,
			isSubprocess
		});
		handleSerializationError({
			error,
			methodName,
			isSubprocess,
			message
		});
		throw error;
	}
};
const getSendMethod = (anyProcess) => {
	if (PROCESS_SEND_METHODS.has(anyProcess)) return PROCESS_SEND_METHODS.get(anyProcess);
	const sendMethod = promisify(anyProcess.send.bind(anyProcess));
	PROCESS_SEND_METHODS.set(anyProcess, sendMethod);
	return sendMethod;
};
const PROCESS_SEND_METHODS = new WeakMap();
// node_modules/execa/lib/ipc/graceful.js
const sendAbort = (subprocess, message) => {
	const methodName = "cancelSignal";
	validateConnection(methodName, false, subprocess.connected);
	return sendOneMessage({
		anyProcess: subprocess,
		methodName,
		isSubprocess: false,
		wrappedMessage: {
			type: GRACEFUL_CANCEL_TYPE,
			message
		},
		message
	});
};
const getCancelSignal$1 = async ({ anyProcess, channel, isSubprocess, ipc }) => {
	await startIpc({
		anyProcess,
		channel,
		isSubprocess,
		ipc
	});
	return cancelController.signal;
};
const startIpc = async ({ anyProcess, channel, isSubprocess, ipc }) => {
	if (cancelListening) return;
	cancelListening = true;
	if (!ipc) {
		throwOnMissingParent();
		return;
	}
	if (channel === null) {
		abortOnDisconnect();
		return;
	}
	getIpcEmitter(anyProcess, channel, isSubprocess);
	await scheduler.yield();
};
let cancelListening = false;
const handleAbort = (wrappedMessage) => {
	if (wrappedMessage?.type !== GRACEFUL_CANCEL_TYPE) return false;
	cancelController.abort(wrappedMessage.message);
	return true;
};
const GRACEFUL_CANCEL_TYPE = "execa:ipc:cancel";
const abortOnDisconnect = () => {
	cancelController.abort(getAbortDisconnectError());
};
const cancelController = new AbortController();
// node_modules/execa/lib/terminate/graceful.js
const validateGracefulCancel = ({ gracefulCancel, cancelSignal, ipc, serialization }) => {
	if (!gracefulCancel) return;
	if (cancelSignal === void 0) throw new Error("The `cancelSignal` option must be defined when setting the `gracefulCancel` option.");
	if (!ipc) throw new Error("The `ipc` option cannot be false when setting the `gracefulCancel` option.");
	if (serialization === "json") throw new Error("The `serialization` option cannot be 'json' when setting the `gracefulCancel` option.");
};
const throwOnGracefulCancel = ({ subprocess, cancelSignal, gracefulCancel, forceKillAfterDelay, context, controller }) => gracefulCancel ? [sendOnAbort({
	subprocess,
	cancelSignal,
	forceKillAfterDelay,
	context,
	controller
})] : [];
const sendOnAbort = async ({ subprocess, cancelSignal, forceKillAfterDelay, context, controller: { signal } }) => {
	await onAbortedSignal(cancelSignal, signal);
	const reason = getReason(cancelSignal);
	await sendAbort(subprocess, reason);
	killOnTimeout({
		kill: subprocess.kill,
		forceKillAfterDelay,
		context,
		controllerSignal: signal
	});
	context.terminationReason ??= "gracefulCancel";
	throw cancelSignal.reason;
};
const getReason = ({ reason }) => {
	if (!(reason instanceof DOMException)) return reason;
	const error = new Error(reason.message);
	Object.defineProperty(error, "stack", {
		value: reason.stack,
		enumerable: false,
		configurable: true,
		writable: true
	});
	return error;
};
// node_modules/execa/lib/terminate/timeout.js
const validateTimeout = ({ timeout }) => {
	if (timeout !== void 0 && (!Number.isFinite(timeout) || timeout < 0)) throw new TypeError(`Expected the \`timeout\` option to be a non-negative integer, got \`${timeout}\` (${typeof timeout})`);
};
const throwOnTimeout = (subprocess, timeout, context, controller) => timeout === 0 || timeout === void 0 ? [] : [killAfterTimeout(subprocess, timeout, context, controller)];
const killAfterTimeout = async (subprocess, timeout, context, { signal }) => {
	await setTimeout$1(timeout, void 0, { signal });
	context.terminationReason ??= "timeout";
	subprocess.kill();
	throw new DiscardedError();
};
// node_modules/execa/lib/methods/node.js
const mapNode = ({ options }) => {
	if (options.node === false) throw new TypeError("The \"node\" option cannot be false with `execaNode()`.");
	return { options: {
		...options,
		node: true
	} };
};
const handleNodeOption = (file, commandArguments, { node: shouldHandleNode = false, nodePath = execPath, nodeOptions = execArgv.filter((nodeOption) => !nodeOption.startsWith("--inspect")), cwd, execPath: formerNodePath, ...options }) => {
	if (formerNodePath !== void 0) throw new TypeError("The \"execPath\" option has been removed. Please use the \"nodePath\" option instead.");
	const normalizedNodePath = safeNormalizeFileUrl(nodePath, "The \"nodePath\" option");
	const resolvedNodePath = path.resolve(cwd, normalizedNodePath);
	const newOptions = {
		...options,
		nodePath: resolvedNodePath,
		node: shouldHandleNode,
		cwd
	};
	if (!shouldHandleNode) return [
		file,
		commandArguments,
		newOptions
	];
	if (path.basename(file, ".exe") === "node") throw new TypeError("When the \"node\" option is true, the first argument does not need to be \"node\".");
	return [
		resolvedNodePath,
		[
			...nodeOptions,
			file,
			...commandArguments
		],
		{
			ipc: true,
			...newOptions,
			shell: false
		}
	];
};
// node_modules/execa/lib/ipc/ipc-input.js
const validateIpcInputOption = ({ ipcInput, ipc, serialization }) => {
	if (ipcInput === void 0) return;
	if (!ipc) throw new Error("The `ipcInput` option cannot be set unless the `ipc` option is `true`.");
	validateIpcInput[serialization](ipcInput);
};
const validateAdvancedInput = (ipcInput) => {
	try {
		serialize(ipcInput);
	} catch (error) {
		throw new Error("The `ipcInput` option is not serializable with a structured clone.", { cause: error });
	}
};
const validateJsonInput = (ipcInput) => {
	try {
		JSON.stringify(ipcInput);
	} catch (error) {
		throw new Error("The `ipcInput` option is not serializable with JSON.", { cause: error });
	}
};
const validateIpcInput = {
	advanced: validateAdvancedInput,
	json: validateJsonInput
};
const sendIpcInput = async (subprocess, ipcInput) => {
	if (ipcInput === void 0) return;
	await subprocess.sendMessage(ipcInput);
};
// node_modules/execa/lib/arguments/encoding-option.js
const validateEncoding = ({ encoding }) => {
	if (ENCODINGS.has(encoding)) return;
	const correctEncoding = getCorrectEncoding(encoding);
	if (correctEncoding !== void 0) throw new TypeError(`Invalid option \`encoding: ${serializeEncoding(encoding)}\`.
Please rename it to ${serializeEncoding(correctEncoding)}.`);
	const correctEncodings = [...ENCODINGS].map((correctEncoding) => serializeEncoding(correctEncoding)).join(", ");
	throw new TypeError(`Invalid option \`encoding: ${serializeEncoding(encoding)}\`.
Please rename it to one of: ${correctEncodings}.`);
};
const TEXT_ENCODINGS = new Set(["utf8", "utf16le"]);
const BINARY_ENCODINGS = new Set([
	"buffer",
	"hex",
	"base64",
	"base64url",
	"latin1",
	"ascii"
]);
const ENCODINGS = new Set([...TEXT_ENCODINGS, ...BINARY_ENCODINGS]);
const getCorrectEncoding = (encoding) => {
	if (encoding === null) return "buffer";
	if (typeof encoding !== "string") return;
	const lowerEncoding = encoding.toLowerCase();
	if (lowerEncoding in ENCODING_ALIASES) return ENCODING_ALIASES[lowerEncoding];
	if (ENCODINGS.has(lowerEncoding)) return lowerEncoding;
};
const ENCODING_ALIASES = {
	"utf-8": "utf8",
	"utf-16le": "utf16le",
	"ucs-2": "utf16le",
	ucs2: "utf16le",
	binary: "latin1"
};
const serializeEncoding = (encoding) => typeof encoding === "string" ? `"${encoding}"` : String(encoding);
// node_modules/execa/lib/arguments/cwd.js
const normalizeCwd = (cwd = getDefaultCwd()) => {
	const cwdString = safeNormalizeFileUrl(cwd, "The \"cwd\" option");
	return path.resolve(cwdString);
};
const getDefaultCwd = () => {
	try {
		return process$1.cwd();
	} catch (error) {
		error.message = `The current directory does not exist.\n${error.message}`;
		throw error;
	}
};
const fixCwdError = (originalMessage, cwd) => {
	if (cwd === getDefaultCwd()) return originalMessage;
	let cwdStat;
	try {
		cwdStat = statSync(cwd);
	} catch (error) {
		return `The "cwd" option is invalid: ${cwd}.\n${error.message}\n${originalMessage}`;
	}
	if (!cwdStat.isDirectory()) return `The "cwd" option is not a directory: ${cwd}.\n${originalMessage}`;
	return originalMessage;
};
// node_modules/execa/lib/arguments/options.js
const normalizeOptions = (filePath, rawArguments, rawOptions) => {
	rawOptions.cwd = normalizeCwd(rawOptions.cwd);
	const [processedFile, processedArguments, processedOptions] = handleNodeOption(filePath, rawArguments, rawOptions);
	const { command: file, args: commandArguments, options: initialOptions } = import_cross_spawn.default._parse(processedFile, processedArguments, processedOptions);
	const fdOptions = normalizeFdSpecificOptions(initialOptions);
	const options = addDefaultOptions(fdOptions);
	validateTimeout(options);
	validateEncoding(options);
	validateIpcInputOption(options);
	validateCancelSignal(options);
	validateGracefulCancel(options);
	options.shell = normalizeFileUrl(options.shell);
	options.env = getEnv(options);
	options.killSignal = normalizeKillSignal(options.killSignal);
	options.forceKillAfterDelay = normalizeForceKillAfterDelay(options.forceKillAfterDelay);
	options.lines = options.lines.map((lines, fdNumber) => lines && !BINARY_ENCODINGS.has(options.encoding) && options.buffer[fdNumber]);
	if (process$1.platform === "win32" && path.basename(file, ".exe") === "cmd") commandArguments.unshift("/q");
	return {
		file,
		commandArguments,
		options
	};
};
const addDefaultOptions = ({ extendEnv = true, preferLocal = false, cwd, localDir: localDirectory = cwd, encoding = "utf8", reject = true, cleanup = true, all = false, windowsHide = true, killSignal = "SIGTERM", forceKillAfterDelay = true, gracefulCancel = false, ipcInput, ipc = ipcInput !== void 0 || gracefulCancel, serialization = "advanced", ...options }) => ({
	...options,
	extendEnv,
	preferLocal,
	cwd,
	localDirectory,
	encoding,
	reject,
	cleanup,
	all,
	windowsHide,
	killSignal,
	forceKillAfterDelay,
	gracefulCancel,
	ipcInput,
	ipc,
	serialization
});
const getEnv = ({ env: envOption, extendEnv, preferLocal, node, localDirectory, nodePath }) => {
	const env = extendEnv ? {
		...process$1.env,
		...envOption
	} : envOption;
	if (preferLocal || node) return npmRunPathEnv({
		env,
		cwd: localDirectory,
		execPath: nodePath,
		preferLocal,
		addExecPath: node
	});
	return env;
};
// node_modules/execa/lib/arguments/shell.js
const concatenateShell = (file, commandArguments, options) => options.shell && commandArguments.length > 0 ? [
	[file, ...commandArguments].join(" "),
	[],
	options
] : [
	file,
	commandArguments,
	options
];
// node_modules/strip-final-newline/index.js
function stripFinalNewline(input) {
	if (typeof input === "string") return stripFinalNewlineString(input);
	if (!(ArrayBuffer.isView(input) && input.BYTES_PER_ELEMENT === 1)) throw new Error("Input must be a string or a Uint8Array");
	return stripFinalNewlineBinary(input);
}
const stripFinalNewlineString = (input) => input.at(-1) === LF ? input.slice(0, input.at(-2) === CR ? -2 : -1) : input;
const stripFinalNewlineBinary = (input) => input.at(-1) === LF_BINARY ? input.subarray(0, input.at(-2) === CR_BINARY ? -2 : -1) : input;
const LF = "\n";
const LF_BINARY = LF.codePointAt(0);
const CR = "\r";
const CR_BINARY = CR.codePointAt(0);
// node_modules/is-stream/index.js
function isStream(stream, { checkOpen = true } = {}) {
	return stream !== null && typeof stream === "object" && (stream.writable || stream.readable || !checkOpen || stream.writable === void 0 && stream.readable === void 0) && typeof stream.pipe === "function";
}
function isWritableStream$1(stream, { checkOpen = true } = {}) {
	return isStream(stream, { checkOpen }) && (stream.writable || !checkOpen) && typeof stream.write === "function" && typeof stream.end === "function" && typeof stream.writable === "boolean" && typeof stream.writableObjectMode === "boolean" && typeof stream.destroy === "function" && typeof stream.destroyed === "boolean";
}
function isReadableStream$1(stream, { checkOpen = true } = {}) {
	return isStream(stream, { checkOpen }) && (stream.readable || !checkOpen) && typeof stream.read === "function" && typeof stream.readable === "boolean" && typeof stream.readableObjectMode === "boolean" && typeof stream.destroy === "function" && typeof stream.destroyed === "boolean";
}
function isDuplexStream(stream, options) {
	return isWritableStream$1(stream, options) && isReadableStream$1(stream, options);
}
// node_modules/@sec-ant/readable-stream/dist/ponyfill/asyncIterator.js
const a = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);
var c = class {
	#t;
	#n;
	#r = !1;
	#e = void 0;
	constructor(e, t) {
		this.#t = e, this.#n = t;
	}
	next() {
		const e = () => this.#s();
		return this.#e = this.#e ? this.#e.then(e, e) : e(), this.#e;
	}
	return(e) {
		const t = () => this.#i(e);
		return this.#e ? this.#e.then(t, t) : t();
	}
	async #s() {
		if (this.#r) return {
			done: !0,
			value: void 0
		};
		let e;
		try {
			e = await this.#t.read();
		} catch (t) {
			throw this.#e = void 0, this.#r = !0, this.#t.releaseLock(), t;
		}
		return e.done && (this.#e = void 0, this.#r = !0, this.#t.releaseLock()), e;
	}
	async #i(e) {
		if (this.#r) return {
			done: !0,
			value: e
		};
		if (this.#r = !0, !this.#n) {
			const t = this.#t.cancel(e);
			return this.#t.releaseLock(), await t, {
				done: !0,
				value: e
			};
		}
		return this.#t.releaseLock(), {
			done: !0,
			value: e
		};
	}
};
const n = Symbol();
function i() {
	return this[n].next();
}
Object.defineProperty(i, "name", { value: "next" });
function o(r) {
	return this[n].return(r);
}
Object.defineProperty(o, "name", { value: "return" });
const u = Object.create(a, {
	next: {
		enumerable: !0,
		configurable: !0,
		writable: !0,
		value: i
	},
	return: {
		enumerable: !0,
		configurable: !0,
		writable: !0,
		value: o
	}
});
function h({ preventCancel: r = !1 } = {}) {
	const t = new c(this.getReader(), r), s = Object.create(u);
	return s[n] = t, s;
}
// node_modules/get-stream/source/stream.js
const getAsyncIterable = (stream) => {
	if (isReadableStream$1(stream, { checkOpen: false }) && nodeImports.on !== void 0) return getStreamIterable(stream);
	if (typeof stream?.[Symbol.asyncIterator] === "function") return stream;
	if (toString.call(stream) === "[object ReadableStream]") return h.call(stream);
	throw new TypeError("The first argument must be a Readable, a ReadableStream, or an async iterable.");
};
const { toString } = Object.prototype;
const getStreamIterable = async function* (stream) {
	const controller = new AbortController();
	const state = {};
	handleStreamEnd(stream, controller, state);
	try {
		for await (const [chunk] of nodeImports.on(stream, "data", { signal: controller.signal })) yield chunk;
	} catch (error) {
		if (state.error !== void 0) throw state.error;
		else if (!controller.signal.aborted) throw error;
	} finally {
		stream.destroy();
	}
};
const handleStreamEnd = async (stream, controller, state) => {
	try {
		await nodeImports.finished(stream, {
			cleanup: true,
			readable: true,
			writable: false,
			error: false
		});
	} catch (error) {
		state.error = error;
	} finally {
		controller.abort();
	}
};
const nodeImports = {};
// node_modules/get-stream/source/contents.js
const getStreamContents$1 = async (stream, { init, convertChunk, getSize, truncateChunk, addChunk, getFinalChunk, finalize }, { maxBuffer = Number.POSITIVE_INFINITY } = {}) => {
	const asyncIterable = getAsyncIterable(stream);
	const state = init();
	state.length = 0;
	try {
		for await (const chunk of asyncIterable) {
			const convertedChunk = convertChunk[getChunkType(chunk)](chunk, state);
			appendChunk({
				convertedChunk,
				state,
				getSize,
				truncateChunk,
				addChunk,
				maxBuffer
			});
		}
		appendFinalChunk({
			state,
			convertChunk,
			getSize,
			truncateChunk,
			addChunk,
			getFinalChunk,
			maxBuffer
		});
		return finalize(state);
	} catch (error) {
		const normalizedError = typeof error === "object" && error !== null ? error : new Error(error);
		normalizedError.bufferedData = finalize(state);
		throw normalizedError;
	}
};
const appendFinalChunk = ({ state, getSize, truncateChunk, addChunk, getFinalChunk, maxBuffer }) => {
	const convertedChunk = getFinalChunk(state);
	if (convertedChunk !== void 0) appendChunk({
		convertedChunk,
		state,
		getSize,
		truncateChunk,
		addChunk,
		maxBuffer
	});
};
const appendChunk = ({ convertedChunk, state, getSize, truncateChunk, addChunk, maxBuffer }) => {
	const chunkSize = getSize(convertedChunk);
	const newLength = state.length + chunkSize;
	if (newLength <= maxBuffer) {
		addNewChunk(convertedChunk, state, addChunk, newLength);
		return;
	}
	const truncatedChunk = truncateChunk(convertedChunk, maxBuffer - state.length);
	if (truncatedChunk !== void 0) addNewChunk(truncatedChunk, state, addChunk, maxBuffer);
	throw new MaxBufferError();
};
const addNewChunk = (convertedChunk, state, addChunk, newLength) => {
	state.contents = addChunk(convertedChunk, state, newLength);
	state.length = newLength;
};
const getChunkType = (chunk) => {
	const typeOfChunk = typeof chunk;
	if (typeOfChunk === "string") return "string";
	if (typeOfChunk !== "object" || chunk === null) return "others";
	if (globalThis.Buffer?.isBuffer(chunk)) return "buffer";
	const prototypeName = objectToString.call(chunk);
	if (prototypeName === "[object ArrayBuffer]") return "arrayBuffer";
	if (prototypeName === "[object DataView]") return "dataView";
	if (Number.isInteger(chunk.byteLength) && Number.isInteger(chunk.byteOffset) && objectToString.call(chunk.buffer) === "[object ArrayBuffer]") return "typedArray";
	return "others";
};
const { toString: objectToString } = Object.prototype;
var MaxBufferError = class extends Error {
	name = "MaxBufferError";
	constructor() {
		super("maxBuffer exceeded");
	}
};
// node_modules/get-stream/source/utils.js
const identity = (value) => value;
const noop$1 = () => void 0;
const getContentsProperty = ({ contents }) => contents;
const throwObjectStream = (chunk) => {
	throw new Error(`Streams in object mode are not supported: ${String(chunk)}`);
};
const getLengthProperty = (convertedChunk) => convertedChunk.length;
// node_modules/get-stream/source/array.js
async function getStreamAsArray(stream, options) {
	return getStreamContents$1(stream, arrayMethods, options);
}
const initArray = () => ({ contents: [] });
const increment = () => 1;
const addArrayChunk = (convertedChunk, { contents }) => {
	contents.push(convertedChunk);
	return contents;
};
const arrayMethods = {
	init: initArray,
	convertChunk: {
		string: identity,
		buffer: identity,
		arrayBuffer: identity,
		dataView: identity,
		typedArray: identity,
		others: identity
	},
	getSize: increment,
	truncateChunk: noop$1,
	addChunk: addArrayChunk,
	getFinalChunk: noop$1,
	finalize: getContentsProperty
};
// node_modules/get-stream/source/array-buffer.js
async function getStreamAsArrayBuffer(stream, options) {
	return getStreamContents$1(stream, arrayBufferMethods, options);
}
const initArrayBuffer = () => ({ contents: new ArrayBuffer(0) });
const useTextEncoder = (chunk) => textEncoder.encode(chunk);
const textEncoder = new TextEncoder();
const useUint8Array = (chunk) => new Uint8Array(chunk);
const useUint8ArrayWithOffset = (chunk) => new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
const truncateArrayBufferChunk = (convertedChunk, chunkSize) => convertedChunk.slice(0, chunkSize);
const addArrayBufferChunk = (convertedChunk, { contents, length: previousLength }, length) => {
	const newContents = hasArrayBufferResize() ? resizeArrayBuffer(contents, length) : resizeArrayBufferSlow(contents, length);
	new Uint8Array(newContents).set(convertedChunk, previousLength);
	return newContents;
};
const resizeArrayBufferSlow = (contents, length) => {
	if (length <= contents.byteLength) return contents;
	const arrayBuffer = new ArrayBuffer(getNewContentsLength(length));
	new Uint8Array(arrayBuffer).set(new Uint8Array(contents), 0);
	return arrayBuffer;
};
const resizeArrayBuffer = (contents, length) => {
	if (length <= contents.maxByteLength) {
		contents.resize(length);
		return contents;
	}
	const arrayBuffer = new ArrayBuffer(length, { maxByteLength: getNewContentsLength(length) });
	new Uint8Array(arrayBuffer).set(new Uint8Array(contents), 0);
	return arrayBuffer;
};
const getNewContentsLength = (length) => SCALE_FACTOR ** Math.ceil(Math.log(length) / Math.log(SCALE_FACTOR));
const SCALE_FACTOR = 2;
const finalizeArrayBuffer = ({ contents, length }) => hasArrayBufferResize() ? contents : contents.slice(0, length);
const hasArrayBufferResize = () => "resize" in ArrayBuffer.prototype;
const arrayBufferMethods = {
	init: initArrayBuffer,
	convertChunk: {
		string: useTextEncoder,
		buffer: useUint8Array,
		arrayBuffer: useUint8Array,
		dataView: useUint8ArrayWithOffset,
		typedArray: useUint8ArrayWithOffset,
		others: throwObjectStream
	},
	getSize: getLengthProperty,
	truncateChunk: truncateArrayBufferChunk,
	addChunk: addArrayBufferChunk,
	getFinalChunk: noop$1,
	finalize: finalizeArrayBuffer
};
// node_modules/get-stream/source/string.js
async function getStreamAsString(stream, options) {
	return getStreamContents$1(stream, stringMethods, options);
}
const initString = () => ({
	contents: "",
	textDecoder: new TextDecoder()
});
const useTextDecoder = (chunk, { textDecoder }) => textDecoder.decode(chunk, { stream: true });
const addStringChunk = (convertedChunk, { contents }) => contents + convertedChunk;
const truncateStringChunk = (convertedChunk, chunkSize) => convertedChunk.slice(0, chunkSize);
const getFinalStringChunk = ({ textDecoder }) => {
	const finalChunk = textDecoder.decode();
	return finalChunk === "" ? void 0 : finalChunk;
};
const stringMethods = {
	init: initString,
	convertChunk: {
		string: identity,
		buffer: useTextDecoder,
		arrayBuffer: useTextDecoder,
		dataView: useTextDecoder,
		typedArray: useTextDecoder,
		others: throwObjectStream
	},
	getSize: getLengthProperty,
	truncateChunk: truncateStringChunk,
	addChunk: addStringChunk,
	getFinalChunk: getFinalStringChunk,
	finalize: getContentsProperty
};
// node_modules/execa/lib/io/max-buffer.js
const handleMaxBuffer = ({ error, stream, readableObjectMode, lines, encoding, fdNumber }) => {
	if (!(error instanceof MaxBufferError)) throw error;
	if (fdNumber === "all") return error;
	error.maxBufferInfo = {
		fdNumber,
		unit: getMaxBufferUnit(readableObjectMode, lines, encoding)
	};
	stream.destroy();
	throw error;
};
const getMaxBufferUnit = (readableObjectMode, lines, encoding) => {
	if (readableObjectMode) return "objects";
	if (lines) return "lines";
	if (encoding === "buffer") return "bytes";
	return "characters";
};
const checkIpcMaxBuffer = (subprocess, ipcOutput, maxBuffer) => {
	if (ipcOutput.length !== maxBuffer) return;
	const error = new MaxBufferError();
	error.maxBufferInfo = { fdNumber: "ipc" };
	throw error;
};
const getMaxBufferMessage = (error, maxBuffer) => {
	const { streamName, threshold, unit } = getMaxBufferInfo(error, maxBuffer);
	return `Command's ${streamName} was larger than ${threshold} ${unit}`;
};
const getMaxBufferInfo = (error, maxBuffer) => {
	if (error?.maxBufferInfo === void 0) return {
		streamName: "output",
		threshold: maxBuffer[1],
		unit: "bytes"
	};
	const { maxBufferInfo: { fdNumber, unit } } = error;
	delete error.maxBufferInfo;
	const threshold = getFdSpecificValue(maxBuffer, fdNumber);
	if (fdNumber === "ipc") return {
		streamName: "IPC output",
		threshold,
		unit: "messages"
	};
	return {
		streamName: getStreamName(fdNumber),
		threshold,
		unit
	};
};
const isMaxBufferSync = (resultError, output, maxBuffer) => resultError?.code === "ENOBUFS" && output !== null && output.some((result) => result !== null && result.length > getMaxBufferSync(maxBuffer));
const truncateMaxBufferSync = (result, isMaxBuffer, maxBuffer) => {
	if (!isMaxBuffer) return result;
	const maxBufferValue = getMaxBufferSync(maxBuffer);
	return result.length > maxBufferValue ? result.slice(0, maxBufferValue) : result;
};
const getMaxBufferSync = ([, stdoutMaxBuffer]) => stdoutMaxBuffer;
// node_modules/execa/lib/return/message.js
const createMessages = ({ stdio, all, ipcOutput, originalError, signal, signalDescription, exitCode, escapedCommand, timedOut, isCanceled, isGracefullyCanceled, isMaxBuffer, isForcefullyTerminated, forceKillAfterDelay, killSignal, maxBuffer, timeout, cwd }) => {
	const errorCode = originalError?.code;
	const prefix = getErrorPrefix({
		originalError,
		timedOut,
		timeout,
		isMaxBuffer,
		maxBuffer,
		errorCode,
		signal,
		signalDescription,
		exitCode,
		isCanceled,
		isGracefullyCanceled,
		isForcefullyTerminated,
		forceKillAfterDelay,
		killSignal
	});
	const originalMessage = getOriginalMessage(originalError, cwd);
	const shortMessage = `${prefix}: ${escapedCommand}${originalMessage === void 0 ? "" : `\n${originalMessage}`}`;
	return {
		originalMessage,
		shortMessage,
		message: [
			shortMessage,
			...all === void 0 ? [stdio[2], stdio[1]] : [all],
			...stdio.slice(3),
			ipcOutput.map((ipcMessage) => serializeIpcMessage(ipcMessage)).join("\n")
		].map((messagePart) => escapeLines(stripFinalNewline(serializeMessagePart(messagePart)))).filter(Boolean).join("\n\n")
	};
};
const getErrorPrefix = ({ originalError, timedOut, timeout, isMaxBuffer, maxBuffer, errorCode, signal, signalDescription, exitCode, isCanceled, isGracefullyCanceled, isForcefullyTerminated, forceKillAfterDelay, killSignal }) => {
	const forcefulSuffix = getForcefulSuffix(isForcefullyTerminated, forceKillAfterDelay);
	if (timedOut) return `Command timed out after ${timeout} milliseconds${forcefulSuffix}`;
	if (isGracefullyCanceled) {
		if (signal === void 0) return `Command was gracefully canceled with exit code ${exitCode}`;
		return isForcefullyTerminated ? `Command was gracefully canceled${forcefulSuffix}` : `Command was gracefully canceled with ${signal} (${signalDescription})`;
	}
	if (isCanceled) return `Command was canceled${forcefulSuffix}`;
	if (isMaxBuffer) return `${getMaxBufferMessage(originalError, maxBuffer)}${forcefulSuffix}`;
	if (errorCode !== void 0) return `Command failed with ${errorCode}${forcefulSuffix}`;
	if (isForcefullyTerminated) return `Command was killed with ${killSignal} (${getSignalDescription(killSignal)})${forcefulSuffix}`;
	if (signal !== void 0) return `Command was killed with ${signal} (${signalDescription})`;
	if (exitCode !== void 0) return `Command failed with exit code ${exitCode}`;
	return "Command failed";
};
const getForcefulSuffix = (isForcefullyTerminated, forceKillAfterDelay) => isForcefullyTerminated ? ` and was forcefully terminated after ${forceKillAfterDelay} milliseconds` : "";
const getOriginalMessage = (originalError, cwd) => {
	if (originalError instanceof DiscardedError) return;
	const originalMessage = isExecaError(originalError) ? originalError.originalMessage : String(originalError?.message ?? originalError);
	const escapedOriginalMessage = escapeLines(fixCwdError(originalMessage, cwd));
	return escapedOriginalMessage === "" ? void 0 : escapedOriginalMessage;
};
const serializeIpcMessage = (ipcMessage) => typeof ipcMessage === "string" ? ipcMessage : inspect(ipcMessage);
const serializeMessagePart = (messagePart) => Array.isArray(messagePart) ? messagePart.map((messageItem) => stripFinalNewline(serializeMessageItem(messageItem))).filter(Boolean).join("\n") : serializeMessageItem(messagePart);
const serializeMessageItem = (messageItem) => {
	if (typeof messageItem === "string") return messageItem;
	if (isUint8Array(messageItem)) return uint8ArrayToString(messageItem);
	return "";
};
// node_modules/execa/lib/return/result.js
const makeSuccessResult = ({ command, escapedCommand, stdio, all, ipcOutput, options: { cwd }, startTime }) => omitUndefinedProperties({
	command,
	escapedCommand,
	cwd,
	durationMs: getDurationMs(startTime),
	failed: false,
	timedOut: false,
	isCanceled: false,
	isGracefullyCanceled: false,
	isTerminated: false,
	isMaxBuffer: false,
	isForcefullyTerminated: false,
	exitCode: 0,
	stdout: stdio[1],
	stderr: stdio[2],
	all,
	stdio,
	ipcOutput,
	pipedFrom: []
});
const makeEarlyError = ({ error, command, escapedCommand, fileDescriptors, options, startTime, isSync }) => makeError({
	error,
	command,
	escapedCommand,
	startTime,
	timedOut: false,
	isCanceled: false,
	isGracefullyCanceled: false,
	isMaxBuffer: false,
	isForcefullyTerminated: false,
	stdio: Array.from({ length: fileDescriptors.length }),
	ipcOutput: [],
	options,
	isSync
});
const makeError = ({ error: originalError, command, escapedCommand, startTime, timedOut, isCanceled, isGracefullyCanceled, isMaxBuffer, isForcefullyTerminated, exitCode: rawExitCode, signal: rawSignal, stdio, all, ipcOutput, options: { timeoutDuration, timeout = timeoutDuration, forceKillAfterDelay, killSignal, cwd, maxBuffer }, isSync }) => {
	const { exitCode, signal, signalDescription } = normalizeExitPayload(rawExitCode, rawSignal);
	const { originalMessage, shortMessage, message } = createMessages({
		stdio,
		all,
		ipcOutput,
		originalError,
		signal,
		signalDescription,
		exitCode,
		escapedCommand,
		timedOut,
		isCanceled,
		isGracefullyCanceled,
		isMaxBuffer,
		isForcefullyTerminated,
		forceKillAfterDelay,
		killSignal,
		maxBuffer,
		timeout,
		cwd
	});
	const error = getFinalError(originalError, message, isSync);
	Object.assign(error, getErrorProperties({
		error,
		command,
		escapedCommand,
		startTime,
		timedOut,
		isCanceled,
		isGracefullyCanceled,
		isMaxBuffer,
		isForcefullyTerminated,
		exitCode,
		signal,
		signalDescription,
		stdio,
		all,
		ipcOutput,
		cwd,
		originalMessage,
		shortMessage
	}));
	return error;
};
const getErrorProperties = ({ error, command, escapedCommand, startTime, timedOut, isCanceled, isGracefullyCanceled, isMaxBuffer, isForcefullyTerminated, exitCode, signal, signalDescription, stdio, all, ipcOutput, cwd, originalMessage, shortMessage }) => omitUndefinedProperties({
	shortMessage,
	originalMessage,
	command,
	escapedCommand,
	cwd,
	durationMs: getDurationMs(startTime),
	failed: true,
	timedOut,
	isCanceled,
	isGracefullyCanceled,
	isTerminated: signal !== void 0,
	isMaxBuffer,
	isForcefullyTerminated,
	exitCode,
	signal,
	signalDescription,
	code: error.cause?.code,
	stdout: stdio[1],
	stderr: stdio[2],
	all,
	stdio,
	ipcOutput,
	pipedFrom: []
});
const omitUndefinedProperties = (result) => Object.fromEntries(Object.entries(result).filter(([, value]) => value !== void 0));
const normalizeExitPayload = (rawExitCode, rawSignal) => {
	const exitCode = rawExitCode === null ? void 0 : rawExitCode;
	const signal = rawSignal === null ? void 0 : rawSignal;
	return {
		exitCode,
		signal,
		signalDescription: signal === void 0 ? void 0 : getSignalDescription(rawSignal)
	};
};
// node_modules/parse-ms/index.js
const toZeroIfInfinity = (value) => Number.isFinite(value) ? value : 0;
function parseNumber(milliseconds) {
	return {
		days: Math.trunc(milliseconds / 864e5),
		hours: Math.trunc(milliseconds / 36e5 % 24),
		minutes: Math.trunc(milliseconds / 6e4 % 60),
		seconds: Math.trunc(milliseconds / 1e3 % 60),
		milliseconds: Math.trunc(milliseconds % 1e3),
		microseconds: Math.trunc(toZeroIfInfinity(milliseconds * 1e3) % 1e3),
		nanoseconds: Math.trunc(toZeroIfInfinity(milliseconds * 1e6) % 1e3)
	};
}
function parseBigint(milliseconds) {
	return {
		days: milliseconds / 86400000n,
		hours: milliseconds / 3600000n % 24n,
		minutes: milliseconds / 60000n % 60n,
		seconds: milliseconds / 1000n % 60n,
		milliseconds: milliseconds % 1000n,
		microseconds: 0n,
		nanoseconds: 0n
	};
}
function parseMilliseconds(milliseconds) {
	switch (typeof milliseconds) {
		case "number":
			if (Number.isFinite(milliseconds)) return parseNumber(milliseconds);
			break;
		case "bigint": return parseBigint(milliseconds);
	}
	throw new TypeError("Expected a finite number or bigint");
}
// node_modules/pretty-ms/index.js
const isZero = (value) => value === 0 || value === 0n;
const pluralize = (word, count) => count === 1 || count === 1n ? word : `${word}s`;
const SECOND_ROUNDING_EPSILON = 1e-7;
const ONE_DAY_IN_MILLISECONDS = 24n * 60n * 60n * 1000n;
function prettyMilliseconds(milliseconds, options) {
	const isBigInt = typeof milliseconds === "bigint";
	if (!isBigInt && !Number.isFinite(milliseconds)) throw new TypeError("Expected a finite number or bigint");
	options = { ...options };
	const sign = milliseconds < 0 ? "-" : "";
	milliseconds = milliseconds < 0 ? -milliseconds : milliseconds;
	if (options.colonNotation) {
		options.compact = false;
		options.formatSubMilliseconds = false;
		options.separateMilliseconds = false;
		options.verbose = false;
	}
	if (options.compact) {
		options.unitCount = 1;
		options.secondsDecimalDigits = 0;
		options.millisecondsDecimalDigits = 0;
	}
	let result = [];
	const floorDecimals = (value, decimalDigits) => {
		const flooredInterimValue = Math.floor(value * 10 ** decimalDigits + SECOND_ROUNDING_EPSILON);
		return (Math.round(flooredInterimValue) / 10 ** decimalDigits).toFixed(decimalDigits);
	};
	const add = (value, long, short, valueString) => {
		if ((result.length === 0 || !options.colonNotation) && isZero(value) && !(options.colonNotation && short === "m")) return;
		valueString ??= String(value);
		if (options.colonNotation) {
			const wholeDigits = valueString.includes(".") ? valueString.split(".")[0].length : valueString.length;
			const minLength = result.length > 0 ? 2 : 1;
			valueString = "0".repeat(Math.max(0, minLength - wholeDigits)) + valueString;
		} else valueString += options.verbose ? " " + pluralize(long, value) : short;
		result.push(valueString);
	};
	const parsed = parseMilliseconds(milliseconds);
	const days = BigInt(parsed.days);
	if (options.hideYearAndDays) add(BigInt(days) * 24n + BigInt(parsed.hours), "hour", "h");
	else {
		if (options.hideYear) add(days, "day", "d");
		else {
			add(days / 365n, "year", "y");
			add(days % 365n, "day", "d");
		}
		add(Number(parsed.hours), "hour", "h");
	}
	add(Number(parsed.minutes), "minute", "m");
	if (!options.hideSeconds) {
		if (options.separateMilliseconds || options.formatSubMilliseconds || !options.colonNotation && milliseconds < 1e3 && !options.subSecondsAsDecimals) {
			const seconds = Number(parsed.seconds);
			const milliseconds = Number(parsed.milliseconds);
			const microseconds = Number(parsed.microseconds);
			const nanoseconds = Number(parsed.nanoseconds);
			add(seconds, "second", "s");
			if (options.formatSubMilliseconds) {
				add(milliseconds, "millisecond", "ms");
				add(microseconds, "microsecond", "µs");
				add(nanoseconds, "nanosecond", "ns");
			} else {
				const millisecondsAndBelow = milliseconds + microseconds / 1e3 + nanoseconds / 1e6;
				const millisecondsDecimalDigits = typeof options.millisecondsDecimalDigits === "number" ? options.millisecondsDecimalDigits : 0;
				const roundedMilliseconds = millisecondsAndBelow >= 1 ? Math.round(millisecondsAndBelow) : Math.ceil(millisecondsAndBelow);
				const maximumMilliseconds = 1e3 - 10 ** -millisecondsDecimalDigits;
				const millisecondsString = millisecondsDecimalDigits ? Math.min(millisecondsAndBelow, maximumMilliseconds).toFixed(millisecondsDecimalDigits) : Math.min(roundedMilliseconds, maximumMilliseconds);
				add(Number.parseFloat(millisecondsString), "millisecond", "ms", millisecondsString);
			}
		} else {
			const secondsFixed = floorDecimals((isBigInt ? Number(milliseconds % ONE_DAY_IN_MILLISECONDS) : milliseconds) / 1e3 % 60, typeof options.secondsDecimalDigits === "number" ? options.secondsDecimalDigits : 1);
			const secondsString = options.keepDecimalsOnWholeSeconds ? secondsFixed : secondsFixed.replace(/\.0+$/, "");
			add(Number.parseFloat(secondsString), "second", "s", secondsString);
		}
	}
	if (result.length === 0) return sign + "0" + (options.verbose ? " milliseconds" : "ms");
	const separator = options.colonNotation ? ":" : " ";
	if (typeof options.unitCount === "number") result = result.slice(0, Math.max(options.unitCount, 1));
	return sign + result.join(separator);
}
// node_modules/execa/lib/verbose/error.js
const logError = (result, verboseInfo) => {
	if (result.failed) verboseLog({
		type: "error",
		verboseMessage: result.shortMessage,
		verboseInfo,
		result
	});
};
// node_modules/execa/lib/verbose/complete.js
const logResult = (result, verboseInfo) => {
	if (!isVerbose(verboseInfo)) return;
	logError(result, verboseInfo);
	logDuration(result, verboseInfo);
};
const logDuration = (result, verboseInfo) => {
	const verboseMessage = `(done in ${prettyMilliseconds(result.durationMs)})`;
	verboseLog({
		type: "duration",
		verboseMessage,
		verboseInfo,
		result
	});
};
// node_modules/execa/lib/return/reject.js
const handleResult = (result, verboseInfo, { reject }) => {
	logResult(result, verboseInfo);
	if (result.failed && reject) throw result;
	return result;
};
// node_modules/execa/lib/stdio/type.js
const getStdioItemType = (value, optionName) => {
	if (isAsyncGenerator(value)) return "asyncGenerator";
	if (isSyncGenerator(value)) return "generator";
	if (isUrl(value)) return "fileUrl";
	if (isFilePathObject(value)) return "filePath";
	if (isWebStream(value)) return "webStream";
	if (isStream(value, { checkOpen: false })) return "native";
	if (isUint8Array(value)) return "uint8Array";
	if (isAsyncIterableObject(value)) return "asyncIterable";
	if (isIterableObject(value)) return "iterable";
	if (isTransformStream(value)) return getTransformStreamType({ transform: value }, optionName);
	if (isTransformOptions(value)) return getTransformObjectType(value, optionName);
	return "native";
};
const getTransformObjectType = (value, optionName) => {
	if (isDuplexStream(value.transform, { checkOpen: false })) return getDuplexType(value, optionName);
	if (isTransformStream(value.transform)) return getTransformStreamType(value, optionName);
	return getGeneratorObjectType(value, optionName);
};
const getDuplexType = (value, optionName) => {
	validateNonGeneratorType(value, optionName, "Duplex stream");
	return "duplex";
};
const getTransformStreamType = (value, optionName) => {
	validateNonGeneratorType(value, optionName, "web TransformStream");
	return "webTransform";
};
const validateNonGeneratorType = ({ final, binary, objectMode }, optionName, typeName) => {
	checkUndefinedOption(final, `${optionName}.final`, typeName);
	checkUndefinedOption(binary, `${optionName}.binary`, typeName);
	checkBooleanOption(objectMode, `${optionName}.objectMode`);
};
const checkUndefinedOption = (value, optionName, typeName) => {
	if (value !== void 0) throw new TypeError(`The \`${optionName}\` option can only be defined when using a generator, not a ${typeName}.`);
};
const getGeneratorObjectType = ({ transform, final, binary, objectMode }, optionName) => {
	if (transform !== void 0 && !isGenerator(transform)) throw new TypeError(`The \`${optionName}.transform\` option must be a generator, a Duplex stream or a web TransformStream.`);
	if (isDuplexStream(final, { checkOpen: false })) throw new TypeError(`The \`${optionName}.final\` option must not be a Duplex stream.`);
	if (isTransformStream(final)) throw new TypeError(`The \`${optionName}.final\` option must not be a web TransformStream.`);
	if (final !== void 0 && !isGenerator(final)) throw new TypeError(`The \`${optionName}.final\` option must be a generator.`);
	checkBooleanOption(binary, `${optionName}.binary`);
	checkBooleanOption(objectMode, `${optionName}.objectMode`);
	return isAsyncGenerator(transform) || isAsyncGenerator(final) ? "asyncGenerator" : "generator";
};
const checkBooleanOption = (value, optionName) => {
	if (value !== void 0 && typeof value !== "boolean") throw new TypeError(`The \`${optionName}\` option must use a boolean.`);
};
const isGenerator = (value) => isAsyncGenerator(value) || isSyncGenerator(value);
const isAsyncGenerator = (value) => Object.prototype.toString.call(value) === "[object AsyncGeneratorFunction]";
const isSyncGenerator = (value) => Object.prototype.toString.call(value) === "[object GeneratorFunction]";
const isTransformOptions = (value) => isPlainObject(value) && (value.transform !== void 0 || value.final !== void 0);
const isUrl = (value) => Object.prototype.toString.call(value) === "[object URL]";
const isRegularUrl = (value) => isUrl(value) && value.protocol !== "file:";
const isFilePathObject = (value) => isPlainObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => FILE_PATH_KEYS.has(key)) && isFilePathString(value.file);
const FILE_PATH_KEYS = new Set(["file", "append"]);
const isFilePathString = (file) => typeof file === "string";
const isUnknownStdioString = (type, value) => type === "native" && typeof value === "string" && !KNOWN_STDIO_STRINGS.has(value);
const KNOWN_STDIO_STRINGS = new Set([
	"ipc",
	"ignore",
	"inherit",
	"overlapped",
	"pipe"
]);
const isReadableStream = (value) => Object.prototype.toString.call(value) === "[object ReadableStream]";
const isWritableStream = (value) => Object.prototype.toString.call(value) === "[object WritableStream]";
const isWebStream = (value) => isReadableStream(value) || isWritableStream(value);
const isTransformStream = (value) => isReadableStream(value?.readable) && isWritableStream(value?.writable);
const isAsyncIterableObject = (value) => isObject$1(value) && typeof value[Symbol.asyncIterator] === "function";
const isIterableObject = (value) => isObject$1(value) && typeof value[Symbol.iterator] === "function";
const isObject$1 = (value) => typeof value === "object" && value !== null;
const TRANSFORM_TYPES = new Set([
	"generator",
	"asyncGenerator",
	"duplex",
	"webTransform"
]);
const FILE_TYPES = new Set([
	"fileUrl",
	"filePath",
	"fileNumber"
]);
const SPECIAL_DUPLICATE_TYPES_SYNC = new Set(["fileUrl", "filePath"]);
const SPECIAL_DUPLICATE_TYPES = new Set([
	...SPECIAL_DUPLICATE_TYPES_SYNC,
	"webStream",
	"nodeStream"
]);
const FORBID_DUPLICATE_TYPES = new Set(["webTransform", "duplex"]);
const TYPE_TO_MESSAGE = {
	generator: "a generator",
	asyncGenerator: "an async generator",
	fileUrl: "a file URL",
	filePath: "a file path string",
	fileNumber: "a file descriptor number",
	webStream: "a web stream",
	nodeStream: "a Node.js stream",
	webTransform: "a web TransformStream",
	duplex: "a Duplex stream",
	native: "any value",
	iterable: "an iterable",
	asyncIterable: "an async iterable",
	string: "a string",
	uint8Array: "a Uint8Array"
};
// node_modules/execa/lib/transform/object-mode.js
const getTransformObjectModes = (objectMode, index, newTransforms, direction) => direction === "output" ? getOutputObjectModes(objectMode, index, newTransforms) : getInputObjectModes(objectMode, index, newTransforms);
const getOutputObjectModes = (objectMode, index, newTransforms) => {
	const writableObjectMode = index !== 0 && newTransforms[index - 1].value.readableObjectMode;
	return {
		writableObjectMode,
		readableObjectMode: objectMode ?? writableObjectMode
	};
};
const getInputObjectModes = (objectMode, index, newTransforms) => {
	const writableObjectMode = index === 0 ? objectMode === true : newTransforms[index - 1].value.readableObjectMode;
	return {
		writableObjectMode,
		readableObjectMode: index !== newTransforms.length - 1 && (objectMode ?? writableObjectMode)
	};
};
const getFdObjectMode = (stdioItems, direction) => {
	const lastTransform = stdioItems.findLast(({ type }) => TRANSFORM_TYPES.has(type));
	if (lastTransform === void 0) return false;
	return direction === "input" ? lastTransform.value.writableObjectMode : lastTransform.value.readableObjectMode;
};
// node_modules/execa/lib/transform/normalize.js
const normalizeTransforms = (stdioItems, optionName, direction, options) => [...stdioItems.filter(({ type }) => !TRANSFORM_TYPES.has(type)), ...getTransforms(stdioItems, optionName, direction, options)];
const getTransforms = (stdioItems, optionName, direction, { encoding }) => {
	const transforms = stdioItems.filter(({ type }) => TRANSFORM_TYPES.has(type));
	const newTransforms = Array.from({ length: transforms.length });
	for (const [index, stdioItem] of Object.entries(transforms)) newTransforms[index] = normalizeTransform({
		stdioItem,
		index: Number(index),
		newTransforms,
		optionName,
		direction,
		encoding
	});
	return sortTransforms(newTransforms, direction);
};
const normalizeTransform = ({ stdioItem, stdioItem: { type }, index, newTransforms, optionName, direction, encoding }) => {
	if (type === "duplex") return normalizeDuplex({
		stdioItem,
		optionName
	});
	if (type === "webTransform") return normalizeTransformStream({
		stdioItem,
		index,
		newTransforms,
		direction
	});
	return normalizeGenerator({
		stdioItem,
		index,
		newTransforms,
		direction,
		encoding
	});
};
const normalizeDuplex = ({ stdioItem, stdioItem: { value: { transform, transform: { writableObjectMode, readableObjectMode }, objectMode = readableObjectMode } }, optionName }) => {
	if (objectMode && !readableObjectMode) throw new TypeError(`The \`${optionName}.objectMode\` option can only be \`true\` if \`new Duplex({objectMode: true})\` is used.`);
	if (!objectMode && readableObjectMode) throw new TypeError(`The \`${optionName}.objectMode\` option cannot be \`false\` if \`new Duplex({objectMode: true})\` is used.`);
	return {
		...stdioItem,
		value: {
			transform,
			writableObjectMode,
			readableObjectMode
		}
	};
};
const normalizeTransformStream = ({ stdioItem, stdioItem: { value }, index, newTransforms, direction }) => {
	const { transform, objectMode } = isPlainObject(value) ? value : { transform: value };
	const { writableObjectMode, readableObjectMode } = getTransformObjectModes(objectMode, index, newTransforms, direction);
	return {
		...stdioItem,
		value: {
			transform,
			writableObjectMode,
			readableObjectMode
		}
	};
};
const normalizeGenerator = ({ stdioItem, stdioItem: { value }, index, newTransforms, direction, encoding }) => {
	const { transform, final, binary: binaryOption = false, preserveNewlines = false, objectMode } = isPlainObject(value) ? value : { transform: value };
	const binary = binaryOption || BINARY_ENCODINGS.has(encoding);
	const { writableObjectMode, readableObjectMode } = getTransformObjectModes(objectMode, index, newTransforms, direction);
	return {
		...stdioItem,
		value: {
			transform,
			final,
			binary,
			preserveNewlines,
			writableObjectMode,
			readableObjectMode
		}
	};
};
const sortTransforms = (newTransforms, direction) => direction === "input" ? newTransforms.reverse() : newTransforms;
// node_modules/execa/lib/stdio/direction.js
const getStreamDirection = (stdioItems, fdNumber, optionName) => {
	const directions = stdioItems.map((stdioItem) => getStdioItemDirection(stdioItem, fdNumber));
	if (directions.includes("input") && directions.includes("output")) throw new TypeError(`The \`${optionName}\` option must not be an array of both readable and writable values.`);
	return directions.find(Boolean) ?? DEFAULT_DIRECTION;
};
const getStdioItemDirection = ({ type, value }, fdNumber) => KNOWN_DIRECTIONS[fdNumber] ?? guessStreamDirection[type](value);
const KNOWN_DIRECTIONS = [
	"input",
	"output",
	"output"
];
const anyDirection = () => void 0;
const alwaysInput = () => "input";
const guessStreamDirection = {
	generator: anyDirection,
	asyncGenerator: anyDirection,
	fileUrl: anyDirection,
	filePath: anyDirection,
	iterable: alwaysInput,
	asyncIterable: alwaysInput,
	uint8Array: alwaysInput,
	webStream: (value) => isWritableStream(value) ? "output" : "input",
	nodeStream(value) {
		if (!isReadableStream$1(value, { checkOpen: false })) return "output";
		return isWritableStream$1(value, { checkOpen: false }) ? void 0 : "input";
	},
	webTransform: anyDirection,
	duplex: anyDirection,
	native(value) {
		const standardStreamDirection = getStandardStreamDirection(value);
		if (standardStreamDirection !== void 0) return standardStreamDirection;
		if (isStream(value, { checkOpen: false })) return guessStreamDirection.nodeStream(value);
	}
};
const getStandardStreamDirection = (value) => {
	if ([0, process$1.stdin].includes(value)) return "input";
	if ([
		1,
		2,
		process$1.stdout,
		process$1.stderr
	].includes(value)) return "output";
};
const DEFAULT_DIRECTION = "output";
// node_modules/execa/lib/ipc/array.js
const normalizeIpcStdioArray = (stdioArray, ipc) => ipc && !stdioArray.includes("ipc") ? [...stdioArray, "ipc"] : stdioArray;
// node_modules/execa/lib/stdio/stdio-option.js
const normalizeStdioOption = ({ stdio, ipc, buffer, ...options }, verboseInfo, isSync) => {
	const stdioArray = getStdioArray(stdio, options).map((stdioOption, fdNumber) => addDefaultValue(stdioOption, fdNumber));
	return isSync ? normalizeStdioSync(stdioArray, buffer, verboseInfo) : normalizeIpcStdioArray(stdioArray, ipc);
};
const getStdioArray = (stdio, options) => {
	if (stdio === void 0) return STANDARD_STREAMS_ALIASES.map((alias) => options[alias]);
	if (hasAlias(options)) throw new Error(`It's not possible to provide \`stdio\` in combination with one of ${STANDARD_STREAMS_ALIASES.map((alias) => `\`${alias}\``).join(", ")}`);
	if (typeof stdio === "string") return [
		stdio,
		stdio,
		stdio
	];
	if (!Array.isArray(stdio)) throw new TypeError(`Expected \`stdio\` to be of type \`string\` or \`Array\`, got \`${typeof stdio}\``);
	const length = Math.max(stdio.length, STANDARD_STREAMS_ALIASES.length);
	return Array.from({ length }, (_, fdNumber) => stdio[fdNumber]);
};
const hasAlias = (options) => STANDARD_STREAMS_ALIASES.some((alias) => options[alias] !== void 0);
const addDefaultValue = (stdioOption, fdNumber) => {
	if (Array.isArray(stdioOption)) return stdioOption.map((item) => addDefaultValue(item, fdNumber));
	if (stdioOption === null || stdioOption === void 0) return fdNumber >= STANDARD_STREAMS_ALIASES.length ? "ignore" : "pipe";
	return stdioOption;
};
const normalizeStdioSync = (stdioArray, buffer, verboseInfo) => stdioArray.map((stdioOption, fdNumber) => !buffer[fdNumber] && fdNumber !== 0 && !isFullVerbose(verboseInfo, fdNumber) && isOutputPipeOnly(stdioOption) ? "ignore" : stdioOption);
const isOutputPipeOnly = (stdioOption) => stdioOption === "pipe" || Array.isArray(stdioOption) && stdioOption.every((item) => item === "pipe");
// node_modules/execa/lib/stdio/native.js
const handleNativeStream = ({ stdioItem, stdioItem: { type }, isStdioArray, fdNumber, direction, isSync }) => {
	if (!isStdioArray || type !== "native") return stdioItem;
	return isSync ? handleNativeStreamSync({
		stdioItem,
		fdNumber,
		direction
	}) : handleNativeStreamAsync({
		stdioItem,
		fdNumber
	});
};
const handleNativeStreamSync = ({ stdioItem, stdioItem: { value, optionName }, fdNumber, direction }) => {
	const targetFd = getTargetFd({
		value,
		optionName,
		fdNumber,
		direction
	});
	if (targetFd !== void 0) return targetFd;
	if (isStream(value, { checkOpen: false })) throw new TypeError(`The \`${optionName}: Stream\` option cannot both be an array and include a stream with synchronous methods.`);
	return stdioItem;
};
const getTargetFd = ({ value, optionName, fdNumber, direction }) => {
	const targetFdNumber = getTargetFdNumber(value, fdNumber);
	if (targetFdNumber === void 0) return;
	if (direction === "output") return {
		type: "fileNumber",
		value: targetFdNumber,
		optionName
	};
	if (tty.isatty(targetFdNumber)) throw new TypeError(`The \`${optionName}: ${serializeOptionValue(value)}\` option is invalid: it cannot be a TTY with synchronous methods.`);
	return {
		type: "uint8Array",
		value: bufferToUint8Array(readFileSync(targetFdNumber)),
		optionName
	};
};
const getTargetFdNumber = (value, fdNumber) => {
	if (value === "inherit") return fdNumber;
	if (typeof value === "number") return value;
	const standardStreamIndex = STANDARD_STREAMS.indexOf(value);
	if (standardStreamIndex !== -1) return standardStreamIndex;
};
const handleNativeStreamAsync = ({ stdioItem, stdioItem: { value, optionName }, fdNumber }) => {
	if (value === "inherit") return {
		type: "nodeStream",
		value: getStandardStream(fdNumber, value, optionName),
		optionName
	};
	if (typeof value === "number") return {
		type: "nodeStream",
		value: getStandardStream(value, value, optionName),
		optionName
	};
	if (isStream(value, { checkOpen: false })) return {
		type: "nodeStream",
		value,
		optionName
	};
	return stdioItem;
};
const getStandardStream = (fdNumber, value, optionName) => {
	const standardStream = STANDARD_STREAMS[fdNumber];
	if (standardStream === void 0) throw new TypeError(`The \`${optionName}: ${value}\` option is invalid: no such standard stream.`);
	return standardStream;
};
// node_modules/execa/lib/stdio/input-option.js
const handleInputOptions = ({ input, inputFile }, fdNumber) => fdNumber === 0 ? [...handleInputOption(input), ...handleInputFileOption(inputFile)] : [];
const handleInputOption = (input) => input === void 0 ? [] : [{
	type: getInputType(input),
	value: input,
	optionName: "input"
}];
const getInputType = (input) => {
	if (isReadableStream$1(input, { checkOpen: false })) return "nodeStream";
	if (typeof input === "string") return "string";
	if (isUint8Array(input)) return "uint8Array";
	throw new Error("The `input` option must be a string, a Uint8Array or a Node.js Readable stream.");
};
const handleInputFileOption = (inputFile) => inputFile === void 0 ? [] : [{
	...getInputFileType(inputFile),
	optionName: "inputFile"
}];
const getInputFileType = (inputFile) => {
	if (isUrl(inputFile)) return {
		type: "fileUrl",
		value: inputFile
	};
	if (isFilePathString(inputFile)) return {
		type: "filePath",
		value: { file: inputFile }
	};
	throw new Error("The `inputFile` option must be a file path string or a file URL.");
};
// node_modules/execa/lib/stdio/duplicate.js
const filterDuplicates = (stdioItems) => stdioItems.filter((stdioItemOne, indexOne) => stdioItems.every((stdioItemTwo, indexTwo) => stdioItemOne.value !== stdioItemTwo.value || indexOne >= indexTwo || stdioItemOne.type === "generator" || stdioItemOne.type === "asyncGenerator"));
const getDuplicateStream = ({ stdioItem: { type, value, optionName }, direction, fileDescriptors, isSync }) => {
	const otherStdioItems = getOtherStdioItems(fileDescriptors, type);
	if (otherStdioItems.length === 0) return;
	if (isSync) {
		validateDuplicateStreamSync({
			otherStdioItems,
			type,
			value,
			optionName,
			direction
		});
		return;
	}
	if (SPECIAL_DUPLICATE_TYPES.has(type)) return getDuplicateStreamInstance({
		otherStdioItems,
		type,
		value,
		optionName,
		direction
	});
	if (FORBID_DUPLICATE_TYPES.has(type)) validateDuplicateTransform({
		otherStdioItems,
		type,
		value,
		optionName
	});
};
const getOtherStdioItems = (fileDescriptors, type) => fileDescriptors.flatMap(({ direction, stdioItems }) => stdioItems.filter((stdioItem) => stdioItem.type === type).map(((stdioItem) => ({
	...stdioItem,
	direction
}))));
const validateDuplicateStreamSync = ({ otherStdioItems, type, value, optionName, direction }) => {
	if (SPECIAL_DUPLICATE_TYPES_SYNC.has(type)) getDuplicateStreamInstance({
		otherStdioItems,
		type,
		value,
		optionName,
		direction
	});
};
const getDuplicateStreamInstance = ({ otherStdioItems, type, value, optionName, direction }) => {
	const duplicateStdioItems = otherStdioItems.filter((stdioItem) => hasSameValue(stdioItem, value));
	if (duplicateStdioItems.length === 0) return;
	const differentStdioItem = duplicateStdioItems.find((stdioItem) => stdioItem.direction !== direction);
	throwOnDuplicateStream(differentStdioItem, optionName, type);
	return direction === "output" ? duplicateStdioItems[0].stream : void 0;
};
const hasSameValue = ({ type, value }, secondValue) => {
	if (type === "filePath") return value.file === secondValue.file;
	if (type === "fileUrl") return value.href === secondValue.href;
	return value === secondValue;
};
const validateDuplicateTransform = ({ otherStdioItems, type, value, optionName }) => {
	const duplicateStdioItem = otherStdioItems.find(({ value: { transform } }) => transform === value.transform);
	throwOnDuplicateStream(duplicateStdioItem, optionName, type);
};
const throwOnDuplicateStream = (stdioItem, optionName, type) => {
	if (stdioItem !== void 0) throw new TypeError(`The \`${stdioItem.optionName}\` and \`${optionName}\` options must not target ${TYPE_TO_MESSAGE[type]} that is the same.`);
};
// node_modules/execa/lib/stdio/handle.js
const handleStdio = (addProperties, options, verboseInfo, isSync) => {
	const initialFileDescriptors = normalizeStdioOption(options, verboseInfo, isSync).map((stdioOption, fdNumber) => getFileDescriptor({
		stdioOption,
		fdNumber,
		options,
		isSync
	}));
	const fileDescriptors = getFinalFileDescriptors({
		initialFileDescriptors,
		addProperties,
		options,
		isSync
	});
	options.stdio = fileDescriptors.map(({ stdioItems }) => forwardStdio(stdioItems));
	return fileDescriptors;
};
const getFileDescriptor = ({ stdioOption, fdNumber, options, isSync }) => {
	const optionName = getStreamName(fdNumber);
	const { stdioItems: initialStdioItems, isStdioArray } = initializeStdioItems({
		stdioOption,
		fdNumber,
		options,
		optionName
	});
	const direction = getStreamDirection(initialStdioItems, fdNumber, optionName);
	const stdioItems = initialStdioItems.map((stdioItem) => handleNativeStream({
		stdioItem,
		isStdioArray,
		fdNumber,
		direction,
		isSync
	}));
	const normalizedStdioItems = normalizeTransforms(stdioItems, optionName, direction, options);
	const objectMode = getFdObjectMode(normalizedStdioItems, direction);
	validateFileObjectMode(normalizedStdioItems, objectMode);
	return {
		direction,
		objectMode,
		stdioItems: normalizedStdioItems
	};
};
const initializeStdioItems = ({ stdioOption, fdNumber, options, optionName }) => {
	const initialStdioItems = [...(Array.isArray(stdioOption) ? stdioOption : [stdioOption]).map((value) => initializeStdioItem(value, optionName)), ...handleInputOptions(options, fdNumber)];
	const stdioItems = filterDuplicates(initialStdioItems);
	const isStdioArray = stdioItems.length > 1;
	validateStdioArray(stdioItems, isStdioArray, optionName);
	validateStreams(stdioItems);
	return {
		stdioItems,
		isStdioArray
	};
};
const initializeStdioItem = (value, optionName) => ({
	type: getStdioItemType(value, optionName),
	value,
	optionName
});
const validateStdioArray = (stdioItems, isStdioArray, optionName) => {
	if (stdioItems.length === 0) throw new TypeError(`The \`${optionName}\` option must not be an empty array.`);
	if (!isStdioArray) return;
	for (const { value, optionName } of stdioItems) if (INVALID_STDIO_ARRAY_OPTIONS.has(value)) throw new Error(`The \`${optionName}\` option must not include \`${value}\`.`);
};
const INVALID_STDIO_ARRAY_OPTIONS = new Set(["ignore", "ipc"]);
const validateStreams = (stdioItems) => {
	for (const stdioItem of stdioItems) validateFileStdio(stdioItem);
};
const validateFileStdio = ({ type, value, optionName }) => {
	if (isRegularUrl(value)) throw new TypeError(`The \`${optionName}: URL\` option must use the \`file:\` scheme.
For example, you can use the \`pathToFileURL()\` method of the \`url\` core module.`);
	if (isUnknownStdioString(type, value)) throw new TypeError(`The \`${optionName}: { file: '...' }\` option must be used instead of \`${optionName}: '...'\`.`);
};
const validateFileObjectMode = (stdioItems, objectMode) => {
	if (!objectMode) return;
	const fileStdioItem = stdioItems.find(({ type }) => FILE_TYPES.has(type));
	if (fileStdioItem !== void 0) throw new TypeError(`The \`${fileStdioItem.optionName}\` option cannot use both files and transforms in objectMode.`);
};
const getFinalFileDescriptors = ({ initialFileDescriptors, addProperties, options, isSync }) => {
	const fileDescriptors = [];
	try {
		for (const fileDescriptor of initialFileDescriptors) fileDescriptors.push(getFinalFileDescriptor({
			fileDescriptor,
			fileDescriptors,
			addProperties,
			options,
			isSync
		}));
		return fileDescriptors;
	} catch (error) {
		cleanupCustomStreams(fileDescriptors);
		throw error;
	}
};
const getFinalFileDescriptor = ({ fileDescriptor: { direction, objectMode, stdioItems }, fileDescriptors, addProperties, options, isSync }) => {
	return {
		direction,
		objectMode,
		stdioItems: stdioItems.map((stdioItem) => addStreamProperties({
			stdioItem,
			addProperties,
			direction,
			options,
			fileDescriptors,
			isSync
		}))
	};
};
const addStreamProperties = ({ stdioItem, addProperties, direction, options, fileDescriptors, isSync }) => {
	const duplicateStream = getDuplicateStream({
		stdioItem,
		direction,
		fileDescriptors,
		isSync
	});
	if (duplicateStream !== void 0) return {
		...stdioItem,
		stream: duplicateStream
	};
	return {
		...stdioItem,
		...addProperties[direction][stdioItem.type](stdioItem, options)
	};
};
const cleanupCustomStreams = (fileDescriptors) => {
	for (const { stdioItems } of fileDescriptors) for (const { stream } of stdioItems) if (stream !== void 0 && !isStandardStream(stream)) stream.destroy();
};
const forwardStdio = (stdioItems) => {
	if (stdioItems.length > 1) return stdioItems.some(({ value }) => value === "overlapped") ? "overlapped" : "pipe";
	const [{ type, value }] = stdioItems;
	return type === "native" ? value : "pipe";
};
// node_modules/execa/lib/stdio/handle-sync.js
const handleStdioSync = (options, verboseInfo) => handleStdio(addPropertiesSync, options, verboseInfo, true);
const forbiddenIfSync = ({ type, optionName }) => {
	throwInvalidSyncValue(optionName, TYPE_TO_MESSAGE[type]);
};
const forbiddenNativeIfSync = ({ optionName, value }) => {
	if (value === "ipc" || value === "overlapped") throwInvalidSyncValue(optionName, `"${value}"`);
	return {};
};
const throwInvalidSyncValue = (optionName, value) => {
	throw new TypeError(`The \`${optionName}\` option cannot be ${value} with synchronous methods.`);
};
const addProperties$1 = {
	generator() {},
	asyncGenerator: forbiddenIfSync,
	webStream: forbiddenIfSync,
	nodeStream: forbiddenIfSync,
	webTransform: forbiddenIfSync,
	duplex: forbiddenIfSync,
	asyncIterable: forbiddenIfSync,
	native: forbiddenNativeIfSync
};
const addPropertiesSync = {
	input: {
		...addProperties$1,
		fileUrl: ({ value }) => ({ contents: [bufferToUint8Array(readFileSync(value))] }),
		filePath: ({ value: { file } }) => ({ contents: [bufferToUint8Array(readFileSync(file))] }),
		fileNumber: forbiddenIfSync,
		iterable: ({ value }) => ({ contents: [...value] }),
		string: ({ value }) => ({ contents: [value] }),
		uint8Array: ({ value }) => ({ contents: [value] })
	},
	output: {
		...addProperties$1,
		fileUrl: ({ value }) => ({ path: value }),
		filePath: ({ value: { file, append } }) => ({
			path: file,
			append
		}),
		fileNumber: ({ value }) => ({ path: value }),
		iterable: forbiddenIfSync,
		string: forbiddenIfSync,
		uint8Array: forbiddenIfSync
	}
};
// node_modules/execa/lib/io/strip-newline.js
const stripNewline = (value, { stripFinalNewline: stripFinalNewline$1 }, fdNumber) => getStripFinalNewline(stripFinalNewline$1, fdNumber) && value !== void 0 && !Array.isArray(value) ? stripFinalNewline(value) : value;
const getStripFinalNewline = (stripFinalNewline, fdNumber) => fdNumber === "all" ? stripFinalNewline[1] || stripFinalNewline[2] : stripFinalNewline[fdNumber];
// node_modules/execa/lib/transform/split.js
const getSplitLinesGenerator = (binary, preserveNewlines, skipped, state) => binary || skipped ? void 0 : initializeSplitLines(preserveNewlines, state);
const splitLinesSync = (chunk, preserveNewlines, objectMode) => objectMode ? chunk.flatMap((item) => splitLinesItemSync(item, preserveNewlines)) : splitLinesItemSync(chunk, preserveNewlines);
const splitLinesItemSync = (chunk, preserveNewlines) => {
	const { transform, final } = initializeSplitLines(preserveNewlines, {});
	return [...transform(chunk), ...final()];
};
const initializeSplitLines = (preserveNewlines, state) => {
	state.previousChunks = "";
	return {
		transform: splitGenerator.bind(void 0, state, preserveNewlines),
		final: linesFinal.bind(void 0, state)
	};
};
const splitGenerator = function* (state, preserveNewlines, chunk) {
	if (typeof chunk !== "string") {
		yield chunk;
		return;
	}
	let { previousChunks } = state;
	let start = -1;
	for (let end = 0; end < chunk.length; end += 1) if (chunk[end] === "\n") {
		const newlineLength = getNewlineLength(chunk, end, preserveNewlines, state);
		let line = chunk.slice(start + 1, end + 1 - newlineLength);
		if (previousChunks.length > 0) {
			line = concatString(previousChunks, line);
			previousChunks = "";
		}
		yield line;
		start = end;
	}
	if (start !== chunk.length - 1) previousChunks = concatString(previousChunks, chunk.slice(start + 1));
	state.previousChunks = previousChunks;
};
const getNewlineLength = (chunk, end, preserveNewlines, state) => {
	if (preserveNewlines) return 0;
	state.isWindowsNewline = end !== 0 && chunk[end - 1] === "\r";
	return state.isWindowsNewline ? 2 : 1;
};
const linesFinal = function* ({ previousChunks }) {
	if (previousChunks.length > 0) yield previousChunks;
};
const getAppendNewlineGenerator = ({ binary, preserveNewlines, readableObjectMode, state }) => binary || preserveNewlines || readableObjectMode ? void 0 : { transform: appendNewlineGenerator.bind(void 0, state) };
const appendNewlineGenerator = function* ({ isWindowsNewline = false }, chunk) {
	const { unixNewline, windowsNewline, LF, concatBytes } = typeof chunk === "string" ? linesStringInfo : linesUint8ArrayInfo;
	if (chunk.at(-1) === LF) {
		yield chunk;
		return;
	}
	yield concatBytes(chunk, isWindowsNewline ? windowsNewline : unixNewline);
};
const concatString = (firstChunk, secondChunk) => `${firstChunk}${secondChunk}`;
const linesStringInfo = {
	windowsNewline: "\r\n",
	unixNewline: "\n",
	LF: "\n",
	concatBytes: concatString
};
const concatUint8Array = (firstChunk, secondChunk) => {
	const chunk = new Uint8Array(firstChunk.length + secondChunk.length);
	chunk.set(firstChunk, 0);
	chunk.set(secondChunk, firstChunk.length);
	return chunk;
};
const linesUint8ArrayInfo = {
	windowsNewline: new Uint8Array([13, 10]),
	unixNewline: new Uint8Array([10]),
	LF: 10,
	concatBytes: concatUint8Array
};
// node_modules/execa/lib/transform/validate.js
const getValidateTransformInput = (writableObjectMode, optionName) => writableObjectMode ? void 0 : validateStringTransformInput.bind(void 0, optionName);
const validateStringTransformInput = function* (optionName, chunk) {
	if (typeof chunk !== "string" && !isUint8Array(chunk) && !Buffer$1.isBuffer(chunk)) throw new TypeError(`The \`${optionName}\` option's transform must use "objectMode: true" to receive as input: ${typeof chunk}.`);
	yield chunk;
};
const getValidateTransformReturn = (readableObjectMode, optionName) => readableObjectMode ? validateObjectTransformReturn.bind(void 0, optionName) : validateStringTransformReturn.bind(void 0, optionName);
const validateObjectTransformReturn = function* (optionName, chunk) {
	validateEmptyReturn(optionName, chunk);
	yield chunk;
};
const validateStringTransformReturn = function* (optionName, chunk) {
	validateEmptyReturn(optionName, chunk);
	if (typeof chunk !== "string" && !isUint8Array(chunk)) throw new TypeError(`The \`${optionName}\` option's function must yield a string or an Uint8Array, not ${typeof chunk}.`);
	yield chunk;
};
const validateEmptyReturn = (optionName, chunk) => {
	if (chunk === null || chunk === void 0) throw new TypeError(`The \`${optionName}\` option's function must not call \`yield ${chunk}\`.
Instead, \`yield\` should either be called with a value, or not be called at all. For example:
  if (condition) { yield value; }`);
};
// node_modules/execa/lib/transform/encoding-transform.js
const getEncodingTransformGenerator = (binary, encoding, skipped) => {
	if (skipped) return;
	if (binary) return { transform: encodingUint8ArrayGenerator.bind(void 0, new TextEncoder()) };
	const stringDecoder = new StringDecoder(encoding);
	return {
		transform: encodingStringGenerator.bind(void 0, stringDecoder),
		final: encodingStringFinal.bind(void 0, stringDecoder)
	};
};
const encodingUint8ArrayGenerator = function* (textEncoder, chunk) {
	if (Buffer$1.isBuffer(chunk)) yield bufferToUint8Array(chunk);
	else if (typeof chunk === "string") yield textEncoder.encode(chunk);
	else yield chunk;
};
const encodingStringGenerator = function* (stringDecoder, chunk) {
	yield isUint8Array(chunk) ? stringDecoder.write(chunk) : chunk;
};
const encodingStringFinal = function* (stringDecoder) {
	const lastChunk = stringDecoder.end();
	if (lastChunk !== "") yield lastChunk;
};
// node_modules/execa/lib/transform/run-async.js
const pushChunks = callbackify(async (getChunks, state, getChunksArguments, transformStream) => {
	state.currentIterable = getChunks(...getChunksArguments);
	try {
		for await (const chunk of state.currentIterable) transformStream.push(chunk);
	} finally {
		delete state.currentIterable;
	}
});
const transformChunk = async function* (chunk, generators, index) {
	if (index === generators.length) {
		yield chunk;
		return;
	}
	const { transform = identityGenerator$1 } = generators[index];
	for await (const transformedChunk of transform(chunk)) yield* transformChunk(transformedChunk, generators, index + 1);
};
const finalChunks = async function* (generators) {
	for (const [index, { final }] of Object.entries(generators)) yield* generatorFinalChunks(final, Number(index), generators);
};
const generatorFinalChunks = async function* (final, index, generators) {
	if (final === void 0) return;
	for await (const finalChunk of final()) yield* transformChunk(finalChunk, generators, index + 1);
};
const destroyTransform = callbackify(async ({ currentIterable }, error) => {
	if (currentIterable !== void 0) {
		await (error ? currentIterable.throw(error) : currentIterable.return());
		return;
	}
	if (error) throw error;
});
const identityGenerator$1 = function* (chunk) {
	yield chunk;
};
// node_modules/execa/lib/transform/run-sync.js
const pushChunksSync = (getChunksSync, getChunksArguments, transformStream, done) => {
	try {
		for (const chunk of getChunksSync(...getChunksArguments)) transformStream.push(chunk);
		done();
	} catch (error) {
		done(error);
	}
};
const runTransformSync = (generators, chunks) => [...chunks.flatMap((chunk) => [...transformChunkSync(chunk, generators, 0)]), ...finalChunksSync(generators)];
const transformChunkSync = function* (chunk, generators, index) {
	if (index === generators.length) {
		yield chunk;
		return;
	}
	const { transform = identityGenerator } = generators[index];
	for (const transformedChunk of transform(chunk)) yield* transformChunkSync(transformedChunk, generators, index + 1);
};
const finalChunksSync = function* (generators) {
	for (const [index, { final }] of Object.entries(generators)) yield* generatorFinalChunksSync(final, Number(index), generators);
};
const generatorFinalChunksSync = function* (final, index, generators) {
	if (final === void 0) return;
	for (const finalChunk of final()) yield* transformChunkSync(finalChunk, generators, index + 1);
};
const identityGenerator = function* (chunk) {
	yield chunk;
};
// node_modules/execa/lib/transform/generator.js
const generatorToStream = ({ value, value: { transform, final, writableObjectMode, readableObjectMode }, optionName }, { encoding }) => {
	const state = {};
	const generators = addInternalGenerators(value, encoding, optionName);
	const transformAsync = isAsyncGenerator(transform);
	const finalAsync = isAsyncGenerator(final);
	const transformMethod = transformAsync ? pushChunks.bind(void 0, transformChunk, state) : pushChunksSync.bind(void 0, transformChunkSync);
	const finalMethod = transformAsync || finalAsync ? pushChunks.bind(void 0, finalChunks, state) : pushChunksSync.bind(void 0, finalChunksSync);
	const destroyMethod = transformAsync || finalAsync ? destroyTransform.bind(void 0, state) : void 0;
	return { stream: new Transform({
		writableObjectMode,
		writableHighWaterMark: getDefaultHighWaterMark(writableObjectMode),
		readableObjectMode,
		readableHighWaterMark: getDefaultHighWaterMark(readableObjectMode),
		transform(chunk, encoding, done) {
			transformMethod([
				chunk,
				generators,
				0
			], this, done);
		},
		flush(done) {
			finalMethod([generators], this, done);
		},
		destroy: destroyMethod
	}) };
};
const runGeneratorsSync = (chunks, stdioItems, encoding, isInput) => {
	const generators = stdioItems.filter(({ type }) => type === "generator");
	const reversedGenerators = isInput ? generators.reverse() : generators;
	for (const { value, optionName } of reversedGenerators) {
		const generators = addInternalGenerators(value, encoding, optionName);
		chunks = runTransformSync(generators, chunks);
	}
	return chunks;
};
const addInternalGenerators = ({ transform, final, binary, writableObjectMode, readableObjectMode, preserveNewlines }, encoding, optionName) => {
	const state = {};
	return [
		{ transform: getValidateTransformInput(writableObjectMode, optionName) },
		getEncodingTransformGenerator(binary, encoding, writableObjectMode),
		getSplitLinesGenerator(binary, preserveNewlines, writableObjectMode, state),
		{
			transform,
			final
		},
		{ transform: getValidateTransformReturn(readableObjectMode, optionName) },
		getAppendNewlineGenerator({
			binary,
			preserveNewlines,
			readableObjectMode,
			state
		})
	].filter(Boolean);
};
// node_modules/execa/lib/io/input-sync.js
const addInputOptionsSync = (fileDescriptors, options) => {
	for (const fdNumber of getInputFdNumbers(fileDescriptors)) addInputOptionSync(fileDescriptors, fdNumber, options);
};
const getInputFdNumbers = (fileDescriptors) => new Set(Object.entries(fileDescriptors).filter(([, { direction }]) => direction === "input").map(([fdNumber]) => Number(fdNumber)));
const addInputOptionSync = (fileDescriptors, fdNumber, options) => {
	const { stdioItems } = fileDescriptors[fdNumber];
	const allStdioItems = stdioItems.filter(({ contents }) => contents !== void 0);
	if (allStdioItems.length === 0) return;
	if (fdNumber !== 0) {
		const [{ type, optionName }] = allStdioItems;
		throw new TypeError(`Only the \`stdin\` option, not \`${optionName}\`, can be ${TYPE_TO_MESSAGE[type]} with synchronous methods.`);
	}
	const transformedContents = allStdioItems.map(({ contents }) => contents).map((contents) => applySingleInputGeneratorsSync(contents, stdioItems));
	options.input = joinToUint8Array(transformedContents);
};
const applySingleInputGeneratorsSync = (contents, stdioItems) => {
	const newContents = runGeneratorsSync(contents, stdioItems, "utf8", true);
	validateSerializable(newContents);
	return joinToUint8Array(newContents);
};
const validateSerializable = (newContents) => {
	const invalidItem = newContents.find((item) => typeof item !== "string" && !isUint8Array(item));
	if (invalidItem !== void 0) throw new TypeError(`The \`stdin\` option is invalid: when passing objects as input, a transform must be used to serialize them to strings or Uint8Arrays: ${invalidItem}.`);
};
// node_modules/execa/lib/verbose/output.js
const shouldLogOutput = ({ stdioItems, encoding, verboseInfo, fdNumber }) => fdNumber !== "all" && isFullVerbose(verboseInfo, fdNumber) && !BINARY_ENCODINGS.has(encoding) && fdUsesVerbose(fdNumber) && (stdioItems.some(({ type, value }) => type === "native" && PIPED_STDIO_VALUES.has(value)) || stdioItems.every(({ type }) => TRANSFORM_TYPES.has(type)));
const fdUsesVerbose = (fdNumber) => fdNumber === 1 || fdNumber === 2;
const PIPED_STDIO_VALUES = new Set(["pipe", "overlapped"]);
const logLines = async (linesIterable, stream, fdNumber, verboseInfo) => {
	for await (const line of linesIterable) if (!isPipingStream(stream)) logLine(line, fdNumber, verboseInfo);
};
const logLinesSync = (linesArray, fdNumber, verboseInfo) => {
	for (const line of linesArray) logLine(line, fdNumber, verboseInfo);
};
const isPipingStream = (stream) => stream._readableState.pipes.length > 0;
const logLine = (line, fdNumber, verboseInfo) => {
	const verboseMessage = serializeVerboseMessage(line);
	verboseLog({
		type: "output",
		verboseMessage,
		fdNumber,
		verboseInfo
	});
};
// node_modules/execa/lib/io/output-sync.js
const transformOutputSync = ({ fileDescriptors, syncResult: { output }, options, isMaxBuffer, verboseInfo }) => {
	if (output === null) return { output: Array.from({ length: 3 }) };
	const state = {};
	const outputFiles = new Set([]);
	return {
		output: output.map((result, fdNumber) => transformOutputResultSync({
			result,
			fileDescriptors,
			fdNumber,
			state,
			outputFiles,
			isMaxBuffer,
			verboseInfo
		}, options)),
		...state
	};
};
const transformOutputResultSync = ({ result, fileDescriptors, fdNumber, state, outputFiles, isMaxBuffer, verboseInfo }, { buffer, encoding, lines, stripFinalNewline, maxBuffer }) => {
	if (result === null) return;
	const truncatedResult = truncateMaxBufferSync(result, isMaxBuffer, maxBuffer);
	const uint8ArrayResult = bufferToUint8Array(truncatedResult);
	const { stdioItems, objectMode } = fileDescriptors[fdNumber];
	const chunks = runOutputGeneratorsSync([uint8ArrayResult], stdioItems, encoding, state);
	const { serializedResult, finalResult = serializedResult } = serializeChunks({
		chunks,
		objectMode,
		encoding,
		lines,
		stripFinalNewline,
		fdNumber
	});
	logOutputSync({
		serializedResult,
		fdNumber,
		state,
		verboseInfo,
		encoding,
		stdioItems,
		objectMode
	});
	const returnedResult = buffer[fdNumber] ? finalResult : void 0;
	try {
		if (state.error === void 0) writeToFiles(serializedResult, stdioItems, outputFiles);
		return returnedResult;
	} catch (error) {
		state.error = error;
		return returnedResult;
	}
};
const runOutputGeneratorsSync = (chunks, stdioItems, encoding, state) => {
	try {
		return runGeneratorsSync(chunks, stdioItems, encoding, false);
	} catch (error) {
		state.error = error;
		return chunks;
	}
};
const serializeChunks = ({ chunks, objectMode, encoding, lines, stripFinalNewline, fdNumber }) => {
	if (objectMode) return { serializedResult: chunks };
	if (encoding === "buffer") return { serializedResult: joinToUint8Array(chunks) };
	const serializedResult = joinToString(chunks, encoding);
	if (lines[fdNumber]) return {
		serializedResult,
		finalResult: splitLinesSync(serializedResult, !stripFinalNewline[fdNumber], objectMode)
	};
	return { serializedResult };
};
const logOutputSync = ({ serializedResult, fdNumber, state, verboseInfo, encoding, stdioItems, objectMode }) => {
	if (!shouldLogOutput({
		stdioItems,
		encoding,
		verboseInfo,
		fdNumber
	})) return;
	const linesArray = splitLinesSync(serializedResult, false, objectMode);
	try {
		logLinesSync(linesArray, fdNumber, verboseInfo);
	} catch (error) {
		state.error ??= error;
	}
};
const writeToFiles = (serializedResult, stdioItems, outputFiles) => {
	for (const { path, append } of stdioItems.filter(({ type }) => FILE_TYPES.has(type))) {
		const pathString = typeof path === "string" ? path : path.toString();
		if (append || outputFiles.has(pathString)) appendFileSync(path, serializedResult);
		else {
			outputFiles.add(pathString);
			writeFileSync(path, serializedResult);
		}
	}
};
// node_modules/execa/lib/resolve/all-sync.js
const getAllSync = ([, stdout, stderr], options) => {
	if (!options.all) return;
	if (stdout === void 0) return stderr;
	if (stderr === void 0) return stdout;
	if (Array.isArray(stdout)) return Array.isArray(stderr) ? [...stdout, ...stderr] : [...stdout, stripNewline(stderr, options, "all")];
	if (Array.isArray(stderr)) return [stripNewline(stdout, options, "all"), ...stderr];
	if (isUint8Array(stdout) && isUint8Array(stderr)) return concatUint8Arrays([stdout, stderr]);
	return `${stdout}${stderr}`;
};
// node_modules/execa/lib/resolve/exit-async.js
const waitForExit = async (subprocess, context) => {
	const [exitCode, signal] = await waitForExitOrError(subprocess);
	context.isForcefullyTerminated ??= false;
	return [exitCode, signal];
};
const waitForExitOrError = async (subprocess) => {
	const [spawnPayload, exitPayload] = await Promise.allSettled([once(subprocess, "spawn"), once(subprocess, "exit")]);
	if (spawnPayload.status === "rejected") return [];
	return exitPayload.status === "rejected" ? waitForSubprocessExit(subprocess) : exitPayload.value;
};
const waitForSubprocessExit = async (subprocess) => {
	try {
		return await once(subprocess, "exit");
	} catch {
		return waitForSubprocessExit(subprocess);
	}
};
const waitForSuccessfulExit = async (exitPromise) => {
	const [exitCode, signal] = await exitPromise;
	if (!isSubprocessErrorExit(exitCode, signal) && isFailedExit(exitCode, signal)) throw new DiscardedError();
	return [exitCode, signal];
};
const isSubprocessErrorExit = (exitCode, signal) => exitCode === void 0 && signal === void 0;
const isFailedExit = (exitCode, signal) => exitCode !== 0 || signal !== null;
// node_modules/execa/lib/resolve/exit-sync.js
const getExitResultSync = ({ error, status: exitCode, signal, output }, { maxBuffer }) => {
	const resultError = getResultError(error, exitCode, signal);
	return {
		resultError,
		exitCode,
		signal,
		timedOut: resultError?.code === "ETIMEDOUT",
		isMaxBuffer: isMaxBufferSync(resultError, output, maxBuffer)
	};
};
const getResultError = (error, exitCode, signal) => {
	if (error !== void 0) return error;
	return isFailedExit(exitCode, signal) ? new DiscardedError() : void 0;
};
// node_modules/execa/lib/methods/main-sync.js
const execaCoreSync = (rawFile, rawArguments, rawOptions) => {
	const { file, commandArguments, command, escapedCommand, startTime, verboseInfo, options, fileDescriptors } = handleSyncArguments(rawFile, rawArguments, rawOptions);
	const result = spawnSubprocessSync({
		file,
		commandArguments,
		options,
		command,
		escapedCommand,
		verboseInfo,
		fileDescriptors,
		startTime
	});
	return handleResult(result, verboseInfo, options);
};
const handleSyncArguments = (rawFile, rawArguments, rawOptions) => {
	const { command, escapedCommand, startTime, verboseInfo } = handleCommand(rawFile, rawArguments, rawOptions);
	const syncOptions = normalizeSyncOptions(rawOptions);
	const { file, commandArguments, options } = normalizeOptions(rawFile, rawArguments, syncOptions);
	validateSyncOptions(options);
	return {
		file,
		commandArguments,
		command,
		escapedCommand,
		startTime,
		verboseInfo,
		options,
		fileDescriptors: handleStdioSync(options, verboseInfo)
	};
};
const normalizeSyncOptions = (options) => options.node && !options.ipc ? {
	...options,
	ipc: false
} : options;
const validateSyncOptions = ({ ipc, ipcInput, detached, cancelSignal }) => {
	if (ipcInput) throwInvalidSyncOption("ipcInput");
	if (ipc) throwInvalidSyncOption("ipc: true");
	if (detached) throwInvalidSyncOption("detached: true");
	if (cancelSignal) throwInvalidSyncOption("cancelSignal");
};
const throwInvalidSyncOption = (value) => {
	throw new TypeError(`The "${value}" option cannot be used with synchronous methods.`);
};
const spawnSubprocessSync = ({ file, commandArguments, options, command, escapedCommand, verboseInfo, fileDescriptors, startTime }) => {
	const syncResult = runSubprocessSync({
		file,
		commandArguments,
		options,
		command,
		escapedCommand,
		fileDescriptors,
		startTime
	});
	if (syncResult.failed) return syncResult;
	const { resultError, exitCode, signal, timedOut, isMaxBuffer } = getExitResultSync(syncResult, options);
	const { output, error = resultError } = transformOutputSync({
		fileDescriptors,
		syncResult,
		options,
		isMaxBuffer,
		verboseInfo
	});
	const stdio = output.map((stdioOutput, fdNumber) => stripNewline(stdioOutput, options, fdNumber));
	const all = stripNewline(getAllSync(output, options), options, "all");
	return getSyncResult({
		error,
		exitCode,
		signal,
		timedOut,
		isMaxBuffer,
		stdio,
		all,
		options,
		command,
		escapedCommand,
		startTime
	});
};
const runSubprocessSync = ({ file, commandArguments, options, command, escapedCommand, fileDescriptors, startTime }) => {
	try {
		addInputOptionsSync(fileDescriptors, options);
		const normalizedOptions = normalizeSpawnSyncOptions(options);
		return spawnSync(...concatenateShell(file, commandArguments, normalizedOptions));
	} catch (error) {
		return makeEarlyError({
			error,
			command,
			escapedCommand,
			fileDescriptors,
			options,
			startTime,
			isSync: true
		});
	}
};
const normalizeSpawnSyncOptions = ({ encoding, maxBuffer, ...options }) => ({
	...options,
	encoding: "buffer",
	maxBuffer: getMaxBufferSync(maxBuffer)
});
const getSyncResult = ({ error, exitCode, signal, timedOut, isMaxBuffer, stdio, all, options, command, escapedCommand, startTime }) => error === void 0 ? makeSuccessResult({
	command,
	escapedCommand,
	stdio,
	all,
	ipcOutput: [],
	options,
	startTime
}) : makeError({
	error,
	command,
	escapedCommand,
	timedOut,
	isCanceled: false,
	isGracefullyCanceled: false,
	isMaxBuffer,
	isForcefullyTerminated: false,
	exitCode,
	signal,
	stdio,
	all,
	ipcOutput: [],
	options,
	startTime,
	isSync: true
});
// node_modules/execa/lib/ipc/get-one.js
const getOneMessage$1 = ({ anyProcess, channel, isSubprocess, ipc }, { reference = true, filter } = {}) => {
	validateIpcMethod({
		methodName: "getOneMessage",
		isSubprocess,
		ipc,
		isConnected: isConnected(anyProcess)
	});
	return getOneMessageAsync({
		anyProcess,
		channel,
		isSubprocess,
		filter,
		reference
	});
};
const getOneMessageAsync = async ({ anyProcess, channel, isSubprocess, filter, reference }) => {
	addReference(channel, reference);
	const ipcEmitter = getIpcEmitter(anyProcess, channel, isSubprocess);
	const controller = new AbortController();
	try {
		return await Promise.race([
			getMessage(ipcEmitter, filter, controller),
			throwOnDisconnect(ipcEmitter, isSubprocess, controller),
			throwOnStrictError(ipcEmitter, isSubprocess, controller)
		]);
	} catch (error) {
		disconnect(anyProcess);
		throw error;
	} finally {
		controller.abort();
		removeReference(channel, reference);
	}
};
const getMessage = async (ipcEmitter, filter, { signal }) => {
	if (filter === void 0) {
		const [message] = await once(ipcEmitter, "message", { signal });
		return message;
	}
	for await (const [message] of on(ipcEmitter, "message", { signal })) if (filter(message)) return message;
};
const throwOnDisconnect = async (ipcEmitter, isSubprocess, { signal }) => {
	await once(ipcEmitter, "disconnect", { signal });
	throwOnEarlyDisconnect(isSubprocess);
};
const throwOnStrictError = async (ipcEmitter, isSubprocess, { signal }) => {
	const [error] = await once(ipcEmitter, "strict:error", { signal });
	throw getStrictResponseError(error, isSubprocess);
};
// node_modules/execa/lib/ipc/get-each.js
const getEachMessage$1 = ({ anyProcess, channel, isSubprocess, ipc }, { reference = true } = {}) => loopOnMessages({
	anyProcess,
	channel,
	isSubprocess,
	ipc,
	shouldAwait: !isSubprocess,
	reference
});
const loopOnMessages = ({ anyProcess, channel, isSubprocess, ipc, shouldAwait, reference }) => {
	validateIpcMethod({
		methodName: "getEachMessage",
		isSubprocess,
		ipc,
		isConnected: isConnected(anyProcess)
	});
	addReference(channel, reference);
	const ipcEmitter = getIpcEmitter(anyProcess, channel, isSubprocess);
	const controller = new AbortController();
	const state = {};
	stopOnDisconnect(anyProcess, ipcEmitter, controller);
	abortOnStrictError({
		ipcEmitter,
		isSubprocess,
		controller,
		state
	});
	return iterateOnMessages({
		anyProcess,
		channel,
		ipcEmitter,
		isSubprocess,
		shouldAwait,
		controller,
		state,
		reference
	});
};
const stopOnDisconnect = async (anyProcess, ipcEmitter, controller) => {
	try {
		await once(ipcEmitter, "disconnect", { signal: controller.signal });
		controller.abort();
	} catch {}
};
const abortOnStrictError = async ({ ipcEmitter, isSubprocess, controller, state }) => {
	try {
		const [error] = await once(ipcEmitter, "strict:error", { signal: controller.signal });
		state.error = getStrictResponseError(error, isSubprocess);
		controller.abort();
	} catch {}
};
const iterateOnMessages = async function* ({ anyProcess, channel, ipcEmitter, isSubprocess, shouldAwait, controller, state, reference }) {
	try {
		for await (const [message] of on(ipcEmitter, "message", { signal: controller.signal })) {
			throwIfStrictError(state);
			yield message;
		}
	} catch {
		throwIfStrictError(state);
	} finally {
		controller.abort();
		removeReference(channel, reference);
		if (!isSubprocess) disconnect(anyProcess);
		if (shouldAwait) await anyProcess;
	}
};
const throwIfStrictError = ({ error }) => {
	if (error) throw error;
};
// node_modules/execa/lib/ipc/methods.js
const addIpcMethods = (subprocess, { ipc }) => {
	Object.assign(subprocess, getIpcMethods(subprocess, false, ipc));
};
const getIpcExport = () => {
	const anyProcess = process$1;
	const isSubprocess = true;
	const ipc = process$1.channel !== void 0;
	return {
		...getIpcMethods(anyProcess, isSubprocess, ipc),
		getCancelSignal: getCancelSignal$1.bind(void 0, {
			anyProcess,
			channel: anyProcess.channel,
			isSubprocess,
			ipc
		})
	};
};
const getIpcMethods = (anyProcess, isSubprocess, ipc) => ({
	sendMessage: sendMessage$1.bind(void 0, {
		anyProcess,
		channel: anyProcess.channel,
		isSubprocess,
		ipc
	}),
	getOneMessage: getOneMessage$1.bind(void 0, {
		anyProcess,
		channel: anyProcess.channel,
		isSubprocess,
		ipc
	}),
	getEachMessage: getEachMessage$1.bind(void 0, {
		anyProcess,
		channel: anyProcess.channel,
		isSubprocess,
		ipc
	})
});
// node_modules/execa/lib/return/early-error.js
const handleEarlyError = ({ error, command, escapedCommand, fileDescriptors, options, startTime, verboseInfo }) => {
	cleanupCustomStreams(fileDescriptors);
	const subprocess = new ChildProcess();
	createDummyStreams(subprocess, fileDescriptors);
	Object.assign(subprocess, {
		readable,
		writable,
		duplex
	});
	const earlyError = makeEarlyError({
		error,
		command,
		escapedCommand,
		fileDescriptors,
		options,
		startTime,
		isSync: false
	});
	return {
		subprocess,
		promise: handleDummyPromise(earlyError, verboseInfo, options)
	};
};
const createDummyStreams = (subprocess, fileDescriptors) => {
	const stdin = createDummyStream();
	const stdout = createDummyStream();
	const stderr = createDummyStream();
	const extraStdio = Array.from({ length: fileDescriptors.length - 3 }, createDummyStream);
	const all = createDummyStream();
	const stdio = [
		stdin,
		stdout,
		stderr,
		...extraStdio
	];
	Object.assign(subprocess, {
		stdin,
		stdout,
		stderr,
		all,
		stdio
	});
};
const createDummyStream = () => {
	const stream = new PassThrough();
	stream.end();
	return stream;
};
const readable = () => new Readable({ read() {} });
const writable = () => new Writable({ write() {} });
const duplex = () => new Duplex({
	read() {},
	write() {}
});
const handleDummyPromise = async (error, verboseInfo, options) => handleResult(error, verboseInfo, options);
// node_modules/execa/lib/stdio/handle-async.js
const handleStdioAsync = (options, verboseInfo) => handleStdio(addPropertiesAsync, options, verboseInfo, false);
const forbiddenIfAsync = ({ type, optionName }) => {
	throw new TypeError(`The \`${optionName}\` option cannot be ${TYPE_TO_MESSAGE[type]}.`);
};
const addProperties = {
	fileNumber: forbiddenIfAsync,
	generator: generatorToStream,
	asyncGenerator: generatorToStream,
	nodeStream: ({ value }) => ({ stream: value }),
	webTransform({ value: { transform, writableObjectMode, readableObjectMode } }) {
		const objectMode = writableObjectMode || readableObjectMode;
		return { stream: Duplex.fromWeb(transform, { objectMode }) };
	},
	duplex: ({ value: { transform } }) => ({ stream: transform }),
	native() {}
};
const addPropertiesAsync = {
	input: {
		...addProperties,
		fileUrl: ({ value }) => ({ stream: createReadStream(value) }),
		filePath: ({ value: { file } }) => ({ stream: createReadStream(file) }),
		webStream: ({ value }) => ({ stream: Readable.fromWeb(value) }),
		iterable: ({ value }) => ({ stream: Readable.from(value) }),
		asyncIterable: ({ value }) => ({ stream: Readable.from(value) }),
		string: ({ value }) => ({ stream: Readable.from(value) }),
		uint8Array: ({ value }) => ({ stream: Readable.from(Buffer$1.from(value)) })
	},
	output: {
		...addProperties,
		fileUrl: ({ value }) => ({ stream: createWriteStream(value) }),
		filePath: ({ value: { file, append } }) => ({ stream: createWriteStream(file, append ? { flags: "a" } : {}) }),
		webStream: ({ value }) => ({ stream: Writable.fromWeb(value) }),
		iterable: forbiddenIfAsync,
		asyncIterable: forbiddenIfAsync,
		string: forbiddenIfAsync,
		uint8Array: forbiddenIfAsync
	}
};
// node_modules/@sindresorhus/merge-streams/index.js
function mergeStreams(streams) {
	if (!Array.isArray(streams)) throw new TypeError(`Expected an array, got \`${typeof streams}\`.`);
	for (const stream of streams) validateStream(stream);
	const objectMode = streams.some(({ readableObjectMode }) => readableObjectMode);
	const highWaterMark = getHighWaterMark(streams, objectMode);
	const passThroughStream = new MergedStream({
		objectMode,
		writableHighWaterMark: highWaterMark,
		readableHighWaterMark: highWaterMark
	});
	for (const stream of streams) passThroughStream.add(stream);
	return passThroughStream;
}
const getHighWaterMark = (streams, objectMode) => {
	if (streams.length === 0) return getDefaultHighWaterMark(objectMode);
	const highWaterMarks = streams.filter(({ readableObjectMode }) => readableObjectMode === objectMode).map(({ readableHighWaterMark }) => readableHighWaterMark);
	return Math.max(...highWaterMarks);
};
var MergedStream = class extends PassThrough {
	#streams = new Set([]);
	#ended = new Set([]);
	#aborted = new Set([]);
	#onFinished;
	#unpipeEvent = Symbol("unpipe");
	#streamPromises = new WeakMap();
	add(stream) {
		validateStream(stream);
		if (this.#streams.has(stream)) return;
		this.#streams.add(stream);
		this.#onFinished ??= onMergedStreamFinished(this, this.#streams, this.#unpipeEvent);
		const streamPromise = endWhenStreamsDone({
			passThroughStream: this,
			stream,
			streams: this.#streams,
			ended: this.#ended,
			aborted: this.#aborted,
			onFinished: this.#onFinished,
			unpipeEvent: this.#unpipeEvent
		});
		this.#streamPromises.set(stream, streamPromise);
		stream.pipe(this, { end: false });
	}
	async remove(stream) {
		validateStream(stream);
		if (!this.#streams.has(stream)) return false;
		const streamPromise = this.#streamPromises.get(stream);
		if (streamPromise === void 0) return false;
		this.#streamPromises.delete(stream);
		stream.unpipe(this);
		await streamPromise;
		return true;
	}
};
const onMergedStreamFinished = async (passThroughStream, streams, unpipeEvent) => {
	updateMaxListeners(passThroughStream, PASSTHROUGH_LISTENERS_COUNT);
	const controller = new AbortController();
	try {
		await Promise.race([onMergedStreamEnd(passThroughStream, controller), onInputStreamsUnpipe(passThroughStream, streams, unpipeEvent, controller)]);
	} finally {
		controller.abort();
		updateMaxListeners(passThroughStream, -PASSTHROUGH_LISTENERS_COUNT);
	}
};
const onMergedStreamEnd = async (passThroughStream, { signal }) => {
	try {
		await finished(passThroughStream, {
			signal,
			cleanup: true
		});
	} catch (error) {
		errorOrAbortStream(passThroughStream, error);
		throw error;
	}
};
const onInputStreamsUnpipe = async (passThroughStream, streams, unpipeEvent, { signal }) => {
	for await (const [unpipedStream] of on(passThroughStream, "unpipe", { signal })) if (streams.has(unpipedStream)) unpipedStream.emit(unpipeEvent);
};
const validateStream = (stream) => {
	if (typeof stream?.pipe !== "function") throw new TypeError(`Expected a readable stream, got: \`${typeof stream}\`.`);
};
const endWhenStreamsDone = async ({ passThroughStream, stream, streams, ended, aborted, onFinished, unpipeEvent }) => {
	updateMaxListeners(passThroughStream, PASSTHROUGH_LISTENERS_PER_STREAM);
	const controller = new AbortController();
	try {
		await Promise.race([
			afterMergedStreamFinished(onFinished, stream, controller),
			onInputStreamEnd({
				passThroughStream,
				stream,
				streams,
				ended,
				aborted,
				controller
			}),
			onInputStreamUnpipe({
				stream,
				streams,
				ended,
				aborted,
				unpipeEvent,
				controller
			})
		]);
	} finally {
		controller.abort();
		updateMaxListeners(passThroughStream, -PASSTHROUGH_LISTENERS_PER_STREAM);
	}
	if (streams.size > 0 && streams.size === ended.size + aborted.size) {
		if (ended.size === 0 && aborted.size > 0) abortStream(passThroughStream);
		else endStream(passThroughStream);
	}
};
const afterMergedStreamFinished = async (onFinished, stream, { signal }) => {
	try {
		await onFinished;
		if (!signal.aborted) abortStream(stream);
	} catch (error) {
		if (!signal.aborted) errorOrAbortStream(stream, error);
	}
};
const onInputStreamEnd = async ({ passThroughStream, stream, streams, ended, aborted, controller: { signal } }) => {
	try {
		await finished(stream, {
			signal,
			cleanup: true,
			readable: true,
			writable: false
		});
		if (streams.has(stream)) ended.add(stream);
	} catch (error) {
		if (signal.aborted || !streams.has(stream)) return;
		if (isAbortError(error)) aborted.add(stream);
		else errorStream(passThroughStream, error);
	}
};
const onInputStreamUnpipe = async ({ stream, streams, ended, aborted, unpipeEvent, controller: { signal } }) => {
	await once(stream, unpipeEvent, { signal });
	if (!stream.readable) return once(signal, "abort", { signal });
	streams.delete(stream);
	ended.delete(stream);
	aborted.delete(stream);
};
const endStream = (stream) => {
	if (stream.writable) stream.end();
};
const errorOrAbortStream = (stream, error) => {
	if (isAbortError(error)) abortStream(stream);
	else errorStream(stream, error);
};
const isAbortError = (error) => error?.code === "ERR_STREAM_PREMATURE_CLOSE";
const abortStream = (stream) => {
	if (stream.readable || stream.writable) stream.destroy();
};
const errorStream = (stream, error) => {
	if (!stream.destroyed) {
		stream.once("error", noop);
		stream.destroy(error);
	}
};
const noop = () => {};
const updateMaxListeners = (passThroughStream, increment) => {
	const maxListeners = passThroughStream.getMaxListeners();
	if (maxListeners !== 0 && maxListeners !== Number.POSITIVE_INFINITY) passThroughStream.setMaxListeners(maxListeners + increment);
};
const PASSTHROUGH_LISTENERS_COUNT = 2;
const PASSTHROUGH_LISTENERS_PER_STREAM = 1;
// node_modules/execa/lib/io/pipeline.js
const pipeStreams = (source, destination) => {
	source.pipe(destination);
	onSourceFinish(source, destination);
	onDestinationFinish(source, destination);
};
const onSourceFinish = async (source, destination) => {
	if (isStandardStream(source) || isStandardStream(destination)) return;
	try {
		await finished(source, {
			cleanup: true,
			readable: true,
			writable: false
		});
	} catch {}
	endDestinationStream(destination);
};
const endDestinationStream = (destination) => {
	if (destination.writable) destination.end();
};
const onDestinationFinish = async (source, destination) => {
	if (isStandardStream(source) || isStandardStream(destination)) return;
	try {
		await finished(destination, {
			cleanup: true,
			readable: false,
			writable: true
		});
	} catch {}
	abortSourceStream(source);
};
const abortSourceStream = (source) => {
	if (source.readable) source.destroy();
};
// node_modules/execa/lib/io/output-async.js
const pipeOutputAsync = (subprocess, fileDescriptors, controller) => {
	const pipeGroups = new Map();
	for (const [fdNumber, { stdioItems, direction }] of Object.entries(fileDescriptors)) {
		for (const { stream } of stdioItems.filter(({ type }) => TRANSFORM_TYPES.has(type))) pipeTransform(subprocess, stream, direction, fdNumber);
		for (const { stream } of stdioItems.filter(({ type }) => !TRANSFORM_TYPES.has(type))) pipeStdioItem({
			subprocess,
			stream,
			direction,
			fdNumber,
			pipeGroups,
			controller
		});
	}
	for (const [outputStream, inputStreams] of pipeGroups.entries()) {
		const inputStream = inputStreams.length === 1 ? inputStreams[0] : mergeStreams(inputStreams);
		pipeStreams(inputStream, outputStream);
	}
};
const pipeTransform = (subprocess, stream, direction, fdNumber) => {
	if (direction === "output") pipeStreams(subprocess.stdio[fdNumber], stream);
	else pipeStreams(stream, subprocess.stdio[fdNumber]);
	const streamProperty = SUBPROCESS_STREAM_PROPERTIES[fdNumber];
	if (streamProperty !== void 0) subprocess[streamProperty] = stream;
	subprocess.stdio[fdNumber] = stream;
};
const SUBPROCESS_STREAM_PROPERTIES = [
	"stdin",
	"stdout",
	"stderr"
];
const pipeStdioItem = ({ subprocess, stream, direction, fdNumber, pipeGroups, controller }) => {
	if (stream === void 0) return;
	setStandardStreamMaxListeners(stream, controller);
	const [inputStream, outputStream] = direction === "output" ? [stream, subprocess.stdio[fdNumber]] : [subprocess.stdio[fdNumber], stream];
	const outputStreams = pipeGroups.get(inputStream) ?? [];
	pipeGroups.set(inputStream, [...outputStreams, outputStream]);
};
const setStandardStreamMaxListeners = (stream, { signal }) => {
	if (isStandardStream(stream)) incrementMaxListeners(stream, MAX_LISTENERS_INCREMENT, signal);
};
const MAX_LISTENERS_INCREMENT = 2;
// node_modules/signal-exit/dist/mjs/signals.js
const signals = [];
signals.push("SIGHUP", "SIGINT", "SIGTERM");
if (process.platform !== "win32") signals.push("SIGALRM", "SIGABRT", "SIGVTALRM", "SIGXCPU", "SIGXFSZ", "SIGUSR2", "SIGTRAP", "SIGSYS", "SIGQUIT", "SIGIOT");
if (process.platform === "linux") signals.push("SIGIO", "SIGPOLL", "SIGPWR", "SIGSTKFLT");
// node_modules/signal-exit/dist/mjs/index.js
const processOk = (process) => !!process && typeof process === "object" && typeof process.removeListener === "function" && typeof process.emit === "function" && typeof process.reallyExit === "function" && typeof process.listeners === "function" && typeof process.kill === "function" && typeof process.pid === "number" && typeof process.on === "function";
const kExitEmitter = Symbol.for("signal-exit emitter");
const global$1 = globalThis;
const ObjectDefineProperty = Object.defineProperty.bind(Object);
var Emitter = class {
	emitted = {
		afterExit: false,
		exit: false
	};
	listeners = {
		afterExit: [],
		exit: []
	};
	count = 0;
	id = Math.random();
	constructor() {
		if (global$1[kExitEmitter]) return global$1[kExitEmitter];
		ObjectDefineProperty(global$1, kExitEmitter, {
			value: this,
			writable: false,
			enumerable: false,
			configurable: false
		});
	}
	on(ev, fn) {
		this.listeners[ev].push(fn);
	}
	removeListener(ev, fn) {
		const list = this.listeners[ev];
		const i = list.indexOf(fn);
		if (i === -1) return;
		if (i === 0 && list.length === 1) list.length = 0;
		else list.splice(i, 1);
	}
	emit(ev, code, signal) {
		if (this.emitted[ev]) return false;
		this.emitted[ev] = true;
		let ret = false;
		for (const fn of this.listeners[ev]) ret = fn(code, signal) === true || ret;
		if (ev === "exit") ret = this.emit("afterExit", code, signal) || ret;
		return ret;
	}
};
var SignalExitBase = class {};
const signalExitWrap = (handler) => {
	return {
		onExit(cb, opts) {
			return handler.onExit(cb, opts);
		},
		load() {
			return handler.load();
		},
		unload() {
			return handler.unload();
		}
	};
};
var SignalExitFallback = class extends SignalExitBase {
	onExit() {
		return () => {};
	}
	load() {}
	unload() {}
};
var SignalExit = class extends SignalExitBase {
	#hupSig = process$2.platform === "win32" ? "SIGINT" : "SIGHUP";
	#emitter = new Emitter();
	#process;
	#originalProcessEmit;
	#originalProcessReallyExit;
	#sigListeners = {};
	#loaded = false;
	constructor(process) {
		super();
		this.#process = process;
		this.#sigListeners = {};
		for (const sig of signals) this.#sigListeners[sig] = () => {
			const listeners = this.#process.listeners(sig);
			let { count } = this.#emitter;
			const p = process;
			if (typeof p.__signal_exit_emitter__ === "object" && typeof p.__signal_exit_emitter__.count === "number") count += p.__signal_exit_emitter__.count;
			if (listeners.length === count) {
				this.unload();
				const ret = this.#emitter.emit("exit", null, sig);
				const s = sig === "SIGHUP" ? this.#hupSig : sig;
				if (!ret) process.kill(process.pid, s);
			}
		};
		this.#originalProcessReallyExit = process.reallyExit;
		this.#originalProcessEmit = process.emit;
	}
	onExit(cb, opts) {
		if (!processOk(this.#process)) return () => {};
		if (this.#loaded === false) this.load();
		const ev = opts?.alwaysLast ? "afterExit" : "exit";
		this.#emitter.on(ev, cb);
		return () => {
			this.#emitter.removeListener(ev, cb);
			if (this.#emitter.listeners["exit"].length === 0 && this.#emitter.listeners["afterExit"].length === 0) this.unload();
		};
	}
	load() {
		if (this.#loaded) return;
		this.#loaded = true;
		this.#emitter.count += 1;
		for (const sig of signals) try {
			const fn = this.#sigListeners[sig];
			if (fn) this.#process.on(sig, fn);
		} catch (_) {}
		this.#process.emit = (ev, ...a) => {
			return this.#processEmit(ev, ...a);
		};
		this.#process.reallyExit = (code) => {
			return this.#processReallyExit(code);
		};
	}
	unload() {
		if (!this.#loaded) return;
		this.#loaded = false;
		signals.forEach((sig) => {
			const listener = this.#sigListeners[sig];
			if (!listener) throw new Error("Listener not defined for signal: " + sig);
			try {
				this.#process.removeListener(sig, listener);
			} catch (_) {}
		});
		this.#process.emit = this.#originalProcessEmit;
		this.#process.reallyExit = this.#originalProcessReallyExit;
		this.#emitter.count -= 1;
	}
	#processReallyExit(code) {
		if (!processOk(this.#process)) return 0;
		this.#process.exitCode = code || 0;
		this.#emitter.emit("exit", this.#process.exitCode, null);
		return this.#originalProcessReallyExit.call(this.#process, this.#process.exitCode);
	}
	#processEmit(ev, ...args) {
		const og = this.#originalProcessEmit;
		if (ev === "exit" && processOk(this.#process)) {
			if (typeof args[0] === "number") this.#process.exitCode = args[0];
			const ret = og.call(this.#process, ev, ...args);
			this.#emitter.emit("exit", this.#process.exitCode, null);
			return ret;
		} else return og.call(this.#process, ev, ...args);
	}
};
const process$2 = globalThis.process;
const { onExit, load, unload } = signalExitWrap(processOk(process$2) ? new SignalExit(process$2) : new SignalExitFallback());
// node_modules/execa/lib/terminate/cleanup.js
const cleanupOnExit = (subprocess, { cleanup, detached }, { signal }) => {
	if (!cleanup || detached) return;
	const removeExitHandler = onExit(() => {
		subprocess.kill();
	});
	addAbortListener(signal, () => {
		removeExitHandler();
	});
};
// node_modules/execa/lib/pipe/pipe-arguments.js
const normalizePipeArguments = ({ source, sourcePromise, boundOptions, createNested }, ...pipeArguments) => {
	const startTime = getStartTime();
	const { destination, destinationStream, destinationError, from, unpipeSignal } = getDestinationStream(boundOptions, createNested, pipeArguments);
	const { sourceStream, sourceError } = getSourceStream(source, from);
	const { options: sourceOptions, fileDescriptors } = SUBPROCESS_OPTIONS.get(source);
	return {
		sourcePromise,
		sourceStream,
		sourceOptions,
		sourceError,
		destination,
		destinationStream,
		destinationError,
		unpipeSignal,
		fileDescriptors,
		startTime
	};
};
const getDestinationStream = (boundOptions, createNested, pipeArguments) => {
	try {
		const { destination, pipeOptions: { from, to, unpipeSignal } = {} } = getDestination(boundOptions, createNested, ...pipeArguments);
		return {
			destination,
			destinationStream: getToStream(destination, to),
			from,
			unpipeSignal
		};
	} catch (error) {
		return { destinationError: error };
	}
};
const getDestination = (boundOptions, createNested, firstArgument, ...pipeArguments) => {
	if (Array.isArray(firstArgument)) return {
		destination: createNested(mapDestinationArguments, boundOptions)(firstArgument, ...pipeArguments),
		pipeOptions: boundOptions
	};
	if (typeof firstArgument === "string" || firstArgument instanceof URL || isDenoExecPath(firstArgument)) {
		if (Object.keys(boundOptions).length > 0) throw new TypeError("Please use .pipe(\"file\", ..., options) or .pipe(execa(\"file\", ..., options)) instead of .pipe(options)(\"file\", ...).");
		const [rawFile, rawArguments, rawOptions] = normalizeParameters(firstArgument, ...pipeArguments);
		return {
			destination: createNested(mapDestinationArguments)(rawFile, rawArguments, rawOptions),
			pipeOptions: rawOptions
		};
	}
	if (SUBPROCESS_OPTIONS.has(firstArgument)) {
		if (Object.keys(boundOptions).length > 0) throw new TypeError("Please use .pipe(options)`command` or .pipe($(options)`command`) instead of .pipe(options)($`command`).");
		return {
			destination: firstArgument,
			pipeOptions: pipeArguments[0]
		};
	}
	throw new TypeError(`The first argument must be a template string, an options object, or an Execa subprocess: ${firstArgument}`);
};
const mapDestinationArguments = ({ options }) => ({ options: {
	...options,
	stdin: "pipe",
	piped: true
} });
const getSourceStream = (source, from) => {
	try {
		return { sourceStream: getFromStream(source, from) };
	} catch (error) {
		return { sourceError: error };
	}
};
// node_modules/execa/lib/pipe/throw.js
const handlePipeArgumentsError = ({ sourceStream, sourceError, destinationStream, destinationError, fileDescriptors, sourceOptions, startTime }) => {
	const error = getPipeArgumentsError({
		sourceStream,
		sourceError,
		destinationStream,
		destinationError
	});
	if (error !== void 0) throw createNonCommandError({
		error,
		fileDescriptors,
		sourceOptions,
		startTime
	});
};
const getPipeArgumentsError = ({ sourceStream, sourceError, destinationStream, destinationError }) => {
	if (sourceError !== void 0 && destinationError !== void 0) return destinationError;
	if (destinationError !== void 0) {
		abortSourceStream(sourceStream);
		return destinationError;
	}
	if (sourceError !== void 0) {
		endDestinationStream(destinationStream);
		return sourceError;
	}
};
const createNonCommandError = ({ error, fileDescriptors, sourceOptions, startTime }) => makeEarlyError({
	error,
	command: PIPE_COMMAND_MESSAGE,
	escapedCommand: PIPE_COMMAND_MESSAGE,
	fileDescriptors,
	options: sourceOptions,
	startTime,
	isSync: false
});
const PIPE_COMMAND_MESSAGE = "source.pipe(destination)";
// node_modules/execa/lib/pipe/sequence.js
const waitForBothSubprocesses = async (subprocessPromises) => {
	const [{ status: sourceStatus, reason: sourceReason, value: sourceResult = sourceReason }, { status: destinationStatus, reason: destinationReason, value: destinationResult = destinationReason }] = await subprocessPromises;
	if (!destinationResult.pipedFrom.includes(sourceResult)) destinationResult.pipedFrom.push(sourceResult);
	if (destinationStatus === "rejected") throw destinationResult;
	if (sourceStatus === "rejected") throw sourceResult;
	return destinationResult;
};
// node_modules/execa/lib/pipe/streaming.js
const pipeSubprocessStream = (sourceStream, destinationStream, maxListenersController) => {
	const mergedStream = MERGED_STREAMS.has(destinationStream) ? pipeMoreSubprocessStream(sourceStream, destinationStream) : pipeFirstSubprocessStream(sourceStream, destinationStream);
	incrementMaxListeners(sourceStream, SOURCE_LISTENERS_PER_PIPE, maxListenersController.signal);
	incrementMaxListeners(destinationStream, DESTINATION_LISTENERS_PER_PIPE, maxListenersController.signal);
	cleanupMergedStreamsMap(destinationStream);
	return mergedStream;
};
const pipeFirstSubprocessStream = (sourceStream, destinationStream) => {
	const mergedStream = mergeStreams([sourceStream]);
	pipeStreams(mergedStream, destinationStream);
	MERGED_STREAMS.set(destinationStream, mergedStream);
	return mergedStream;
};
const pipeMoreSubprocessStream = (sourceStream, destinationStream) => {
	const mergedStream = MERGED_STREAMS.get(destinationStream);
	mergedStream.add(sourceStream);
	return mergedStream;
};
const cleanupMergedStreamsMap = async (destinationStream) => {
	try {
		await finished(destinationStream, {
			cleanup: true,
			readable: false,
			writable: true
		});
	} catch {}
	MERGED_STREAMS.delete(destinationStream);
};
const MERGED_STREAMS = new WeakMap();
const SOURCE_LISTENERS_PER_PIPE = 2;
const DESTINATION_LISTENERS_PER_PIPE = 1;
// node_modules/execa/lib/pipe/abort.js
const unpipeOnAbort = (unpipeSignal, unpipeContext) => unpipeSignal === void 0 ? [] : [unpipeOnSignalAbort(unpipeSignal, unpipeContext)];
const unpipeOnSignalAbort = async (unpipeSignal, { sourceStream, mergedStream, fileDescriptors, sourceOptions, startTime }) => {
	await aborted(unpipeSignal, sourceStream);
	await mergedStream.remove(sourceStream);
	throw createNonCommandError({
		error: new Error("Pipe canceled by `unpipeSignal` option."),
		fileDescriptors,
		sourceOptions,
		startTime
	});
};
// node_modules/execa/lib/pipe/setup.js
const pipeToSubprocess = (sourceInfo, ...pipeArguments) => {
	if (isPlainObject(pipeArguments[0])) return pipeToSubprocess.bind(void 0, {
		...sourceInfo,
		boundOptions: {
			...sourceInfo.boundOptions,
			...pipeArguments[0]
		}
	});
	const { destination, ...normalizedInfo } = normalizePipeArguments(sourceInfo, ...pipeArguments);
	const promise = handlePipePromise({
		...normalizedInfo,
		destination
	});
	promise.pipe = pipeToSubprocess.bind(void 0, {
		...sourceInfo,
		source: destination,
		sourcePromise: promise,
		boundOptions: {}
	});
	return promise;
};
const handlePipePromise = async ({ sourcePromise, sourceStream, sourceOptions, sourceError, destination, destinationStream, destinationError, unpipeSignal, fileDescriptors, startTime }) => {
	const subprocessPromises = getSubprocessPromises(sourcePromise, destination);
	handlePipeArgumentsError({
		sourceStream,
		sourceError,
		destinationStream,
		destinationError,
		fileDescriptors,
		sourceOptions,
		startTime
	});
	const maxListenersController = new AbortController();
	try {
		const mergedStream = pipeSubprocessStream(sourceStream, destinationStream, maxListenersController);
		return await Promise.race([waitForBothSubprocesses(subprocessPromises), ...unpipeOnAbort(unpipeSignal, {
			sourceStream,
			mergedStream,
			sourceOptions,
			fileDescriptors,
			startTime
		})]);
	} finally {
		maxListenersController.abort();
	}
};
const getSubprocessPromises = (sourcePromise, destination) => Promise.allSettled([sourcePromise, destination]);
// node_modules/execa/lib/io/iterate.js
const iterateOnSubprocessStream = ({ subprocessStdout, subprocess, binary, shouldEncode, encoding, preserveNewlines }) => {
	const controller = new AbortController();
	stopReadingOnExit(subprocess, controller);
	return iterateOnStream({
		stream: subprocessStdout,
		controller,
		binary,
		shouldEncode: !subprocessStdout.readableObjectMode && shouldEncode,
		encoding,
		shouldSplit: !subprocessStdout.readableObjectMode,
		preserveNewlines
	});
};
const stopReadingOnExit = async (subprocess, controller) => {
	try {
		await subprocess;
	} catch {} finally {
		controller.abort();
	}
};
const iterateForResult = ({ stream, onStreamEnd, lines, encoding, stripFinalNewline, allMixed }) => {
	const controller = new AbortController();
	stopReadingOnStreamEnd(onStreamEnd, controller, stream);
	const objectMode = stream.readableObjectMode && !allMixed;
	return iterateOnStream({
		stream,
		controller,
		binary: encoding === "buffer",
		shouldEncode: !objectMode,
		encoding,
		shouldSplit: !objectMode && lines,
		preserveNewlines: !stripFinalNewline
	});
};
const stopReadingOnStreamEnd = async (onStreamEnd, controller, stream) => {
	try {
		await onStreamEnd;
	} catch {
		stream.destroy();
	} finally {
		controller.abort();
	}
};
const iterateOnStream = ({ stream, controller, binary, shouldEncode, encoding, shouldSplit, preserveNewlines }) => {
	const onStdoutChunk = on(stream, "data", {
		signal: controller.signal,
		highWaterMark: HIGH_WATER_MARK,
		highWatermark: HIGH_WATER_MARK
	});
	return iterateOnData({
		onStdoutChunk,
		controller,
		binary,
		shouldEncode,
		encoding,
		shouldSplit,
		preserveNewlines
	});
};
const DEFAULT_OBJECT_HIGH_WATER_MARK = getDefaultHighWaterMark(true);
const HIGH_WATER_MARK = DEFAULT_OBJECT_HIGH_WATER_MARK;
const iterateOnData = async function* ({ onStdoutChunk, controller, binary, shouldEncode, encoding, shouldSplit, preserveNewlines }) {
	const generators = getGenerators({
		binary,
		shouldEncode,
		encoding,
		shouldSplit,
		preserveNewlines
	});
	try {
		for await (const [chunk] of onStdoutChunk) yield* transformChunkSync(chunk, generators, 0);
	} catch (error) {
		if (!controller.signal.aborted) throw error;
	} finally {
		yield* finalChunksSync(generators);
	}
};
const getGenerators = ({ binary, shouldEncode, encoding, shouldSplit, preserveNewlines }) => [getEncodingTransformGenerator(binary, encoding, !shouldEncode), getSplitLinesGenerator(binary, preserveNewlines, !shouldSplit, {})].filter(Boolean);
// node_modules/execa/lib/io/contents.js
const getStreamOutput = async ({ stream, onStreamEnd, fdNumber, encoding, buffer, maxBuffer, lines, allMixed, stripFinalNewline, verboseInfo, streamInfo }) => {
	const logPromise = logOutputAsync({
		stream,
		onStreamEnd,
		fdNumber,
		encoding,
		allMixed,
		verboseInfo,
		streamInfo
	});
	if (!buffer) {
		await Promise.all([resumeStream(stream), logPromise]);
		return;
	}
	const stripFinalNewlineValue = getStripFinalNewline(stripFinalNewline, fdNumber);
	const iterable = iterateForResult({
		stream,
		onStreamEnd,
		lines,
		encoding,
		stripFinalNewline: stripFinalNewlineValue,
		allMixed
	});
	const [output] = await Promise.all([getStreamContents({
		stream,
		iterable,
		fdNumber,
		encoding,
		maxBuffer,
		lines
	}), logPromise]);
	return output;
};
const logOutputAsync = async ({ stream, onStreamEnd, fdNumber, encoding, allMixed, verboseInfo, streamInfo: { fileDescriptors } }) => {
	if (!shouldLogOutput({
		stdioItems: fileDescriptors[fdNumber]?.stdioItems,
		encoding,
		verboseInfo,
		fdNumber
	})) return;
	const linesIterable = iterateForResult({
		stream,
		onStreamEnd,
		lines: true,
		encoding,
		stripFinalNewline: true,
		allMixed
	});
	await logLines(linesIterable, stream, fdNumber, verboseInfo);
};
const resumeStream = async (stream) => {
	await setImmediate();
	if (stream.readableFlowing === null) stream.resume();
};
const getStreamContents = async ({ stream, stream: { readableObjectMode }, iterable, fdNumber, encoding, maxBuffer, lines }) => {
	try {
		if (readableObjectMode || lines) return await getStreamAsArray(iterable, { maxBuffer });
		if (encoding === "buffer") return new Uint8Array(await getStreamAsArrayBuffer(iterable, { maxBuffer }));
		return await getStreamAsString(iterable, { maxBuffer });
	} catch (error) {
		return handleBufferedData(handleMaxBuffer({
			error,
			stream,
			readableObjectMode,
			lines,
			encoding,
			fdNumber
		}));
	}
};
const getBufferedData = async (streamPromise) => {
	try {
		return await streamPromise;
	} catch (error) {
		return handleBufferedData(error);
	}
};
const handleBufferedData = ({ bufferedData }) => isArrayBuffer(bufferedData) ? new Uint8Array(bufferedData) : bufferedData;
// node_modules/execa/lib/resolve/wait-stream.js
const waitForStream = async (stream, fdNumber, streamInfo, { isSameDirection, stopOnExit = false } = {}) => {
	const state = handleStdinDestroy(stream, streamInfo);
	const abortController = new AbortController();
	try {
		await Promise.race([...stopOnExit ? [streamInfo.exitPromise] : [], finished(stream, {
			cleanup: true,
			signal: abortController.signal
		})]);
	} catch (error) {
		if (!state.stdinCleanedUp) handleStreamError(error, fdNumber, streamInfo, isSameDirection);
	} finally {
		abortController.abort();
	}
};
const handleStdinDestroy = (stream, { originalStreams: [originalStdin], subprocess }) => {
	const state = { stdinCleanedUp: false };
	if (stream === originalStdin) spyOnStdinDestroy(stream, subprocess, state);
	return state;
};
const spyOnStdinDestroy = (subprocessStdin, subprocess, state) => {
	const { _destroy } = subprocessStdin;
	subprocessStdin._destroy = (...destroyArguments) => {
		setStdinCleanedUp(subprocess, state);
		_destroy.call(subprocessStdin, ...destroyArguments);
	};
};
const setStdinCleanedUp = ({ exitCode, signalCode }, state) => {
	if (exitCode !== null || signalCode !== null) state.stdinCleanedUp = true;
};
const handleStreamError = (error, fdNumber, streamInfo, isSameDirection) => {
	if (!shouldIgnoreStreamError(error, fdNumber, streamInfo, isSameDirection)) throw error;
};
const shouldIgnoreStreamError = (error, fdNumber, streamInfo, isSameDirection = true) => {
	if (streamInfo.propagating) return isStreamEpipe(error) || isStreamAbort(error);
	streamInfo.propagating = true;
	return isInputFileDescriptor(streamInfo, fdNumber) === isSameDirection ? isStreamEpipe(error) : isStreamAbort(error);
};
const isInputFileDescriptor = ({ fileDescriptors }, fdNumber) => fdNumber !== "all" && fileDescriptors[fdNumber].direction === "input";
const isStreamAbort = (error) => error?.code === "ERR_STREAM_PREMATURE_CLOSE";
const isStreamEpipe = (error) => error?.code === "EPIPE";
// node_modules/execa/lib/resolve/stdio.js
const waitForStdioStreams = ({ subprocess, encoding, buffer, maxBuffer, lines, stripFinalNewline, verboseInfo, streamInfo }) => subprocess.stdio.map((stream, fdNumber) => waitForSubprocessStream({
	stream,
	fdNumber,
	encoding,
	buffer: buffer[fdNumber],
	maxBuffer: maxBuffer[fdNumber],
	lines: lines[fdNumber],
	allMixed: false,
	stripFinalNewline,
	verboseInfo,
	streamInfo
}));
const waitForSubprocessStream = async ({ stream, fdNumber, encoding, buffer, maxBuffer, lines, allMixed, stripFinalNewline, verboseInfo, streamInfo }) => {
	if (!stream) return;
	const onStreamEnd = waitForStream(stream, fdNumber, streamInfo);
	if (isInputFileDescriptor(streamInfo, fdNumber)) {
		await onStreamEnd;
		return;
	}
	const [output] = await Promise.all([getStreamOutput({
		stream,
		onStreamEnd,
		fdNumber,
		encoding,
		buffer,
		maxBuffer,
		lines,
		allMixed,
		stripFinalNewline,
		verboseInfo,
		streamInfo
	}), onStreamEnd]);
	return output;
};
// node_modules/execa/lib/resolve/all-async.js
const makeAllStream = ({ stdout, stderr }, { all }) => all && (stdout || stderr) ? mergeStreams([stdout, stderr].filter(Boolean)) : void 0;
const waitForAllStream = ({ subprocess, encoding, buffer, maxBuffer, lines, stripFinalNewline, verboseInfo, streamInfo }) => waitForSubprocessStream({
	...getAllStream(subprocess, buffer),
	fdNumber: "all",
	encoding,
	maxBuffer: maxBuffer[1] + maxBuffer[2],
	lines: lines[1] || lines[2],
	allMixed: getAllMixed(subprocess),
	stripFinalNewline,
	verboseInfo,
	streamInfo
});
const getAllStream = ({ stdout, stderr, all }, [, bufferStdout, bufferStderr]) => {
	const buffer = bufferStdout || bufferStderr;
	if (!buffer) return {
		stream: all,
		buffer
	};
	if (!bufferStdout) return {
		stream: stderr,
		buffer
	};
	if (!bufferStderr) return {
		stream: stdout,
		buffer
	};
	return {
		stream: all,
		buffer
	};
};
const getAllMixed = ({ all, stdout, stderr }) => all && stdout && stderr && stdout.readableObjectMode !== stderr.readableObjectMode;
// node_modules/execa/lib/verbose/ipc.js
const shouldLogIpc = (verboseInfo) => isFullVerbose(verboseInfo, "ipc");
const logIpcOutput = (message, verboseInfo) => {
	const verboseMessage = serializeVerboseMessage(message);
	verboseLog({
		type: "ipc",
		verboseMessage,
		fdNumber: "ipc",
		verboseInfo
	});
};
// node_modules/execa/lib/ipc/buffer-messages.js
const waitForIpcOutput = async ({ subprocess, buffer: bufferArray, maxBuffer: maxBufferArray, ipc, ipcOutput, verboseInfo }) => {
	if (!ipc) return ipcOutput;
	const isVerbose = shouldLogIpc(verboseInfo);
	const buffer = getFdSpecificValue(bufferArray, "ipc");
	const maxBuffer = getFdSpecificValue(maxBufferArray, "ipc");
	for await (const message of loopOnMessages({
		anyProcess: subprocess,
		channel: subprocess.channel,
		isSubprocess: false,
		ipc,
		shouldAwait: false,
		reference: true
	})) {
		if (buffer) {
			checkIpcMaxBuffer(subprocess, ipcOutput, maxBuffer);
			ipcOutput.push(message);
		}
		if (isVerbose) logIpcOutput(message, verboseInfo);
	}
	return ipcOutput;
};
const getBufferedIpcOutput = async (ipcOutputPromise, ipcOutput) => {
	await Promise.allSettled([ipcOutputPromise]);
	return ipcOutput;
};
// node_modules/execa/lib/resolve/wait-subprocess.js
const waitForSubprocessResult = async ({ subprocess, options: { encoding, buffer, maxBuffer, lines, timeoutDuration: timeout, cancelSignal, gracefulCancel, forceKillAfterDelay, stripFinalNewline, ipc, ipcInput }, context, verboseInfo, fileDescriptors, originalStreams, onInternalError, controller }) => {
	const exitPromise = waitForExit(subprocess, context);
	const streamInfo = {
		originalStreams,
		fileDescriptors,
		subprocess,
		exitPromise,
		propagating: false
	};
	const stdioPromises = waitForStdioStreams({
		subprocess,
		encoding,
		buffer,
		maxBuffer,
		lines,
		stripFinalNewline,
		verboseInfo,
		streamInfo
	});
	const allPromise = waitForAllStream({
		subprocess,
		encoding,
		buffer,
		maxBuffer,
		lines,
		stripFinalNewline,
		verboseInfo,
		streamInfo
	});
	const ipcOutput = [];
	const ipcOutputPromise = waitForIpcOutput({
		subprocess,
		buffer,
		maxBuffer,
		ipc,
		ipcOutput,
		verboseInfo
	});
	const originalPromises = waitForOriginalStreams(originalStreams, subprocess, streamInfo);
	const customStreamsEndPromises = waitForCustomStreamsEnd(fileDescriptors, streamInfo);
	try {
		return await Promise.race([
			Promise.all([
				{},
				waitForSuccessfulExit(exitPromise),
				Promise.all(stdioPromises),
				allPromise,
				ipcOutputPromise,
				sendIpcInput(subprocess, ipcInput),
				...originalPromises,
				...customStreamsEndPromises
			]),
			onInternalError,
			throwOnSubprocessError(subprocess, controller),
			...throwOnTimeout(subprocess, timeout, context, controller),
			...throwOnCancel({
				subprocess,
				cancelSignal,
				gracefulCancel,
				context,
				controller
			}),
			...throwOnGracefulCancel({
				subprocess,
				cancelSignal,
				gracefulCancel,
				forceKillAfterDelay,
				context,
				controller
			})
		]);
	} catch (error) {
		context.terminationReason ??= "other";
		return Promise.all([
			{ error },
			exitPromise,
			Promise.all(stdioPromises.map((stdioPromise) => getBufferedData(stdioPromise))),
			getBufferedData(allPromise),
			getBufferedIpcOutput(ipcOutputPromise, ipcOutput),
			Promise.allSettled(originalPromises),
			Promise.allSettled(customStreamsEndPromises)
		]);
	}
};
const waitForOriginalStreams = (originalStreams, subprocess, streamInfo) => originalStreams.map((stream, fdNumber) => stream === subprocess.stdio[fdNumber] ? void 0 : waitForStream(stream, fdNumber, streamInfo));
const waitForCustomStreamsEnd = (fileDescriptors, streamInfo) => fileDescriptors.flatMap(({ stdioItems }, fdNumber) => stdioItems.filter(({ value, stream = value }) => isStream(stream, { checkOpen: false }) && !isStandardStream(stream)).map(({ type, value, stream = value }) => waitForStream(stream, fdNumber, streamInfo, {
	isSameDirection: TRANSFORM_TYPES.has(type),
	stopOnExit: type === "native"
})));
const throwOnSubprocessError = async (subprocess, { signal }) => {
	const [error] = await once(subprocess, "error", { signal });
	throw error;
};
// node_modules/execa/lib/convert/concurrent.js
const initializeConcurrentStreams = () => ({
	readableDestroy: new WeakMap(),
	writableFinal: new WeakMap(),
	writableDestroy: new WeakMap()
});
const addConcurrentStream = (concurrentStreams, stream, waitName) => {
	const weakMap = concurrentStreams[waitName];
	if (!weakMap.has(stream)) weakMap.set(stream, []);
	const promises = weakMap.get(stream);
	const promise = createDeferred();
	promises.push(promise);
	return {
		resolve: promise.resolve.bind(promise),
		promises
	};
};
const waitForConcurrentStreams = async ({ resolve, promises }, subprocess) => {
	resolve();
	const [isSubprocessExit] = await Promise.race([Promise.allSettled([true, subprocess]), Promise.all([false, ...promises])]);
	return !isSubprocessExit;
};
// node_modules/execa/lib/convert/shared.js
const safeWaitForSubprocessStdin = async (subprocessStdin) => {
	if (subprocessStdin === void 0) return;
	try {
		await waitForSubprocessStdin(subprocessStdin);
	} catch {}
};
const safeWaitForSubprocessStdout = async (subprocessStdout) => {
	if (subprocessStdout === void 0) return;
	try {
		await waitForSubprocessStdout(subprocessStdout);
	} catch {}
};
const waitForSubprocessStdin = async (subprocessStdin) => {
	await finished(subprocessStdin, {
		cleanup: true,
		readable: false,
		writable: true
	});
};
const waitForSubprocessStdout = async (subprocessStdout) => {
	await finished(subprocessStdout, {
		cleanup: true,
		readable: true,
		writable: false
	});
};
const waitForSubprocess = async (subprocess, error) => {
	await subprocess;
	if (error) throw error;
};
const destroyOtherStream = (stream, isOpen, error) => {
	if (error && !isStreamAbort(error)) stream.destroy(error);
	else if (isOpen) stream.destroy();
};
// node_modules/execa/lib/convert/readable.js
const createReadable = ({ subprocess, concurrentStreams, encoding }, { from, binary: binaryOption = true, preserveNewlines = true } = {}) => {
	const binary = binaryOption || BINARY_ENCODINGS.has(encoding);
	const { subprocessStdout, waitReadableDestroy } = getSubprocessStdout(subprocess, from, concurrentStreams);
	const { readableEncoding, readableObjectMode, readableHighWaterMark } = getReadableOptions(subprocessStdout, binary);
	const { read, onStdoutDataDone } = getReadableMethods({
		subprocessStdout,
		subprocess,
		binary,
		encoding,
		preserveNewlines
	});
	const readable = new Readable({
		read,
		destroy: callbackify(onReadableDestroy.bind(void 0, {
			subprocessStdout,
			subprocess,
			waitReadableDestroy
		})),
		highWaterMark: readableHighWaterMark,
		objectMode: readableObjectMode,
		encoding: readableEncoding
	});
	onStdoutFinished({
		subprocessStdout,
		onStdoutDataDone,
		readable,
		subprocess
	});
	return readable;
};
const getSubprocessStdout = (subprocess, from, concurrentStreams) => {
	const subprocessStdout = getFromStream(subprocess, from);
	return {
		subprocessStdout,
		waitReadableDestroy: addConcurrentStream(concurrentStreams, subprocessStdout, "readableDestroy")
	};
};
const getReadableOptions = ({ readableEncoding, readableObjectMode, readableHighWaterMark }, binary) => binary ? {
	readableEncoding,
	readableObjectMode,
	readableHighWaterMark
} : {
	readableEncoding,
	readableObjectMode: true,
	readableHighWaterMark: DEFAULT_OBJECT_HIGH_WATER_MARK
};
const getReadableMethods = ({ subprocessStdout, subprocess, binary, encoding, preserveNewlines }) => {
	const onStdoutDataDone = createDeferred();
	const onStdoutData = iterateOnSubprocessStream({
		subprocessStdout,
		subprocess,
		binary,
		shouldEncode: !binary,
		encoding,
		preserveNewlines
	});
	return {
		read() {
			onRead(this, onStdoutData, onStdoutDataDone);
		},
		onStdoutDataDone
	};
};
const onRead = async (readable, onStdoutData, onStdoutDataDone) => {
	try {
		const { value, done } = await onStdoutData.next();
		if (done) onStdoutDataDone.resolve();
		else readable.push(value);
	} catch {}
};
const onStdoutFinished = async ({ subprocessStdout, onStdoutDataDone, readable, subprocess, subprocessStdin }) => {
	try {
		await waitForSubprocessStdout(subprocessStdout);
		await subprocess;
		await safeWaitForSubprocessStdin(subprocessStdin);
		await onStdoutDataDone;
		if (readable.readable) readable.push(null);
	} catch (error) {
		await safeWaitForSubprocessStdin(subprocessStdin);
		destroyOtherReadable(readable, error);
	}
};
const onReadableDestroy = async ({ subprocessStdout, subprocess, waitReadableDestroy }, error) => {
	if (await waitForConcurrentStreams(waitReadableDestroy, subprocess)) {
		destroyOtherReadable(subprocessStdout, error);
		await waitForSubprocess(subprocess, error);
	}
};
const destroyOtherReadable = (stream, error) => {
	destroyOtherStream(stream, stream.readable, error);
};
// node_modules/execa/lib/convert/writable.js
const createWritable = ({ subprocess, concurrentStreams }, { to } = {}) => {
	const { subprocessStdin, waitWritableFinal, waitWritableDestroy } = getSubprocessStdin(subprocess, to, concurrentStreams);
	const writable = new Writable({
		...getWritableMethods(subprocessStdin, subprocess, waitWritableFinal),
		destroy: callbackify(onWritableDestroy.bind(void 0, {
			subprocessStdin,
			subprocess,
			waitWritableFinal,
			waitWritableDestroy
		})),
		highWaterMark: subprocessStdin.writableHighWaterMark,
		objectMode: subprocessStdin.writableObjectMode
	});
	onStdinFinished(subprocessStdin, writable);
	return writable;
};
const getSubprocessStdin = (subprocess, to, concurrentStreams) => {
	const subprocessStdin = getToStream(subprocess, to);
	return {
		subprocessStdin,
		waitWritableFinal: addConcurrentStream(concurrentStreams, subprocessStdin, "writableFinal"),
		waitWritableDestroy: addConcurrentStream(concurrentStreams, subprocessStdin, "writableDestroy")
	};
};
const getWritableMethods = (subprocessStdin, subprocess, waitWritableFinal) => ({
	write: onWrite.bind(void 0, subprocessStdin),
	final: callbackify(onWritableFinal.bind(void 0, subprocessStdin, subprocess, waitWritableFinal))
});
const onWrite = (subprocessStdin, chunk, encoding, done) => {
	if (subprocessStdin.write(chunk, encoding)) done();
	else subprocessStdin.once("drain", done);
};
const onWritableFinal = async (subprocessStdin, subprocess, waitWritableFinal) => {
	if (await waitForConcurrentStreams(waitWritableFinal, subprocess)) {
		if (subprocessStdin.writable) subprocessStdin.end();
		await subprocess;
	}
};
const onStdinFinished = async (subprocessStdin, writable, subprocessStdout) => {
	try {
		await waitForSubprocessStdin(subprocessStdin);
		if (writable.writable) writable.end();
	} catch (error) {
		await safeWaitForSubprocessStdout(subprocessStdout);
		destroyOtherWritable(writable, error);
	}
};
const onWritableDestroy = async ({ subprocessStdin, subprocess, waitWritableFinal, waitWritableDestroy }, error) => {
	await waitForConcurrentStreams(waitWritableFinal, subprocess);
	if (await waitForConcurrentStreams(waitWritableDestroy, subprocess)) {
		destroyOtherWritable(subprocessStdin, error);
		await waitForSubprocess(subprocess, error);
	}
};
const destroyOtherWritable = (stream, error) => {
	destroyOtherStream(stream, stream.writable, error);
};
// node_modules/execa/lib/convert/duplex.js
const createDuplex = ({ subprocess, concurrentStreams, encoding }, { from, to, binary: binaryOption = true, preserveNewlines = true } = {}) => {
	const binary = binaryOption || BINARY_ENCODINGS.has(encoding);
	const { subprocessStdout, waitReadableDestroy } = getSubprocessStdout(subprocess, from, concurrentStreams);
	const { subprocessStdin, waitWritableFinal, waitWritableDestroy } = getSubprocessStdin(subprocess, to, concurrentStreams);
	const { readableEncoding, readableObjectMode, readableHighWaterMark } = getReadableOptions(subprocessStdout, binary);
	const { read, onStdoutDataDone } = getReadableMethods({
		subprocessStdout,
		subprocess,
		binary,
		encoding,
		preserveNewlines
	});
	const duplex = new Duplex({
		read,
		...getWritableMethods(subprocessStdin, subprocess, waitWritableFinal),
		destroy: callbackify(onDuplexDestroy.bind(void 0, {
			subprocessStdout,
			subprocessStdin,
			subprocess,
			waitReadableDestroy,
			waitWritableFinal,
			waitWritableDestroy
		})),
		readableHighWaterMark,
		writableHighWaterMark: subprocessStdin.writableHighWaterMark,
		readableObjectMode,
		writableObjectMode: subprocessStdin.writableObjectMode,
		encoding: readableEncoding
	});
	onStdoutFinished({
		subprocessStdout,
		onStdoutDataDone,
		readable: duplex,
		subprocess,
		subprocessStdin
	});
	onStdinFinished(subprocessStdin, duplex, subprocessStdout);
	return duplex;
};
const onDuplexDestroy = async ({ subprocessStdout, subprocessStdin, subprocess, waitReadableDestroy, waitWritableFinal, waitWritableDestroy }, error) => {
	await Promise.all([onReadableDestroy({
		subprocessStdout,
		subprocess,
		waitReadableDestroy
	}, error), onWritableDestroy({
		subprocessStdin,
		subprocess,
		waitWritableFinal,
		waitWritableDestroy
	}, error)]);
};
// node_modules/execa/lib/convert/iterable.js
const createIterable = (subprocess, encoding, { from, binary: binaryOption = false, preserveNewlines = false } = {}) => {
	const binary = binaryOption || BINARY_ENCODINGS.has(encoding);
	const subprocessStdout = getFromStream(subprocess, from);
	const onStdoutData = iterateOnSubprocessStream({
		subprocessStdout,
		subprocess,
		binary,
		shouldEncode: true,
		encoding,
		preserveNewlines
	});
	return iterateOnStdoutData(onStdoutData, subprocessStdout, subprocess);
};
const iterateOnStdoutData = async function* (onStdoutData, subprocessStdout, subprocess) {
	try {
		yield* onStdoutData;
	} finally {
		if (subprocessStdout.readable) subprocessStdout.destroy();
		await subprocess;
	}
};
// node_modules/execa/lib/convert/add.js
const addConvertedStreams = (subprocess, { encoding }) => {
	const concurrentStreams = initializeConcurrentStreams();
	subprocess.readable = createReadable.bind(void 0, {
		subprocess,
		concurrentStreams,
		encoding
	});
	subprocess.writable = createWritable.bind(void 0, {
		subprocess,
		concurrentStreams
	});
	subprocess.duplex = createDuplex.bind(void 0, {
		subprocess,
		concurrentStreams,
		encoding
	});
	subprocess.iterable = createIterable.bind(void 0, subprocess, encoding);
	subprocess[Symbol.asyncIterator] = createIterable.bind(void 0, subprocess, encoding, {});
};
// node_modules/execa/lib/methods/promise.js
const mergePromise = (subprocess, promise) => {
	for (const [property, descriptor] of descriptors) {
		const value = descriptor.value.bind(promise);
		Reflect.defineProperty(subprocess, property, {
			...descriptor,
			value
		});
	}
};
const nativePromisePrototype = (async () => {})().constructor.prototype;
const descriptors = [
	"then",
	"catch",
	"finally"
].map((property) => [property, Reflect.getOwnPropertyDescriptor(nativePromisePrototype, property)]);
// node_modules/execa/lib/methods/main-async.js
const execaCoreAsync = (rawFile, rawArguments, rawOptions, createNested) => {
	const { file, commandArguments, command, escapedCommand, startTime, verboseInfo, options, fileDescriptors } = handleAsyncArguments(rawFile, rawArguments, rawOptions);
	const { subprocess, promise } = spawnSubprocessAsync({
		file,
		commandArguments,
		options,
		startTime,
		verboseInfo,
		command,
		escapedCommand,
		fileDescriptors
	});
	subprocess.pipe = pipeToSubprocess.bind(void 0, {
		source: subprocess,
		sourcePromise: promise,
		boundOptions: {},
		createNested
	});
	mergePromise(subprocess, promise);
	SUBPROCESS_OPTIONS.set(subprocess, {
		options,
		fileDescriptors
	});
	return subprocess;
};
const handleAsyncArguments = (rawFile, rawArguments, rawOptions) => {
	const { command, escapedCommand, startTime, verboseInfo } = handleCommand(rawFile, rawArguments, rawOptions);
	const { file, commandArguments, options: normalizedOptions } = normalizeOptions(rawFile, rawArguments, rawOptions);
	const options = handleAsyncOptions(normalizedOptions);
	return {
		file,
		commandArguments,
		command,
		escapedCommand,
		startTime,
		verboseInfo,
		options,
		fileDescriptors: handleStdioAsync(options, verboseInfo)
	};
};
const handleAsyncOptions = ({ timeout, signal, ...options }) => {
	if (signal !== void 0) throw new TypeError("The \"signal\" option has been renamed to \"cancelSignal\" instead.");
	return {
		...options,
		timeoutDuration: timeout
	};
};
const spawnSubprocessAsync = ({ file, commandArguments, options, startTime, verboseInfo, command, escapedCommand, fileDescriptors }) => {
	let subprocess;
	try {
		subprocess = spawn(...concatenateShell(file, commandArguments, options));
	} catch (error) {
		return handleEarlyError({
			error,
			command,
			escapedCommand,
			fileDescriptors,
			options,
			startTime,
			verboseInfo
		});
	}
	const controller = new AbortController();
	setMaxListeners(Number.POSITIVE_INFINITY, controller.signal);
	const originalStreams = [...subprocess.stdio];
	pipeOutputAsync(subprocess, fileDescriptors, controller);
	cleanupOnExit(subprocess, options, controller);
	const context = {};
	const onInternalError = createDeferred();
	subprocess.kill = subprocessKill.bind(void 0, {
		kill: subprocess.kill.bind(subprocess),
		options,
		onInternalError,
		context,
		controller
	});
	subprocess.all = makeAllStream(subprocess, options);
	addConvertedStreams(subprocess, options);
	addIpcMethods(subprocess, options);
	const promise = handlePromise({
		subprocess,
		options,
		startTime,
		verboseInfo,
		fileDescriptors,
		originalStreams,
		command,
		escapedCommand,
		context,
		onInternalError,
		controller
	});
	return {
		subprocess,
		promise
	};
};
const handlePromise = async ({ subprocess, options, startTime, verboseInfo, fileDescriptors, originalStreams, command, escapedCommand, context, onInternalError, controller }) => {
	const [errorInfo, [exitCode, signal], stdioResults, allResult, ipcOutput] = await waitForSubprocessResult({
		subprocess,
		options,
		context,
		verboseInfo,
		fileDescriptors,
		originalStreams,
		onInternalError,
		controller
	});
	controller.abort();
	onInternalError.resolve();
	const stdio = stdioResults.map((stdioResult, fdNumber) => stripNewline(stdioResult, options, fdNumber));
	const all = stripNewline(allResult, options, "all");
	const result = getAsyncResult({
		errorInfo,
		exitCode,
		signal,
		stdio,
		all,
		ipcOutput,
		context,
		options,
		command,
		escapedCommand,
		startTime
	});
	return handleResult(result, verboseInfo, options);
};
const getAsyncResult = ({ errorInfo, exitCode, signal, stdio, all, ipcOutput, context, options, command, escapedCommand, startTime }) => "error" in errorInfo ? makeError({
	error: errorInfo.error,
	command,
	escapedCommand,
	timedOut: context.terminationReason === "timeout",
	isCanceled: context.terminationReason === "cancel" || context.terminationReason === "gracefulCancel",
	isGracefullyCanceled: context.terminationReason === "gracefulCancel",
	isMaxBuffer: errorInfo.error instanceof MaxBufferError,
	isForcefullyTerminated: context.isForcefullyTerminated,
	exitCode,
	signal,
	stdio,
	all,
	ipcOutput,
	options,
	startTime,
	isSync: false
}) : makeSuccessResult({
	command,
	escapedCommand,
	stdio,
	all,
	ipcOutput,
	options,
	startTime
});
// node_modules/execa/lib/methods/bind.js
const mergeOptions = (boundOptions, options) => {
	const newOptions = Object.fromEntries(Object.entries(options).map(([optionName, optionValue]) => [optionName, mergeOption(optionName, boundOptions[optionName], optionValue)]));
	return {
		...boundOptions,
		...newOptions
	};
};
const mergeOption = (optionName, boundOptionValue, optionValue) => {
	if (DEEP_OPTIONS.has(optionName) && isPlainObject(boundOptionValue) && isPlainObject(optionValue)) return {
		...boundOptionValue,
		...optionValue
	};
	return optionValue;
};
const DEEP_OPTIONS = new Set(["env", ...FD_SPECIFIC_OPTIONS]);
// node_modules/execa/lib/methods/create.js
const createExeca = (mapArguments, boundOptions, deepOptions, setBoundExeca) => {
	const createNested = (mapArguments, boundOptions, setBoundExeca) => createExeca(mapArguments, boundOptions, deepOptions, setBoundExeca);
	const boundExeca = (...execaArguments) => callBoundExeca({
		mapArguments,
		deepOptions,
		boundOptions,
		setBoundExeca,
		createNested
	}, ...execaArguments);
	if (setBoundExeca !== void 0) setBoundExeca(boundExeca, createNested, boundOptions);
	return boundExeca;
};
const callBoundExeca = ({ mapArguments, deepOptions = {}, boundOptions = {}, setBoundExeca, createNested }, firstArgument, ...nextArguments) => {
	if (isPlainObject(firstArgument)) return createNested(mapArguments, mergeOptions(boundOptions, firstArgument), setBoundExeca);
	const { file, commandArguments, options, isSync } = parseArguments({
		mapArguments,
		firstArgument,
		nextArguments,
		deepOptions,
		boundOptions
	});
	return isSync ? execaCoreSync(file, commandArguments, options) : execaCoreAsync(file, commandArguments, options, createNested);
};
const parseArguments = ({ mapArguments, firstArgument, nextArguments, deepOptions, boundOptions }) => {
	const callArguments = isTemplateString(firstArgument) ? parseTemplates(firstArgument, nextArguments) : [firstArgument, ...nextArguments];
	const [initialFile, initialArguments, initialOptions] = normalizeParameters(...callArguments);
	const mergedOptions = mergeOptions(mergeOptions(deepOptions, boundOptions), initialOptions);
	const { file = initialFile, commandArguments = initialArguments, options = mergedOptions, isSync = false } = mapArguments({
		file: initialFile,
		commandArguments: initialArguments,
		options: mergedOptions
	});
	return {
		file,
		commandArguments,
		options,
		isSync
	};
};
// node_modules/execa/lib/methods/command.js
const mapCommandAsync = ({ file, commandArguments }) => parseCommand(file, commandArguments);
const mapCommandSync = ({ file, commandArguments }) => ({
	...parseCommand(file, commandArguments),
	isSync: true
});
const parseCommand = (command, unusedArguments) => {
	if (unusedArguments.length > 0) throw new TypeError(`The command and its arguments must be passed as a single string: ${command} ${unusedArguments}.`);
	const [file, ...commandArguments] = parseCommandString(command);
	return {
		file,
		commandArguments
	};
};
const parseCommandString = (command) => {
	if (typeof command !== "string") throw new TypeError(`The command must be a string: ${String(command)}.`);
	const trimmedCommand = command.trim();
	if (trimmedCommand === "") return [];
	const tokens = [];
	for (const token of trimmedCommand.split(SPACES_REGEXP)) {
		const previousToken = tokens.at(-1);
		if (previousToken && previousToken.endsWith("\\")) tokens[tokens.length - 1] = `${previousToken.slice(0, -1)} ${token}`;
		else tokens.push(token);
	}
	return tokens;
};
const SPACES_REGEXP = / +/g;
// node_modules/execa/lib/methods/script.js
const setScriptSync = (boundExeca, createNested, boundOptions) => {
	boundExeca.sync = createNested(mapScriptSync, boundOptions);
	boundExeca.s = boundExeca.sync;
};
const mapScriptAsync = ({ options }) => getScriptOptions(options);
const mapScriptSync = ({ options }) => ({
	...getScriptOptions(options),
	isSync: true
});
const getScriptOptions = (options) => ({ options: {
	...getScriptStdinOption(options),
	...options
} });
const getScriptStdinOption = ({ input, inputFile, stdio }) => input === void 0 && inputFile === void 0 && stdio === void 0 ? { stdin: "inherit" } : {};
const deepScriptOptions = { preferLocal: true };
// node_modules/execa/index.js
const execa = createExeca(() => ({}));
createExeca(() => ({ isSync: true }));
createExeca(mapCommandAsync);
createExeca(mapCommandSync);
createExeca(mapNode);
createExeca(mapScriptAsync, {}, deepScriptOptions, setScriptSync);
const { sendMessage, getOneMessage, getEachMessage, getCancelSignal } = getIpcExport();
// src/host/child-environment.ts
const inheritedNames = new Set([
	..."PATH HOME USER LOGNAME SHELL LANG LC_ALL LC_CTYPE TZ TERM TMPDIR TMP TEMP CI".split(" "),
	..."SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA".split(" "),
	..."XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME".split(" "),
	..."HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR".split(" "),
	..."GO111MODULE GOARCH GOAUTH GOBIN GOCACHE GOCACHEPROG GOCOVERDIR GODEBUG GOENV GOEXE GOEXPERIMENT".split(" "),
	..."GOFIPS140 GOFLAGS GOHOSTARCH GOHOSTOS GOINSECURE GOMODCACHE GONOPROXY GONOSUMDB GOOS GOPATH".split(" "),
	..."GOPRIVATE GOPROXY GORACE GOROOT GOSUMDB GOTELEMETRYDIR GOTMPDIR GOTOOLCHAIN GOVCS GOWORK".split(" "),
	..."GO386 GOAMD64 GOARM GOARM64 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOMAXPROCS GOMEMLIMIT GOGC".split(" "),
	..."AR CC CXX FC CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS".split(" "),
	..."CGO_CFLAGS_ALLOW CGO_LDFLAGS_ALLOW PKG_CONFIG PKG_CONFIG_PATH".split(" ")
]);
function childEnvironment(own, passed, added = {}) {
	const environment = {};
	for (const [name, value] of Object.entries(own)) {
		const inherited = inheritedNames.has(name) || inheritedNames.has(name.toUpperCase()) || passed.includes(name);
		if (value !== void 0 && inherited) environment[name] = value;
	}
	return {
		...environment,
		...added
	};
}
// src/host/watchdog.ts
const script = `trap '' HUP INT TERM
live=' '
while read -r change; do
	group=\${change#?}
	case $change in
	+*) live="$live$group " ;;
	-*) case $live in *" $group "*) live="\${live%% $group *} \${live#* $group }" ;; esac ;;
	esac
done
for group in $live; do kill -KILL "-$group" 2>/dev/null; done`;
let watchdog = null;
function watch(change, group) {
	if (process.platform === "win32") return;
	watchdog ??= start();
	watchdog.stdin?.write(`${change}${group}\n`);
}
function start() {
	const started = spawn("/bin/sh", ["-c", script], {
		cwd: "/",
		env: {},
		detached: true,
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		]
	});
	started.on("error", () => {});
	started.stdin.on("error", () => {});
	started.unref();
	started.stdin.unref();
	return started;
}
// src/host/processes.ts
const graceMs = 2e3;
const captureLimit = 67108864;
const liveGroups = new Set();
process.on("exit", () => {
	for (const pid of liveGroups) signalGroup(pid, "SIGKILL");
});
function localProcesses(interrupt, passEnv = [], onCommand = () => {}) {
	return { async run(command, onStdout) {
		const started = performance.now();
		if (interrupt.aborted) return notStarted("interrupted");
		const temporary = await folderForGo();
		const child = execa(command.program, [...command.args], {
			cwd: command.cwd,
			env: childEnvironment(process.env, passEnv, {
				...temporary,
				...command.env
			}),
			extendEnv: false,
			detached: process.platform !== "win32",
			reject: false,
			stripFinalNewline: false,
			maxBuffer: captureLimit,
			buffer: {
				stdout: onStdout === void 0,
				stderr: true
			},
			...command.input === void 0 ? { stdin: "ignore" } : { input: command.input }
		});
		const guard = guardGroup(child.pid, command, interrupt);
		if (onStdout !== void 0) child.stdout.on("data", (chunk) => {
			guard.heard();
			onStdout(chunk);
		});
		const result = await child;
		guard.release();
		const exit = {
			code: result.exitCode ?? null,
			stdout: typeof result.stdout === "string" ? result.stdout : "",
			stderr: typeof result.stderr === "string" ? result.stderr : "",
			ended: guard.ended ?? endOf(result),
			durationMs: performance.now() - started
		};
		onCommand(command, exit);
		return exit;
	} };
}
async function folderForGo() {
	if (process.env.GOTMPDIR) return {};
	return folderOfProcess().then((folder) => ({ GOTMPDIR: folder }), () => ({}));
}
function notStarted(ended) {
	return {
		code: null,
		stdout: "",
		stderr: "",
		ended,
		durationMs: 0
	};
}
function endOf(result) {
	if (result.exitCode !== void 0) return "exited";
	return result.code === "ENOENT" ? "not-found" : "signalled";
}
function guardGroup(pid, command, interrupt) {
	const guard = {
		ended: void 0,
		heard: () => {},
		release: () => {}
	};
	if (pid === void 0) return guard;
	liveGroups.add(pid);
	watch("+", pid);
	const timers = new Set();
	const end = (why) => {
		guard.ended ??= why;
		signalGroup(pid, "SIGTERM");
		timers.add(setTimeout(() => signalGroup(pid, "SIGKILL"), graceMs));
	};
	const onInterrupt = () => end("interrupted");
	interrupt.addEventListener("abort", onInterrupt);
	if (command.timeoutMs !== void 0) timers.add(setTimeout(() => end("timed-out"), command.timeoutMs));
	if (command.idleTimeoutMs !== void 0) {
		const idle = setTimeout(() => end("timed-out"), command.idleTimeoutMs);
		timers.add(idle);
		guard.heard = () => void idle.refresh();
	}
	guard.release = () => {
		liveGroups.delete(pid);
		watch("-", pid);
		interrupt.removeEventListener("abort", onInterrupt);
		for (const timer of timers) clearTimeout(timer);
		if (guard.ended !== void 0) signalGroup(pid, "SIGKILL");
	};
	return guard;
}
function signalGroup(pid, signal) {
	try {
		if (process.platform === "win32") execa("taskkill", [
			"/pid",
			String(pid),
			"/T",
			"/F"
		], { reject: false });
		else process.kill(-pid, signal);
	} catch {}
}
// src/host/local-host.ts
function localHost(interrupt, passEnv = [], onCommand = () => {}) {
	return {
		processes: localProcesses(interrupt, passEnv, onCommand),
		files: localFiles,
		clock: {
			now: () => new Date(),
			elapsedMs: () => performance.now()
		},
		cacheDirectory: cacheDirectory(process.env),
		interrupt
	};
}
function cacheDirectory(environment) {
	const own = environment.GO_RACE_AUDIT_CACHE;
	if (own) return own;
	return join(userCache(environment), "go-race-audit");
}
function userCache(environment) {
	if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
	if (platform$1() === "win32") return environment.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
	return platform$1() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
// src/judge/conclusion.ts
function counts(finding, failOn) {
	if (failOn === "never" || finding.state === "absent" || finding.suppression !== null) return false;
	if (finding.severity === "note" || finding.section === "race-in-dependency") return false;
	return failOn === "any" || finding.state === "new";
}
function conclude(report, failOn) {
	if (report.findings.some((finding) => counts(finding, failOn))) return "findings";
	return report.gaps.length > 0 ? "gaps" : "clean";
}
const exitCodes = {
	clean: 0,
	findings: 1,
	gaps: 2
};
// src/confirm/baseline.ts
function modulesToLint(findings, modules) {
	const names = new Set(findings.filter(isLintWarning).map((finding) => finding.package));
	return modules.flatMap((module) => {
		const packages = module.packages.filter((one) => names.has(one.importPath));
		return packages.length === 0 ? [] : [{
			...module,
			packages,
			patterns: packages.map((one) => one.importPath)
		}];
	});
}
function isLintWarning(finding) {
	return finding.kind === "lint" && finding.severity !== "note";
}
function isInBaseline(finding, baseline) {
	if (finding.kind === "lint") {
		if (baseline?.lint == null || !isLintWarning(finding)) return null;
		return baseline.lint.some((one) => one.fingerprint === finding.fingerprint);
	}
	const counts = baseline?.counts.get(finding.fingerprint);
	return counts === void 0 ? null : counts.hits > 0;
}
function goneSince(baseline, findings) {
	const here = new Set(findings.map((finding) => finding.fingerprint));
	return (baseline?.lint ?? []).filter((finding) => isLintWarning(finding) && !here.has(finding.fingerprint));
}
function moveModule(module, from, to) {
	const packages = module.packages.map((one) => ({
		...one,
		directory: movePath(one.directory, from, to)
	}));
	return {
		...module,
		directory: movePath(module.directory, from, to),
		packages
	};
}
function moveTarget(target, from, to) {
	const directory = movePath(target.package.directory, from, to);
	return {
		...target,
		module: moveModule(target.module, from, to),
		package: {
			...target.package,
			directory
		}
	};
}
function movePlaces(finding, from, to) {
	const move = (place) => ({
		...place,
		file: movePath(place.file, from, to)
	});
	return {
		...finding,
		places: finding.places.map(move)
	};
}
function movePath(path, from, to) {
	return posix.join(to, posix.relative(from, path));
}
// src/domain/run-pattern.ts
function runPattern(tests) {
	const [only] = tests;
	if (tests.length === 1 && only !== void 0) return only.split("/").map(exactly).join("/");
	const topLevel = [...new Set(tests.map((test) => test.split("/", 1)[0] ?? test))].sort();
	return topLevel.length === 1 ? exactly(topLevel[0] ?? "") : `^(${topLevel.map(escapeRegExp).join("|")})$`;
}
function exactly(name) {
	return `^${escapeRegExp(name)}$`;
}
function escapeRegExp(text) {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
// src/host/test-binary.ts
async function compileTestBinary(host, moduleDirectory, importPath, output, options) {
	const race = options.race ? ["-race"] : [];
	const overlay = options.overlay === void 0 ? [] : [`-overlay=${options.overlay}`];
	const args = [
		"test",
		...race,
		...overlay,
		"-c",
		"-o",
		output,
		...options.goFlags,
		importPath
	];
	const exit = await host.processes.run({
		program: "go",
		args,
		cwd: moduleDirectory
	});
	if (exit.code !== 0) return { error: exit.stderr.trim() };
	return await host.files.exists(output) ? { path: output } : { error: "no test files" };
}
const processorCounts = [
	0,
	2,
	1,
	4,
	8
];
async function runTestBinary(host, binary, directory, options, index) {
	const processors = processorCounts[index % processorCounts.length] ?? 0;
	const run = options.pattern === null ? [] : [`-test.run=${options.pattern}`];
	return host.processes.run({
		program: binary,
		args: [
			...run,
			...options.shuffle ? ["-test.shuffle=on"] : [],
			...options.verbose ? ["-test.v"] : [],
			"-test.count=1",
			`-test.timeout=${Math.ceil(options.timeoutMs / 1e3)}s`
		],
		cwd: directory,
		env: {
			GORACE: options.gorace,
			...processors === 0 ? {} : { GOMAXPROCS: String(processors) }
		},
		timeoutMs: options.timeoutMs + 5e3
	});
}
// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
// src/confirm/sample.ts
async function sampleRuns(fingerprints, size, elapsedMs, runOnce) {
	const counts = new Map(fingerprints.map((fingerprint) => [fingerprint, {
		runs: 0,
		hits: 0
	}]));
	const batch = async (from, to) => {
		const limit = pLimit(availableParallelism());
		const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
		await Promise.all(indexes.map((index) => limit(async () => {
			if (elapsedMs() < size.deadlineMs) countRun(counts, await runOnce(index));
		})));
	};
	await batch(0, size.sure);
	if (![...counts.values()].every(({ runs, hits }) => runs > 0 && hits === runs)) await batch(size.sure, size.most);
	return counts;
}
function countRun(counts, seen) {
	if (seen === null) return;
	for (const [fingerprint, count] of counts) {
		count.runs++;
		if (seen.has(fingerprint)) count.hits++;
	}
}
async function countHits(targets, options, host) {
	const total = new Map();
	const packages = [...new Set(targets.map((target) => target.package.importPath))];
	let done = 0;
	await host.files.withTemporaryFolder("rerun", async (folder) => {
		for (const [index, importPath] of packages.entries()) {
			const group = targets.filter((target) => target.package.importPath === importPath);
			const built = await compileTestBinary(host, group[0]?.module.directory ?? folder, importPath, join(folder, `${index}.test`), options);
			for (const target of group) {
				addCounts(total, await countTarget(target, built, options, host));
				options.onTarget(++done);
			}
		}
	});
	return total;
}
async function countTarget(target, built, options, host) {
	const size = {
		sure: 5,
		most: options.mostRuns(target),
		deadlineMs: options.deadlineMs
	};
	const { directory } = target.package;
	const { gorace, timeoutMs } = options;
	const pattern = target.tests.length === 0 ? null : runPattern(target.tests);
	return sampleRuns(target.fingerprints, size, host.clock.elapsedMs, async (index) => {
		if ("error" in built) return null;
		const exit = await runTestBinary(host, built.path, directory, {
			pattern,
			gorace,
			timeoutMs
		}, index);
		return exit.ended === "interrupted" ? null : options.identify(exit.stdout + exit.stderr);
	});
}
function addCounts(total, counts) {
	for (const [fingerprint, { runs, hits }] of counts) {
		const before = total.get(fingerprint) ?? {
			runs: 0,
			hits: 0
		};
		total.set(fingerprint, {
			runs: before.runs + runs,
			hits: before.hits + hits
		});
	}
}
// src/confirm/kept-baseline.ts
const KeptCounts = record(string(), Runs);
async function countAtBase(targets, options, host, key) {
	const total = new Map();
	let done = 0;
	for (const importPath of new Set(targets.map((target) => target.package.importPath))) {
		const group = targets.filter((target) => target.package.importPath === importPath);
		const path = join(folderOf(host, key), `${nameOf$1(group, options, key)}.json`);
		const kept = await readKept(host, path);
		const counts = kept ?? await countHits(group, {
			...options,
			onTarget: () => {}
		}, host);
		if (kept === null && group.every((target) => isComplete(target, counts, options))) await host.files.writeText(path, JSON.stringify(Object.fromEntries(counts))).catch(() => {});
		for (const [fingerprint, { runs, hits }] of counts) {
			const before = total.get(fingerprint) ?? {
				runs: 0,
				hits: 0
			};
			total.set(fingerprint, {
				runs: before.runs + runs,
				hits: before.hits + hits
			});
		}
		done += group.length;
		options.onTarget(done);
	}
	return total;
}
function folderOf(host, { mergeBase }) {
	return join(host.cacheDirectory, "baseline", mergeBase);
}
function nameOf$1(group, options, key) {
	const { race, goFlags, gorace, timeoutMs } = options;
	const asked = group.map((target) => [...[
		target.package.importPath,
		target.tests,
		target.fingerprints.toSorted()
	], options.mostRuns(target)]);
	const facts = JSON.stringify([
		key.goVersion,
		key.toolVersion,
		race,
		goFlags,
		gorace,
		timeoutMs,
		asked
	]);
	return createHash("sha256").update(facts).digest("hex").slice(0, 24);
}
async function readKept(host, path) {
	const text = await host.files.readText(path);
	if (text === null) return null;
	try {
		return new Map(Object.entries(KeptCounts.parse(JSON.parse(text))));
	} catch {
		return null;
	}
}
function isComplete(target, counts, options) {
	return target.fingerprints.every((fingerprint) => {
		const { runs, hits } = counts.get(fingerprint) ?? {
			runs: 0,
			hits: 0
		};
		return runs >= options.mostRuns(target) || runs >= 5 && hits === runs;
	});
}
// src/confirm/rerun-target.ts
const testsOfOneFinding = 2;
function rerunTargets(findings, modules) {
	const targets = new Map();
	for (const finding of findings.filter(canRerun)) for (const { importPath, test } of selections(finding)) {
		const home = findPackage(importPath, modules);
		if (home === null) continue;
		const key = `${importPath} ${test ?? ""}`;
		const target = targets.get(key) ?? {
			...home,
			tests: test === null ? [] : [test],
			fingerprints: []
		};
		target.fingerprints.push(finding.fingerprint);
		targets.set(key, target);
	}
	return [...targets.values()];
}
function canRerun(finding) {
	return finding.kind !== "lint" && finding.kind !== "timeout" && finding.severity !== "note";
}
function selections(finding) {
	const seen = new Map();
	for (const incident of finding.incidents) {
		if (incident.package === null) continue;
		const test = incident.test?.split("/", 1)[0] ?? null;
		seen.set(`${incident.package} ${test}`, {
			importPath: incident.package,
			test
		});
	}
	return [...seen.values()].slice(0, testsOfOneFinding);
}
function findPackage(importPath, modules) {
	for (const module of modules) {
		const found = module.packages.find((one) => one.importPath === importPath);
		if (found !== void 0) return {
			module,
			package: found
		};
	}
	return null;
}
// src/confirm/confirm.ts
const headRuns = 20;
const mostBaseRuns = 60;
const budgetMs = 6e4;
async function confirm(findings, context, host, onProgress) {
	const targets = context.plan.effort === "quick" ? [] : rerunTargets(findings, context.plan.modules);
	if (targets.length > 0) onProgress({
		type: "stage",
		stage: "confirming"
	});
	const head = await countHits(targets, rerunOptions$1(targets, context, host, onProgress), host);
	const baseline = await readBaseline(findings, targets, head, context, host, onProgress);
	return [...findings.map((finding) => withCounts(finding, head, baseline)), ...goneSince(baseline, findings).map((finding) => ({
		...withCounts(finding, head, null),
		absent: true
	}))];
}
function withCounts(finding, head, baseline) {
	const here = head.get(finding.fingerprint);
	const there = baseline?.counts.get(finding.fingerprint) ?? null;
	return {
		...finding,
		confirmation: here === void 0 ? null : {
			head: here,
			base: there
		},
		inBaseline: isInBaseline(finding, baseline),
		absent: false,
		fixes: [],
		rejectedFixes: []
	};
}
function rerunOptions$1(targets, context, host, onProgress) {
	const { race, goFlags, gorace, timeoutMs, identify } = context;
	return {
		race,
		goFlags,
		gorace,
		timeoutMs,
		identify,
		mostRuns: () => headRuns,
		deadlineMs: host.clock.elapsedMs() + budgetMs,
		onTarget: (done) => onProgress({
			type: "reran",
			done,
			total: targets.length
		})
	};
}
async function readBaseline(findings, targets, head, context, host, onProgress) {
	const { baseline: key, plan } = context;
	const linted = modulesToLint(findings, plan.modules);
	if (key === null || targets.length + linted.length === 0) return null;
	onProgress({
		type: "stage",
		stage: "baseline"
	});
	return withCommitCheckedOut(host, plan.root, key.mergeBase, async (tree) => {
		return {
			counts: await countAtBase(targets.map((target) => moveTarget(target, plan.root, tree)), {
				...rerunOptions$1(targets, context, host, onProgress),
				mostRuns: baseRunsFor(head)
			}, host, key),
			lint: (await context.lint(linted.map((module) => moveModule(module, plan.root, tree))))?.map((finding) => movePlaces(finding, tree, plan.root)) ?? null
		};
	});
}
function baseRunsFor(head) {
	const needed = (fingerprint) => {
		const runs = head.get(fingerprint);
		return runs === void 0 ? headRuns : runsForCertainty(runs, mostBaseRuns);
	};
	return (target) => Math.max(headRuns, ...target.fingerprints.map(needed));
}
// src/host/load-sources.ts
const longestSource = 4194304;
function filesNamed(incidents, diagnostics) {
	const files = incidents.flatMap((incident) => incident.kind === "race" ? [...incident.accesses, ...incident.goroutines].flatMap(({ stack }) => stack) : incident.stack).filter(({ origin }) => origin === "user").map(({ file }) => file);
	return new Set([...files, ...diagnostics.map(({ at }) => at.file)]);
}
async function loadSources(host, files, { root, modules }, replaced = new Map()) {
	const locate = (name) => {
		const path = locateInModules(name, modules);
		return replaced.get(path) ?? path;
	};
	return readSources(host, new Map([...files].map((name) => [name, locate(name)])), root);
}
function locateInModules(name, modules) {
	const module = modules.find(({ path }) => name.startsWith(`${path}/`));
	return module === void 0 ? name : join(module.directory, name.slice(module.path.length + 1));
}
async function locateInFolder(host, files, folder) {
	const located = new Map();
	if (folder === null) return located;
	for (const name of files) {
		const parts = name.split(/[\\/]+/).filter((part) => part !== "" && part !== "." && part !== "..");
		for (let start = 0; start < parts.length; start++) {
			const path = join(folder, ...parts.slice(start));
			if (!await host.files.exists(path)) continue;
			located.set(name, path);
			break;
		}
	}
	return located;
}
const neighbourLimits = {
	folder: 300,
	total: 3e3
};
function splitName(name) {
	const end = Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1;
	return {
		folder: name.slice(0, end),
		base: name.slice(end)
	};
}
async function locateNeighbours(host, located) {
	const folders = new Map();
	for (const [name, path] of located) {
		const { folder } = splitName(name);
		if (name.endsWith(".go") && !folders.has(folder)) folders.set(folder, dirname(path));
	}
	const neighbours = new Map();
	let total = 0;
	for (const [folder, path] of folders) {
		if (total >= neighbourLimits.total) break;
		const taken = (await host.files.list(path)).filter((base) => base.endsWith(".go")).slice(0, neighbourLimits.folder);
		total += taken.length;
		neighbours.set(folder, new Map(taken.map((base) => [folder + base, join(path, base)])));
	}
	return neighbours;
}
async function readSources(host, located, root) {
	const neighbours = await locateNeighbours(host, located);
	const paths = new Map([...[...neighbours.values()].flatMap((files) => [...files]), ...located]);
	const texts = new Map();
	await Promise.all([...paths].map(async ([name, path]) => {
		const real = path.endsWith(".go") ? await host.files.realPathWithin(path, root) : null;
		const text = real?.endsWith(".go") ? await host.files.readText(real) : null;
		if (text !== null && text.length <= longestSource) texts.set(name, text.split(/\r?\n/));
	}));
	return {
		lines: (file) => texts.get(file) ?? null,
		neighbours: (file) => [...neighbours.get(splitName(file).folder)?.keys() ?? []].filter((name) => name !== file)
	};
}
// src/confirm/fix-target.ts
const mostAccesses = 40;
const crashes = new Set(["panic-closed-channel", "fatal-concurrent-map"]);
function fixTarget(finding, modules) {
	if (!finding.section.startsWith("race-") && !crashes.has(finding.section)) return null;
	const frames = (stack) => stack.filter(({ origin }) => origin === "user").map(({ file, line, function: name }) => ({
		file: locateInModules(file, modules),
		line,
		function: name
	}));
	const races = finding.incidents.filter((incident) => incident.kind === "race");
	const accesses = races.flatMap((race) => race.accesses.map(({ operation, stack }) => ({
		operation,
		frames: frames(stack)
	})));
	for (const incident of finding.incidents) {
		if (incident.kind === "race") continue;
		accesses.push({
			operation: "write",
			frames: frames(incident.stack)
		});
	}
	accesses.push(...finding.diagnostics.flatMap(diagnosedAccesses));
	const goroutines = races.flatMap((race) => race.goroutines.map(({ stack }) => frames(stack)));
	return {
		fingerprint: finding.fingerprint,
		section: finding.section,
		subject: finding.facts.subject,
		subjectType: finding.facts.subjectType,
		accesses: distinct(accesses).slice(0, mostAccesses),
		goroutines: distinct(goroutines).slice(0, mostAccesses)
	};
}
function diagnosedAccesses({ at, function: name, related }) {
	return [at, ...related.filter(({ role }) => role === "access").map((one) => one.at)].map(({ file, line }) => ({
		operation: "write",
		frames: [{
			file,
			line,
			function: name
		}]
	}));
}
function distinct(values) {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
function targetsByModule(targets, modules) {
	return modules.flatMap((module) => {
		const importPathOf = new Map(module.packages.map((one) => [one.directory, one.importPath]));
		const packagesOf = (target) => [...target.accesses.map((access) => access.frames), ...target.goroutines].flat().map(({ file }) => importPathOf.get(posix.dirname(file.replaceAll("\\", "/")))).filter((path) => path !== void 0);
		const own = targets.filter((target) => packagesOf(target).length > 0);
		const packages = [...new Set(own.flatMap(packagesOf))].sort();
		return own.length === 0 ? [] : [{
			module,
			packages,
			targets: own
		}];
	});
}
// src/confirm/compare-output.ts
const failedCodes = new Set([1, 66]);
const failedByRace = "race detected during execution of test";
const wholePackage = "the package";
function failures(exit) {
	if (exit.code === 0) return new Set();
	const names = [...exit.stdout.matchAll(/^\s*--- FAIL: (\S+)/gm)].map((match) => match[1] ?? "");
	const complaints = [...exit.stdout.matchAll(/^\s+\S+\.go:\d+: (.*)$/gm)].map((match) => match[1] ?? "");
	const isCrash = !failedCodes.has(exit.code) || names.length === 0;
	return new Set([
		...names,
		...complaints.filter((text) => text !== failedByRace),
		...isCrash ? [wholePackage] : []
	]);
}
function newVetLines(before, after) {
	const known = new Set(vetLines(before).map(withoutPlace));
	return vetLines(after).filter((line) => !known.has(withoutPlace(line)));
}
function vetLines(text) {
	return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}
function withoutPlace(line) {
	return line.replace(/^(?:vet: )?\S+?:\d+(?::\d+)?: /, "");
}
// src/confirm/fix-trial.ts
const outOfTime = "out of time";
// src/confirm/edit-file.ts
function editFile(text, edits) {
	const source = Buffer$1.from(text);
	const starts = lineStarts(source);
	const offset = (line, column) => (starts[line - 1] ?? NaN) + column - 1;
	const ranges = edits.map(({ at, newText }) => ({
		from: offset(at.line, at.column),
		to: offset(at.endLine, at.endColumn),
		newText
	})).sort((a, b) => a.from - b.from || a.to - b.to);
	const parts = [];
	let last = 0;
	for (const { from, to, newText } of ranges) {
		if (!(from >= last && to >= from && to <= source.length)) return null;
		parts.push(source.subarray(last, from), Buffer$1.from(newText));
		last = to;
	}
	return Buffer$1.concat([...parts, source.subarray(last)]).toString();
}
function lineStarts(source) {
	const starts = [0];
	for (let at = source.indexOf(10); at >= 0; at = source.indexOf(10, at + 1)) starts.push(at + 1);
	return starts;
}
// src/confirm/overlay.ts
async function writeOverlay(edits, folder, host) {
	const replaced = new Map();
	for (const file of new Set(edits.map(({ at }) => at.file))) {
		const before = await host.files.readText(file);
		const after = before === null ? null : editFile(before, edits.filter(({ at }) => at.file === file));
		if (after === null) return null;
		const copy = join(folder, `${replaced.size}`, basename(file));
		await host.files.writeText(copy, after);
		replaced.set(file, copy);
	}
	const path = join(folder, "overlay.json");
	await host.files.writeText(path, JSON.stringify({ Replace: Object.fromEntries(replaced) }));
	return {
		path,
		replaced
	};
}
// src/confirm/try-tests.ts
async function tryTests(attempt) {
	let total = 0;
	for (const [index, one] of testedPackages(attempt.trial).entries()) {
		const built = await compile(attempt, one, join(attempt.folder, `${index}.test`), attempt.overlay.path);
		if ("error" in built) {
			if (built.error === noTestFiles) continue;
			return sentence("rejected-build", { detail: compilerMessage(built.error) });
		}
		const outcome = await tryPackage(attempt, one, built.path);
		if (typeof outcome !== "number") return outcome;
		total += outcome;
	}
	return total;
}
const noTestFiles = "no test files";
function testedPackages({ targets, edited }) {
	const all = [...targets.map((target) => target.package), ...edited.filter((one) => one.hasTests)];
	return [...new Map(all.map((one) => [one.importPath, one])).values()];
}
async function tryPackage(attempt, one, binary) {
	let total = 0;
	const targets = attempt.trial.targets.filter((target) => target.package.importPath === one.importPath);
	for (const target of targets) {
		const outcome = await runRacingTest(attempt, target, binary);
		if (typeof outcome !== "number") return outcome;
		total += outcome;
	}
	const outcome = await runBinary(attempt, one, binary, null, 0);
	if (typeof outcome !== "number") return outcome;
	return attempt.trial.targets.length === 0 ? outcome : total;
}
function compile({ trial, context, host }, one, output, overlay) {
	const { race, goFlags } = context;
	const options = overlay === void 0 ? {
		race,
		goFlags
	} : {
		race,
		goFlags,
		overlay
	};
	return compileTestBinary(host, trial.module.directory, one.importPath, output, options);
}
function compilerMessage(stderr) {
	return firstLine$1(stderr.split("\n").filter((line) => !line.startsWith("#")).join("\n"));
}
async function runRacingTest(attempt, target, binary) {
	const { trial, context, host } = attempt;
	const pattern = target.tests.length === 0 ? null : runPattern(target.tests);
	const limit = pLimit(2 * availableParallelism());
	let bad = null;
	let done = 0;
	const runAgain = async (index) => {
		if (bad !== null || host.clock.elapsedMs() > context.deadlineMs) return;
		const outcome = await runBinary(attempt, target.package, binary, pattern, index);
		if (typeof outcome !== "number") bad ??= outcome;
		else done++;
	};
	await Promise.all(Array.from({ length: trial.runs }, (_, index) => limit(() => runAgain(index))));
	if (bad !== null) return bad;
	if (done < trial.runs) return outOfTime;
	return await isSkipped$1(attempt, target, binary, pattern) ? sentence("rejected-skipped", {}) : done;
}
async function isSkipped$1(attempt, { package: one, tests }, binary, pattern) {
	if (pattern === null) return false;
	const { stdout } = await runOnce(attempt, one, binary, {
		pattern,
		verbose: true
	}, 0);
	return stdout.includes("no tests to run") || tests.some((test) => stdout.includes(`--- SKIP: ${test} `));
}
const patienceMs = 5e3;
const timesFirstPass = 4;
const longestRunMs = 6e4;
const longestMs = ({ timeoutMs }) => Math.min(longestRunMs, timeoutMs);
async function runLimitMs(attempt, one) {
	const { context } = attempt;
	const seconds = context.secondsOf(one.importPath) ?? await secondsUntouched(attempt, one);
	return Math.min(patienceMs + timesFirstPass * seconds * 1e3, longestMs(context));
}
function secondsUntouched(attempt, one) {
	return once$1(attempt.context.measured, one.importPath, () => measureUntouched(attempt, one));
}
async function measureUntouched(attempt, one) {
	const { context, host } = attempt;
	const timeoutMs = longestMs(context);
	const built = await compile(attempt, one, join(attempt.folder, "measured.test"));
	if ("error" in built) return timeoutMs / 1e3;
	const started = host.clock.elapsedMs();
	await runTestBinary(host, built.path, one.directory, {
		pattern: null,
		gorace: gorace(attempt),
		timeoutMs
	}, 0);
	return (host.clock.elapsedMs() - started) / 1e3;
}
async function runBinary(attempt, one, binary, pattern, index) {
	const { trial, context, overlay } = attempt;
	const exit = await runOnce(attempt, one, binary, { pattern }, index);
	if (exit.ended === "interrupted") return outOfTime;
	const output = exit.stdout + exit.stderr;
	if (exit.ended === "timed-out" || output.includes("panic: test timed out")) return sentence("rejected-hangs", { seconds: Math.round(await runLimitMs(attempt, one) / 1e3) });
	const seen = await context.identify(output, overlay.replaced);
	if (seen.has(trial.proposal.fingerprint)) return sentence("rejected-still", {});
	const unknown = [...seen].filter((fingerprint) => !context.known.has(fingerprint));
	const failing = failures(exit);
	if (unknown.length === 0 && failing.size === 0) return 1;
	const before = await showsUntouched(attempt, one);
	if (unknown.some((fingerprint) => !before.fingerprints.has(fingerprint))) return sentence("rejected-something-new", {});
	const fresh = [...failing].find((text) => !before.failures.has(text));
	return fresh === void 0 ? 1 : failsWith(fresh);
}
function failsWith(what) {
	return what === "the package" ? sentence("rejected-package", {}) : sentence("rejected-test", { detail: what });
}
const runsUntouched = 5;
function showsUntouched(attempt, one) {
	return once$1(attempt.context.untouched, one.importPath, () => runUntouched(attempt, one));
}
function once$1(known, key, findOut) {
	const found = known.get(key) ?? findOut();
	known.set(key, found);
	return found;
}
async function runUntouched(attempt, one) {
	const failing = new Set();
	const fingerprints = new Set();
	const built = await compile(attempt, one, join(attempt.folder, "untouched.test"));
	if ("error" in built) return {
		failures: failing,
		fingerprints
	};
	const limit = pLimit(availableParallelism());
	const run = async (index) => {
		const exit = await runOnce(attempt, one, built.path, { pattern: null }, index);
		for (const text of failures(exit)) failing.add(text);
		for (const seen of await attempt.context.identify(exit.stdout + exit.stderr, new Map())) fingerprints.add(seen);
	};
	await Promise.all(Array.from({ length: runsUntouched }, (_, index) => limit(() => run(index))));
	return {
		failures: failing,
		fingerprints
	};
}
async function runOnce(attempt, one, binary, which, index) {
	const timeoutMs = await runLimitMs(attempt, one);
	const options = {
		...which,
		gorace: gorace(attempt),
		timeoutMs
	};
	return runTestBinary(attempt.host, binary, one.directory, options, index);
}
const gorace = ({ trial, context }) => `${exitSleep(trial)} ${context.gorace}`.trim();
function exitSleep({ targets }) {
	return targets.some(({ tests }) => tests.length === 0) ? "" : "atexit_sleep_ms=20";
}
// src/confirm/prove-fix.ts
async function proveFix(trial, context, host) {
	return host.files.withTemporaryFolder("fix", async (folder) => {
		const overlay = await writeOverlay(trial.proposal.edits, folder, host);
		if (overlay === null) return { rejected: sentence("rejected-edits", {}) };
		return takeSteps({
			trial,
			context,
			host,
			overlay,
			folder
		});
	});
}
const steps = [
	checkFormat,
	tryTests,
	vet,
	lint
];
async function takeSteps(attempt) {
	const { context, host } = attempt;
	let runs = 0;
	for (const step of steps) {
		if (host.clock.elapsedMs() > context.deadlineMs) return { outOfTime: true };
		const outcome = await step(attempt);
		if (outcome === "out of time" || host.interrupt.aborted) return { outOfTime: true };
		if (typeof outcome !== "number") return { rejected: outcome };
		runs += outcome;
	}
	return { verified: {
		builds: true,
		vets: true,
		runs,
		hits: 0
	} };
}
async function checkFormat({ host, overlay, folder }) {
	const unformatted = async (files) => {
		const exit = await host.processes.run({
			program: "gofmt",
			args: ["-l", ...files],
			cwd: folder
		});
		return exit.ended === "not-found" ? null : exit;
	};
	const copies = await unformatted(overlay.replaced.values());
	if (copies === null || copies.code === 0 && copies.stdout === "") return 0;
	if (copies.code !== 0) return sentence("rejected-syntax", { detail: firstLine$1(copies.stderr) });
	return (await unformatted(overlay.replaced.keys()))?.stdout === "" ? sentence("rejected-format", {}) : 0;
}
async function vet({ trial, context, host, overlay }) {
	const packages = trial.edited.map((one) => one.importPath);
	const run = (flags) => host.processes.run({
		program: "go",
		args: [
			"vet",
			...flags,
			...buildFlags(context.goFlags),
			...packages
		],
		cwd: trial.module.directory
	});
	const after = await run([`-overlay=${overlay.path}`]);
	if (after.code === 0) return 0;
	const [fresh] = newVetLines((await run([])).stderr, after.stderr);
	return fresh === void 0 ? 0 : sentence("rejected-vet", { detail: fresh });
}
async function lint({ trial, context, overlay }) {
	const change = await context.newDiagnostics(trial.module, trial.edited, overlay.path);
	if (change === null) return trial.targets.length > 0 ? 0 : sentence("rejected-lint-failed", {});
	const [fresh] = change.added;
	if (fresh !== void 0) return sentence("rejected-lint", { detail: fresh.words ?? fresh.message });
	return change.remaining.has(trial.proposal.fingerprint) ? sentence("rejected-lint-still", {}) : 0;
}
// src/confirm/fixes.ts
const fewestRuns = 10;
const mostRuns = 200;
const runsUnmeasured = 50;
async function proveFixes(findings, context, host, onProgress) {
	const { plan, budgetMs } = context;
	if (plan.effort === "quick" || budgetMs === 0) return [...findings];
	const worth = findings.filter(isWorthFixing).sort(byValue);
	if (worth.length === 0) return [...findings];
	onProgress({
		type: "stage",
		stage: "fixing"
	});
	const deadlineMs = host.clock.elapsedMs() + budgetMs;
	const known = new Set(findings.map((finding) => finding.fingerprint));
	const proposals = await collectProposals(worth, context);
	const fixed = new Map();
	const proving = {
		...context,
		known,
		deadlineMs,
		untouched: new Map(),
		measured: new Map()
	};
	const limit = pLimit(Math.ceil(availableParallelism() / processorsOfProof));
	const fixOne = async (finding) => {
		const own = proposals.filter((one) => one.fingerprint === finding.fingerprint);
		fixed.set(finding.fingerprint, await tryInTurn(finding, own, proving, host));
	};
	await Promise.all(worth.map((finding) => limit(() => fixOne(finding))));
	return findings.map((finding) => ({
		...finding,
		...fixed.get(finding.fingerprint)
	}));
}
const processorsOfProof = 2;
function isWorthFixing(finding) {
	return !finding.absent && finding.severity !== "note" && finding.ignoredReason === null;
}
function byValue(a, b) {
	const rank = (finding) => (finding.inBaseline === true ? 4 : 0) + (finding.incidents.length === 0 ? 2 : 0) + (finding.severity === "error" ? 0 : 1);
	return rank(a) - rank(b) || b.incidents.length - a.incidents.length;
}
async function collectProposals(findings, context) {
	const { modules } = context.plan;
	const targets = findings.map((finding) => fixTarget(finding, modules)).filter((one) => one !== null);
	return [...targets.length === 0 ? [] : await context.propose(targetsByModule(targets, modules)), ...findings.flatMap(lintProposals)];
}
function lintProposals({ fingerprint, diagnostics }) {
	return diagnostics.flatMap(({ analyzer, fixes }) => fixes.map((fix) => ({
		fingerprint,
		pattern: analyzer,
		...fix
	})));
}
async function tryInTurn(finding, proposals, context, host) {
	const rejectedFixes = [];
	for (const proposal of proposals) {
		const trial = makeTrial(finding, proposal, context.plan);
		if (trial === null) continue;
		if (trial.runs > mostRuns) {
			rejectedFixes.push(rejected(proposal, sentence("rejected-rare", { runs: trial.runs })));
			continue;
		}
		if (host.interrupt.aborted || host.clock.elapsedMs() > context.deadlineMs) {
			rejectedFixes.push(rejected(proposal, notTried(context, host)));
			continue;
		}
		const proof = await proveFix(trial, context, host);
		if ("verified" in proof) {
			const runs = Math.max(proof.verified.runs, 1);
			return {
				fixes: [toFix(proposal, {
					...proof.verified,
					runs
				}, context.plan.root)],
				rejectedFixes
			};
		}
		rejectedFixes.push(rejected(proposal, "rejected" in proof ? proof.rejected : notTried(context, host)));
	}
	return {
		fixes: [],
		rejectedFixes
	};
}
function rejected({ title, words }, why) {
	return {
		title,
		words,
		reason: why.message,
		reasonWords: why.words
	};
}
function notTried({ budgetMs }, host) {
	if (host.interrupt.aborted) return sentence("rejected-interrupted", {});
	return sentence("rejected-no-time", { seconds: budgetMs / 1e3 });
}
function makeTrial(finding, proposal, plan) {
	const files = proposal.edits.map(({ at }) => posix.dirname(at.file.replaceAll("\\", "/")));
	const module = plan.modules.find((one) => files.every((folder) => holds(one, folder)));
	if (module === void 0) return null;
	const edited = module.packages.filter((one) => files.includes(one.directory));
	const targets = rerunTargets([finding], plan.modules);
	if (finding.kind !== "lint" && targets.length === 0) return null;
	return {
		proposal,
		module,
		edited,
		targets,
		runs: runsNeeded(finding)
	};
}
function holds(module, folder) {
	return module.packages.some((one) => one.directory === folder);
}
function runsNeeded({ confirmation, incidents }) {
	if (incidents.length === 0) return 1;
	const measured = confirmation?.head;
	if (measured === void 0 || measured.runs === 0) return runsUnmeasured;
	return Math.max(fewestRuns, runsForCertainty(measured, Number.POSITIVE_INFINITY));
}
function toFix({ title, words, edits }, verified, root) {
	return {
		title,
		words,
		verified,
		edits: edits.map(({ at, newText }) => ({
			file: isAbsolute(at.file) ? posix.relative(root, at.file.replaceAll("\\", "/")) : at.file,
			start: {
				line: at.line,
				column: at.column
			},
			end: {
				line: at.endLine,
				column: at.endColumn
			},
			newText
		}))
	};
}
// src/judge/reproduce.ts
function reproduceCommand(finding, modules, root) {
	const home = modules.find((module) => module.packages.some((one) => one.importPath === finding.package));
	const target = packagePattern(finding.package, home);
	const folder = home === void 0 ? "" : posix.relative(root, home.directory);
	if (finding.kind === "lint") return `go-race-audit audit${folder === "" ? "" : ` ${shellQuote(folder)}`} --only lint --packages ${shellQuote(target)}`;
	const inFolder = folder === "" ? "" : ` -C ${shellQuote(folder)}`;
	const tests = testsOfPackage(finding);
	return `go test${inFolder} -race${tests.length === 0 ? "" : ` -run ${shellQuote(runPattern(tests))}`} -count=1 ${shellQuote(target)}`;
}
function testsOfPackage({ incidents, package: own, tests }) {
	const here = incidents.filter((incident) => incident.package === own).flatMap((incident) => incident.test ?? []);
	return incidents.length === 0 ? tests : [...new Set(here)].sort();
}
function packagePattern(importPath, home) {
	if (importPath === null) return "./...";
	const found = home?.packages.find((one) => one.importPath === importPath);
	if (home === void 0 || found === void 0) return importPath;
	const relative = posix.relative(home.directory, found.directory);
	return relative === "" ? "." : `./${relative}`;
}
function shellQuote(word) {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
// src/judge/glob.ts
function matchesGlob(glob, path) {
	return fits(glob.split("/"), path.split("/"), "**", matchesSegment);
}
function matchesSegment(pattern, text) {
	return fits([...pattern], [...text], "*", (part, character) => part === "?" || part === character);
}
function fits(parts, items, any, isItem) {
	let reached = withNone([0], parts, any);
	for (const item of items) reached = withNone([...reached].flatMap((at) => {
		const part = parts[at];
		if (part === void 0) return [];
		if (part === any) return [at];
		return isItem(part, item) ? [at + 1] : [];
	}), parts, any);
	return reached.has(parts.length);
}
function withNone(places, parts, any) {
	const reached = new Set(places);
	for (const at of reached) if (parts[at] === any) reached.add(at + 1);
	return reached;
}
// src/judge/suppress.ts
function findSuppression(finding, { rules, addedRules, today }) {
	const rule = rules.find((candidate) => isInForce(candidate, today) && covers$1(candidate, finding));
	if (rule === void 0) return null;
	const { reason, until = null } = rule;
	return {
		reason,
		until,
		source: "config",
		added: addedRules.has(rule)
	};
}
function findEndedSuppression(finding, { rules, today }) {
	return rules.flatMap((rule) => rule.until === void 0 || isInForce(rule, today) || !covers$1(rule, finding) ? [] : [{
		reason: rule.reason,
		until: rule.until
	}]).toSorted((a, b) => b.until.localeCompare(a.until))[0] ?? null;
}
function unusedRules(findings, rules) {
	return rules.filter((rule) => !findings.some((finding) => covers$1(rule, finding))).map(({ fingerprint, section, package: path, function: name, reason }) => {
		return `${[
			fingerprint,
			section,
			path,
			name
		].filter((part) => part !== void 0).join(" ")} (${reason})`;
	});
}
function isInForce(rule, today) {
	return rule.until === void 0 || today <= rule.until;
}
function covers$1(rule, finding) {
	return (rule.fingerprint === void 0 || finding.fingerprint.startsWith(rule.fingerprint)) && (rule.section === void 0 || finding.section === rule.section) && (rule.package === void 0 || matches(rule.package, finding.package)) && (rule.function === void 0 || finding.facts.functions.some((name) => matchesName(rule.function, name)));
}
function matches(glob, path) {
	return path !== null && matchesGlob(glob, path);
}
function matchesName(glob, name) {
	if (glob === void 0) return true;
	return glob.endsWith("*") && !glob.endsWith("(*") ? name.startsWith(glob.slice(0, -1)) : name === glob;
}
// src/judge/judge.ts
function judge(findings, context) {
	return findings.map((finding) => {
		const { place, at } = findPlace(finding, context);
		const suppression = suppressionInSource(finding) ?? findSuppression(finding, context);
		return {
			...finding,
			state: stateOf(finding, place, context),
			suppression,
			endedSuppression: suppression === null ? findEndedSuppression(finding, context) : null,
			place,
			at,
			reproduce: reproduceCommand(finding, context.modules, context.root)
		};
	});
}
function stateOf(finding, place, { diff }) {
	if (finding.absent) return "absent";
	if (finding.inBaseline !== null) return finding.inBaseline ? "unchanged" : "new";
	return finding.severity === "note" && diff !== null && place !== "line" ? "unchanged" : "new";
}
function suppressionInSource({ ignoredReason }) {
	return ignoredReason === null ? null : {
		reason: ignoredReason,
		until: null,
		source: "comment in source",
		added: false
	};
}
function findPlace({ places, absent }, context) {
	const inside = places.flatMap((place) => relativeTo(context.root, place));
	const [first = null] = inside;
	if (absent) return {
		place: "report",
		at: first
	};
	if (context.diff === null) return {
		place: first === null ? "report" : "line",
		at: first
	};
	const { diff } = context;
	const onLine = inside.find(({ file, line }) => diff.has(file, line));
	if (onLine !== void 0) return {
		place: "line",
		at: onLine
	};
	const inFile = inside.find(({ file }) => diff.hasFile(file));
	return inFile === void 0 ? {
		place: "report",
		at: first
	} : {
		place: "file",
		at: inFile
	};
}
function relativeTo(root, place) {
	const file = posix.relative(root, place.file.replaceAll("\\", "/"));
	return !isAbsolute(place.file) || file.startsWith("../") || isAbsolute(file) ? [] : [{
		...place,
		file
	}];
}
// src/domain/lint-output.ts
const LintRange = object({
	file: string(),
	line: int(),
	column: int(),
	endLine: int(),
	endColumn: int()
});
const LintDiagnostic = object({
	analyzer: string(),
	category: string(),
	section: string(),
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	package: string(),
	function: string(),
	subject: string().nullable(),
	subjectType: string().nullable(),
	at: LintRange,
	message: string(),
	words: Message.optional(),
	evidence: array(object({
		kind: string(),
		message: string(),
		words: Message.optional()
	})),
	related: array(object({
		at: LintRange,
		message: string(),
		role: _enum([
			"access",
			"goroutine",
			"lock",
			"declaration"
		])
	})),
	fixes: array(object({
		title: string(),
		words: Message.optional(),
		edits: array(object({
			at: LintRange,
			newText: string()
		}))
	})),
	ignored: object({ reason: string() }).nullable()
});
const LintGoroutine = object({
	at: LintRange,
	package: string(),
	function: string(),
	launcher: string(),
	status: _enum([
		"covered",
		"uncovered",
		"exempt"
	]),
	why: string()
});
const LintOutput = object({
	version: literal(1),
	go: string(),
	diagnostics: array(LintDiagnostic),
	goroutines: array(LintGoroutine),
	gaps: array(object({
		package: string(),
		code: string(),
		message: string(),
		detail: string().nullable()
	}))
});
// src/domain/fix-proposal.ts
const FixProposal = object({
	fingerprint: string(),
	pattern: string(),
	title: string(),
	words: Message.optional(),
	edits: array(object({
		at: LintRange,
		newText: string()
	}))
});
// src/run/lint-tool.ts
async function buildLintTool(host, goVersion) {
	const source = join(ownDirectory(), "lint");
	const folder = await lintToolFolder(host, goVersion);
	const path = join(folder, process.platform === "win32" ? "go-race-audit-lint.exe" : "go-race-audit-lint");
	if (await host.files.exists(path)) return {
		path,
		buildMs: null
	};
	const fresh = join(folder, `${building}${randomUUID()}`);
	try {
		await mkdir(folder, { recursive: true });
		await removeLeftOver(folder, host);
		const exit = await host.processes.run({
			program: "go",
			args: [
				"build",
				"-buildvcs=false",
				"-o",
				fresh,
				"."
			],
			cwd: source,
			env: {
				GOFLAGS: "",
				GOWORK: "off",
				...pinnedToolchain(goVersion)
			}
		});
		if (exit.code !== 0) return { error: complaintOf(exit.stderr) || `go build ended by ${exit.ended}` };
		await rename(fresh, path);
		return {
			path,
			buildMs: exit.durationMs
		};
	} catch (error) {
		return { error: `the cache folder ${folder} cannot be used: ${error.message}` };
	} finally {
		await rm(fresh, { force: true }).catch(() => {});
	}
}
const building = "building-";
const leftOverMs = 864e5;
async function removeLeftOver(folder, host) {
	for (const name of (await readdir(folder)).filter((one) => one.startsWith(building))) {
		const path = join(folder, name);
		const found = await stat(path).catch(() => null);
		if (found !== null && host.clock.now().getTime() - found.mtimeMs > leftOverMs) await rm(path, { force: true });
	}
}
async function lintToolFolder(host, goVersion) {
	const version = goVersion.replaceAll(/[^\w.-]/g, "_");
	const hash = await sourceHash(join(ownDirectory(), "lint"));
	return join(host.cacheDirectory, "lint", `${version}-${hash}`);
}
function lintResultsFolder(host) {
	return join(host.cacheDirectory, "lint-results");
}
function pinnedToolchain(goVersion) {
	return /^go\d+(\.\d+)+(rc\d+)?$/.test(goVersion) ? { GOTOOLCHAIN: goVersion } : {};
}
async function sourceHash(source) {
	const hash = createHash("sha256");
	const names = (await readdir(source, { recursive: true })).filter(isSource).sort();
	for (const name of names) hash.update(`${name}\n`).update(await readFile(join(source, name)));
	return hash.digest("hex").slice(0, 16);
}
function isSource(name) {
	return (/\.(?:go|json)$/.test(name) || name === "go.mod" || name === "go.sum") && !name.endsWith("_test.go") && !name.includes("testdata");
}
// src/run/lint.ts
async function runLint(run, host, onProgress) {
	const tool = await buildLintTool(host, run.goVersion);
	if ("error" in tool) return {
		diagnostics: [],
		goroutines: [],
		gaps: [toolFailed(sentence("lint-not-built", { detail: firstLine$1(tool.error) }), tool.error)]
	};
	if (tool.buildMs !== null) onProgress({
		type: "lint-built",
		durationMs: tool.buildMs
	});
	await run.ready;
	onProgress({
		type: "stage",
		stage: "linting"
	});
	const result = {
		diagnostics: [],
		goroutines: [],
		gaps: []
	};
	for (const module of run.modules) {
		const started = host.clock.elapsedMs();
		const output = await lintModule(tool.path, module, run, host);
		result.diagnostics.push(...output.diagnostics);
		result.goroutines.push(...output.goroutines);
		result.gaps.push(...output.gaps);
		onProgress({
			type: "lint-ended",
			diagnostics: output.diagnostics.length,
			durationMs: host.clock.elapsedMs() - started
		});
	}
	return result;
}
function lintFlags({ race, goFlags }) {
	return [`-race=${race}`, ...buildFlags(goFlags)];
}
async function lintModule(tool, module, run, host) {
	const overlay = run.overlay === void 0 ? [] : [`-overlay=${run.overlay}`];
	const args = [
		"-format=json",
		`-cache=${lintResultsFolder(host)}`,
		...lintFlags(run),
		...overlay,
		...module.patterns
	];
	const exit = await host.processes.run({
		program: tool,
		args,
		cwd: module.directory
	});
	if (exit.ended === "interrupted") return failed(sentence("lint-interrupted", {}), "");
	if (exit.code !== 0) {
		const complaint = complaintOf(exit.stderr);
		return failed(sentence("lint-failed", { detail: firstLine$1(complaint) }), complaint);
	}
	const output = LintOutput.safeParse(parseJson(exit.stdout));
	if (!output.success) return failed(sentence("lint-not-json", {}), output.error.message);
	return {
		diagnostics: output.data.diagnostics,
		goroutines: output.data.goroutines,
		gaps: output.data.gaps.map(({ code, ...gap }) => ({
			kind: "build-failed",
			...gap,
			words: {
				code,
				args: {}
			}
		}))
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function failed(said, detail) {
	return {
		diagnostics: [],
		goroutines: [],
		gaps: [toolFailed(said, detail)]
	};
}
function toolFailed(said, detail) {
	return {
		kind: "tool-failed",
		package: null,
		...said,
		detail: detail === "" ? null : detail
	};
}
// src/run/fix-proposals.ts
async function proposeFixes(groups, run, host) {
	const tool = await buildLintTool(host, run.goVersion);
	if ("error" in tool) return [];
	const proposals = [];
	for (const { module, packages, targets } of groups) {
		const exit = await host.processes.run({
			program: tool.path,
			args: [
				"-propose",
				...lintFlags(run),
				...packages
			],
			cwd: module.directory,
			input: JSON.stringify(targets)
		});
		if (exit.code === 0) proposals.push(...parseProposals(exit.stdout));
	}
	return proposals;
}
function parseProposals(text) {
	try {
		return array(FixProposal).parse(JSON.parse(text));
	} catch {
		return [];
	}
}
// src/run/observation.ts
function createObservation(total, onProgress) {
	const observation = {
		incidents: [],
		gaps: [],
		packages: new Map(),
		passed: new Set(),
		take(event) {
			switch (event.type) {
				case "incident":
					observation.incidents.push(event.incident);
					return;
				case "gap":
					observation.gaps.push(event.gap);
					return;
				case "package-ended": {
					const { outcome, seconds, cached } = event;
					observation.packages.set(event.package, {
						outcome,
						seconds,
						cached
					});
					const done = observation.packages.size;
					onProgress({
						type: "package-ended",
						package: event.package,
						outcome,
						done,
						total
					});
					return;
				}
				case "test-ended":
					if (event.outcome === "pass") observation.passed.add(`${event.package} ${event.test}`);
					return;
				case "package-started": return;
			}
		}
	};
	return observation;
}
function isUnhandled(incident) {
	return incident.kind === "race" || !incident.recovered;
}
function incidentsAtFault(observation) {
	return observation.incidents.filter((incident) => {
		if (isUnhandled(incident)) return true;
		return !observation.passed.has(`${incident.package} ${incident.test}`) && observation.packages.get(incident.package ?? "")?.outcome !== "pass";
	});
}
function timingsOf(observation) {
	return [...observation.packages].filter(([, result]) => result.seconds !== null && !result.cached).map(([name, result]) => ({
		package: name,
		seconds: result.seconds ?? 0
	}));
}
function gapsOfUnfinished(planned, observation, why) {
	return planned.filter((one) => one.hasTests && !observation.packages.has(one.importPath) && !hasGap(observation, one)).map((one) => ({
		kind: "not-run",
		package: one.importPath,
		...sentence(why, { package: one.importPath }),
		detail: null
	}));
}
function hasGap(observation, planned) {
	return observation.gaps.some((gap) => gap.package === planned.importPath);
}
// src/run/test-command.ts
const silenceAfterTimeoutMs = 9e4;
const historySize = {
	quick: 1,
	standard: 1,
	deep: 300
};
function testCommand(run) {
	const timeout = `-timeout=${Math.ceil(run.timeoutMs / 1e3)}s`;
	return {
		program: "go",
		args: [
			"test",
			...[
				...run.race ? ["-race"] : [],
				"-json",
				timeout,
				...mustRun(run) ? ["-count=1"] : []
			],
			...run.goFlags,
			...run.patterns
		],
		cwd: run.directory,
		env: { GORACE: detectorOptions(run.effort, run.gorace) },
		idleTimeoutMs: run.timeoutMs + silenceAfterTimeoutMs
	};
}
function mustRun({ effort, gorace }) {
	return effort === "deep" || gorace !== "";
}
function detectorOptions(effort, own) {
	return `history_size=${historySize[effort]} ${own}`.trim();
}
// src/classify/function-name.ts
function withoutBrackets(name) {
	if (!name.includes("[")) return name;
	let depth = 0;
	let kept = "";
	for (const character of name) {
		if (character === "[") depth++;
		if (depth === 0) kept += character;
		if (character === "]" && depth > 0) depth--;
	}
	return kept;
}
const wrappers = /(?:\.gowrap\d+|\.deferwrap\d+|-fm|-range\d+)/g;
function parseFunctionName(printed) {
	const plain = withoutBrackets(printed).replace(/\((?:\.\.\.)?\)$/, "");
	const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
	const path = dot < 0 ? "" : plain.slice(0, dot);
	const short = plain.slice(dot + 1).replace(wrappers, "");
	const outer = /^(?<outer>.+?)\.func\d+/.exec(short)?.groups?.outer ?? short;
	const groups = /^\((?<star>\*)(?<pointer>[^)]+)\)\.(?<name>[^.]+)|^(?<value>[^.(]+)\.(?<valueName>[\p{L}_][^.]*)/u.exec(outer)?.groups ?? {};
	return {
		package: decodePath(path),
		short,
		outer,
		receiver: groups.pointer ?? groups.value ?? null,
		pointer: groups.star !== void 0,
		bare: groups.name ?? groups.valueName ?? outer,
		isClosure: outer !== short
	};
}
function decodePath(path) {
	return path.replace(/%2e/gi, ".");
}
function isWrapper(printed) {
	return /(?:\.gowrap\d+|\.deferwrap\d+|-fm)(?:\(\))?$/.test(printed);
}
// src/classify/group-by.ts
function groupBy(values, keyOf) {
	const groups = new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [value]);
		else group.push(value);
	}
	return groups;
}
// src/classify/lint-finding.ts
function sectionOf(diagnostic) {
	return isSectionId(diagnostic.section) ? diagnostic.section : "race-unclassified";
}
function outerFunction(diagnostic) {
	return parseFunctionName(`_.${diagnostic.function}`).outer;
}
function diagnosticKeys(diagnostic) {
	const { subject } = diagnostic;
	if (subject === null) return [];
	const inPackage = `${diagnostic.package}.${subject}`;
	const inFunction = `${diagnostic.package}.${outerFunction(diagnostic)}.${subject}`;
	return subject.includes(".") ? [inPackage] : [inFunction, inPackage];
}
function identityOf$2(diagnostic) {
	const section = sectionOf(diagnostic);
	const [key] = diagnosticKeys(diagnostic);
	if (section.startsWith("race-") && key !== void 0) return [section, key];
	return [
		section,
		diagnostic.analyzer,
		`${diagnostic.package}.${outerFunction(diagnostic)}`,
		diagnostic.subject ?? ""
	];
}
function groupDiagnostics(diagnostics) {
	return [...groupBy(diagnostics, (diagnostic) => {
		const isOfVariable = diagnostic.section.startsWith("race-") && diagnostic.subject !== null;
		const { file, line, column } = diagnostic.at;
		const place = isOfVariable ? "" : `${file}:${line}:${column}`;
		return [
			...identityOf$2(diagnostic),
			place,
			diagnostic.ignored === null ? "" : "ignored"
		].join("\0");
	}).values()];
}
function diagnosticIdentity(diagnostic) {
	return identityOf$2(diagnostic);
}
function lintFinding(diagnostics) {
	const [first] = diagnostics;
	const ranges = diagnostics.flatMap((diagnostic) => [diagnostic.at, ...diagnostic.related.filter(({ role }) => role === "access").map(({ at }) => at)]);
	return {
		fingerprint: "",
		kind: "lint",
		section: sectionOf(first),
		facts: {
			subject: first.subject,
			subjectType: first.subjectType,
			functions: [...new Set(diagnostics.map((diagnostic) => diagnostic.function))].slice(0, 2),
			message: null,
			dependency: null
		},
		severity: first.severity,
		places: ranges.map(({ file, line, endLine }) => ({
			file,
			line,
			endLine: Math.max(line, endLine)
		})),
		package: first.package,
		tests: [],
		incidents: [],
		diagnostics,
		subjects: [...new Set(diagnostics.flatMap(diagnosticKeys))].sort(),
		related: [],
		ignoredReason: first.ignored?.reason ?? null
	};
}
// src/classify/correlate.ts
function covers(range, place) {
	return range.file === place.file && range.line <= place.line && place.line <= Math.max(range.line, range.endLine);
}
function rangesOf(diagnostic) {
	return [diagnostic.at, ...diagnostic.related.filter(({ role }) => role === "access").map(({ at }) => at)];
}
function touches(draft, diagnostic) {
	return draft.finding.places.some((place) => rangesOf(diagnostic).some((range) => covers(range, place)));
}
function isSameCause(draft, diagnostics) {
	if (draft.finding.kind === "lint") return false;
	return diagnostics.some((diagnostic) => {
		if (!diagnostic.section.startsWith("race-") && diagnostic.section !== draft.finding.section) return false;
		if (diagnosticKeys(diagnostic).some((key) => draft.finding.subjects.includes(key))) return true;
		return diagnostic.section === draft.finding.section && draft.finding.subjects.length === 0 && touches(draft, diagnostic);
	});
}
function mergeInto(drafts, lint) {
	const target = drafts.find((draft) => isSameCause(draft, lint.diagnostics));
	if (target === void 0) return null;
	const { finding } = target;
	const known = new Set(finding.places.map(({ file, line }) => `${file}:${line}`));
	finding.diagnostics.push(...lint.diagnostics);
	finding.places.push(...lint.places.filter(({ file, line }) => !known.has(`${file}:${line}`)));
	finding.facts.subject ??= lint.facts.subject;
	finding.facts.subjectType ??= lint.facts.subjectType;
	return target;
}
function relate(drafts) {
	const lints = drafts.filter(({ finding }) => finding.diagnostics.length > 0);
	for (const { finding: seen, ...draft } of drafts) {
		if (seen.incidents.length === 0) continue;
		for (const { finding: lint } of lints) {
			if (!(lint !== seen && lint.diagnostics.some((diagnostic) => touches({
				finding: seen,
				...draft
			}, diagnostic)))) continue;
			seen.related.push(lint.fingerprint);
			lint.related.push(seen.fingerprint);
		}
	}
	for (const { finding } of drafts) finding.related = [...new Set(finding.related)].sort();
}
// src/classify/crash-section.ts
const sections = {
	"nil-deref": "panic-nil-dereference",
	"index-out-of-range": "panic-index-out-of-range",
	"slice-bounds": "panic-index-out-of-range",
	"nil-map": "panic-nil-map",
	"send-on-closed-channel": "panic-closed-channel",
	"close-of-closed-channel": "panic-closed-channel",
	"close-of-nil-channel": "panic-closed-channel",
	"interface-conversion": "panic-type-assertion",
	"divide-by-zero": "panic-arithmetic",
	makeslice: "panic-arithmetic",
	"negative-waitgroup": "panic-waitgroup-counter",
	"waitgroup-misuse": "panic-waitgroup-counter",
	"unaligned-atomic": "fatal-memory-fault",
	"after-test-completed": "panic-after-test",
	deadlock: "fatal-deadlock",
	custom: null,
	"concurrent-map-writes": "fatal-concurrent-map",
	"concurrent-map-read-write": "fatal-concurrent-map",
	"concurrent-map-iteration-write": "fatal-concurrent-map",
	"unlock-of-unlocked": "fatal-unlock-of-unlocked",
	"stack-overflow": "fatal-stack-overflow",
	"out-of-memory": "fatal-out-of-memory",
	checkptr: "fatal-memory-fault",
	fault: "fatal-memory-fault",
	"unexpected-signal": "fatal-memory-fault",
	newosproc: null,
	other: null
};
const panicTexts = [
	[/^runtime error: cannot convert slice with length/, "panic-index-out-of-range"],
	[/^runtime error: (?:integer overflow|negative shift amount|floating point error|growslice: |makeslice: )/, "panic-arithmetic"],
	[/^(?:makechan: size out of range|(?:strings|bytes): (?:negative Repeat count|Repeat (?:count causes|output length) overflow))/, "panic-arithmetic"],
	[/^runtime error: (?:hash of unhashable type|comparing uncomparable type)/, "panic-unhashable-key"],
	[/^(?:runtime error: )?range function (?:continued iteration|recovered a loop body panic)/, "panic-iterator"],
	[/^iter\.Pull2?: /, "panic-iterator"],
	[/^runtime error: (?:cgo (?:argument|result)|unsafe\.|slice bounds|runtime\.Pinner)|^runtime\.Pinner: /, "fatal-memory-fault"],
	[/^sync: (?:negative WaitGroup|WaitGroup)/, "panic-waitgroup-counter"],
	[/^(?:Log|Fail|Output|Write|Error)\w* .*(?:has completed|after .* completed)/, "panic-after-test"],
	[/^testing: test using t\.(?:Setenv|Chdir)|^testing: t\.(?:Parallel|Setenv|Chdir) called|can not use t\.Parallel/, "panic-after-test"],
	[/^unexpected call to os\.Exit\(0\) during test/, "panic-after-test"],
	[/subtest may have called FailNow on a parent test/, "panic-after-test"],
	[/^deadlock: /, "fatal-deadlock"]
];
const fatalTexts = [
	[/^concurrent map |^small map with no empty slot/, "fatal-concurrent-map"],
	[/^sync: (?:R?[Uu]nlock of unlocked|inconsistent mutex state)/, "fatal-unlock-of-unlocked"],
	[/deadlock!|^deadlock: /, "fatal-deadlock"],
	[/out of memory|cannot allocate memory|too many address space collisions/, "fatal-out-of-memory"],
	[/^checkptr: |^found bad pointer|^invalid pointer found on stack|^unexpected (?:fault|signal)|^fault\b/, "fatal-memory-fault"],
	[/^SIG(?:SEGV|BUS|FPE)\b/, "fatal-memory-fault"]
];
function sectionOfText(texts, message) {
	return texts.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}
const bufferMethods = /^(?:bytes\.\(\*Buffer\)\.|bufio\.\(\*(?:Writer|Reader|Scanner)\)\.|strings\.\(\*Builder\)\.)(?!Truncate|Next|Grow|UnreadByte|UnreadRune)/;
function isTornBuffer(incident) {
	return (incident.subkind === "index-out-of-range" || incident.subkind === "slice-bounds") && bufferMethods.test(incident.originFrame?.function ?? "");
}
function isRaisedOnPurpose(origin) {
	if (origin === null) return false;
	if (origin.origin !== "standard") return true;
	const { package: importPath, bare } = parseFunctionName(origin.function);
	return importPath === "log" || bare.startsWith("Must");
}
function isOwnGoroutine(incident) {
	if (incident.recovered || incident.createdBy === null) return false;
	return !/^(?:testing|net\/http|runtime)\./.test(incident.createdBy.function);
}
function isRepanicked(incident) {
	const [first, ...others] = incident.messages.map(bareMessage);
	return others.some((message) => message !== first);
}
function bareMessage(message) {
	return message.replace(/^panic: /, "").replace(/ \[recovered(?:, repanicked)?\]$/, "").trim();
}
function sectionOfPanic(incident) {
	if (isTornBuffer(incident)) return "race-shared-buffer";
	const section = (incident.subkind === null ? null : sections[incident.subkind]) ?? sectionOfText(panicTexts, incident.message);
	if (section !== null) return section;
	if (isRepanicked(incident)) return "panic-repanicked";
	if (incident.subkind !== "custom" || !isRaisedOnPurpose(incident.originFrame)) return "panic-unclassified";
	return isOwnGoroutine(incident) ? "recover-goroutine" : "panic-explicit";
}
function sectionOfCrash(incident) {
	switch (incident.kind) {
		case "timeout": return "test-timeout";
		case "panic": return sectionOfPanic(incident);
		case "fatal":
		case "signal": return (incident.subkind === null ? null : sections[incident.subkind]) ?? sectionOfText(fatalTexts, incident.message) ?? "fatal-unclassified";
	}
}
// src/classify/go/types.ts
function textAt(code, index) {
	return code.tokens[index]?.text ?? "";
}
function afterGroup(code, index) {
	const partner = code.partners[index] ?? -1;
	return partner > index ? partner + 1 : index + 1;
}
function blockStart(code, start) {
	let at = start;
	for (; at < code.tokens.length; at = afterGroup(code, at)) if (textAt(code, at) === "{" && textAt(code, afterGroup(code, at)) !== "{") break;
	return at;
}
function afterType(code, start) {
	switch (textAt(code, start)) {
		case "*":
		case "<-":
		case "...":
		case "chan": return afterType(code, start + 1);
		case "[": return afterType(code, afterGroup(code, start));
		case "(": return afterGroup(code, start);
		case "map": return afterType(code, afterGroup(code, start + 1));
		case "struct":
		case "interface": return textAt(code, start + 1) === "{" ? afterGroup(code, start + 1) : start + 1;
		case "func": return textAt(code, start + 1) === "(" ? afterType(code, afterGroup(code, start + 1)) : start + 1;
		default: return code.tokens[start]?.kind === "word" ? afterTypeName(code, start) : start;
	}
}
function afterTypeName(code, start) {
	let index = start + 1;
	if (textAt(code, index) === "." && code.tokens[index + 1]?.kind === "word") index += 2;
	if (textAt(code, index) === "[" && textAt(code, index + 1) !== "]") index = afterGroup(code, index);
	return index;
}
const wordLike = /[\p{L}\p{N}_]$/u;
function joinTokens(code, start, end) {
	let text = "";
	for (let index = start; index < end; index++) {
		const next = textAt(code, index);
		const gap = wordLike.test(text) && /^[\p{L}\p{N}_]/u.test(next) || text.endsWith(",") || text.endsWith(";");
		text += gap ? ` ${next}` : next;
	}
	return text;
}
function elementType(type) {
	const bare = type.replace(/^\*+/, "");
	const prefix = /^(?:\[[^[\]]*\]|map\[[^[\]]*\]|(?:<-)?chan(?:<-)? ?)/.exec(bare);
	return prefix === null ? null : bare.slice(prefix[0].length);
}
// src/classify/go/functions.ts
const typeWords = new Set([
	"func",
	"map",
	"chan",
	"struct",
	"interface"
]);
function nextComma(code, start, close) {
	let at = start;
	while (at < close && textAt(code, at) !== ",") at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
	return Math.min(at, close);
}
function readDeclared(code, open) {
	const close = code.partners[open] ?? -1;
	const parts = [];
	for (let start = open + 1; start < close;) {
		const end = nextComma(code, start, close);
		parts.push(readPart(code, start, end));
		start = end + 1;
	}
	if (parts.every(({ type }) => type === null)) return parts.map(({ name }) => ({
		name: "_",
		type: name
	}));
	return parts.map(({ name, type }, index) => ({
		name,
		type: type ?? parts.slice(index).find((part) => part.type !== null)?.type ?? null
	}));
}
function readPart(code, start, end) {
	const isWord = code.tokens[start]?.kind === "word" && !typeWords.has(textAt(code, start));
	if (isWord && end === start + 1) return {
		name: textAt(code, start),
		type: null
	};
	return isWord && textAt(code, start + 1) !== "." ? {
		name: textAt(code, start),
		type: joinTokens(code, start + 1, end)
	} : {
		name: "_",
		type: joinTokens(code, start, end)
	};
}
function readSignature(code, open) {
	const parameters = readDeclared(code, open);
	const afterParameters = afterGroup(code, open);
	const end = textAt(code, afterParameters) === "{" ? afterParameters : afterType(code, afterParameters);
	const isList = textAt(code, afterParameters) === "(";
	const results = isList ? readDeclared(code, afterParameters) : [];
	const single = end > afterParameters && !isList ? joinTokens(code, afterParameters, end) : null;
	return {
		parameters,
		results,
		resultType: results[0]?.type ?? single,
		end
	};
}
function printedName(receiver, name) {
	if (receiver?.type == null) return name;
	const type = receiver.type.replace(/\[.*$/, "");
	return type.startsWith("*") ? `(${type}).${name}` : `${type}.${name}`;
}
function readDeclaration(code, start) {
	let index = start + 1;
	const receiver = textAt(code, index) === "(" ? readDeclared(code, index)[0] ?? null : null;
	if (textAt(code, index) === "(") index = afterGroup(code, index);
	const name = textAt(code, index++);
	if (textAt(code, index) === "[") index = afterGroup(code, index);
	if (textAt(code, index) !== "(") return null;
	const { end, ...signature } = readSignature(code, index);
	if (textAt(code, end) !== "{") return null;
	return {
		name: printedName(receiver, name),
		parent: null,
		literal: false,
		receiver,
		...signature,
		start,
		bodyStart: end,
		bodyEnd: afterGroup(code, end) - 1,
		use: null
	};
}
function readUse(code, start) {
	const before = textAt(code, start - 1);
	if (before === "go" || before === "defer") return before;
	if (before !== "(" && before !== ",") return null;
	const open = enclosingCall(code, start);
	let first = open;
	while (code.tokens[first - 1]?.kind === "word" || textAt(code, first - 1) === ".") first--;
	return first < open ? joinTokens(code, first, open) : null;
}
function enclosingCall(code, index) {
	for (let at = index - 1; at >= 0; at--) {
		const text = textAt(code, at);
		if (text === "(" && (code.partners[at] ?? -1) > index) return at;
		if (text === ";" || text === "{") return -1;
	}
	return -1;
}
function readLiteral(code, start) {
	if (textAt(code, start + 1) !== "(" || textAt(code, start - 1) === "]") return null;
	const { end, ...signature } = readSignature(code, start + 1);
	if (textAt(code, end) !== "{") return null;
	const use = readUse(code, start);
	const bodyEnd = afterGroup(code, end) - 1;
	return {
		literal: true,
		receiver: null,
		...signature,
		start,
		bodyStart: end,
		bodyEnd,
		use
	};
}
function readFunctions(code) {
	const functions = [];
	const around = [];
	const literals = new Map();
	for (const [index, token] of code.tokens.entries()) {
		while ((around.at(-1)?.bodyEnd ?? index) < index) around.pop();
		if (token.text !== "func") continue;
		const goFunction = readFunction(code, index, around.at(-1) ?? null, literals);
		if (goFunction !== null) around.push(goFunction);
		if (goFunction !== null) functions.push(goFunction);
	}
	return functions;
}
function readFunction(code, index, parent, literals) {
	if (parent !== null && index < parent.bodyStart) return null;
	return (parent === null && (textAt(code, index - 1) === ";" || index === 0) ? readDeclaration(code, index) : null) ?? readNumbered(code, index, parent, literals);
}
function readNumbered(code, index, parent, literals) {
	const literal = readLiteral(code, index);
	if (literal === null) return null;
	const count = (literals.get(parent) ?? 0) + 1;
	literals.set(parent, count);
	const name = parent?.literal ? `${parent.name}.${count}` : `${parent?.name ?? "init"}.func${count}`;
	return {
		...literal,
		name,
		parent
	};
}
function outermost(goFunction) {
	let outer = goFunction;
	while (outer.parent !== null) outer = outer.parent;
	return outer;
}
// src/classify/go/statement.ts
const separators$1 = new Set([
	";",
	"{",
	"}"
]);
const assignments = new Set("= := += -= *= /= %= &= |= ^= <<= >>= &^= ++ --".split(" "));
const keywords = new Set("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(" "));
const notVariables = new Set("nil true false iota _ string int error any byte bool float64 int64 uint64 int32 uint8".split(" "));
const writers$1 = new Set([
	"delete",
	"clear",
	"copy",
	"close"
]);
function segmentsOn(file, owner, line) {
	const segments = [];
	let index = file.firstOfLine.get(line) ?? file.tokens.length;
	while (file.tokens[index]?.line === line) {
		if (file.ownerOf(index) !== owner || separators$1.has(textAt(file, index))) {
			index++;
			continue;
		}
		const segment = segmentAround(file, index);
		segments.push(segment);
		index = Math.max(segment.end, index + 1);
	}
	return segments;
}
function segmentAround(code, index) {
	const [start, end] = [segmentStart(code, index), segmentEnd(code, index)];
	const first = textAt(code, start);
	return {
		start,
		end,
		assignment: findAssignment(code, start, end),
		keyword: keywords.has(first) ? first : null
	};
}
function segmentStart(code, index) {
	let start = index;
	while (start > 0 && !separators$1.has(textAt(code, start - 1))) {
		const partner = code.partners[start - 1] ?? -1;
		start = partner >= 0 && partner < start - 1 ? partner : start - 1;
	}
	return start;
}
function segmentEnd(code, index) {
	let end = index;
	while (end < code.tokens.length && !separators$1.has(textAt(code, end))) end = afterToken(code, end);
	return end;
}
function findAssignment(code, start, end) {
	for (let at = start; at < end; at = afterToken(code, at)) if (assignments.has(textAt(code, at))) return at;
	return null;
}
function afterToken(code, index) {
	const text = textAt(code, index);
	return text === "(" || text === "[" ? afterGroup(code, index) : index + 1;
}
function readPath(code, start) {
	const path = [textAt(code, start)];
	let index = start + 1;
	for (;;) if (textAt(code, index) === "." && code.tokens[index + 1]?.kind === "word") {
		path.push(textAt(code, index + 1));
		index += 2;
	} else if (textAt(code, index) === "[" && textAt(code, index + 1) !== "]") {
		path.push("[]");
		index = afterGroup(code, index);
	} else return {
		path,
		end: index
	};
}
function isOperandStart(code, index) {
	const token = code.tokens[index];
	if (token?.kind !== "word" || keywords.has(token.text) || notVariables.has(token.text)) return false;
	if (textAt(code, index - 1) === ".") return false;
	return !(textAt(code, index + 1) === ":" && /^[{,]$/.test(textAt(code, index - 1))) && textAt(code, index + 1) !== "{";
}
function roleOf(code, segment, start, end, depth) {
	const before = textAt(code, start - 1);
	if (depth === 0 && segment.assignment !== null && start < segment.assignment) return "write";
	if (before === "&") return "address";
	if (before === "(" && writers$1.has(textAt(code, start - 2))) return "write";
	if (textAt(code, end) === "<-" && before !== "<-") return "send";
	return "read";
}
function operandsOf(file, segment, line) {
	const operands = [];
	const owner = file.ownerOf(segment.start);
	let depth = 0;
	for (let index = segment.start; index < segment.end; index++) {
		const text = textAt(file, index);
		if (text === "(" || text === "[") depth++;
		if (text === ")" || text === "]") depth--;
		if (!(line === null || file.tokens[index]?.line === line) || !isOperandStart(file, index) || file.ownerOf(index) !== owner) continue;
		operands.push(operandAt(file, segment, {
			...readPath(file, index),
			at: index,
			depth
		}));
	}
	return operands;
}
function operandAt(code, segment, found) {
	const { path, end, at, depth } = found;
	if (textAt(code, end) !== "(") return {
		path,
		at,
		role: roleOf(code, segment, at, end, depth),
		method: null
	};
	return path.length > 1 && path.at(-1) !== "[]" ? {
		path: path.slice(0, -1),
		at,
		role: "receiver",
		method: path.at(-1) ?? null
	} : {
		path,
		at,
		role: "call",
		method: null
	};
}
// src/classify/place.ts
function functionAt(file, name, line) {
	const around = file.functions.filter((one) => (file.tokens[one.start]?.line ?? 0) <= line && line <= (file.tokens[one.bodyEnd]?.line ?? Number.MAX_SAFE_INTEGER));
	const named = around.findLast((one) => isNamed(one, name)) ?? literalOfLine(file, around, name, line);
	if (named !== void 0) return named;
	const sameOuter = around.filter((one) => outermost(one).name === name.outer);
	const owner = ownerOfLine(file, line);
	if (owner !== null && (sameOuter.length === 0 || sameOuter.includes(owner))) return owner;
	return sameOuter.at(-1) ?? around.at(-1) ?? null;
}
function isNamed(goFunction, { short }) {
	return goFunction.name === short || short.endsWith(`.${goFunction.name}`);
}
function literalOfLine(file, around, name, line) {
	const literals = around.filter((one) => one.literal && file.tokens[one.start]?.line === line);
	return name.isClosure && literals.length === 1 ? literals[0] : void 0;
}
function ownerOfLine(file, line) {
	for (let index = file.firstOfLine.get(line) ?? -1; index >= 0 && file.tokens[index]?.line === line; index++) {
		const owner = file.ownerOf(index);
		if (owner !== null) return owner;
	}
	return null;
}
function locate(sources, frame) {
	const file = sources.file(frame.file);
	if (file === null) return null;
	const first = file.firstOfLine.get(frame.line);
	if (first === void 0) return null;
	const name = parseFunctionName(frame.function);
	const goFunction = functionAt(file, name, frame.line);
	const segments = segmentsOn(file, goFunction, frame.line);
	return {
		file,
		package: name.package,
		packages: sources,
		goFunction,
		line: frame.line,
		segments,
		operands: segments.flatMap((segment) => operandsOf(file, segment, frame.line)),
		index: segments[0]?.start ?? first
	};
}
// src/classify/go/tokens.ts
const space = /[ \t\r]+/y;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d[\w.]*|\.\d[\w.]*/y;
const text = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/y;
const operator = /&&|\|\||<-|\+\+|--|:=|\.\.\.|<<=|>>=|&\^=|[-+*/%&|^=!<>]=|<<|>>|&\^|./uy;
const endsStatement = new Set([
	")",
	"]",
	"}",
	"++",
	"--"
]);
const keywordsThatContinue = new Set("case chan const default defer else for func go goto if import interface map package range select struct switch type var".split(" "));
function needsSemicolon(last) {
	if (last === void 0) return false;
	if (last.kind === "operator") return endsStatement.has(last.text);
	return last.kind !== "word" || !keywordsThatContinue.has(last.text);
}
function matchAt(pattern, line, column) {
	pattern.lastIndex = column;
	return pattern.exec(line)?.[0] ?? null;
}
const kinds = [
	["word", word],
	["number", number],
	["text", text],
	["operator", operator]
];
function readLine(tokens, source, line, start) {
	for (let column = start; column < source.length;) {
		column += matchAt(space, source, column)?.length ?? 0;
		if (source.startsWith("//", column)) return null;
		const mark = markAt(source, column);
		if (mark === "`") tokens.push({
			kind: "text",
			text: "\"\"",
			line
		});
		if (mark === null) column += pushToken(tokens, source, line, column);
		else {
			const closing = source.indexOf(mark, column + mark.length);
			if (closing < 0) return mark;
			column = closing + mark.length;
		}
	}
	return null;
}
function markAt(source, column) {
	if (source[column] === "`") return "`";
	return source.startsWith("/*", column) ? "*/" : null;
}
function pushToken(tokens, source, line, column) {
	for (const [kind, pattern] of kinds) {
		const found = matchAt(pattern, source, column);
		if (found === null) continue;
		tokens.push({
			kind,
			text: found,
			line
		});
		return found.length;
	}
	return 1;
}
function tokenize(lines) {
	const tokens = [];
	let open = null;
	lines.forEach((source, index) => {
		const line = index + 1;
		const closing = open === null ? 0 : source.indexOf(open);
		if (closing < 0) return;
		const start = open === null ? 0 : closing + open.length;
		open = readLine(tokens, source, line, start);
		if (open === null && needsSemicolon(tokens.at(-1))) tokens.push({
			kind: "operator",
			text: ";",
			line
		});
	});
	endCases(tokens);
	return tokens;
}
function endCases(tokens) {
	tokens.forEach(({ kind, text: name }, index) => {
		if (kind !== "word" || name !== "case" && name !== "default") return;
		const colon = findColon(tokens, index + 1);
		const token = tokens[colon];
		if (token !== void 0) tokens[colon] = {
			...token,
			text: ";"
		};
	});
}
const depths = {
	"(": 1,
	"[": 1,
	"{": 1,
	")": -1,
	"]": -1,
	"}": -1
};
function findColon(tokens, start) {
	let depth = 0;
	for (let at = start; at < tokens.length && depth >= 0; at++) {
		const text = tokens[at]?.text ?? "";
		depth += depths[text] ?? 0;
		if (depth === 0 && text === ":") return at;
		if (depth === 0 && text === ";") return -1;
	}
	return -1;
}
const closers = {
	"(": ")",
	"[": "]",
	"{": "}"
};
function matchBrackets(tokens) {
	const partners = new Int32Array(tokens.length).fill(-1);
	const open = [];
	tokens.forEach(({ kind, text: bracket }, index) => {
		if (kind !== "operator") return;
		if (bracket in closers) open.push(index);
		if (bracket !== ")" && bracket !== "]" && bracket !== "}") return;
		const start = open.findLastIndex((at) => closers[tokens[at]?.text ?? ""] === bracket);
		if (start < 0) return;
		const partner = open[start] ?? 0;
		open.length = start;
		partners[partner] = index;
		partners[index] = partner;
	});
	return partners;
}
// src/classify/go/variables.ts
function blockEnd(code, index, owner) {
	for (let at = index; at > owner.bodyStart; at--) {
		if (textAt(code, at) !== "{") continue;
		const end = code.partners[at] ?? -1;
		if (end > index) return end;
	}
	return owner.bodyEnd;
}
function headerBlockEnd(code, index, owner) {
	let end = afterGroup(code, blockStart(code, index)) - 1;
	while (textAt(code, end + 1) === "else") end = Math.max(afterGroup(code, blockStart(code, end + 2)) - 1, end + 2);
	return Math.min(end, owner.bodyEnd);
}
function namesBefore(code, index) {
	const names = [];
	let at = index - 1;
	while (code.tokens[at]?.kind === "word") {
		names.unshift(at);
		if (textAt(code, at - 1) !== ",") break;
		at -= 2;
	}
	return names;
}
function shortDeclaration(code, index, owner) {
	const names = namesBefore(code, index);
	const header = textAt(code, (names[0] ?? index) - 1);
	const to = header === "for" || header === "if" || header === "switch" ? headerBlockEnd(code, index, owner) : blockEnd(code, index, owner);
	const isRange = textAt(code, index + 1) === "range";
	return names.map((at, position) => ({
		name: textAt(code, at),
		type: null,
		value: isRange ? index + 2 : valueAt(code, index + 1, position),
		rangePosition: isRange ? position : null,
		kind: header === "for" ? "loop" : "local",
		owner,
		declaredAt: at,
		from: index,
		to
	}));
}
function valueAt(code, start, position) {
	let at = start;
	for (let skipped = 0; skipped < position; at++) {
		const text = textAt(code, at);
		if (text === ";" || text === "" || text === "}") return null;
		if (text === ",") skipped++;
		else if ("([{".includes(text)) at = afterGroup(code, at) - 1;
	}
	return at;
}
function varLine(code, start) {
	const names = [start];
	let at = start + 1;
	while (textAt(code, at) === "," && code.tokens[at + 1]?.kind === "word") {
		names.push(at + 1);
		at += 2;
	}
	const typeEnd = afterType(code, at);
	const type = typeEnd > at ? joinTokens(code, at, typeEnd) : null;
	const hasValue = textAt(code, typeEnd) === "=";
	return names.map((declaredAt, position) => ({
		name: textAt(code, declaredAt),
		declaredAt,
		type,
		value: hasValue ? valueAt(code, typeEnd + 1, position) : null,
		rangePosition: null
	}));
}
function varDeclaration(code, index) {
	if (textAt(code, index + 1) !== "(") return varLine(code, index + 1);
	const end = code.partners[index + 1] ?? -1;
	const found = [];
	for (let at = index + 2; at < end;) {
		if (code.tokens[at]?.kind === "word") found.push(...varLine(code, at));
		while (at < end && textAt(code, at) !== ";") at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
		at++;
	}
	return found;
}
function signatureVariables(owner) {
	const place = {
		owner,
		declaredAt: owner.start,
		from: owner.start,
		to: owner.bodyEnd,
		value: null,
		rangePosition: null
	};
	return [
		...owner.receiver === null ? [] : [{
			...owner.receiver,
			...place,
			kind: "receiver"
		}],
		...owner.parameters.map((declared) => ({
			...declared,
			...place,
			kind: "parameter"
		})),
		...owner.results.map((declared) => ({
			...declared,
			...place,
			kind: "result"
		}))
	];
}
function readVariables(code, functions, ownerOf) {
	const variables = functions.flatMap(signatureVariables);
	code.tokens.forEach((token, index) => {
		if (token.text !== "var" && token.text !== ":=") return;
		const owner = ownerOf(index);
		if (token.text === ":=") {
			if (owner !== null) variables.push(...shortDeclaration(code, index, owner));
			return;
		}
		const scope = owner === null ? {
			kind: "package",
			owner,
			from: 0,
			to: code.tokens.length
		} : {
			kind: "local",
			owner,
			from: index,
			to: blockEnd(code, index, owner)
		};
		variables.push(...varDeclaration(code, index).map((declared) => ({
			...declared,
			...scope
		})));
	});
	return variables;
}
// src/classify/go/file.ts
function readFields(code, open) {
	const close = code.partners[open] ?? -1;
	const fields = [];
	for (let at = open + 1; at < close;) {
		const end = fieldEnd(code, at, close);
		fields.push(...readField(code, at, end));
		at = end + 1;
	}
	return fields;
}
function fieldEnd(code, start, close) {
	let at = start;
	while (at < close && textAt(code, at) !== ";") at = "([{".includes(textAt(code, at)) ? afterGroup(code, at) : at + 1;
	return Math.min(at, close);
}
function readField(code, start, end) {
	if (start >= end) return [];
	const whole = afterType(code, start);
	if (whole >= end || code.tokens[whole]?.kind === "text") {
		const type = joinTokens(code, start, Math.min(whole, end));
		return [{
			name: type.replace(/\[.*$/, "").replace(/^.*[.*]/, ""),
			type,
			embedded: true
		}];
	}
	const names = [];
	let at = start;
	while (code.tokens[at]?.kind === "word") {
		names.push(textAt(code, at++));
		if (textAt(code, at) !== ",") break;
		at++;
	}
	const type = joinTokens(code, at, Math.min(afterType(code, at), end));
	return names.map((name) => ({
		name,
		type,
		embedded: false
	}));
}
function readStructs(code, ownerOf) {
	const structs = new Map();
	code.tokens.forEach((token, index) => {
		if (token.text !== "struct" || textAt(code, index + 1) !== "{") return;
		const name = structName(code, index, ownerOf);
		if (name !== null) structs.set(name, readFields(code, index + 1));
	});
	return structs;
}
function structName(code, index, ownerOf) {
	const at = textAt(code, index - 1) === "]" ? (code.partners[index - 1] ?? index) - 1 : index - 1;
	if (code.tokens[at]?.kind !== "word") return null;
	const introducer = textAt(code, at - 1);
	const isGrouped = (introducer === "(" || introducer === ";") && ownerOf(index) === null;
	return introducer === "type" || isGrouped ? textAt(code, at) : null;
}
function defaultName(path) {
	const elements = path.split("/");
	const last = elements.at(-1) ?? path;
	return (/^v\d+$/.test(last) ? elements.at(-2) ?? last : last).replace(/\.v\d+$/, "").replace(/^go-|-go$/, "");
}
function readImports(code) {
	const imports = new Map();
	for (let index = 0; index < code.tokens.length; index++) {
		const text = textAt(code, index);
		if (text === "func" || text === "type" || text === "var") break;
		if (code.tokens[index]?.kind !== "text") continue;
		const path = text.slice(1, -1);
		const before = code.tokens[index - 1];
		const isNamed = before?.kind === "word" && before.text !== "import";
		imports.set(isNamed ? before.text : defaultName(path), path);
	}
	return imports;
}
function ownerLookup(functions, count) {
	const owners = new Int32Array(count).fill(-1);
	functions.forEach((goFunction, number) => {
		owners.fill(number, goFunction.bodyStart, goFunction.bodyEnd + 1);
	});
	return (index) => functions[owners[index] ?? -1] ?? null;
}
function readGoFile(path, lines) {
	const tokens = tokenize(lines);
	const code = {
		tokens,
		partners: matchBrackets(tokens)
	};
	const functions = readFunctions(code);
	const ownerOf = ownerLookup(functions, tokens.length);
	const firstOfLine = new Map();
	tokens.forEach((token, index) => {
		if (!firstOfLine.has(token.line)) firstOfLine.set(token.line, index);
	});
	return {
		...code,
		path,
		functions,
		ownerOf,
		variables: groupBy(readVariables(code, functions, ownerOf), ({ name }) => name),
		structs: readStructs(code, ownerOf),
		imports: readImports(code),
		firstOfLine
	};
}
// src/classify/go/packages.ts
const constructors = {
	"bytes.NewBufferString": "*bytes.Buffer",
	"rand.New": "*rand.Rand",
	"rand.NewSource": "rand.Source",
	"list.New": "*list.List",
	"errors.New": "error",
	"errors.Join": "error",
	"fmt.Errorf": "error",
	"fmt.Sprintf": "string",
	"template.New": "*template.Template",
	"md5.New": "hash.Hash",
	"sha1.New": "hash.Hash",
	"sha256.New": "hash.Hash",
	"sha512.New": "hash.Hash"
};
const made = /^(?:bytes|strings|bufio|json|gob|csv|xml|tabwriter|big|gzip|zlib)\.New(?<type>[A-Z]\w*)$/;
function namedType(type) {
	const { alias, name } = /^\**(?:(?<alias>[\p{L}_]\w*)\.)?(?<name>[\p{L}_]\w*)(?:\[.*\])?$/u.exec(type.text)?.groups ?? {};
	if (name === void 0) return null;
	return {
		package: alias === void 0 ? type.package : type.file.imports.get(alias) ?? alias,
		name
	};
}
function structOf(packages, type) {
	const named = namedType(type);
	if (named === null) return literalStruct(type);
	for (const file of packages.filesOf(named.package, named.name)) {
		const fields = file.structs.get(named.name);
		if (fields !== void 0) return {
			fields,
			file,
			package: named.package
		};
	}
	return null;
}
function literalStruct({ text, package: importPath, file }) {
	const body = /^\**(?<struct>struct\{.*)$/s.exec(text)?.groups?.struct;
	if (body === void 0) return null;
	const fields = readGoFile("", [`type literal ${body}`]).structs.get("literal");
	return fields === void 0 ? null : {
		fields,
		file,
		package: importPath
	};
}
function findField(packages, type, name, depth = 0) {
	const struct = structOf(packages, type);
	const owner = namedType(type);
	if (struct === null || depth > 4) return null;
	const typeOf = (field) => ({
		text: field.type,
		package: struct.package,
		file: struct.file
	});
	const own = struct.fields.find((field) => field.name === name);
	if (own !== void 0) return {
		owner,
		type: typeOf(own)
	};
	for (const field of struct.fields) {
		const promoted = field.embedded ? findField(packages, typeOf(field), name, depth + 1) : null;
		if (promoted !== null) return promoted;
	}
	return null;
}
function embeddedField(packages, type, wanted) {
	const owner = namedType(type);
	const field = structOf(packages, type)?.fields.find((one) => one.embedded && one.type.replace(/^\*/, "") === wanted);
	return owner === null || field === void 0 ? null : {
		owner,
		name: field.name,
		type: field.type
	};
}
function findVariable(packages, at, name, index) {
	const [first, ...others] = (at.file.variables.get(name) ?? []).filter((variable) => isVisible(variable, index));
	if (first !== void 0) return {
		variable: others.reduce(innermost, first),
		file: at.file
	};
	for (const file of packages.filesOf(at.package, name)) {
		const variable = file.variables.get(name)?.find(({ kind }) => kind === "package");
		if (variable !== void 0) return {
			variable,
			file
		};
	}
	return null;
}
function isVisible(variable, index) {
	if (variable.kind === "package") return true;
	if (variable.declaredAt === index) return true;
	return variable.from <= index && index <= variable.to && variable.declaredAt <= index;
}
function innermost(best, other) {
	if (other.kind === "package") return best;
	return best.kind === "package" || other.from >= best.from ? other : best;
}
function findFunction(packages, importPath, name) {
	for (const file of packages.filesOf(importPath, name)) {
		const found = file.functions.find((other) => other.name === name);
		if (found !== void 0) return {
			found,
			file
		};
	}
	return null;
}
function typeOfVariable(packages, where, variable, depth = 0) {
	if (variable.type !== null) return {
		...where,
		text: variable.type
	};
	if (variable.value === null || depth > 4) return variable.name === "err" ? {
		...where,
		text: "error"
	} : null;
	const type = typeOfValue(packages, where, variable.value, depth + 1);
	if (variable.rangePosition === null || type === null) return type;
	if (variable.rangePosition === 0) return {
		...type,
		text: /^\*?map\[(?<key>[^[\]]*)\]/.exec(type.text)?.groups?.key ?? "int"
	};
	const element = elementType(type.text);
	return element === null ? null : {
		...type,
		text: element
	};
}
function typeOfValue(packages, where, start, depth) {
	const { file } = where;
	if (textAt(file, start) === "&") {
		const inner = typeOfValue(packages, where, start + 1, depth);
		return inner === null ? null : {
			...inner,
			text: `*${inner.text}`
		};
	}
	const literal = literalType(file, start);
	if (literal !== null) return {
		...where,
		text: literal
	};
	const end = afterType(file, start);
	if (end === start) return null;
	const name = joinTokens(file, start, end);
	if (textAt(file, end) === "{" || textAt(file, end) === "(" && name.startsWith("[")) return {
		...where,
		text: name
	};
	if (textAt(file, end) === "(") return typeOfCall(packages, where, name);
	return depth > 4 ? null : typeOfPath(packages, where, name.split("."), start, depth);
}
function literalType(file, start) {
	const text = textAt(file, start);
	if ((text === "make" || text === "new") && textAt(file, start + 1) === "(") {
		const type = joinTokens(file, start + 2, afterType(file, start + 2));
		return text === "new" ? `*${type}` : type;
	}
	return text === "true" || text === "false" ? "bool" : constantType(file, start);
}
function constantType(file, index) {
	const { kind, text } = file.tokens[index] ?? {
		kind: "operator",
		text: ""
	};
	if (kind === "text") return text.startsWith("'") ? "rune" : "string";
	if (kind === "number") return /^\d+$|^0[xXbBoO]/.test(text) ? "int" : "float64";
	return null;
}
function typeOfCall(packages, where, callee) {
	const known = constructors[callee] ?? (made.test(callee) ? `*${callee.replace(".New", ".")}` : void 0);
	if (known !== void 0) return {
		...where,
		text: known
	};
	const [alias, name] = callee.includes(".") ? callee.split(".") : [null, callee];
	const importPath = alias === null ? where.package : where.file.imports.get(alias ?? "") ?? "";
	const maker = findFunction(packages, importPath, name ?? "");
	if (maker?.found.resultType == null) return null;
	return {
		text: maker.found.resultType,
		package: importPath,
		file: maker.file
	};
}
function typeOfPath(packages, where, path, index, depth = 0) {
	const base = findVariable(packages, where, path[0] ?? "", index);
	if (base === null) return null;
	let type = typeOfVariable(packages, {
		...where,
		file: base.file
	}, base.variable, depth + 1);
	for (const step of path.slice(1)) {
		if (type === null) return null;
		if (step === "[]") {
			const element = elementType(type.text);
			type = element === null ? null : {
				...type,
				text: element
			};
		} else type = findField(packages, type, step)?.type ?? null;
	}
	return type;
}
// src/classify/subject.ts
function whereOf(place) {
	return {
		text: "",
		package: place.package,
		file: place.file
	};
}
function resolveSubject(place, path, index) {
	const steps = [...path];
	while (steps.at(-1) === "[]") steps.pop();
	const where = whereOf(place);
	const base = findVariable(place.packages, where, steps[0] ?? "", index);
	if (base === null) return importedVariable(place, steps);
	if (steps.length === 1) {
		const type = typeOfVariable(place.packages, {
			...where,
			file: base.file
		}, base.variable);
		return variableSubject(place, base.variable, type?.text ?? null);
	}
	const field = steps.at(-1) ?? "";
	const holder = typeOfPath(place.packages, where, steps.slice(0, -1), index);
	const found = holder === null ? null : findField(place.packages, holder, field);
	if (found?.owner != null) return fieldSubject(found.owner, field, found.type.text, base.variable);
	const named = holder === null ? null : namedType(holder);
	if (named !== null) return fieldSubject(named, field, null, base.variable);
	const owner = `${place.package}.${base.variable.name}`;
	const scope = base.variable.owner === null ? "" : `${outermost(base.variable.owner).name}.`;
	return {
		name: steps.filter((step) => step !== "[]").join("."),
		type: null,
		key: `${place.package}.${scope}${steps.join(".")}`,
		kind: "field",
		owner,
		variable: base.variable
	};
}
function fieldSubject(owner, field, type, variable) {
	const ownerKey = `${owner.package}.${owner.name}`;
	return {
		name: `${owner.name}.${field}`,
		type,
		key: `${ownerKey}.${field}`,
		kind: "field",
		owner: ownerKey,
		variable
	};
}
function variableSubject(place, variable, type) {
	const scope = variable.owner === null ? "" : `${outermost(variable.owner).name}.`;
	return {
		name: variable.name,
		type,
		key: `${place.package}.${scope}${variable.name}`,
		kind: variable.owner === null ? "package" : "local",
		owner: null,
		variable
	};
}
function importedVariable(place, steps) {
	const importPath = place.file.imports.get(steps[0] ?? "");
	const name = steps[1];
	if (importPath === void 0 || name === void 0 || steps.length !== 2) return null;
	const key = `${importPath}.${name}`;
	return {
		name: steps.join("."),
		type: null,
		key,
		kind: "package",
		owner: null,
		variable: null
	};
}
// src/classify/code-shape.ts
const separators = new Set([
	";",
	"{",
	"}"
]);
function segmentsBetween(place, from, to) {
	const { file, goFunction } = place;
	const segments = [];
	let start = from;
	for (let index = from; index <= to; index++) {
		if (index < to && !separators.has(textAt(file, index))) continue;
		if (index > start && file.ownerOf(start) === goFunction) segments.push({
			start,
			end: index,
			assignment: null,
			keyword: textAt(file, start)
		});
		start = index + 1;
	}
	return segments;
}
function callsBefore(place, methods) {
	const start = place.goFunction?.bodyStart;
	if (start === void 0) return [];
	return segmentsBetween(place, start + 1, place.index).flatMap((segment) => operandsOf(place.file, segment, null).filter((operand) => operand.method !== null && methods.has(operand.method)).map((operand) => ({
		...operand,
		deferred: segment.keyword === "defer"
	})));
}
const locking = new Set([
	"Lock",
	"RLock",
	"Unlock",
	"RUnlock",
	"TryLock",
	"TryRLock"
]);
function locksHeld(place) {
	const held = new Map();
	for (const call of callsBefore(place, locking)) {
		const lock = call.path.join(".");
		if (call.deferred) continue;
		if (call.method === "Unlock" || call.method === "RUnlock") held.delete(lock);
		else held.set(lock, call.method === "RLock" || call.method === "TryRLock" ? "RLock" : "Lock");
	}
	return [...held.values()];
}
function enclosingIfs(place) {
	const { file, goFunction } = place;
	const headers = [];
	for (let index = (goFunction?.bodyStart ?? 0) + 1; index < place.index; index++) {
		if (textAt(file, index) !== "if") continue;
		const open = blockStart(file, index);
		if (open < place.index && (file.partners[open] ?? -1) >= place.index) headers.push(index);
	}
	return headers;
}
function isUnderNilCheck(place, subject) {
	const headers = enclosingIfs(place);
	for (const segment of place.segments) if (segment.keyword === "if") headers.push(segment.start);
	return headers.some((header) => {
		const end = blockStart(place.file, header);
		for (let index = header; index < end; index++) {
			const isNil = /^(?:nil|0|"")$/.test(textAt(place.file, index + 1)) && textAt(place.file, index) === "==";
			const isNot = textAt(place.file, index) === "!";
			if (!isNil && !isNot) continue;
			if (namesSubject(place, header, end, subject)) return true;
		}
		return false;
	});
}
function namesSubject(place, start, end, subject) {
	return segmentsBetween(place, start, end).flatMap((segment) => operandsOf(place.file, segment, null)).some((operand) => resolveSubject(place, operand.path, operand.at)?.key === subject.key);
}
function isAfterGivingUp(place) {
	const { file, goFunction } = place;
	for (let index = (goFunction?.bodyStart ?? 0) + 1; index < place.index; index++) {
		if (textAt(file, index) !== "case" || file.ownerOf(index) !== goFunction) continue;
		if (isGivingUp(file, index) && isReachedFrom(place, index)) return true;
	}
	return false;
}
function isGivingUp(file, caseIndex) {
	const text = Array.from({ length: 8 }, (_, offset) => textAt(file, caseIndex + 1 + offset)).join("");
	return /<-[\w.]+\.Done\(\)|<-time\.(?:After|Tick)\(|<-[\w.]*(?:[tT]imer|[tT]imeout|[tT]icker)\w*\.C/.test(text);
}
function isReachedFrom(place, caseIndex) {
	const { file } = place;
	const select = enclosingBlock(place, caseIndex, "select");
	if (select === null || place.index > select.close) return enclosingBlock(place, caseIndex, "for") === null;
	for (let at = caseIndex + 1; at < place.index; at++) if (textAt(file, at) === "{") at = file.partners[at] ?? at;
	else if (/^(?:case|default)$/.test(textAt(file, at))) return false;
	return true;
}
function enclosingBlock({ file, goFunction }, index, keyword) {
	let innermost = null;
	for (let at = (goFunction?.bodyStart ?? index) + 1; at < index; at++) {
		if (textAt(file, at) !== keyword || file.ownerOf(at) !== goFunction) continue;
		const open = blockStart(file, at);
		const close = file.partners[open] ?? -1;
		if (open < index && close > index) innermost = {
			open,
			close
		};
	}
	return innermost;
}
function isCaptured(place, subject) {
	const owner = subject.variable?.owner ?? null;
	return owner !== null && place.goFunction !== null && owner !== place.goFunction && isInside(place.goFunction, owner);
}
function isInside(inner, outer) {
	for (let at = inner; at !== null; at = at.parent) if (at === outer) return true;
	return false;
}
// src/classify/copied-lock.ts
const locks = /^(?:sync\.(?:Mutex|RWMutex|WaitGroup|Once|Cond|Map|Pool)|atomic\.\w+)$/;
function holdsLock(place, type) {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages.filesOf(named.package, named.name).some((file) => file.structs.get(named.name)?.some((field) => locks.test(field.type)) === true);
}
function isValueMethod(place, type, method) {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages.filesOf(named.package, method).some((file) => file.functions.some((one) => one.name === `${named.name}.${method}`));
}
function copiedLock(place) {
	const where = whereOf(place);
	const own = lockedReceiver(place, where);
	if (own !== null) return namedType(own);
	for (const operand of place.operands) {
		const type = typeOfPath(place.packages, where, operand.path, operand.at);
		if (type !== null && holdsLock(place, type) && isCopied(place, operand, type)) return namedType(type);
	}
	return null;
}
function lockedReceiver(place, where) {
	const receiver = place.goFunction === null ? null : outermost(place.goFunction).receiver;
	if (receiver?.type == null || receiver.type.startsWith("*")) return null;
	const type = {
		...where,
		text: receiver.type
	};
	return callsBefore(place, new Set(["Lock", "RLock"])).some(({ path }) => path[0] === receiver.name) && holdsLock(place, type) ? type : null;
}
function isCopied(place, operand, type) {
	if (operand.role === "receiver") return operand.method !== null && isValueMethod(place, type, operand.method);
	const isDereferenced = textAt(place.file, operand.at - 1) === "*";
	return operand.role === "read" && type.text.startsWith("*") === isDereferenced;
}
// src/classify/candidates.ts
const weights = {
	write: 4,
	address: 3,
	receiver: 3,
	read: 2,
	send: 1,
	call: 0
};
function weigh(operand, side) {
	if (side.unsafeType !== null) return weighHolder(operand, side);
	if (side.access.operation === "write" && !side.operations.has("encode")) return operand.role === "write" ? 6 : weights[operand.role] - 1;
	return operand.role === "write" ? 1 : weights[operand.role];
}
function weighHolder(operand, side) {
	if (!(operand.role === "receiver" || operand.role === "address") || !callsLibrary(operand, side)) return weights[operand.role];
	return operand.role === "receiver" && !isOwnMethod(side) ? 1 : 6;
}
function callsLibrary(operand, side) {
	const called = side.library.at(-1)?.function ?? "";
	return operand.method === null || called.replace(/\(\)$/, "").endsWith(`.${operand.method}`);
}
function isOwnMethod({ library }) {
	const [inner, outer] = [library.find((frame) => !frame.function.startsWith("runtime.")), library.at(-1)];
	const packageOf = (frame) => parseFunctionName(frame?.function ?? "").package;
	return !(outer !== void 0 && parseFunctionName(outer.function).receiver !== null) || packageOf(inner) === packageOf(outer);
}
function candidatesOf(side) {
	const { place } = side;
	if (place === null) return [];
	const candidates = place.operands.filter(({ role, path }) => role !== "call" || path.length > 1).flatMap((operand) => operand.path.map((_, index) => candidateAt(side, place, operand, index + 1))).filter((candidate) => candidate !== null).sort((a, b) => a.weight - b.weight);
	return [...new Map(candidates.map((candidate) => [candidate.subject.key, candidate])).values()];
}
function candidateAt(side, place, operand, length) {
	const path = operand.path.slice(0, length);
	const subject = (side.unsafeType === null ? null : embeddedObject(place, path, operand.at, side.unsafeType)) ?? resolveSubject(place, path, operand.at);
	const weight = weigh(operand, side) - (operand.path.length - length) * 1.5;
	return subject === null || !canBeRaced(subject, operand, side) ? null : {
		subject,
		weight
	};
}
function canBeRaced({ type }, { role }, side) {
	if (type === null) return true;
	if (side.movesBytes) return /^\*?\[/.test(type);
	if (side.unsafeType !== null) return !isBasicType.test(type);
	return role !== "receiver" || side.library.length > 0 || !isSynchronized.test(type);
}
const isSynchronized = /^\*?(?:sync\.(?:Mutex|RWMutex|WaitGroup|Once|Cond|Map|Pool)|atomic\.\w+)$/;
const isBasicType = /^(?:string|bool|byte|rune|error|u?int\d*|float\d+)$/;
function embeddedObject(place, path, at, unsafeType) {
	const type = typeOfPath(place.packages, whereOf(place), path, at);
	const base = findVariable(place.packages, whereOf(place), path[0] ?? "", at);
	if (type === null || base === null) return null;
	const field = embeddedField(place.packages, type, unsafeType);
	return field === null ? null : fieldSubject(field.owner, field.name, field.type, base.variable);
}
// src/classify/find-subject.ts
function findSubject(race) {
	const [first = [], second = []] = race.sides.map(candidatesOf);
	const best = strongest(first.flatMap((candidate) => {
		const other = second.find(({ subject }) => subject.key === candidate.subject.key);
		return other === void 0 ? [] : [{
			subject: candidate.subject,
			weight: candidate.weight + other.weight
		}];
	}));
	if (best !== null) return {
		subject: best,
		isShared: true
	};
	return {
		subject: race.sides.some((side) => side.unsafeType === null) && race.sides.some((side) => side.unsafeType !== null) ? null : writtenSubject(race.sides, [first, second]),
		isShared: false
	};
}
function strongest(candidates) {
	const most = Math.max(...candidates.map(({ weight }) => weight));
	const best = candidates.filter(({ weight }) => weight === most).map(({ subject }) => subject);
	const [first, ...others] = best.sort((a, b) => a.key < b.key ? -1 : 1);
	if (first === void 0 || others.length === 0) return first ?? null;
	return {
		...first,
		name: best.map(({ name }) => name).join(", "),
		type: others.every(({ type }) => type === first.type) ? first.type : null,
		key: best.map(({ key }) => key).join("+")
	};
}
function writtenSubject(sides, candidates) {
	const certain = candidates.map((list) => list.filter(({ weight }) => weight >= 6));
	for (const [index, side] of sides.entries()) {
		if (side.access.operation !== "write") continue;
		const subject = onlySubject(certain[index] ?? []);
		if (subject !== null) return subject;
	}
	const [only, ...others] = sides.flatMap((side, index) => side.place === null ? [] : [{
		place: side.place,
		index
	}]);
	const isAlone = only !== void 0 && others.length === 0 && namesOneVariable(only.place);
	return onlySubject(certain.flat()) ?? (isAlone ? strongest(candidates[only.index] ?? []) : null);
}
function onlySubject(candidates) {
	const [only, ...others] = candidates;
	return only !== void 0 && others.length === 0 ? only.subject : null;
}
function namesOneVariable(place) {
	const paths = place.operands.filter(({ role }) => role !== "call").map(({ path }) => path.join("."));
	return new Set(paths).size === 1;
}
// src/classify/modules.ts
const commands = new Set([
	"main",
	"main_test",
	"command-line-arguments",
	"command-line-arguments_test"
]);
function userModules(modulePaths) {
	const known = new Map();
	function isInside(importPath) {
		if (modulePaths.length === 0 || commands.has(importPath)) return true;
		return modulePaths.some((path) => {
			const isExternalTest = importPath === `${path}_test`;
			return importPath === path || isExternalTest || importPath.startsWith(`${path}/`);
		});
	}
	function isUser(frame) {
		if (frame.origin !== "user") return false;
		let inside = known.get(frame.function);
		if (inside === void 0) {
			inside = isInside(parseFunctionName(frame.function).package);
			known.set(frame.function, inside);
		}
		return inside;
	}
	return {
		isUser,
		isDependency: (frame) => frame.origin === "dependency" || frame.origin === "user" && !isUser(frame)
	};
}
function moduleOf(frame) {
	const { path, version } = /(?:\/pkg\/mod\/|^)(?<path>[^@]+)@(?<version>v[^/]+)\//.exec(frame.file.replaceAll("\\", "/"))?.groups ?? {};
	if (path === void 0 || version === void 0) return parseFunctionName(frame.function).package;
	return `${path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase())}@${version}`;
}
// src/classify/race-evidence.ts
function sharedLibraryType({ sides }) {
	const [first, second] = sides;
	if (first === void 0 || second === void 0 || sides.some(isByReflection)) return null;
	return first.libraryTypes.find((type) => second.libraryTypes.includes(type) && !/^(?:sync|reflect|testing|runtime|internal\/)/.test(type)) ?? null;
}
function isByReflection({ library }) {
	return library.find((frame) => !frame.function.startsWith("runtime."))?.function.startsWith("reflect.") === true;
}
function writers(sides) {
	return sides.filter((side) => side.access.operation === "write");
}
// src/classify/handoff.ts
function comesAfterHandoff(place, subject) {
	const start = place.goFunction?.bodyStart;
	const name = subject.variable?.name;
	if (start === void 0 || name === void 0 || subject.variable?.kind === "package") return false;
	if (!usesContent(place, name) || !isReference(place, name)) return false;
	const before = segmentsBetween(place, start + 1, place.index);
	const given = before.findLastIndex((segment) => sends(place, segment, name));
	const put = callsBefore(place, new Set(["Put"])).some((call) => !call.deferred && isArgument(place, call.at, name) && isPool(place, call));
	const isGiven = given >= 0 && !before.slice(given + 1).some((segment) => renews(place, segment, name));
	return put || isGiven || isGivenLastRound(place, subject.variable, name);
}
function usesContent({ operands, file }, name) {
	return operands.some(({ path, at, role }) => path[0] === name && (path.length > 1 || role === "receiver" || textAt(file, at - 1) === "*"));
}
function isReference(place, name) {
	const where = whereOf(place);
	const type = typeOfPath(place.packages, where, [name], place.index);
	if (type === null || /^(?:\*|\[\]|map\[)/.test(type.text)) return true;
	const named = namedType(type);
	const files = named === null ? [] : place.packages.filesOf(named.package, named.name);
	return named !== null && files.length > 0 && !files.some((file) => file.structs.has(named.name));
}
function isPool(place, { path, at }) {
	const where = whereOf(place);
	const type = typeOfPath(place.packages, where, path, at);
	return type === null ? /pool/i.test(path.join(".")) : /^\*?sync\.Pool$/.test(type.text);
}
function isGivenLastRound(place, variable, name) {
	const loop = enclosingBlock(place, place.index, "for");
	if (loop === null || variable === null || variable.declaredAt > loop.open) return false;
	const round = segmentsBetween(place, loop.open + 1, loop.close);
	return round.some((segment) => sends(place, segment, name)) && !round.some((segment) => renews(place, segment, name));
}
function sends(place, { start, end }, name) {
	const arrow = sendArrow(place, start, end);
	return arrow !== null && isAlone(place, arrow + 1, end, name);
}
function renews(place, segment, name) {
	const [first] = operandsOf(place.file, segment, null);
	return first?.path.length === 1 && first.path[0] === name && /^:?=$/.test(textAt(place.file, first.at + 1));
}
function sendArrow(place, start, end) {
	for (let index = start + 1; index < end; index++) if (textAt(place.file, index) === "<-" && place.file.tokens[index - 1]?.kind === "word") return index;
	return null;
}
function isAlone(place, start, end, name) {
	const at = textAt(place.file, start) === "&" ? start + 1 : start;
	const after = textAt(place.file, at + 1);
	return textAt(place.file, at) === name && (at + 1 === end || after === ":" || after === ";");
}
function isArgument(place, call, name) {
	let open = call;
	while (textAt(place.file, open) !== "(" && open < place.index) open++;
	return textAt(place.file, open + 1) === name && textAt(place.file, open + 2) === ")";
}
// src/classify/library.ts
const operations = [
	[/^(?:runtime\.map(?:assign|access|delete|[iI]ter|clear|clone)|reflect\.map|internal\/runtime\/maps\.)/, "map"],
	[/^(?:runtime\.(?:growslice|slicecopy|slicebytetostring|slicerunetostring)|slices\.)/, "slice"],
	[/^runtime\.closechan/, "close"],
	[/^runtime\.(?:chansend|chanrecv|selectgo|selectnbsend)/, "send"],
	[/^(?:runtime\.race(?:read|write)\b|sync\.\(\*WaitGroup\))/, "waitgroup"],
	[/^(?:sync\/atomic|internal\/runtime\/atomic)\./, "atomic"],
	[/^(?:encoding\/(?!binary)[a-z0-9]+|reflect|fmt|log\/slog|text\/template|html\/template)\./, "encode"],
	[/^testing\.\(\*(?:common|T|B|F|outputWriter|indenter)\)\.(?:log|Log|Error|Fatal|Fail|Skip|destination|decorate|frameSkip|Helper|Name|Output|Write|checkFuzzFn|flush)/, "test-log"],
	[/^testing\.tRunner\.func\d/, "test-end"]
];
function operationOf(frame) {
	return operations.find(([pattern]) => pattern.test(frame.function))?.[1] ?? null;
}
const unsafeTypes = {
	"bytes.Buffer": "bytes.Buffer",
	"bytes.Reader": "bytes.Reader",
	"strings.Builder": "strings.Builder",
	"strings.Reader": "strings.Reader",
	"math/rand.Rand": "rand.Rand",
	"math/rand.rngSource": "rand.Rand",
	"math/rand/v2.Rand": "rand.Rand",
	"math/rand/v2.PCG": "rand.PCG",
	"math/rand/v2.ChaCha8": "rand.ChaCha8",
	"bufio.Writer": "bufio.Writer",
	"bufio.Reader": "bufio.Reader",
	"bufio.Scanner": "bufio.Scanner",
	"encoding/json.Encoder": "json.Encoder",
	"encoding/json.Decoder": "json.Decoder",
	"encoding/xml.Encoder": "xml.Encoder",
	"encoding/xml.Decoder": "xml.Decoder",
	"encoding/csv.Writer": "csv.Writer",
	"encoding/csv.Reader": "csv.Reader",
	"text/template.Template": "template.Template",
	"html/template.Template": "template.Template",
	"text/tabwriter.Writer": "tabwriter.Writer",
	"net/http.Header": "http.Header",
	"net/http.response": "http.ResponseWriter",
	"net/http.Request": "http.Request",
	"net/textproto.MIMEHeader": "http.Header",
	"net/url.Values": "url.Values",
	"database/sql.Rows": "sql.Rows",
	"math/big.Int": "big.Int",
	"math/big.Float": "big.Float",
	"math/big.Rat": "big.Rat",
	"container/list.List": "list.List",
	"container/ring.Ring": "ring.Ring",
	"compress/gzip.Writer": "gzip.Writer",
	"compress/gzip.Reader": "gzip.Reader",
	"compress/flate.Writer": "flate.Writer",
	"compress/zlib.Writer": "zlib.Writer",
	"archive/tar.Writer": "tar.Writer",
	"archive/zip.Writer": "zip.Writer",
	"mime/multipart.Writer": "multipart.Writer",
	"text/scanner.Scanner": "scanner.Scanner",
	"flag.FlagSet": "flag.FlagSet",
	"io.LimitedReader": "io.LimitedReader",
	"crypto/md5.digest": "hash.Hash",
	"crypto/sha1.digest": "hash.Hash",
	"crypto/sha256.digest": "hash.Hash",
	"crypto/sha512.digest": "hash.Hash",
	"crypto/internal/fips140/sha256.Digest": "hash.Hash",
	"crypto/internal/fips140/sha512.Digest": "hash.Hash",
	"crypto/internal/fips140/hmac.HMAC": "hash.Hash",
	"hash/crc32.digest": "hash.Hash",
	"hash/maphash.Hash": "maphash.Hash"
};
const readerNames = new Set(Object.values(unsafeTypes));
function receiverType(frame) {
	const name = parseFunctionName(frame.function);
	return name.receiver === null ? null : `${name.package}.${name.receiver}`;
}
function unsafeTypeIn(library) {
	const inner = library.filter((frame) => !isMachinery(frame));
	const top = inner[0] === void 0 ? null : parseFunctionName(inner[0].function).package;
	for (const [index, frame] of inner.entries()) {
		const name = parseFunctionName(frame.function);
		if (frame.origin !== "standard" || name.package !== top) return null;
		const type = unsafeTypes[`${name.package}.${name.receiver ?? ""}`];
		if (type !== void 0) return index === 0 || !encodes(name.package) ? type : null;
	}
	return null;
}
function movesCallersBytes(library, operation) {
	const [copying, method] = library;
	if (copying === void 0 || method === void 0 || !/^runtime\.(?:slicecopy|memmove)/.test(copying.function)) return false;
	const { bare } = parseFunctionName(method.function);
	return operation === "write" ? /^Read/.test(bare) : /^Write/.test(bare);
}
function isMachinery(frame) {
	if (operationOf(frame) === "encode") return false;
	return /^(?:runtime|reflect|internal\/|sync)/.test(parseFunctionName(frame.function).package);
}
function encodes(importPath) {
	return /^(?:encoding|text|html)\//.test(importPath);
}
function isUnsafeType(type) {
	return readerNames.has(type.replace(/^\*+/, ""));
}
// src/classify/rules-by-frames.ts
function isLogAfterTest({ sides }) {
	return sides.some((side) => side.operations.has("test-end")) && sides.some((side) => side.operations.has("test-log"));
}
function isInDependency$1(race) {
	const { sides } = race;
	if (sides.length < 2 || sides.some((side) => side.first === null || side.first === side.site)) return false;
	if (isLentByAddress(race)) return false;
	return sides.some((side) => side.site === null) || sharedLibraryType(race) === null;
}
function isLentByAddress({ sides, subject, isShared }) {
	return subject !== null && isShared && sides.every(({ place }) => place?.operands.some(({ path, at, role }) => role === "address" && resolveSubject(place, path, at)?.key === subject.key) === true);
}
function isChannelClose({ sides }) {
	return sides.some((side) => side.operations.has("close"));
}
function isWaitGroup({ sides }) {
	return sides.length > 0 && sides.every((side) => side.operations.has("waitgroup"));
}
function isCopiedLock({ sides }) {
	return sides.some((side) => side.place !== null && copiedLock(side.place) !== null);
}
function isOverwrittenLock(race) {
	return isMixedAtomic(race) && race.subject?.type != null && /^\*?sync\.(?:(?:RW)?Mutex|Once|WaitGroup|Cond)$/.test(race.subject.type);
}
function isMixedAtomic({ sides, subject }) {
	const [plain, ...others] = sides.filter((side) => !side.callerMissing);
	if (sides.length !== 2 || plain === void 0 || others.length > 0) return false;
	const [called] = sides.flatMap((side) => side.callerMissing ? side.access.stack[0]?.function ?? "" : []);
	if (subject?.type != null) return isWord.test(subject.type) || !mutexCalls.test(called ?? "");
	return plain.place !== null || !/\.CompareAndSwapInt32\b/.test(called ?? "");
}
const mutexCalls = /\.(?:CompareAndSwapInt32|AddInt32)\b/;
const isWord = /^(?:u?int(?:32|64|ptr)?|bool|unsafe\.Pointer)$/;
function isReadLockWrite({ sides }) {
	return writers(sides).some(({ place }) => {
		const held = place === null ? [] : locksHeld(place);
		return held.length > 0 && !held.includes("Lock");
	});
}
function isHandoff({ sides, subject }) {
	return subject !== null && sides.some(({ place }) => place !== null && comesAfterHandoff(place, subject));
}
function isSharedObject(race) {
	const [first, second] = race.sides.map((side) => side.unsafeType);
	if (first != null && first === second) return true;
	if (sharedLibraryType(race) !== null) return true;
	return race.subject?.type != null && isUnsafeType(race.subject.type) && race.isShared && (first != null || second != null);
}
const encoders = /^(?:encoding\/(?!binary)|fmt\.|log\/slog\.|text\/template\.|html\/template\.|log\.)/;
function isEncoded({ sides }) {
	const reading = sides.filter((side) => side.access.operation === "read" && side.operations.has("encode") && !/^fmt\.\w+(?:\(\))?$/.test(side.library[0]?.function ?? "") && side.library.some((frame) => encoders.test(frame.function)));
	return sides.length === 2 && reading.length === 1 && sides.some((side) => !side.operations.has("encode"));
}
// src/classify/rules-by-goroutines.ts
function isParallelSubtests({ sides }) {
	const parents = sides.map((side) => {
		const isSubtest = /^testing\.\(\*T\)\.Run\b/.test(side.creation?.stack[0]?.function ?? "");
		const isTestCode = side.site?.file.endsWith("_test.go") === true && side.name?.isClosure === true;
		return isSubtest && isTestCode && side.creationSite !== null ? side.name?.outer : null;
	});
	return parents.length === 2 && parents[0] != null && parents[0] === parents[1];
}
function isDoneTooEarly({ sides }) {
	const waits = sides.some(({ place }) => place !== null && callsBefore(place, new Set(["Wait"])).length > 0);
	const hurries = sides.some(({ place, name }) => place !== null && name?.isClosure === true && callsBefore(place, new Set(["Done", "Add"])).some((call) => !call.deferred && /wg|wait|group/i.test(call.path.join("."))));
	return waits && hurries;
}
function isLateResult({ sides }) {
	const [first, second] = sides.map((side) => side.name);
	if (first == null || second == null || first.isClosure === second.isClosure) return false;
	const isSameType = first.receiver !== null && first.receiver === second.receiver;
	if (first.outer !== second.outer && !isSameType) return false;
	return sides.some(({ place, name }) => place !== null && name?.isClosure === false && isAfterGivingUp(place));
}
const callbacks = /^(?:time\.goFunc|time\.sendTime|context\.\(\*afterFuncCtx\)|runtime\.(?:createfing|createcleanup|runfin|bgcleanup|\(\*cleanupQueue\)))/;
const servers = /^(?:net\/http\.\(\*(?:Server|conn|http2serverConn)\)|google\.golang\.org\/grpc\.\(\*Server\)|net\/rpc\.\(\*Server\))/;
function isCreatedBy(pattern) {
	return ({ sides }) => sides.some((side) => pattern.test(side.creation?.stack[0]?.function ?? ""));
}
const stopping = /^(?:Stop|Close|Shutdown|Start|Init|Open|Reset|stop|close|shutdown|start|init|reset)/;
function isStartStop({ sides, subject }) {
	if (subject !== null && subject.kind !== "field") return false;
	return writers(sides).some((writer) => {
		const runner = sides.find((side) => side !== writer);
		if (runner?.name == null || writer.name === null || writer.site === null || isTest(writer.name)) return false;
		const isStarter = runner.creationSite !== null && isSameFunction(runner.creationSite, writer.site);
		const isKnown = subject !== null || runner.name.outer !== writer.name.outer;
		if (isStarter && isKnown && runner.name.short !== writer.name.short) return true;
		return stopping.test(writer.name.bare) && runner.name.bare !== writer.name.bare && writer.name.receiver !== null && ownerOfGoroutine(runner) === writer.name.receiver;
	});
}
function isSameFunction(a, b) {
	return a.function.replace(/\(\)$/, "") === b.function.replace(/\(\)$/, "");
}
function isTest({ outer }) {
	return /^(?:Test|Benchmark|Fuzz|Example)/.test(outer);
}
function ownerOfGoroutine({ access }) {
	const root = access.stack.findLast((frame) => frame.origin === "user" && !isWrapper(frame.function));
	return root === void 0 ? null : parseFunctionName(root.function).receiver;
}
function isOutsideTests({ sides }) {
	return sides.some((side) => {
		const starter = side.creationSite?.function ?? "";
		return /\.(?:init(?:\.\d+)?(?:\.func\d+)*|TestMain)(?:\(\))?$/.test(starter);
	});
}
// src/classify/rules-by-variable.ts
function isMap({ sides, subject }) {
	if (isIndexed(sides, subject, /^\*?map\[/)) return true;
	return sides.some((side) => side.operations.has("map")) && !(subject !== null && isNoMap(sides, subject));
}
const otherTypes = /^(?:\*|\[|(?:u?int|string|bool|float|byte|rune|complex)\d*$)/;
function isNoMap(sides, { type }) {
	if (type === null) return false;
	const files = sides.flatMap(({ place }) => place === null ? [] : place.packages.filesOf(place.package, type));
	return otherTypes.test(type) || files.some((file) => file.structs.has(type));
}
function isIndexed(sides, subject, type) {
	if (subject?.type == null || !type.test(subject.type)) return false;
	const last = subject.name.split(".").at(-1) ?? "";
	const places = sides.map(({ place }) => place).filter((place) => place !== null);
	return places.length > 0 && places.every((place) => place.operands.some(({ path }) => path[path.indexOf(last) + 1] === "[]" && path.includes(last)));
}
function isPartlyLocked({ sides, subject }) {
	const places = sides.map(({ place }) => place).filter((place) => place !== null);
	if (places.length < 2 || subject !== null && subject.kind === "local") return false;
	return places.filter((place) => locksHeld(place).length > 0).length === 1;
}
function isSlice({ sides, subject }) {
	const isOther = subject?.type != null && !/^\*?\[|^string$/.test(subject.type);
	if (sides.some((side) => side.operations.has("slice")) && !isOther) return true;
	if (isIndexed(sides, subject, /^\*?\[/)) return true;
	return subject !== null && sides.some(({ place }) => place !== null && appendsTo(place.operands, subject));
}
function appendsTo(operands, subject) {
	const last = subject.name.split(".").at(-1);
	return operands.some(({ path, role }) => role === "call" && path.join(".") === "append") && operands.some(({ path, role }) => role === "write" && path.at(-1) === last);
}
function isLoopVariable({ sides, subject }) {
	if (subject?.kind !== "local") return false;
	if (subject.variable?.kind === "loop") return true;
	const inHeader = sides.some(({ place }) => place?.segments.some(({ keyword }) => keyword === "for") === true && place.operands.some(({ path, role }) => role === "write" && path.join(".") === subject.name));
	const captured = sides.some(({ place }) => place !== null && isCaptured(place, subject));
	return inHeader && captured;
}
function isLazyInit({ sides, subject }) {
	const [first, second] = sides;
	if (subject === null || subject.kind === "local" || subject.type === "error") return false;
	if (first?.name == null || first.name.short !== second?.name?.short) return false;
	return writers(sides).some(({ place }) => place !== null && isUnderNilCheck(place, subject));
}
const heapStart = 824633720832;
function isPackageVariable({ sides, subject }) {
	if (subject !== null) return subject.kind === "package";
	return sides.length > 0 && sides.every(({ access }) => access.address !== null && isStatic(access.address));
}
function isStatic(address) {
	const value = Number(address);
	return value >= 65536 && value < heapStart / 16;
}
function isCapturedVariable({ sides, subject }) {
	if (sides.length < 2 || sides.some((side) => side.library.some((frame) => !isRuntime(frame)))) return false;
	if (subject?.variable != null && subject.variable.kind !== "receiver") {
		if (sides.some(({ place }) => place !== null && isCaptured(place, subject)) && (subject.kind === "local" || isFamily(sides))) return true;
	}
	return subject === null && sides.every(({ place }) => place === null) && isFamily(sides);
}
function isRuntime(frame) {
	return frame.function.startsWith("runtime.");
}
function isFamily(sides) {
	const [first, second] = sides.map((side) => side.name);
	if (first == null || second == null || first.package !== second.package) return false;
	return first.short.startsWith(`${second.short}.`) || second.short.startsWith(`${first.short}.`);
}
function isMissingLock({ sides, subject }) {
	if (subject?.kind === "field") return true;
	const [first, second] = sides.map((side) => side.name);
	if (first?.receiver == null || second?.receiver == null || subject?.kind === "local") return false;
	return first.pointer && second.pointer && first.receiver === second.receiver && first.package === second.package;
}
// src/classify/race-section.ts
const rules = [
	{
		section: "race-log-after-test",
		matches: isLogAfterTest
	},
	{
		section: "race-in-dependency",
		matches: isInDependency$1
	},
	{
		section: "race-channel-close",
		matches: isChannelClose
	},
	{
		section: "race-waitgroup",
		matches: isWaitGroup
	},
	{
		section: "race-copied-lock",
		matches: isCopiedLock
	},
	{
		section: "race-copied-lock",
		matches: isOverwrittenLock
	},
	{
		section: "race-mixed-atomic",
		matches: isMixedAtomic
	},
	{
		section: "race-read-lock-write",
		matches: isReadLockWrite
	},
	{
		section: "race-reuse-after-handoff",
		matches: isHandoff
	},
	{
		section: "race-parallel-subtests",
		matches: isParallelSubtests
	},
	{
		section: "race-shared-buffer",
		matches: isSharedObject
	},
	{
		section: "race-encoded-while-changed",
		matches: isEncoded
	},
	{
		section: "race-map",
		matches: isMap
	},
	{
		section: "race-lazy-init",
		matches: isLazyInit
	},
	{
		section: "race-missing-lock",
		matches: isPartlyLocked
	},
	{
		section: "race-slice",
		matches: isSlice
	},
	{
		section: "race-loop-variable",
		matches: isLoopVariable
	},
	{
		section: "race-waitgroup",
		matches: isDoneTooEarly
	},
	{
		section: "race-late-result",
		matches: isLateResult
	},
	{
		section: "race-timer-callback",
		matches: isCreatedBy(callbacks)
	},
	{
		section: "race-handler-state",
		matches: isCreatedBy(servers)
	},
	{
		section: "race-start-stop",
		matches: isStartStop
	},
	{
		section: "race-outside-tests",
		matches: isOutsideTests
	},
	{
		section: "race-package-variable",
		matches: isPackageVariable
	},
	{
		section: "race-captured-variable",
		matches: isCapturedVariable
	},
	{
		section: "race-missing-lock",
		matches: isMissingLock
	}
];
function sectionOfRace(race) {
	const rank = rules.findIndex((rule) => rule.matches(race));
	return {
		section: rules[rank]?.section ?? "race-unclassified",
		rank: rank < 0 ? rules.length : rank
	};
}
// src/classify/race-side.ts
function belowTests(stack) {
	const runner = stack.findIndex((frame) => frame.function.startsWith("testing.(*M).Run"));
	return runner < 0 ? stack : stack.slice(0, runner);
}
function firstSite(stack, modules) {
	const users = stack.filter((frame) => modules.isUser(frame));
	return users.find((frame) => !isWrapper(frame.function)) ?? users[0] ?? null;
}
function readSide(access, incident, sources, modules) {
	const site = firstSite(access.stack, modules);
	const library = site === null ? access.stack : access.stack.slice(0, access.stack.indexOf(site));
	const creation = incident.goroutines.find((one) => one.goroutine === access.goroutine) ?? null;
	const creationSite = creation === null ? null : firstSite(belowTests(creation.stack), modules);
	const operations = new Set(library.map(operationOf).filter((one) => one !== null));
	const callerMissing = access.atomic || operationOf(access.stack[0] ?? noFrame$1) === "atomic";
	const movesBytes = movesCallersBytes(library, access.operation);
	const anchor = site ?? creationSite;
	return {
		access,
		site,
		name: anchor === null ? null : parseFunctionName(anchor.function),
		place: site === null || callerMissing ? null : locate(sources, site),
		library,
		operations,
		unsafeType: movesBytes ? null : unsafeTypeIn(library),
		movesBytes,
		libraryTypes: movesBytes ? [] : library.map(receiverType).filter((type) => type !== null),
		first: access.stack.find((frame) => modules.isUser(frame) || modules.isDependency(frame)) ?? null,
		creation,
		creationSite,
		callerMissing
	};
}
const noFrame$1 = {
	function: "",
	file: "",
	line: 0,
	origin: "generated"
};
function readRace(incident, sources, modules) {
	return {
		incident,
		sides: incident.accesses.map((access) => readSide(access, incident, sources, modules))
	};
}
// src/classify/race-suspect.ts
function suspectRace(incident, sources, modules) {
	const race = readRace(incident, sources, modules);
	const { subject, isShared } = findSubject(race);
	const { section, rank } = sectionOfRace({
		...race,
		subject,
		isShared
	});
	const isForeign = section === "race-in-dependency";
	const { sides } = race;
	return {
		incident,
		section,
		rank,
		subject: isForeign ? null : copiedSubject(section, sides) ?? suspectSubject(subject),
		subjectType: isForeign ? null : typeAtFault(race, subject, section),
		package: packageAtFault(sides, isForeign),
		functions: unique(sides.flatMap((side) => functionOf(side, isForeign))).sort(),
		identity: unique(sides.flatMap((side) => identityOf$1(side, isForeign))).sort(),
		places: placesOf(sides),
		dependency: isForeign ? moduleOf(sides[0]?.first ?? noFrame) : null,
		addresses: sides.flatMap(({ access }) => access.address === null ? [] : [Number(access.address)])
	};
}
const noFrame = {
	function: "",
	file: "",
	line: 0,
	origin: "generated"
};
function unique(values) {
	return [...new Set(values)];
}
function copiedSubject(section, sides) {
	if (section !== "race-copied-lock") return null;
	const type = sides.map(({ place }) => place && copiedLock(place)).find((copied) => copied !== null);
	if (type == null) return null;
	const key = `${type.package}.${type.name}`;
	return {
		name: type.name,
		key,
		exactKey: key,
		owner: null
	};
}
function suspectSubject(subject) {
	if (subject === null) return null;
	const declared = subject.kind === "local" ? `#${subject.variable?.declaredAt}` : "";
	return {
		name: subject.name,
		key: subject.key,
		exactKey: subject.key + declared,
		owner: subject.owner
	};
}
function typeAtFault(race, subject, section) {
	const written = subject?.type ?? null;
	if (section === "race-copied-lock") return null;
	if (section !== "race-shared-buffer") return written;
	return race.sides.map((side) => side.unsafeType).find((type) => type !== null) ?? sharedLibraryType(race)?.replace(/^.*\//, "") ?? written;
}
function frameOf(side, isForeign) {
	return isForeign ? side.first : side.site ?? side.creationSite ?? side.first;
}
function packageAtFault(sides, isForeign) {
	return sides.map((side) => frameOf(side, isForeign)).filter((frame) => frame !== null).map((frame) => parseFunctionName(frame.function).package).sort()[0] ?? null;
}
function functionOf(side, isForeign) {
	const frame = frameOf(side, isForeign);
	return frame === null ? [] : [parseFunctionName(frame.function).short];
}
function identityOf$1(side, isForeign) {
	const frame = frameOf(side, isForeign);
	if (frame === null) return [];
	const name = parseFunctionName(frame.function);
	const [segment] = side.place?.segments ?? [];
	if (!name.isClosure || side.place === null || segment === void 0) return [`${name.package}.${name.short}`];
	const { file, goFunction } = side.place;
	const outer = goFunction === null ? name.outer : outermost(goFunction).name;
	return [`${name.package}.${outer}{${joinTokens(file, segment.start, segment.end)}}`];
}
function placesOf(sides) {
	const ranked = sides.map((side) => ({
		side,
		weight: weightOf(side)
	})).sort((a, b) => b.weight - a.weight);
	return uniqueLines([
		...ranked.map(({ side }) => side.callerMissing ? null : side.site),
		...ranked.map(({ side }) => side.callerMissing ? side.site : null),
		...ranked.map(({ side }) => side.creationSite),
		...ranked.map(({ side }) => side.first)
	].filter((frame) => frame !== null));
}
function weightOf(side) {
	const isLocked = side.place !== null && locksHeld(side.place).length > 0;
	return (side.access.operation === "write" ? 1 : 0) - (isLocked ? 2 : 0);
}
function uniqueLines(frames) {
	const lines = new Map();
	for (const { file, line } of frames) {
		const key = `${file}:${line}`;
		if (!lines.has(key)) lines.set(key, {
			file,
			line,
			endLine: line
		});
	}
	return [...lines.values()];
}
// src/classify/crash-suspect.ts
function suspectCrash(incident, sources, modules) {
	const section = sectionOfCrash(incident);
	const frame = frameAtFault(incident, modules);
	const place = frame === null ? null : locate(sources, frame);
	const subject = place === null ? null : crashSubject(incident, place);
	const name = frame === null ? null : parseFunctionName(frame.function);
	return {
		incident,
		section,
		rank: 0,
		subject: subject === null ? null : {
			name: subject.name,
			key: subject.key,
			exactKey: subject.key,
			owner: subject.owner
		},
		subjectType: isTornBuffer(incident) ? tornType(incident) : subject?.type ?? null,
		package: name?.package ?? incident.package,
		functions: name === null ? [] : unique([name.short, ...starterOf(incident.createdBy)]),
		identity: identityOf(incident, frame, place),
		places: uniqueLines([
			...frame === null ? [] : [frame],
			...userFrames(incident, modules),
			...ownStart(incident.createdBy)
		]),
		dependency: null,
		addresses: []
	};
}
function userFrames(incident, modules) {
	const raised = incident.originFrame === null ? 0 : Math.max(indexOfFrame(incident.stack, incident.originFrame), 0);
	return incident.stack.slice(raised).filter((frame) => modules.isUser(frame));
}
function indexOfFrame(stack, wanted) {
	return stack.findIndex((frame) => frame.function === wanted.function && frame.line === wanted.line && frame.file === wanted.file);
}
function frameAtFault(incident, modules) {
	if (incident.kind === "timeout") return null;
	return userFrames(incident, modules)[0] ?? incident.userFrame;
}
function isStandard(createdBy) {
	const { package: importPath } = parseFunctionName(createdBy.function);
	return createdBy.file.replaceAll("\\", "/").includes(`/src/${importPath}/`) && !(importPath.split("/")[0] ?? "").includes(".");
}
function starterOf(createdBy) {
	return createdBy === null || isStandard(createdBy) ? [] : [parseFunctionName(createdBy.function).short];
}
function ownStart(createdBy) {
	return createdBy === null || isStandard(createdBy) ? [] : [createdBy];
}
function identityOf(incident, frame, place) {
	if (incident.kind === "timeout") return [incident.package ?? "", ...incident.runningTests.map(withoutTime).sort()];
	if (frame === null) return [incident.package ?? "", withoutNumbers(incident.message)];
	const name = parseFunctionName(frame.function);
	const [segment] = place?.segments ?? [];
	if (place === null || segment === void 0) return [`${name.package}.${name.short}`, incident.subkind ?? ""];
	const code = joinTokens(place.file, segment.start, segment.end);
	return [
		`${name.package}.${name.outer}`,
		incident.subkind ?? "",
		code
	];
}
function withoutTime(runningTest) {
	return runningTest.replace(/ \([^)]*\)$/, "");
}
function withoutNumbers(message) {
	return message.replace(/0x[0-9a-f]+|\d+/g, "#");
}
function tornType(incident) {
	const name = parseFunctionName(incident.originFrame?.function ?? "");
	return name.receiver === null ? null : `${name.package}.${name.receiver}`;
}
function crashSubject(incident, place) {
	const [only, ...others] = unique(place.operands.filter((operand) => isAtFault(incident, operand)).map((operand) => resolveSubject(place, operand.path, operand.at)).filter((subject) => subject !== null).map((subject) => subject.key));
	if (only === void 0 || others.length > 0) return null;
	const operand = place.operands.find((one) => isAtFault(incident, one) && resolveSubject(place, one.path, one.at)?.key === only);
	return operand === void 0 ? null : resolveSubject(place, operand.path, operand.at);
}
function isAtFault(incident, operand) {
	switch (incident.subkind) {
		case "nil-map":
		case "concurrent-map-writes": return operand.role === "write" && operand.path.at(-1) === "[]";
		case "index-out-of-range":
		case "slice-bounds": return isTornBuffer(incident) ? operand.role === "receiver" : operand.path.at(-1) === "[]";
		case "concurrent-map-read-write":
		case "concurrent-map-iteration-write": return operand.path.at(-1) === "[]";
		case "send-on-closed-channel": return operand.role === "send";
		case "close-of-closed-channel":
		case "close-of-nil-channel": return operand.role === "write";
		default: return false;
	}
}
// src/classify/fingerprint.ts
function fingerprintOf(parts) {
	return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}
// src/classify/group.ts
function createUnion(size) {
	const parents = Int32Array.from({ length: size }, (_, index) => index);
	function find(index) {
		let root = index;
		while (parents[root] !== root) root = parents[root] ?? root;
		for (let at = index; at !== root;) {
			const next = parents[at] ?? root;
			parents[at] = root;
			at = next;
		}
		return root;
	}
	return {
		find,
		join: (a, b) => {
			const [first, second] = [find(a), find(b)];
			parents[Math.max(first, second)] = Math.min(first, second);
		}
	};
}
function keysOf(suspect) {
	const { subject, incident } = suspect;
	const pair = suspect.functions.join("|");
	if (incident.kind !== "race") return [[
		suspect.section,
		...suspect.identity,
		firstLine(suspect)
	].join("\0")];
	if (subject === null) return [`pair:${suspect.package}:${pair}:${suspect.section}:${suspect.subjectType ?? ""}`];
	const keys = [`subject:${subject.exactKey}`, `lines:${linePair(suspect)}:${suspect.section}`];
	if (subject.owner !== null) keys.push(`fields:${subject.owner}:${pair}:${isObject(suspect) ? subject.key : ""}`);
	return keys;
}
function linePair({ incident }) {
	if (incident.kind !== "race") return "";
	return incident.accesses.map(({ userFrame }) => `${userFrame?.file}:${userFrame?.line}`).sort().join("|");
}
function isObject(suspect) {
	return suspect.section === "race-shared-buffer" || suspect.section === "race-map" || suspect.section === "race-slice";
}
function firstLine(suspect) {
	const [place] = suspect.places;
	return place === void 0 ? "" : `${place.file}:${place.line}`;
}
function groupSuspects(suspects) {
	const union = createUnion(suspects.length);
	const owners = new Map();
	suspects.forEach((suspect, index) => {
		for (const key of keysOf(suspect)) {
			const owner = owners.get(key);
			if (owner === void 0) owners.set(key, index);
			else union.join(owner, index);
		}
	});
	joinVague(suspects, union);
	return [...groupBy(suspects.keys(), (index) => union.find(index)).values()].map((members) => members.flatMap((index) => suspects[index] ?? []));
}
function joinVague(suspects, union) {
	const byFunction = groupBy([...suspects.entries()].filter(([, { incident }]) => incident.kind === "race").flatMap(([index, suspect]) => functionKeys(suspect).map((key) => ({
		key,
		index
	}))), ({ key }) => key);
	for (const [index, suspect] of suspects.entries()) {
		if (!(suspect.subject === null && suspect.incident.kind === "race") && !isBornOfRace(suspect)) continue;
		const near = functionKeys(suspect).flatMap((key) => byFunction.get(key) ?? []);
		const roots = new Set(near.filter((other) => canHold(suspects[other.index], suspect)).map((other) => union.find(other.index)));
		roots.delete(union.find(index));
		const [only, ...others] = roots;
		if (only !== void 0 && others.length === 0) union.join(only, index);
	}
}
function functionKeys(suspect) {
	return suspect.functions.map((name) => `${suspect.package}.${name}`);
}
function canHold(candidate, vague) {
	return candidate !== void 0 && candidate !== vague && belongsTo(vague, candidate);
}
function isBornOfRace({ section, incident }) {
	return incident.kind !== "race" && (section === "fatal-concurrent-map" || section === "race-shared-buffer");
}
function belongsTo(vague, candidate) {
	if (isBornOfRace(vague)) return vague.section === "fatal-concurrent-map" ? candidate.section === "race-map" : candidate.section === vague.section;
	if (vague.incident.package !== candidate.incident.package) return false;
	if (vague.functions.join("|") === candidate.functions.join("|") && (vague.section === candidate.section || vague.section === "race-unclassified")) return true;
	return vague.incident.test === candidate.incident.test && areAdjacent(vague, candidate);
}
function areAdjacent(first, second) {
	return first.addresses.some((a) => second.addresses.some((b) => Math.abs(a - b) <= 64));
}
// src/classify/incident-finding.ts
function surest(group) {
	return group.reduce((best, suspect) => isSurer(suspect, best) ? suspect : best);
}
function isSurer(a, b) {
	const [raceA, raceB] = [a.incident.kind === "race", b.incident.kind === "race"];
	if (raceA !== raceB) return raceA;
	if (a.rank !== b.rank) return a.rank < b.rank;
	if (a.subject === null !== (b.subject === null)) return a.subject !== null;
	return orderKey(a) < orderKey(b);
}
function orderKey(suspect) {
	return [suspect.subject?.key ?? "", ...suspect.identity].join("\0");
}
function kindOf(group) {
	const kinds = group.map(({ incident }) => incident.kind);
	return kinds.includes("race") ? "race" : kinds[0] ?? "race";
}
function severityOf(section, group) {
	if (section === "race-in-dependency") return "warning";
	return isSurvived(group) ? "warning" : "error";
}
function isSurvived(group) {
	return group.every(({ incident }) => incident.kind !== "race" && incident.recovered);
}
function rankPlaces(group) {
	const ranks = new Map();
	for (const { places } of group) places.forEach((place, rank) => {
		const key = `${place.file}:${place.line}`;
		const known = ranks.get(key) ?? {
			place,
			rank,
			count: 0
		};
		ranks.set(key, {
			place,
			rank: Math.min(known.rank, rank),
			count: known.count + 1
		});
	});
	return [...ranks.values()].sort((a, b) => a.rank - b.rank || b.count - a.count || a.place.file.localeCompare(b.place.file) || a.place.line - b.place.line).map(({ place }) => place);
}
function packageOf(group, best) {
	const packages = unique(group.map(({ incident }) => incident.package).filter((name) => name !== null)).sort();
	return packages.find((name) => name === best.package) ?? packages[0] ?? best.package;
}
function groupIdentity(group) {
	const best = surest(group);
	const subjects = group.map(({ subject }) => subject?.key).filter((key) => key !== void 0);
	const [subject] = best.incident.kind === "race" ? subjects.sort() : [];
	if (subject !== void 0) return [best.section, subject];
	return [
		best.section,
		...best.identity,
		best.incident.kind === "race" ? best.subjectType ?? "" : ""
	];
}
function testsOf(incident) {
	if (incident.kind === "timeout") return incident.runningTests.map(withoutTime);
	return incident.test === null ? [] : [incident.test];
}
function incidentFinding(group) {
	const best = surest(group);
	const named = group.filter(({ subject }) => subject !== null).sort((a, b) => orderKey(a) < orderKey(b) ? -1 : 1)[0];
	const subject = best.subject ?? named?.subject ?? null;
	const { incident } = best;
	return {
		fingerprint: "",
		kind: kindOf(group),
		section: best.section,
		facts: {
			subject: subject?.name ?? null,
			subjectType: group.map(({ subjectType }) => subjectType).find((type) => type !== null) ?? null,
			functions: best.functions.slice(0, 2),
			message: incident.kind === "race" ? null : incident.message,
			dependency: best.dependency,
			...isSurvived(group) ? { recovered: true } : {}
		},
		severity: severityOf(best.section, group),
		places: rankPlaces(group),
		package: packageOf(group, best),
		tests: unique(group.flatMap((member) => testsOf(member.incident))).sort(),
		incidents: group.map((member) => member.incident),
		diagnostics: [],
		subjects: unique(group.flatMap((member) => member.subject?.key ?? [])).sort(),
		related: [],
		ignoredReason: null
	};
}
// src/classify/source-files.ts
function framesOf(incident) {
	if (incident.kind !== "race") return incident.stack;
	return [...incident.accesses, ...incident.goroutines].flatMap((part) => part.stack);
}
const declaration = /^(?:func (?:\([^)]*\) ?)?|type |var |const |\t)(?<name>[\p{L}_][\p{L}\p{N}_]*)/u;
function declaredNames(lines) {
	const names = lines.map((line) => declaration.exec(line)?.groups?.name);
	return new Set(names.filter((name) => name !== void 0));
}
function packageClause(lines) {
	return lines?.find((line) => line.startsWith("package ")) ?? null;
}
function pathsByPackage(incidents) {
	const users = incidents.flatMap(framesOf).filter((frame) => frame.origin === "user");
	const groups = groupBy(new Map(users.map((frame) => [`${frame.function} ${frame.file}`, frame])).values(), (frame) => parseFunctionName(frame.function).package);
	return new Map([...groups].map(([importPath, frames]) => [importPath, new Set(frames.map(({ file }) => file))]));
}
function readSourceFiles(sources, incidents) {
	const named = pathsByPackage(incidents);
	const file = remember((path) => {
		const lines = path.endsWith(".go") ? sources.lines(path) : null;
		return lines === null ? null : readGoFile(path, lines);
	});
	const namesIn = remember((path) => declaredNames(sources.lines(path) ?? []));
	const pathsOf = remember((importPath) => {
		const paths = [...named.get(importPath) ?? []];
		const beside = paths.slice(0, 1).flatMap((path) => {
			const clause = packageClause(sources.lines(path));
			return (sources.neighbours?.(path) ?? []).filter((other) => packageClause(sources.lines(other)) === clause);
		});
		return [...new Set([...paths, ...beside])];
	});
	return {
		file,
		filesOf: (importPath, name) => pathsOf(importPath).filter((path) => namesIn(path).has(name)).map(file).filter((one) => one !== null)
	};
}
function remember(compute) {
	const known = new Map();
	return (key) => {
		const value = known.get(key);
		if (value !== void 0 || known.has(key)) return value;
		const computed = compute(key);
		known.set(key, computed);
		return computed;
	};
}
// src/classify/classify.ts
function classify({ incidents, diagnostics, sources, modulePaths }) {
	const files = readSourceFiles(sources, incidents);
	const modules = userModules(modulePaths);
	const drafts = groupSuspects(incidents.map((incident) => incident.kind === "race" ? suspectRace(incident, files, modules) : suspectCrash(incident, files, modules))).map(draftOfGroup);
	for (const group of groupDiagnostics(diagnostics)) {
		const [first, ...others] = group;
		if (first === void 0) continue;
		const finding = lintFinding([first, ...others]);
		if (mergeInto(drafts, finding) !== null) continue;
		drafts.push({
			finding,
			identity: diagnosticIdentity(first)
		});
	}
	giveFingerprints(drafts);
	relate(drafts);
	return drafts.map(({ finding }) => finding);
}
function draftOfGroup(group) {
	return {
		finding: incidentFinding(group),
		identity: groupIdentity(group)
	};
}
function giveFingerprints(drafts) {
	const counts = new Map();
	for (const { finding, identity } of [...drafts].sort(byLine)) {
		const key = identity.join("\0");
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		finding.fingerprint = fingerprintOf(count === 1 ? identity : [...identity, `#${count}`]);
	}
}
function byLine(a, b) {
	const [first, second] = [a.finding.places[0], b.finding.places[0]];
	return (first?.file ?? "").localeCompare(second?.file ?? "") || (first?.line ?? 0) - (second?.line ?? 0);
}
// src/pipeline/look-at.ts
async function lookAt(incidents, diagnostics, plan, host, replaced = new Map()) {
	const sources = await loadSources(host, filesNamed(incidents, diagnostics), plan, replaced);
	return {
		findings: classify({
			incidents,
			diagnostics,
			sources,
			modulePaths: plan.modules.map((module) => module.path)
		}),
		sources
	};
}
async function fingerprintsIn(output, plan, host, { replaced, handled }) {
	const { findings } = await lookAt(parseIncidents(output).filter((incident) => handled || isUnhandled(incident)), [], plan, host, replaced);
	return new Set(findings.map((finding) => finding.fingerprint));
}
// src/plan/ownership.ts
function keepOwnPackages(modules) {
	if (modules.length < 2) return [...modules];
	const directories = new Set(modules.map((module) => module.directory));
	const found = new Set(modules.flatMap((module) => module.packages.filter(hasFiles).map(nameOf)));
	return modules.map((module) => {
		const isForeign = (listed) => {
			const home = listed.Module?.Dir;
			if (!hasFiles(listed)) return found.has(nameOf(listed));
			return home !== void 0 && home !== module.directory && directories.has(home);
		};
		return withPackages(module, module.packages.filter((listed) => !isForeign(listed)));
	});
}
const nameOf = (listed) => listed.ImportPath;
function hasFiles(listed) {
	return [
		listed.GoFiles,
		listed.CgoFiles,
		listed.TestGoFiles,
		listed.XTestGoFiles
	].some((names) => names !== void 0);
}
function withPackages(module, packages) {
	const kept = new Set(packages.flatMap((listed) => listed.Match ?? []));
	const before = new Set(module.packages.flatMap((listed) => listed.Match ?? []));
	const patterns = module.patterns.filter((pattern) => kept.has(pattern) || !before.has(pattern));
	return {
		...module,
		packages,
		patterns
	};
}
// src/plan/shards.ts
function splitIntoShards(weights, total) {
	const shards = Array.from({ length: total }, () => ({
		seconds: 0,
		packages: []
	}));
	const longestFirst = weights.toSorted((a, b) => b.seconds - a.seconds || (a.importPath < b.importPath ? -1 : 1));
	for (const weight of longestFirst) {
		const lightest = shards.reduce((best, shard) => isLighter(shard, best) ? shard : best);
		lightest.seconds += weight.seconds;
		lightest.packages.push(weight.importPath);
	}
	return shards.map((shard) => shard.packages.sort());
}
function isLighter(a, b) {
	return a.seconds < b.seconds || a.seconds === b.seconds && a.packages.length < b.packages.length;
}
function weighPackages(importPaths, timings) {
	const known = new Map(timings.map((timing) => [timing.package, timing.seconds]));
	const times = importPaths.flatMap((path) => known.get(path) ?? []).sort((a, b) => a - b);
	const usual = times[Math.floor(times.length / 2)] ?? 1;
	return importPaths.map((importPath) => ({
		importPath,
		seconds: known.get(importPath) ?? usual
	}));
}
const pattern = /^(?:all|cmd|std|tool|work)$|^\.|^\/|\.\.\./;
function packagesOfShard({ shard, packages }) {
	return shard === null || packages.some((name) => pattern.test(name)) ? null : [...packages];
}
// src/plan/plan.ts
function makePlan(input) {
	const own = keepOwnPackages(input.modules);
	const gaps = own.flatMap((module) => [...module.warnings.flatMap(gapOfWarning), ...module.packages.filter((listed) => !hasFiles(listed)).map(gapOfEmpty)]);
	const listed = own.map(planModule).filter((module) => module.packages.length > 0);
	const inScope = selectScope(listed, input);
	const leftOut = namesLeftOut(listed, inScope);
	const modules = selectShard(inScope, input);
	const { root, scope, effort, shard, ofShard, otherModules, only } = input;
	const names = namesOf(listed);
	return {
		plan: {
			root,
			scope,
			effort,
			modules,
			leftOut,
			listed: names.length,
			shard,
			otherModules,
			only
		},
		gaps: [...gaps, ...gapsOfUnknown(ofShard ?? [], names)]
	};
}
function gapsOfUnknown(named, listed) {
	const known = new Set(listed);
	return named.filter((name) => !known.has(name)).map((name) => ({
		kind: "not-run",
		package: name,
		...sentence("shard-names-unknown", { package: name }),
		detail: null
	}));
}
function selectScope(modules, input) {
	if (input.scope === "all") return [...modules];
	if (input.reached === null) throw userError("affected-needs-base", {});
	return keepPackages(modules, input.reached);
}
function selectShard(modules, { shard, ofShard }) {
	if (ofShard !== null) return keepPackages(modules, new Set(ofShard));
	if (shard === null) return [...modules];
	const equal = splitIntoShards(weighPackages(namesOf(modules), []), shard.total);
	return keepPackages(modules, new Set(equal[shard.index - 1]));
}
function keepPackages(modules, kept) {
	return modules.flatMap((module) => {
		const packages = module.packages.filter((one) => kept.has(one.importPath));
		if (packages.length === 0) return [];
		const whole = packages.length === module.packages.length;
		return [{
			...module,
			packages,
			patterns: whole ? module.patterns : packages.map((one) => one.importPath)
		}];
	});
}
function namesLeftOut(all, kept) {
	const left = new Set(namesOf(kept));
	return namesOf(all).filter((name) => !left.has(name));
}
function namesOf(modules) {
	return modules.flatMap((module) => module.packages.map((one) => one.importPath));
}
function planModule(listed) {
	const filled = listed.packages.filter(hasFiles);
	const matched = new Set(filled.flatMap((one) => one.Match ?? []));
	const empty = listed.packages.filter((one) => !hasFiles(one)).flatMap((one) => one.Match ?? []);
	const unmatched = new Set(empty.filter((pattern) => !matched.has(pattern)));
	return {
		path: filled.find((listedPackage) => listedPackage.Module)?.Module?.Path ?? listed.directory,
		directory: listed.directory,
		patterns: listed.patterns.filter((pattern) => !unmatched.has(pattern)),
		packages: filled.map(planPackage)
	};
}
function gapOfEmpty(listed) {
	const pattern = listed.ImportPath;
	const detail = listed.Error?.Err.replace(`pattern ${pattern}: `, "") ?? null;
	return {
		kind: "not-run",
		package: null,
		...detail === null ? sentence("pattern-without-packages", { pattern }) : sentence("pattern-not-listed", {
			pattern,
			detail
		}),
		detail: null
	};
}
function planPackage(listed) {
	const tests = (listed.TestGoFiles?.length ?? 0) + (listed.XTestGoFiles?.length ?? 0);
	return {
		importPath: listed.ImportPath,
		directory: listed.Dir,
		hasTests: tests > 0
	};
}
function gapOfWarning(warning) {
	const match = /^go: warning: "(.+)" matched no packages$/.exec(warning);
	if (match === null) return [];
	return [{
		kind: "not-run",
		package: null,
		...sentence("pattern-without-packages", { pattern: match[1] ?? "" }),
		detail: null
	}];
}
// src/run/stress.ts
async function stressTests(run, host, onOutput) {
	const deadlineMs = host.clock.elapsedMs() + run.budgetMs;
	const isOver = () => host.clock.elapsedMs() >= deadlineMs || host.interrupt.aborted;
	await host.files.withTemporaryFolder("stress", async (folder) => {
		const binaries = await compileAll(run, folder, host, isOver);
		for (let round = 0; binaries.length > 0 && !isOver(); round++) {
			const limit = pLimit(availableParallelism());
			await Promise.all(binaries.map(({ path, planned }) => limit(async () => {
				if (isOver()) return;
				const options = {
					pattern: null,
					gorace: run.gorace,
					timeoutMs: run.timeoutMs,
					shuffle: true
				};
				const exit = await runTestBinary(host, path, planned.directory, options, round);
				if (exit.ended !== "interrupted") onOutput(exit.stdout + exit.stderr, planned.importPath);
			})));
		}
	});
}
async function compileAll(run, folder, host, isOver) {
	const binaries = [];
	for (const module of run.modules) for (const planned of module.packages.filter((one) => one.hasTests)) {
		if (isOver()) return binaries;
		const output = join(folder, `${binaries.length}.test`);
		const built = await compileTestBinary(host, module.directory, planned.importPath, output, run);
		if ("path" in built) binaries.push({
			path: built.path,
			planned
		});
	}
	return binaries;
}
// src/run/tests.ts
async function runTests(run, host, openSink, observation) {
	const gaps = [];
	for (const module of run.plan.modules) {
		const { effort } = run.plan;
		const { directory, patterns } = module;
		const { race, timeoutMs, goFlags, gorace } = run;
		const sink = openSink();
		const command = testCommand({
			directory,
			patterns,
			effort,
			race,
			timeoutMs,
			goFlags,
			gorace
		});
		const exit = await host.processes.run(command, (chunk) => sink.push(chunk));
		sink.end();
		gaps.push(...gapsOfExit(exit, module, observation));
	}
	return gaps;
}
function gapsOfExit(exit, module, observation) {
	switch (exit.ended) {
		case "timed-out": return [{
			kind: "killed",
			package: null,
			...sentence("tests-killed", { module: module.path }),
			detail: null
		}, ...gapsOfUnfinished(module.packages, observation, "unfinished-killed")];
		case "interrupted": return gapsOfUnfinished(module.packages, observation, "unfinished-interrupted");
		case "exited":
		case "signalled":
		case "not-found": return [...gapOfStderr(exit, module), ...gapsOfUnfinished(module.packages, observation, "unfinished-silent")];
	}
}
function gapOfStderr(exit, module) {
	const complaint = complaintOf(exit.stderr);
	if (exit.code === 0 || complaint === "") return [];
	return [{
		kind: "tool-failed",
		package: null,
		...sentence("tests-failed", {
			module: module.path,
			detail: firstLine$1(complaint)
		}),
		detail: complaint
	}];
}
// src/pipeline/observe.ts
const ownDetectorOptions = process.env.GORACE ?? "";
async function observe(planned, settings, host, onProgress) {
	let begin = () => {};
	const begun = new Promise((resolve) => {
		begin = resolve;
	});
	const [tests, lint] = await Promise.all([observeTests(planned, settings, host, onProgress, () => begin()).finally(() => begin()), observeLint(planned, settings, host, onProgress, begun)]);
	return {
		tests,
		lint
	};
}
async function observeTests(planned, settings, host, onProgress, onBegun) {
	const { plan, workspace } = planned;
	const packages = plan.modules.flatMap((module) => module.packages);
	const tested = new Set(packages.filter((one) => one.hasTests).map((one) => one.importPath));
	const observation = createObservation(packages.length, onProgress);
	const take = (event) => {
		if (event.type === "package-started" && tested.has(event.package)) onBegun();
		observation.take(event);
	};
	if (settings.only === "lint") return observation;
	onProgress({
		type: "stage",
		stage: "testing"
	});
	const { timeoutMs, goFlags } = settings;
	const gaps = await runTests({
		plan,
		race: workspace.go.cgo,
		timeoutMs,
		goFlags,
		gorace: ownDetectorOptions
	}, host, () => createOutputReader(take), observation);
	observation.gaps.push(...workspace.go.cgo ? [] : [noCgo], ...gaps);
	if (plan.effort === "deep") await stress(planned, settings, host, onProgress, observation);
	return observation;
}
async function stress({ plan, workspace, reached }, settings, host, onProgress, observation) {
	onProgress({
		type: "stage",
		stage: "stressing"
	});
	const { timeoutMs, goFlags, stressMs: budgetMs } = settings;
	const gorace = `atexit_sleep_ms=100 ${detectorOptions(plan.effort, ownDetectorOptions)}`;
	await stressTests({
		modules: reached === null ? plan.modules : keepPackages(plan.modules, reached),
		race: workspace.go.cgo,
		goFlags,
		gorace,
		timeoutMs,
		budgetMs
	}, host, (output) => {
		for (const incident of parseIncidents(output).filter(isUnhandled)) observation.take({
			type: "incident",
			incident
		});
	});
}
const noCgo = {
	kind: "no-cgo",
	package: null,
	...sentence("no-cgo", {}),
	detail: null
};
async function observeLint({ plan, workspace }, settings, host, onProgress, ready) {
	if (settings.only === "race") return {
		diagnostics: [],
		goroutines: [],
		gaps: []
	};
	const { cgo: race, version: goVersion } = workspace.go;
	return runLint({
		modules: plan.modules,
		goVersion,
		race,
		goFlags: settings.goFlags,
		ready
	}, host, onProgress);
}
// src/pipeline/confirm-context.ts
function rerunOptions({ plan, workspace }, { goFlags, timeoutMs }) {
	const gorace = detectorOptions(plan.effort, ownDetectorOptions);
	return {
		plan,
		race: workspace.go.cgo,
		goFlags,
		gorace,
		timeoutMs
	};
}
function confirmContext(planned, settings, host, onProgress) {
	const options = rerunOptions(planned, settings);
	const { plan, race, goFlags } = options;
	const { version: goVersion } = planned.workspace.go;
	return {
		...options,
		baseline: baselineKey(planned.change?.mergeBase ?? null, goVersion),
		identify: (output) => fingerprintsIn(output, plan, host, { handled: true }),
		async lint(modules) {
			if (modules.length === 0) return null;
			const { diagnostics, gaps } = await runLint({
				modules,
				goVersion,
				race,
				goFlags
			}, host, onProgress);
			return gaps.length > 0 ? null : (await lookAt([], diagnostics, plan, host)).findings;
		}
	};
}
function baselineKey(mergeBase, goVersion) {
	return mergeBase === null ? null : {
		mergeBase,
		goVersion,
		toolVersion: version
	};
}
function fixContext(planned, settings, { tests, lint: before }, host) {
	const options = rerunOptions(planned, settings);
	const { plan, race, goFlags } = options;
	const run = {
		race,
		goVersion: planned.workspace.go.version,
		goFlags
	};
	return {
		...options,
		budgetMs: settings.fixMs,
		secondsOf: firstPassSeconds(tests),
		identify: (output, replaced) => fingerprintsIn(output, plan, host, {
			replaced,
			handled: false
		}),
		propose: (groups) => proposeFixes(groups, run, host),
		async newDiagnostics(module, packages, overlay) {
			if (settings.only === "race") return null;
			const modules = [{
				...module,
				packages: [...packages],
				patterns: packages.map((one) => one.importPath)
			}];
			const after = await runLint({
				...run,
				modules,
				overlay
			}, host, () => {});
			return after.gaps.length > 0 ? null : lintChange(before, after, plan, host);
		}
	};
}
function firstPassSeconds(tests) {
	const seconds = new Map(timingsOf(tests).map((timing) => [timing.package, timing.seconds]));
	return (importPath) => seconds.get(importPath) ?? null;
}
async function lintChange(before, after, plan, host) {
	const known = new Set(before.diagnostics.map(saying));
	const { findings } = await lookAt([], after.diagnostics, plan, host);
	return {
		added: after.diagnostics.filter((one) => one.severity !== "note" && one.ignored === null && !known.has(saying(one))),
		remaining: new Set(findings.map((finding) => finding.fingerprint))
	};
}
function saying({ analyzer, package: path, function: name, subject, message }) {
	return [
		analyzer,
		path,
		name,
		subject,
		message.replaceAll(/\d+/g, "0")
	].join("\0");
}
// src/judge/recovery.ts
function countRecovery(goroutines, root, isAdded) {
	const uncovered = goroutines.filter((goroutine) => goroutine.status === "uncovered").map(({ at, function: name }) => ({
		file: posix.relative(root, at.file),
		line: at.line,
		function: name
	}));
	return {
		goroutines: goroutines.length,
		covered: goroutines.filter((goroutine) => goroutine.status === "covered").length,
		uncovered,
		exempt: goroutines.filter((goroutine) => goroutine.status === "exempt").length,
		added: isAdded === null ? null : uncovered.filter(({ file, line }) => isAdded(file, line)).length
	};
}
// src/plan/diff-lines.ts
function linesOfDiff(diff) {
	const lines = new Map([...diff.values()].map((file) => [file.path, commentableLines(file)]));
	return {
		has: (file, line) => lines.get(file)?.has(line) ?? false,
		hasFile: (file) => lines.has(file)
	};
}
function addedBy(diff) {
	const lines = new Map([...diff.values()].map((file) => [file.path, addedLines(file)]));
	return (file, line) => lines.get(file)?.has(line) ?? false;
}
function changedPaths(diff, root) {
	return [...diff.values()].flatMap((file) => [file.path, file.previousPath ?? file.path]).map((path) => join(root, path));
}
// src/text/describe.ts
function describeIn(language) {
	return (finding) => {
		const { title, message } = texts[language].describe(finding);
		return {
			title: plainPhrase(title),
			message: plainPhrase(message)
		};
	};
}
// src/text/guide-link.ts
function guideLink(guideUrl, language, section) {
	return `${guideUrl}/${language}/${section}.md#${section}`;
}
// src/host/modules.ts
const skippedFolders = new Set([
	"vendor",
	"testdata",
	"node_modules"
]);
async function findModuleDirectories(host, directory, go) {
	if (go.goWork !== null) {
		const below = (await listWorkspaceModules(host, directory)).filter((module) => `${module}/`.startsWith(`${directory}/`));
		if (below.length > 0) return below;
	}
	if (go.goMod !== null) return [directory];
	const found = await findGoMods(directory);
	if (found.length === 0) throw userError("no-module", { directory });
	return found;
}
async function findOtherModules(host, { directory, root, moduleDirectories }) {
	const audited = new Set(moduleDirectories);
	return (await findTrackedModules(host, directory)).filter((module) => !audited.has(module)).filter((module) => !relative(directory, module).split(sep).some(isSkipped)).map((module) => relative(root, module).replaceAll(sep, "/"));
}
async function listModules(host, workspace, patterns, goFlags) {
	const { goWork } = workspace.go;
	const ofWork = goWork === null ? [] : listReplacedFolders(host, goWork);
	const wanted = workspace.moduleDirectories.map((directory) => ({
		directory,
		patterns: patterns(directory)
	})).filter((module) => module.patterns.length > 0);
	return Promise.all(wanted.map(async (module) => {
		const [listed, ...replaced] = await Promise.all([
			listPackages(host, module.directory, module.patterns, goFlags),
			ofWork,
			listReplacedFolders(host, join(module.directory, "go.mod"))
		]);
		return {
			...module,
			...listed,
			replaced: replaced.flat()
		};
	}));
}
async function findGoMods(directory) {
	const entries = await readdir(directory, { withFileTypes: true });
	const here = entries.some((entry) => entry.name === "go.mod" && entry.isFile()) ? [directory] : [];
	const folders = entries.filter((entry) => entry.isDirectory() && !isSkipped(entry.name)).map((entry) => entry.name);
	const below = await Promise.all(folders.sort().map((name) => findGoMods(join(directory, name))));
	return [...here, ...below.flat()];
}
function isSkipped(name) {
	return name.startsWith(".") || name.startsWith("_") || skippedFolders.has(name);
}
// src/host/workspace.ts
async function readWorkspace(host, directory) {
	const [go, repository] = await Promise.all([readGoEnvironment(host, directory), findRepositoryRoot(host, directory)]);
	const moduleDirectories = await findModuleDirectories(host, directory, go);
	return {
		directory,
		root: repository ?? directory,
		isRepository: repository !== null,
		go,
		moduleDirectories
	};
}
async function readChange(host, { directory, root, isRepository }, base) {
	if (base === null) return null;
	if (!isRepository) throw userError("base-needs-repository", { directory });
	const mergeBase = await findMergeBase(host, root, base);
	const [head, diff] = await Promise.all([resolveCommit(host, root, "HEAD"), readDiff(host, root, mergeBase)]);
	return {
		change: {
			repository: null,
			pullRequest: null,
			base,
			head,
			mergeBase
		},
		diff
	};
}
// src/plan/affected.ts
const moduleFiles = new Set([
	"go.mod",
	"go.sum",
	"go.work",
	"go.work.sum"
]);
function affectedPackages(changed, modules) {
	const all = modules.flatMap((module) => module.packages);
	const homes = modules.map(homeOf);
	const directories = new Set(homes.map(({ directory }) => directory));
	const wholly = modules.filter((module) => {
		const { directory } = homeOf(module);
		const elsewhere = module.replaced.filter((folder) => !directories.has(folder));
		return changed.some((file) => touchesWholeModule(file, directory, elsewhere));
	});
	const built = new Set(wholly.flatMap((module) => module.packages.map((one) => one.ImportPath)));
	const tested = new Set();
	const unlisted = new Set();
	const byDirectory = new Map(all.map((listed) => [listed.Dir, listed]));
	for (const file of changed) {
		const owner = nearestPackage(file, byDirectory);
		if (owner !== void 0) (isBuildInput(file, owner) ? built : tested).add(owner.ImportPath);
		for (const path of unlistedAbove(file, owner, homes)) unlisted.add(path);
	}
	for (const path of unlisted) built.add(path);
	for (const one of all) if (reaches(one, built)) built.add(one.ImportPath);
	const names = new Set(all.map((one) => one.ImportPath));
	const mayReach = (imported) => built.has(imported) || unlisted.size > 0 && !names.has(imported) && isOwn(imported, homes);
	const isAffected = ({ ImportPath: path, ...one }) => built.has(path) || tested.has(path) || testImports(one).some(mayReach);
	return new Set(all.filter(isAffected).map((one) => one.ImportPath));
}
function homeOf(module) {
	const known = module.packages.find((listed) => listed.Module?.Dir)?.Module;
	return {
		directory: known?.Dir ?? module.directory,
		path: known?.Path ?? ""
	};
}
function isOwn(path, homes) {
	return homes.some((home) => path === home.path || path.startsWith(`${home.path}/`));
}
function touchesWholeModule(file, home, replaced) {
	if (isInDependency(file, home, replaced)) return !file.endsWith("_test.go");
	return moduleFiles.has(posix.basename(file)) && isAtOrAbove(posix.dirname(file), home);
}
function isInDependency(file, home, replaced) {
	const [, aboveVendor] = /^(.*)\/vendor\//.exec(file) ?? [];
	if (aboveVendor !== void 0 && isAtOrAbove(aboveVendor, home)) return true;
	return replaced.some((folder) => file.startsWith(`${folder}/`) && !isAtOrAbove(folder, home));
}
function isAtOrAbove(folder, home) {
	return home === folder || home.startsWith(`${folder}/`);
}
function nearestPackage(file, byDirectory) {
	for (let folder = posix.dirname(file);; folder = posix.dirname(folder)) {
		const found = byDirectory.get(folder);
		if (found !== void 0 || folder === posix.dirname(folder)) return found;
	}
}
function isBuildInput(file, owner) {
	const name = posix.relative(owner.Dir, file);
	if (name.endsWith("_test.go")) return false;
	const inFolder = !name.includes("/");
	const isSource = /\.(go|s|S|c|h|cc|cpp|cxx|hh|hpp|m|syso|f|F|for|f90|swig|swigcxx)$/.test(name);
	return inFolder && isSource || (owner.EmbedFiles ?? []).includes(name);
}
function unlistedAbove(file, owner, homes) {
	if (file.endsWith("_test.go")) return [];
	const [home] = homes.filter(({ directory }) => file.startsWith(`${directory}/`)).sort((a, b) => b.directory.length - a.directory.length);
	if (home === void 0) return [];
	const paths = [];
	for (let folder = posix.dirname(file); folder !== owner?.Dir; folder = posix.dirname(folder)) {
		paths.push(posix.join(home.path, posix.relative(home.directory, folder)));
		if (folder === home.directory) break;
	}
	return paths;
}
function reaches(listed, built) {
	return (listed.Deps ?? []).some((path) => built.has(path));
}
function testImports(listed) {
	return [...listed.TestImports ?? [], ...listed.XTestImports ?? []];
}
// src/plan/patterns.ts
function patternsOfModule(patterns, directory, moduleDirectory) {
	if (directory === moduleDirectory) return [...patterns];
	return patterns.flatMap((pattern) => patternOfModule(pattern, directory, moduleDirectory));
}
function patternOfModule(pattern, directory, moduleDirectory) {
	if (!pattern.startsWith(".")) return [pattern];
	const wild = pattern.endsWith("/...");
	const target = posix.join(directory, wild ? pattern.slice(0, -4) : pattern);
	if (isWithin(target, moduleDirectory)) return [`./${posix.relative(moduleDirectory, target)}${wild ? "/..." : ""}`.replace("/./", "/").replace(".//", "./")];
	return wild && isWithin(moduleDirectory, target) ? ["./..."] : [];
}
function isWithin(path, folder) {
	return path === folder || path.startsWith(`${folder}/`);
}
// src/pipeline/plan-audit.ts
async function planAudit(settings, host, onProgress = () => {}) {
	onProgress({
		type: "stage",
		stage: "planning"
	});
	const workspace = await readWorkspace(host, settings.directory);
	const { directory, root } = workspace;
	const ofShard = packagesOfShard(settings);
	const wanted = wantedPatterns(settings);
	const patterns = (module) => patternsOfModule(wanted, directory, module);
	const [modules, fromBase, otherModules] = await Promise.all([
		listModules(host, workspace, patterns, settings.goFlags),
		readChange(host, workspace, settings.base),
		isEverything(wanted) ? findOtherModules(host, workspace) : []
	]);
	const mergeBase = fromBase?.change.mergeBase ?? null;
	const addedRules = mergeBase === null ? new Set() : await findAddedRules(host, root, mergeBase, settings);
	const diff = fromBase === null ? null : parseDiff(fromBase.diff);
	const changed = diff === null ? null : changedPaths(diff, root);
	const { scope, effort, shard, only } = settings;
	const reached = changed === null ? null : affectedPackages(changed, modules);
	const planned = makePlan({
		root,
		scope,
		effort,
		shard,
		ofShard,
		modules,
		reached,
		otherModules,
		only
	});
	const packages = planned.plan.modules.flatMap((module) => module.packages).length;
	onProgress({
		type: "planned",
		packages,
		modules: planned.plan.modules.length
	});
	return {
		workspace,
		change: fromBase?.change ?? null,
		diff,
		reached,
		addedRules,
		...planned
	};
}
function wantedPatterns(settings) {
	return packagesOfShard(settings) === null ? settings.packages : ["./..."];
}
function isEverything(patterns) {
	return patterns.join() === "./...";
}
function tellsUnused({ plan }, settings) {
	return settings.only === null && plan.leftOut.length === 0 && isEverything(wantedPatterns(settings));
}
// src/pipeline/judge-context.ts
function judgeContext({ plan, diff, addedRules }, settings, startedAt) {
	return {
		root: plan.root,
		modules: plan.modules,
		diff: diff === null ? null : linesOfDiff(diff),
		rules: settings.rules,
		addedRules,
		today: startedAt.toISOString().slice(0, 10)
	};
}
function reportParts(result) {
	const { settings, planned, tests, lint, judged, sources, startedAt, durationMs } = result;
	const { workspace, change, diff, plan } = planned;
	return {
		tool: {
			name: "go-race-audit",
			version
		},
		go: workspace.go.version,
		startedAt,
		durationMs,
		change,
		plan,
		findings: judged,
		gaps: [
			...planned.gaps,
			...tests.gaps,
			...lint.gaps
		],
		unusedSuppressions: tellsUnused(planned, settings) ? unusedRules(judged, settings.rules) : [],
		recovery: settings.only === "race" ? null : countRecovery(lint.goroutines, plan.root, diff === null ? null : addedBy(diff)),
		timings: timingsOf(tests),
		sources,
		describe: describeIn(settings.lang),
		involved: () => [],
		guideLink: (section) => guideLink(settings.guideUrl, settings.lang, section)
	};
}
// src/audit.ts
async function audit(settings, host, onProgress) {
	const [startedAt, startedMs] = [host.clock.now(), host.clock.elapsedMs()];
	const planned = await planAudit(settings, host, onProgress);
	const observed = await observe(planned, settings, host, onProgress);
	const { tests, lint } = observed;
	const { findings, sources } = await lookAt(incidentsAtFault(tests), lint.diagnostics, planned.plan, host);
	const judged = judge(await proveFixes(await confirm(findings, confirmContext(planned, settings, host, onProgress), host, onProgress), fixContext(planned, settings, observed, host), host, onProgress), judgeContext(planned, settings, startedAt));
	const durationMs = host.clock.elapsedMs() - startedMs;
	return toReport(reportParts({
		settings,
		planned,
		tests,
		lint,
		judged,
		sources,
		startedAt,
		durationMs
	}));
}
const progressWords = {
	en: {
		stage: {
			planning: "looking at the packages",
			testing: "running go test -race",
			stressing: "repeating the tests that reach the change",
			linting: "running the lint",
			confirming: "running again what was found",
			baseline: "running it at the merge base",
			fixing: "proving fixes"
		},
		planned: (packages, modules) => `${packages} ${packages === 1 ? "package" : "packages"} in ${modules} ${modules === 1 ? "module" : "modules"}`,
		outcome: {
			pass: "passed",
			fail: "failed",
			skip: "has no tests",
			"build-failed": "does not build"
		},
		lintBuilt: (milliseconds) => `built the lint in ${texts.en.duration(milliseconds)} (kept for the next run)`,
		lintEnded: (diagnostics, milliseconds) => `the lint found ${diagnostics} ${diagnostics === 1 ? "place" : "places"} in ${texts.en.duration(milliseconds)}`,
		reran: (done, total) => `ran again ${done} of ${total}`,
		timeLeft: (milliseconds) => `about ${texts.en.duration(milliseconds)} left`
	},
	vi: {
		stage: {
			planning: "đang xem các package",
			testing: "đang chạy go test -race",
			stressing: "đang chạy lặp lại các test chạm tới thay đổi",
			linting: "đang chạy lint",
			confirming: "đang chạy lại những gì đã tìm thấy",
			baseline: "đang chạy lại tại merge base",
			fixing: "đang kiểm chứng các cách sửa"
		},
		planned: (packages, modules) => `${packages} package trong ${modules} module`,
		outcome: {
			pass: "đạt",
			fail: "không đạt",
			skip: "không có test",
			"build-failed": "không biên dịch được"
		},
		lintBuilt: (milliseconds) => `đã biên dịch lint trong ${texts.vi.duration(milliseconds)} (giữ lại cho lần sau)`,
		lintEnded: (diagnostics, milliseconds) => `lint tìm thấy ${diagnostics} chỗ trong ${texts.vi.duration(milliseconds)}`,
		reran: (done, total) => `đã chạy lại ${done} trên ${total}`,
		timeLeft: (milliseconds) => `còn khoảng ${texts.vi.duration(milliseconds)}`
	}
};
// src/cli/interrupt.ts
function interruptSignal() {
	const controller = new AbortController();
	const onSignal = () => {
		if (controller.signal.aborted) process.exit(130);
		controller.abort();
	};
	process.on("SIGINT", onSignal);
	process.on("SIGTERM", onSignal);
	return controller.signal;
}
// src/text/progress-line.ts
function progressLine(progress, words, verbose) {
	switch (progress.type) {
		case "stage": return words.stage[progress.stage];
		case "planned": return words.planned(progress.packages, progress.modules);
		case "package-ended": return verbose || progress.outcome === "fail" || progress.outcome === "build-failed" ? packageLine(progress, words) : null;
		case "lint-built": return words.lintBuilt(progress.durationMs);
		case "lint-ended": return words.lintEnded(progress.diagnostics, progress.durationMs);
		case "reran":
		case "command": return null;
	}
}
function packageLine(progress, words) {
	return `[${progress.done}/${progress.total}] ${progress.package} ${words.outcome[progress.outcome]}`;
}
// src/cli/progress.ts
function showProgress(stream, options) {
	if (options.quiet) return {
		show: () => {},
		end: () => {}
	};
	const isLive = stream.isTTY === true && !process.env.CI;
	const started = options.elapsedMs();
	const show = (progress) => {
		if (options.verbose && progress.type === "command") stream.write(`${clear}${commandLine(progress)}\n`);
		const line = isLive ? liveLine(progress, options, started) : progressLine(progress, options.words, options.verbose);
		if (line === null) return;
		const shown = escapeTerminal(line);
		stream.write(isLive ? `${clear}${shown.slice(0, stream.columns - 1)}` : `${shown}\n`);
	};
	const clear = isLive ? "\r\x1B[K" : "";
	return {
		show,
		end: () => void stream.write(clear)
	};
}
function liveLine(progress, options, started) {
	const { words } = options;
	if (progress.type === "reran") return words.reran(progress.done, progress.total);
	if (progress.type !== "package-ended") return progressLine(progress, words, options.verbose);
	const left = (options.elapsedMs() - started) / progress.done * (progress.total - progress.done);
	return `${packageLine(progress, words)} · ${words.timeLeft(left)}`;
}
function commandLine({ program, args, durationMs }) {
	return escapeTerminal(`${program} ${args.join(" ")}: ${texts.en.duration(durationMs)}`, 4e3);
}
// src/cli/audit-command.ts
async function runAudit(operand, options) {
	const directory = await realFolder(operand ?? ".");
	await checkOutput(options);
	const interrupt = interruptSignal();
	const settings = await readSettings(localHost(interrupt), directory, givenSettings(options));
	const report = await auditAloud(settings, interrupt, options);
	await writeReport(report, {
		...options,
		lang: settings.lang
	});
	return exitCodes[conclude(report, settings.failOn)];
}
async function auditAloud(settings, interrupt, options) {
	const progress = showProgress(process.stderr, {
		quiet: options.quiet === true,
		verbose: options.verbose === true,
		words: progressWords[settings.lang],
		elapsedMs: () => performance.now()
	});
	const host = localHost(interrupt, settings.passEnv, ({ program, args }, { durationMs }) => progress.show({
		type: "command",
		program,
		args,
		durationMs
	}));
	try {
		return await audit(settings, host, progress.show);
	} finally {
		progress.end();
	}
}
async function realFolder(path) {
	return realpath(resolve(path)).catch(() => {
		throw userError("no-folder", { path });
	});
}
export { readSettings as _, planAudit as a, splitIntoShards as c, judge as d, editFile as f, localHost as g, readSources as h, interruptSignal as i, weighPackages as l, locateInFolder as m, realFolder as n, guideLink as o, filesNamed as p, runAudit as r, describeIn as s, auditAloud as t, classify as u, findRepositoryRoot as v };
