import { defaultGuideUrl, type Language } from "#domain/config.ts";
import { Report } from "#domain/report.ts";
import { maskSecrets } from "#posting/mask-secrets.ts";
import { guideLink } from "#text/guide-link.ts";
import { schemaIssue } from "#text/schema-issue.ts";
import { userError } from "#text/user-error.ts";

/** What a stranger's report must be about, and the links it may lead to. */
export interface Expected {
	repository: string;
	head: string;
	guideUrl: string;
	language: Language;
}

/**
 * Reads a report that a job with a stranger's code wrote. Throws a UserError when it is none or is about something
 * else. Its links are made anew, and a command to copy that is not one of ours is left out.
 */
export function readStrangersReport(text: string, name: string, expected: Expected): Report {
	const parsed = Report.safeParse(parseJson(text, name));
	if (!parsed.success) {
		throw userError("not-a-report", { name, detail: schemaIssue(parsed.error.issues[0]) });
	}
	const report = maskSecrets(parsed.data);
	const { repository, head } = report.change ?? { repository: null, head: null };
	if (head !== expected.head) {
		throw userError("report-of-other-commit", {
			name,
			head: head?.slice(0, 12) ?? "",
			expected: expected.head.slice(0, 12),
		});
	}
	if (repository !== expected.repository) {
		throw userError("report-of-other-repository", {
			name,
			repository: repository?.slice(0, 100) ?? "",
			expected: expected.repository,
		});
	}
	const guideUrl = (expected.guideUrl || defaultGuideUrl).replace(/\/+$/, "");
	return {
		...report,
		findings: report.findings.map((finding) => ({
			...finding,
			guide: guideLink(guideUrl, expected.language, finding.section),
			reproduce: isOwnCommand(finding.reproduce) ? finding.reproduce : "go test -race ./...",
		})),
	};
}

function parseJson(text: string, name: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw userError("not-json", { name });
	}
}

/** One `go test` or `go-race-audit` command whose words are plain or wholly quoted: nothing for a shell to expand. */
function isOwnCommand(command: string): boolean {
	const word = /(?:[\w@%+=:,./-]+|'[^'\n]*')(?:\\''[^'\n]*')*/.source;
	return (
		new RegExp(`^(?:go test|go-race-audit audit)(?: ${word})*$`).test(command) &&
		!/-(?:exec|toolexec|overlay|vettool)\b/.test(command)
	);
}
