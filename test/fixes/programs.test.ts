import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "#host/local-host.ts";
import { resolveSettings } from "#plan/settings.ts";
import { audit } from "#src/audit.ts";
import { temporaryFolder } from "#test/support/built-cli.ts";

/** A few of the programs of bench/fixes/run.ts, one for each way to propose. */
const programs = {
	bufferfield: "guard Logger.buf with a mutex",
	capturederr: "give the goroutine its own err",
	missinglockhelper: "hold Queue.mu wherever Queue.items is used",
	recoverhandler: "recover and log in the goroutine",
};

test("proved fixes are in the report, and the fix command puts them into the tree", async (t) => {
	const folder = temporaryFolder(t, "test/programs/fixes");
	const settings = resolveSettings(
		{ packages: Object.keys(programs).map((name) => `./${name}`), "fix-budget": "5m" },
		{ ignore: [] },
		folder,
	);
	const report = await audit(settings, localHost(new AbortController().signal), () => {});
	assert.deepEqual(report.gaps, []);
	const path = join(folder, "report.json");
	writeFileSync(path, JSON.stringify(report));
	for (const [name, title] of Object.entries(programs)) {
		const finding = report.findings.find((one) => one.package === `fixes/${name}` && one.fixes.length > 0);
		assert.ok(
			finding,
			`${name}: ${JSON.stringify(report.findings.filter((one) => one.package === `fixes/${name}`))}`,
		);
		const [fix] = finding.fixes;
		assert.equal(fix?.title, title);
		assert.deepEqual({ ...fix?.verified, runs: 0 }, { builds: true, vets: true, runs: 0, hits: 0 });
		assert.ok((fix?.verified?.runs ?? 0) >= (finding.kind === "lint" ? 1 : 10));
		const arguments_ = ["src/cli/main.ts", "fix", finding.fingerprint, folder, "--report", path];
		const patch = execFileSync(process.execPath, [...arguments_, "--dry-run"], { encoding: "utf8" });
		execFileSync("git", ["apply", "--check"], { cwd: folder, input: patch });
		execFileSync(process.execPath, arguments_, { stdio: "ignore" });
	}
	const listed = execFileSync("gofmt", ["-l", "."], { cwd: folder, encoding: "utf8" });
	assert.equal(listed, "");
	const packages = Object.keys(programs).map((name) => `./${name}`);
	execFileSync("go", ["test", "-race", "-count=1", ...packages], { cwd: folder, stdio: "pipe" });
});
