import type { Language } from "#domain/config.ts";
import type { TitleFacts } from "#domain/finding.ts";
import type { GapKind } from "#domain/gap.ts";
import type { Message } from "#domain/message.ts";
import type { OnlyPart } from "#domain/plan.ts";
import type { FindingKind, InvolvedGoroutine, ReportFinding, Severity, State } from "#domain/report.ts";
import type { SectionId } from "#domain/section.ts";
import type { Phrase } from "./phrase.ts";

/** What the sentences about one finding are made of. */
export type Subject = Pick<ReportFinding, "kind" | "section" | "facts">;

/** Title and first sentence of a finding. */
export interface Description {
	title: Phrase;
	message: Phrase;
}

/** What is said of a finding of one section, from its facts. */
export type Sentences = (facts: TitleFacts) => Description;

/** What the guide says of a section in two lines. */
export interface GuideEntry {
	title: Phrase;
	summary: Phrase;
}

/** Every word that a person reads outside the guide, in one language. Holes of functions are numbers or strangers' words. */
export interface Text {
	language: Language;
	number(n: number): string;
	duration(milliseconds: number): string;
	guide: Record<SectionId, GuideEntry>;
	describe(finding: Subject): Description;
	/** A message of ours in this language; `otherwise` as a quotation where it is not ours. */
	said(message: Message | undefined, otherwise: string): Phrase;
	state: Record<State, string>;
	severity: Record<Severity, string>;
	kind: Record<FindingKind, string>;
	gap: Record<GapKind, string>;
	finding: FindingWords;
	stack: StackWords;
	diagram: DiagramWords;
	fix: FixWords;
	report: ReportWords;
	html: HtmlWords;
}

/** Words of the facts line and the parts of one finding. */
export interface FindingWords {
	seen(hits: number, runs: number): Phrase;
	seenAtBase(hits: number, runs: number): Phrase;
	oneTest(name: string): Phrase;
	tests(first: string, more: number): Phrase;
	reports(count: number): Phrase;
	analyzer(name: string): Phrase;
	package(name: string): Phrase;
	suppressed(reason: string): Phrase;
	suppressedUntil(reason: string, until: string): Phrase;
	suppressionEnded(reason: string, until: string): Phrase;
	related(count: number): Phrase;
	evidence: string;
	involved: string;
	why: Record<InvolvedGoroutine["why"], string>;
	askForHelp: string;
	accesses: string;
	crash: string;
	running: string;
	createdBy: string;
	picture: string;
	whatToDo: string;
	readGuide: string;
	guideShort: string;
	reproduce: string;
	fingerprint: string;
	howToIgnore(command: string): Phrase;
	fixedIn(sha: string): Phrase;
	ignoredSince(sha: string): Phrase;
	/** That a finding was not seen, and why that may be chance. */
	missedIn(sha: string, hits: number, of: number, runs: number, needed: number): [Phrase, Phrase];
}

/** Words around stacks. */
export interface StackWords {
	access(operation: "read" | "write", atomic: boolean, previous: boolean): string;
	by(goroutine: number | "main" | null): string;
	created(goroutine: number | "main"): string;
	panicked(goroutine: number | null): string;
	goroutine(goroutine: number | null): string;
	hidden(standard: number, generated: number, others: number): string;
	started: string;
	bothStarted: string;
	notRestored: string;
	here: string;
}

/** Words in the picture of a race. */
export interface DiagramWords {
	goroutine(goroutine: number | "main" | null): string;
	memory: string;
	starts: string;
	reads: string;
	writes: string;
	noOrder: string;
	description: string;
}

/** Words around proposed fixes. */
export interface FixWords {
	suggestion: string;
	patch: string;
	proved(runs: number): Phrase;
	unproved: string;
	failed: string;
	notOffered: string;
}

/** Words of the summary, the job summary and the terminal. */
export interface ReportWords {
	name: string;
	/** By the part that was run alone, or all. */
	nothing: Record<OnlyPart | "all", string>;
	counted(fresh: number, known: number, gone: number): Phrase;
	newFindings(count: number): Phrase;
	noteCount(count: number): Phrase;
	ignored(count: number): Phrase;
	gapCount(count: number): Phrase;
	clean: string;
	incomplete: string;
	findings: string;
	columns: { finding: string; where: string; state: string; seen: string };
	gaps: string;
	gapsMeaning: string;
	wholeAudit: string;
	recovery: string;
	covered(covered: number, all: number): Phrase;
	exempt(count: number): Phrase;
	uncovered(count: number): Phrase;
	addedUncovered(count: number): Phrase;
	guideLink: string;
	known: string;
	notes: string;
	suppressedFindings: string;
	fixedFindings: string;
	more(count: number): Phrase;
	moreInReport(count: number): Phrase;
	/** `go` is empty where a log was read and nothing was run. */
	took(milliseconds: number, packages: number, go: string): Phrase;
	leftOut(packages: number): Phrase;
	/** Folders that are modules of their own and were not audited. */
	otherModules(count: number, folders: Phrase): Phrase;
	unusedSuppression(rule: string): Phrase;
	/** So many findings are ignored by entries that the change adds. */
	addedSuppressions(count: number): Phrase;
	notCompared: Phrase;
	shortened: string;
	howToRerun(command: string): Phrase;
	fullReport: string;
	root: string;
	reviewIntro(count: number): Phrase;
	elsewhere: string;
	next(command: string): Phrase;
}

/** Words only the HTML report has. */
export interface HtmlWords {
	title: string;
	filter: string;
	search: string;
	searchHint: string;
	package: string;
	ignored: string;
	allStates: string;
	allSections: string;
	allPackages: string;
	/** With {shown} and {all} for the page to fill in. */
	shown: string;
	noneShown: string;
	copy: string;
	copied: string;
	recoveryMap: string;
	withoutRecover(count: number): string;
	skip: string;
}
