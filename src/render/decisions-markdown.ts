import type { ReportFinding } from "#domain/report.ts";
import { botWords } from "#text/bot.ts";
import type { Text } from "#text/text.ts";
import { details } from "./details.ts";
import { fence } from "./escape-fence.ts";
import { markdownPhrase } from "./markdown-inline.ts";

/** What was decided by a command on a pull request. */
export interface IgnoredHere {
	fingerprint: string;
	reason: string;
	by: string;
}

/** The lines for `.github/race-audit.yml` that keep decisions; a reason is one double-quoted YAML string. */
export function decisionYaml(decisions: readonly IgnoredHere[]): string {
	const entries = decisions.map(
		({ fingerprint, reason, by }) =>
			`  - fingerprint: "${fingerprint}"\n    reason: ${JSON.stringify(by === "" ? reason : `${reason} (${by})`)}`,
	);
	return fence("yaml", ["ignore:", ...entries].join("\n"), { lines: 120, columns: 700 });
}

/** What commands on the pull request ignore, as the lines that keep it so after the merge; "" for nothing. */
export function decidedHere(ignored: readonly ReportFinding[], text: Text): string {
	const here = ignored.filter(({ suppression }) => suppression?.source === "pull request");
	if (here.length === 0) return "";
	const words = botWords[text.language];
	const entries = here.map(({ fingerprint, suppression }) => ({
		fingerprint,
		reason: suppression?.reason ?? "",
		by: "",
	}));
	return details(words.decidedHere, `${markdownPhrase(words.keepIgnored)}\n\n${decisionYaml(entries)}`);
}
