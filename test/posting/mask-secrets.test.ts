import assert from "node:assert/strict";
import { test } from "node:test";
import { maskSecrets } from "#posting/mask-secrets.ts";

// Put together here, so that no scanner takes this file for a leak.
const secrets = [
	`ghp_${"a1B2".repeat(9)}`,
	`ghs_${"a1B2".repeat(9)}`,
	`github_pat_${"a1B2_".repeat(16)}`,
	`AKIA${"ABCD1234".repeat(2)}`,
	`xoxb-${"1234567890".repeat(3)}`,
	`eyJ${"hbGci".repeat(4)}.eyJ${"zdWIi".repeat(4)}.${"c2ln".repeat(5)}`,
	`-----BEGIN RSA PRIVATE KEY-----\n${"MIIE".repeat(20)}\n-----END RSA PRIVATE KEY-----`,
];

test("what looks like a secret is masked wherever it stands", () => {
	for (const secret of secrets) {
		const masked = maskSecrets({ message: `panic: token ${secret} expired`, lines: [[secret]] });
		assert.deepEqual(masked, { message: "panic: token *** expired", lines: [["***"]] }, secret);
	}
	assert.equal(maskSecrets("postgres://app:hunter22@db:5432/x"), "postgres://app:***@db:5432/x");
	assert.equal(maskSecrets("Authorization: Bearer abcdefgh.ijkl"), "Authorization: Bearer ***");
});

test("what a report is made of stays as it is", () => {
	const plain = [
		"0123456789abcdef",
		"b".repeat(40),
		"0x00c000012345",
		"/home/runner/go/pkg/mod/golang.org/x/net@v0.30.0/http2/server.go:123",
		"https://github.com/o/r/blob/main/guide/en/race-map.md#race-map",
		"sync.(*WaitGroup).Add(...)",
		"git@github.com:o/r.git",
		"http://127.0.0.1:8080/a@b",
		"github.com/a/b.(*T).skipAuthorization",
	];
	assert.deepEqual(maskSecrets({ plain, line: 3, at: null }), { plain, line: 3, at: null });
});
