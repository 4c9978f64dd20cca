import type { ReportFinding } from "#domain/report.ts";
import { mergeTwo } from "./merge-two.ts";
import { byWeight } from "./report.ts";

/** A finding of the merged report, and which of the reports it comes from. */
interface Entry {
	finding: ReportFinding;
	reports: Set<number>;
}

/**
 * One finding for each cause, whichever reports have it: what they saw is added up, and a diagnostic goes to the race
 * that another shard's tests showed on the same variable. The order of the reports does not matter.
 */
export function mergeFindings(reports: readonly (readonly ReportFinding[])[]): ReportFinding[] {
	const all = reports.flatMap((findings, report) => findings.map((finding) => ({ finding, report })));
	const merged = new Map<string, Entry>();
	const ofVariable = new Map<string, Entry>();
	const heirs = new Map<string, string>();
	for (const { finding, report } of all.sort((a, b) => byIdentity(a.finding, b.finding))) {
		const known = merged.get(finding.fingerprint) ?? sameVariable(finding, report, ofVariable);
		if (known === null) {
			const entry = { finding, reports: new Set([report]) };
			merged.set(finding.fingerprint, entry);
			if (finding.kind !== "lint") for (const key of finding.subjects) ofVariable.set(key, entry);
			continue;
		}
		heirs.set(finding.fingerprint, known.finding.fingerprint);
		known.finding = mergeTwo(known.finding, finding);
		known.reports.add(report);
	}
	return [...merged.values()].map(({ finding }) => withHeirs(finding, heirs)).sort(byWeight);
}

/** What incidents showed comes before what the lint foresees; of one variable's names the smallest makes the fingerprint. */
function byIdentity(a: ReportFinding, b: ReportFinding): number {
	const key = ({ kind, subjects, fingerprint, package: path, at }: ReportFinding) =>
		[kind === "lint" ? 1 : 0, subjects[0] ?? "", fingerprint, rankOfPackage(path, at), path].join("\0");
	const [first, second] = [key(a), key(b)];
	return first === second ? 0 : first < second ? -1 : 1;
}

/** Seen by the tests of several packages, a finding belongs to the package of the code at fault where that is one of them. */
function rankOfPackage(path: string | null, at: ReportFinding["at"]): number {
	const folder = at?.file.split("/").slice(0, -1).join("/") ?? "";
	return path !== null && folder !== "" && path.endsWith(`/${folder}`) ? 0 : 1;
}

/** The finding of another report on one of the same variables: within one report they are known to be apart. */
function sameVariable(
	finding: ReportFinding,
	report: number,
	ofVariable: ReadonlyMap<string, Entry>,
): Entry | null {
	for (const key of finding.subjects) {
		const entry = ofVariable.get(key);
		if (entry !== undefined && !entry.reports.has(report) && isOneCause(entry.finding, finding)) return entry;
	}
	return null;
}

/** As classify decides it within one run. */
function isOneCause(seen: ReportFinding, other: ReportFinding): boolean {
	if (other.kind === "lint") return other.section.startsWith("race-") || other.section === seen.section;
	return seen.kind === "race" && other.kind === "race";
}

function withHeirs(finding: ReportFinding, heirs: ReadonlyMap<string, string>): ReportFinding {
	const related = finding.related.map((fingerprint) => heirs.get(fingerprint) ?? fingerprint);
	return { ...finding, related: [...new Set(related)].filter((one) => one !== finding.fingerprint).sort() };
}
