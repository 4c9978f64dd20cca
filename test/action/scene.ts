import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A file tree to commit, by path. */
export type Tree = Record<string, string>;

/** A git repository in a temporary folder. */
export interface Repository {
	directory: string;
	git: (...args: string[]) => string;
	/** Writes files, commits everything, and gives the commit. */
	commit: (files: Tree) => string;
}

/** Makes a repository that is gone after the test. */
export function makeRepository(test: TestContext): Repository {
	const directory = mkdtempSync(join(tmpdir(), "action-test-"));
	test.after(() => rmSync(directory, { recursive: true, force: true }));
	const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"];
	const git = (...args: string[]) => execFileSync("git", [...identity, ...args], { cwd: directory, encoding: "utf8" }).trim();
	git("init", "--quiet");
	return {
		directory,
		git,
		commit(files) {
			for (const [path, text] of Object.entries(files)) {
				mkdirSync(dirname(join(directory, path)), { recursive: true });
				writeFileSync(join(directory, path), text);
			}
			git("add", "--all");
			git("commit", "--quiet", "--message", "change");
			return git("rev-parse", "HEAD");
		},
	};
}

/** How a bundled front ended. */
export interface Ended {
	code: number | null;
	stdout: string;
	stderr: string;
	outputs: Record<string, string>;
	jobSummary: string;
}

/** What the runner hands to an action. */
export interface Start {
	/** File in dist. */
	bundle: "action.js" | "publish.js";
	directory: string;
	event: string;
	payload: object;
	inputs: Record<string, string>;
	environment: Record<string, string>;
}

/** Runs a committed bundle as the runner does: on Node 24, with INPUT_* and the GITHUB_* files. */
export async function runBundle(test: TestContext, start: Start): Promise<Ended> {
	const bundle = join(root, "dist", start.bundle);
	assert.ok(existsSync(bundle), `${start.bundle} is not built: npm run build`);
	const files = mkdtempSync(join(tmpdir(), "runner-"));
	test.after(() => rmSync(files, { recursive: true, force: true }));
	const file = (name: string, text = "") => {
		writeFileSync(join(files, name), text);
		return join(files, name);
	};
	const inputs = Object.entries(start.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
	const { PATH, HOME, GOPROXY, GOFLAGS, GOMODCACHE, GOCACHE } = process.env;
	const own = Object.entries({ PATH, HOME, GOPROXY, GOFLAGS, GOMODCACHE, GOCACHE });
	const environment = {
		...Object.fromEntries(own.filter((entry): entry is [string, string] => entry[1] !== undefined)),
		...Object.fromEntries(inputs),
		CI: "true",
		GITHUB_ACTIONS: "true",
		GITHUB_EVENT_NAME: start.event,
		GITHUB_EVENT_PATH: file("event.json", JSON.stringify(start.payload)),
		GITHUB_OUTPUT: file("output"),
		GITHUB_STEP_SUMMARY: file("summary"),
		GITHUB_WORKSPACE: start.directory,
		GITHUB_REPOSITORY: "o/r",
		GITHUB_RUN_ID: "42",
		RUNNER_TEMP: join(files, "temp"),
		ACTIONS_RUNTIME_TOKEN: "runtime-secret",
		...start.environment,
	};
	const ended = await run(bundle, start.directory, environment);
	const outputs = readOutputs(readFileSync(environment.GITHUB_OUTPUT, "utf8"));
	// Read while it is there: RUNNER_TEMP goes with the test.
	return { ...ended, outputs, jobSummary: readFileSync(environment.GITHUB_STEP_SUMMARY, "utf8") };
}

function run(bundle: string, cwd: string, env: Record<string, string>): Promise<Pick<Ended, "code" | "stdout" | "stderr">> {
	// The fake GitHub lives in this process, so the bundle must not block it.
	const child = spawn(process.execPath, [bundle], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
	let [stdout, stderr] = ["", ""];
	child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
	child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, stdout, stderr }));
	});
}

/** The `name<<delimiter` blocks of a GITHUB_OUTPUT file. */
function readOutputs(text: string): Record<string, string> {
	const blocks = text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm);
	return Object.fromEntries([...blocks].map(([, name, , value]) => [name, value]));
}
