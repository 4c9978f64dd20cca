import { i as sentence } from "./message.js";
import { d as judge, g as localHost, h as readSources, i as interruptSignal, m as locateInFolder, n as realFolder, o as guideLink, p as filesNamed, s as describeIn, u as classify } from "./audit-command.js";
import { t as createOutputReader } from "./output-reader.js";
import { n as choice } from "./language.js";
import { n as toReport } from "./report2.js";
import { n as version } from "./package.js";
import { n as givenSettings } from "./command-options.js";
import { n as refuseEmpty, t as openInput } from "./open-input.js";
import { t as writeReport } from "./write-report.js";
// src/classify/involved.ts
const mostNamed = 8;
const waiting = /^(?:sync\.|semacquire|chan (?:send|receive)|select)/;
function involvedGoroutines(incident, others) {
	const isStuck = incident.kind === "timeout" || incident.subkind === "deadlock" || incident.signal === "SIGQUIT";
	const types = new Set(incident.stack.filter(isUsers).map(ownerOf));
	const reason = (other) => {
		const frames = other.stack.filter(isUsers);
		if (frames.length === 0) return null;
		if (isStuck && other.state !== null && waiting.test(other.state)) return "waits";
		if (!isStuck && frames.some((frame) => types.has(ownerOf(frame)))) return "same-code";
		const creator = incident.createdBy?.function;
		return creator !== void 0 && other.createdBy?.function === creator ? "same-creator" : null;
	};
	return others.flatMap((other) => {
		const why = reason(other);
		return why === null ? [] : [{
			goroutine: other.goroutine,
			state: other.state,
			frame: firstOf(other),
			why
		}];
	}).sort((a, b) => rank[a.why] - rank[b.why]).slice(0, mostNamed);
}
const rank = {
	waits: 0,
	"same-code": 1,
	"same-creator": 2
};
function isUsers(frame) {
	return frame.origin === "user" || frame.origin === "dependency";
}
function firstOf(other) {
	return other.stack.find(isUsers) ?? null;
}
function ownerOf({ function: name }) {
	return /^(.*\.\(\*?[^)]+\))\./.exec(name)?.[1] ?? name.replace(/\.func\d.*$/, "");
}
// src/explain.ts
async function explain(events, settings, host) {
	const startedAt = host.clock.now();
	const started = host.clock.elapsedMs();
	const incidents = events.flatMap((event) => event.type === "incident" ? [event.incident] : []);
	const located = await locateInFolder(host, filesNamed(incidents, []), settings.directory);
	const sources = await readSources(host, located, settings.directory ?? "/");
	const plan = planOfLog(settings.directory ?? "/", events);
	const findings = classify({
		incidents,
		diagnostics: [],
		sources,
		modulePaths: []
	}).map((finding) => ({
		...asNew(finding),
		places: finding.places.map((place) => move(place, located))
	}));
	return toReport({
		tool: {
			name: "go-race-audit",
			version
		},
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
			today: ""
		}),
		gaps: gapsIn(events),
		unusedSuppressions: [],
		recovery: null,
		timings: [],
		sources: { lines: (file) => sources.lines(file) ?? sources.lines(printedName(file, located)) },
		describe: describeIn(settings.lang),
		involved: (finding) => finding.incidents.slice(0, 1).flatMap((incident) => involvedIn(incident, events)),
		guideLink: (section) => guideLink(settings.guideUrl, settings.lang, section)
	});
}
function gapsIn(events) {
	const gaps = events.flatMap((event) => event.type === "gap" ? [event.gap] : []);
	const dump = events.find((event) => event.type === "dump");
	if (dump === void 0 || events.some(({ type }) => type === "incident")) return gaps;
	const sentenced = sentence("dump-without-cause", { line: dump.line });
	return [...gaps, {
		kind: "not-understood",
		package: null,
		...sentenced,
		detail: null
	}];
}
function involvedIn(incident, events) {
	if (incident.kind === "race") return [];
	const dump = events.find((event) => event.type === "goroutines" && event.line === incident.line);
	return dump?.type === "goroutines" ? involvedGoroutines(incident, dump.goroutines) : [];
}
function asNew(finding) {
	return {
		...finding,
		confirmation: null,
		inBaseline: null,
		absent: false,
		fixes: [],
		rejectedFixes: []
	};
}
function move(place, located) {
	return {
		...place,
		file: located.get(place.file) ?? place.file
	};
}
function printedName(file, located) {
	for (const [printed, path] of located) if (path === file) return printed;
	return file;
}
function planOfLog(root, events) {
	const names = events.flatMap((event) => event.type === "incident" ? event.incident.package ?? [] : []);
	const packages = [...new Set(names)].map((importPath) => ({
		importPath,
		directory: root,
		hasTests: true
	}));
	const module = {
		path: "",
		directory: root,
		patterns: [],
		packages
	};
	return {
		root,
		scope: "all",
		effort: "quick",
		modules: packages.length > 0 ? [module] : [],
		leftOut: [],
		listed: 0,
		shard: null,
		otherModules: [],
		only: null
	};
}
// src/cli/explain-command.ts
async function runExplain(operand, options) {
	const events = [];
	const reader = createOutputReader((event) => events.push(event));
	let bytes = 0;
	for await (const chunk of await openInput(operand)) {
		bytes += chunk.length;
		reader.push(chunk);
	}
	reader.end();
	refuseEmpty(bytes, operand);
	const given = givenSettings(options);
	const settings = {
		directory: typeof options.dir === "string" ? await realFolder(options.dir) : null,
		lang: choice("lang", [given.lang ?? []].flat()) ?? "en",
		guideUrl: [given["guide-url"] ?? "https://github.com/go-race-audit/go-race-audit/blob/v0.1.0/guide"].flat().at(-1) ?? "https://github.com/go-race-audit/go-race-audit/blob/v0.1.0/guide"
	};
	await writeReport(await explain(events, settings, localHost(interruptSignal())), options);
	return 0;
}
export { runExplain };
