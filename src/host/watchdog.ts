import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";

/**
 * Reads "+group" and "-group", a line each. The pipe closes when our process is gone, however it went (SIGKILL, out of
 * memory): then the groups that still ran are killed.
 */
const script = `trap '' HUP INT TERM
live=' '
while read -r change; do
	group=\${change#?}
	case $change in
	+*) live="$live$group " ;;
	-*) case $live in *" $group "*) live="\${live%% $group *} \${live#* $group }" ;; esac ;;
	esac
done
for group in $live; do kill -KILL "-$group" 2>/dev/null; done`;

let watchdog: ChildProcess | null = null;

/** Tells the watchdog that a process group runs, or has ended; the first call starts it. On Windows there is none. */
export function watch(change: "+" | "-", group: number): void {
	if (process.platform === "win32") return;
	watchdog ??= start();
	watchdog.stdin?.write(`${change}${group}\n`);
}

/** In a session of its own, so that what ends us does not end it; and nothing of ours waits for it. */
function start(): ChildProcess {
	const started = spawn("/bin/sh", ["-c", script], {
		cwd: "/",
		env: {},
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	// Without it the groups still end with us in all ways that we hear of.
	started.on("error", () => {});
	started.stdin.on("error", () => {});
	started.unref();
	(started.stdin as Socket).unref();
	return started;
}
