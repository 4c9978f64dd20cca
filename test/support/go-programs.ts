import { type ExecFileException, execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { classify } from "#classify/classify.ts";
import type { Finding } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { Sources } from "#domain/sources.ts";
import { parseOutput } from "#parse/output-reader.ts";

/** The Go module of programs with one mistake each. */
export const programs = fileURLToPath(new URL("../programs/classify", import.meta.url));

/** What a program printed, whatever its exit code. */
export function runProgram(
	program: string,
	args: readonly string[],
	cwd: string,
	env: Readonly<Record<string, string>> = {},
): Promise<string> {
	return new Promise((resolve, reject) => {
		const options = {
			cwd,
			env: { ...process.env, GOFLAGS: "", GOWORK: "off", GOTOOLCHAIN: "local", GORACE: "", ...env },
			maxBuffer: 256 * 1024 * 1024,
			timeout: 300_000,
		};
		execFile(program, [...args], options, (error: ExecFileException | null, stdout, stderr) => {
			if (error !== null && typeof error.code !== "number") reject(error);
			else resolve(stdout + stderr);
		});
	});
}

/** Source files as they lie on the disk. */
export const diskSources: Sources = {
	lines: (file) => (existsSync(file) ? readFileSync(file, "utf8").split("\n") : null),
	neighbours: (file) => readdirSync(dirname(file)).map((name) => join(dirname(file), name)),
};

/** The incidents in what Go printed. */
export function incidentsIn(output: string): Incident[] {
	return parseOutput(output).flatMap((event) => (event.type === "incident" ? [event.incident] : []));
}

/** The findings in what Go printed, without lint. */
export function findingsIn(output: string, modulePaths: readonly string[]): Finding[] {
	return classify({ incidents: incidentsIn(output), diagnostics: [], sources: diskSources, modulePaths });
}
