import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Report, type ReportFinding, Report as ReportSchema } from "#domain/report.ts";
import { localHost } from "#host/local-host.ts";
import { resolveSettings } from "#plan/settings.ts";
import { audit } from "#src/audit.ts";

/**
 * How many findings get a fix that is proved, by section, and how long that takes.
 *
 *     node bench/fixes/run.ts [--json] [--budget 30m] [folder | report.json]
 *
 * Without a folder, test/programs/fixes is audited, which takes minutes; any other Go module will do.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: "boolean", default: false }, budget: { type: "string", default: "30m" } },
});

/** What is printed. */
interface Result {
	findings: number;
	proved: number;
	/** Wall-clock time of all proofs; null for a report that was made before. */
	fixingSeconds: number | null;
	sections: Record<string, { findings: number; proved: number }>;
	unfixed: { package: string | null; section: string; subject: string | null; reasons: string[] }[];
}

async function auditFolder(folder: string): Promise<{ report: Report; fixingSeconds: number }> {
	const host = localHost(new AbortController().signal);
	let since = Number.NaN;
	const settings = resolveSettings({ "fix-budget": values.budget }, { ignore: [] }, folder);
	const report = await audit(settings, host, (progress) => {
		if (progress.type === "stage" && progress.stage === "fixing") since = host.clock.elapsedMs();
	});
	const elapsedMs = host.clock.elapsedMs() - since;
	return { report, fixingSeconds: Number.isNaN(elapsedMs) ? 0 : elapsedMs / 1000 };
}

const counts = (finding: ReportFinding) =>
	finding.severity !== "note" && (finding.kind === "race" || finding.kind === "lint");
const isProved = (finding: ReportFinding) => finding.fixes.length > 0;

function measure(report: Report, fixingSeconds: number | null): Result {
	const findings = report.findings.filter(counts);
	const sections: Result["sections"] = {};
	for (const finding of findings) {
		sections[finding.section] ??= { findings: 0, proved: 0 };
		const section = sections[finding.section];
		if (section === undefined) continue;
		section.findings++;
		if (isProved(finding)) section.proved++;
	}
	const unfixed = findings
		.filter((finding) => !isProved(finding))
		.map(({ package: path, section, facts, rejectedFixes }) => ({
			package: path,
			section,
			subject: facts.subject,
			reasons: rejectedFixes.map(({ title, reason }) => `${title}: ${reason}`),
		}));
	return {
		findings: findings.length,
		proved: findings.filter(isProved).length,
		fixingSeconds,
		sections,
		unfixed,
	};
}

function print({ findings, proved, fixingSeconds, sections, unfixed }: Result): void {
	for (const [section, count] of Object.entries(sections).sort(([a], [b]) => a.localeCompare(b))) {
		console.log(`${section.padEnd(28)} ${count.proved} of ${count.findings}`);
	}
	for (const { package: path, section, subject, reasons } of unfixed) {
		console.log(`  unfixed ${path} ${section} ${subject}: ${reasons.join("; ") || "no proposal"}`);
	}
	const percent = Math.round((100 * proved) / Math.max(findings, 1));
	console.log(`${proved} of ${findings} findings have a proved fix (${percent} %)`);
	if (fixingSeconds === null) return;
	const each = (fixingSeconds / Math.max(findings, 1)).toFixed(1);
	console.log(`proofs took ${Math.round(fixingSeconds)} s, ${each} s a finding`);
}

const given = positionals[0] ?? join(import.meta.dirname, "../../test/programs/fixes");
const result = statSync(given).isDirectory()
	? await auditFolder(given).then(({ report, fixingSeconds }) => measure(report, fixingSeconds))
	: measure(ReportSchema.parse(JSON.parse(readFileSync(given, "utf8"))), null);
if (values.json) console.log(JSON.stringify(result, null, "\t"));
else print(result);
