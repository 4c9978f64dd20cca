import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListedPackage } from "#host/go.ts";
import { affectedPackages } from "#plan/affected.ts";

const listed = (name: string, more: Partial<ListedPackage> = {}): ListedPackage => ({
	ImportPath: `m/${name}`,
	Dir: `/r/${name}`,
	Module: { Path: "m", Dir: "/r" },
	GoFiles: ["x.go"],
	...more,
});

const modules = [
	{
		directory: "/r",
		patterns: ["./..."],
		warnings: [],
		replaced: ["/r/lib", "/common"],
		packages: [
			listed("base", { EmbedFiles: ["page.html"] }),
			listed("middle", { Deps: ["m/base"] }),
			listed("top", { Deps: ["m/base", "m/middle"] }),
			listed("tested", { TestGoFiles: ["x_test.go"], TestImports: ["m/middle"] }),
			listed("alone"),
		],
	},
];

for (const { name, changed, want } of [
	{
		name: "a source file reaches its importers and those whose tests import them",
		changed: ["/r/base/x.go"],
		want: ["base", "middle", "tested", "top"],
	},
	{ name: "a test file reaches its own package alone", changed: ["/r/base/x_test.go"], want: ["base"] },
	{
		name: "an embedded file is a build input",
		changed: ["/r/base/page.html"],
		want: ["base", "middle", "tested", "top"],
	},
	{
		name: "testdata reaches the package of the nearest folder above",
		changed: ["/r/alone/testdata/deep/in.json"],
		want: ["alone"],
	},
	{
		name: "a deleted package reaches who imported it",
		changed: ["/r/middle/x.go"],
		want: ["middle", "tested", "top"],
	},
	{ name: "go.mod reaches all", changed: ["/r/go.mod"], want: ["alone", "base", "middle", "tested", "top"] },
	...["/r/lib/util/u.go", "/common/util/u.go", "/r/vendor/example.com/x/x.go", "/r/vendor/modules.txt"].map(
		(file) => ({
			name: `a dependency in the repository reaches all: ${file}`,
			changed: [file],
			want: ["alone", "base", "middle", "tested", "top"],
		}),
	),
	{ name: "a test of a dependency reaches none", changed: ["/common/util/u_test.go"], want: [] },
	{ name: "what lies above every package reaches none", changed: ["/r/README.md"], want: [] },
]) {
	test(name, () => {
		const affected = [...affectedPackages(changed, modules)].map((path) => path.slice(2)).sort();
		assert.deepEqual(affected, want);
	});
}

test("what the patterns leave out reaches what they name", () => {
	const top = listed("top", { Deps: ["m/base", "m/base/page"] });
	const module = { directory: "/r", patterns: ["./top"], warnings: [], replaced: [] };
	const named = [{ ...module, packages: [top] }];
	const reached = (file: string) => [...affectedPackages([file], named)];
	assert.deepEqual(reached("/r/base/x.go"), ["m/top"]);
	assert.deepEqual(reached("/r/base/page/index.html"), ["m/top"], "it may be embedded");
	assert.deepEqual(reached("/r/base/x_test.go"), []);
	assert.deepEqual(reached("/r/other/x.go"), []);
	assert.deepEqual(reached("/elsewhere/base/x.go"), []);
	const tested = listed("top", { TestImports: ["m/between", "fmt"] });
	const known = (file: string) => [...affectedPackages([file], [{ ...module, packages: [tested] }])];
	assert.deepEqual(known("/r/base/x.go"), ["m/top"], "what lies between may import it");
	assert.deepEqual(known("/r/base/x_test.go"), []);
});
