import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "./call.ts";
import { answerGraphql } from "./graphql.ts";
import { judgeRequest, type Verdict } from "./openapi-judge.ts";
import { checkPermission, handlers } from "./rest.ts";
import { answerResults } from "./results.ts";
import { type Pull, Refusal, type State, type Token } from "./state.ts";

/** A request as it arrived; `operation` is GitHub's operation id, or "graphql". */
interface Request {
	operation: string;
	method: string;
	path: string;
	body: unknown;
	status: number;
}

/** Something that goes wrong on purpose, once for each of `times`. */
export interface Fault {
	/** Operation id, or "graphql". */
	on: string;
	times?: number;
	/** The first so many matching requests pass untouched. */
	after?: number;
	/** Answered instead of the truth. */
	status?: number;
	headers?: Record<string, string>;
	body?: object;
	/** Carry the request out and only then answer with the fault. */
	doFirst?: boolean;
	/** Close the connection without an answer. */
	cut?: boolean;
	/** Let something happen just before the request is carried out. */
	meanwhile?: () => void | Promise<void>;
}

/** A GitHub that keeps state and judges every request by GitHub's own descriptions. */
export interface FakeGitHub {
	url: string;
	graphqlUrl: string;
	state: State;
	requests: Request[];
	/** Requests that GitHub would refuse; a test that made none on purpose expects none. */
	breaches: string[];
	faults: Fault[];
	close: () => Promise<void>;
}

/** Starts one on loopback; `prefix` "/api/v3" makes it a GitHub Enterprise Server. */
export async function startFakeGitHub(setup: { repository: string; prefix?: string }): Promise<FakeGitHub> {
	const state: State = {
		repository: setup.repository,
		tokens: new Map(),
		pulls: new Map(),
		checkRuns: [],
		sarifUploads: [],
		artifacts: [],
		collaborators: new Map(),
		reactions: [],
		runs: [],
		contents: new Map(),
		commits: [],
		workflows: new Set(),
		dispatches: [],
		refusedAnchors: new Set(),
		nextId: 1000,
	};
	const prefix = setup.prefix ?? "";
	const fake = { state, requests: [] as Request[], breaches: [] as string[], faults: [] as Fault[] };
	const server = createServer((request, response) => {
		serve(fake, prefix, request, response).catch((error: unknown) => {
			fake.breaches.push(`the fake itself failed: ${error}`);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		...fake,
		url: `${origin}${prefix}`,
		graphqlUrl: prefix === "" ? `${origin}/graphql` : `${origin}/api/graphql`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

type Kept = Pick<FakeGitHub, "state" | "requests" | "breaches" | "faults">;

async function serve(
	fake: Kept,
	prefix: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
	const bytes = await readAll(request);
	if (url.pathname.startsWith("/storage/")) return sendStored(fake.state, url, request, response);
	const results = answerResults(fake.state, url.origin, url.pathname, bytes);
	if (results !== null) return send(response, results);
	const isGraphql = url.pathname === (prefix === "" ? "/graphql" : "/api/graphql");
	if (!isGraphql) url.pathname = url.pathname.slice(prefix.length);
	const asked = readAsked(request, url, bytes, isGraphql);
	fake.requests.push(asked.logged);
	const fault = takeFault(fake.faults, asked.logged.operation);
	await fault?.meanwhile?.();
	const happens = fault === null || fault.doFirst === true || (fault.status === undefined && !fault.cut);
	const truth = happens ? await carryOut(fake, asked) : { status: 500 };
	const answer = faultAnswer(fault) ?? truth;
	asked.logged.status = answer === "cut" ? 0 : answer.status;
	if (answer === "cut") response.destroy();
	else send(response, answer);
}

/** A request with what GitHub's description says of it; no verdict for GraphQL and unknown operations. */
interface Asked {
	url: URL;
	headers: IncomingMessage["headers"];
	isGraphql: boolean;
	body: unknown;
	verdict: Verdict | null;
	logged: Request;
}

function readAsked(request: IncomingMessage, url: URL, bytes: Buffer, isGraphql: boolean): Asked {
	const method = request.method ?? "";
	const body: unknown = bytes.length === 0 ? undefined : JSON.parse(bytes.toString("utf8"));
	const verdict = isGraphql ? null : judgeRequest(method, url, body);
	const operation = isGraphql ? "graphql" : (verdict?.operation ?? "unknown");
	const logged = { operation, method, path: url.pathname, body, status: 0 };
	return { url, headers: request.headers, isGraphql, body, verdict, logged };
}

function faultAnswer(fault: Fault | null): Answer | "cut" | null {
	if (fault?.cut) return "cut";
	if (fault?.status === undefined) return null;
	return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? { message: "fault" } };
}

function takeFault(faults: Fault[], operation: string): Fault | null {
	for (const fault of faults) {
		if (fault.on !== operation) continue;
		if ((fault.after ?? 0) > 0) {
			fault.after = (fault.after ?? 0) - 1;
			continue;
		}
		fault.times = (fault.times ?? 1) - 1;
		if (fault.times === 0) faults.splice(faults.indexOf(fault), 1);
		return fault;
	}
	return null;
}

async function carryOut(fake: Kept, asked: Asked): Promise<Answer> {
	const asksForToken = asked.verdict?.operation === "apps/create-installation-access-token";
	if (asksForToken) return installationToken(fake.state, asked.headers.authorization ?? "");
	const token = fake.state.tokens.get((asked.headers.authorization ?? "").replace(/^(token|bearer) /i, ""));
	if (token === undefined) return { status: 401, body: { message: "Bad credentials" } };
	try {
		return asked.isGraphql
			? await carryOutGraphql(fake, token, asked.body)
			: carryOutRest(fake.state, token, asked);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { method, path } = asked.logged;
		if (error.isBreach) fake.breaches.push(`${method} ${path}: ${error.status} ${error.message}`);
		return { status: error.status, body: { message: error.message } };
	}
}

function carryOutRest(state: State, token: Token, { url, headers, body, verdict, logged }: Asked): Answer {
	const handler = verdict === null ? undefined : handlers[verdict.operation];
	if (verdict === null || handler === undefined) {
		throw new Refusal(404, `no such operation: ${logged.method} ${logged.path}`);
	}
	if (verdict.breaches.length > 0) throw new Refusal(422, verdict.breaches.join("; "));
	checkPermission(token, handler);
	if (verdict.parameters.owner !== undefined) checkRepository(state, verdict.parameters);
	const answer = handler.handle({
		state,
		token,
		parameters: verdict.parameters,
		query: url.searchParams,
		accept: headers.accept ?? "",
		body: (body ?? {}) as Record<string, unknown>,
		base: url.href.split("?")[0] as string,
	});
	if (answer.status < 400 && !verdict.statuses.includes(String(answer.status))) {
		throw new Refusal(
			500,
			`the fake answers ${verdict.operation} with ${answer.status}, which GitHub does not`,
		);
	}
	return answer;
}

/** The token of a GitHub App's installation, for who shows a JSON web token; it is the one named "installation". */
function installationToken(state: State, authorization: string): Answer {
	const isJwt = /^bearer [\w-]+\.[\w-]+\.[\w-]+$/i.test(authorization);
	if (!isJwt || !state.tokens.has("installation"))
		return { status: 401, body: { message: "Bad credentials" } };
	const expires_at = new Date(Date.now() + 3_600_000).toISOString();
	return {
		status: 201,
		body: { token: "installation", expires_at, permissions: {}, repository_selection: "all" },
	};
}

function checkRepository(state: State, { owner, repo }: Record<string, string>): void {
	if (`${owner}/${repo}` !== state.repository) throw new Refusal(404, "Not Found", false);
}

async function carryOutGraphql(fake: Kept, token: Token, body: unknown): Promise<Answer> {
	const { body: answer, breach } = await answerGraphql(fake.state, token, body as { query: string });
	if (breach !== null) fake.breaches.push(`graphql: ${breach}`);
	return { status: 200, body: answer };
}

function sendStored(state: State, url: URL, request: IncomingMessage, response: ServerResponse): void {
	const artifact = state.artifacts.find((one) => String(one.id) === url.pathname.split("/").at(-1));
	// The storage host is another than GitHub's and must not see the token.
	if (artifact === undefined || request.headers.authorization !== undefined) send(response, { status: 400 });
	else send(response, { status: 200, raw: artifact.zip, headers: { "content-type": "application/zip" } });
}

function send(response: ServerResponse, answer: Answer): void {
	const body = answer.raw ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
	const type = answer.raw === undefined ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
	response.writeHead(answer.status, { "content-type": type, ...answer.headers });
	response.end(body);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** A pull request to start from; `diff` is the diff of its head. */
export function addPull(
	fake: { state: State },
	pull: Partial<Pull> & { headSha: string; diff: string },
): Pull {
	const { diff, ...rest } = pull;
	const added: Pull = {
		number: 7,
		state: "open",
		headRef: "feature",
		headRepository: fake.state.repository,
		baseSha: "b".repeat(40),
		diffs: new Map([[pull.headSha, diff]]),
		reviews: [],
		reviewComments: [],
		threads: new Map(),
		issueComments: [],
		...rest,
	};
	fake.state.pulls.set(added.number, added);
	return added;
}

/** A push to the pull request's branch. */
export function push(pull: Pull, headSha: string, diff: string): void {
	pull.headSha = headSha;
	pull.diffs.set(headSha, diff);
}
