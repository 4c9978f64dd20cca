import lint from "../../lint/message/english.json" with { type: "json" };
import { englishErrors } from "./en-errors.ts";

const own = {
	"no-cgo":
		"the race detector needs cgo and a C compiler; install gcc or clang and set CGO_ENABLED=1 (tests ran without it)",
	"lint-not-built": "the lint could not be built: {detail}",
	"lint-interrupted": "the lint was interrupted",
	"lint-failed": "the lint failed: {detail}",
	"lint-not-json": "the lint printed something else than its JSON",
	"shard-missing": "shard {shard} left no report: its packages were not audited",
	"shards-too-many": "the reports speak of {total} shards, more than {most}",
	"shard-names-unknown": "the shard names the package {package}, which is not here",
	"dump-without-cause":
		"line {line} begins a dump of goroutines, but the line that says what happened (panic:, fatal error:) is not there; give what stands above it too",
	"race-without-accesses": "a race report without its accesses",
	"race-with-one-access": "a race report with only one of its two accesses",
	"race-with-unread-stack": "a race report with an access whose stack could not be read",
	"package-not-built": "the package does not build",
	"pattern-without-packages": "the pattern {pattern} matches no packages",
	"pattern-not-listed": "go cannot list {pattern}: {detail}",
	"tests-killed": "go test in {module} was silent past its time limit and was killed",
	"tests-failed": "go test failed in {module}: {detail}",
	"unfinished-killed": "{package}: not finished when go test was killed",
	"unfinished-interrupted": "{package}: not finished when the audit was interrupted",
	"unfinished-silent": "{package}: reported no result",
	"rejected-interrupted": "not tried to the end: the audit was interrupted",
	"rejected-no-time": "not tried to the end: the {seconds} s for fixes were over (--fix-budget)",
	"rejected-edits": "its edits do not fit the files",
	"rejected-syntax": "it does not parse: {detail}",
	"rejected-format": "it is not formatted",
	"rejected-build": "it does not build: {detail}",
	"rejected-vet": "go vet complains: {detail}",
	"rejected-lint": "the lint complains: {detail}",
	"rejected-lint-failed": "the lint could not look at it",
	"rejected-lint-still": "the lint still finds it",
	"rejected-still": "the finding is still there",
	"rejected-something-new": "the tests show something new with it",
	"rejected-hangs": "the tests hang with it, or take longer than the {seconds} s that a try gets",
	"rejected-test": "a test fails with it: {detail}",
	"rejected-skipped": "the test does not run with it",
	"rejected-rare": "shown too rarely: {runs} runs would be needed to prove it",
	"rejected-package": "the tests of the package fail with it",
} as const;

/** Every message of ours and of the lint in English; what stands in braces is put in. */
export const englishMessages = { ...lint, ...own, ...englishErrors };

/** The code of a message that has words. */
export type MessageCode = keyof typeof englishMessages;

/** The words of the messages that this program makes itself. */
export type OwnMessages = typeof own & typeof englishErrors;
