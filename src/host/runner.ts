import { randomUUID } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { error, info, notice, setOutput, warning } from "@actions/core";
import type { Language } from "#domain/config.ts";
import { sentence, wordsIn } from "#text/message.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the workflow runs, from the runner's variables. */
export interface Surroundings {
	event: string;
	eventPath: string | null;
	/** "owner/name". */
	repository: string;
	sha: string;
	ref: string;
	workspace: string;
	temporary: string;
	serverUrl: string;
	apiUrl: string;
	graphqlUrl: string;
	runId: number;
}

/** Reads the runner's variables; outside of a runner most are empty. GitHub Enterprise Server sets its own URLs. */
export function readSurroundings(environment: Environment, cwd: string, temporary: string): Surroundings {
	const read = (name: string, otherwise: string) => environment[name] || otherwise;
	return {
		event: read("GITHUB_EVENT_NAME", ""),
		eventPath: environment.GITHUB_EVENT_PATH || null,
		repository: read("GITHUB_REPOSITORY", ""),
		sha: read("GITHUB_SHA", ""),
		ref: read("GITHUB_REF", ""),
		workspace: read("GITHUB_WORKSPACE", cwd),
		temporary: read("RUNNER_TEMP", temporary),
		serverUrl: read("GITHUB_SERVER_URL", "https://github.com"),
		apiUrl: read("GITHUB_API_URL", "https://api.github.com"),
		graphqlUrl: read("GITHUB_GRAPHQL_URL", "https://api.github.com/graphql"),
		runId: Number(read("GITHUB_RUN_ID", "0")),
	};
}

/** Prints lines with strangers' words in them while the runner takes no commands from what is printed. */
export async function withoutCommands<T>(
	print: (text: string) => void,
	act: (say: (line: string) => void) => Promise<T>,
): Promise<T> {
	const token = randomUUID();
	print(`::stop-commands::${token}\n`);
	try {
		return await act((line) => print(`${line}\n`));
	} finally {
		print(`::${token}::\n`);
	}
}

/** A workflow-command annotation; a null place is none. */
interface Annotation {
	level: "error" | "warning" | "notice";
	file: string | null;
	line: number | null;
	endLine: number | null;
	title: string;
	message: string;
}

/** Shows annotations; the toolkit escapes what is in them. */
export function annotate(annotations: readonly Annotation[]): void {
	const show = { error, warning, notice };
	for (const { level, file, line, endLine, title, message } of annotations) {
		const place =
			file === null ? {} : { file, ...(line && { startLine: line }), ...(endLine && { endLine }) };
		show[level](message, { title, ...place });
	}
}

/** The workflow's log. */
export const runnerLog: RunnerLog = {
	info,
	notice: (line) => notice(line),
	warning: (line) => warning(line),
	error: (line) => error(line),
};

/** Where fronts of the runner say how it went; each call is one line or one annotation. */
export interface RunnerLog {
	info(line: string): void;
	notice(line: string): void;
	warning(line: string): void;
	error(line: string): void;
}

/** Adds to the job summary, where the runner has one. */
export async function writeJobSummary(
	environment: Environment,
	markdown: string,
	language: Language,
): Promise<void> {
	const path = environment.GITHUB_STEP_SUMMARY;
	if (path) await writeOrWarn(path, language, () => appendFile(path, `${markdown}\n`));
}

/** Writes a file that the step can do without: a full disk takes nothing from the pull request. Tells whether it could. */
export async function writeOrWarn(
	path: string,
	language: Language,
	write: () => Promise<void>,
): Promise<boolean> {
	try {
		await write();
		return true;
	} catch (failure) {
		const detail = (failure as Error).message;
		warning(wordsIn(language, sentence("unwritable", { name: path, detail })));
		return false;
	}
}

/** Sets the outputs of the step. */
export function setOutputs(outputs: Readonly<Record<string, string | number>>): void {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
