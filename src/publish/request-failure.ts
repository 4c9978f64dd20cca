import { type FailureKind, RequestFailure } from "./github.ts";

interface GraphqlError {
	type?: string;
	message: string;
}

/** Waits for an answer of Octokit; what goes wrong becomes a RequestFailure without the request in it. */
export async function answerOf<T>(request: Promise<T>): Promise<T> {
	try {
		return await request;
	} catch (error) {
		throw toFailure(error);
	}
}

function toFailure(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	if ("errors" in error && Array.isArray(error.errors)) {
		const errors = error.errors as GraphqlError[];
		const message = errors.map((one) => one.message).join("; ");
		return new RequestFailure(kindOfGraphql(errors[0]?.type), message);
	}
	if ("status" in error && typeof error.status === "number") {
		const response = "response" in error ? error.response : undefined;
		return new RequestFailure(kindOfStatus(error.status, response), firstLine(error.message, error.status));
	}
	return error;
}

function kindOfGraphql(type: string | undefined): FailureKind {
	if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES") return "forbidden";
	if (type === "NOT_FOUND") return "not-found";
	if (type === "STALE_DATA") return "stale";
	return type === "RATE_LIMITED" ? "rate-limited" : "other";
}

function kindOfStatus(status: number, response: unknown): FailureKind {
	if (status >= 500) return "unanswered";
	switch (status) {
		case 401:
			return "forbidden";
		case 403:
			return isRateLimit(response) ? "rate-limited" : "forbidden";
		case 404:
		case 410:
			return "not-found";
		case 400:
		case 422:
			return "invalid";
		case 429:
			return "rate-limited";
		default:
			return "other";
	}
}

function isRateLimit(response: unknown): boolean {
	const headers = (response as { headers?: Record<string, string> } | undefined)?.headers;
	return headers?.["x-ratelimit-remaining"] === "0";
}

/** A gateway answers a whole HTML page, of which nobody wants more than this. */
function firstLine(message: string, status: number): string {
	const line = message.split("\n")[0]?.slice(0, 300) ?? "";
	return line.includes("<") ? `HTTP ${status}` : line;
}
