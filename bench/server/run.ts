// A load test of the webhook server on loopback: npm run bench -- server [deliveries per second] [seconds]
// One delivery in twenty carries a command, one in ten is sent twice; the rest is talk. It runs its own process for the
// server, as it is deployed, and the fake GitHub of the tests here.

import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Webhooks } from "@octokit/webhooks";
import { delivery } from "#test/bot/scene.ts";
import { addPull, startFakeGitHub } from "#test/support/github/fake-github.ts";
import { newId } from "#test/support/github/state.ts";

const [perSecond = 200, seconds = 10] = process.argv.slice(2).map(Number);
const commandEvery = 20;
const repeatEvery = 10;
const secret = "secret of the load test";
const webhooks = new Webhooks({ secret });

const privateKey = generateKeyPairSync("rsa", {
	modulusLength: 2048,
	publicKeyEncoding: { type: "spki", format: "pem" },
	privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

const fake = await startFakeGitHub({ repository: "o/r" });
const permissions = { actions: "read", contents: "read", "pull-requests": "write" } as const;
fake.state.tokens.set("installation", { login: "race[bot]", permissions });

// Started as documented: with room for a heap of any size, Node collects late, and memory that is free looks taken.
const server = spawn(
	process.execPath,
	["--max-old-space-size=128", "--max-semi-space-size=8", "dist/server.js"],
	{
		env: {
			PATH: process.env.PATH ?? "",
			PORT: "0",
			HOST: "127.0.0.1",
			APP_ID: "12",
			PRIVATE_KEY: privateKey,
			WEBHOOK_SECRET: secret,
			// GitHub wants a second between writes, which would be measured instead of the server.
			GITHUB_SECOND_MS: "1",
			GITHUB_API_URL: fake.url,
			GITHUB_GRAPHQL_URL: fake.graphqlUrl,
		},
		stdio: ["ignore", "pipe", "inherit"],
	},
);
const { port, handled } = await listen(server);

/** Resolves with the port when the server listens; `handled` counts what it says it has done. */
async function listen(child: ChildProcess): Promise<{ port: number; handled: Map<string, number> }> {
	const handled = new Map<string, number>();
	return new Promise((resolve) => {
		createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
			const said = JSON.parse(line) as { event: string; port: number; delivery: string };
			if (said.event === "listening") resolve({ port: said.port, handled });
			if (said.event === "handled") handled.set(said.delivery, (handled.get(said.delivery) ?? 0) + 1);
			if (said.event === "failed" || said.event === "defect") console.error(line);
		});
	});
}

/** Resident memory of the server in MB. */
function memory(): number {
	const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

interface Prepared {
	id: string;
	name: string;
	body: string;
	signature: string;
}

const total = perSecond * seconds;
let commands = 0;
const prepared: Prepared[] = [];
for (let index = 0; index < total; index++) {
	const isCommand = index % commandEvery === 0;
	const text = isCommand ? "/race help" : "thank you for this change";
	// A pull request for each command, as different people would write on different ones.
	const pull = addPull(fake, { number: 100 + (isCommand ? index : 1), headSha: "1".repeat(40), diff: "" });
	const number = newId(fake.state);
	if (isCommand) {
		commands++;
		pull.issueComments.push({ id: number, author: "person", body: text, minimized: null });
	}
	const { name, payload } = delivery(pull, number, text, { by: "person" });
	const body = JSON.stringify(payload);
	prepared.push({ id: `d-${index}`, name, body, signature: await webhooks.sign(body) });
}

const statuses = new Map<number, number>();
const latencies: number[] = [];

async function send({ id, name, body, signature }: Prepared): Promise<void> {
	const headers = {
		"content-type": "application/json",
		"x-github-delivery": id,
		"x-github-event": name,
		"x-hub-signature-256": signature,
	};
	const started = performance.now();
	const answer = await fetch(`http://127.0.0.1:${port}/webhooks`, { method: "POST", body, headers });
	await answer.text();
	latencies.push(performance.now() - started);
	statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
}

const memories = [memory()];
const underWay: Promise<void>[] = [];
const started = performance.now();
let sent = 0;
await new Promise<void>((resolve) => {
	const timer = setInterval(() => {
		const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond));
		for (; sent < due; sent++) {
			const one = prepared[sent] as Prepared;
			underWay.push(send(one));
			if (sent % repeatEvery === 0) underWay.push(send(one));
		}
		if (sent === total) {
			clearInterval(timer);
			resolve();
		}
	}, 5);
	const watch = setInterval(() => (sent === total ? clearInterval(watch) : memories.push(memory())), 1000);
});
await Promise.all(underWay);
const took = (performance.now() - started) / 1000;
memories.push(memory());
const accepted = Date.now();
server.kill("SIGTERM");
const code = await new Promise<number | null>((resolve) => server.on("exit", resolve));

const answers = [...fake.state.pulls.values()].map(
	(pull) => pull.issueComments.filter(({ author }) => author === "race[bot]").length,
);
latencies.sort((a, b) => a - b);
const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
const figures = {
	asked: { perSecond, seconds },
	deliveries: underWay.length,
	perSecond: Math.round(underWay.length / took),
	statuses: Object.fromEntries(statuses),
	commands,
	answeredOnce: answers.filter((count) => count === 1).length,
	answeredTwice: answers.filter((count) => count > 1).length,
	handledTwice: [...handled.values()].filter((count) => count > 1).length,
	acknowledgedMs: { median: at(0.5), p99: at(0.99), most: at(0.9999) },
	drainedMs: Date.now() - accepted,
	memoryMb: memories,
	exitCode: code,
	breaches: fake.breaches.length,
};
await fake.close();
process.stdout.write(`${JSON.stringify(figures, null, "\t")}\n`);
const isLost = figures.answeredOnce !== commands || statuses.size !== 2 || code !== 0;
if (isLost || figures.answeredTwice + figures.handledTwice + figures.breaches > 0) process.exitCode = 1;
