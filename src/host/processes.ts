import { execa } from "execa";
import { childEnvironment } from "./child-environment.ts";
import type { Command, Exit, Processes } from "./host.ts";
import { folderOfProcess } from "./temporary-folders.ts";
import { watch } from "./watchdog.ts";

/** After this, a group that was asked to end is killed. */
const graceMs = 2_000;
/** Kept of a child's standard output or error when it is not streamed, in characters. */
const captureLimit = 64 * 1024 * 1024;

/** Groups that run now: they end with our process, and by the watchdog's hand where it is killed. */
const liveGroups = new Set<number>();

process.on("exit", () => {
	for (const pid of liveGroups) signalGroup(pid, "SIGKILL");
});

/** Is told of each command that ended. */
export type OnCommand = (command: Command, exit: Exit) => void;

/** Starts real programs, each in a process group of its own, so that nothing a test started outlives the audit. */
export function localProcesses(
	interrupt: AbortSignal,
	passEnv: readonly string[] = [],
	onCommand: OnCommand = () => {},
): Processes {
	return {
		async run(command, onStdout) {
			const started = performance.now();
			if (interrupt.aborted) return notStarted("interrupted");
			const temporary = await folderForGo();
			const child = execa(command.program, [...command.args], {
				cwd: command.cwd,
				env: childEnvironment(process.env, passEnv, { ...temporary, ...command.env }),
				extendEnv: false,
				detached: process.platform !== "win32",
				reject: false,
				stripFinalNewline: false,
				maxBuffer: captureLimit,
				buffer: { stdout: onStdout === undefined, stderr: true },
				...(command.input === undefined ? { stdin: "ignore" as const } : { input: command.input }),
			});
			const guard = guardGroup(child.pid, command, interrupt);
			if (onStdout !== undefined) {
				child.stdout.on("data", (chunk: Uint8Array) => {
					guard.heard();
					onStdout(chunk);
				});
			}
			const result = await child;
			guard.release();
			const exit = {
				code: result.exitCode ?? null,
				stdout: typeof result.stdout === "string" ? result.stdout : "",
				stderr: typeof result.stderr === "string" ? result.stderr : "",
				ended: guard.ended ?? endOf(result),
				durationMs: performance.now() - started,
			};
			onCommand(command, exit);
			return exit;
		},
	};
}

/** A go command that is killed leaves its work folder, which can be large: it is made in one of ours. */
async function folderForGo(): Promise<Record<string, string>> {
	if (process.env.GOTMPDIR) return {};
	return folderOfProcess().then(
		(folder) => ({ GOTMPDIR: folder }),
		() => ({}),
	);
}

function notStarted(ended: Exit["ended"]): Exit {
	return { code: null, stdout: "", stderr: "", ended, durationMs: 0 };
}

function endOf(result: { exitCode?: number | undefined; code?: string | undefined }): Exit["ended"] {
	if (result.exitCode !== undefined) return "exited";
	return result.code === "ENOENT" ? "not-found" : "signalled";
}

/** Watches one child: ends its group on interrupt, on its time limit, and when it is silent for too long. */
function guardGroup(pid: number | undefined, command: Command, interrupt: AbortSignal) {
	const guard = { ended: undefined as Exit["ended"] | undefined, heard: () => {}, release: () => {} };
	if (pid === undefined) return guard;
	liveGroups.add(pid);
	watch("+", pid);
	const timers = new Set<NodeJS.Timeout>();
	const end = (why: Exit["ended"]) => {
		guard.ended ??= why;
		signalGroup(pid, "SIGTERM");
		timers.add(setTimeout(() => signalGroup(pid, "SIGKILL"), graceMs));
	};
	const onInterrupt = () => end("interrupted");
	interrupt.addEventListener("abort", onInterrupt);
	if (command.timeoutMs !== undefined) timers.add(setTimeout(() => end("timed-out"), command.timeoutMs));
	if (command.idleTimeoutMs !== undefined) {
		const idle = setTimeout(() => end("timed-out"), command.idleTimeoutMs);
		timers.add(idle);
		guard.heard = () => void idle.refresh();
	}
	guard.release = () => {
		liveGroups.delete(pid);
		watch("-", pid);
		interrupt.removeEventListener("abort", onInterrupt);
		for (const timer of timers) clearTimeout(timer);
		if (guard.ended !== undefined) signalGroup(pid, "SIGKILL");
	};
	return guard;
}

/** Signals a child and all it started. It may be gone already, which is as good. */
function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
	try {
		if (process.platform === "win32")
			void execa("taskkill", ["/pid", String(pid), "/T", "/F"], { reject: false });
		else process.kill(-pid, signal);
	} catch {
		// The group has ended.
	}
}
