import type { Incident } from "./incident.ts";
import type { LintDiagnostic } from "./lint-output.ts";
import type {
	EndedSuppression,
	FindingKind,
	Fix,
	Place,
	RejectedFix,
	Runs,
	State,
	Suppression,
} from "./report.ts";
import type { SectionId } from "./section.ts";

/** Lines of source. `file` is absolute, or as printed where it could not be found; lines are 1-based. */
export interface SourceLine {
	file: string;
	line: number;
	endLine: number;
}

/** What the words of a finding are made of; the renderers put it into a language. */
export interface TitleFacts {
	/** The variable, field or helper at fault, e.g. "Logger.buf"; null where it is not known. */
	subject: string | null;
	/** Its type as a reader knows it, e.g. "bytes.Buffer". */
	subjectType: string | null;
	/** The functions at fault, short ("(*Logger).Write"), at most two. */
	functions: string[];
	/** The panic value or fatal error's first line, for crashes; else null. */
	message: string | null;
	/** Something caught the panic, so that the process lived. */
	recovered?: boolean | undefined;
	/** Module and version a race-in-dependency lies in, "golang.org/x/net@v0.30.0". */
	dependency: string | null;
}

/** One cause, after classify: its incidents or its diagnostic, its section and its identity. */
export interface Finding {
	fingerprint: string;
	kind: FindingKind;
	section: SectionId;
	facts: TitleFacts;
	severity: "error" | "warning" | "note";
	/** Lines at fault, the likeliest first; judge takes the first that lies in the diff. */
	places: SourceLine[];
	package: string | null;
	tests: string[];
	incidents: Incident[];
	/** Lint diagnostics of the same cause. */
	diagnostics: LintDiagnostic[];
	/** Keys of the variables at fault, sorted: equal for the same variable in every run and folder. */
	subjects: string[];
	related: string[];
	/** Why the source silences it, when only the lint saw it and a comment ignores it. */
	ignoredReason: string | null;
}

/** After confirm: how often it reproduces, at head and at the merge base, and the fixes that were tried. */
export interface ConfirmedFinding extends Finding {
	confirmation: { head: Runs; base: Runs | null } | null;
	/** Whether the baseline holds the same fingerprint; null when there is no baseline. */
	inBaseline: boolean | null;
	/** Gone at head, known at the merge base. */
	absent: boolean;
	fixes: Fix[];
	rejectedFixes: RejectedFix[];
}

/** After judge: state, suppression and where it is shown. */
export interface JudgedFinding extends ConfirmedFinding {
	state: State;
	suppression: Suppression | null;
	/** What covered it until its last day, where nothing does now. */
	endedSuppression: EndedSuppression | null;
	place: "line" | "file" | "report";
	at: Place | null;
	reproduce: string;
}
