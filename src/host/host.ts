/** A program to run. Its environment is made from an allow-list (see `childEnvironment`), never a copy of ours. */
export interface Command {
	program: string;
	args: readonly string[];
	/** Absolute working folder. */
	cwd: string;
	/** Added to the allow-listed environment. */
	env?: Readonly<Record<string, string>>;
	/** After this the whole process group is killed. */
	timeoutMs?: number;
	/** When its streamed output is silent for this long, the whole process group is killed. */
	idleTimeoutMs?: number;
	/** Written to its standard input, which is else empty. */
	input?: string;
}

/** How a command ended. `stdout` is empty when it was streamed. */
export interface Exit {
	/** Null when a signal ended it or it could not be started. */
	code: number | null;
	stdout: string;
	stderr: string;
	ended: "exited" | "timed-out" | "interrupted" | "not-found" | "signalled";
	durationMs: number;
}

/** Starts programs; every child is killed with its whole process group on timeout and on interrupt. Never rejects. */
export interface Processes {
	run(command: Command, onStdout?: (chunk: Uint8Array) => void): Promise<Exit>;
}

/** The file system, as little of it as the audit needs. Paths are absolute. */
export interface Files {
	/** Null when it does not exist or is not readable text. */
	readText(path: string): Promise<string | null>;
	writeText(path: string, text: string): Promise<void>;
	/** Gives files new texts, each in one step; none changes where one cannot be written. */
	replaceTexts(texts: readonly (readonly [path: string, text: string])[]): Promise<void>;
	exists(path: string): Promise<boolean>;
	realPath(path: string): Promise<string>;
	/** The path with links resolved where that lies in a folder, or in a temporary folder of this process; else null. */
	realPathWithin(path: string, folder: string): Promise<string | null>;
	/** The names in a folder, sorted; none when it cannot be read. */
	list(path: string): Promise<string[]>;
	/** Runs `use` with a fresh temporary folder that is gone afterwards, also on interrupt. */
	withTemporaryFolder<T>(name: string, use: (path: string) => Promise<T>): Promise<T>;
}

/** The time of day in milliseconds, and the elapsed time of a monotonic clock. */
export interface Clock {
	now(): Date;
	elapsedMs(): number;
}

/** All the audit needs of the world. */
export interface Host {
	processes: Processes;
	files: Files;
	clock: Clock;
	/** The folder under which tools we build are kept between runs. */
	cacheDirectory: string;
	/** Aborted by Ctrl-C or SIGTERM. */
	interrupt: AbortSignal;
}
