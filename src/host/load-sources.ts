import { join } from "node:path";
import type { Incident } from "#domain/incident.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { Sources } from "#domain/sources.ts";
import type { Host } from "./host.ts";

/** A source file of more characters than this is not read: it is data, not code. */
const longestSource = 4 * 1024 * 1024;

/** Where a module's files lie, for frames that name them by import path (-trimpath). */
export interface ModuleLocation {
	path: string;
	directory: string;
}

/** The files that incidents and diagnostics name. */
export function filesNamed(
	incidents: readonly Incident[],
	diagnostics: readonly LintDiagnostic[],
): Set<string> {
	const frames = incidents.flatMap((incident) =>
		incident.kind === "race"
			? [...incident.accesses, ...incident.goroutines].flatMap(({ stack }) => stack)
			: incident.stack,
	);
	const files = frames.filter(({ origin }) => origin === "user").map(({ file }) => file);
	return new Set([...files, ...diagnostics.map(({ at }) => at.file)]);
}

/** Reads the files that frames name, each in its place in the modules. */
export async function loadSources(
	host: Host,
	files: Iterable<string>,
	modules: readonly ModuleLocation[],
): Promise<Sources> {
	return readSources(host, new Map([...files].map((name) => [name, locateInModules(name, modules)])));
}

/** The absolute path of a file as a frame names it: absolute, or by its module's path (-trimpath). */
function locateInModules(name: string, modules: readonly ModuleLocation[]): string {
	const module = modules.find(({ path }) => name.startsWith(`${path}/`));
	return module === undefined ? name : join(module.directory, name.slice(module.path.length + 1));
}

/**
 * Finds files of a log from another machine in a folder: the longest end of the printed path that exists there. Nothing
 * outside the folder is read, whatever the log names.
 */
export async function locateInFolder(
	host: Host,
	files: Iterable<string>,
	folder: string | null,
): Promise<Map<string, string>> {
	const located = new Map<string, string>();
	if (folder === null) return located;
	for (const name of files) {
		const parts = name.split(/[\\/]+/).filter((part) => part !== "" && part !== "." && part !== "..");
		for (let start = 0; start < parts.length; start++) {
			const path = join(folder, ...parts.slice(start));
			if (!(await host.files.exists(path))) continue;
			located.set(name, path);
			break;
		}
	}
	return located;
}

/** Reads each file once, under the name that frames have for it. Unreadable ones are left out. */
export async function readSources(host: Host, located: ReadonlyMap<string, string>): Promise<Sources> {
	const texts = new Map<string, readonly string[]>();
	await Promise.all(
		[...located].map(async ([name, path]) => {
			const text = path.endsWith(".go") ? await host.files.readText(path) : null;
			if (text !== null && text.length <= longestSource) texts.set(name, text.split(/\r?\n/));
		}),
	);
	return { lines: (file) => texts.get(file) ?? null };
}
