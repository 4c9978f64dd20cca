import { i as sentence } from "./message.js";
import { t as byWeight } from "./report2.js";
import { t as escapeJson } from "./escape-json.js";
import { t as userError } from "./user-error.js";
import { t as readReport } from "./read-report.js";
import { n as writeResult } from "./write-result.js";
// src/judge/merge-two.ts
function mergeTwo(a, b) {
	const { place, at } = placeRank[b.place] < placeRank[a.place] ? b : a;
	return {
		...a,
		place,
		at,
		state: mergeState(a, b),
		tests: unique([...a.tests, ...b.tests]),
		incidents: [...a.incidents, ...b.incidents].slice(0, 10),
		incidentCount: a.incidentCount + b.incidentCount,
		confirmation: mergeConfirmation(a.confirmation, b.confirmation),
		fixes: a.fixes.length > 0 ? a.fixes : b.fixes,
		rejectedFixes: a.rejectedFixes.length > 0 ? a.rejectedFixes : b.rejectedFixes,
		related: unique([...a.related, ...b.related]),
		facts: {
			...a.facts,
			subject: a.facts.subject ?? b.facts.subject,
			subjectType: a.facts.subjectType ?? b.facts.subjectType
		},
		evidence: uniqueBy([...a.evidence, ...b.evidence], JSON.stringify),
		excerpts: uniqueBy([...a.excerpts, ...b.excerpts], ({ file, start }) => `${file}:${start}`),
		subjects: unique([...a.subjects, ...b.kind === "lint" && a.kind !== "lint" ? [] : b.subjects])
	};
}
const placeRank = {
	line: 0,
	file: 1,
	report: 2
};
function mergeState(a, b) {
	if (a.kind !== "lint" && b.kind === "lint") return a.state;
	if (a.state === "unchanged" || b.state === "unchanged") return "unchanged";
	return a.state === "new" || b.state === "new" ? "new" : "absent";
}
function mergeConfirmation(a, b) {
	if (a === null || b === null) return a ?? b;
	return {
		head: addRuns(a.head, b.head),
		base: a.base === null || b.base === null ? a.base ?? b.base : addRuns(a.base, b.base)
	};
}
function addRuns(a, b) {
	return {
		runs: a.runs + b.runs,
		hits: a.hits + b.hits
	};
}
function unique(values) {
	return [...new Set(values)].sort();
}
function uniqueBy(values, key) {
	return [...new Map(values.map((value) => [key(value), value])).values()];
}
// src/judge/merge-findings.ts
function mergeFindings(reports) {
	const all = reports.flatMap((findings, report) => findings.map((finding) => ({
		finding,
		report
	})));
	const merged = new Map();
	const ofVariable = new Map();
	const heirs = new Map();
	for (const { finding, report } of all.sort((a, b) => byIdentity(a.finding, b.finding))) {
		const known = merged.get(finding.fingerprint) ?? sameVariable(finding, report, ofVariable);
		if (known === null) {
			const entry = {
				finding,
				reports: new Set([report])
			};
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
function byIdentity(a, b) {
	const key = ({ kind, subjects, fingerprint, package: path, at }) => [
		kind === "lint" ? 1 : 0,
		subjects[0] ?? "",
		fingerprint,
		rankOfPackage(path, at),
		path
	].join("\0");
	const [first, second] = [key(a), key(b)];
	return first === second ? 0 : first < second ? -1 : 1;
}
function rankOfPackage(path, at) {
	const folder = at?.file.split("/").slice(0, -1).join("/") ?? "";
	return path !== null && folder !== "" && path.endsWith(`/${folder}`) ? 0 : 1;
}
function sameVariable(finding, report, ofVariable) {
	for (const key of finding.subjects) {
		const entry = ofVariable.get(key);
		if (entry !== void 0 && !entry.reports.has(report) && isOneCause(entry.finding, finding)) return entry;
	}
	return null;
}
function isOneCause(seen, other) {
	if (other.kind === "lint") return other.section.startsWith("race-") || other.section === seen.section;
	return seen.kind === "race" && other.kind === "race";
}
function withHeirs(finding, heirs) {
	const related = finding.related.map((fingerprint) => heirs.get(fingerprint) ?? fingerprint);
	return {
		...finding,
		related: [...new Set(related)].filter((one) => one !== finding.fingerprint).sort()
	};
}
// src/judge/merge.ts
function mergeReports(given) {
	const reports = newestOfEach(given);
	const [first] = reports;
	const packages = unique(reports.flatMap((report) => report.plan.packages));
	const missing = missingShards(reports);
	const known = uniqueBy(reports.flatMap((report) => report.gaps), JSON.stringify);
	return {
		...first,
		startedAt: reports.map((report) => report.startedAt).sort()[0] ?? first.startedAt,
		durationMs: Math.max(...reports.map((report) => report.durationMs)),
		plan: {
			...first.plan,
			packages,
			modules: unique(reports.flatMap((report) => report.plan.modules)),
			shard: null,
			leftOut: unique(reports.flatMap((report) => report.plan.leftOut)),
			listed: Math.max(...reports.map((report) => report.plan.listed)),
			otherModules: unique(reports.flatMap((report) => report.plan.otherModules))
		},
		findings: mergeFindings(reports.map((report) => report.findings)),
		gaps: [...known, ...missing],
		unusedSuppressions: packages.length < first.plan.listed || missing.length > 0 ? [] : usedByNone(reports),
		recovery: mergeRecovery(reports),
		timings: mergeTimings(reports)
	};
}
function newestOfEach(reports) {
	const whole = reports.filter((report) => report.plan.shard === null);
	const shards = uniqueBy(reports.filter((report) => report.plan.shard !== null).sort((a, b) => a.startedAt < b.startedAt ? -1 : 1), (report) => report.plan.shard ?? "");
	const [first = reports[0], ...rest] = [...whole, ...shards.sort(byShard)];
	return [first, ...rest];
}
function byShard(a, b) {
	const index = ({ plan }) => Number(plan.shard?.split("/")[0]);
	return index(a) - index(b);
}
function usedByNone([first, ...rest]) {
	const others = rest.map((report) => new Set(report.unusedSuppressions));
	return first.unusedSuppressions.filter((rule) => others.every((unused) => unused.has(rule)));
}
const mostShards = 256;
function missingShards(reports) {
	const seen = new Set(reports.flatMap(({ plan }) => plan.shard ?? []));
	return [...new Set([...seen].map((shard) => Number(shard.split("/")[1])))].flatMap((total) => {
		if (!(total <= mostShards)) return [gapOf(sentence("shards-too-many", {
			total,
			most: mostShards
		}))];
		return Array.from({ length: total }, (_, index) => `${index + 1}/${total}`).filter((label) => !seen.has(label)).map((label) => gapOf(sentence("shard-missing", { shard: label })));
	});
}
function gapOf(said) {
	return {
		kind: "not-run",
		package: null,
		...said,
		detail: null
	};
}
function mergeRecovery(reports) {
	const all = reports.flatMap((report) => report.recovery ?? []);
	if (all.length === 0) return null;
	const sum = (count) => all.reduce((total, recovery) => total + count(recovery), 0);
	return {
		goroutines: sum((recovery) => recovery.goroutines),
		covered: sum((recovery) => recovery.covered),
		uncovered: all.flatMap((recovery) => recovery.uncovered),
		exempt: sum((recovery) => recovery.exempt),
		added: all.some(({ added }) => added === null) ? null : sum((recovery) => recovery.added ?? 0)
	};
}
function mergeTimings(reports) {
	return uniqueBy(reports.flatMap((report) => report.timings).sort((a, b) => a.seconds - b.seconds), (timing) => timing.package);
}
// src/cli/merge-command.ts
async function runMerge(operands, options) {
	const [first, ...rest] = await Promise.all(operands.map(readReport));
	if (first === void 0) return 0;
	const other = rest.find((report) => report.change?.head !== first.change?.head);
	if (other !== void 0) {
		const commits = [first, other].map((report) => report.change?.head?.slice(0, 12) ?? "no commit");
		throw userError("reports-of-several-commits", { commits: commits.join(", ") });
	}
	await writeResult(escapeJson(`${JSON.stringify(mergeReports([first, ...rest]), null, 2)}\n`), options);
	return 0;
}
export { runMerge };
