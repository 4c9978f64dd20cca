import assert from "node:assert/strict";
import { test } from "node:test";
import { patternsOfModule } from "#plan/patterns.ts";

for (const { name, patterns, module, want } of [
	{
		name: "everything below the folder is everything of a module in it",
		patterns: ["./..."],
		module: "/r/a",
		want: ["./..."],
	},
	{
		name: "a pattern into the module is told from the module",
		patterns: ["./a/x/..."],
		module: "/r/a",
		want: ["./x/..."],
	},
	{ name: "a pattern of exactly the module", patterns: ["./a"], module: "/r/a", want: ["./"] },
	{ name: "a pattern of everything in the module", patterns: ["./a/..."], module: "/r/a", want: ["./..."] },
	{ name: "a pattern into another module is left out", patterns: ["./b/..."], module: "/r/a", want: [] },
	{ name: "a module whose name only starts alike is another", patterns: ["./ab"], module: "/r/a", want: [] },
	{ name: "import paths stay", patterns: ["example.com/a/x"], module: "/r/a", want: ["example.com/a/x"] },
]) {
	test(name, () => assert.deepEqual(patternsOfModule(patterns, "/r", module), want));
}

test("in the module itself patterns stay as they are", () => {
	assert.deepEqual(patternsOfModule(["./x", "./..."], "/r", "/r"), ["./x", "./..."]);
});
