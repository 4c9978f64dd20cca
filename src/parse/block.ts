import type { OutputEvent } from "#domain/output-event.ts";

/** Reads the lines of one report or crash, from the line after its first. */
export interface Block {
	/**
	 * "more": the line was read; "done": it was the last; "not-mine": the block ended before it.
	 * `carried` where it had the same prefix as the first line, which then is a carrier's and no part of a sentence.
	 */
	read(text: string, carried: boolean): "more" | "done" | "not-mine";
	/** What was read. Called once, when the block is over or the input ends; `alive` where the process went on or ended well. */
	end(alive: boolean): OutputEvent[];
}
