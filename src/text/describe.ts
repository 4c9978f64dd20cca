import type { Language } from "#domain/config.ts";
import type { ReportFinding } from "#domain/report.ts";
import { texts } from "./language.ts";
import { plainPhrase } from "./phrase.ts";

/** Makes the title and first sentence of findings, as plain text of one language for the Report. */
export function describeIn(language: Language) {
	return (finding: Pick<ReportFinding, "kind" | "section" | "facts">): { title: string; message: string } => {
		const { title, message } = texts[language].describe(finding);
		return { title: plainPhrase(title), message: plainPhrase(message) };
	};
}
