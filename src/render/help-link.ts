import type { ReportFinding } from "#domain/report.ts";

/** The guide's section that lists what to collect, beside the one that says what is known of a finding. */
export function helpLink({ guide, section }: ReportFinding): string {
	return guide.replaceAll(section, "ask-for-help");
}
