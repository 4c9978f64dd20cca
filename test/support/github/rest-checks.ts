import { gunzipSync } from "node:zlib";
import type { Answer, Call } from "./call.ts";
import { newId, Refusal } from "./state.ts";

interface SentAnnotation {
	path: string;
	start_line: number;
	end_line: number;
	start_column?: number;
}

/** Refuses what GitHub refuses beyond its own description. */
function checkOutput(output: Record<string, unknown> | undefined): SentAnnotation[] {
	const tooLong = (text: unknown, most: number) => typeof text === "string" && Buffer.byteLength(text) > most;
	if (typeof output?.title === "string" && output.title.length > 255)
		throw new Refusal(422, "title is too long");
	if (tooLong(output?.summary, 65_535) || tooLong(output?.text, 65_535))
		throw new Refusal(422, "output is too long");
	const annotations = (output?.annotations ?? []) as SentAnnotation[];
	if (annotations.length > 50) throw new Refusal(422, "Only 50 annotations are allowed in a single request");
	annotations.forEach(checkAnnotation);
	return annotations;
}

function checkAnnotation({ path, start_line, end_line, start_column }: SentAnnotation): void {
	if (path.startsWith("/") || path.split("/").includes(".."))
		throw new Refusal(422, "path must be relative to the repository");
	if (end_line < start_line) throw new Refusal(422, "end_line must not precede start_line");
	if (start_column !== undefined && start_line !== end_line)
		throw new Refusal(422, "columns on several lines");
}

/** Creates a check run with its first annotations. */
export function createCheck(call: Call): Answer {
	const output = call.body.output as Record<string, string> | undefined;
	const check = {
		id: newId(call.state),
		name: call.body.name as string,
		headSha: call.body.head_sha as string,
		externalId: (call.body.external_id as string | undefined) ?? null,
		conclusion: (call.body.conclusion as string | undefined) ?? null,
		title: output?.title ?? "",
		summary: output?.summary ?? "",
		annotations: checkOutput(output),
	};
	call.state.checkRuns.push(check);
	return { status: 201, body: { id: check.id, html_url: `https://github.test/k${check.id}` } };
}

/** Changes a check run; annotations are appended. */
export function updateCheck(call: Call): Answer {
	const check = call.state.checkRuns.find((one) => one.id === Number(call.parameters.check_run_id));
	if (check === undefined) throw new Refusal(404, "Not Found", false);
	const output = call.body.output as Record<string, string> | undefined;
	check.annotations.push(...checkOutput(output));
	check.summary = output?.summary ?? check.summary;
	check.title = output?.title ?? check.title;
	check.conclusion = (call.body.conclusion as string | undefined) ?? check.conclusion;
	return { status: 200, body: { id: check.id } };
}

/** The check runs of a commit. */
export function listChecks(call: Call): Answer {
	const name = call.query.get("check_name");
	const found = call.state.checkRuns.filter(
		(check) => check.headSha === call.parameters.ref && (name === null || check.name === name),
	);
	const shown = found.map((check) => ({
		id: check.id,
		name: check.name,
		external_id: check.externalId,
		output: { annotations_count: check.annotations.length },
	}));
	return { status: 200, body: { total_count: shown.length, check_runs: shown } };
}

/** Takes SARIF, gzipped in base64. */
export function uploadSarif(call: Call): Answer {
	const zipped = Buffer.from(call.body.sarif as string, "base64");
	if (zipped.length > 10 * 1024 * 1024) throw new Refusal(413, "too large");
	const sarif = gunzipSync(zipped).toString("utf8");
	call.state.sarifUploads.push({
		commitSha: call.body.commit_sha as string,
		ref: call.body.ref as string,
		sarif,
	});
	return { status: 202, body: { id: `sarif-${call.state.sarifUploads.length}` } };
}

/** The artifacts of a run. */
export function listArtifacts(call: Call): Answer {
	const found = call.state.artifacts.filter(
		(one) =>
			one.runId === Number(call.parameters.run_id) && (call.query.get("name") ?? one.name) === one.name,
	);
	const shown = found.map((one) => ({
		id: one.id,
		name: one.name,
		size_in_bytes: one.zip.length,
		expired: false,
	}));
	return { status: 200, body: { total_count: shown.length, artifacts: shown } };
}

/** Leads to the storage of an artifact. */
export function downloadArtifact(call: Call): Answer {
	const artifact = call.state.artifacts.find((one) => one.id === Number(call.parameters.artifact_id));
	if (artifact === undefined) throw new Refusal(404, "Not Found", false);
	return { status: 302, headers: { location: `${new URL(call.base).origin}/storage/${artifact.id}` } };
}
