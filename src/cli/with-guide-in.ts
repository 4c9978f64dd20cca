import type { Language } from "#domain/config.ts";
import type { Report } from "#domain/report.ts";

/** The report with its links leading to the guide in a language; those of another guide stay as they are. */
export function withGuideIn(report: Report, language: Language): Report {
	const findings = report.findings.map((finding) => ({
		...finding,
		guide: finding.guide.replace(/\/(?:en|vi)\/([\w-]+\.md#[\w-]+)$/, `/${language}/$1`),
	}));
	return { ...report, findings };
}
