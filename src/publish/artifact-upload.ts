import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";

/** The runner's own service for artifacts. */
export interface ResultsService {
	/** ACTIONS_RESULTS_URL. */
	url: string;
	/** ACTIONS_RUNTIME_TOKEN. */
	token: string;
}

const timeoutMs = 60_000;
/** GitHub's scheme of artifacts that are one zip. */
const version = 4;

/**
 * Keeps files as an artifact of this workflow run, as `@actions/artifact` does, which for this one small zip would
 * treble our bundles. Throws an Error that says which step failed.
 */
export async function uploadArtifact(
	service: ResultsService,
	name: string,
	files: Readonly<Record<string, string>>,
): Promise<void> {
	const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
	const artifact = { ...backendIds(service.token), name };
	const created = await call(service, "CreateArtifact", { ...artifact, version });
	if (typeof created.signed_upload_url !== "string")
		throw new Error("CreateArtifact gave no address to upload to");
	await put(created.signed_upload_url, zip);
	const hash = `sha256:${createHash("sha256").update(zip).digest("hex")}`;
	await call(service, "FinalizeArtifact", { ...artifact, size: String(zip.length), hash });
}

/** The token's scope "Actions.Results:<run>:<job>" names the run and job that the artifact belongs to. */
function backendIds(token: string): { workflow_run_backend_id: string; workflow_job_run_backend_id: string } {
	const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
	const scope = /Actions\.Results:([^:\s"]+):([^:\s"]+)/.exec(payload);
	if (scope?.[1] === undefined || scope[2] === undefined) throw new Error("the runner's token names no run");
	return { workflow_run_backend_id: scope[1], workflow_job_run_backend_id: scope[2] };
}

async function call(
	{ url, token }: ResultsService,
	method: string,
	body: object,
): Promise<Record<string, unknown>> {
	const path = `/twirp/github.actions.results.api.v1.ArtifactService/${method}`;
	const response = await fetch(new URL(path, url), {
		method: "POST",
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(timeoutMs),
	});
	const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
	if (!response.ok || answer.ok !== true)
		throw new Error(`${method} answered ${response.status} ${answer.msg ?? ""}`.trim());
	return answer;
}

async function put(address: string, zip: Uint8Array<ArrayBuffer>): Promise<void> {
	const response = await fetch(address, {
		method: "PUT",
		headers: { "x-ms-blob-type": "BlockBlob", "content-type": "application/zip" },
		body: zip,
		signal: AbortSignal.timeout(timeoutMs),
	});
	if (!response.ok) throw new Error(`the artifact's storage answered ${response.status}`);
}
