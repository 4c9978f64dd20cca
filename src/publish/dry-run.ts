/** What stands in for GitHub's answer to what was not sent. */
const notSentUrl = "https://github.com/not-sent";

/**
 * A fetch that prints what would be written instead of sending it. With `read` GitHub is still asked what is there;
 * without it (no token) an open pull request at `head` that nobody has commented on is assumed.
 */
export function dryFetch(read: typeof fetch | null, head: string, print: (request: string) => void): typeof fetch {
	return async (input, init) => {
		const { pathname } = new URL(String(input));
		const body = typeof init?.body === "string" ? init.body : "";
		const isRead = init?.method === "GET" || (pathname.endsWith("/graphql") && isQuery(body));
		if (isRead) return read === null ? Response.json(untouchedPull(head)) : read(input, init);
		print(`${init?.method ?? "GET"} ${pathname}\n${body === "" ? "" : JSON.stringify(JSON.parse(body), null, 2)}`);
		return Response.json({ html_url: notSentUrl, data: {} });
	};
}

function isQuery(body: string): boolean {
	return !(JSON.parse(body) as { query: string }).query.trimStart().startsWith("mutation");
}

function untouchedPull(headRefOid: string): object {
	const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
	const lists = { reviewThreads: nothing, reviews: nothing, comments: nothing };
	return { data: { repository: { pullRequest: { headRefOid, state: "OPEN", ...lists } } } };
}
