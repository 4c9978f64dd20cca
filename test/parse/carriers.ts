/** What a place that people copy logs from does to each line. */
export interface Transformation {
	name: string;
	line: (text: string, index: number) => string;
	/** Indentation is lost, so that a value's lines cannot be told from the runtime's. */
	losesIndentation?: boolean;
	/** Space comes before what begins a line of bytes. */
	indents?: boolean;
	/** Only known from a second line with the same prefix, so that a crash of one line is not seen. */
	ownPrefix?: boolean;
}

const two = (n: number) => String(n).padStart(2, "0");
const clock = (index: number) =>
	`${two(10 + (Math.floor(index / 3600) % 12))}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}`;
const iso = (index: number) => `2024-05-01T${clock(index)}.${String(1234567 + index * 7919).slice(0, 7)}Z`;
const html = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&#34;");

/** Each must leave the incidents as they are. */
export const transformations: readonly Transformation[] = [
	{ name: "CRLF", line: (text) => `${text}\r` },
	{ name: "^M", line: (text) => `${text}^M` },
	{ name: "colours", line: (text) => `\x1b[0;31m${text}\x1b[0m` },
	{ name: "colours without escape", line: (text) => `^[[31m${text}^[[0m` },
	{ name: "GitHub Actions", line: (text, index) => `${iso(index)} ${text}` },
	{
		name: "gh run view --log",
		line: (text, index) => `test (1.26)\tRun go test ./...\t${iso(index)} ${text}`,
	},
	{ name: "docker compose", line: (text) => `api-1  | ${text}` },
	{ name: "docker compose, coloured", line: (text) => `\x1b[36mapi_1  |\x1b[0m ${text}` },
	{
		name: "docker json-file",
		line: (text, index) => JSON.stringify({ log: `${text}\n`, stream: "stderr", time: iso(index) }),
	},
	{ name: "Kubernetes CRI", line: (text, index) => `${iso(index)} stderr F ${text}` },
	{ name: "kubectl --prefix", line: (text) => `[pod/api-5f7b-x/api] ${text}` },
	{ name: "kubectl --timestamps", line: (text, index) => `${iso(index)} ${text}` },
	{ name: "syslog", line: (text, index) => `May  1 ${clock(index)} web-1 api[311]: ${text}` },
	{ name: "syslog, RFC 5424", line: (text, index) => `<11>1 ${iso(index)} web-1 api 311 - - ${text}` },
	{
		name: "journalctl -o short-iso",
		line: (text, index) => `2024-05-01T${clock(index)}+0200 web-1 api[311]: ${text}`,
	},
	{
		name: "journalctl -o json",
		line: (text) => JSON.stringify({ MESSAGE: text, _PID: "311", PRIORITY: "3" }),
	},
	{ name: "Heroku", line: (text, index) => `2024-05-01T${clock(index)}.123456+00:00 app[web.1]: ${text}` },
	{ name: "Buildkite", line: (text, index) => `\x1b_bk;t=${1714557600000 + index}\x07${text}` },
	{ name: "Jenkins", line: (text, index) => `[${iso(index).slice(0, 23)}Z] ${text}` },
	{ name: "Jenkins timestamper", line: (text, index) => `${clock(index)}  ${text}` },
	{ name: "Jenkins parallel", line: (text) => `[unit tests] ${text}`, ownPrefix: true },
	{ name: "TeamCity", line: (text, index) => `[${clock(index)}]W:\t [Step 2/3] ${text}` },
	{ name: "Prow", line: (text, index) => `W0501 ${clock(index)}.${100 + (index % 900)}] ${text}` },
	{ name: "GitLab", line: (text, index) => `${iso(index)} 01E ${text}` },
	{
		name: "a prefix of one's own",
		line: (text, index) => `worker#${index} (stderr): ${text}`,
		ownPrefix: true,
	},
	{
		name: "line numbers",
		line: (text, index) => `${String(index + 1).padStart(6)}\t${text}`,
		ownPrefix: true,
	},
	{ name: "quoted", line: (text) => `> ${text}` },
	{ name: "quoted twice", line: (text) => `> > ${text}` },
	{ name: "HTML", line: html },
	{ name: "HTML, quoted", line: (text) => `&gt; ${html(text)}` },
	{ name: "box", line: (text) => `│ ${text.replaceAll("\t", "    ").padEnd(100)} │` },
	{ name: "four spaces more", line: (text) => `    ${text}`, indents: true },
	{ name: "a tab more", line: (text) => `\t${text}`, indents: true },
	{ name: "tabs as spaces", line: (text) => text.replaceAll("\t", "    ") },
	{ name: "no trailing space", line: (text) => text.trimEnd() },
	{ name: "no indentation", line: (text) => text.trim(), losesIndentation: true },
	{ name: "double spacing", line: (text) => `${text}\n` },
	{ name: "wrapped offsets", line: (text) => text.replace(/ (\+0x[0-9a-f]+)$/, "\n$1") },
	{ name: "no offsets", line: (text) => text.replace(/^(\s.*:\d+) \+0x[0-9a-f]+/, "$1") },
	{ name: "compose in GitHub Actions, CRLF", line: (text, index) => `${iso(index)} api-1  | ${text}\r` },
	{ name: "CRI with colours", line: (text, index) => `${iso(index)} stderr F \x1b[31m${text}\x1b[m` },
	{ name: "quoted syslog", line: (text, index) => `> May  1 ${clock(index)} web-1 api[311]: ${text}` },
];

export function transform(text: string, { line }: Transformation): string {
	const lines = text.split("\n");
	const last = lines.pop();
	return (
		lines.map((each, index) => `${line(each, index)}\n`).join("") + (last ? line(last, lines.length) : "")
	);
}
