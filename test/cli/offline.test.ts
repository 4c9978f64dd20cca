import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { runCli, temporaryFolder } from "#test/support/built-cli.ts";

/** The gaps of a module whose only import is not on this machine, audited without a network. */
async function gapsOffline(t: TestContext, sum: string, env: Record<string, string> = {}): Promise<string[]> {
	const folder = temporaryFolder(t);
	const files = {
		"go.mod": "module example.com/m\n\ngo 1.24\n\nrequire example.com/absent v1.0.0\n",
		"go.sum": sum,
		"m.go": 'package m\n\nimport _ "example.com/absent"\n',
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	const { exitCode, stdout } = await runCli(["audit", folder, "--format", "json"], {
		env: { GOPROXY: "off", GOFLAGS: "-mod=mod -modcacherw", GOMODCACHE: temporaryFolder(t), ...env },
	});
	assert.equal(exitCode, 2);
	return JSON.parse(stdout).gaps.map(({ message }: { message: string }) => message);
}

const hash = `${"A".repeat(43)}=`;

test("without a network the gap says what go could not get, not what it was getting", async (t) => {
	const sum = `example.com/absent v1.0.0 h1:${hash}\nexample.com/absent v1.0.0/go.mod h1:${hash}\n`;
	const gaps = await gapsOffline(t, sum);
	assert.match(gaps.join("\n"), /module lookup disabled by GOPROXY=off/);
	assert.doesNotMatch(gaps.join("\n"), /go: downloading/);
});

test("what go says to do about go.sum is in the gap", async (t) => {
	const gaps = await gapsOffline(t, "", { GOFLAGS: "-mod=readonly -modcacherw" });
	assert.match(gaps.join("\n"), /missing go\.sum entry .* go (?:get|mod download)/);
});

test("a lint that cannot be built is a gap that says why", async (t) => {
	const cache = join(temporaryFolder(t), "file");
	writeFileSync(cache, "");
	const gaps = await gapsOffline(t, "", { GO_RACE_AUDIT_CACHE: cache });
	assert.match(gaps.join("\n"), /the lint could not be built: the cache folder .* cannot be used: ENOTDIR/);
});
