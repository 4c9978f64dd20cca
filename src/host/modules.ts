import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { userError } from "#text/user-error.ts";
import { findTrackedModules } from "./git.ts";
import {
	type GoEnvironment,
	type ListedPackage,
	listPackages,
	listReplacedFolders,
	listWorkspaceModules,
} from "./go.ts";
import type { Host } from "./host.ts";

/** One module as go lists it. */
export interface ListedModule {
	/** Absolute; where its commands run. */
	directory: string;
	patterns: string[];
	packages: ListedPackage[];
	/** Absolute folders that its go.mod or go.work puts in the place of other modules. */
	replaced: string[];
	/** Lines that go printed, such as "matched no packages". */
	warnings: string[];
}

/** Folders that hold no modules of the user's own. */
const skippedFolders = new Set(["vendor", "testdata", "node_modules"]);

/**
 * The absolute folders in which `go test` is run: the folder itself inside a module; every module of a go.work below
 * it; else every module below it. Throws a UserError when there is none.
 */
export async function findModuleDirectories(
	host: Host,
	directory: string,
	go: GoEnvironment,
): Promise<string[]> {
	if (go.goWork !== null) {
		const all = await listWorkspaceModules(host, directory);
		const below = all.filter((module) => `${module}/`.startsWith(`${directory}/`));
		if (below.length > 0) return below;
	}
	if (go.goMod !== null) return [directory];
	const found = await findGoMods(directory);
	if (found.length === 0) {
		throw userError("no-module", { directory });
	}
	return found;
}

/**
 * Folders below the audited one, relative to the root, that are modules of their own and are not audited: inside of a
 * module, go's `./...` ends at another go.mod.
 */
export async function findOtherModules(
	host: Host,
	{
		directory,
		root,
		moduleDirectories,
	}: { directory: string; root: string; moduleDirectories: readonly string[] },
): Promise<string[]> {
	const audited = new Set(moduleDirectories);
	const tracked = await findTrackedModules(host, directory);
	return tracked
		.filter((module) => !audited.has(module))
		.filter((module) => !relative(directory, module).split(sep).some(isSkipped))
		.map((module) => relative(root, module).replaceAll(sep, "/"));
}

/** Lists the packages of each module that the patterns, given relative to `directory`, name. */
export async function listModules(
	host: Host,
	workspace: { moduleDirectories: readonly string[]; go: GoEnvironment },
	patterns: (moduleDirectory: string) => string[],
	goFlags: readonly string[],
): Promise<ListedModule[]> {
	const { goWork } = workspace.go;
	const ofWork = goWork === null ? [] : listReplacedFolders(host, goWork);
	const wanted = workspace.moduleDirectories
		.map((directory) => ({ directory, patterns: patterns(directory) }))
		.filter((module) => module.patterns.length > 0);
	return Promise.all(
		wanted.map(async (module) => {
			const [listed, ...replaced] = await Promise.all([
				listPackages(host, module.directory, module.patterns, goFlags),
				ofWork,
				listReplacedFolders(host, join(module.directory, "go.mod")),
			]);
			return { ...module, ...listed, replaced: replaced.flat() };
		}),
	);
}

async function findGoMods(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { withFileTypes: true });
	const here = entries.some((entry) => entry.name === "go.mod" && entry.isFile()) ? [directory] : [];
	const folders = entries
		.filter((entry) => entry.isDirectory() && !isSkipped(entry.name))
		.map((entry) => entry.name);
	const below = await Promise.all(folders.sort().map((name) => findGoMods(join(directory, name))));
	return [...here, ...below.flat()];
}

/** The go command ignores names that start with a dot or an underscore. */
function isSkipped(name: string): boolean {
	return name.startsWith(".") || name.startsWith("_") || skippedFolders.has(name);
}
