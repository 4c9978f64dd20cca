import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Finding } from "#domain/finding.ts";
import { findingsIn, runProgram } from "#test/support/go-programs.ts";

/** One package, each of whose files `x_test.go` shows a race in another style of code and says `// want section subject`. */
const styles = fileURLToPath(new URL("../programs/styles", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "styles-"));
const binary = join(folder, "styles.test");
const found = new Map<string, Finding[]>();

/** What each program says of itself, "race-map Store.items". */
const wanted = new Map(
	readdirSync(styles)
		.filter((name) => name.endsWith("_test.go"))
		.map((name) => {
			const lines = readFileSync(join(styles, name), "utf8").split("\n");
			const wants = lines.filter((line) => line.startsWith("// want ")).map((line) => line.slice(8));
			return [name.replace("_test.go", ""), wants.sort()] as const;
		}),
);

/** Tests are called as their files: a race is a matter of chance, so that it gets several processes to show in. */
async function runStyle(name: string): Promise<void> {
	const pattern = `^Test${name.charAt(0).toUpperCase()}${name.slice(1)}[AB]?$`;
	for (let attempt = 0; attempt < 8; attempt++) {
		const env = { GORACE: "atexit_sleep_ms=50", ...(attempt % 2 === 1 ? { GOMAXPROCS: "4" } : {}) };
		const output = await runProgram(binary, [`-test.run=${pattern}`, "-test.v"], styles, env);
		const races = findingsIn(output, ["example.com/styles"]).filter(({ kind }) => kind === "race");
		found.set(name, races);
		if (races.length >= (wanted.get(name)?.length ?? 1)) return;
	}
}

before(async () => {
	const built = await runProgram("go", ["test", "-race", "-vet=off", "-c", "-o", binary, "."], styles);
	assert.equal(built, "");
	const waiting = [...wanted.keys()];
	const runners = Array.from({ length: availableParallelism() }, async () => {
		for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await runStyle(name);
	});
	await Promise.all(runners);
});

after(() => rmSync(folder, { recursive: true }));

for (const [name, wants] of wanted) {
	test(`${name}: ${wants.join(" and ")}`, () => {
		const all = found.get(name)?.map(({ section, facts }) => `${section} ${facts.subject}`);
		assert.deepEqual(all?.sort(), wants);
	});
}
