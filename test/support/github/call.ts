import type { State, Token } from "./state.ts";

/** A judged request, as its handler sees it. */
export interface Call {
	state: State;
	token: Token;
	parameters: Record<string, string>;
	query: URLSearchParams;
	accept: string;
	body: Record<string, unknown>;
	/** The fake's own address, for the links in its answers. */
	base: string;
}

/** What is answered. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** Sent as it is instead of JSON. */
	raw?: string | Uint8Array;
}
