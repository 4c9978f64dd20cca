import { z } from "zod";
import type { Incident } from "./incident.ts";
import { LintRange } from "./lint-output.ts";
import { Message } from "./message.ts";
import type { SectionId } from "./section.ts";

/** One frame of a target's stacks; `file` is absolute. */
export interface TargetFrame {
	file: string;
	line: number;
	function: string;
}

/** What the lint's fix engine is told of one race finding. */
export interface FixTarget {
	fingerprint: string;
	section: SectionId;
	subject: string | null;
	subjectType: string | null;
	accesses: {
		operation: Extract<Incident, { kind: "race" }>["accesses"][number]["operation"];
		frames: TargetFrame[];
	}[];
	goroutines: TargetFrame[][];
}

/** Edits that may mend a finding and were not tried yet, as `go-race-audit-lint -propose` prints them. */
export const FixProposal = z.object({
	fingerprint: z.string(),
	pattern: z.string(),
	title: z.string(),
	words: Message.optional(),
	edits: z.array(z.object({ at: LintRange, newText: z.string() })),
});
export type FixProposal = z.infer<typeof FixProposal>;

/** One edit of a proposal. */
export type ProposedEdit = FixProposal["edits"][number];
