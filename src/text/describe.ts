import type { Language } from "#domain/config.ts";
import { texts } from "./language.ts";
import { plainPhrase } from "./phrase.ts";
import type { Subject } from "./text.ts";

/** Title and message of a finding as the Report holds them: plain text in one language. */
export function describeIn(language: Language): (finding: Subject) => { title: string; message: string } {
	return (finding) => {
		const { title, message } = texts[language].describe(finding);
		return { title: plainPhrase(title), message: plainPhrase(message) };
	};
}
