import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** `npm run bench -- <name> [arguments]` runs bench/<name>/run.ts. */
const [name = "audit", ...args] = process.argv.slice(2);
const script = `bench/${name}/run.ts`;
if (!existsSync(script)) throw new Error(`there is no ${script}`);
process.exit(spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status ?? 1);
