import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fetchModule, realModules } from "../real-modules.ts";

/**
 * The wall time of a whole audit (tests and lint, quick effort) over that of a bare `go test -race -json ./...`, side by
 * side on a warm build cache, on real modules. `npm run bench -- audit [rounds]`; needs the module proxy.
 */
const rounds = Number(process.argv[2] ?? 5);

/** Seconds of a command; findings and failing tests are as good as none here. */
function seconds(program: string, args: readonly string[], cwd: string): number {
	const started = performance.now();
	const { error } = spawnSync(program, args, { cwd, stdio: "ignore" });
	if (error) throw error;
	return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** -count=1, so that both run the tests and neither answers from the test cache. */
const bare = (cwd: string) => seconds("go", ["test", "-race", "-json", "-count=1", "./..."], cwd);
const audit = (cwd: string) =>
	seconds(
		process.execPath,
		[resolve("dist/cli.js"), "audit", "--effort", "quick", "--go-flags=-count=1", "--quiet"],
		cwd,
	);

const folder = mkdtempSync(join(tmpdir(), "bench-audit-"));
try {
	const rows = realModules.map((module) => {
		const copy = fetchModule(module, folder);
		bare(copy);
		audit(copy);
		const times = Array.from({ length: rounds }, () => ({ bare: bare(copy), audit: audit(copy) }));
		const [bareSeconds, auditSeconds] = [
			median(times.map((time) => time.bare)),
			median(times.map((time) => time.audit)),
		];
		return { module, bareSeconds, auditSeconds, ratio: auditSeconds / bareSeconds };
	});
	console.table(rows);
	console.log(JSON.stringify({ bench: "audit", rounds, rows }));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
