import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { FakeGitHub } from "#test/support/github/fake-github.ts";
import { publishFromCommandLine, writeReport } from "./command-scene.ts";
import { finding, setScene, sha } from "./scene.ts";

/** A pull request, and two pushes: the second mends one finding and adds one. */
async function twoPushes(t: TestContext) {
	const { fake, pull } = await setScene(t);
	const reports = [
		writeReport(t, [finding(1, 10), finding(2, 20)]),
		writeReport(t, [finding(2, 20), finding(3, 30)], sha("2")),
	];
	const diff = pull.diffs.get(sha("1")) ?? "";
	const publish = (push: number, killAt: Moment | null = null) => {
		pull.headSha = sha(String(push + 1));
		pull.diffs.set(pull.headSha, diff);
		return publishFromCommandLine(
			[reports[push] ?? "", "--repo", "o/r", "--pull", "7"],
			{ GITHUB_TOKEN: "t", GITHUB_API_URL: fake.url, GITHUB_GRAPHQL_URL: fake.graphqlUrl },
			(child) => {
				if (killAt === null) return;
				const meanwhile = () => void child.kill("SIGKILL");
				fake.faults.push({ ...killAt, meanwhile, cut: true, doFirst: true });
			},
		);
	};
	/** What people see on the pull request, without the numbers that GitHub gives out. */
	const seen = () =>
		JSON.stringify(
			[pull.reviewComments, pull.issueComments].map((all) => all.map(visible)),
			null,
			1,
		);
	return { fake, publish, seen };
}

const visible = ({ body, ...rest }: { body: string; line?: unknown }) => ({
	line: rest.line,
	body: body.replaceAll(/(?:issuecomment-|discussion_r)\d+/g, "#"),
});

/** A request, as the so manieth of its operation. */
interface Moment {
	on: string;
	after: number;
}

/** Only what writes changes what the next run meets. */
function writesOf({ requests }: Pick<FakeGitHub, "requests">, from: number): Moment[] {
	const made = requests.slice(from);
	return made.flatMap(({ method, operation, body }, index) => {
		const isWrite = operation === "graphql" ? JSON.stringify(body).includes("mutation (") : method !== "GET";
		const after = made.slice(0, index).filter((earlier) => earlier.operation === operation).length;
		return isWrite ? [{ on: operation, after }] : [];
	});
}

for (const push of [0, 1]) {
	test(`publish killed after any write of push ${push + 1}: the next run completes it and doubles nothing`, async (t) => {
		const whole = await twoPushes(t);
		if (push === 1) await whole.publish(0);
		const before = whole.fake.requests.length;
		assert.equal((await whole.publish(push)).code, 0);
		const writes = writesOf(whole.fake, before);
		assert.ok(writes.length >= 2, JSON.stringify(writes));
		const killed = writes.map(async (write) => {
			const scene = await twoPushes(t);
			if (push === 1) await scene.publish(0);
			assert.equal((await scene.publish(push, write)).code, null, JSON.stringify(write));
			const next = await scene.publish(push);
			assert.equal(next.code, 0, next.stderr);
			assert.equal(scene.seen(), whole.seen(), JSON.stringify(write));
		});
		await Promise.all(killed);
	});
}
