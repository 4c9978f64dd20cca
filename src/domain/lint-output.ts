import { z } from "zod";
import { Message } from "./message.ts";

/** Lines and columns are 1-based, columns count bytes; `file` is absolute. */
export const LintRange = z.object({
	file: z.string(),
	line: z.int(),
	column: z.int(),
	endLine: z.int(),
	endColumn: z.int(),
});
export type LintRange = z.infer<typeof LintRange>;

/** One diagnostic of an analyzer, as `go-race-audit-lint -format json` prints it. */
export const LintDiagnostic = z.object({
	analyzer: z.string(),
	category: z.string(),
	section: z.string(),
	severity: z.enum(["error", "warning", "note"]),
	package: z.string(),
	function: z.string(),
	subject: z.string().nullable(),
	subjectType: z.string().nullable(),
	at: LintRange,
	message: z.string(),
	words: Message.optional(),
	evidence: z.array(z.object({ kind: z.string(), message: z.string(), words: Message.optional() })),
	related: z.array(
		z.object({
			at: LintRange,
			message: z.string(),
			role: z.enum(["access", "goroutine", "lock", "declaration"]),
		}),
	),
	fixes: z.array(
		z.object({
			title: z.string(),
			words: Message.optional(),
			edits: z.array(z.object({ at: LintRange, newText: z.string() })),
		}),
	),
	ignored: z.object({ reason: z.string() }).nullable(),
});
export type LintDiagnostic = z.infer<typeof LintDiagnostic>;

/** One goroutine launch site of the inventory. */
export const LintGoroutine = z.object({
	at: LintRange,
	package: z.string(),
	function: z.string(),
	launcher: z.string(),
	status: z.enum(["covered", "uncovered", "exempt"]),
	why: z.string(),
});
export type LintGoroutine = z.infer<typeof LintGoroutine>;

/** The whole document of `go-race-audit-lint -format json`. */
export const LintOutput = z.object({
	version: z.literal(1),
	go: z.string(),
	diagnostics: z.array(LintDiagnostic),
	goroutines: z.array(LintGoroutine),
	gaps: z.array(
		z.object({ package: z.string(), code: z.string(), message: z.string(), detail: z.string().nullable() }),
	),
});
export type LintOutput = z.infer<typeof LintOutput>;
