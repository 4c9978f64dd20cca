import { newId, type State } from "./state.ts";

/** What an answer of the runner's results service looks like. */
export interface ResultsAnswer {
	status: number;
	body: object;
}

const uploads = new WeakMap<State, Map<string, Uint8Array>>();

/** The service that keeps artifacts, and the storage behind it; the run's number is its token's first id. Null for other paths. */
export function answerResults(
	state: State,
	origin: string,
	path: string,
	body: Buffer,
): ResultsAnswer | null {
	const stored = uploads.get(state) ?? new Map<string, Uint8Array>();
	uploads.set(state, stored);
	if (path.startsWith("/upload/")) {
		stored.set(path, body);
		return { status: 201, body: {} };
	}
	const method = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(path)?.[1];
	if (method === undefined) return null;
	const asked = JSON.parse(body.toString("utf8")) as { workflow_run_backend_id: string; name: string };
	const place = `/upload/${asked.workflow_run_backend_id}/${asked.name}`;
	if (method === "CreateArtifact")
		return { status: 200, body: { ok: true, signed_upload_url: `${origin}${place}` } };
	const zip = stored.get(place);
	if (zip === undefined) return { status: 404, body: { ok: false, msg: "nothing was uploaded" } };
	const id = newId(state);
	state.artifacts.push({ id, runId: Number(asked.workflow_run_backend_id), name: asked.name, zip });
	return { status: 200, body: { ok: true, artifact_id: String(id) } };
}

/** A runner's token for a run, as far as anybody looks into it. */
export function runtimeToken(runId: number): string {
	const claims = JSON.stringify({ scp: `Actions.Results:${runId}:job` });
	return `x.${Buffer.from(claims).toString("base64url")}.y`;
}
