import { describeInEnglish } from "./en-findings.ts";
import { guideIndex } from "./guide-index.generated.ts";
import { saidIn } from "./message.ts";
import { numbersOf } from "./numbers.ts";
import { say } from "./phrase.ts";
import type { Text } from "./text.ts";

const number = numbersOf("en");
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const goroutine = (id: number | "main" | null) =>
	id === null ? "a goroutine" : id === "main" ? "the main goroutine" : `goroutine ${id}`;

function duration(milliseconds: number): string {
	const seconds = milliseconds / 1000;
	if (seconds < 10) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Every word in English. */
export const en: Text = {
	language: "en",
	number,
	duration,
	guide: guideIndex.en,
	describe: describeInEnglish,
	said: saidIn("en"),
	state: { new: "new", unchanged: "known", absent: "fixed" },
	severity: { error: "error", warning: "warning", note: "note" },
	kind: {
		race: "data race",
		panic: "panic",
		fatal: "fatal error",
		timeout: "timeout",
		signal: "signal",
		lint: "lint",
	},
	gap: {
		"build-failed": "did not build",
		"not-run": "was not run",
		"not-understood": "printed something that was not understood",
		killed: "was killed",
		"timed-out": "took too long",
		"no-cgo": "cannot run under the race detector",
		"tool-failed": "a tool failed",
		"over-limit": "is over a limit",
	},
	finding: {
		seen: (hits, runs) => [`seen in ${number(hits)} of ${count(runs, "run", "runs")}`],
		seenAtBase: (hits, runs) => [`${number(hits)} of ${number(runs)} before the change`],
		oneTest: (name) => say`test ${name}`,
		tests: (first, more) => say`test ${first} and ${[number(more)]} more`,
		reports: (n) => [`${count(n, "report", "reports")} of one cause`],
		analyzer: (name) => say`found by reading the code (${name})`,
		package: (name) => say`package ${name}`,
		suppressed: (reason) => say`ignored: ${reason}`,
		suppressionEnded: (reason, until) => say`was ignored until ${until}: ${reason}`,
		suppressedUntil: (reason, until) => say`ignored until ${until}: ${reason}`,
		related: (n) => [count(n, "related finding", "related findings")],
		involved: "Other goroutines that look involved",
		why: {
			waits: "waits for another",
			"same-code": "runs code of the same type",
			"same-creator": "was started by the same function",
		},
		askForHelp: "If it stays unclear, collect what helps others to help",
		evidence: "Why it is believed",
		accesses: "The two accesses",
		crash: "The crash",
		running: "Tests that were still running",
		createdBy: "created by",
		picture: "Picture of the race",
		whatToDo: "What to do",
		guideShort: "Guide",
		readGuide: "Read more in the guide",
		reproduce: "Reproduce",
		fingerprint: "Fingerprint",
		howToIgnore: (command) => say`not a mistake? comment ${command}`,
		fixedIn: (sha) => say`Fixed in ${sha}: it is no longer seen.`,
		ignoredSince: (sha) => say`Ignored since ${sha}.`,
		missedIn: (sha, hits, of, runs, needed) => [
			say`Not seen in the run on ${sha}.`,
			[
				`Before, it was seen in ${hits} of ${of} runs, so this may be chance. It counts as fixed once the lines above have changed, or after ${count(needed, "run", "runs")} in a row without it; so far ${runs}.`,
			],
		],
	},
	stack: {
		access: (operation, atomic, previous) =>
			upper(`${previous ? "earlier " : ""}${atomic ? "atomic " : ""}${operation}`),
		by: (id) => `by ${goroutine(id)}`,
		created: (id) => upper(`${goroutine(id)} was started at`),
		panicked: (id) => (id === null ? "The goroutine that panicked" : `Goroutine ${id} panicked`),
		goroutine: (id) => (id === null ? "The goroutine" : `Goroutine ${id}`),
		started: "Started at",
		bothStarted: "Both goroutines were started at",
		hidden: (standard, generated, others) =>
			[
				standard > 0 ? `${count(standard, "frame", "frames")} of the standard library` : "",
				generated > 0 ? count(generated, "generated frame", "generated frames") : "",
				others > 0 ? count(others, "more frame", "more frames") : "",
			]
				.filter((part) => part !== "")
				.join(", "),
		notRestored: "The race detector could no longer restore this stack.",
		here: "here",
	},
	diagram: {
		goroutine: (id) => goroutine(id),
		memory: "shared memory",
		starts: "starts",
		reads: "reads",
		writes: "writes",
		noOrder: "nothing orders these two",
		description: "Who started whom, and who accessed what",
	},
	fix: {
		suggestion: "Proposed fix",
		patch: "Proposed fix as a patch",
		proved: (runs) => [
			`tried: it builds, passes vet, and ${count(runs, "run", "runs")} no longer showed the finding`,
		],
		unproved: "not tried",
		failed: "tried, and it did not help",
		notOffered: "Fixes that are not offered",
	},
	report: {
		name: "Race audit",
		nothing: {
			all: "No data races, no panics and no goroutine without recover were found.",
			race: "No data races and no panics were found; the lint was not run.",
			lint: "The lint found nothing; the tests were not run.",
		},
		counted: (fresh, known, gone) => [`${number(fresh)} new, ${number(known)} known, ${number(gone)} fixed`],
		newFindings: (n) => [count(n, "new finding", "new findings")],
		noteCount: (n) => [n === 1 ? "1 note" : `${number(n)} notes`],
		ignored: (n) => [`${number(n)} ignored`],
		gapCount: (n) => [count(n, "gap", "gaps")],
		clean: "nothing new",
		incomplete: "nothing new, but not everything could be looked at",
		findings: "Findings",
		columns: { finding: "Finding", where: "Where", state: "State", seen: "Seen" },
		gaps: "Not looked at",
		gapsMeaning: "What is listed here may hide findings; the audit is not green while it is.",
		wholeAudit: "the whole audit",
		recovery: "Goroutines and recover",
		covered: (covered, all) => [
			`${number(covered)} of ${count(all, "goroutine", "goroutines")} recover from a panic`,
		],
		exempt: (n) => [`${count(n, "is", "are")} exempt`],
		uncovered: (n) => [count(n, "goroutine without recover", "goroutines without recover")],
		addedUncovered: (n) => [
			n === 0 ? "this change adds none without" : `this change adds ${number(n)} without`,
		],
		guideLink: "guide",
		known: "Known",
		notes: "Notes (not posted, and nothing fails for them)",
		suppressedFindings: "Ignored",
		fixedFindings: "Fixed",
		more: (n) => [`${number(n)} more`],
		moreInReport: (n) => [`${number(n)} more in the full report`],
		took: (milliseconds, packages, go) =>
			go === ""
				? ["Read from a log; nothing was run"]
				: say`${[count(packages, "package", "packages")]} in ${[duration(milliseconds)]} with ${go}`,
		leftOut: (packages) => [
			`${count(packages, "package", "packages")} that the change does not reach ${packages === 1 ? "was" : "were"} left out`,
		],
		otherModules: (n, folders) =>
			say`Not audited: ${[count(n, "module of its own", "modules of their own")]} below (${folders}); name the folder, or use a go.work.`,
		unusedSuppression: (rule) => say`The ignore entry ${rule} covers nothing any more: take it out.`,
		notCompared: say`With effort quick nothing runs at the merge base: what tests showed counts as new.`,
		addedSuppressions: (n) => [
			`${count(n, "finding is", "findings are")} ignored by what this change itself adds to the config file: look whether that is right.`,
		],
		shortened: "Shortened to fit; the full report has everything.",
		howToRerun: (command) => say`look again: comment ${command}`,
		fullReport: "Full report",
		root: "The root of the repository",
		reviewIntro: (n) => [`${count(n, "new finding", "new findings")} in this change.`],
		elsewhere: "Outside the lines of this change",
		next: (command) => say`more: ${command}`,
	},
	html: {
		title: "Race audit report",
		filter: "Filter findings",
		search: "Search",
		searchHint: "name, file, test …",
		package: "Package",
		ignored: "ignored",
		allStates: "All states",
		allSections: "All kinds",
		allPackages: "All packages",
		shown: "{shown} of {all} shown",
		noneShown: "No finding matches this filter.",
		copy: "Copy",
		copied: "Copied",
		recoveryMap: "Goroutines by package",
		withoutRecover: (n) => (n === 0 ? "none without recover" : `${number(n)} without recover`),
		skip: "Skip to the findings",
	},
};
