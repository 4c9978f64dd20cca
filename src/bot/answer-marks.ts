import { createHash } from "node:crypto";
import type { CommentEvent } from "./comment-event.ts";

/** That a finding is ignored on this pull request, or no longer; by whom, since when and why. */
export interface Decision {
	ignored: boolean;
	fingerprint: string;
	by: string;
	/** ISO 8601. */
	at: string;
	reason: string;
}

/** What the hidden lines at the end of an answer of ours say. */
export interface AnswerMarks {
	/** The comment that is answered, "issue-12" or "review-12". */
	answers: string | null;
	/** Digests of the versions of the comment that were acted on. */
	versions: string[];
	decisions: Decision[];
	/** What a rerun was asked to run; unchecked, null for none. */
	request: unknown;
}

const hiddenLine = /^<!-- race-audit:(.*) -->$/;

/** Name of a comment for the marks; the numbers of the two kinds overlap. */
export function commentName({ kind, comment }: Pick<CommentEvent, "kind" | "comment">): string {
	return `${kind}-${comment.number}`;
}

/** Digest of one version of a comment. */
export function versionOf(body: string): string {
	return createHash("sha256").update(body.replaceAll("\r\n", "\n").trim()).digest("hex").slice(0, 16);
}

/** The hidden line by which the answer to a comment is found again. */
export function answerMark(name: string, versions: readonly string[]): string {
	return `<!-- race-audit:answer ${[name, ...versions].join(" ")} -->`;
}

/** The hidden line that records a decision; nothing a person wrote can end the HTML comment. */
export function decisionMark({ ignored, fingerprint, by, at, reason }: Decision): string {
	const words = [by, at, reason].map(encode);
	return `<!-- race-audit:${[ignored ? "ignore" : "unignore", fingerprint, ...words].join(" ")} -->`;
}

/** Reads the hidden lines at the very end of a body of ours; what stands before may quote a stranger. */
export function readAnswerMarks(body: string): AnswerMarks {
	const lines = body
		.trimEnd()
		.split(/\r?\n/)
		.map((line) => hiddenLine.exec(line.trim())?.[1] ?? null);
	const atEnd = lines
		.slice(lines.lastIndexOf(null) + 1)
		.flatMap((mark) => (mark === null ? [] : [mark.split(" ")]));
	const [, answers = null, ...versions] = atEnd.find(([name]) => name === "answer") ?? [];
	return { answers, versions, decisions: atEnd.flatMap(readDecision), request: readRequest(atEnd) };
}

/** The hidden line that keeps what a rerun was asked to run, for who gets its result later. */
export function requestMark(request: object): string {
	return `<!-- race-audit:rerun ${encode(JSON.stringify(request))} -->`;
}

function readRequest(marks: readonly (readonly string[])[]): unknown {
	const [, encoded = ""] = marks.find(([name]) => name === "rerun") ?? [];
	try {
		return JSON.parse(decode(encoded));
	} catch {
		return null;
	}
}

function readDecision([name, fingerprint = "", ...words]: string[]): Decision[] {
	if (name !== "ignore" && name !== "unignore") return [];
	const [by = "", at = "", reason = ""] = words.map(decode);
	return /^[0-9a-f]{16}$/.test(fingerprint)
		? [{ ignored: name === "ignore", fingerprint, by, at, reason }]
		: [];
}

function encode(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("-", "%2D");
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}
