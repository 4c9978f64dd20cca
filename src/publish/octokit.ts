import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import Bottleneck from "bottleneck/light.js";

/** Where GitHub is and who calls. */
export interface Connection {
	token: string;
	/** Instead of the token: how Octokit gets one by itself, e.g. that of a GitHub App's installation. */
	authentication?: { authStrategy: unknown; auth: object };
	/** GITHUB_API_URL, "https://api.github.com" or a GitHub Enterprise Server's. */
	apiUrl: string;
	/** GITHUB_GRAPHQL_URL. */
	graphqlUrl: string;
	userAgent: string;
	/** How long one of GitHub's seconds lasts here; tests let time run faster. */
	secondMs: number;
	/** Told of each wait and of what failed, never what was sent. */
	log: (line: string) => void;
	/** Instead of the global one. */
	fetch?: typeof fetch;
}

const timeoutMs = 60_000;
/** Beyond this a limit is reported instead of waited for. */
const longestWaitSeconds = 600;
const limitRetries = 3;
const firstWaitSeconds = 60;

/** An Octokit that waits out GitHub's limits and repeats what may be repeated; requests that create must set `request.retries: 0`. */
export function makeOctokit({
	token,
	authentication = undefined,
	apiUrl,
	userAgent,
	secondMs,
	log,
	fetch: send = fetch,
}: Connection): Octokit {
	const Client = Octokit.plugin(recogniseLimits, throttling, retry);
	return new Client({
		...(authentication ?? { auth: token }),
		baseUrl: apiUrl,
		userAgent,
		request: { fetch: within(send) },
		log: { debug: () => {}, info: () => {}, warn: log, error: log },
		throttle: {
			...spacing(secondMs),
			retryAfterBaseValue: secondMs,
			onRateLimit: (seconds, options, _, retries) => isWorthWaiting(log, seconds, options.url, retries),
			onSecondaryRateLimit: (seconds, options, _, retries) =>
				isWorthWaiting(log, seconds, options.url, retries),
		},
		retry: {
			retryAfterBaseValue: secondMs,
			// Limits are the throttling plugin's; the others stay what they are.
			doNotRetry: [400, 401, 403, 404, 406, 409, 410, 413, 422, 429, 451],
		},
	});
}

/** A second between writes and three between notifications, as GitHub asks; a set for each client. */
function spacing(secondMs: number): { write: Bottleneck.Group; notifications: Bottleneck.Group } {
	return {
		write: new Bottleneck.Group({ maxConcurrent: 1, minTime: secondMs }),
		notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: 3 * secondMs }),
	};
}

function isWorthWaiting(log: Connection["log"], seconds: number, url: string, retries: number): boolean {
	const waits = retries < limitRetries && seconds <= longestWaitSeconds;
	log(
		`GitHub's rate limit was met at ${url}: ${waits ? "waiting" : "giving up, it asks to wait"} ${seconds} s`,
	);
	return waits;
}

/** Lets no request hang for ever. */
function within(send: typeof fetch): typeof fetch {
	return (input, init) => send(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}

interface HttpError {
	status: number;
	message: string;
	response?: { headers: Record<string, string | number | undefined>; data?: unknown };
}

/**
 * Makes the limits that the throttling plugin does not know look like the ones it does: a bare 429, and 422 with code
 * "abuse". Where GitHub does not say how long, it asks for a minute and more each time.
 */
function recogniseLimits(octokit: Parameters<typeof retry>[0]): void {
	octokit.hook.error("request", (thrown, options) => {
		const error = thrown as unknown as HttpError;
		if (error.response !== undefined && isSecondaryLimit(error, error.response)) {
			error.status = 429;
			error.message = `secondary rate limit: ${error.message}`;
			const state = options.request as { limitsMet?: number };
			state.limitsMet = (state.limitsMet ?? 0) + 1;
			error.response.headers["retry-after"] ??= String(firstWaitSeconds * 2 ** (state.limitsMet - 1));
		}
		throw thrown;
	});
}

function isSecondaryLimit(
	{ status, message }: HttpError,
	{ headers, data }: NonNullable<HttpError["response"]>,
): boolean {
	if (headers["x-ratelimit-remaining"] === "0") return false;
	if (status === 429) return true;
	if (status === 403) return /secondary rate|abuse/i.test(message) || headers["retry-after"] !== undefined;
	return status === 422 && JSON.stringify(data ?? null).includes('"code":"abuse"');
}
