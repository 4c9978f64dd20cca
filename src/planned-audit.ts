import type { Gap } from "#domain/gap.ts";
import type { Plan } from "#domain/plan.ts";
import type { Workspace } from "#host/workspace.ts";
import type { Diff } from "#plan/diff.ts";

/** What was found out before anything runs. */
export interface PlannedAudit {
	workspace: Workspace;
	plan: Plan;
	gaps: Gap[];
	diff: Diff | null;
	/** Import paths of the packages that the change reaches; null without one. */
	reached: ReadonlySet<string> | null;
}
