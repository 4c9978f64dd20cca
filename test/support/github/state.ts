/** Who a token belongs to and what it may do; what is left out is "none". */
export interface Token {
	login: string;
	permissions: Partial<Record<Permission, "read" | "write">>;
}
export type Permission =
	| "contents"
	| "pull-requests"
	| "issues"
	| "checks"
	| "security-events"
	| "actions"
	| "metadata"
	| "user";

/** A review comment; the first of a thread has no `inReplyTo`. */
export interface ReviewComment {
	id: number;
	author: string;
	body: string;
	path: string;
	/** Null for a file comment. */
	line: number | null;
	startLine: number | null;
	commitId: string;
	reviewId: number;
	threadId: string;
	inReplyTo: number | null;
	minimized: string | null;
}

/** A conversation of review comments. */
export interface Thread {
	id: string;
	resolved: boolean;
}

/** A submitted review. */
export interface Review {
	id: number;
	author: string;
	body: string;
	commitId: string;
	minimized: string | null;
}

/** A comment of the conversation tab. */
export interface IssueComment {
	id: number;
	author: string;
	body: string;
	minimized: string | null;
}

/** A pull request with everything said on it. */
export interface Pull {
	number: number;
	state: "open" | "closed";
	headSha: string;
	headRef: string;
	/** "owner/name" of where the head lies; another than the repository's for forks. */
	headRepository: string;
	baseSha: string;
	/** The diff of each pushed head, as `git diff` prints it. */
	diffs: Map<string, string>;
	reviews: Review[];
	reviewComments: ReviewComment[];
	threads: Map<string, Thread>;
	issueComments: IssueComment[];
}

/** A check run as sent, with the annotations of later requests appended. */
interface CheckRun {
	id: number;
	name: string;
	headSha: string;
	externalId: string | null;
	conclusion: string | null;
	title: string;
	summary: string;
	annotations: object[];
}

/** A workflow artifact; `zip` is what its download gives. */
interface Artifact {
	id: number;
	runId: number;
	name: string;
	zip: Uint8Array;
}

/** A workflow run. */
export interface WorkflowRun {
	id: number;
	headSha: string;
	event: string;
	/** ISO 8601. */
	createdAt: string;
}

/** A commit made through the API. */
export interface MadeCommit {
	branch: string;
	headline: string;
	/** The new text of each file. */
	files: Record<string, string>;
}

/** One repository as GitHub would keep it. */
export interface State {
	repository: string;
	tokens: Map<string, Token>;
	pulls: Map<number, Pull>;
	checkRuns: CheckRun[];
	sarifUploads: { commitSha: string; ref: string; sarif: string }[];
	artifacts: Artifact[];
	/** What accounts may do; others may read. */
	collaborators: Map<string, "admin" | "write" | "read" | "none">;
	reactions: { kind: "issue" | "review"; comment: number; content: string }[];
	runs: WorkflowRun[];
	/** Texts of files by "commit:path". */
	contents: Map<string, string>;
	commits: MadeCommit[];
	/** File names of the workflows that can be started by hand. */
	workflows: Set<string>;
	dispatches: { workflow: string | null; body: Record<string, unknown> }[];
	/** Lines that GitHub refuses although the diff has them: "path:line". */
	refusedAnchors: Set<string>;
	nextId: number;
}

/** What the caller did that GitHub refuses: answered with this status and kept for the test to see. */
export class Refusal extends Error {
	readonly status: number;
	/** False where the test set GitHub up to refuse something that was rightly sent. */
	readonly isBreach: boolean;
	constructor(status: number, message: string, isBreach = true) {
		super(message);
		this.status = status;
		this.isBreach = isBreach;
	}
}

const bodyLimit = 65_536;

/** Refuses a body that is empty or longer than GitHub takes. */
export function checkBodyLength(body: string): void {
	if (body.trim() === "") throw new Refusal(422, "Validation Failed: body cannot be blank");
	if ([...body].length > bodyLimit)
		throw new Refusal(422, "Validation Failed: body is too long (maximum is 65536 characters)");
}

/** The pull request of that number, or a refusal. */
export function pullOf(state: State, number: number): Pull {
	const pull = state.pulls.get(number);
	if (pull === undefined) throw new Refusal(404, "Not Found", false);
	return pull;
}

/** An id that no other thing has. */
export function newId(state: State): number {
	state.nextId += 1;
	return state.nextId;
}
