import assert from "node:assert/strict";
import { test } from "node:test";
import { findRepositoryRoot } from "#host/git.ts";
import { localHost } from "#host/local-host.ts";
import { commitAll, temporaryFolder } from "#test/support/built-cli.ts";

/** With it git takes everything to be another user's; its own tests use it. */
const otherOwner = "GIT_TEST_ASSUME_DIFFERENT_OWNER";

test("a repository of another user is not taken for none", async (t) => {
	const folder = temporaryFolder(t, "examples/logserver");
	await commitAll(folder, "all");
	const host = localHost(new AbortController().signal, [otherOwner]);
	process.env[otherOwner] = "1";
	t.after(() => delete process.env[otherOwner]);
	await assert.rejects(findRepositoryRoot(host, folder), {
		name: "UserError",
		message: /belongs to another user.* git config --global --add safe\.directory \/\S+$/,
	});
});
