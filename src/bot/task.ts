import type { Host } from "#host/host.ts";
import { markdownPhrase } from "#render/markdown-inline.ts";
import type { BotWords } from "#text/bot.ts";
import type { Phrase } from "#text/phrase.ts";
import type { Text } from "#text/text.ts";
import type { Decision } from "./answer-marks.ts";
import type { CommentEvent } from "./comment-event.ts";
import type { PullDetails } from "./conversation.ts";
import type { KnownFindings } from "./known-findings.ts";
import type { Command } from "./parse-comment.ts";
import type { RerunRequest } from "./rerun-request.ts";

/** How the bot is set up; the same for every comment. */
export interface BotSettings {
	/** "https://github.com". */
	server: string;
	guideUrl: string;
	/** Name of the artifact that holds the report. */
	artifact: string;
	/** Whether somebody carries out what `rerun` asks for. */
	canRerun: boolean;
}

/** One command to carry out, with what is known around it. */
export interface Task {
	command: Command;
	event: CommentEvent;
	pull: PullDetails;
	settings: BotSettings;
	words: BotWords;
	text: Text;
	host: Host;
	/** Asked of GitHub at the first call only. */
	findings(): Promise<KnownFindings>;
	/** Decisions in force. */
	decisions: ReadonlyMap<string, Decision>;
	/** Puts files on the branch of the pull request; gives the commit's URL. */
	commit(commit: NewCommit): Promise<string>;
	/** A file at the head, as bytes; null when it is not there. */
	readFile(path: string): Promise<Uint8Array | null>;
}

/** A commit on the head branch, taken only while the branch still points at `head`. */
export interface NewCommit {
	head: string;
	branch: string;
	repository: string;
	headline: string;
	body: string;
	files: readonly { path: string; bytes: Uint8Array }[];
}

/** What became of one command. */
export interface Part {
	ok: boolean;
	markdown: string;
	decision?: Decision;
	rerun?: RerunRequest;
}

/** A part of one sentence. */
export function refuse(phrase: Phrase): Part {
	return { ok: false, markdown: markdownPhrase(phrase) };
}
