import { basename, dirname, resolve } from "node:path";
import { userError } from "#text/user-error.ts";
import type { Host } from "./host.ts";

/** The oldest Go that is supported, as [major, minor]. */
const oldestGo = [1, 24] as const;

/** What `go env` tells of the toolchain that serves a folder. */
export interface GoEnvironment {
	/** "go1.26.8". */
	version: string;
	/** Absolute path of go.mod, or null outside a module. */
	goMod: string | null;
	/** Absolute path of go.work, or null. */
	goWork: string | null;
	/** Whether cgo, which the race detector needs, is on and has a C compiler. */
	cgo: boolean;
	goRoot: string;
}

/** Reads the Go environment of a folder. Throws a UserError when there is no Go, or one that is too old. */
export async function readGoEnvironment(host: Host, directory: string): Promise<GoEnvironment> {
	const names = ["GOVERSION", "GOMOD", "GOWORK", "CGO_ENABLED", "GOROOT"];
	const exit = await host.processes.run({ program: "go", args: ["env", "-json", ...names], cwd: directory });
	if (exit.ended === "not-found") {
		throw userError("no-go", {});
	}
	if (exit.code !== 0)
		throw userError("go-failed", { command: "go env", directory, detail: firstLine(exit.stderr) });
	const values = JSON.parse(exit.stdout) as Record<string, string>;
	const version = values.GOVERSION ?? "";
	if (isTooOld(version)) {
		throw userError("go-too-old", { version });
	}
	return {
		version,
		goMod: fileOrNull(values.GOMOD),
		goWork: fileOrNull(values.GOWORK),
		cgo: values.CGO_ENABLED === "1",
		goRoot: values.GOROOT ?? "",
	};
}

/** `go env` prints the null device where there is no module, "off" where a workspace is switched off. */
function fileOrNull(value: string | undefined): string | null {
	return value === undefined || value === "" || value === "off" || /^(\/dev\/null|NUL)$/.test(value)
		? null
		: value;
}

/** An unreleased toolchain ("devel go1.28-…") counts as new. */
function isTooOld(version: string): boolean {
	const match = /^go(\d+)\.(\d+)/.exec(version);
	if (match === null) return false;
	const [major, minor] = [Number(match[1]), Number(match[2])];
	return major < oldestGo[0] || (major === oldestGo[0] && minor < oldestGo[1]);
}

/** The fields of `go list -json` that the audit uses; absent ones are left out by go. */
export interface ListedPackage {
	ImportPath: string;
	Dir: string;
	Module?: { Path: string; Dir?: string; Main?: boolean; Version?: string };
	GoFiles?: string[];
	CgoFiles?: string[];
	TestGoFiles?: string[];
	XTestGoFiles?: string[];
	IgnoredGoFiles?: string[];
	EmbedFiles?: string[];
	TestEmbedFiles?: string[];
	XTestEmbedFiles?: string[];
	Imports?: string[];
	TestImports?: string[];
	XTestImports?: string[];
	Deps?: string[];
	Error?: { Err: string; Pos?: string };
	Match?: string[];
}

const listedFields = [
	"ImportPath,Dir,Module,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,IgnoredGoFiles",
	"EmbedFiles,TestEmbedFiles,XTestEmbedFiles,Imports,TestImports,XTestImports,Deps,Error,Match",
].join(",");

/** `go list -e` over patterns. `warnings` are the lines that go printed, such as "matched no packages". */
export async function listPackages(
	host: Host,
	directory: string,
	patterns: readonly string[],
	goFlags: readonly string[],
): Promise<{ packages: ListedPackage[]; warnings: string[] }> {
	const args = ["list", "-e", `-json=${listedFields}`, ...buildFlags(goFlags), "--", ...patterns];
	const exit = await host.processes.run({ program: "go", args, cwd: directory });
	if (exit.code !== 0)
		throw userError("go-failed", { command: "go list", directory, detail: exit.stderr.trim() });
	return {
		packages: parseJsonObjects<ListedPackage>(exit.stdout),
		warnings: exit.stderr.split("\n").filter((line) => line !== ""),
	};
}

/** The absolute folders of the modules of the go.work that serves a folder. */
export async function listWorkspaceModules(host: Host, directory: string): Promise<string[]> {
	const exit = await host.processes.run({
		program: "go",
		args: ["list", "-m", "-f", "{{.Dir}}"],
		cwd: directory,
	});
	if (exit.code !== 0)
		throw userError("go-failed", { command: "go list -m", directory, detail: exit.stderr.trim() });
	return exit.stdout.split("\n").filter((line) => line !== "");
}

/** The absolute folders that a go.mod or go.work puts in the place of other modules; none where it cannot be read. */
export async function listReplacedFolders(host: Host, file: string): Promise<string[]> {
	const text = await host.files.readText(file);
	if (text === null || !text.includes("=>")) return [];
	const command = basename(file) === "go.work" ? "work" : "mod";
	const exit = await host.processes.run({
		program: "go",
		args: [command, "edit", "-json", file],
		cwd: dirname(file),
	});
	if (exit.code !== 0) return [];
	const { Replace } = JSON.parse(exit.stdout) as {
		Replace: { New: { Path: string; Version?: string } }[] | null;
	};
	// Of the two kinds of replacement only a module from elsewhere has a version.
	const folders = (Replace ?? []).filter(({ New }) => New.Version === undefined);
	return folders.map(({ New }) => resolve(dirname(file), New.Path));
}

/** Splits the concatenated, indented JSON objects that go commands print. */
function parseJsonObjects<T>(text: string): T[] {
	return text
		.split(/(?<=^\})\n/m)
		.filter((part) => part.trim() !== "")
		.map((part) => JSON.parse(part) as T);
}

/** The first line of what a tool printed, for one-line messages. */
export function firstLine(text: string): string {
	return text.trim().split("\n", 1)[0] ?? "";
}

/** What a go command complained of, without its progress and its headings; empty where it complained of nothing. */
export function complaintOf(stderr: string): string {
	const lines = stderr.split("\n").filter((line) => !/^(?:go: downloading |# )/.test(line));
	return lines.join("\n").trim();
}

/** Of flags for `go test` those that `go list`, `go vet` and the lint take too. */
export function buildFlags(goFlags: readonly string[]): string[] {
	return goFlags.filter((flag) => /^--?(?:tags|mod|modfile)=/.test(flag));
}
