import type { Frame, Incident } from "#domain/incident.ts";
import type { Sources } from "#domain/sources.ts";
import { parseFunctionName } from "./function-name.ts";
import { type GoFile, readGoFile } from "./go/file.ts";
import type { GoPackages } from "./go/packages.ts";

/** The Go files that the incidents name, read once, when first asked for. */
export interface SourceFiles extends GoPackages {
	/** Null where the file is not at hand or is no Go. */
	file(path: string): GoFile | null;
}

/** Every frame of an incident. */
export function framesOf(incident: Incident): Frame[] {
	if (incident.kind !== "race") return incident.stack;
	return [...incident.accesses, ...incident.goroutines].flatMap((part) => part.stack);
}

/** Makes the Go files named in the incidents readable, by path and by package. */
export function readSourceFiles(sources: Sources, incidents: readonly Incident[]): SourceFiles {
	const files = new Map<string, GoFile | null>();
	const paths = new Map<string, Set<string>>();
	for (const frame of incidents.flatMap(framesOf)) {
		if (frame.origin !== "user") continue;
		const { package: importPath } = parseFunctionName(frame.function);
		let inPackage = paths.get(importPath);
		if (inPackage === undefined) {
			inPackage = new Set();
			paths.set(importPath, inPackage);
		}
		inPackage.add(frame.file);
	}
	function file(path: string): GoFile | null {
		let found = files.get(path);
		if (found === undefined) {
			const lines = path.endsWith(".go") ? sources.lines(path) : null;
			found = lines === null ? null : readGoFile(path, lines);
			files.set(path, found);
		}
		return found;
	}
	return {
		file,
		filesOf: (importPath) => [...(paths.get(importPath) ?? [])].map(file).filter((one) => one !== null),
	};
}
