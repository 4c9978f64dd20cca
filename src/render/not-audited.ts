import type { Report } from "#domain/report.ts";
import { listed, type Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";

/** What an audit did not look at on purpose, a sentence for each reason; what it could not look at is a gap. */
export function notAudited(report: Report, text: Text): Phrase[] {
	const { leftOut, otherModules } = report.plan;
	return [
		...(isNotCompared(report) ? [text.report.notCompared] : []),
		...(leftOut.length > 0 ? [text.report.leftOut(leftOut.length)] : []),
		...(otherModules.length > 0 ? [text.report.otherModules(otherModules.length, listed(otherModules))] : []),
	];
}

/** Quick effort runs nothing at the merge base, so that what tests showed may be older than the change. */
function isNotCompared({ plan, change, findings }: Report): boolean {
	const hasBase = change !== null && change.mergeBase !== null;
	return (
		plan.effort === "quick" &&
		hasBase &&
		findings.some(({ kind, state }) => kind !== "lint" && state === "new")
	);
}
