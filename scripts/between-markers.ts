/** Replaces what stands between the line that starts with `start` and the line `end`; throws when one is missing. */
export function between(text: string, start: string, end: string, content: string): string {
	const lines = text.split("\n");
	const first = lines.findIndex((line) => line.startsWith(start));
	const last = lines.indexOf(end);
	if (first === -1 || last < first) throw new Error(`the markers "${start}" and "${end}" are missing`);
	return [...lines.slice(0, first + 1), content, ...lines.slice(last)].join("\n");
}
