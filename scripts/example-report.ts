import { spawnSync } from "node:child_process";
import { Report } from "#domain/report.ts";

/** What the built program says of examples/logserver, audited now. */
export function auditExample(): Report {
	const args = ["dist/cli.js", "audit", "examples/logserver", "--format", "json", "--quiet"];
	const { stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (!stdout.startsWith("{")) throw new Error(`the audit of the example failed:\n${stderr}`);
	return Report.parse(JSON.parse(stdout));
}
