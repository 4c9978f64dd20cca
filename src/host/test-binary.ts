import type { Exit, Host } from "./host.ts";

/** How a test binary is compiled: as the first pass compiled it. */
export interface BuildOptions {
	race: boolean;
	goFlags: readonly string[];
	/** `go test -overlay` file, for proving a fix. */
	overlay?: string;
}

/** How often and how long a binary is run. */
export interface RunOptions {
	/** -test.run pattern, or null for all tests. */
	pattern: string | null;
	gorace: string;
	timeoutMs: number;
	/** Runs the tests in a random order. */
	shuffle?: boolean;
	/** Prints each test, skipped ones too. */
	verbose?: boolean;
}

/** Compiles the test binary of a package. Returns its path, or what go printed when it does not build. */
export async function compileTestBinary(
	host: Host,
	moduleDirectory: string,
	importPath: string,
	output: string,
	options: BuildOptions,
): Promise<{ path: string } | { error: string }> {
	const race = options.race ? ["-race"] : [];
	const overlay = options.overlay === undefined ? [] : [`-overlay=${options.overlay}`];
	const args = ["test", ...race, ...overlay, "-c", "-o", output, ...options.goFlags, importPath];
	const exit = await host.processes.run({ program: "go", args, cwd: moduleDirectory });
	if (exit.code !== 0) return { error: exit.stderr.trim() };
	// A package without test files builds nothing, and go says so with success.
	return (await host.files.exists(output)) ? { path: output } : { error: "no test files" };
}

/** Varied, because a race that one number of threads hides another shows; 0 is Go's own choice. */
const processorCounts = [0, 2, 1, 4, 8] as const;

/** Runs a compiled test binary in a fresh process, as the `index`-th of several. */
export async function runTestBinary(
	host: Host,
	binary: string,
	directory: string,
	options: RunOptions,
	index: number,
): Promise<Exit> {
	const processors = processorCounts[index % processorCounts.length] ?? 0;
	const run = options.pattern === null ? [] : [`-test.run=${options.pattern}`];
	return host.processes.run({
		program: binary,
		args: [
			...run,
			...(options.shuffle ? ["-test.shuffle=on"] : []),
			...(options.verbose ? ["-test.v"] : []),
			"-test.count=1",
			`-test.timeout=${Math.ceil(options.timeoutMs / 1000)}s`,
		],
		cwd: directory,
		env: { GORACE: options.gorace, ...(processors === 0 ? {} : { GOMAXPROCS: String(processors) }) },
		timeoutMs: options.timeoutMs + 5_000,
	});
}
