import type { Said } from "./conversation.ts";

const fields = "fullDatabaseId body url viewerDidAuthor";

/** Everything said on a pull request; each list is asked for until its pages end. Of a thread the first comment and the last hundred. */
export const saidQuery = `
query ($owner: String!, $name: String!, $number: Int!, $comments: Boolean!, $commentsAfter: String,
		$threads: Boolean!, $threadsAfter: String) {
	repository(owner: $owner, name: $name) {
		pullRequest(number: $number) {
			comments(first: 100, after: $commentsAfter) @include(if: $comments) {
				pageInfo { hasNextPage endCursor }
				nodes { ${fields} }
			}
			reviewThreads(first: 50, after: $threadsAfter) @include(if: $threads) {
				pageInfo { hasNextPage endCursor }
				nodes {
					first: comments(first: 1) { nodes { ${fields} } }
					last: comments(last: 100) { nodes { ${fields} } }
				}
			}
		}
	}
}`;

interface Page<T> {
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
	nodes: T[];
}

interface CommentNode {
	fullDatabaseId: string;
	body: string;
	url: string;
	viewerDidAuthor: boolean;
}

interface ThreadNode {
	first: { nodes: CommentNode[] };
	last: { nodes: CommentNode[] };
}

/** What `saidQuery` gives. */
export interface SaidAnswer {
	repository: {
		pullRequest: { comments?: Page<CommentNode>; reviewThreads?: Page<ThreadNode> } | null;
	} | null;
}

/** A comment of the conversation, in our words. */
export function readConversationComment(node: CommentNode): Said {
	return { ...readComment(node), kind: "issue", threadFirst: null };
}

/** The comments of a thread, in our words; none when they were all deleted. */
export function readThread({ first, last }: ThreadNode): Said[] {
	const [opening] = first.nodes;
	if (opening === undefined) return [];
	const threadFirst = Number(opening.fullDatabaseId);
	const rest = last.nodes.filter((node) => node.fullDatabaseId !== opening.fullDatabaseId);
	return [opening, ...rest].map((node) => ({ ...readComment(node), kind: "review", threadFirst }));
}

function readComment({ fullDatabaseId, body, url, viewerDidAuthor: isOurs }: CommentNode) {
	return { number: Number(fullDatabaseId), body, url, isOurs };
}
