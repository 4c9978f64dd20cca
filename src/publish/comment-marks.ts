import type { Runs } from "#domain/report.ts";

/** What the hidden lines of a review comment say of its finding. */
export interface FindingMarks {
	/** What had to be looked at for the finding to be seen again. */
	about: { kind: string; package: string | null } | null;
	/** How often it showed, when it did not show each time; `outdated`: the code under the comment had changed by then. */
	flaky: (Runs & { outdated: boolean }) | null;
	/** In how many runs since it was not seen, and when the last audit that tells so started. */
	missed: { runs: number; at: string } | null;
	/** That it was marked as gone. */
	isClosed: boolean;
}

/** What the hidden lines of a body of ours say. */
export interface Marks extends FindingMarks {
	/** Of a review comment: the finding it is about. */
	fingerprint: string | null;
	isSummary: boolean;
	/** Of a review: its head commit and the findings it carried. */
	review: { head: string; fingerprints: string[] } | null;
}

const hiddenLine = /^<!-- race-audit:(.*) -->$/;

/**
 * Reads the hidden lines of a body of ours. Those in its middle are not ours: a test may print "<!-- race-audit:… -->"
 * and be quoted. Only the last fingerprint stands, with what follows it, even when somebody wrote below it.
 */
export function readMarks(body: string): Marks {
	const lines = body
		.trim()
		.split(/\r?\n/)
		.map((line) => hiddenLine.exec(line.trim())?.[1] ?? (line.trim() && null));
	const atEnd = lines.slice(lines.lastIndexOf(null) + 1).flatMap((mark) => mark || []);
	const isFingerprint = (mark: string | null) => mark !== null && /^[0-9a-f]{16}$/.test(mark);
	const last = lines.findLastIndex(isFingerprint);
	const marks = last === -1 ? atEnd : lines.slice(last).flatMap((mark) => mark || []);
	const argumentsOf = (name: string) =>
		marks
			.find((mark) => mark.startsWith(`${name} `))
			?.split(" ")
			.slice(1) ?? null;
	const [head, ...fingerprints] = argumentsOf("review") ?? [];
	return {
		fingerprint: lines[last] ?? null,
		isSummary: atEnd.includes("summary"),
		review: head === undefined ? null : { head, fingerprints },
		about: readAbout(argumentsOf("about")),
		flaky: readFlaky(argumentsOf("flaky")),
		missed: readMissed(argumentsOf("missed")),
		isClosed: marks.includes("closed"),
	};
}

function readAbout(words: string[] | null): FindingMarks["about"] {
	const [kind, inPackage] = words ?? [];
	return kind === undefined ? null : { kind, package: decodePackage(inPackage) };
}

function readFlaky(words: string[] | null): FindingMarks["flaky"] {
	const [hits, runs] = (words ?? []).map(Number);
	if (hits === undefined || runs === undefined || !(hits >= 0 && runs > hits)) return null;
	return { hits, runs, outdated: words?.[2] === "outdated" };
}

function readMissed(words: string[] | null): FindingMarks["missed"] {
	const [runs, at] = words ?? [];
	return at === undefined || !(Number(runs) > 0) ? null : { runs: Number(runs), at };
}

function decodePackage(encoded: string | undefined): string | null {
	if (encoded === undefined) return null;
	try {
		return decodeURIComponent(encoded);
	} catch {
		return null;
	}
}

/** The hidden line of a review. */
export function reviewMark(head: string, fingerprints: readonly string[]): string {
	return `<!-- race-audit:review ${[head, ...fingerprints].join(" ")} -->`;
}

/** The hidden lines that say what a finding was seen in and how often; "-" and ">" cannot end the HTML comment. */
export function findingMarks({ about, flaky, missed, isClosed }: FindingMarks): string[] {
	return [
		...(about === null ? [] : [["about", about.kind, ...encodePackage(about.package)]]),
		...(flaky === null ? [] : [["flaky", flaky.hits, flaky.runs, ...(flaky.outdated ? ["outdated"] : [])]]),
		...(missed === null ? [] : [["missed", missed.runs, missed.at]]),
		...(isClosed ? [["closed"]] : []),
	].map((words) => `<!-- race-audit:${words.join(" ")} -->`);
}

function encodePackage(name: string | null): string[] {
	return name === null
		? []
		: [encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("-", "%2D")];
}

const noteEnd = "<!-- race-audit:end-of-note -->";

/** The body of a finding's comment with other marks, and with a note of ours above it, or without the one it had. */
export function markedBody(body: string, marks: FindingMarks, note: string | null = null): string {
	const isMark = (line: string) =>
		/^<!-- race-audit:(?:about|flaky|missed|closed)\b.* -->$/.test(line.trim());
	const lines = withoutNote(body).split(/\r?\n/);
	const last = lines.findLastIndex((line) => /^<!-- race-audit:[0-9a-f]{16} -->$/.test(line.trim()));
	const kept = lines.filter((line, index) => index < last || !isMark(line));
	kept.splice(last + 1, 0, ...findingMarks(marks));
	const above = note === null ? [] : [note, noteEnd, ""];
	return [...above, ...kept].join("\n").trimEnd();
}

/** Only what our marks tell to have a note has one: a test may print its end and be quoted. */
function withoutNote(body: string): string {
	const { isClosed, missed } = readMarks(body);
	const end = isClosed || missed !== null ? body.indexOf(noteEnd) : -1;
	return end === -1 ? body : body.slice(end + noteEnd.length).replace(/^(?:\r?\n){1,2}/, "");
}

/** Whether two bodies are the same to GitHub, which changes line ends and trims. */
export function isSameBody(one: string, other: string): boolean {
	const normal = (body: string) => body.replaceAll("\r\n", "\n").trim();
	return normal(one) === normal(other);
}
