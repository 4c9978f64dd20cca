import { classify } from "#classify/classify.ts";
import type { Finding } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { Plan } from "#domain/plan.ts";
import type { Sources } from "#domain/sources.ts";
import type { Host } from "#host/host.ts";
import { filesNamed, loadSources } from "#host/load-sources.ts";
import { parseIncidents } from "#parse/output-reader.ts";
import { isUnhandled } from "#run/observation.ts";

/** Turns what was seen into findings, with the sources that they name at hand; `replaced` are the files of an overlay. */
export async function lookAt(
	incidents: readonly Incident[],
	diagnostics: readonly LintDiagnostic[],
	plan: Pick<Plan, "root" | "modules">,
	host: Host,
	replaced: ReadonlyMap<string, string> = new Map(),
): Promise<{ findings: Finding[]; sources: Sources }> {
	const sources = await loadSources(host, filesNamed(incidents, diagnostics), plan, replaced);
	const modulePaths = plan.modules.map((module) => module.path);
	return { findings: classify({ incidents, diagnostics, sources, modulePaths }), sources };
}

/** The fingerprints of what one run of tests printed; `handled` counts panics that something recovered, too. */
export async function fingerprintsIn(
	output: string,
	plan: Pick<Plan, "root" | "modules">,
	host: Host,
	{ replaced, handled }: { replaced?: ReadonlyMap<string, string>; handled: boolean },
): Promise<Set<string>> {
	const incidents = parseIncidents(output).filter((incident) => handled || isUnhandled(incident));
	const { findings } = await lookAt(incidents, [], plan, host, replaced);
	return new Set(findings.map((finding) => finding.fingerprint));
}
