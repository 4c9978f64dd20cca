import { inspect } from "node:util";
import { Webhooks } from "@octokit/webhooks";
import type { Host } from "#host/host.ts";
import { rememberDeliveries } from "./deliveries.ts";
import { type Job, readDelivery } from "./handle-delivery.ts";
import { installationClients } from "./installations.ts";
import type { Log } from "./log.ts";
import type { Counter, Metrics } from "./metrics.ts";
import type { Queue } from "./queue.ts";
import type { ServerSettings } from "./settings.ts";

const rememberedDeliveries = 20_000;

/** A request that claims to be a delivery of GitHub's; what is missing is "". */
export interface Delivery {
	id: string;
	name: string;
	signature: string;
	body: string;
}

/** Makes what takes deliveries: it checks them and queues their work, so that GitHub has its answer at once. */
export function makeReceiver(
	settings: ServerSettings,
	host: Host,
	log: Log,
	metrics: Metrics,
	queue: Queue,
): (delivery: Delivery) => Promise<Counter> {
	const deliveries = rememberDeliveries(rememberedDeliveries);
	const clientOf = installationClients(settings, log);
	const webhooks = new Webhooks({ secret: settings.webhookSecret });
	const work = async (id: string, job: Job) => {
		const isDone = await carryOut(id, job, host, log);
		metrics.count(isDone ? "handled" : "failed");
		if (!isDone) deliveries.forget(id);
	};
	return async ({ id, name, signature, body }) => {
		if ([id, name, signature].includes("")) return "malformed";
		if (!(await webhooks.verify(body, signature).catch(() => false))) return "forged";
		const payload = parseJson(body);
		if (payload === undefined) return "malformed";
		const job = readDelivery(name, payload, settings, clientOf, host);
		if (job === null) return "ignored";
		if (!deliveries.accept(id)) return "duplicate";
		if (queue.add(job.key, () => work(id, job))) return "accepted";
		deliveries.forget(id);
		return "overloaded";
	};
}

/** Does what a delivery asks for; false when that failed, so that it may be sent again. */
async function carryOut(delivery: string, job: Job, host: Host, log: Log): Promise<boolean> {
	const started = host.clock.elapsedMs();
	const facts = () => ({ delivery, key: job.key, ms: Math.round(host.clock.elapsedMs() - started) });
	try {
		const outcome = await job.run();
		log("info", "handled", { ...facts(), outcome });
		return true;
	} catch (error) {
		log("error", "failed", { ...facts(), error: inspect(error) });
		return false;
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
