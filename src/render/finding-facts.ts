import type { ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";

/** The facts line of a finding after its state: how often it was seen, by which tests, in how many reports. */
export function findingFacts(finding: ReportFinding, text: Text): Phrase[] {
	const words = text.finding;
	const facts: Phrase[] = [];
	facts.push(...findingDecision(finding, text));
	if (finding.confirmation !== null) {
		const { head, base } = finding.confirmation;
		facts.push(words.seen(head.hits, head.runs));
		if (base !== null) facts.push(words.seenAtBase(base.hits, base.runs));
	}
	const [first, ...others] = finding.tests;
	if (first !== undefined)
		facts.push(others.length === 0 ? words.oneTest(first) : words.tests(first, others.length));
	else if (finding.package !== null) facts.push(words.package(finding.package));
	if (finding.incidentCount > 1) facts.push(words.reports(finding.incidentCount));
	if (finding.analyzer !== null) facts.push(words.analyzer(finding.analyzer));
	return facts;
}

/** Why a finding is ignored, and until when; of one that is not, until when it was. */
export function findingDecision(
	{ suppression, endedSuppression, state }: ReportFinding,
	text: Text,
): Phrase[] {
	if (suppression === null) {
		return endedSuppression === null || state === "absent"
			? []
			: [text.finding.suppressionEnded(endedSuppression.reason, endedSuppression.until)];
	}
	const { reason, until } = suppression;
	return [until === null ? text.finding.suppressed(reason) : text.finding.suppressedUntil(reason, until)];
}
