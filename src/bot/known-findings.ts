import type { ReportFinding } from "#domain/report.ts";
import { readMarks } from "#publish/comment-marks.ts";
import type { BotWords } from "#text/bot.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Decision } from "./answer-marks.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { Said } from "./conversation.ts";
import type { FoundReport } from "./find-report.ts";

/** The findings that a command may name. */
export interface KnownFindings {
	/** The report of the present head, where there is one. */
	found: FoundReport | null;
	fingerprints: readonly string[];
	/** The finding of the thread that the command stands in. */
	own: string | null;
}

/** Which finding a command means, and the words that are left; or why that is not clear. */
export type Choice = { fingerprint: string; words: string[] } | { refusal: Phrase };

/** Puts together what is known from the report, our threads and earlier decisions. */
export function knowFindings(
	event: CommentEvent,
	said: readonly Said[],
	decisions: ReadonlyMap<string, Decision>,
	found: FoundReport | null,
): KnownFindings {
	const threads = said.filter((one) => one.isOurs && one.threadFirst === one.number);
	const marked = new Map(threads.map(({ number, body }) => [number, readMarks(body).fingerprint]));
	const all = [
		...(found?.report.findings ?? []).map((finding) => finding.fingerprint),
		...[...marked.values()].filter((fingerprint) => fingerprint !== null),
		...decisions.keys(),
	];
	return {
		found,
		fingerprints: [...new Set(all)].sort(),
		own: marked.get(event.comment.threadFirst ?? 0) ?? null,
	};
}

/** The finding of that fingerprint in the report. */
export function findingOf({ found }: KnownFindings, fingerprint: string): ReportFinding | null {
	return found?.report.findings.find((finding) => finding.fingerprint === fingerprint) ?? null;
}

/** Reads the finding that a command's first word names; in the thread of a finding it may be left out. */
export function chooseFinding(
	args: readonly string[],
	{ fingerprints, own }: KnownFindings,
	usage: string,
	words: BotWords,
): Choice {
	const prefix = (args[0] ?? "").toLowerCase().replace(/^[`<]+|[`>,:]+$/g, "");
	const matches = isFingerprint(prefix) ? fingerprints.filter((one) => one.startsWith(prefix)) : [];
	const [only] = matches;
	if (matches.length === 1 && only !== undefined) return { fingerprint: only, words: args.slice(1) };
	if (matches.length > 1) return { refusal: words.ambiguous(prefix, matches.slice(0, 5)) };
	// "dead code" is a reason, "de4d" is a fingerprint mistyped.
	const looksMeant = isFingerprint(prefix) && (own === null || /\d/.test(prefix));
	if (looksMeant) return { refusal: words.noSuch(prefix) };
	return own === null ? { refusal: words.needsFingerprint(usage) } : { fingerprint: own, words: [...args] };
}

function isFingerprint(word: string): boolean {
	return /^[0-9a-f]{4,16}$/.test(word);
}
