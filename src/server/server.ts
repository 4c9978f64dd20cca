import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import type { Host } from "#host/host.ts";
import type { Log } from "./log.ts";
import { type Counter, makeMetrics } from "./metrics.ts";
import { makeQueue } from "./queue.ts";
import { makeReceiver } from "./receive.ts";
import type { ServerSettings } from "./settings.ts";

/** GitHub sends no more than 25 MB; a comment's delivery is far smaller. */
const largestBody = 25 * 1024 * 1024;
const jobsAtOnce = 8;
const mostWaiting = 10_000;
const requestTimeoutMs = 30_000;

/** A server that listens. */
export interface Listening {
	port: number;
	/** How many deliveries were taken and are not done. */
	waiting(): number;
	/** Takes nothing more, and resolves when all that was taken is done. */
	close(): Promise<void>;
}

/** Starts the webhook server of the GitHub App. It answers commands and starts workflows; it runs nothing of a pull request. */
export async function startServer(settings: ServerSettings, host: Host, log: Log): Promise<Listening> {
	const metrics = makeMetrics();
	const queue = makeQueue(jobsAtOnce, mostWaiting);
	const receive = makeReceiver(settings, host, log, metrics, queue);
	const listener: RequestListener = async (request, response) => {
		const path = request.url?.split("?")[0];
		if (request.method === "GET" && path === "/healthz") return send(response, 200, "ok\n");
		if (request.method === "GET" && path === "/metrics")
			return send(response, 200, metrics.show(queue.waiting()));
		if (request.method !== "POST" || path !== "/webhooks") return send(response, 404, "not found\n");
		const outcome = await receive(await readDelivery(request));
		metrics.count(outcome);
		if (statuses[outcome] >= 400) log("warn", outcome, { delivery: request.headers["x-github-delivery"] });
		send(response, statuses[outcome], `${outcome}\n`);
	};
	const server = createServer(guarded(listener, log));
	server.requestTimeout = requestTimeoutMs;
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(settings.port, settings.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	log("info", "listening", { port });
	return {
		port,
		waiting: queue.waiting,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeIdleConnections();
			await closed;
			await queue.drain();
			log("info", "stopped");
		},
	};
}

/** A connection that breaks off, and a defect of ours, end that request alone. */
function guarded(listener: RequestListener, log: Log): RequestListener {
	return (request, response) => {
		Promise.resolve(listener(request, response)).catch((error: unknown) => {
			log("error", "defect", { error: inspect(error) });
			response.destroy();
		});
	};
}

const statuses = {
	accepted: 202,
	duplicate: 200,
	ignored: 200,
	forged: 401,
	malformed: 400,
	overloaded: 503,
	handled: 200,
	failed: 500,
} as const satisfies Record<Counter, number>;

function send(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
	response.end(text);
}

async function readDelivery(request: IncomingMessage) {
	const header = (name: string) => [request.headers[name] ?? []].flat()[0] ?? "";
	return {
		id: header("x-github-delivery"),
		name: header("x-github-event"),
		signature: header("x-hub-signature-256"),
		body: await readBody(request),
	};
}

/** The body as it was signed; one that is too long is cut, and so no longer fits its signature. */
async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += (chunk as Buffer).length;
		if (size > largestBody) break;
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks).toString("utf8");
}
