/** A part of a body that is complete by itself: every fence and every <details> it opens, it closes. */
export interface Block {
	text: string;
	/** Of two blocks the lighter is left out first. */
	weight: number;
}

/** GitHub's limit for the body of a comment or review, in characters. */
export const commentLimit = 65_536;

/** GitHub's limit for the job summary of a step, in bytes. */
export const jobSummaryLimit = 1024 * 1024;

/** GitHub's limit for the summary of a check run; in bytes, where it says characters, to be sure. */
export const checkSummaryLimit = 65_535;

const separator = "\n\n";

/**
 * Joins the blocks with blank lines. When that is over `limit`, the lightest blocks are left out, of equals the last,
 * and `notice` says so at the end. `size` measures text: characters or bytes.
 */
export function fitBlocks(
	blocks: readonly Block[],
	limit: number,
	notice: string,
	size: (text: string) => number = (text) => text.length,
): string {
	const present = blocks.filter(({ text }) => text !== "");
	const kept = new Set(present);
	const cost = (block: Block) => size(block.text) + separator.length;
	let total = present.reduce((sum, block) => sum + cost(block), 0);
	if (total <= limit) return join(present);
	const most = limit - size(notice) - separator.length;
	const lightestFirst = present.toReversed().sort((a, b) => a.weight - b.weight);
	for (const block of lightestFirst) {
		if (total <= most) break;
		kept.delete(block);
		total -= cost(block);
	}
	return join([...present.filter((block) => kept.has(block)), { text: notice, weight: 0 }]);
}

const join = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join(separator);
