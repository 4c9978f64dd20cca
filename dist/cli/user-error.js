// src/domain/user-error.ts
var UserError = class extends Error {
	name = "UserError";
	words;
	constructor({ message, words }) {
		super(message);
		this.words = words;
	}
};
// src/domain/plan.ts
const scopes = ["all", "affected"];
const efforts = [
	"quick",
	"standard",
	"deep"
];
const onlyParts = ["race", "lint"];
// src/domain/config.ts
const formats = [
	"text",
	"json",
	"markdown",
	"sarif",
	"html"
];
const languages = ["en", "vi"];
const options = {
	base: {
		type: "string",
		value: "ref",
		description: "compare with the merge base of this ref; without it every finding is new",
		commands: [
			"audit",
			"plan",
			"fix"
		],
		input: true
	},
	packages: {
		type: "list",
		value: "pattern",
		default: "./...",
		description: "package patterns to audit",
		commands: [
			"audit",
			"plan",
			"fix"
		],
		input: true
	},
	scope: {
		type: "choice",
		value: "scope",
		choices: scopes,
		default: "all",
		description: "all packages, or only those that the change affects through imports",
		commands: ["audit", "plan"],
		input: true
	},
	only: {
		type: "choice",
		value: "part",
		choices: onlyParts,
		description: "run only the tests under the race detector, or only the lint",
		commands: ["audit"],
		input: true
	},
	effort: {
		type: "choice",
		value: "effort",
		choices: efforts,
		default: "standard",
		description: "quick: one pass; standard: re-runs what was found; deep: also stresses the tests that reach the change",
		commands: ["audit"],
		input: true
	},
	shard: {
		type: "string",
		value: "i/N",
		description: "audit only the i-th of N shards of the packages",
		commands: ["audit"],
		input: true
	},
	shards: {
		type: "number",
		value: "N",
		default: "1",
		description: "how many shards to plan",
		commands: ["plan"],
		input: false
	},
	timings: {
		type: "string",
		value: "report.json",
		description: "an earlier report whose package times balance the shards",
		commands: ["plan"],
		input: false
	},
	timeout: {
		type: "duration",
		value: "duration",
		default: "10m",
		description: "time limit of one package's tests, as `go test -timeout`",
		commands: ["audit", "fix"],
		input: true
	},
	"stress-time": {
		type: "duration",
		value: "duration",
		default: "2m",
		description: "how long deep effort repeats the tests that reach the change",
		commands: ["audit"],
		input: true
	},
	"fix-budget": {
		type: "duration",
		value: "duration",
		default: "60s",
		description: "how long fixes for what was found are tried; 0s proposes none",
		commands: ["audit", "fix"],
		input: true
	},
	"go-flags": {
		type: "string",
		value: "flags",
		description: "further flags for the go command, such as `-tags=integration`",
		commands: [
			"audit",
			"plan",
			"fix"
		],
		input: true
	},
	"pass-env": {
		type: "list",
		value: "name",
		description: "environment variables that the tests need; all but Go's own are withheld",
		commands: ["audit", "fix"],
		input: true
	},
	lang: {
		type: "choice",
		value: "language",
		choices: languages,
		default: "en",
		description: "language of what is printed",
		commands: [
			"audit",
			"explain",
			"plan",
			"merge",
			"render",
			"publish",
			"fix",
			"guide"
		],
		input: true
	},
	config: {
		type: "string",
		value: "file",
		default: ".github/race-audit.yml",
		description: "file with suppressions and defaults",
		commands: [
			"audit",
			"plan",
			"fix"
		],
		input: true
	},
	format: {
		type: "choice",
		value: "format",
		choices: formats,
		default: "text",
		description: "form of the result",
		commands: [
			"audit",
			"explain",
			"render"
		],
		input: false
	},
	output: {
		type: "string",
		value: "file",
		description: "write the result to a file instead of standard output",
		commands: [
			"audit",
			"explain",
			"render",
			"merge",
			"plan"
		],
		input: false
	},
	"fail-on": {
		type: "choice",
		value: "findings",
		choices: [
			"new",
			"any",
			"never"
		],
		default: "new",
		description: "which findings make the exit code 1",
		commands: ["audit"],
		input: true
	},
	"guide-url": {
		type: "string",
		value: "url",
		description: "where the guide is published, for links in findings",
		commands: ["audit", "explain"],
		input: true
	},
	dir: {
		type: "string",
		value: "dir",
		description: "the sources that the log came from",
		commands: ["explain"],
		input: false
	},
	repo: {
		type: "string",
		value: "owner/name",
		description: "the repository on GitHub",
		commands: ["publish"],
		input: false
	},
	pull: {
		type: "number",
		value: "number",
		description: "the pull request to post to",
		commands: ["publish"],
		input: false
	},
	report: {
		type: "string",
		value: "report.json",
		description: "take the fix from this report instead of auditing again",
		commands: ["fix"],
		input: false
	},
	"dry-run": {
		type: "boolean",
		description: "print each request instead of sending it, or a fix as a diff instead of making it",
		commands: ["publish", "fix"],
		input: false
	},
	color: {
		type: "boolean",
		default: "true",
		description: "no colours (NO_COLOR and FORCE_COLOR are heeded too)",
		commands: [
			"audit",
			"explain",
			"render",
			"guide"
		],
		input: false
	},
	quiet: {
		type: "boolean",
		description: "no progress on standard error",
		commands: ["audit", "fix"],
		input: false
	},
	verbose: {
		type: "boolean",
		description: "say which commands run and how long they took",
		commands: ["audit"],
		input: false
	}
};
const defaultGuideUrl = "https://github.com/go-race-audit/go-race-audit/blob/main/guide";
// lint/message/english.json
var english_default = {
	"shared-returned": "{subject} ({type}) is returned while {who} may still write to it",
	"shared-handler": "{subject} ({type}) is {use} by requests that run at the same time, without a common lock",
	"shared-goroutines": "{subject} ({type}) is {use} by each of the goroutines started at {place}, without a common lock",
	"shared-loop": "{subject} ({type}) is {use} by each goroutine that the loop starts at {place}, without a common lock",
	"shared-function": "{subject} ({type}) is {use} in {function} and {otherUse} by {who}, without a common lock",
	"shared-two": "{subject} ({type}) is {otherUse} by {who} and {use} by {other}, without a common lock",
	"shared-calls": "{subject} ({type}) is {use} by the goroutine started at {place} without a lock: two calls of {function} start two of them at once",
	"shared-command": "{subject} ({type}) is {use} here while {who} may still write to it: Wait has not returned",
	"shared-streams": "{subject} ({type}) receives both outputs of the command started at {place}, which os/exec copies on two goroutines, without a common lock",
	"shared-here": "{subject} ({type}) is {use} here and {otherUse} by {who}, without a common lock",
	"shared-queued": "{subject} ({type}) is {use} by functions that several goroutines fetch and run, handed over at {place}, without a common lock",
	"shared-unguarded": "{subject} ({type}) is {use} in {function} without {lock}, which {other} holds when it is {otherUse} there",
	"shared-exported": "{subject} ({type}), a package variable, is {use} by {function} without a lock: two goroutines that call it do so at once",
	"shared-pooled": "the bytes of {subject} ({type}) are returned, but it is given back to its sync.Pool at {place}: whoever gets it next overwrites them",
	"shared-polled-by": "{subject} ({type}) is read by {function} while what it was given to at line {line} may write to it, without a common lock",
	"shared-polled-in-loop": "{subject} ({type}) is read in a loop that sleeps while what it was given to at line {line} may write to it, without a common lock",
	"variable-loop": "{subject} ({type}) is written by each goroutine that the loop starts at {place}, without a lock",
	"variable-two": "{subject} ({type}) is written by the goroutines started at {place} and {other}, without a lock",
	"variable-read": "{subject} ({type}) is written by the goroutine started at {place} while line {line} reads it: nothing in between waits",
	"variable-written": "{subject} ({type}) is written by the goroutine started at {place} while line {line} writes it: nothing in between waits",
	"waitgroup-add": "{subject}.Add counts the very goroutine that calls it: Wait may return before that has begun",
	"read-lock-write": "{subject} is changed while {lock} is only locked for reading: others may hold it for reading too",
	"mixed-atomic": "{subject} is used plainly here and changed by sync/atomic in {function}",
	"use-read": "read",
	"use-written": "written",
	"use-both": "read and written",
	"use-given-back": "given back to its sync.Pool",
	"at-line": "line {line}",
	"at-file": "{file}:{line}",
	"who-handler": "the handler at {place}",
	"who-command": "the command started at {place}",
	"who-callback": "the callback registered at {place}",
	"who-subtest": "the parallel test started at {place}",
	"who-queued": "the function handed to other goroutines at {place}",
	"who-callers": "callers of {function}",
	"who-next": "whoever gets it after {place}",
	"who-goroutine": "the goroutine started at {place}",
	"bare-goroutine": "a panic in the goroutine started here ends the process: it {why}",
	"bare-function": "a panic in the goroutine started here ends the process: {function} {why}",
	"bare-risk": "{risk} with no recover",
	"bare-risk-clause": "{risk}, with no recover",
	"bare-early": "{risk} before it defers the recover",
	"bare-early-clause": "{risk}, before it defers the recover",
	"risk-indexes": "indexes {value}",
	"risk-slices": "slices {value}",
	"risk-dereferences": "dereferences {value}",
	"risk-asserts": "asserts the type of {value}",
	"risk-divides": "divides by {value}",
	"risk-map": "writes to the map {value}",
	"risk-sends": "sends on {value}, which is closed elsewhere",
	"risk-closes": "closes {value}, which is closed elsewhere too",
	"risk-panics": "panics",
	"risk-calls": "calls {value}",
	"risk-calls-handed": "calls {value}, which was handed in",
	"risk-calls-unknown": "calls {value}, which is only known at run time",
	"risk-runs": "runs {value}",
	"risk-runs-handed": "runs {value}, which was handed in",
	"risk-runs-unknown": "runs {value}, which is only known at run time",
	"loop-defer-inside": "the recover deferred in this loop over {source} runs when the function returns, so the first panic ends the worker",
	"loop-recover-outside": "the first panic ends this worker over {source} while the process lives: its recover is outside the loop",
	"loop-callback": "this worker over {source} calls {value}, which was handed in, with no recover around each item",
	"source-work": "its work",
	"source-select": "a select",
	"misplaced-deferred-builtin": "defer recover() recovers nothing: recover has to be called by a deferred function",
	"misplaced-argument": "recover() is an argument of a deferred call of {function}: it is evaluated at once, not when the function panics",
	"misplaced-never-deferred": "recover() in {function} returns nil: {function} is only called, never deferred",
	"misplaced-in-goroutine": "recover() in the goroutine itself returns nil: it has to be called by a function that the goroutine defers",
	"misplaced-in-literal": "recover() in a function literal that is called, not deferred, returns nil",
	"misplaced-helper": "{function}() is called, not deferred: its recover returns nil",
	"misplaced-too-deep": "{function}() is one call too deep: its recover returns nil unless {function} itself is deferred",
	"misplaced-too-late": "this recover is deferred after the risky work: nothing that follows it can panic",
	"misplaced-other-goroutine": "this recover does not reach the goroutine that is started below it, and nothing else here can panic",
	"misplaced-unrecoverable": "no recover catches what this comment names: the runtime ends the process",
	"misplaced-fatal-text": "no recover catches what {text} names: the runtime ends the process",
	"misplaced-exit": "no recover catches {function}, and nothing else here can panic",
	"misplaced-other-function": "this recover is over when the function returned below runs, and nothing else here can panic",
	"misplaced-after-work": "recover() in {function} returns nil: {function} does its work first, and nothing here defers it",
	"misplaced-given": "recover() in a function that the deferred {function} is given is one call too deep: it returns nil",
	silent: "the recovered panic is dropped: no log, no error, no metric and no further panic tells of it",
	"ignore-no-analyzer": "race-audit:ignore names no analyzer",
	"ignore-unknown-analyzer": "race-audit:ignore names {analyzer}, which is no analyzer",
	"ignore-no-reason": "race-audit:ignore {analyzer} gives no reason, and so silences nothing",
	"gap-not-listed": "cannot be listed",
	"gap-ill-typed": "does not type-check",
	"gap-analyzer-failed": "an analyzer failed",
	"gap-facts": "its facts cannot be kept",
	"fix-defer-helper": "defer {helper} in the goroutine",
	"fix-recover-goroutine": "recover and log in the goroutine",
	"fix-recover-item": "recover around each item",
	"fix-recover-deferred": "recover in a deferred function, and log",
	"fix-lock-around": "put a lock around {variable}",
	"fix-atomic-everywhere": "use {variable} atomically everywhere",
	"fix-hold": "hold {mutex} wherever {variable} is used",
	"fix-guard": "guard {variable} with a mutex",
	"fix-atomic-type": "make {variable} an {type}",
	"fix-subtest-copy": "copy {variable} for each subtest",
	"fix-make-once": "make {variable} once",
	"fix-declare-inside": "declare {variable} in the goroutine",
	"fix-own-variable": "give the goroutine its own {variable}",
	"fix-wait-result": "wait for the goroutine that sets {variable}",
	"fix-loop-copy": "copy {variable} in each turn of the loop",
	"fix-add-early": "count the goroutine before it starts",
	"fix-set-before": "set {variable} before the goroutine starts",
	"fix-hold-several": "hold {mutex} wherever {variable} are used",
	"fix-hold-everywhere": "hold {mutex} at every access",
	"fix-close-once": "close {channel} once",
	"fix-own-element": "give each goroutine its own element of {variable}",
	"fix-waitgroup-go": "start the goroutine with Go of the WaitGroup",
	"fix-done-late": "call Done when the goroutine ends"
};
// src/text/en-errors.ts
const englishErrors = {
	"affected-needs-base": "--scope affected needs --base, to know what changed",
	"base-needs-repository": "--base needs a git repository, and {directory} is in none; leave --base out or run git init",
	"base-not-a-commit": "base {base} is not a commit here; fetch it first: git fetch origin {base}",
	"base-not-cloned": "the base {base} of the pull request is not in this clone; give actions/checkout fetch-depth: 0",
	"config-link": "config file {path} is a link that leads out of the repository; it was not read",
	"config-too-large": "config file {path} has more than {most} characters; it was not read",
	"config-wrong": "{name}: {detail}",
	"file-changed": "{file} has changed since the report was made; audit it again",
	"git-diff-failed": "git diff against {from} failed: {detail}",
	"git-failed": "git {command} of {commit} failed: {detail}",
	"git-refuses": "git does not read the repository {root}, because it belongs to another user; if you trust it: git config --global --add safe.directory {root}",
	"go-failed": "{command} failed in {directory}: {detail}",
	"go-too-old": "{version} is too old; go-race-audit needs Go 1.24 or newer",
	"input-empty": "{name} is empty; give the output of go test or a crash log",
	"input-is-folder": "{name} is a folder; name a file, or - for standard input",
	"key-not-pem": "PRIVATE_KEY is no key in PEM form",
	"no-artifact": "run {run} has no artifact {artifact}; the audit job leaves it with upload: true",
	"no-comment-event": "the event {event} is no comment on a pull request",
	"no-config": "config file {path} does not exist or cannot be read",
	"no-finding": "there is no finding {fingerprint}",
	"no-folder": "there is no folder {path}",
	"no-go": "go was not found on PATH; install Go 1.24 or newer from https://go.dev/dl/",
	"no-merge-base": "base {base} and HEAD have no common commit here; fetch the whole history (actions/checkout: fetch-depth: 0)",
	"no-module": "no go.mod in or above {directory}, and none below; run it in a Go module, or: go mod init <path>",
	"no-proved-fix": "no fix was proved for {fingerprint}{reasons}",
	"no-report": "there is no report {path}",
	"no-section": "the guide has no section {section}; did you mean {nearest}? \"guide\" alone lists them",
	"no-temporary-folder": "no temporary folder can be made in {folder} (TMPDIR): {detail}",
	"not-a-duration": "{name}: {text} is not a duration; write it as 90s, 10m or 1h30m",
	"not-a-go-file": "{file} is not a Go file of {root}, or is reached through a link, which fix does not follow",
	"not-a-port": "PORT: {text} is not a port",
	"not-a-report": "{name} is not a report of version 1: {where}: {detail}",
	"not-a-repository": "RERUN_REPOSITORY: {repository} is not owner/name",
	"not-a-shard": "shard: {text} is not a shard; write it as 2/5, the second of five",
	"not-a-workflow-file": "RERUN_WORKFLOW: {file} is no file name of a workflow",
	"not-json": "{name} is not JSON",
	"not-one-of": "{name}: {value} is not one of {choices}",
	"not-one-of-nearest": "{name}: {value} is not one of {choices}; did you mean {nearest}?",
	"not-the-request": "input {name} is not what the deciding job gives",
	"other-head": "{head} is checked out, not {expected}; give actions/checkout the ref that was asked for",
	"publish-needs-pull": "publish needs --pull and the number of the pull request",
	"publish-needs-repo": "publish needs --repo owner/name",
	"publish-needs-token": "publish needs a token in GITHUB_TOKEN that may write to pull requests; or give --dry-run",
	"report-not-json": "{path} is not JSON; give the report that audit --format json wrote",
	"report-of-other-commit": "{name} is about commit {head}, not {expected}; it was not posted",
	"report-of-other-repository": "{name} is about the repository {repository}, not {expected}; it was not posted",
	"report-too-large": "the report {path} is larger than 64 MiB; it was not read",
	"reports-of-several-commits": "the reports are about different commits, {commits}; merge those of one run",
	"several-findings": "{fingerprint} names {count} findings; give more of it",
	"token-empty-bot": "input token is empty; the job needs pull-requests: write",
	"token-empty-publish": "input token is empty; the job needs pull-requests: write and actions: read",
	"operand-missing": "{name} is missing; --help shows what the command takes",
	"value-missing": "the flag {name} needs a value",
	"too-many-operands": "{name} takes fewer operands; --help shows which",
	"unknown-command": "there is no command {name}; --help lists them",
	"unknown-command-nearest": "there is no command {name}; did you mean {nearest}?",
	"unknown-flag": "there is no flag {name}; --help lists them",
	"unknown-flag-nearest": "there is no flag {name}; did you mean {nearest}?",
	"not-a-whole-number": "{name}: {text} is not a whole number above 0",
	unreadable: "{name} cannot be read: {detail}",
	unwritable: "{name} cannot be written: {detail}",
	"variable-missing": "the environment variable {name} is not set",
	verbatim: "{text}",
	"disk-full": "the disk is full; free some space",
	"quota-used-up": "the disk quota is used up; free some space",
	"read-only": "the file system is read-only; set TMPDIR and GO_RACE_AUDIT_CACHE to folders that can be written",
	"permission-denied": "permission denied",
	"not-permitted": "the system does not permit it",
	"too-many-files": "too many files are open; raise the limit (ulimit -n)",
	"system-files": "the system has too many files open",
	"nothing-changed": "{fault}; nothing was changed. Make it and its folder writable, with room for a copy, or apply what fix --dry-run prints",
	"result-printed": "{fault}; the result stands on standard output instead",
	"fault-at": "{path}: {fault}",
	defect: "this is a defect of go-race-audit, please report it",
	"fix-applied": "{fix}: changed {files}",
	"report-unreadable": "the report {path} cannot be read: {detail}",
	"config-not-understood": "{name}: not understood",
	"unknown-keys": "{where}unknown key {keys}",
	"unknown-key": "\"{key}\"; did you mean \"{nearest}\"?",
	both: "{first}, {second}"
};
// src/text/en-messages.ts
const own = {
	"no-cgo": "the race detector needs cgo and a C compiler; install gcc or clang and set CGO_ENABLED=1 (tests ran without it)",
	"lint-not-built": "the lint could not be built: {detail}",
	"lint-interrupted": "the lint was interrupted",
	"lint-failed": "the lint failed: {detail}",
	"lint-not-json": "the lint printed something else than its JSON",
	"shard-missing": "shard {shard} left no report: its packages were not audited",
	"shards-too-many": "the reports speak of {total} shards, more than {most}",
	"shard-names-unknown": "the shard names the package {package}, which is not here",
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
	"rejected-package": "the tests of the package fail with it"
};
const englishMessages = {
	...english_default,
	...own,
	...englishErrors
};
// src/text/phrase.ts
function words(text) {
	return text.split("`").map((part, index) => index % 2 === 0 ? part : { code: part }).filter((part) => part !== "");
}
function say(literals, ...holes) {
	return literals.flatMap((literal, index) => {
		const hole = holes[index];
		if (hole === void 0) return words(literal);
		if (typeof hole === "string") return [...words(literal), { code: hole }];
		return [...words(literal), ...typeof hole === "number" ? [String(hole)] : hole];
	});
}
function listed(names, most = 5) {
	const shown = names.slice(0, most).flatMap((code, index) => index === 0 ? [{ code }] : [", ", { code }]);
	return names.length > most ? [...shown, ", …"] : shown;
}
function plainPhrase(phrase) {
	return phrase.map((part) => typeof part === "string" ? part : `\`${part.code}\``).join("");
}
function capital(phrase) {
	const [first, ...rest] = phrase;
	if (typeof first !== "string") return phrase;
	return [first.charAt(0).toUpperCase() + first.slice(1), ...rest];
}
// src/text/message.ts
const templates = {
	en: new Map(Object.entries(englishMessages)),
	vi: new Map(Object.entries({
		"shared-returned": "{subject} ({type}) được trả về trong khi {who} vẫn có thể đang ghi vào nó",
		"shared-handler": "các request chạy cùng lúc đều {use} {subject} ({type}) mà không có khóa chung",
		"shared-goroutines": "các goroutine được khởi động ở {place} đều {use} {subject} ({type}) mà không có khóa chung",
		"shared-loop": "mỗi goroutine mà vòng lặp khởi động ở {place} đều {use} {subject} ({type}), và không có khóa chung",
		"shared-function": "{function} {use} {subject} ({type}), còn {who} {otherUse} nó, mà hai bên không có khóa chung",
		"shared-two": "{who} {otherUse} {subject} ({type}), còn {other} {use} nó, mà hai bên không có khóa chung",
		"shared-calls": "goroutine được khởi động ở {place} {use} {subject} ({type}) mà không giữ khóa: hai lần gọi {function} khởi động hai goroutine như thế cùng lúc",
		"shared-command": "chỗ này {use} {subject} ({type}) trong khi {who} vẫn có thể đang ghi vào nó: Wait chưa trả về",
		"shared-streams": "{subject} ({type}) nhận cả hai luồng xuất của lệnh được chạy ở {place}, mà os/exec sao chép bằng hai goroutine không có khóa chung",
		"shared-here": "chỗ này {use} {subject} ({type}), còn {who} {otherUse} nó, mà hai bên không có khóa chung",
		"shared-queued": "các hàm được giao ở {place} cho nhiều goroutine lấy ra chạy đều {use} {subject} ({type}) mà không có khóa chung",
		"shared-unguarded": "{function} {use} {subject} ({type}) mà không giữ {lock}, trong khi {other} giữ khóa này khi {otherUse} nó",
		"shared-exported": "{function} {use} biến cấp package {subject} ({type}) mà không giữ khóa: hai goroutine cùng gọi hàm này sẽ làm thế cùng lúc",
		"shared-pooled": "các byte của {subject} ({type}) được trả về, nhưng nó đã được trả lại cho sync.Pool ở {place}: ai lấy nó ra tiếp theo sẽ ghi đè lên chúng",
		"shared-polled-by": "{function} đọc {subject} ({type}) trong khi đoạn mã nhận nó ở dòng {line} có thể đang ghi vào nó, mà không có khóa chung",
		"shared-polled-in-loop": "một vòng lặp có Sleep đọc {subject} ({type}) trong khi đoạn mã nhận nó ở dòng {line} có thể đang ghi vào nó, mà không có khóa chung",
		"variable-loop": "mỗi goroutine mà vòng lặp khởi động ở {place} đều ghi vào {subject} ({type}), và không có khóa",
		"variable-two": "các goroutine được khởi động ở {place} và {other} đều ghi vào {subject} ({type}), và không có khóa",
		"variable-read": "goroutine được khởi động ở {place} ghi vào {subject} ({type}) trong khi dòng {line} đọc nó: ở giữa không có gì chờ",
		"variable-written": "goroutine được khởi động ở {place} ghi vào {subject} ({type}) trong khi dòng {line} cũng ghi: ở giữa không có gì chờ",
		"waitgroup-add": "{subject}.Add đếm chính goroutine đang gọi nó: Wait có thể trả về trước khi goroutine ấy bắt đầu",
		"read-lock-write": "{subject} bị thay đổi trong khi {lock} chỉ được khóa để đọc: những bên khác cũng có thể đang giữ nó để đọc",
		"mixed-atomic": "{subject} được dùng như biến thường ở đây, còn {function} thay đổi nó bằng sync/atomic",
		"use-read": "đọc",
		"use-written": "ghi vào",
		"use-both": "đọc và ghi",
		"use-given-back": "trả lại",
		"at-line": "dòng {line}",
		"at-file": "{file}:{line}",
		"who-handler": "handler ở {place}",
		"who-command": "lệnh được chạy ở {place}",
		"who-callback": "callback được đăng ký ở {place}",
		"who-subtest": "test song song bắt đầu ở {place}",
		"who-queued": "hàm được giao cho goroutine khác ở {place}",
		"who-callers": "bên gọi {function}",
		"who-next": "bên lấy nó ra sau {place}",
		"who-goroutine": "goroutine được khởi động ở {place}",
		"bare-goroutine": "panic trong goroutine khởi động ở đây sẽ kết thúc cả tiến trình: goroutine này {why}",
		"bare-function": "panic trong goroutine khởi động ở đây sẽ kết thúc cả tiến trình: {function} {why}",
		"bare-risk": "{risk} mà không có recover",
		"bare-risk-clause": "{risk}, mà không có recover",
		"bare-early": "{risk} trước khi defer hàm recover",
		"bare-early-clause": "{risk}, trước khi defer hàm recover",
		"risk-indexes": "truy cập một phần tử của {value}",
		"risk-slices": "cắt {value}",
		"risk-dereferences": "truy cập qua con trỏ {value}",
		"risk-asserts": "dùng type assertion trên {value}",
		"risk-divides": "chia cho {value}",
		"risk-map": "ghi vào map {value}",
		"risk-sends": "gửi vào channel {value}, vốn bị đóng ở nơi khác",
		"risk-closes": "đóng channel {value}, vốn còn bị đóng ở nơi khác",
		"risk-panics": "gọi panic",
		"risk-calls": "gọi {value}",
		"risk-calls-handed": "gọi {value}, hàm do nơi khác truyền vào",
		"risk-calls-unknown": "gọi {value}, hàm chỉ biết được khi chạy",
		"risk-runs": "chạy {value}",
		"risk-runs-handed": "chạy {value}, hàm do nơi khác truyền vào",
		"risk-runs-unknown": "chạy {value}, hàm chỉ biết được khi chạy",
		"loop-defer-inside": "recover được defer trong vòng lặp xử lý {source} chỉ chạy khi hàm trả về, nên panic đầu tiên sẽ dừng hẳn worker",
		"loop-recover-outside": "panic đầu tiên dừng hẳn worker xử lý {source} trong khi tiến trình vẫn sống: recover nằm ngoài vòng lặp",
		"loop-callback": "worker xử lý {source} gọi {value}, hàm do nơi khác truyền vào, mà không có recover quanh từng mục",
		"source-work": "công việc của nó",
		"source-select": "một lệnh select",
		"misplaced-deferred-builtin": "defer recover() không recover được gì: recover phải được gọi bên trong một hàm được defer",
		"misplaced-argument": "recover() là tham số của lời gọi {function} được defer: nó được tính ngay lúc đó, không phải lúc hàm panic",
		"misplaced-never-deferred": "recover() trong {function} trả về nil: {function} chỉ được gọi, không nơi nào defer nó",
		"misplaced-in-goroutine": "recover() gọi thẳng trong goroutine trả về nil: nó phải nằm trong một hàm mà goroutine defer",
		"misplaced-in-literal": "recover() trong một hàm vô danh được gọi ngay, không được defer, nên trả về nil",
		"misplaced-helper": "{function}() được gọi chứ không được defer: recover bên trong trả về nil",
		"misplaced-too-deep": "{function}() nằm sâu thêm một tầng gọi: recover bên trong trả về nil, trừ khi chính {function} được defer",
		"misplaced-too-late": "recover này được defer sau đoạn mã có thể panic: phía sau nó không còn gì panic được nữa",
		"misplaced-other-goroutine": "recover này không bảo vệ được goroutine khởi động bên dưới, và ở đây không còn gì khác có thể panic",
		"misplaced-unrecoverable": "không recover nào bắt được điều mà chú thích này nêu: runtime sẽ kết thúc tiến trình",
		"misplaced-fatal-text": "không recover nào bắt được điều mà {text} nêu: runtime sẽ kết thúc tiến trình",
		"misplaced-exit": "không recover nào bắt được {function}, và ở đây không còn gì khác có thể panic",
		"misplaced-other-function": "recover này hết tác dụng trước khi hàm được trả về bên dưới chạy, và ở đây không còn gì khác có thể panic",
		"misplaced-after-work": "recover() trong {function} trả về nil: {function} làm việc của nó trước, và không nơi nào ở đây defer nó",
		"misplaced-given": "recover() trong hàm được trao cho {function} (lời gọi được defer) nằm sâu thêm một tầng gọi: nó trả về nil",
		silent: "panic đã recover bị bỏ qua: không log, không error, không metric và không panic lại, nên không ai biết",
		"ignore-no-analyzer": "race-audit:ignore không nêu analyzer nào",
		"ignore-unknown-analyzer": "race-audit:ignore nêu {analyzer}, nhưng không có analyzer nào tên như vậy",
		"ignore-no-reason": "race-audit:ignore {analyzer} không nêu lý do nên không có tác dụng",
		"gap-not-listed": "go list không đọc được package",
		"gap-ill-typed": "không qua được bước kiểm tra kiểu",
		"gap-analyzer-failed": "một analyzer gặp lỗi",
		"gap-facts": "không lưu được các fact của package",
		"fix-defer-helper": "defer {helper} trong goroutine",
		"fix-recover-goroutine": "recover và ghi log trong goroutine",
		"fix-recover-item": "recover quanh từng mục",
		"fix-recover-deferred": "recover trong một hàm được defer, và ghi log",
		"fix-lock-around": "bọc {variable} bằng một khóa",
		"fix-atomic-everywhere": "ở mọi nơi đều truy cập {variable} bằng atomic",
		"fix-hold": "giữ {mutex} ở mọi nơi dùng {variable}",
		"fix-guard": "bảo vệ {variable} bằng một mutex",
		"fix-atomic-type": "đổi {variable} thành {type}",
		"fix-subtest-copy": "tạo bản sao của {variable} cho từng subtest",
		"fix-make-once": "chỉ tạo {variable} một lần",
		"fix-declare-inside": "khai báo {variable} bên trong goroutine",
		"fix-own-variable": "cho goroutine một {variable} riêng",
		"fix-wait-result": "chờ goroutine gán {variable} kết thúc",
		"fix-loop-copy": "tạo bản sao của {variable} trong mỗi vòng lặp",
		"fix-add-early": "gọi Add trước khi goroutine bắt đầu",
		"fix-set-before": "gán {variable} trước khi goroutine bắt đầu",
		"fix-hold-several": "giữ {mutex} ở mọi nơi dùng {variable}",
		"fix-hold-everywhere": "giữ {mutex} ở mọi lần truy cập",
		"fix-close-once": "chỉ đóng {channel} một lần",
		"fix-own-element": "cho mỗi goroutine một phần tử riêng của {variable}",
		"fix-waitgroup-go": "khởi động goroutine bằng phương thức Go của WaitGroup",
		"fix-done-late": "gọi Done khi goroutine kết thúc",
		"no-cgo": "race detector cần cgo và một trình biên dịch C; hãy cài gcc hoặc clang và đặt CGO_ENABLED=1 (các test đã chạy mà không có race detector)",
		"lint-not-built": "không biên dịch được lint: {detail}",
		"lint-interrupted": "lint bị ngắt giữa chừng",
		"lint-failed": "lint gặp lỗi: {detail}",
		"lint-not-json": "lint in ra nội dung không phải JSON của nó",
		"shard-missing": "shard {shard} không để lại báo cáo: các package của nó chưa được kiểm tra",
		"shards-too-many": "các báo cáo nói tới {total} shard, nhiều hơn mức {most}",
		"shard-names-unknown": "shard nêu package {package}, nhưng ở đây không có package này",
		"race-without-accesses": "một báo cáo race thiếu các lần truy cập",
		"race-with-one-access": "một báo cáo race chỉ có một trong hai lần truy cập",
		"race-with-unread-stack": "một báo cáo race có lần truy cập không đọc được stack",
		"package-not-built": "package không biên dịch được",
		"pattern-without-packages": "mẫu {pattern} không khớp package nào",
		"pattern-not-listed": "go không liệt kê được {pattern}: {detail}",
		"tests-killed": "go test trong {module} im lặng quá thời hạn nên bị dừng",
		"tests-failed": "go test thất bại trong {module}: {detail}",
		"unfinished-killed": "{package}: chưa xong khi go test bị dừng",
		"unfinished-interrupted": "{package}: chưa xong khi lần kiểm tra bị ngắt",
		"unfinished-silent": "{package}: không báo kết quả nào",
		"rejected-interrupted": "chưa thử xong: lần kiểm tra bị ngắt giữa chừng",
		"rejected-no-time": "chưa thử xong: đã hết {seconds} giây dành cho các cách sửa (--fix-budget)",
		"rejected-edits": "các chỗ sửa không khớp với file",
		"rejected-syntax": "sai cú pháp: {detail}",
		"rejected-format": "chưa đúng định dạng gofmt",
		"rejected-build": "không biên dịch được: {detail}",
		"rejected-vet": "go vet báo lỗi: {detail}",
		"rejected-lint": "lint báo lỗi: {detail}",
		"rejected-lint-failed": "lint không kiểm tra được",
		"rejected-lint-still": "lint vẫn tìm thấy lỗi",
		"rejected-still": "lỗi vẫn còn",
		"rejected-something-new": "các test lại cho thấy một lỗi mới",
		"rejected-hangs": "các test bị treo, hoặc chạy quá {seconds} giây dành cho một lần thử",
		"rejected-test": "một test thất bại: {detail}",
		"rejected-skipped": "test không chạy nữa khi có cách sửa này",
		"rejected-rare": "lỗi hiện ra quá hiếm: phải chạy {runs} lần mới chứng minh được",
		"rejected-package": "các test của package thất bại",
		"affected-needs-base": "--scope affected cần --base để biết điều gì đã thay đổi",
		"base-needs-repository": "--base cần một git repository, mà {directory} không nằm trong repository nào; hãy bỏ --base hoặc chạy git init",
		"base-not-a-commit": "{base} không phải là commit ở đây; hãy tải về trước: git fetch origin {base}",
		"base-not-cloned": "commit gốc {base} của pull request không có trong bản clone này; hãy đặt fetch-depth: 0 cho actions/checkout",
		"config-link": "file cấu hình {path} là một liên kết dẫn ra ngoài repository; nó không được đọc",
		"config-too-large": "file cấu hình {path} dài hơn {most} ký tự; nó không được đọc",
		"config-wrong": "{name}: {detail}",
		"file-changed": "{file} đã thay đổi từ khi báo cáo được lập; hãy kiểm tra lại",
		"git-diff-failed": "git diff với {from} thất bại: {detail}",
		"git-failed": "git {command} của {commit} thất bại: {detail}",
		"git-refuses": "git không đọc kho mã {root} vì nó thuộc về người dùng khác; nếu bạn tin kho này: git config --global --add safe.directory {root}",
		"go-failed": "{command} thất bại trong {directory}: {detail}",
		"go-too-old": "{version} quá cũ; go-race-audit cần Go 1.24 trở lên",
		"input-empty": "{name} trống; hãy đưa vào output của go test hoặc một crash log",
		"input-is-folder": "{name} là một thư mục; hãy nêu tên một file, hoặc - để đọc từ standard input",
		"key-not-pem": "PRIVATE_KEY không phải là khóa ở dạng PEM",
		"no-artifact": "lần chạy {run} không có artifact {artifact}; job kiểm tra để lại nó khi có upload: true",
		"no-comment-event": "sự kiện {event} không phải là bình luận trên pull request",
		"no-config": "file cấu hình {path} không tồn tại hoặc không đọc được",
		"no-finding": "không có phát hiện {fingerprint}",
		"no-folder": "không có thư mục {path}",
		"no-go": "không tìm thấy go trong PATH; hãy cài Go 1.24 trở lên từ https://go.dev/dl/",
		"no-merge-base": "{base} và HEAD không có commit chung ở đây; hãy tải toàn bộ lịch sử (actions/checkout: fetch-depth: 0)",
		"no-module": "không có go.mod trong {directory}, ở trên hay ở dưới nó; hãy chạy trong một module Go, hoặc: go mod init <path>",
		"no-proved-fix": "chưa có cách sửa nào được chứng minh cho {fingerprint}{reasons}",
		"no-report": "không có báo cáo {path}",
		"no-section": "hướng dẫn không có mục {section}; có phải ý bạn là {nearest}? Lệnh \"guide\" không kèm gì sẽ liệt kê các mục",
		"no-temporary-folder": "không tạo được thư mục tạm trong {folder} (TMPDIR): {detail}",
		"not-a-duration": "{name}: {text} không phải là khoảng thời gian; hãy viết như 90s, 10m hoặc 1h30m",
		"not-a-go-file": "{file} không phải file Go của {root}, hoặc nằm sau một liên kết mà fix không đi theo",
		"not-a-port": "PORT: {text} không phải là một cổng",
		"not-a-report": "{name} không phải báo cáo phiên bản 1: {where}: {detail}",
		"not-a-repository": "RERUN_REPOSITORY: {repository} không có dạng chủ/tên",
		"not-a-shard": "shard: {text} không phải là một shard; hãy viết như 2/5, tức phần thứ hai trong năm",
		"not-a-workflow-file": "RERUN_WORKFLOW: {file} không phải tên file của một workflow",
		"not-json": "{name} không phải là JSON",
		"not-one-of": "{name}: {value} không thuộc {choices}",
		"not-one-of-nearest": "{name}: {value} không thuộc {choices}; có phải ý bạn là {nearest}?",
		"not-the-request": "input {name} không phải thứ mà job quyết định đưa ra",
		"other-head": "đang checkout {head}, không phải {expected}; hãy đưa cho actions/checkout đúng ref được yêu cầu",
		"publish-needs-pull": "publish cần --pull và số của pull request",
		"publish-needs-repo": "publish cần --repo chủ/tên",
		"publish-needs-token": "publish cần một token trong GITHUB_TOKEN có quyền ghi vào pull request; hoặc dùng --dry-run",
		"report-not-json": "{path} không phải là JSON; hãy đưa báo cáo do audit --format json ghi",
		"report-of-other-commit": "{name} nói về commit {head}, không phải {expected}; nó không được đăng",
		"report-of-other-repository": "{name} nói về repository {repository}, không phải {expected}; nó không được đăng",
		"report-too-large": "báo cáo {path} lớn hơn 64 MiB; nó không được đọc",
		"reports-of-several-commits": "các báo cáo nói về những commit khác nhau, {commits}; hãy gộp các báo cáo của cùng một lần chạy",
		"several-findings": "{fingerprint} ứng với {count} phát hiện; hãy ghi dài hơn",
		"token-empty-bot": "input token để trống; job cần quyền pull-requests: write",
		"token-empty-publish": "input token để trống; job cần quyền pull-requests: write và actions: read",
		"operand-missing": "thiếu {name}; --help cho biết lệnh nhận những gì",
		"value-missing": "cờ {name} cần một giá trị",
		"too-many-operands": "{name} nhận ít tham số hơn; --help cho biết những tham số nào",
		"unknown-command": "không có lệnh {name}; --help liệt kê các lệnh",
		"unknown-command-nearest": "không có lệnh {name}; có phải ý bạn là {nearest}?",
		"unknown-flag": "không có cờ {name}; --help liệt kê các cờ",
		"unknown-flag-nearest": "không có cờ {name}; có phải ý bạn là {nearest}?",
		"not-a-whole-number": "{name}: {text} không phải là số nguyên lớn hơn 0",
		unreadable: "không đọc được {name}: {detail}",
		unwritable: "không ghi được {name}: {detail}",
		"variable-missing": "biến môi trường {name} chưa được đặt",
		verbatim: "{text}",
		"disk-full": "đĩa đã đầy; hãy giải phóng chỗ trống",
		"quota-used-up": "đã dùng hết hạn mức đĩa; hãy giải phóng chỗ trống",
		"read-only": "hệ thống file chỉ cho đọc; hãy đặt TMPDIR và GO_RACE_AUDIT_CACHE trỏ đến thư mục ghi được",
		"permission-denied": "không có quyền truy cập",
		"not-permitted": "hệ thống không cho phép",
		"too-many-files": "đang mở quá nhiều file; hãy nâng giới hạn (ulimit -n)",
		"system-files": "hệ thống đang mở quá nhiều file",
		"nothing-changed": "{fault}; chưa có gì thay đổi. Hãy cho phép ghi vào file và thư mục của nó, chừa chỗ cho một bản sao, hoặc áp dụng bản vá mà fix --dry-run in ra",
		"result-printed": "{fault}; kết quả được in ra đầu ra chuẩn thay vào đó",
		"fault-at": "{path}: {fault}",
		defect: "đây là lỗi của go-race-audit, xin hãy báo lại",
		"fix-applied": "{fix}: đã sửa {files}",
		"report-unreadable": "không đọc được báo cáo {path}: {detail}",
		"config-not-understood": "{name}: không hiểu được",
		"unknown-keys": "{where}không có khóa {keys}",
		"unknown-key": "\"{key}\"; có phải ý bạn là \"{nearest}\"?",
		both: "{first}, {second}"
	}))
};
function sentence(code, args) {
	const message = {
		code,
		args
	};
	return {
		message: plain(sayMessage(message, "en") ?? []),
		words: message
	};
}
function sayMessage({ code, args }, language) {
	const template = templates[language].get(code);
	if (template === void 0) return null;
	return template.split(/\{(\w+)\}/).flatMap((part, index) => {
		if (index % 2 === 0) return words(part);
		return sayArgument(Object.hasOwn(args, part) ? args[part] : void 0, language);
	});
}
function wordsIn(language, { message, words }) {
	const said = words === void 0 ? null : sayMessage(words, language);
	return said === null ? message : plain(said);
}
function saidIn(language) {
	return (words, otherwise) => (words === void 0 ? null : sayMessage(words, language)) ?? [{ code: otherwise }];
}
function sayArgument(arg, language) {
	if (arg === void 0) return [];
	if (typeof arg === "object") return sayMessage(arg, language) ?? [];
	return typeof arg === "number" ? [String(arg)] : [{ code: arg }];
}
function plain(phrase) {
	return phrase.map((part) => typeof part === "string" ? part : part.code).join("");
}
function languageNamed(name) {
	return languages.find((language) => language === name) ?? "en";
}
// src/text/user-error.ts
function userError(code, args) {
	return new UserError(sentence(code, args));
}
export { wordsIn as a, plainPhrase as c, defaultGuideUrl as d, options as f, UserError as g, scopes as h, sentence as i, say as l, onlyParts as m, languageNamed as n, capital as o, efforts as p, saidIn as r, listed as s, userError as t, words as u };
