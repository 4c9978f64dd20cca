import { posix } from "node:path";
import type { ListedPackage } from "#host/go.ts";
import type { ListedModule } from "#host/modules.ts";

/** Files whose change can alter every package of a module. */
const moduleFiles = new Set(["go.mod", "go.sum", "go.work", "go.work.sum"]);

/**
 * The import paths of the packages whose build or test inputs a change touches: their own files, embedded files and
 * anything below their folder (testdata), what they or their tests import, and all of a module whose go.mod, vendored
 * code or replaced modules changed.
 * `changed` are absolute paths, deleted and renamed ones included. Linear in packages and their dependencies.
 */
export function affectedPackages(changed: readonly string[], modules: readonly ListedModule[]): Set<string> {
	const all = modules.flatMap((module) => module.packages);
	const homes = modules.map(homeOf);
	const directories = new Set(homes.map(({ directory }) => directory));
	const wholly = modules.filter((module) => {
		const { directory } = homeOf(module);
		const elsewhere = module.replaced.filter((folder) => !directories.has(folder));
		return changed.some((file) => touchesWholeModule(file, directory, elsewhere));
	});
	const built = new Set(wholly.flatMap((module) => module.packages.map((one) => one.ImportPath)));
	const tested = new Set<string>();
	const unlisted = new Set<string>();
	const byDirectory = new Map(all.map((listed) => [listed.Dir, listed]));
	for (const file of changed) {
		const owner = nearestPackage(file, byDirectory);
		if (owner !== undefined) (isBuildInput(file, owner) ? built : tested).add(owner.ImportPath);
		for (const path of unlistedAbove(file, owner, homes)) unlisted.add(path);
	}
	for (const path of unlisted) built.add(path);
	for (const one of all) if (reaches(one, built)) built.add(one.ImportPath);
	const names = new Set(all.map((one) => one.ImportPath));
	// What lies between a test's import and what changed is not known where neither is listed.
	const mayReach = (imported: string) =>
		built.has(imported) || (unlisted.size > 0 && !names.has(imported) && isOwn(imported, homes));
	const isAffected = ({ ImportPath: path, ...one }: ListedPackage) =>
		built.has(path) || tested.has(path) || testImports(one).some(mayReach);
	return new Set(all.filter(isAffected).map((one) => one.ImportPath));
}

/** A module's folder and path. */
interface Home {
	directory: string;
	path: string;
}

function homeOf(module: ListedModule): Home {
	const known = module.packages.find((listed) => listed.Module?.Dir)?.Module;
	return { directory: known?.Dir ?? module.directory, path: known?.Path ?? "" };
}

function isOwn(path: string, homes: readonly Home[]): boolean {
	return homes.some((home) => path === home.path || path.startsWith(`${home.path}/`));
}

/** `replaced` are the folders of modules that are used and not listed. */
function touchesWholeModule(file: string, home: string, replaced: readonly string[]): boolean {
	if (isInDependency(file, home, replaced)) return !file.endsWith("_test.go");
	return moduleFiles.has(posix.basename(file)) && isAtOrAbove(posix.dirname(file), home);
}

/** Which packages what is vendored or replaced by a folder reaches, the list of a module's own packages does not tell. */
function isInDependency(file: string, home: string, replaced: readonly string[]): boolean {
	const [, aboveVendor] = /^(.*)\/vendor\//.exec(file) ?? [];
	if (aboveVendor !== undefined && isAtOrAbove(aboveVendor, home)) return true;
	return replaced.some((folder) => file.startsWith(`${folder}/`) && !isAtOrAbove(folder, home));
}

function isAtOrAbove(folder: string, home: string): boolean {
	return home === folder || home.startsWith(`${folder}/`);
}

/** The package of the nearest folder above a file. */
function nearestPackage(
	file: string,
	byDirectory: ReadonlyMap<string, ListedPackage>,
): ListedPackage | undefined {
	for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
		const found = byDirectory.get(folder);
		if (found !== undefined || folder === posix.dirname(folder)) return found;
	}
}

/** Build inputs reach the importers; other files below the folder only the package's own tests. */
function isBuildInput(file: string, owner: ListedPackage): boolean {
	const name = posix.relative(owner.Dir, file);
	if (name.endsWith("_test.go")) return false;
	const inFolder = !name.includes("/");
	const isSource = /\.(go|s|S|c|h|cc|cpp|cxx|hh|hpp|m|syso|f|F|for|f90|swig|swigcxx)$/.test(name);
	return (inFolder && isSource) || (owner.EmbedFiles ?? []).includes(name);
}

/**
 * The import paths of the folders from a file up to the nearest listed package, or up to the module's own folder: the
 * last file of a package there may have been deleted, or the patterns do not name it while what they name imports it.
 */
function unlistedAbove(file: string, owner: ListedPackage | undefined, homes: readonly Home[]): string[] {
	if (file.endsWith("_test.go")) return [];
	const around = homes.filter(({ directory }) => file.startsWith(`${directory}/`));
	const [home] = around.sort((a, b) => b.directory.length - a.directory.length);
	if (home === undefined) return [];
	const paths: string[] = [];
	for (let folder = posix.dirname(file); folder !== owner?.Dir; folder = posix.dirname(folder)) {
		paths.push(posix.join(home.path, posix.relative(home.directory, folder)));
		if (folder === home.directory) break;
	}
	return paths;
}

function reaches(listed: ListedPackage, built: ReadonlySet<string>): boolean {
	return (listed.Deps ?? []).some((path) => built.has(path));
}

function testImports(listed: Pick<ListedPackage, "TestImports" | "XTestImports">): string[] {
	return [...(listed.TestImports ?? []), ...(listed.XTestImports ?? [])];
}
