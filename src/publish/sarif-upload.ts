import { gzipSync } from "node:zlib";
import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import { RequestFailure } from "./github.ts";
import { answerOf } from "./request-failure.ts";

/** GitHub's limit of what is sent, compressed. */
const largestUpload = 10 * 1024 * 1024;

/** SARIF of one commit; `ref` is "refs/pull/7/head" or "refs/heads/main". */
export interface SarifUpload {
	owner: string;
	repo: string;
	commit: string;
	ref: string;
	sarif: object;
}

/** Uploads SARIF to code scanning; a later upload for the same commit replaces it. Rejects with a RequestFailure. */
export async function uploadSarif(
	octokit: Octokit,
	{ owner, repo, commit, ref, sarif }: SarifUpload,
): Promise<void> {
	const zipped = gzipSync(JSON.stringify(sarif));
	if (zipped.length > largestUpload) throw new RequestFailure("invalid", sentence("sarif-too-large", {}));
	const upload = { owner, repo, commit_sha: commit, ref, sarif: zipped.toString("base64") };
	await answerOf(octokit.rest.codeScanning.uploadSarif(upload));
}
