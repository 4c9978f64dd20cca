import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Report } from "#domain/report.ts";

/** Where the audit that the pictures show is kept. */
export const examplePath = "docs/pictures/example.json";

/** The audit that the pictures show. */
export function recordedExample(): Report {
	return Report.parse(JSON.parse(readFileSync(examplePath, "utf8")));
}

/** What the built program says of examples/logserver, audited now, as a runner of GitHub would have said it. */
export function recordExample(): Report {
	const args = ["dist/cli.js", "audit", "examples/logserver", "--format", "json", "--quiet"];
	const { stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (!stdout.startsWith("{")) throw new Error(`the audit of the example failed:\n${stderr}`);
	const goRoot = spawnSync("go", ["env", "GOROOT"], { encoding: "utf8" }).stdout.trim();
	const elsewhere = stdout
		.replaceAll(process.cwd(), "/home/runner/work/go-race-audit/go-race-audit")
		.replaceAll(goRoot, "/opt/hostedtoolcache/go/x64");
	const report = Report.parse(JSON.parse(elsewhere));
	// One incident of each cause is what is shown.
	return {
		...report,
		findings: report.findings.map((one) => ({ ...one, incidents: one.incidents.slice(0, 1) })),
	};
}
