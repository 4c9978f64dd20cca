import type { Report } from "#domain/report.ts";
import type { Pieces } from "#publish/pieces.ts";
import { suggestionPlace } from "#render/fix-markdown.ts";
import { blobBase, markdownPhrase } from "#render/markdown-inline.ts";
import { renderComment, renderReviewBody } from "#render/review.ts";
import { renderSummary } from "#render/summary.ts";
import type { Text } from "#text/text.ts";

/** What the comments link to, beyond the Report. */
export interface PieceOptions {
	/** "https://github.com", or GITHUB_SERVER_URL. */
	server: string;
	/** Where the full report can be fetched, or null. */
	fullReport: string | null;
	/** Whether the bot listens. */
	commands: boolean;
}

/** Everything that is posted on a pull request, rendered in one language. */
export function renderPieces(report: Report, text: Text, options: PieceOptions): Pieces {
	const { server, fullReport, commands } = options;
	const blobs = blobBase(report.change, server);
	return {
		suggestionPlace,
		comment: (finding, anchor) =>
			renderComment(finding, text, {
				blobs,
				anchor:
					anchor.on === "line" ? { file: anchor.path, line: anchor.line, endLine: anchor.endLine } : null,
				commands,
			}),
		reviewBody: renderReviewBody(report, text),
		summary: (links) =>
			renderSummary(report, text, {
				server,
				comments: links,
				fullReport,
				commands,
				baseRecovery: null,
			}),
		closed: (reason, head) =>
			reason === "fixed"
				? `**${markdownPhrase(text.finding.fixedIn(head.slice(0, 12)))}**`
				: `**${text.report.suppressedFindings}.**`,
	};
}
