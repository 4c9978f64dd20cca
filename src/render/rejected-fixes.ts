import type { ReportFinding } from "#domain/report.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";

const shown = 3;

/** Which fixes were tried in vain, and why each is not offered; nothing where another one is. */
export function rejectedFixes(finding: ReportFinding, text: Text): Phrase[] {
	if (finding.fixes.length > 0) return [];
	// Proposals for several places may be of one title and refused for one reason.
	const different = new Map(finding.rejectedFixes.map((fix) => [`${fix.title}\n${fix.reason}`, fix]));
	return [...different.values()]
		.slice(0, shown)
		.map(({ title, words, reason, reasonWords }) => [
			...text.said(words, title),
			": ",
			...text.said(reasonWords, reason),
		]);
}
