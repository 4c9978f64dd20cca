import assert from "node:assert/strict";
import { test } from "node:test";
import { childEnvironment } from "#host/child-environment.ts";

const own = {
	PATH: "/bin",
	GOFLAGS: "-mod=mod",
	GITHUB_TOKEN: "secret",
	INPUT_TOKEN: "secret",
	ACTIONS_RUNTIME_TOKEN: "secret",
	GOOGLE_APPLICATION_CREDENTIALS: "secret",
	AWS_SECRET_ACCESS_KEY: "secret",
	DATABASE_URL: "postgres://localhost",
};

test("a child gets what the go command needs, and no secret", () => {
	assert.deepEqual(childEnvironment(own, []), { PATH: "/bin", GOFLAGS: "-mod=mod" });
});

test("what the user asks to pass is passed, and what we add wins", () => {
	const environment = childEnvironment(own, ["DATABASE_URL"], { GOFLAGS: "" });
	assert.equal(environment.DATABASE_URL, "postgres://localhost");
	assert.equal(environment.GOFLAGS, "");
});
