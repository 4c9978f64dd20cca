import { z } from "zod";

/** A sentence of ours without its words: `src/text` has those by its code, in each language. */
export interface Message {
	code: string;
	/** Names of the user's code as strings, numbers, and further messages. */
	args: Record<string, string | number | Message>;
}

export const Message: z.ZodType<Message> = z.lazy(() =>
	z.object({ code: z.string(), args: z.record(z.string(), z.union([z.string(), z.number(), Message])) }),
);
