import type { Finding, SourceLine } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { FindingKind } from "#domain/report.ts";
import type { SectionId } from "#domain/section.ts";
import { withoutTime } from "./crash-suspect.ts";
import type { Group } from "./group.ts";
import { unique } from "./race-suspect.ts";
import type { Suspect } from "./suspect.ts";

/** The surest of a group: the lowest rank, of those one whose variable is known. */
function surest(group: Group): Suspect {
	return group.reduce((best, suspect) => (isSurer(suspect, best) ? suspect : best));
}

function isSurer(a: Suspect, b: Suspect): boolean {
	const [raceA, raceB] = [a.incident.kind === "race", b.incident.kind === "race"];
	if (raceA !== raceB) return raceA;
	if (a.rank !== b.rank) return a.rank < b.rank;
	if ((a.subject === null) !== (b.subject === null)) return a.subject !== null;
	return orderKey(a) < orderKey(b);
}

function orderKey(suspect: Suspect): string {
	return [suspect.subject?.key ?? "", ...suspect.identity].join("\u0000");
}

function kindOf(group: Group): FindingKind {
	const kinds = group.map(({ incident }) => incident.kind);
	return kinds.includes("race") ? "race" : (kinds[0] ?? "race");
}

function severityOf(section: SectionId, group: Group): Finding["severity"] {
	if (section === "race-in-dependency") return "warning";
	return isSurvived(group) ? "warning" : "error";
}

function isSurvived(group: Group): boolean {
	return group.every(({ incident }) => incident.kind !== "race" && incident.recovered);
}

/** Lines by how early each report names them, then by how many reports do. */
function rankPlaces(group: Group): SourceLine[] {
	const ranks = new Map<string, { place: SourceLine; rank: number; count: number }>();
	for (const { places } of group) {
		places.forEach((place, rank) => {
			const key = `${place.file}:${place.line}`;
			const known = ranks.get(key) ?? { place, rank, count: 0 };
			ranks.set(key, { place, rank: Math.min(known.rank, rank), count: known.count + 1 });
		});
	}
	const order = [...ranks.values()].sort(
		(a, b) =>
			a.rank - b.rank ||
			b.count - a.count ||
			a.place.file.localeCompare(b.place.file) ||
			a.place.line - b.place.line,
	);
	return order.map(({ place }) => place);
}

/** The tests' package: the one of the code at fault when it is among them, else the first. */
function packageOf(group: Group, best: Suspect): string | null {
	const packages = unique(
		group.map(({ incident }) => incident.package).filter((name) => name !== null),
	).sort();
	return packages.find((name) => name === best.package) ?? packages[0] ?? best.package;
}

/** The parts of a group's fingerprint: the variable where it is known, else the functions. */
export function groupIdentity(group: Group): string[] {
	const best = surest(group);
	const subjects = group.map(({ subject }) => subject?.key).filter((key) => key !== undefined);
	const [subject] = best.incident.kind === "race" ? subjects.sort() : [];
	if (subject !== undefined) return [best.section, subject];
	return [best.section, ...best.identity, best.incident.kind === "race" ? (best.subjectType ?? "") : ""];
}

/** The test an incident belongs to; for a timeout, those that ran: "TestHang/sub (2s)" without its time. */
function testsOf(incident: Incident): string[] {
	if (incident.kind === "timeout") return incident.runningTests.map(withoutTime);
	return incident.test === null ? [] : [incident.test];
}

/** Makes the finding of a group; its fingerprint is given later. */
export function incidentFinding(group: Group): Finding {
	const best = surest(group);
	const named = group
		.filter(({ subject }) => subject !== null)
		.sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1))[0];
	const subject = best.subject ?? named?.subject ?? null;
	const { incident } = best;
	return {
		fingerprint: "",
		kind: kindOf(group),
		section: best.section,
		facts: {
			subject: subject?.name ?? null,
			subjectType: group.map(({ subjectType }) => subjectType).find((type) => type !== null) ?? null,
			functions: best.functions.slice(0, 2),
			message: incident.kind === "race" ? null : incident.message,
			dependency: best.dependency,
			...(isSurvived(group) ? { recovered: true } : {}),
		},
		severity: severityOf(best.section, group),
		places: rankPlaces(group),
		package: packageOf(group, best),
		tests: unique(group.flatMap((member) => testsOf(member.incident))).sort(),
		incidents: group.map((member) => member.incident),
		diagnostics: [],
		subjects: unique(group.flatMap((member) => member.subject?.key ?? [])).sort(),
		related: [],
		ignoredReason: null,
	};
}
