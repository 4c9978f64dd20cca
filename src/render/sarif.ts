import type { Log, Notification, Result, Run } from "sarif";
import type { Gap } from "#domain/gap.ts";
import type { Report, ReportFinding, Suppression } from "#domain/report.ts";
import { plainPhrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import { escapeSarif } from "./escape-sarif.ts";
import { escapePath } from "./escape-url.ts";
import { rankFindings } from "./rank.ts";
import { codeFlows, physicalLocation } from "./sarif-location.ts";
import { sarifRules } from "./sarif-rule.ts";
import { visibleLine } from "./visible.ts";

/** GitHub refuses a result without a location; what has none is filed under the module itself. */
const nowhere = { file: "go.mod", line: 1, endLine: 1 };

/** GitHub keeps so many results of a run. */
const resultLimit = 5000;

/** The report as a SARIF 2.1.0 log with one run, every finding a result, suppressed and absent ones marked. */
export function renderSarif(report: Report, text: Text): Log {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [run(report, text)],
	};
}

function run(report: Report, text: Text): Run {
	const ranked = rankFindings(report.findings).slice(0, resultLimit);
	const rules = sarifRules(ranked, text);
	const head = report.change?.head ?? null;
	const repository = report.change?.repository ?? null;
	return {
		tool: {
			driver: {
				name: visibleLine(report.tool.name, 100),
				version: visibleLine(report.tool.version, 100),
				informationUri: "https://github.com/go-race-audit/go-race-audit",
				language: text.language,
				rules,
			},
		},
		automationDetails: {
			id: `race-audit/${visibleLine(report.plan.shard?.replace("/", "-of-") ?? "all", 20)}`,
		},
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: text.report.root } } },
		invocations: [
			{
				executionSuccessful: report.gaps.length === 0,
				startTimeUtc: report.startedAt,
				toolExecutionNotifications: report.gaps.map((gap) => notification(gap, text)),
			},
		],
		...(head === null || repository === null
			? {}
			: {
					versionControlProvenance: [
						{
							repositoryUri: `https://github.com/${escapePath(repository)}`,
							revisionId: visibleLine(head, 64),
							mappedTo: { uriBaseId: "%SRCROOT%" },
						},
					],
				}),
		results: ranked.map((finding) =>
			result(
				finding,
				rules.findIndex(({ id }) => id === finding.section),
				text,
			),
		),
	};
}

function notification(gap: Gap, text: Text): Notification {
	const who = gap.package ?? text.report.wholeAudit;
	return {
		level: "warning",
		message: {
			text: escapeSarif(`${who} ${text.gap[gap.kind]}: ${plainPhrase(text.said(gap.words, gap.message))}`),
		},
	};
}

function result(finding: ReportFinding, ruleIndex: number, text: Text): Result {
	const { title, message } = text.describe(finding);
	const flows = codeFlows(finding, text);
	return {
		ruleId: finding.section,
		ruleIndex,
		level: finding.severity,
		message: { text: `${escapeSarif(plainPhrase(title))}. ${escapeSarif(plainPhrase(message))}` },
		locations: [{ physicalLocation: physicalLocation(finding.at ?? nowhere) }],
		relatedLocations: finding.evidence.flatMap(({ at, message: said, words }, id) => {
			const message = { text: escapeSarif(plainPhrase(text.said(words, said))) };
			return at === null ? [] : [{ id, physicalLocation: physicalLocation(at), message }];
		}),
		...(flows.length === 0 ? {} : { codeFlows: flows }),
		partialFingerprints: { "raceAudit/v1": finding.fingerprint },
		baselineState: finding.state,
		...(finding.suppression === null ? {} : { suppressions: [suppression(finding.suppression)] }),
		...(finding.incidentCount > 0 ? { occurrenceCount: finding.incidentCount } : {}),
	};
}

function suppression({ reason, until, source }: Suppression): NonNullable<Result["suppressions"]>[number] {
	const limit = until === null ? "" : ` (${until})`;
	return {
		kind: source === "comment in source" ? "inSource" : "external",
		status: "accepted",
		justification: visibleLine(`${reason}${limit}`, 1000),
	};
}
