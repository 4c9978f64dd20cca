import type { Report } from "#domain/report.ts";
import { listed, type Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";

/** What an audit did not look at on purpose, a sentence for each reason; what it could not look at is a gap. */
export function notAudited({ plan: { leftOut, otherModules } }: Report, text: Text): Phrase[] {
	return [
		...(leftOut.length > 0 ? [text.report.leftOut(leftOut.length)] : []),
		...(otherModules.length > 0 ? [text.report.otherModules(otherModules.length, listed(otherModules))] : []),
	];
}
