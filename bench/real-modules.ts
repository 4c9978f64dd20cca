import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** Real Go modules that benchmarks run over, pinned; tests of each take seconds, and pass without services. */
export const realModules = [
	"github.com/prometheus/common@v0.67.4",
	"github.com/go-chi/chi/v5@v5.2.1",
	"github.com/robfig/cron/v3@v3.0.1",
	"github.com/fsnotify/fsnotify@v1.9.0",
] as const;

/** One that is compiled from nothing within a minute. */
export const smallModule = "github.com/spf13/cobra@v1.9.1";

/** One whose tests pass for every user, root too, and show nothing. */
export const cleanModule = "github.com/gorilla/mux@v1.8.1";

/** Fetches a module through the module proxy and copies it to where it can be written. Gives its folder. */
export function fetchModule(module: string, folder: string): string {
	const printed = execFileSync("go", ["mod", "download", "-json", module], { cwd: folder, encoding: "utf8" });
	const { Dir: source } = JSON.parse(printed) as { Dir: string };
	const copy = join(folder, module.replaceAll(/[^\w.]/g, "-"));
	mkdirSync(copy, { recursive: true });
	cpSync(source, copy, { recursive: true });
	execFileSync("chmod", ["-R", "u+w", copy]);
	return copy;
}
