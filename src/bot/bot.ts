import type { Language } from "#domain/config.ts";
import type { Host } from "#host/host.ts";
import type { GitHub } from "#publish/github.ts";
import type { Conversation } from "./conversation.ts";
import type { FoundReport } from "./find-report.ts";
import type { BotSettings, NewCommit } from "./task.ts";

/** All the bot needs of the world around one comment. */
export interface Bot {
	settings: BotSettings;
	/** Used where the comment does not tell. */
	language: Language;
	conversation: Conversation;
	/** The pull request, for what publishing does. */
	github: GitHub;
	host: Host;
	/** Its links lead to the guide in `language`. */
	findReport(head: string): Promise<FoundReport | null>;
	readFile(path: string, head: string): Promise<Uint8Array | null>;
	commit(commit: NewCommit): Promise<string>;
	/** Waits, in GitHub's seconds. */
	wait(seconds: number): Promise<void>;
}
