import type { Finding } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { Sources } from "#domain/sources.ts";
import { type Draft, mergeInto, relate } from "./correlate.ts";
import { suspectCrash } from "./crash-suspect.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Group, groupSuspects } from "./group.ts";
import { groupIdentity, incidentFinding } from "./incident-finding.ts";
import { diagnosticIdentity, groupDiagnostics, lintFinding } from "./lint-finding.ts";
import { userModules } from "./modules.ts";
import { suspectRace } from "./race-suspect.ts";
import { readSourceFiles } from "./source-files.ts";

/** What was seen, and what helps to understand it. */
export interface Evidence {
	incidents: readonly Incident[];
	diagnostics: readonly LintDiagnostic[];
	sources: Sources;
	/** Paths of the user's modules; empty where they are not known. */
	modulePaths: readonly string[];
}

/** Turns incidents and diagnostics into findings: one a cause, with section, facts, lines and fingerprint. Pure. */
export function classify({ incidents, diagnostics, sources, modulePaths }: Evidence): Finding[] {
	const files = readSourceFiles(sources, incidents);
	const modules = userModules(modulePaths);
	const suspects = incidents.map((incident) =>
		incident.kind === "race" ? suspectRace(incident, files, modules) : suspectCrash(incident, files, modules),
	);
	const drafts = groupSuspects(suspects).map(draftOfGroup);
	for (const group of groupDiagnostics(diagnostics)) {
		const [first, ...others] = group;
		if (first === undefined) continue;
		const finding = lintFinding([first, ...others]);
		if (mergeInto(drafts, finding) !== null) continue;
		drafts.push({ finding, identity: diagnosticIdentity(first) });
	}
	giveFingerprints(drafts);
	relate(drafts);
	return drafts.map(({ finding }) => finding);
}

function draftOfGroup(group: Group): Draft {
	return { finding: incidentFinding(group), identity: groupIdentity(group) };
}

/** Causes that nothing but their line tells apart are numbered in the order of their lines. */
function giveFingerprints(drafts: readonly Draft[]): void {
	const counts = new Map<string, number>();
	for (const { finding, identity } of [...drafts].sort(byLine)) {
		const key = identity.join("\u0000");
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		finding.fingerprint = fingerprintOf(count === 1 ? identity : [...identity, `#${count}`]);
	}
}

function byLine(a: Draft, b: Draft): number {
	const [first, second] = [a.finding.places[0], b.finding.places[0]];
	return (first?.file ?? "").localeCompare(second?.file ?? "") || (first?.line ?? 0) - (second?.line ?? 0);
}
