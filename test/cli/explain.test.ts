import assert from "node:assert/strict";
import { test } from "node:test";
import { runCli } from "#test/support/built-cli.ts";

const stack = `goroutine 17 [running]:
example.com/app/logger.(*Logger).format(0xc0000fe310)
	/src/app/logger/logger.go:88 +0xc7
`;

const explain = (input: string, ...more: string[]) => runCli(["explain", "-", ...more], { input });

test("of a dump without the line that says what happened it is said what is missing", async () => {
	const { exitCode, stdout } = await explain(stack, "--format", "json");
	assert.equal(exitCode, 0);
	const { findings, gaps } = JSON.parse(stdout);
	assert.deepEqual(findings, []);
	assert.deepEqual(
		gaps.map(({ kind, message }: { kind: string; message: string }) => `${kind}: ${message}`),
		[
			"not-understood: line 1 begins a dump of goroutines, but the line that says what happened (panic:, fatal error:) is not there; give what stands above it too",
		],
	);
	assert.match((await explain(stack, "--lang", "vi")).stdout, /dòng 1 bắt đầu một bản dump goroutine/);
});

test("a panic that a server survived is not said to have had no recover", async () => {
	const survived = await explain(`http: panic serving [::1]:54074: bad plugin\n${stack}`);
	assert.match(
		survived.stdout.replaceAll(/\s+/g, " "),
		/recovered further up, and what was under way is lost/,
	);
	const died = await explain(`panic: bad plugin\n\n${stack}`);
	assert.match(died.stdout.replaceAll(/\s+/g, " "), /nothing between it and the goroutine's start recovers/);
});
