import type { ListedPackage } from "#host/go.ts";
import type { ListedModule } from "#host/modules.ts";

/**
 * The modules with their own packages only. An import path is asked of every module: in a go.work each lists it, so
 * that it would be audited once for each of them, and without one all but its own say that they do not know it.
 */
export function keepOwnPackages(modules: readonly ListedModule[]): ListedModule[] {
	if (modules.length < 2) return [...modules];
	const directories = new Set(modules.map((module) => module.directory));
	const found = new Set(modules.flatMap((module) => module.packages.filter(hasFiles).map(nameOf)));
	return modules.map((module) => {
		const isForeign = (listed: ListedPackage) => {
			const home = listed.Module?.Dir;
			if (!hasFiles(listed)) return found.has(nameOf(listed));
			return home !== undefined && home !== module.directory && directories.has(home);
		};
		return withPackages(
			module,
			module.packages.filter((listed) => !isForeign(listed)),
		);
	});
}

const nameOf = (listed: ListedPackage) => listed.ImportPath;

/** Go lists a package without files for a pattern that names nothing, and for a folder without Go files for this platform. */
export function hasFiles(listed: ListedPackage): boolean {
	const files = [listed.GoFiles, listed.CgoFiles, listed.TestGoFiles, listed.XTestGoFiles];
	return files.some((names) => names !== undefined);
}

/** Patterns that named only what is left out are left out too. */
function withPackages(module: ListedModule, packages: ListedPackage[]): ListedModule {
	const kept = new Set(packages.flatMap((listed) => listed.Match ?? []));
	const before = new Set(module.packages.flatMap((listed) => listed.Match ?? []));
	const patterns = module.patterns.filter((pattern) => kept.has(pattern) || !before.has(pattern));
	return { ...module, packages, patterns };
}
