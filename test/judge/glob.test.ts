import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesGlob } from "#judge/glob.ts";

for (const { glob, fits, not } of [
	{
		glob: "example.com/m",
		fits: ["example.com/m"],
		not: ["example.com/m/a", "example.com/mm", "example.com"],
	},
	{ glob: "example.com/*", fits: ["example.com/m", "example.com/"], not: ["example.com/m/a", "example.com"] },
	{
		glob: "example.com/**",
		fits: ["example.com", "example.com/m", "example.com/m/.a/b"],
		not: ["other.com/m"],
	},
	{ glob: "**/internal/**", fits: ["internal", "a/b/internal", "a/internal/c/d"], not: ["a/internals/b"] },
	{ glob: "**", fits: ["a", "a/b"], not: [] },
	{ glob: "a/**/**/z", fits: ["a/z", "a/b/c/z"], not: ["a/zz", "z"] },
	{ glob: "a?c/*_test", fits: ["abc/x_test", "abc/_test"], not: ["ac/x_test", "abc/x_tests"] },
	{ glob: "a.b+c", fits: ["a.b+c"], not: ["axb+c", "a.bbc"] },
	{ glob: "*a**b", fits: ["ab", "xaxxb"], not: ["ba", "a/b"] },
]) {
	test(`${glob} matches ${fits.join(", ")}`, () => {
		assert.deepEqual(
			fits.filter((path) => !matchesGlob(glob, path)),
			[],
		);
		assert.deepEqual(
			not.filter((path) => matchesGlob(glob, path)),
			[],
		);
	});
}

test("no glob takes for ever: as a regular expression these would", () => {
	assert.equal(matchesGlob(`${"*a".repeat(40)}b`, "a".repeat(1000)), false);
	assert.equal(matchesGlob(`${"**/a/".repeat(40)}b`, "a/".repeat(1000)), false);
});
