import type { Report } from "#domain/report.ts";

/** The ignore entries that nothing needs; a shard cannot tell, for the others may need them. */
export function unusedSuppressions(report: Report): string[] {
	return report.plan.shard === null ? report.unusedSuppressions : [];
}
