import { generateKeyPairSync } from "node:crypto";
import type { TestContext } from "node:test";
import { Webhooks } from "@octokit/webhooks";
import { localHost } from "#host/local-host.ts";
import { makeLog } from "#src/server/log.ts";
import { type Listening, startServer } from "#src/server/server.ts";
import type { RerunPlace } from "#src/server/settings.ts";
import { botToken, type Scene, setScene } from "#test/bot/scene.ts";

const webhookSecret = "a secret of the test";
const webhooks = new Webhooks({ secret: webhookSecret });

/** The key of a GitHub App, made for this run. */
const privateKey = generateKeyPairSync("rsa", {
	modulusLength: 2048,
	publicKeyEncoding: { type: "spki", format: "pem" },
	privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

/** A server on loopback in front of the fake GitHub. */
export interface ServerScene extends Scene {
	server: Listening;
	log: { level: string; event: string; [fact: string]: unknown }[];
	/** Sends a delivery as GitHub does; gives the status and the text of the answer. */
	deliver: (id: string, name: string, payload: object, signature?: string) => Promise<string>;
	get: (path: string) => Promise<string>;
}

/** Starts one; it is closed, with all it has taken done, before the test ends. */
export async function setServerScene(
	t: TestContext,
	rerun: RerunPlace = { kind: "nowhere" },
): Promise<ServerScene> {
	const scene = await setScene(t);
	const { url: apiUrl, graphqlUrl, state } = scene.fake;
	// The App's own permissions, and its own name.
	state.tokens.set("installation", {
		...botToken,
		permissions: { ...botToken.permissions, contents: "write", actions: "write" },
	});
	const log: ServerScene["log"] = [];
	const settings = {
		...{
			host: "127.0.0.1",
			port: 0,
			appId: "12",
			privateKey,
			webhookSecret,
			apiUrl,
			graphqlUrl,
			rerun,
			secondMs: 1,
		},
		...{
			serverUrl: "https://github.com",
			guideUrl: "https://g",
			artifact: "race-audit-report",
			language: "en" as const,
		},
	};
	const print = (line: string) => void log.push(JSON.parse(line));
	const server = await startServer(
		settings,
		localHost(t.signal),
		makeLog(print, () => new Date(0)),
	);
	t.after(() => server.close());
	const at = `http://127.0.0.1:${server.port}`;
	return {
		...scene,
		server,
		log,
		get: async (path) => (await fetch(at + path)).text(),
		deliver: async (id, name, payload, signature) => {
			const body = JSON.stringify(payload);
			const headers = {
				"content-type": "application/json",
				"x-github-delivery": id,
				"x-github-event": name,
				"x-hub-signature-256": signature ?? (await webhooks.sign(body)),
			};
			const answer = await fetch(`${at}/webhooks`, { method: "POST", body, headers });
			return `${answer.status} ${(await answer.text()).trim()}`;
		},
	};
}
