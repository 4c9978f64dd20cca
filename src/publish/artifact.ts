import type { Octokit } from "@octokit/rest";
import { sentence } from "#text/message.ts";
import { RequestFailure } from "./github.ts";
import { answerOf } from "./request-failure.ts";
import { type ZipEntry, zipEntries } from "./zip.ts";

/** A report as it came out of an artifact, unread. */
export interface StoredReport {
	artifact: string;
	text: string;
}

/** How much is taken in of one run's artifacts together, in bytes. */
export interface ArtifactLimits {
	zips: number;
	reports: number;
}

/** For a job, which has a machine to itself. */
export const jobLimits: ArtifactLimits = { zips: 32 * 1024 * 1024, reports: 64 * 1024 * 1024 };
/** For a server, which others need too: JSON that is meant to takes thirty times its length in memory. */
export const serverLimits: ArtifactLimits = { zips: 1024 * 1024, reports: 2 * 1024 * 1024 };

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
	limits: ArtifactLimits,
): Promise<StoredReport[]> {
	const list = octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, { ...run, per_page: 100 });
	const found = newestOfEachName(
		(await answerOf(list)).filter((one) => one.name === name || one.name.startsWith(`${name}-`)),
	);
	if (found.length > mostArtifacts)
		throw new RequestFailure(
			"invalid",
			sentence("too-many-artifacts", { count: found.length, name: `${name}-…`, most: mostArtifacts }),
		);
	const reports: StoredReport[] = [];
	let { zips, reports: characters } = limits;
	for (const { id, name: artifact } of found) {
		const zip = await download(octokit, run, id, zips);
		const text = readZip(zip, artifact, characters);
		zips -= zip.length;
		characters -= text.length;
		reports.push({ artifact, text });
	}
	return reports;
}

/** A run that is started again leaves its artifacts beside those of before. */
function newestOfEachName<T extends { id: number; name: string }>(artifacts: readonly T[]): T[] {
	const inOrder = artifacts.toSorted((a, b) => a.id - b.id);
	return [...new Map(inOrder.map((one) => [one.name, one])).values()];
}

async function download(
	octokit: Octokit,
	{ owner, repo }: { owner: string; repo: string },
	id: number,
	limit: number,
) {
	const asked = octokit.rest.actions.downloadArtifact({
		owner,
		repo,
		artifact_id: id,
		archive_format: "zip",
		// The storage's address is signed and must not be handed our token.
		request: { redirect: "manual" },
	});
	const location = (await answerOf(asked)).headers.location;
	if (location === undefined) throw new RequestFailure("other", sentence("artifact-without-address", {}));
	const response = await fetch(location, { signal: AbortSignal.timeout(120_000) });
	if (!response.ok || response.body === null)
		throw new RequestFailure("other", sentence("artifact-storage-answered", { status: response.status }));
	return readAtMost(response.body, limit);
}

async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > limit) throw new RequestFailure("invalid", sentence("artifact-too-large", { limit }));
		chunks.push(chunk);
	}
	return new Uint8Array(Buffer.concat(chunks));
}

/** The report in a zip that holds nothing but reports, of at most so many bytes. Throws a RequestFailure. */
export function readZip(zip: Uint8Array, artifact: string, most: number): string {
	try {
		return new TextDecoder().decode(reportIn(zip, most));
	} catch (error) {
		if (error instanceof RequestFailure) throw error;
		const why = error instanceof Error ? error.message : String(error);
		throw new RequestFailure("invalid", sentence("artifact-refused", { artifact, why }));
	}
}

function reportIn(zip: Uint8Array, most: number): Uint8Array {
	const files = new Map<string, ZipEntry>();
	for (const entry of zipEntries(zip)) {
		const shown = JSON.stringify(entry.name.slice(0, 100));
		if (!known.has(entry.name)) throw new Error(`it holds the file ${shown}`);
		if (files.has(entry.name)) throw new Error(`it holds the file ${shown} twice`);
		files.set(entry.name, entry);
	}
	const report = files.get("report.json");
	if (report === undefined) throw new Error("it holds no report.json");
	return report.read(most);
}
