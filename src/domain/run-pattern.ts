/** A -run pattern that matches exactly these tests: subtests level by level, several top-level tests as alternatives. */
export function runPattern(tests: readonly string[]): string {
	const [only] = tests;
	if (tests.length === 1 && only !== undefined) return only.split("/").map(exactly).join("/");
	const topLevel = [...new Set(tests.map((test) => test.split("/", 1)[0] ?? test))].sort();
	return topLevel.length === 1 ? exactly(topLevel[0] ?? "") : `^(${topLevel.map(escapeRegExp).join("|")})$`;
}

function exactly(name: string): string {
	return `^${escapeRegExp(name)}$`;
}

function escapeRegExp(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
