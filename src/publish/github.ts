import type { Message } from "#domain/message.ts";
import type { Sentence } from "#text/message.ts";

/** Something of ours that stands on a pull request, or that another wrote; only `isOurs` ones are ever touched. */
export interface PostedComment {
	/** Node id, for GraphQL. */
	id: string;
	/** The number REST knows it by. */
	number: number;
	body: string;
	url: string;
	/** Whether the posting identity wrote it, as GitHub tells; a marker alone proves nothing. */
	isOurs: boolean;
	isMinimized: boolean;
}

/** A review thread, known by its first comment. */
export interface PostedThread {
	id: string;
	first: PostedComment;
	/** How many comments followed the first. */
	replies: number;
	isResolved: boolean;
	/** Whether the lines under it were changed since it was written. */
	isOutdated: boolean;
	/** Whether this token may resolve it (or open it again, when resolved). */
	mayResolve: boolean;
}

/** A submitted review. */
export interface PostedReview {
	id: string;
	body: string;
	url: string;
	isOurs: boolean;
	isMinimized: boolean;
}

/** A pull request and what was said on it. */
export interface PullState {
	head: string;
	isOpen: boolean;
	threads: readonly PostedThread[];
	reviews: readonly PostedReview[];
	comments: readonly PostedComment[];
}

/** An inline comment on lines of the new side of the diff. */
export interface InlineComment {
	fingerprint: string;
	path: string;
	line: number;
	endLine: number;
	body: string;
}

/** A comment on a file of the diff as a whole. */
export interface FileComment {
	fingerprint: string;
	path: string;
	body: string;
}

/** A review to submit; its comments stand or fall together. */
export interface NewReview {
	commit: string;
	body: string;
	comments: readonly InlineComment[];
}

/** A change to something of ours that may be repeated without harm. */
export type Change =
	| { do: "edit"; comment: string; number: number; body: string }
	| { do: "minimise"; comment: string; reason: "RESOLVED" | "DUPLICATE" | "OUTDATED" }
	| { do: "show"; comment: string }
	| { do: "resolve"; thread: string }
	| { do: "unresolve"; thread: string };

/** What publishing needs of one pull request on GitHub. Everything rejects with a RequestFailure. */
export interface GitHub {
	readPull(): Promise<PullState>;
	/** The diff as text; put together from the list of files when GitHub finds it too large. */
	readDiff(): Promise<string>;
	/** Not repeated on failure, as all that creates: see `createOnce`. Gives its URL. */
	createReview(review: NewReview): Promise<string>;
	createFileComment(commit: string, comment: FileComment): Promise<string>;
	createComment(body: string): Promise<string>;
	updateComment(number: number, body: string): Promise<string>;
	deleteComment(number: number): Promise<void>;
	deleteReviewComment(number: number): Promise<void>;
	/** Makes the changes in one request; gives why single ones failed, in GitHub's words or ours. */
	change(changes: readonly Change[]): Promise<Told[]>;
	/** Waits, in GitHub's seconds. */
	wait(seconds: number): Promise<void>;
}

/** Why GitHub did not do what was asked. */
export type FailureKind =
	/** The token lacks a permission. */
	| "forbidden"
	| "not-found"
	/** Refused for what it holds, e.g. a line outside the diff. */
	| "invalid"
	| "rate-limited"
	/** The branch no longer points where it was expected to. */
	| "stale"
	/** 5xx, or the connection broke: it may have been done all the same. */
	| "unanswered"
	| "other";

/** What went wrong: GitHub's own words, or a sentence of ours. */
export interface Told {
	message: string;
	words?: Message | undefined;
}

/** A request that failed, told by GitHub's words, without anything of the request, or by a sentence of ours. */
export class RequestFailure extends Error {
	override name = "RequestFailure";
	readonly kind: FailureKind;
	/** A sentence of ours apart from its English words; none for what GitHub says. */
	readonly words: Message | undefined;
	constructor(kind: FailureKind, said: string | Sentence) {
		super(typeof said === "string" ? said : said.message);
		this.kind = kind;
		this.words = typeof said === "string" ? undefined : said.words;
	}
}
