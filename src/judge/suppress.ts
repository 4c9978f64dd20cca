import type { SuppressionRule } from "#domain/config-file.ts";
import type { Finding } from "#domain/finding.ts";
import type { EndedSuppression, Suppression } from "#domain/report.ts";
import { matchesGlob } from "./glob.ts";

/** What decides which findings are ignored. */
export interface Rules {
	rules: readonly SuppressionRule[];
	/** Those of the rules that the change itself adds. */
	addedRules: ReadonlySet<SuppressionRule>;
	/** ISO date. */
	today: string;
}

/** The first rule in force that covers a finding, as a suppression. */
export function findSuppression(finding: Finding, { rules, addedRules, today }: Rules): Suppression | null {
	const rule = rules.find((candidate) => isInForce(candidate, today) && covers(candidate, finding));
	if (rule === undefined) return null;
	const { reason, until = null } = rule;
	return { reason, until, source: "config", added: addedRules.has(rule) };
}

/** The rule that covered a finding until its last day, by the latest of those days. */
export function findEndedSuppression(finding: Finding, { rules, today }: Rules): EndedSuppression | null {
	const ended = rules.flatMap((rule) =>
		rule.until === undefined || isInForce(rule, today) || !covers(rule, finding)
			? []
			: [{ reason: rule.reason, until: rule.until }],
	);
	return ended.toSorted((a, b) => b.until.localeCompare(a.until))[0] ?? null;
}

/** The rules that cover none of the findings, in words: they can be taken out. */
export function unusedRules(findings: readonly Finding[], rules: readonly SuppressionRule[]): string[] {
	const unused = rules.filter((rule) => !findings.some((finding) => covers(rule, finding)));
	return unused.map(({ fingerprint, section, package: path, function: name, reason }) => {
		const what = [fingerprint, section, path, name].filter((part) => part !== undefined);
		return `${what.join(" ")} (${reason})`;
	});
}

/** A rule holds up to and including its last day. */
function isInForce(rule: SuppressionRule, today: string): boolean {
	return rule.until === undefined || today <= rule.until;
}

function covers(rule: SuppressionRule, finding: Finding): boolean {
	return (
		(rule.fingerprint === undefined || finding.fingerprint.startsWith(rule.fingerprint)) &&
		(rule.section === undefined || finding.section === rule.section) &&
		(rule.package === undefined || matches(rule.package, finding.package)) &&
		(rule.function === undefined || finding.facts.functions.some((name) => matchesName(rule.function, name)))
	);
}

function matches(glob: string, path: string | null): boolean {
	return path !== null && matchesGlob(glob, path);
}

/** Function names hold parentheses and stars of their own, so only `*` at the end is a wildcard. */
function matchesName(glob: string | undefined, name: string): boolean {
	if (glob === undefined) return true;
	return glob.endsWith("*") && !glob.endsWith("(*") ? name.startsWith(glob.slice(0, -1)) : name === glob;
}
