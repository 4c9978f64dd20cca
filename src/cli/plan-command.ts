import { readSettings } from "#host/config-file.ts";
import { localHost } from "#host/local-host.ts";
import { planAudit } from "#pipeline/plan-audit.ts";
import { splitIntoShards, weighPackages } from "#plan/shards.ts";
import { escapeJson } from "#render/escape-json.ts";
import { wordsIn } from "#text/message.ts";
import { realFolder } from "./audit-command.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { interruptSignal } from "./interrupt.ts";
import { readReport } from "./read-report.ts";
import { say } from "./say.ts";
import { writeResult } from "./write-result.ts";

/** `plan`: a job matrix as one line of JSON, for `fromJSON` in a workflow. No shard is empty. */
export async function runPlan(operand: string | undefined, options: ParsedOptions): Promise<number> {
	const host = localHost(interruptSignal());
	const directory = await realFolder(operand ?? ".");
	const settings = await readSettings(host, directory, givenSettings(options));
	const { plan, gaps } = await planAudit(settings, host);
	for (const gap of gaps) say(wordsIn(settings.lang, gap));
	const { shards, timings } = options;
	const earlier = typeof timings === "string" ? (await readReport(timings)).timings : [];
	const names = plan.modules.flatMap((module) => module.packages.map((one) => one.importPath));
	const total = Math.min(Number(shards ?? 1), names.length);
	const include = splitIntoShards(weighPackages(names, earlier), total).map((packages, index) => ({
		shard: `${index + 1}/${total}`,
		packages: packages.join(" "),
	}));
	await writeResult(escapeJson(`${JSON.stringify({ include })}\n`), options);
	return gaps.length > 0 ? 2 : 0;
}
