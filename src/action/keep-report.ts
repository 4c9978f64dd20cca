import { join } from "node:path";
import type { Report } from "#domain/report.ts";
import { localFiles } from "#host/files.ts";
import { runnerLog, type Surroundings, writeOrWarn } from "#host/runner.ts";
import { uploadArtifact } from "#publish/artifact-upload.ts";
import { renderSarif } from "#render/sarif.ts";
import { publishingWords } from "#text/publishing.ts";
import type { Text } from "#text/text.ts";
import type { Inputs } from "./inputs.ts";

/** Writes the report, and SARIF when it is wanted, where later steps and jobs find them; gives the paths, "" for none. */
export async function keepReport(
	environment: Readonly<Record<string, string | undefined>>,
	inputs: Inputs,
	at: Surroundings,
	report: Report,
	text: Text,
): Promise<{ report: string; sarif: string }> {
	const folder = join(at.temporary, "race-audit");
	const files: Record<string, string> = { "report.json": JSON.stringify(report) };
	if (inputs.sarif !== "off") files["report.sarif"] = JSON.stringify(renderSarif(report, text));
	const kept = new Map<string, string>();
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, name);
		const write = () => localFiles.writeText(path, content);
		if (await writeOrWarn(path, text.language, write)) kept.set(name, path);
	}
	if (inputs.upload) await upload(environment, report.plan.shard, files, text);
	return { report: kept.get("report.json") ?? "", sarif: kept.get("report.sarif") ?? "" };
}

/** Keeps the files as an artifact of the run. An audit does not fail for want of it. */
async function upload(
	environment: Readonly<Record<string, string | undefined>>,
	shard: string | null,
	files: Readonly<Record<string, string>>,
	text: Text,
): Promise<void> {
	const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = environment;
	const words = publishingWords[text.language];
	if (!url || !token) return runnerLog.warning(words.noArtifactService);
	const name = shard === null ? "race-audit-report" : `race-audit-report-${shard.replace("/", "-of-")}`;
	try {
		await uploadArtifact({ url, token }, name, files);
	} catch (error) {
		runnerLog.warning(words.notUploaded(error instanceof Error ? error.message : String(error)));
	}
}
