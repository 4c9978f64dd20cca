import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** An entry that was saved. */
interface Stored {
	key: string;
	version: string;
	bytes: Buffer;
}

/** A cache service of a runner, as `@actions/cache` speaks to it where there is no ACTIONS_CACHE_SERVICE_V2. */
export interface CacheServer {
	url: string;
	stored: Stored[];
	/** Answered to everything when it is set. */
	broken: boolean;
}

/** Starts a cache service that is gone after the test. */
export async function startCacheServer(t: TestContext): Promise<CacheServer> {
	const cache: CacheServer = { url: "", stored: [], broken: false };
	const server = createServer(async (request, response) => {
		const { status, body } = cache.broken
			? { status: 400, body: { message: "out of order" } }
			: answer(cache, request, await readBody(request));
		response.writeHead(status, { "content-type": "application/json" });
		response.end(Buffer.isBuffer(body) ? body : body === null ? "" : JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => server.close());
	cache.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return cache;
}

function answer(
	cache: CacheServer,
	{ method, url = "" }: IncomingMessage,
	sent: Buffer,
): { status: number; body: object | Buffer | null } {
	const { pathname, searchParams } = new URL(url, cache.url);
	const [, id] = /\/(\d+)$/.exec(pathname) ?? [];
	// Counted from 1: an id of 0 is none to the toolkit.
	const entry = cache.stored[Number(id) - 1];
	if (pathname.startsWith("/blob/") && entry !== undefined) return { status: 200, body: entry.bytes };
	if (method === "GET") return find(cache, searchParams);
	if (method === "PATCH" && entry !== undefined) {
		entry.bytes = Buffer.concat([entry.bytes, sent]);
		return { status: 204, body: null };
	}
	if (id !== undefined) return { status: 204, body: null };
	const { key, version } = JSON.parse(sent.toString("utf8")) as { key: string; version: string };
	return { status: 201, body: { cacheId: cache.stored.push({ key, version, bytes: Buffer.alloc(0) }) } };
}

/** The newest entry of the first key that is one, or the beginning of one. */
function find(cache: CacheServer, asked: URLSearchParams): { status: number; body: object | null } {
	for (const key of asked.get("keys")?.split(",") ?? []) {
		const index = cache.stored.findLastIndex(
			(entry) => entry.key.startsWith(key) && entry.version === asked.get("version"),
		);
		const found = cache.stored[index];
		if (found !== undefined) {
			return { status: 200, body: { cacheKey: found.key, archiveLocation: `${cache.url}blob/${index + 1}` } };
		}
	}
	return { status: 204, body: null };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk as Uint8Array);
	return Buffer.concat(chunks);
}
