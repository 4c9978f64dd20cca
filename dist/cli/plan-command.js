import { _ as readSettings, a as planAudit, c as splitIntoShards, g as localHost, i as interruptSignal, l as weighPackages, n as realFolder } from "./audit-command.js";
import { t as escapeJson } from "./escape-json.js";
import { a as wordsIn } from "./message.js";
import { n as givenSettings } from "./command-options.js";
import { t as readReport } from "./read-report.js";
import { t as say } from "./say.js";
import { n as writeResult } from "./write-result.js";
// src/cli/plan-command.ts
async function runPlan(operand, options) {
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
		packages: packages.join(" ")
	}));
	await writeResult(escapeJson(`${JSON.stringify({ include })}\n`), options);
	return gaps.length > 0 ? 2 : 0;
}
export { runPlan };
