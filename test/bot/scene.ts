import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Bot } from "#bot/bot.ts";
import { type CommentEvent, readCommentEvent } from "#bot/comment-event.ts";
import { type Handled, handleComment } from "#bot/handle-comment.ts";
import { makeBot } from "#bot/octokit-bot.ts";
import type { Report } from "#domain/report.ts";
import { localHost } from "#host/local-host.ts";
import { jobLimits } from "#publish/artifact.ts";
import { makeOctokit } from "#publish/octokit.ts";
import { finding, newFile, report, sha } from "#test/publish/scene.ts";
import { addPull, type FakeGitHub, startFakeGitHub } from "#test/support/github/fake-github.ts";
import { newId, type Pull, type Token } from "#test/support/github/state.ts";
import { payloadOf } from "#test/support/github/webhook-payload.ts";

/** What examples/workflows/bot.yml grants to the jobs that answer. */
export const botToken: Token = {
	login: "github-actions[bot]",
	permissions: { actions: "read", contents: "read", "pull-requests": "write" },
};

/** Findings as an audit leaves them, by fingerprint: three races, two of which start alike, and one of the lint. */
export const fingerprints = {
	race: "aaaa111100000001",
	alike: "aaaa222200000002",
	lint: "cccc333300000003",
} as const;

/** A report of the head with these findings. */
export function headReport(head: string, more: Partial<Report> = {}): Report {
	const incidents = finding(1, 1).incidents;
	const own = { incidents, package: "example.com/a", tests: ["TestA"] };
	return report(
		[
			finding(1, 10, { ...own, fingerprint: fingerprints.race }),
			finding(2, 20, { ...own, fingerprint: fingerprints.alike, title: "second" }),
			finding(3, 30, { fingerprint: fingerprints.lint, kind: "lint", analyzer: "workerloop" }),
		],
		{ change: { repository: "o/r", pullRequest: 7, base: null, mergeBase: null, head }, ...more },
	);
}

/** A person's comment and what became of it. */
export interface Said {
	number: number;
	event: CommentEvent;
	handled: Handled;
	/** Our answer to it; undefined when there is none. */
	answer: string | undefined;
	/** Reactions on it. */
	reactions: string[];
}

/** A pull request on the fake GitHub that the bot listens to. */
export interface Scene {
	fake: FakeGitHub;
	pull: Pull;
	/** Somebody comments, and the bot handles it. */
	say: (body: string, more?: Partial<Saying>) => Promise<Said>;
	/** Handles the event of a comment again, e.g. after an edit. */
	handle: (event: CommentEvent, token?: string) => Promise<Handled>;
	event: (number: number, body: string, more?: Partial<Saying>) => CommentEvent;
	bot: (event: CommentEvent, token?: string) => Bot;
	/** Leaves a report as a run on this head would. */
	leaveReport: (report: Report, createdAt?: string) => void;
	/** Bodies of our comments in the conversation. */
	answers: () => string[];
}

interface Saying {
	by: string;
	type: "User" | "Bot";
	/** Number of the review comment that is answered. */
	inThread: number;
	action: "created" | "edited";
	at: string;
	token: string;
	canRerun: boolean;
}

/** Sets a scene; the test fails in the end when GitHub would have refused any request. */
export async function setScene(t: TestContext, options: { breaches?: RegExp } = {}): Promise<Scene> {
	const fake = await startFakeGitHub({ repository: "o/r" });
	t.after(async () => {
		await fake.close();
		const unexpected = fake.breaches.filter((breach) => !options.breaches?.test(breach));
		assert.deepEqual(unexpected, [], "requests that GitHub would refuse");
	});
	const { state } = fake;
	state.tokens.set("t", botToken);
	state.tokens.set("may-push", { ...botToken, permissions: { ...botToken.permissions, contents: "write" } });
	state.collaborators.set("maintainer", "write");
	const pull = addPull(fake, { headSha: sha("1"), diff: newFile("a.go", 50) });
	const bot = (event: CommentEvent, token = "t", canRerun = true) => {
		const connection = {
			token,
			apiUrl: fake.url,
			graphqlUrl: fake.graphqlUrl,
			userAgent: "test",
			secondMs: 1,
		};
		const octokit = makeOctokit({ ...connection, log: () => {} });
		const settings = {
			server: "https://github.com",
			guideUrl: "https://g/guide",
			artifact: "race-audit-report",
			canRerun,
		};
		return makeBot(event, { octokit, limits: jobLimits, ...connection }, settings, "en", localHost(t.signal));
	};
	const event = (number: number, body: string, more: Partial<Saying> = {}) =>
		eventOf(pull, number, body, more);
	const ours = () =>
		[...pull.issueComments, ...pull.reviewComments].filter(({ author }) => author === botToken.login);
	return {
		fake,
		pull,
		bot,
		event,
		handle: (event, token) => handleComment(event, bot(event, token)),
		say: async (body, more = {}) => {
			const number = post(fake, pull, body, more);
			const said = event(number, body, more);
			const handled = await handleComment(said, bot(said, more.token, more.canRerun));
			const answer = ours().find((one) => one.body.includes(`answer ${said.kind}-${number} `))?.body;
			return { number, event: said, handled, answer, reactions: reactionsOn(fake, number) };
		},
		leaveReport: (left, createdAt = "2026-01-01T00:00:00Z") => {
			const run = { id: newId(state), headSha: left.change?.head ?? "", event: "pull_request", createdAt };
			state.runs.push(run);
			const zip = zipSync({ "report.json": strToU8(JSON.stringify(left)) });
			state.artifacts.push({ id: newId(state), runId: run.id, name: "race-audit-report", zip });
		},
		answers: () =>
			ours()
				.map(({ body }) => body)
				.filter((body) => body.includes("race-audit:answer ")),
	};
}

/** Reactions that a comment got. */
export function reactionsOn(fake: FakeGitHub, comment: number): string[] {
	return fake.state.reactions.filter((one) => one.comment === comment).map((one) => one.content);
}

/** Writes a person's comment; gives its number. */
export function post(
	fake: FakeGitHub,
	pull: Pull,
	body: string,
	{ by = "maintainer", inThread }: Partial<Saying> = {},
): number {
	const id = newId(fake.state);
	if (inThread === undefined) {
		pull.issueComments.push({ id, author: by, body, minimized: null });
		return id;
	}
	const first = pull.reviewComments.find((one) => one.id === inThread);
	assert.ok(first, "no such thread");
	pull.reviewComments.push({ ...first, id, author: by, body, inReplyTo: first.id });
	return id;
}

/** A delivery of a comment as GitHub's own description of webhooks has it. */
export function delivery(pull: Pull, number: number, body: string, more: Partial<Saying> = {}) {
	const {
		by = "maintainer",
		type = "User",
		inThread,
		action = "created",
		at = "2026-01-02T00:00:00Z",
	} = more;
	const name = inThread === undefined ? "issue_comment" : "pull_request_review_comment";
	const account = { login: by, type, id: 5 };
	const comment = {
		id: number,
		body,
		updated_at: at,
		...(inThread !== undefined && { in_reply_to_id: inThread }),
	};
	const own = {
		action,
		comment,
		sender: account,
		installation: { id: 99, node_id: "x" },
		repository: { full_name: "o/r", default_branch: "main" },
		...(inThread === undefined
			? { issue: { number: pull.number, pull_request: {}, user: account } }
			: { pull_request: { number: pull.number, head: { sha: pull.headSha } } }),
		...(action === "edited" && { changes: {} }),
	};
	return { name, payload: payloadOf(`${name}.${action}`, own) };
}

function eventOf(pull: Pull, number: number, body: string, more: Partial<Saying>): CommentEvent {
	const { name, payload } = delivery(pull, number, body, more);
	const event = readCommentEvent(name, payload);
	assert.ok(event, "the event is a comment on a pull request");
	return event;
}
