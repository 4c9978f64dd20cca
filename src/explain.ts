import { classify } from "#classify/classify.ts";
import { involvedGoroutines } from "#classify/involved.ts";
import type { Language } from "#domain/config.ts";
import type { Finding, SourceLine } from "#domain/finding.ts";
import type { Gap } from "#domain/gap.ts";
import type { Incident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import type { Plan } from "#domain/plan.ts";
import type { InvolvedGoroutine, Report } from "#domain/report.ts";
import type { Host } from "#host/host.ts";
import { filesNamed, locateInFolder, readSources } from "#host/load-sources.ts";
import { judge } from "#judge/judge.ts";
import { toReport } from "#judge/report.ts";
import { describeIn } from "#text/describe.ts";
import { guideLink } from "#text/guide-link.ts";
import { sentence } from "#text/message.ts";
import manifest from "../package.json" with { type: "json" };

/** What `explain` is asked. */
export interface ExplainSettings {
	/** Absolute folder of the sources that the log came from, or null. */
	directory: string | null;
	lang: Language;
	guideUrl: string;
}

/** Makes a Report of what a log holds: nothing is run, so everything is new and nothing is confirmed. */
export async function explain(
	events: readonly OutputEvent[],
	settings: ExplainSettings,
	host: Host,
): Promise<Report> {
	const startedAt = host.clock.now();
	const started = host.clock.elapsedMs();
	const incidents = events.flatMap((event) => (event.type === "incident" ? [event.incident] : []));
	const located = await locateInFolder(host, filesNamed(incidents, []), settings.directory);
	const sources = await readSources(host, located, settings.directory ?? "/");
	const plan = planOfLog(settings.directory ?? "/", events);
	const found = classify({ incidents, diagnostics: [], sources, modulePaths: [] });
	const findings = found.map((finding) => ({
		...asNew(finding),
		places: finding.places.map((place) => move(place, located)),
	}));
	return toReport({
		tool: { name: "go-race-audit", version: manifest.version },
		go: "",
		startedAt,
		durationMs: host.clock.elapsedMs() - started,
		change: null,
		plan,
		findings: judge(findings, {
			root: plan.root,
			modules: [],
			diff: null,
			rules: [],
			addedRules: new Set(),
			today: "",
		}),
		gaps: gapsIn(events),
		unusedSuppressions: [],
		recovery: null,
		timings: [],
		sources: { lines: (file) => sources.lines(file) ?? sources.lines(printedName(file, located)) },
		describe: describeIn(settings.lang),
		involved: (finding) => finding.incidents.slice(0, 1).flatMap((incident) => involvedIn(incident, events)),
		guideLink: (section) => guideLink(settings.guideUrl, settings.lang, section),
	});
}

/** A dump says where goroutines were, and not why; below a crash it is the crash's. */
function gapsIn(events: readonly OutputEvent[]): Gap[] {
	const gaps = events.flatMap((event) => (event.type === "gap" ? [event.gap] : []));
	const dump = events.find((event) => event.type === "dump");
	if (dump === undefined || events.some(({ type }) => type === "incident")) return gaps;
	const sentenced = sentence("dump-without-cause", { line: dump.line });
	return [...gaps, { kind: "not-understood", package: null, ...sentenced, detail: null }];
}

function involvedIn(incident: Incident, events: readonly OutputEvent[]): InvolvedGoroutine[] {
	if (incident.kind === "race") return [];
	const dump = events.find((event) => event.type === "goroutines" && event.line === incident.line);
	return dump?.type === "goroutines" ? involvedGoroutines(incident, dump.goroutines) : [];
}

function asNew(finding: Finding) {
	return { ...finding, confirmation: null, inBaseline: null, absent: false, fixes: [], rejectedFixes: [] };
}

function move(place: SourceLine, located: ReadonlyMap<string, string>): SourceLine {
	return { ...place, file: located.get(place.file) ?? place.file };
}

/** The name under which a file of ours stands in the log. */
function printedName(file: string, located: ReadonlyMap<string, string>): string {
	for (const [printed, path] of located) if (path === file) return printed;
	return file;
}

function planOfLog(root: string, events: readonly OutputEvent[]): Plan {
	const names = events.flatMap((event) => (event.type === "incident" ? (event.incident.package ?? []) : []));
	const packages = [...new Set(names)].map((importPath) => ({ importPath, directory: root, hasTests: true }));
	const module = { path: "", directory: root, patterns: [], packages };
	return {
		root,
		scope: "all",
		effort: "quick",
		modules: packages.length > 0 ? [module] : [],
		leftOut: [],
		listed: 0,
		shard: null,
		otherModules: [],
		only: null,
	};
}
