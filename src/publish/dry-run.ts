import type { Octokit } from "@octokit/rest";
import type { PullAnswer } from "./pull-query.ts";

/**
 * Makes an Octokit tell of each request that would change something instead of sending it. What only reads is sent when
 * there is a token; without one the pull request is taken to be open at `head`, with nothing said on it yet.
 */
export function printInsteadOfSending(
	octokit: Octokit,
	head: string,
	mayRead: boolean,
	print: (line: string) => void,
): void {
	octokit.hook.wrap("request", async (send, options) => {
		const { method, url, body } = octokit.request.endpoint(options);
		const isQuery = method === "GET" || (url.endsWith("/graphql") && isReading(body));
		if (!isQuery) print(`${method} ${url} ${JSON.stringify(body)}`);
		else if (mayRead) return send(options);
		const data = isQuery ? { data: untouched(head) } : { html_url: "", data: {} };
		return { status: 200, url, headers: {}, data } as Awaited<ReturnType<typeof send>>;
	});
}

function isReading(body: unknown): boolean {
	const { query } = body as { query?: string };
	return query?.trimStart().startsWith("query") ?? false;
}

function untouched(head: string): PullAnswer {
	return { repository: { pullRequest: { headRefOid: head, state: "OPEN" } } };
}
