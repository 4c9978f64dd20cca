/** The lines of the new side that a diff shows, per file; written apart from the code under test. */
export function anchorsOf(diff: string): Map<string, Set<number>> {
	const anchors = new Map<string, Set<number>>();
	let lines = new Set<number>();
	let next = 0;
	let left = 0;
	for (const text of diff.split("\n")) {
		if (text.startsWith("diff --git ")) {
			lines = new Set();
			anchors.set(text.slice(text.lastIndexOf(" b/") + 3), lines);
			left = 0;
		}
		const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(text);
		if (hunk !== null) {
			next = Number(hunk[1]);
			left = Number(hunk[2] ?? 1);
		} else if (left > 0 && (text.startsWith("+") || text.startsWith(" ") || text === "")) {
			lines.add(next);
			next += 1;
			left -= 1;
		}
	}
	return anchors;
}
