import type { Message } from "./message.ts";

/** A problem the user can mend: the message says what is wrong and what to do, and is printed without a stack. */
export class UserError extends Error {
	override name = "UserError";
	/** The same apart from its English words, for other languages. */
	readonly words: Message;

	constructor({ message, words }: { message: string; words: Message }) {
		super(message);
		this.words = words;
	}
}
