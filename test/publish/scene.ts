import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Report, ReportFinding } from "#domain/report.ts";
import { parseDiff } from "#plan/diff.ts";
import { linesShown } from "#posting/publish-report.ts";
import type { Bodies } from "#publish/bodies.ts";
import type { GitHub } from "#publish/github.ts";
import { makeOctokit } from "#publish/octokit.ts";
import { makeGitHub } from "#publish/octokit-github.ts";
import { type Published, publish } from "#publish/publish.ts";
import { addPull, type FakeGitHub, startFakeGitHub } from "#test/support/github/fake-github.ts";
import type { Pull, Token } from "#test/support/github/state.ts";

/** What could not be done, in English. */
export const messagesOf = ({ problems }: Published) => problems.map(({ message }) => message).join("\n");

/** Shas of successive heads. */
export const sha = (name: string) => name.repeat(40).slice(0, 40);

/** A fingerprint of that number. */
export const fp = (number: number) => number.toString(16).padStart(16, "0");

/** The diff of a new file of so many lines. */
export function newFile(path: string, lines: number): string {
	const text = Array.from({ length: lines }, (_, index) => `+line ${index + 1}`).join("\n");
	const header = `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/${path}\n`;
	return `${header}@@ -0,0 +1,${lines} @@\n${text}\n`;
}

/** A finding on a line; what is not given is plain. */
export function finding(number: number, line: number, more: Partial<ReportFinding> = {}): ReportFinding {
	return {
		fingerprint: fp(number),
		kind: "race",
		section: "race-map",
		title: `race ${number}`,
		message: "two goroutines use a map",
		severity: "error",
		state: "new",
		suppression: null,
		endedSuppression: null,
		place: "line",
		at: { file: "a.go", line, endLine: line },
		package: "example.com/a",
		tests: ["TestA"],
		incidents: [],
		incidentCount: 1,
		analyzer: null,
		confirmation: null,
		fixes: [],
		rejectedFixes: [],
		related: [],
		reproduce: "go test -race ./a",
		guide: "https://example.com/guide/en/race-map.md#race-map",
		facts: { subject: null, subjectType: null, functions: [], message: null, dependency: null },
		evidence: [],
		excerpts: [],
		subjects: [],
		involved: [],
		...more,
	};
}

/** A report of these findings. */
export function report(findings: ReportFinding[], more: Partial<Report> = {}): Report {
	return {
		version: 1,
		tool: { name: "go-race-audit", version: "0.0.1" },
		go: "go1.26.8",
		startedAt: "2026-01-01T00:00:00Z",
		durationMs: 1000,
		change: null,
		plan: {
			scope: "all",
			effort: "quick",
			packages: ["example.com/a"],
			modules: ["example.com"],
			shard: null,
			leftOut: [],
			otherModules: [],
			only: null,
			listed: 0,
		},
		findings,
		gaps: [],
		unusedSuppressions: [],
		recovery: null,
		timings: [],
		...more,
	};
}

/** Words short enough to compare by eye. */
function bodiesOf(report: Report): Bodies {
	return {
		suggestionPlace: () => null,
		comment: (one) => `**${one.title}**\n<!-- race-audit:${one.fingerprint} -->`,
		reviewBody: "Found by the audit.",
		summary: (links) => {
			const rows = report.findings.map(
				(one) => `- ${one.state} ${one.title.slice(0, 100)} ${links.get(one.fingerprint) ?? "-"}`,
			);
			return [`${rows.length} findings`, ...rows, "<!-- race-audit:summary -->"].join("\n");
		},
		closed: (reason, head) => `${reason} in ${head.slice(0, 7)}`,
		missed: ({ before, runs, needed }) =>
			`not seen ${runs} of ${needed}, was ${before.hits} of ${before.runs}`,
	};
}

/** A token of the workflow: may write to pull requests, and no more. */
export const workflowToken: Token = {
	login: "github-actions[bot]",
	permissions: { contents: "read", "pull-requests": "write", issues: "write", checks: "write" },
};

/** A fake GitHub with one pull request, and the real Octokit on it. */
export interface Scene {
	fake: FakeGitHub;
	pull: Pull;
	log: string[];
	github: (token?: string) => GitHub;
	/** Publishes a report on the pull request's head. */
	run: (
		report: Report,
		more?: { token?: string; head?: string; comment?: "review" | "summary" },
	) => Promise<Published>;
	/** Operations of the requests since the last call. */
	requests: () => string[];
}

/** Sets a scene; the test fails in the end when GitHub would have refused any request. */
export async function setScene(
	test: Pick<TestContext, "after">,
	diff = newFile("a.go", 50),
	options: { prefix?: string; breaches?: RegExp } = {},
): Promise<Scene> {
	const fake = await startFakeGitHub({
		repository: "o/r",
		...(options.prefix && { prefix: options.prefix }),
	});
	test.after(async () => {
		await fake.close();
		const unexpected = fake.breaches.filter((breach) => !options.breaches?.test(breach));
		assert.deepEqual(unexpected, [], "requests that GitHub would refuse");
	});
	fake.state.tokens.set("t", workflowToken);
	const pull = addPull(fake, { headSha: sha("1"), diff });
	const log: string[] = [];
	const github = (token = "t") => {
		const connection = {
			token,
			apiUrl: fake.url,
			graphqlUrl: fake.graphqlUrl,
			userAgent: "test",
			secondMs: 1,
			log: (line: string) => void log.push(line),
		};
		return makeGitHub(makeOctokit(connection), { owner: "o", repo: "r", number: pull.number }, connection);
	};
	let seen = 0;
	return {
		fake,
		pull,
		log,
		github,
		run: (of, { token, head = pull.headSha, comment = "review" } = {}) =>
			publish(github(token), {
				report: of,
				bodies: bodiesOf(of),
				head,
				comment,
				shown: null,
				readShown: (diff) => linesShown(parseDiff(diff)),
			}),
		requests: () => {
			const since = fake.requests.slice(seen).map((request) => request.operation);
			seen = fake.requests.length;
			return since;
		},
	};
}
