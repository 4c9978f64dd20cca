import { z } from "zod";

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

/** Something the audit could not look at. `message` is one line; `detail` what the tool printed. */
export const Gap = z.object({
	kind: z.enum(gapKinds),
	package: z.string().nullable(),
	message: z.string(),
	detail: z.string().nullable(),
});
export type Gap = z.infer<typeof Gap>;
