import { z } from "zod";
import { Message } from "./message.ts";

/** Why something was not looked at. */
export const gapKinds = [
	"build-failed",
	"not-run",
	"not-understood",
	"killed",
	"timed-out",
	"no-cgo",
	"tool-failed",
	"over-limit",
] as const;
export type GapKind = (typeof gapKinds)[number];

/** Something the audit could not look at. `message` is one line, ours where `words` has it too; `detail` what the tool printed. */
export const Gap = z.object({
	kind: z.enum(gapKinds),
	package: z.string().nullable(),
	message: z.string(),
	words: Message.optional(),
	detail: z.string().nullable(),
});
export type Gap = z.infer<typeof Gap>;
