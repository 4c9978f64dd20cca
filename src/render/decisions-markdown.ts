import { fence } from "./escape-fence.ts";

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
