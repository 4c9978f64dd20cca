import type { Octokit } from "@octokit/rest";
import { unzipSync } from "fflate";
import { RequestFailure } from "./github.ts";
import { answerOf } from "./request-failure.ts";

/** A report as it came out of an artifact, unread. */
export interface StoredReport {
	artifact: string;
	text: string;
}

/** More compressed or plain bytes than these are refused. */
const largestZip = 32 * 1024 * 1024;
const largestReport = 64 * 1024 * 1024;
/** GitHub runs no more jobs of one matrix. */
const mostArtifacts = 256;
const known = new Set(["report.json", "report.sarif"]);

/**
 * The reports among a workflow run's artifacts: those named `name`, or `name` and something behind it, one for each
 * shard. What is in them is a stranger's: nothing is written to disk, so no path or link of theirs leads anywhere.
 */
export async function downloadReports(
	octokit: Octokit,
	run: { owner: string; repo: string; run_id: number },
	name: string,
): Promise<StoredReport[]> {
	const list = octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, { ...run, per_page: 100 });
	const found = (await answerOf(list)).filter((one) => one.name === name || one.name.startsWith(`${name}-`));
	const reports: StoredReport[] = [];
	for (const { id, name: artifact } of found.slice(0, mostArtifacts)) {
		reports.push({ artifact, text: readZip(await download(octokit, run, id), artifact) });
	}
	return reports;
}

async function download(octokit: Octokit, { owner, repo }: { owner: string; repo: string }, id: number) {
	const asked = octokit.rest.actions.downloadArtifact({
		owner,
		repo,
		artifact_id: id,
		archive_format: "zip",
		// The storage's address is signed and must not be handed our token.
		request: { redirect: "manual" },
	});
	const location = (await answerOf(asked)).headers.location;
	if (location === undefined) throw new RequestFailure("other", "GitHub gave no address for the artifact");
	const response = await fetch(location, { signal: AbortSignal.timeout(120_000) });
	if (!response.ok || response.body === null)
		throw new RequestFailure("other", `the artifact's storage answered ${response.status}`);
	return readAtMost(response.body, largestZip);
}

async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > limit) throw new RequestFailure("invalid", `the artifact is larger than ${limit} bytes`);
		chunks.push(chunk);
	}
	return new Uint8Array(Buffer.concat(chunks));
}

/** The report in a zip that holds nothing but reports. */
export function readZip(zip: Uint8Array, artifact: string): string {
	const refuse = (why: string): never => {
		throw new RequestFailure("invalid", `the artifact ${artifact} was refused: ${why}`);
	};
	const files = unzip(zip, ({ name, originalSize }) => {
		if (!known.has(name)) return refuse(`it holds the file ${JSON.stringify(name.slice(0, 100))}`);
		if (originalSize > largestReport) return refuse("its report is too large");
		return name === "report.json";
	});
	const report = files?.["report.json"];
	return report === undefined ? refuse("it holds no report.json") : new TextDecoder().decode(report);
}

function unzip(zip: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
	try {
		return unzipSync(zip, { filter });
	} catch (error) {
		if (error instanceof RequestFailure) throw error;
		return null;
	}
}
