/** A line without what carried it, and the name of the stream that the carrier says it belongs to. */
export interface CarriedLine {
	text: string;
	stream: string;
}

/** What a log collector or a web page puts before each line. A group named `stream` tells whose output it is. */
interface Carrier {
	name: string;
	sample: string;
	prefix: RegExp;
}

const isoTime = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d)?`;

/** Tried in this order, again and again until none fits. */
export const carriers: readonly Carrier[] = [
	{ name: "byte order mark", sample: "\uFEFFpanic: x", prefix: /^\uFEFF/ },
	{
		name: "Docker's stream of several outputs",
		sample: "\x02\0\0\0\0\0\0\x0bpanic: x",
		prefix: /^[\x00-\x02]\0{3}[\s\S]{4}/,
	},
	{
		name: "Docker's stream of several outputs, its header lost but for a character",
		sample: "g2024-05-01T10:00:00.123456789Z panic: x",
		prefix: /^\D(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z(?: |$))/,
	},
	{
		name: "Kubernetes CRI",
		sample: "2024-05-01T10:00:00.123456789Z stderr F panic: x",
		prefix: new RegExp(`^${isoTime} (?<stream>stdout|stderr) [FP] ?`),
	},
	{
		name: "GitLab timestamps",
		sample: "2024-05-01T10:00:00.123456Z 01O panic: x",
		prefix: new RegExp(`^${isoTime} \\d\\d[OE][ +]?`),
	},
	{
		name: "Heroku",
		sample: "2024-05-01T10:00:00.123456+00:00 app[web.1]: panic: x",
		prefix: new RegExp(`^${isoTime} (?<stream>\\w+\\[[\\w.-]+\\]): ?`),
	},
	{
		name: "journalctl -o short-iso",
		sample: "2024-05-01T10:00:00+0200 host api[311]: panic: x",
		prefix: new RegExp(`^${isoTime} [\\w.-]+ (?<stream>[\\w./@-]+\\[\\d+\\]): ?`),
	},
	{
		name: "GitHub Actions",
		sample: "2024-05-01T10:00:00.1234567Z panic: x",
		prefix: new RegExp(`^${isoTime}(?: |$)`),
	},
	{
		name: "syslog, journalctl",
		sample: "May  1 10:00:00 host api[311]: panic: x",
		prefix:
			/^(?:<\d+>)?(?:[A-Z][a-z]{2}|\d+月) [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \S+ (?<stream>[^\s[:]+(?:\[\d+\])?): ?/,
	},
	{
		name: "syslog, RFC 5424",
		sample: "<11>1 2024-05-01T10:00:00.123Z host api 311 - - panic: x",
		prefix: /^<\d+>1 \S+ \S+ (?<stream>\S+ \S+) \S+ (?:-|(?:\[[^\]]*\])+) ?(?:\uFEFF)?/,
	},
	{
		name: "kubectl logs --prefix",
		sample: "[pod/api-5f/api] panic: x",
		prefix: /^\[(?<stream>pod\/[^\]\s]+)\] ?/,
	},
	{
		name: "Jenkins and Buildkite timestamps",
		sample: "[2024-05-01T10:00:00.123Z] panic: x",
		prefix: new RegExp(`^\\[${isoTime}\\] ?`),
	},
	{ name: "Jenkins timestamper", sample: "10:00:00  panic: x", prefix: /^\d\d:\d\d:\d\d(?:\.\d+)? {1,2}/ },
	{
		name: "TeamCity",
		sample: "[10:00:00]W:\t [Step 1/2] panic: x",
		prefix: /^\[\d\d:\d\d:\d\d\](?:[ :]?[WEFi]?:?\s*)(?:\[[^\]]+\] )?/,
	},
	{ name: "Prow", sample: "I0328 16:45:14.315] panic: x", prefix: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+\] ?/ },
	{
		name: "gh run view --log",
		sample: "test\tRun go test\t2024-05-01T10:00:00.1234567Z panic: x",
		prefix: new RegExp(`^(?<stream>[^\\t]{1,200})\\t[^\\t]{0,200}\\t\\uFEFF?${isoTime} ?`),
	},
	{ name: "docker compose", sample: "api-1  | panic: x", prefix: /^(?<stream>[\w.-]+) *\| ?/ },
	{ name: "quotation", sample: "> panic: x", prefix: /^>[> ]* ?/ },
	{ name: "box", sample: "│ panic: x │", prefix: /^\s{0,40}[│┃║|] ?/ },
];

const boxEnd = /\s*[│┃║]\s*$|\s+\|\s*$/;
const escapeSequence =
	/\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|_[^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_=>])|(?:\^\[|␛)?\[\d{0,3}(?:;\d{1,3})*m/g;
const carriageReturn = 13;
const entity = /&(?:lt|gt|amp|quot|nbsp|#39|#x27|#34|#43|#x2B);/gi;
const entities: Readonly<Record<string, string>> = {
	"&lt;": "<",
	"&gt;": ">",
	"&amp;": "&",
	"&quot;": '"',
	"&nbsp;": " ",
	"&#39;": "'",
	"&#x27;": "'",
	"&#34;": '"',
	"&#43;": "+",
	"&#x2b;": "+",
};
/** A tab as rsyslog and `cat -t` write it. */
const escapedTabs = /^(?:#011|\^I)+/;
/** True for every line that a carrier can have touched: they all print a time of day, a bar, or begin with a bracket. */
const maybeCarried = /^[\x00-\x02]\0|^\s*[\uFEFF<[>│┃║]|\d:\d\d|\|/;
const nestingLimit = 8;

/** Takes colours, carriage returns, HTML escapes and the prefixes of all carriers off a line. */
export function strip(line: string): CarriedLine {
	let text = stripTerminal(line);
	if (text.includes("&")) text = text.replace(entity, (found) => entities[found.toLowerCase()] ?? found);
	let stream = "";
	for (let round = 0; round < nestingLimit && maybeCarried.test(text); round++) {
		const peeled = peel(text) ?? (/^\s/.test(text) ? peel(text.trimStart()) : null);
		if (!peeled) break;
		text = peeled.text;
		stream = peeled.stream === "" ? stream : `${stream}/${peeled.stream}`;
	}
	return { text: text.replace(escapedTabs, "\t"), stream };
}

/** Takes colours and carriage returns off a line, which test2json leaves in it too. */
export function stripTerminal(line: string): string {
	const text = line.includes("\x1b") || line.includes("[") ? line.replace(escapeSequence, "") : line;
	return withoutLineEnds(text);
}

function peel(text: string): CarriedLine | null {
	for (const carrier of carriers) {
		const match = carrier.prefix.exec(text);
		if (!match || match[0] === "") continue;
		const rest = text.slice(match[0].length);
		return {
			text: carrier.name === "box" ? rest.replace(boxEnd, "") : rest,
			stream: match.groups?.stream ?? "",
		};
	}
	return null;
}

/** Takes "\r" and "^M" off the end; step by step, as a pattern would try every run of them. */
function withoutLineEnds(text: string): string {
	let end = text.length;
	while (text.charCodeAt(end - 1) === carriageReturn || text.slice(end - 2, end) === "^M") {
		end -= text.charCodeAt(end - 1) === carriageReturn ? 1 : 2;
	}
	return end === text.length ? text : text.slice(0, end);
}
