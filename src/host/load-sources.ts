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
export function filesNamed(incidents: readonly Incident[], diagnostics: readonly LintDiagnostic[]): Set<string> {
	const frames = incidents.flatMap((incident) =>
		incident.kind === "race"
			? [...incident.accesses, ...incident.goroutines].flatMap(({ stack }) => stack)
			: incident.stack,
	);
	const files = frames.filter(({ origin }) => origin === "user").map(({ file }) => file);
	return new Set([...files, ...diagnostics.map(({ at }) => at.file)]);
}

/** Reads the named files once, so that the pure stages can look at them. Unreadable ones are left out. */
export async function loadSources(
	host: Host,
	files: Iterable<string>,
	modules: readonly ModuleLocation[],
): Promise<Sources> {
	const texts = new Map<string, readonly string[]>();
	const names = new Set([...files].filter((name) => name.endsWith(".go")));
	await Promise.all(
		[...names].map(async (name) => {
			const text = await host.files.readText(locate(name, modules));
			if (text !== null && text.length <= longestSource) texts.set(name, text.split(/\r?\n/));
		}),
	);
	return { lines: (file) => texts.get(file) ?? null };
}

/** The absolute path of a file as a frame names it: absolute, or by its module's path. */
export function locate(name: string, modules: readonly ModuleLocation[]): string {
	const module = modules.find(({ path }) => name.startsWith(`${path}/`));
	return module === undefined ? name : join(module.directory, name.slice(module.path.length + 1));
}
