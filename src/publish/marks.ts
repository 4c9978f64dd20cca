/** What the hidden lines of a body of ours say. */
export interface Marks {
	/** Of a review comment: the finding it is about. */
	fingerprint: string | null;
	isSummary: boolean;
	/** Of a review: its head commit and the findings it carried. */
	review: { head: string; fingerprints: string[] } | null;
	/** Of a review comment: what had to be looked at for the finding to be seen again. */
	about: { kind: string; package: string | null } | null;
	/** Of a review comment: that its finding was marked as gone. */
	isClosed: boolean;
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
	const [kind, inPackage] = argumentsOf("about") ?? [];
	return {
		fingerprint: lines[last] ?? null,
		isSummary: atEnd.includes("summary"),
		review: head === undefined ? null : { head, fingerprints },
		about: kind === undefined ? null : { kind, package: decodePackage(inPackage) },
		isClosed: marks.includes("closed"),
	};
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

/** The hidden line that says what a finding was seen in; "-" and ">" cannot end the HTML comment. */
export function aboutMark(kind: string, inPackage: string | null): string {
	const encoded =
		inPackage === null
			? []
			: [encodeURIComponent(inPackage.replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("-", "%2D")];
	return `<!-- race-audit:about ${[kind, ...encoded].join(" ")} -->`;
}

/** The hidden line of a comment whose finding is gone. */
export const closedMark = "<!-- race-audit:closed -->";

/** Whether two bodies are the same to GitHub, which changes line ends and trims. */
export function isSameBody(one: string, other: string): boolean {
	const normal = (body: string) => body.replaceAll("\r\n", "\n").trim();
	return normal(one) === normal(other);
}
