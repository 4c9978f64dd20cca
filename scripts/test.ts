import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";

/**
 * Runs the whole test suite, or the files named, with this very Node: `npm test` puts the pinned one first on PATH.
 * One file more runs at once than there are processors, since many wait for programs, time limits and servers.
 * The checks of the tools (types, lint, imports, dead code) are tests too, in test/repository/.
 */
const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync("test/**/*.test.ts").sort();
const flags = ["--test", `--test-concurrency=${availableParallelism() + 1}`, "--test-reporter=spec"];
const { status } = spawnSync(process.execPath, [...flags, ...files], { stdio: "inherit" });
process.exit(status ?? 1);
