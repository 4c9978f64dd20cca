import { isAbsolute, posix } from "node:path";
import type { ConfirmedFinding, JudgedFinding, SourceLine } from "#domain/finding.ts";
import type { PlannedModule } from "#domain/plan.ts";
import type { Place, State, Suppression } from "#domain/report.ts";
import { reproduceCommand } from "./reproduce.ts";
import { findEndedSuppression, findSuppression, type Rules } from "./suppress.ts";

/** Which lines a review may comment on; asked with paths relative to the repository root. */
export interface CommentableLines {
	has(file: string, line: number): boolean;
	hasFile(file: string): boolean;
}

/** What findings are judged against. */
export interface JudgeContext extends Rules {
	/** Absolute root that Report paths are relative to. */
	root: string;
	modules: readonly PlannedModule[];
	/** Null where there is nothing to compare with: then every place is a line of the Report. */
	diff: CommentableLines | null;
}

/** Gives each finding its state, suppression, place and reproduce command. */
export function judge(findings: readonly ConfirmedFinding[], context: JudgeContext): JudgedFinding[] {
	return findings.map((finding) => {
		const { place, at } = findPlace(finding, context);
		const suppression = suppressionInSource(finding) ?? findSuppression(finding, context);
		return {
			...finding,
			state: stateOf(finding, place, context),
			suppression,
			endedSuppression: suppression === null ? findEndedSuppression(finding, context) : null,
			place,
			at,
			reproduce: reproduceCommand(finding, context.modules, context.root),
		};
	});
}

/** A note has no baseline of its own: on a change it is new where the change shows its line. */
function stateOf(finding: ConfirmedFinding, place: JudgedFinding["place"], { diff }: JudgeContext): State {
	if (finding.absent) return "absent";
	if (finding.inBaseline !== null) return finding.inBaseline ? "unchanged" : "new";
	return finding.severity === "note" && diff !== null && place !== "line" ? "unchanged" : "new";
}

/** What a comment at the line silences. */
function suppressionInSource({ ignoredReason }: ConfirmedFinding): Suppression | null {
	return ignoredReason === null
		? null
		: { reason: ignoredReason, until: null, source: "comment in source", added: false };
}

/** Of all places at fault takes the first that lies in the diff, else the first in a changed file, else the first. */
function findPlace(
	{ places, absent }: ConfirmedFinding,
	context: JudgeContext,
): Pick<JudgedFinding, "place" | "at"> {
	const inside = places.flatMap((place) => relativeTo(context.root, place));
	const [first = null] = inside;
	if (absent) return { place: "report", at: first };
	if (context.diff === null) return { place: first === null ? "report" : "line", at: first };
	const { diff } = context;
	const onLine = inside.find(({ file, line }) => diff.has(file, line));
	if (onLine !== undefined) return { place: "line", at: onLine };
	const inFile = inside.find(({ file }) => diff.hasFile(file));
	return inFile === undefined ? { place: "report", at: first } : { place: "file", at: inFile };
}

/** The place relative to the root, or none when it lies outside. */
function relativeTo(root: string, place: SourceLine): Place[] {
	const file = posix.relative(root, place.file.replaceAll("\\", "/"));
	return !isAbsolute(place.file) || file.startsWith("../") || isAbsolute(file) ? [] : [{ ...place, file }];
}
