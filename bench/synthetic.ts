import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const perTeam = 50;
const sharedPackages = 10;

/**
 * Writes a repository of so many packages, each with a test, as a monorepo has them: teams of 50 whose packages import
 * up to three earlier ones of their team, and all import one of ten shared ones. Committed on main.
 */
export function writeSynthetic(folder: string, packages: number): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "go.mod"), "module example.com/mono\n\ngo 1.24\n");
	for (let index = 0; index < packages; index++) writePackage(folder, index);
	const git = (...args: string[]) =>
		execFileSync("git", ["-c", "user.name=b", "-c", "user.email=b@example.com", ...args], { cwd: folder });
	git("init", "--quiet", "--initial-branch=main");
	git("add", "--all");
	git("commit", "--quiet", "--message", "synthetic");
}

/** Import path below the module, "team03/p0151". */
export function packageName(index: number): string {
	return `team${String(Math.floor(index / perTeam)).padStart(2, "0")}/p${String(index).padStart(4, "0")}`;
}

function importsOf(index: number): number[] {
	const place = index % perTeam;
	const first = index - place;
	const own = [1, 7, 13].filter((step) => step <= place).map((step) => first + place - step);
	return index < sharedPackages ? own : [...own, index % sharedPackages];
}

function writePackage(folder: string, index: number): void {
	const path = join(folder, packageName(index));
	const name = `p${String(index).padStart(4, "0")}`;
	const imported = [...new Set(importsOf(index))];
	const imports = imported.map((other) => `\t"example.com/mono/${packageName(other)}"\n`).join("");
	const calls = imported.map((other) => ` + p${String(other).padStart(4, "0")}.Count()`).join("");
	mkdirSync(path, { recursive: true });
	writeFileSync(
		join(path, "count.go"),
		`package ${name}\n\nimport (\n${imports})\n\n// Count counts.\nfunc Count() int { return 1${calls} }\n`,
	);
	writeFileSync(
		join(path, "count_test.go"),
		`package ${name}\n\nimport "testing"\n\nfunc TestCount(t *testing.T) {\n\tif Count() < 1 {\n\t\tt.Fatal("too few")\n\t}\n}\n`,
	);
}
