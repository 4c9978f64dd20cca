import type { FailOn } from "#domain/config.ts";
import type { Report, ReportFinding } from "#domain/report.ts";

/** How an audit ended, in the order of precedence: findings win over gaps. */
export type Conclusion = "findings" | "gaps" | "clean";

/** Tells whether a finding makes the audit fail: notes, suppressed ones and those in dependencies never do. */
export function counts(finding: ReportFinding, failOn: FailOn): boolean {
	if (failOn === "never" || finding.state === "absent" || finding.suppression !== null) return false;
	if (finding.severity === "note" || finding.section === "race-in-dependency") return false;
	return failOn === "any" || finding.state === "new";
}

/** The conclusion of a Report under a `fail-on` level. */
export function conclude(report: Report, failOn: FailOn): Conclusion {
	if (report.findings.some((finding) => counts(finding, failOn))) return "findings";
	return report.gaps.length > 0 ? "gaps" : "clean";
}

/** The process exit code of each conclusion. */
export const exitCodes = { clean: 0, findings: 1, gaps: 2 } as const satisfies Record<Conclusion, number>;
