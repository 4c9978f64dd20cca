import type { PostedComment, PostedReview, PostedThread } from "./github.ts";

/** Everything that publishing reads of a pull request; each list is asked for until its pages end. */
export const pullQuery = `
query ($owner: String!, $name: String!, $number: Int!, $threads: Boolean!, $threadsAfter: String,
		$reviews: Boolean!, $reviewsAfter: String, $comments: Boolean!, $commentsAfter: String) {
	repository(owner: $owner, name: $name) {
		pullRequest(number: $number) {
			headRefOid
			state
			reviewThreads(first: 100, after: $threadsAfter) @include(if: $threads) {
				pageInfo { hasNextPage endCursor }
				nodes {
					id isResolved isOutdated viewerCanResolve viewerCanUnresolve
					comments(first: 1) {
						totalCount
						nodes { id fullDatabaseId body url viewerDidAuthor isMinimized }
					}
				}
			}
			reviews(first: 100, after: $reviewsAfter) @include(if: $reviews) {
				pageInfo { hasNextPage endCursor }
				nodes { id body url viewerDidAuthor isMinimized }
			}
			comments(first: 100, after: $commentsAfter) @include(if: $comments) {
				pageInfo { hasNextPage endCursor }
				nodes { id fullDatabaseId body url viewerDidAuthor isMinimized }
			}
		}
	}
}`;

interface Page<T> {
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
	nodes: T[];
}

interface CommentNode {
	id: string;
	fullDatabaseId: string;
	body: string;
	url: string;
	viewerDidAuthor: boolean;
	isMinimized: boolean;
}

interface ThreadNode {
	id: string;
	isResolved: boolean;
	isOutdated: boolean;
	viewerCanResolve: boolean;
	viewerCanUnresolve: boolean;
	comments: { totalCount: number; nodes: CommentNode[] };
}

/** What `pullQuery` gives. */
export interface PullAnswer {
	repository: {
		pullRequest: {
			headRefOid: string;
			state: "OPEN" | "CLOSED" | "MERGED";
			reviewThreads?: Page<ThreadNode>;
			reviews?: Page<Omit<CommentNode, "fullDatabaseId">>;
			comments?: Page<CommentNode>;
		} | null;
	} | null;
}

/** A comment as GitHub gives it, in our words. */
export function readComment(node: CommentNode): PostedComment {
	return { ...readReview(node), number: Number(node.fullDatabaseId) };
}

/** A review as GitHub gives it, in our words. */
export function readReview(node: Omit<CommentNode, "fullDatabaseId">): PostedReview {
	const { id, body, url, viewerDidAuthor: isOurs, isMinimized } = node;
	return { id, body, url, isOurs, isMinimized };
}

/** A thread as GitHub gives it, in our words; none when its comments were all deleted. */
export function readThread(node: ThreadNode): PostedThread[] {
	const [first] = node.comments.nodes;
	if (first === undefined) return [];
	return [
		{
			id: node.id,
			first: readComment(first),
			replies: node.comments.totalCount - 1,
			isResolved: node.isResolved,
			isOutdated: node.isOutdated,
			mayResolve: node.isResolved ? node.viewerCanUnresolve : node.viewerCanResolve,
		},
	];
}
