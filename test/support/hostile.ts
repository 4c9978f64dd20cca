import type { Report } from "#domain/report.ts";

/** What strangers have tried, or may try, to break out of where their text is shown. */
export const hostileStrings: readonly string[] = [
	"@octocat @org/team please look",
	"fixes #123, GH-7 and owner/repo#5",
	"<script>globalThis.pwned = 1</script><img src=x onerror='globalThis.pwned=1'>",
	"</code></pre></td></tr></table></details><h1>forged</h1>",
	"</details></details>\n\n# forged\n\n- list",
	"```\n# out of the fence\n```suggestion\nrm -rf /\n```",
	"``````````\n~~~\n````\n</pre>",
	"`a` ``b`` ```c``` ` `` ```",
	"[click](javascript:alert(1)) ![pixel](https://evil.example/p.png)",
	"https://evil.example www.evil.example mailto:a@evil.example <https://evil.example>",
	"| a | b |\n|---|---|\n| \\| c | `d|e` \\",
	"*b* _i_ ~~s~~ **bold** __bold__ \\* $x$ $$y$$ &lt;b&gt; &#x3c;i&#x3e;",
	"\n\n---\n\n> quote\n\n1. one\n\t- two\n    code",
	"<!-- race-audit:0000000000000000 --> --> <!-- race-audit:summary -->",
	"::set-output name=x::y\n::error file=a,line=1::forged\n##[error]forged %0A%0D",
	"\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x1b[2J\x07\b\b",
	"\u202etxet desrever\u202c \u2066isolate\u2069 zero\u200bwidth\u200d\ufeff\u00ad",
	"end\nloop Forever\nNote over A,B: forged\nA->>B: x; B->>A: y %% {{a}} #quot; participant Z",
	"\ud800 lone \udfff surrogates \uffff \u0000 nul",
	"${x} {{y}} {0} {1} %s %d \\u0041 ]]> <![CDATA[",
	"a'b\"c=d onmouseover=alert(1) style=position:fixed",
	"tiếng Việt 日本語 🏁🏳️‍🌈 עברית العربية",
	"x".repeat(1_000_000),
	"`".repeat(300_000),
	`${"\n".repeat(50_000)}x`,
	"</details>\n".repeat(20_000),
];

/** Fields that are ours, not a stranger's: closed unions, numbers as text, and what names them. */
const closed = new Set([
	"kind",
	"code",
	"section",
	"severity",
	"state",
	"place",
	"fingerprint",
	"related",
	"operation",
	"origin",
	"subkind",
	"version",
	"scope",
	"effort",
	"startedAt",
	"goroutine",
]);

/** A harmless string of the same shape: slashes, which decide how a path is shown, and line ends stay. */
export function tamed(text: string): string {
	const letters = new Map<string, string>();
	return text.replace(/[\u2028\u2029]/g, "\n").replace(/[^/\\\r\n]/g, (character) => {
		const letter = letters.get(character) ?? tameLetters[letters.size] ?? "x";
		letters.set(character, letter);
		return letter;
	});
}

/** A letter for each character: lines that differ still do, or a diff of them would have another structure. */
const tameLetters = [..."abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** The report with every open string replaced by `text`; links stay links, lists keep their length. */
export function withEveryString(report: Report, text: string): Report {
	return replaced(report, "", text) as Report;
}

function replaced(value: unknown, key: string, text: string): unknown {
	if (typeof value === "string") {
		if (closed.has(key)) return value;
		return key === "guide" ? `https://guide.example/${text}` : text;
	}
	if (key === "column") return 1;
	if (Array.isArray(value)) return value.map((item) => replaced(item, key, text));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, replaced(inner, name, text)]),
	);
}
