import type { Frame, Incident } from "#domain/incident.ts";
import type { Sources } from "#domain/sources.ts";
import { parseFunctionName } from "./function-name.ts";
import { type GoFile, readGoFile } from "./go/file.ts";
import type { GoPackages } from "./go/packages.ts";
import { groupBy } from "./group-by.ts";

/** The Go files that the incidents name, read once, when first asked for. */
export interface SourceFiles extends GoPackages {
	/** Null where the file is not at hand or is no Go. */
	file(path: string): GoFile | null;
}

/** Every frame of an incident. */
function framesOf(incident: Incident): Frame[] {
	if (incident.kind !== "race") return incident.stack;
	return [...incident.accesses, ...incident.goroutines].flatMap((part) => part.stack);
}

const declaration = /^(?:func (?:\([^)]*\) ?)?|type |var |const |\t)(?<name>[\p{L}_][\p{L}\p{N}_]*)/u;

/** Names that a file may declare at package level, read without parsing it: a few too many do no harm. */
function declaredNames(lines: readonly string[]): Set<string> {
	const names = lines.map((line) => declaration.exec(line)?.groups?.name);
	return new Set(names.filter((name) => name !== undefined));
}

function packageClause(lines: readonly string[] | null): string | null {
	return lines?.find((line) => line.startsWith("package ")) ?? null;
}

/** The files that frames name, by the package that their functions are printed with. */
function pathsByPackage(incidents: readonly Incident[]): Map<string, Set<string>> {
	const users = incidents.flatMap(framesOf).filter((frame) => frame.origin === "user");
	const distinct = new Map(users.map((frame) => [`${frame.function} ${frame.file}`, frame]));
	const groups = groupBy(distinct.values(), (frame) => parseFunctionName(frame.function).package);
	return new Map(
		[...groups].map(([importPath, frames]) => [importPath, new Set(frames.map(({ file }) => file))]),
	);
}

/** Makes the Go files named in the incidents readable, and those beside them, by path and by package. */
export function readSourceFiles(sources: Sources, incidents: readonly Incident[]): SourceFiles {
	const named = pathsByPackage(incidents);
	const file = remember((path: string) => {
		const lines = path.endsWith(".go") ? sources.lines(path) : null;
		return lines === null ? null : readGoFile(path, lines);
	});
	const namesIn = remember((path: string) => declaredNames(sources.lines(path) ?? []));
	const pathsOf = remember((importPath: string) => {
		const paths = [...(named.get(importPath) ?? [])];
		const beside = paths.slice(0, 1).flatMap((path) => {
			const clause = packageClause(sources.lines(path));
			const neighbours = sources.neighbours?.(path) ?? [];
			return neighbours.filter((other) => packageClause(sources.lines(other)) === clause);
		});
		return [...new Set([...paths, ...beside])];
	});
	return {
		file,
		filesOf: (importPath, name) =>
			pathsOf(importPath)
				.filter((path) => namesIn(path).has(name))
				.map(file)
				.filter((one) => one !== null),
	};
}

/** The function, each result computed once. */
function remember<V>(compute: (key: string) => V): (key: string) => V {
	const known = new Map<string, V>();
	return (key) => {
		const value = known.get(key);
		if (value !== undefined || known.has(key)) return value as V;
		const computed = compute(key);
		known.set(key, computed);
		return computed;
	};
}
