import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { needTool, toolPath } from "./tool.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What act is to run. */
export interface ActRun {
	/** The repository, which has the workflow. */
	directory: string;
	event: string;
	payload: object;
	/** File name of the workflow. */
	workflow: string;
	token: string;
	environment: Record<string, string>;
}

/**
 * Puts a workflow of examples/workflows in place. It uses the actions of this checkout (`own`, copied beside it)
 * instead of released ones, and neither sets Go up nor keeps a cache.
 */
export function addWorkflow(directory: string, workflow: string, own: readonly string[]): void {
	const copies = join(directory, ".race-audit");
	for (const path of own) cpSync(join(root, path), join(copies, path), { recursive: true });
	const text = readFileSync(join(root, "examples/workflows", workflow), "utf8")
		.replace(/ {6}- uses: actions\/(?:setup-go|cache\/\w+)@\S+\n(?: {8}.*\n)*/g, "")
		// What is checked out is this folder; with a ref act would ask GitHub for it.
		.replace(/ {10}ref: .*\n/g, "")
		.replace(/uses: go-race-audit\/go-race-audit(\/\w+)?@v0\n/g, "uses: ./.race-audit$1\n")
		// A job that checks nothing out has no local action either.
		.replace(/( {4}steps:\n)(?! {6}- uses: actions\/checkout)/g, "$1      - uses: actions/checkout@v5\n");
	const target = join(directory, ".github/workflows", workflow);
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, text);
}

/** Runs a workflow on this host; gives the exit code and the log. */
export function runAct(run: ActRun): Promise<{ code: number | null; log: string }> {
	needTool("act");
	const eventPath = join(run.directory, ".git", "event.json");
	writeFileSync(eventPath, JSON.stringify(run.payload));
	const flags = [
		...["-W", join(".github/workflows", run.workflow), "-e", eventPath, "-s", `GITHUB_TOKEN=${run.token}`],
		...["-P", "ubuntu-latest=-self-hosted", "--pull=false", "--no-cache-server"],
		...Object.entries(run.environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
	];
	const env = {
		// act runs the first node on PATH; ours is the Node 24 that the actions ask for.
		PATH: `${dirname(process.execPath)}:${toolPath}`,
		HOME: process.env.HOME ?? "",
		...(process.env.GOPROXY && { GOPROXY: process.env.GOPROXY }),
	};
	const child = spawn("act", [run.event, ...flags], { cwd: run.directory, env });
	let log = "";
	child.stdout.on("data", (text) => (log += text));
	child.stderr.on("data", (text) => (log += text));
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, log })));
}
