/** What the summary links to, beyond the Report. */
export interface SummaryOptions {
	/** "https://github.com", or the server of GitHub Enterprise. */
	server: string;
	/** The comment of each finding that has one, by fingerprint. */
	comments: ReadonlyMap<string, string>;
	/** Where the full report can be fetched, or null. */
	fullReport: string | null;
	/** Whether the bot listens. */
	commands: boolean;
}

/** Options for places without comments, artifact or bot. */
export const plainSummary: SummaryOptions = {
	server: "https://github.com",
	comments: new Map(),
	fullReport: null,
	commands: false,
};
