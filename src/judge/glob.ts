/**
 * Whether a path fits a glob: `*` and `?` stand for characters within a segment, `**` for any segments or none. The time
 * grows with the product of both lengths and no faster, whoever wrote the glob: one turned into a regular expression
 * can take for ever.
 */
export function matchesGlob(glob: string, path: string): boolean {
	return fits(glob.split("/"), path.split("/"), "**", matchesSegment);
}

function matchesSegment(pattern: string, text: string): boolean {
	return fits([...pattern], [...text], "*", (part, character) => part === "?" || part === character);
}

/** Follows all ways at once to read items as parts, of which `any` stands for any items or none. */
function fits(
	parts: readonly string[],
	items: readonly string[],
	any: string,
	isItem: (part: string, item: string) => boolean,
): boolean {
	let reached = withNone([0], parts, any);
	for (const item of items) {
		const next = [...reached].flatMap((at) => {
			const part = parts[at];
			if (part === undefined) return [];
			if (part === any) return [at];
			return isItem(part, item) ? [at + 1] : [];
		});
		reached = withNone(next, parts, any);
	}
	return reached.has(parts.length);
}

/** Also the places behind each `any`, which may stand for nothing. */
function withNone(places: readonly number[], parts: readonly string[], any: string): Set<number> {
	const reached = new Set(places);
	// A set gives what is added while it is walked, too.
	for (const at of reached) if (parts[at] === any) reached.add(at + 1);
	return reached;
}
