import { info, notice, warning } from "@actions/core";
import type { Report } from "#domain/report.ts";
import type { Diff } from "#plan/diff.ts";
import type { Published } from "#publish/publish.ts";
import { connect, publishReport } from "#src/publish-report.ts";
import type { Text } from "#text/text.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Surroundings } from "./runner.ts";

/** A report to post on a pull request. */
export interface Post {
	report: Report;
	pull: { number: number; head: string; isFork: boolean };
	diff: Diff | null;
	comment: "review" | "summary";
	text: Text;
	token: string;
	userAgent: string;
}

/** Posts a report and says in the log what became of it; gives the review's URL. Never fails: the findings are in the job summary too. */
export async function post(at: Surroundings, post: Post): Promise<string | null> {
	const words = publishingWords[post.text.language];
	const [owner = "", repo = ""] = at.repository.split("/");
	const { token, userAgent, pull } = post;
	const connection = { token, userAgent, apiUrl: at.apiUrl, graphqlUrl: at.graphqlUrl, secondMs: 1000, log: info };
	const github = await connect(connection, { owner, repo, number: pull.number });
	const published = await publishReport(github, {
		report: post.report,
		head: pull.head,
		diff: post.diff,
		comment: post.comment,
		text: post.text,
		pieces: {
			server: at.serverUrl,
			fullReport: `${at.serverUrl}/${at.repository}/actions/runs/${at.runId}`,
			commands: false,
		},
	});
	tell(published, pull.isFork, words);
	return published.reviewUrl;
}

function tell(published: Published, isFork: boolean, words: (typeof publishingWords)["en" | "vi"]): void {
	switch (published.outcome) {
		case "stale":
			return notice(words.stale);
		case "closed":
			return notice(words.closed);
		case "forbidden":
			return isFork ? notice(words.readOnlyFork) : warning(words.readOnly);
		case "published": {
			for (const problem of published.problems) warning(words.problem(problem));
			const url = published.reviewUrl ?? published.summaryUrl;
			if (url !== null) info(words.posted(url));
		}
	}
}
