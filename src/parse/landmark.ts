/** A line that starts a report or a crash; `prefix` is what stands before it on the line. */
export interface Landmark {
	kind: "race" | "panic" | "fatal" | "signal" | "handled" | "dump";
	prefix: string;
	/** What follows the words that mark it, e.g. a panic's value. */
	rest: string;
	/** The header of a dump that stands behind the value on the same line, as echo prints it. */
	header: string | null;
	/** The line alone shows that a panic was caught: no sentence about a panic looks like it. */
	certain: boolean;
}

/** A test cheap enough for every line: false where no landmark or notable line can be. */
export const maybeNotable =
	/DATA RACE|[Pp]anic|PANIC|fatal error: |goroutine [0-9]|main goroutine:|SIG[A-Z]{2,5}: |Exception 0x|ecover/;

// The access's heading of a report whose own first line is missing.
const headlessRace =
	/^(\s*|.*?\b(?=\w+(?: \w+)? at 0x))(?:Previous write|Previous read|Write|Read) (?:at 0x[0-9a-f]+ )?by (?:main goroutine|goroutine \d+):$/;
const raceLine = /^(.*?)WARNING: DATA RACE[.\s]*$/;
const panicLine = /^(.*?)\bpanic: (.*)$/;
const fatalLine = /^(.*?)\bfatal error: (.*)$/;
// "^\SIGQUIT: quit" is what a terminal shows of the key and of what it did.
const signalLine = /^(\s*|.*\s|.*\^\\)(SIG[A-Z]{2,5}: [a-z].*|Exception 0x[0-9a-f]+ .*)$/;
const dumpLine = /^(.*?)goroutine (\d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[.{1,200}\]:?)\s*$/;

/** A line of a handler about a panic it survived, with the panic's value in the last group. */
interface HandledLine {
	pattern: RegExp;
	certain: boolean;
}

/** Those of net/http, Kubernetes, gin, Traefik, negroni and echo; the last is of hand-written handlers. */
const handledLines: readonly HandledLine[] = [
	// http: panic serving 127.0.0.1:52012: runtime error: index out of range [1] with length 0
	{ certain: true, pattern: /^(.*?)http2?: panic serving \S+: (.*)$/ },
	// E0227 08:05:12.987113 1 runtime.go:79] Observed a panic: runtime.boundsError{x:1, y:1} (runtime error: index …)
	{
		certain: true,
		pattern:
			/^(.*?)(?:Observed a panic|Recovered from panic): (?:"(?:[^"\\]|\\.)*"|&?[\w.]+\{[^{}]*\}|\S+) \((.*)\)\s*$/,
	},
	// E0227 08:05:12.987113 1 panic.go:261] "Observed a panic" panic="boom" panicGoValue="\"boom\"" stacktrace=<
	{ certain: true, pattern: /^(.*?)"Observed a panic"(?: .*?)? panic="((?:[^"\\]|\\.)*)".*$/ },
	// 2023-09-18T08:22:33.676Z INFO Observed a panic in reconciler: runtime error: invalid memory address {"controller": …
	{ certain: true, pattern: /^(.*?)Observed a panic in [\w-]+: (.*?)(?:\s+\{.*)?$/ },
	{ certain: false, pattern: /^(.*?)Observed a panic: (.*?)(?:\s+\{.*)?$/ },
	// [GIN] 2024/05/01 - 10:00:00 [Recovery] 2024/05/01 - 10:00:00 panic recovered:
	{ certain: false, pattern: /^(.*?\[Recovery\].*? )panic recovered:(.*)$/ },
	// level=error msg="Recovered from panic in HTTP handler [10.0.0.7:41532 - /api]: runtime error: index out of range"
	{ certain: true, pattern: /^(.*?)Recovered from panic in http handler \[[^\]]*\]: (.*?)"?$/i },
	// [negroni] PANIC: boom
	{ certain: false, pattern: /^(.*?)\bPANIC: (.*)$/ },
	// [PANIC RECOVER] runtime error: index out of range; Middleware PANIC RECOVER: oops; recovered from panic: boom
	{
		certain: false,
		pattern:
			/^(.*?)\[?\b(?:panic recover(?:ed|y)?|recover(?:ed)? (?:from )?(?:a )?panic|caught panic|panic caught)\b\]?:? (.*)$/i,
	},
];

// a problem goroutine 32 [running]:
const joinedHeader = /^(.*?)[\s:]+(goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[^\]]{1,200}\]:)\s*$/;

/** Reads the landmark a line holds, or null. */
export function findLandmark(text: string): Landmark | null {
	if (text.includes("DATA RACE")) {
		const match = raceLine.exec(text);
		if (match) return landmarkOf("race", match[1], "");
	}
	const headless = text.includes("goroutine") ? headlessRace.exec(text.trimEnd()) : null;
	if (headless) return landmarkOf("race", headless[1], text.slice(headless[1]?.length).trim());
	return findHandled(text) ?? findCrash(text);
}

function landmarkOf(
	kind: Landmark["kind"],
	prefix: string | undefined,
	rest: string | undefined,
	certain = false,
): Landmark {
	const joined = kind === "dump" ? null : joinedHeader.exec(rest ?? "");
	return {
		kind,
		prefix: prefix ?? "",
		rest: joined?.[1] ?? rest ?? "",
		header: joined?.[2] ?? null,
		certain,
	};
}

function findHandled(text: string): Landmark | null {
	if (!/panic|PANIC/.test(text)) return null;
	for (const { pattern, certain } of handledLines) {
		const match = pattern.exec(text);
		if (match) return landmarkOf("handled", match[1], match[2], certain);
	}
	return null;
}

function findCrash(text: string): Landmark | null {
	const patterns = [
		["panic", panicLine],
		["fatal", fatalLine],
		["dump", dumpLine],
		["signal", signalLine],
	] as const;
	for (const [kind, pattern] of patterns) {
		const match = pattern.exec(text);
		if (match) return landmarkOf(kind, match[1], match[2]);
	}
	return null;
}

const testLine =
	/^\s*(?:\x16?=== (?:RUN|CONT|PAUSE|NAME|FAIL|Failed|PASS)\b|--- (?:FAIL|PASS|SKIP): |(?:FAIL|ok {2}|\? {3})\t|(?:FAIL|PASS)$|Found \d+ data race|exit status \d+$|(?:\S*testing\.go:\d+|testing): race detected|DONE \d+ tests)/;

/** Says whether a line shows that a report or crash above it is over. */
export function startsSomethingElse(text: string): boolean {
	if (testLine.test(text)) return true;
	const landmark = maybeNotable.test(text) ? findLandmark(text) : null;
	return landmark !== null && (landmark.kind === "race" || isStrong(landmark));
}

/** What a running benchmark has printed of its line. */
const benchmarkName = /^\s*Benchmark\S*\s+$/;

/** Says whether nothing stands before the landmark but what Go itself prints there. */
export function isStrong(landmark: Landmark): boolean {
	return landmark.prefix.trim() === "" || benchmarkName.test(landmark.prefix);
}
