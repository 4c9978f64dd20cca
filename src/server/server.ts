import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { Webhooks } from "@octokit/webhooks";
import type { Host } from "#host/host.ts";
import { rememberDeliveries } from "./deliveries.ts";
import { type Job, readDelivery } from "./handle-delivery.ts";
import { installationClients } from "./installations.ts";
import type { Log } from "./log.ts";
import { type Counter, makeMetrics } from "./metrics.ts";
import { makeQueue } from "./queue.ts";
import type { ServerSettings } from "./settings.ts";

/** GitHub sends no more than 25 MB; a comment's delivery is far smaller. */
const largestBody = 25 * 1024 * 1024;
const rememberedDeliveries = 20_000;
const jobsAtOnce = 8;
const mostWaiting = 10_000;

/** A server that listens. */
export interface Listening {
	port: number;
	/** Takes nothing more, and resolves when all that was taken is done. */
	close(): Promise<void>;
}

/** Starts the webhook server of the GitHub App. It answers commands and starts workflows; it runs nothing of a pull request. */
export async function startServer(settings: ServerSettings, host: Host, log: Log): Promise<Listening> {
	const metrics = makeMetrics();
	const queue = makeQueue(jobsAtOnce, mostWaiting);
	const deliveries = rememberDeliveries(rememberedDeliveries);
	const clientOf = installationClients(settings, log);
	const webhooks = new Webhooks({ secret: settings.webhookSecret });

	/** Takes a delivery, so that GitHub has its answer at once; what fails may be sent again. */
	const take = (id: string, name: string, payload: unknown): Counter => {
		const job = readDelivery(name, payload, settings, clientOf, host);
		if (job === null) return "ignored";
		if (!deliveries.accept(id)) return "duplicate";
		if (queue.add(job.key, () => work(id, job))) return "accepted";
		deliveries.forget(id);
		return "overloaded";
	};
	const work = async (delivery: string, job: Job) => {
		const started = host.clock.elapsedMs();
		const facts = () => ({ delivery, key: job.key, ms: Math.round(host.clock.elapsedMs() - started) });
		try {
			const outcome = await job.run();
			metrics.count("handled");
			log("info", "handled", { ...facts(), outcome });
		} catch (error) {
			deliveries.forget(delivery);
			metrics.count("failed");
			log("error", "failed", { ...facts(), error: inspect(error) });
		}
	};
	const receive = async (request: IncomingMessage): Promise<Counter> => {
		const header = (name: string) => [request.headers[name] ?? []].flat()[0] ?? "";
		const [id, name, signature] = ["x-github-delivery", "x-github-event", "x-hub-signature-256"].map(header);
		const body = await readBody(request);
		if (!id || !name || !signature || body === null) return "malformed";
		if (!(await webhooks.verify(body, signature).catch(() => false))) return "forged";
		const payload = parseJson(body);
		return payload === undefined ? "malformed" : take(id, name, payload);
	};
	const serve = async (request: IncomingMessage, response: ServerResponse) => {
		const path = request.url?.split("?")[0];
		if (request.method === "GET" && path === "/healthz") return send(response, 200, "ok\n");
		if (request.method === "GET" && path === "/metrics") return send(response, 200, metrics.show(queue.waiting()));
		if (request.method !== "POST" || path !== "/webhooks") return send(response, 404, "not found\n");
		const outcome = await receive(request);
		metrics.count(outcome);
		if (statuses[outcome] >= 400) log("warn", outcome, { delivery: request.headers["x-github-delivery"] });
		send(response, statuses[outcome], `${outcome}\n`);
	};
	const server = createServer((request, response) => {
		serve(request, response).catch((error: unknown) => {
			log("error", "defect", { error: inspect(error) });
			response.destroy();
		});
	});
	server.requestTimeout = 30_000;
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(settings.port, settings.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	log("info", "listening", { port });
	return {
		port,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeIdleConnections();
			await closed;
			await queue.drain();
			log("info", "stopped");
		},
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

/** The body as it was signed; null when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += (chunk as Buffer).length;
		if (size > largestBody) return null;
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
