import type { Report } from "#domain/report.ts";
import type { Bodies } from "#publish/bodies.ts";
import { suggestionPlace } from "#render/fix-markdown.ts";
import { blobBase } from "#render/markdown-inline.ts";
import { renderClosed, renderComment, renderMissed, renderReviewBody } from "#render/review.ts";
import { renderSummary } from "#render/summary.ts";
import type { Text } from "#text/text.ts";

/** What the comments link to, beyond the Report. */
export interface BodyLinks {
	/** "https://github.com", or GITHUB_SERVER_URL. */
	server: string;
	/** Where the full report can be fetched, or null. */
	fullReport: string | null;
	/** Whether the bot listens. */
	commands: boolean;
}

/** Everything that is posted on a pull request, rendered in one language. */
export function renderBodies(report: Report, text: Text, given: BodyLinks): Bodies {
	const { server, fullReport, commands } = given;
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
			}),
		closed: (reason, head) => renderClosed(reason, head, text),
		missed: (miss) => renderMissed(miss, text),
	};
}
