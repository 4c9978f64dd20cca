import { dirname, join } from "node:path";
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

/**
 * Reads the files that frames name, each in its place in the modules, or the one that replaces it under an overlay.
 * What lies outside of `root` is not read.
 */
export async function loadSources(
	host: Host,
	files: Iterable<string>,
	{ root, modules }: { root: string; modules: readonly ModuleLocation[] },
	replaced: ReadonlyMap<string, string> = new Map(),
): Promise<Sources> {
	const locate = (name: string) => {
		const path = locateInModules(name, modules);
		return replaced.get(path) ?? path;
	};
	return readSources(host, new Map([...files].map((name) => [name, locate(name)])), root);
}

/** The absolute path of a file as a frame names it: absolute, or by its module's path (-trimpath). */
export function locateInModules(name: string, modules: readonly ModuleLocation[]): string {
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

/** So many files of one folder, and so many in all, are read only because they lie beside a named one. */
const neighbourLimits = { folder: 300, total: 3000 };

/** The last slash or backslash ends the folder. */
function splitName(name: string): { folder: string; base: string } {
	const end = Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1;
	return { folder: name.slice(0, end), base: name.slice(end) };
}

/** The Go files beside the named ones, under names of the same form: types and variables of a package lie there. */
async function locateNeighbours(
	host: Host,
	located: ReadonlyMap<string, string>,
): Promise<Map<string, Map<string, string>>> {
	const folders = new Map<string, string>();
	for (const [name, path] of located) {
		const { folder } = splitName(name);
		if (name.endsWith(".go") && !folders.has(folder)) folders.set(folder, dirname(path));
	}
	const neighbours = new Map<string, Map<string, string>>();
	let total = 0;
	for (const [folder, path] of folders) {
		if (total >= neighbourLimits.total) break;
		const files = (await host.files.list(path)).filter((base) => base.endsWith(".go"));
		const taken = files.slice(0, neighbourLimits.folder);
		total += taken.length;
		neighbours.set(folder, new Map(taken.map((base) => [folder + base, join(path, base)])));
	}
	return neighbours;
}

/**
 * Reads each file once, under the name that frames have for it, and the files beside it. Unreadable ones are left out,
 * and those outside of `root`: a forged frame, a link or a `//line` directive may name any file of the machine, and
 * what is read may be quoted for all to see.
 */
export async function readSources(
	host: Host,
	located: ReadonlyMap<string, string>,
	root: string,
): Promise<Sources> {
	const neighbours = await locateNeighbours(host, located);
	const paths = new Map([...[...neighbours.values()].flatMap((files) => [...files]), ...located]);
	const texts = new Map<string, readonly string[]>();
	await Promise.all(
		[...paths].map(async ([name, path]) => {
			const real = path.endsWith(".go") ? await host.files.realPathWithin(path, root) : null;
			const text = real?.endsWith(".go") ? await host.files.readText(real) : null;
			if (text !== null && text.length <= longestSource) texts.set(name, text.split(/\r?\n/));
		}),
	);
	return {
		lines: (file) => texts.get(file) ?? null,
		neighbours: (file) =>
			[...(neighbours.get(splitName(file).folder)?.keys() ?? [])].filter((name) => name !== file),
	};
}
