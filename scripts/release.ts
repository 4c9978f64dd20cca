import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run release -- 0.1.0`: dates the changelog, sets the version and where links to the guide lead, builds, proves dist fresh,
 * commits, and tags `v0.1.0` and the moving `v0`. It pushes nothing: it prints the command that does.
 */
const [version = ""] = process.argv.slice(2);

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
const npm = (...args: string[]) => execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });

/** What is wrong with releasing now, or null. */
function obstacle(): string | null {
	if (!/^\d+\.\d+\.\d+$/.test(version)) return "give a version: npm run release -- 0.1.0";
	if (git("status", "--porcelain") !== "") return "the tree has changes: commit or stash them first";
	if (git("tag", "--list", `v${version}`) !== "")
		return `v${version} is a tag already: take the next version`;
	if (unreleased() === "") return "CHANGELOG.md has nothing under Unreleased: say what users notice";
	return null;
}

const heading = "## Unreleased";

/** What the changelog says of the coming release. */
function unreleased(): string {
	const [, after = ""] = readFileSync("CHANGELOG.md", "utf8").split(`${heading}\n`);
	return (after.split(/^## /m)[0] ?? "").trim();
}

function edit(path: string, change: (text: string) => string): void {
	const before = readFileSync(path, "utf8");
	const after = change(before);
	if (after === before)
		throw new Error(`${path} is not as the release expects it: nothing to change was found`);
	writeFileSync(path, after);
}

/** A line of `sha256sum -c` for every file of dist. */
function checksums(): string {
	return readdirSync("dist", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".js"))
		.sort()
		.map((name) => {
			const digest = createHash("sha256").update(readFileSync(join("dist", name)));
			return `${digest.digest("hex")}  dist/${name}`;
		})
		.join("\n");
}

function release(): void {
	const notes = unreleased();
	const day = new Date().toISOString().slice(0, 10);
	edit("CHANGELOG.md", (text) => text.replace(heading, `${heading}\n\n## ${version} (${day})`));
	edit("src/domain/config.ts", (text) => text.replace(/(?<=\/blob\/)[^/]+(?=\/guide")/, `v${version}`));
	npm("version", version, "--no-git-tag-version", "--allow-same-version");
	npm("run", "build");
	npm("run", "generate");
	npm("test", "--", "test/repository/dist.test.ts");
	git("commit", "--all", "--quiet", "--message", `release: ${version}`);
	const message = `go-race-audit ${version}\n\n${notes}\n\nChecksums (SHA-256)\n\n${checksums()}`;
	const major = `v${version.split(".")[0]}`;
	git("tag", "--annotate", "--cleanup=verbatim", "--message", message, `v${version}`);
	git("tag", "--force", "--annotate", "--message", `go-race-audit ${version}`, major);
	const branch = git("branch", "--show-current");
	console.log(`v${version} and ${major} are tagged. To publish them:`);
	console.log(`  git push origin ${branch} v${version} && git push --force origin ${major}`);
}

const reason = obstacle();
if (reason === null) release();
else {
	console.error(reason);
	process.exitCode = 2;
}
