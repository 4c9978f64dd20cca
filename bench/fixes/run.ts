import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Report, type ReportFinding, Report as ReportSchema } from "#domain/report.ts";
import { localHost } from "#host/local-host.ts";
import { resolveSettings } from "#plan/settings.ts";
import { audit } from "#src/audit.ts";

/**
 * How many findings of test/programs/fixes get a fix that is proved, by section, and how long that takes.
 *
 *     npm run bench -- fixes [report.json]
 *
 * Without a report the programs are audited, which takes minutes.
 */
const programs = join(import.meta.dirname, "../../test/programs/fixes");

async function auditPrograms(): Promise<{ report: Report; fixingMs: number }> {
	const host = localHost(new AbortController().signal);
	let fixingSince: number | null = null;
	const settings = resolveSettings({ "fix-budget": "30m" }, { ignore: [] }, programs);
	const report = await audit(settings, host, (progress) => {
		if (progress.type === "stage" && progress.stage === "fixing") fixingSince = host.clock.elapsedMs();
	});
	return { report, fixingMs: fixingSince === null ? 0 : host.clock.elapsedMs() - fixingSince };
}

const counts = (finding: ReportFinding) =>
	finding.severity !== "note" && (finding.kind === "race" || finding.kind === "lint");
const isProved = (finding: ReportFinding) => finding.fixes.length > 0;

function print(report: Report, fixingMs: number | null): void {
	const findings = report.findings.filter(counts);
	for (const section of [...new Set(findings.map((finding) => finding.section))].sort()) {
		const own = findings.filter((finding) => finding.section === section);
		console.log(`${section.padEnd(28)} ${own.filter(isProved).length} of ${own.length}`);
	}
	for (const finding of findings.filter((one) => !isProved(one))) {
		const reasons = finding.rejectedFixes.map(({ title, reason }) => `${title}: ${reason}`);
		console.log(
			`  unfixed ${finding.package} ${finding.facts.subject}: ${reasons.join("; ") || "no proposal"}`,
		);
	}
	const proved = findings.filter(isProved);
	const silent = programNames().filter((name) => !findings.some((one) => one.package?.endsWith(`/${name}`)));
	console.log(
		`${proved.length} of ${findings.length} findings have a proved fix (${percent(proved.length, findings.length)})`,
	);
	if (silent.length > 0) console.log(`no finding in ${silent.join(", ")}`);
	if (fixingMs !== null) {
		console.log(
			`proofs took ${Math.round(fixingMs / 1000)} s, ${(fixingMs / 1000 / findings.length).toFixed(1)} s a finding`,
		);
	}
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
const programNames = () =>
	readdirSync(programs).filter((name) => statSync(join(programs, name)).isDirectory());

const [given] = process.argv.slice(2);
if (given === undefined) {
	const { report, fixingMs } = await auditPrograms();
	print(report, fixingMs);
} else print(ReportSchema.parse(JSON.parse(readFileSync(given, "utf8"))), null);
