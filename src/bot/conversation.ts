import type { CommentKind } from "./comment-event.ts";

/** A comment on the pull request, of the conversation or of a review thread. */
export interface Said {
	kind: CommentKind;
	number: number;
	body: string;
	url: string;
	/** Whether the answering identity wrote it, as GitHub tells; a marker alone proves nothing. */
	isOurs: boolean;
	/** Number of the first comment of its thread; null in the conversation. */
	threadFirst: number | null;
}

/** A pull request as far as the bot cares. */
export interface PullDetails {
	head: string;
	isOpen: boolean;
	headRef: string;
	/** "owner/name"; null when the fork was deleted. */
	headRepository: string | null;
	isFork: boolean;
}

/** GitHub's reactions that the bot uses. */
export type Reaction = "eyes" | "rocket" | "confused";

/** A comment of ours that can be edited. */
export interface Answer {
	kind: CommentKind;
	number: number;
}

/** What the bot needs of GitHub around one comment. Everything rejects with a RequestFailure. */
export interface Conversation {
	/** The comment as it stands now; null when it was deleted. */
	readComment(): Promise<string | null>;
	readPull(): Promise<PullDetails>;
	readSaid(): Promise<Said[]>;
	/** Whether the account may write to the repository at this moment. */
	mayWrite(login: string): Promise<boolean>;
	/** Shows a reaction; that it cannot be shown is no failure. */
	react(reaction: Reaction): Promise<void>;
	/** Answers the comment: in its thread, else in the conversation. Not repeated on failure. */
	answer(body: string): Promise<Answer>;
	edit(answer: Answer, body: string): Promise<void>;
}
