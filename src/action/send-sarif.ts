import type { Report } from "#domain/report.ts";
import { runnerLog, type Surroundings } from "#host/runner.ts";
import { connectionOf, sendSarif } from "#posting/publish-report.ts";
import { renderSarif } from "#render/sarif.ts";
import { wordsIn } from "#text/message.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import type { Trigger } from "./event.ts";

/** Uploads SARIF to code scanning, for the head of the pull request or for what was pushed. An audit does not fail for want of it. */
export async function uploadToCodeScanning(
	at: Surroundings,
	trigger: Trigger,
	report: Report,
	text: Text,
	token: string,
): Promise<void> {
	const target =
		trigger.kind === "pull-request"
			? { commit: trigger.head, ref: `refs/pull/${trigger.number}/head` }
			: { commit: at.sha, ref: at.ref };
	const problem = await sendSarif(connectionOf(at, token, runnerLog), at.repository, {
		...target,
		sarif: renderSarif(report, text),
	});
	if (problem !== null)
		runnerLog.warning(publishingWords[text.language].problem(wordsIn(text.language, problem)));
}
