import assert from "node:assert/strict";
import { test } from "node:test";
import { failAction } from "#posting/fail-action.ts";

for (const { code, status, said } of [
	{ code: "ENOSPC", status: 2, said: "::error::/tmp/x: the disk is full; free some space\n" },
	{ code: "ERR_X", status: 3, said: "::error::this is a defect of go-race-audit, please report it%0A" },
]) {
	test(`an action that ${code} ends fails with ${status}`, (t) => {
		const write = t.mock.method(process.stdout, "write", () => true);
		const error = Object.assign(new Error("it ended"), { code, path: "/tmp/x" });
		const given = failAction(error, {});
		const printed = write.mock.calls.map((call) => String(call.arguments[0])).join("");
		write.mock.restore();
		assert.equal(given, status);
		assert.ok(printed.startsWith(said), printed);
	});
}
