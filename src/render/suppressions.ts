import type { Report, ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";

/** The ignore entries that nothing needs; a shard cannot tell, for the others may need them. */
export function unusedSuppressions(report: Report): string[] {
	return report.plan.shard === null ? report.unusedSuppressions : [];
}

/** Says that a change ignores its own findings, where one does. */
export function addedSuppressions(ignored: readonly ReportFinding[], text: Text): Phrase[] {
	const count = ignored.filter(({ suppression }) => suppression?.added).length;
	return count === 0 ? [] : [text.report.addedSuppressions(count)];
}
