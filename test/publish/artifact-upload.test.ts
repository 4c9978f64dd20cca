import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { readZip } from "#publish/artifact.ts";
import { uploadArtifact } from "#publish/artifact-upload.ts";

const claims = { scp: "Actions.Generic Actions.Results:run-1:job-2" };
const token = `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;

/** The runner's results service and the storage behind it. */
async function startService(t: TestContext, more: { createStatus?: number } = {}) {
	const calls: {
		path: string;
		authorization: string | undefined;
		blobType: string | undefined;
		body: Buffer;
	}[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { authorization, "x-ms-blob-type": blobType } = request.headers;
		calls.push({
			path: request.url ?? "",
			authorization,
			blobType: blobType as string,
			body: Buffer.concat(chunks),
		});
		const isCreate = request.url?.endsWith("/CreateArtifact") === true;
		response.writeHead(isCreate ? (more.createStatus ?? 200) : 200, { "content-type": "application/json" });
		const url = `http://${request.headers.host}/blob?sig=secret`;
		response.end(
			JSON.stringify(
				more.createStatus ? { msg: "conflict" } : { ok: true, signed_upload_url: url, artifact_id: "1" },
			),
		);
	});
	await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
	t.after(() => void server.close());
	return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test("a report is kept as one zip that the publish action reads again", async (t) => {
	const { calls, url } = await startService(t);
	await uploadArtifact({ url, token }, "race-audit-report", { "report.json": '{"version":1}' });
	const service = "/twirp/github.actions.results.api.v1.ArtifactService";
	assert.deepEqual(
		calls.map((call) => call.path),
		[`${service}/CreateArtifact`, "/blob?sig=secret", `${service}/FinalizeArtifact`],
	);
	const [create, blob, finalize] = calls;
	const ids = {
		workflow_run_backend_id: "run-1",
		workflow_job_run_backend_id: "job-2",
		name: "race-audit-report",
	};
	assert.deepEqual(JSON.parse(String(create?.body)), { ...ids, version: 4 });
	assert.deepEqual([blob?.authorization, blob?.blobType], [undefined, "BlockBlob"]);
	const zip = blob?.body ?? Buffer.of();
	assert.equal(readZip(zip, "x", 100), '{"version":1}');
	const hash = `sha256:${createHash("sha256").update(zip).digest("hex")}`;
	assert.deepEqual(JSON.parse(String(finalize?.body)), { ...ids, size: String(zip.length), hash });
});

test("a service that refuses is named in the error", async (t) => {
	const { url } = await startService(t, { createStatus: 409 });
	await assert.rejects(
		uploadArtifact({ url, token }, "n", {}),
		/^Error: CreateArtifact answered 409 conflict$/,
	);
	await assert.rejects(uploadArtifact({ url, token: "opaque" }, "n", {}), /names no run/);
});
