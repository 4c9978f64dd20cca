import { i as sentence } from "./message.js";
// src/parse/event-queue.ts
function createEventQueue(emit) {
	const places = [];
	let reservedLine = 0;
	const flush = () => {
		let settled = 0;
		for (const place of places) {
			if (!place.events) break;
			for (const event of place.events) emit(event);
			settled++;
		}
		places.splice(0, settled);
	};
	return {
		push(event) {
			if (places.length === 0) emit(event);
			else places.push({ events: [event] });
		},
		reservedLine: () => reservedLine,
		reserve(line) {
			reservedLine = line;
			const place = { events: null };
			places.push(place);
			return { settle(events) {
				place.events = events;
				if (places[0] === place) flush();
			} };
		},
		waiting: () => places.length
	};
}
// src/parse/landmark.ts
const maybeNotable = /DATA RACE|[Pp]anic|PANIC|fatal error: |goroutine [0-9]|main goroutine:|SIG[A-Z]{2,5}: |Exception 0x|ecover/;
const headlessRace = /^(\s*|.*?\b(?=\w+(?: \w+)? at 0x))(?:Previous write|Previous read|Write|Read) (?:at 0x[0-9a-f]+ )?by (?:main goroutine|goroutine \d+):$/;
const raceLine = /^(.*?)WARNING: DATA RACE[.\s]*$/;
const panicLine = /^(.*?)\bpanic: (.*)$/;
const fatalLine = /^(.*?)\bfatal error: (.*)$/;
const signalLine = /^(\s*|.*\s|.*\^\\)(SIG[A-Z]{2,5}: [a-z].*|Exception 0x[0-9a-f]+ .*)$/;
const dumpLine = /^(.*?)goroutine (\d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[.{1,200}\]:?)\s*$/;
const handledLines = [
	{
		certain: true,
		pattern: /^(.*?)http2?: panic serving \S+: (.*)$/
	},
	{
		certain: true,
		pattern: /^(.*?)(?:Observed a panic|Recovered from panic): (?:"(?:[^"\\]|\\.)*"|&?[\w.]+\{[^{}]*\}|\S+) \((.*)\)\s*$/
	},
	{
		certain: true,
		pattern: /^(.*?)"Observed a panic"(?: .*?)? panic="((?:[^"\\]|\\.)*)".*$/
	},
	{
		certain: true,
		pattern: /^(.*?)Observed a panic in [\w-]+: (.*?)(?:\s+\{.*)?$/
	},
	{
		certain: false,
		pattern: /^(.*?)Observed a panic: (.*?)(?:\s+\{.*)?$/
	},
	{
		certain: false,
		pattern: /^(.*?\[Recovery\].*? )panic recovered:(.*)$/
	},
	{
		certain: true,
		pattern: /^(.*?)Recovered from panic in http handler \[[^\]]*\]: (.*?)"?$/i
	},
	{
		certain: false,
		pattern: /^(.*?)\bPANIC: (.*)$/
	},
	{
		certain: false,
		pattern: /^(.*?)\[?\b(?:panic recover(?:ed|y)?|recover(?:ed)? (?:from )?(?:a )?panic|caught panic|panic caught)\b\]?:? (.*)$/i
	}
];
const joinedHeader = /^(.*?)[\s:]+(goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[^\]]{1,200}\]:)\s*$/;
function findLandmark(text) {
	if (text.includes("DATA RACE")) {
		const match = raceLine.exec(text);
		if (match) return landmarkOf("race", match[1], "");
	}
	const headless = text.includes("goroutine") ? headlessRace.exec(text.trimEnd()) : null;
	if (headless) return landmarkOf("race", headless[1], text.slice(headless[1]?.length).trim());
	return findHandled(text) ?? findCrash(text);
}
function landmarkOf(kind, prefix, rest, certain = false) {
	const joined = kind === "dump" ? null : joinedHeader.exec(rest ?? "");
	return {
		kind,
		prefix: prefix ?? "",
		rest: joined?.[1] ?? rest ?? "",
		header: joined?.[2] ?? null,
		certain
	};
}
function findHandled(text) {
	if (!/panic|PANIC/.test(text)) return null;
	for (const { pattern, certain } of handledLines) {
		const match = pattern.exec(text);
		if (match) return landmarkOf("handled", match[1], match[2], certain);
	}
	return null;
}
function findCrash(text) {
	const patterns = [
		["panic", panicLine],
		["fatal", fatalLine],
		["dump", dumpLine],
		["signal", signalLine]
	];
	for (const [kind, pattern] of patterns) {
		const match = pattern.exec(text);
		if (match) return landmarkOf(kind, match[1], match[2]);
	}
	return null;
}
const testLine = /^\s*(?:\x16?=== (?:RUN|CONT|PAUSE|NAME|FAIL|Failed|PASS)\b|--- (?:FAIL|PASS|SKIP): |(?:FAIL|ok {2}|\? {3})\t|(?:FAIL|PASS)$|Found \d+ data race|exit status \d+$|(?:\S*testing\.go:\d+|testing): race detected|DONE \d+ tests)/;
function startsSomethingElse(text) {
	if (testLine.test(text)) return true;
	const landmark = maybeNotable.test(text) ? findLandmark(text) : null;
	return landmark !== null && (landmark.kind === "race" || isStrong(landmark));
}
const benchmarkName = /^\s*Benchmark\S*\s+$/;
function isStrong(landmark) {
	return landmark.prefix.trim() === "" || benchmarkName.test(landmark.prefix);
}
// src/parse/lines.ts
const keptHeadBytes = 524288;
const pieceBytes = 65536;
function createLineSplitter(accept) {
	let carry = "";
	let transcode;
	const keep = (rest) => {
		carry += rest;
		if (carry.length > 2 * keptHeadBytes) carry = carry.slice(0, keptHeadBytes) + carry.slice(-65536);
	};
	const splitPiece = (text) => {
		let start = 0;
		let lineFeed = text.indexOf("\n");
		if (lineFeed >= 0 && carry !== "") {
			const line = carry + text.slice(0, lineFeed);
			carry = "";
			accept(line, 0, line.length);
			start = lineFeed + 1;
			lineFeed = text.indexOf("\n", start);
		}
		while (lineFeed >= 0) {
			accept(text, start, lineFeed);
			start = lineFeed + 1;
			lineFeed = text.indexOf("\n", start);
		}
		if (start < text.length) keep(text.slice(start));
	};
	return {
		push(chunk) {
			transcode ??= utf16Transcoder(chunk);
			const bytes = transcode ? transcode(chunk) : chunk;
			const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			for (let at = 0; at < buffer.length; at += pieceBytes) splitPiece(buffer.toString("latin1", at, Math.min(at + pieceBytes, buffer.length)));
		},
		end() {
			if (carry !== "") accept(carry, 0, carry.length);
			carry = "";
		}
	};
}
function utf16Transcoder(firstChunk) {
	const label = firstChunk[0] === 255 && firstChunk[1] === 254 ? "utf-16le" : firstChunk[0] === 254 && firstChunk[1] === 255 ? "utf-16be" : null;
	if (!label) return null;
	const decoder = new TextDecoder(label);
	return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
}
function decodeBytes(bytes) {
	return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
function ownCopy(text) {
	return Buffer.from(text, "utf8").toString("utf8");
}
// src/parse/recent-lines.ts
const keptLines = 12;
function createRecentLines() {
	const streams = new Array(keptLines).fill("");
	const lines = new Array(keptLines).fill("");
	const numbers = new Array(keptLines).fill(0);
	let next = 0;
	return {
		push(stream, raw, line) {
			streams[next] = stream;
			lines[next] = raw;
			numbers[next] = line;
			next = (next + 1) % keptLines;
		},
		of(stream) {
			return [...lines.keys()].map((index) => (next + index) % keptLines).filter((index) => streams[index] === stream).map((index) => ({
				text: lines[index] ?? "",
				line: numbers[index] ?? 0
			}));
		}
	};
}
// src/parse/repeats.ts
const maybeSummary = /=== (?:Failed|FAIL|Errors)|DONE \d+ tests/;
const summaryStart = /=== (?:Failed$|FAIL: |Errors$)/;
const summaryEnd = /DONE \d+ tests/;
const rememberedLimit = 2e4;
function createRepeatFilter() {
	const printed = new Map();
	let inSummary = false;
	return {
		readLine(text) {
			if (summaryEnd.test(text)) {
				inSummary = false;
				printed.clear();
			} else if (summaryStart.test(text)) inSummary = true;
		},
		admit(incident) {
			const signature = signatureOf(incident);
			const count = printed.get(signature) ?? 0;
			if (inSummary && count > 0) {
				printed.set(signature, count - 1);
				return false;
			}
			if (!inSummary && printed.size < rememberedLimit) printed.set(signature, count + 1);
			return true;
		}
	};
}
function signatureOf(incident) {
	const places = (stack) => stack.map((frame) => frame.line).join();
	if (incident.kind !== "race") return [
		incident.kind,
		incident.goroutine,
		places(incident.stack),
		...incident.messages
	].join("|");
	const accesses = incident.accesses.map((each) => `${each.address} ${each.goroutine} ${places(each.stack)}`);
	const goroutines = incident.goroutines.map((each) => `${each.goroutine} ${places(each.stack)}`);
	return [...accesses, ...goroutines].join("|");
}
// src/parse/carrier.ts
const isoTime = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d)?`;
const carriers = [
	{
		name: "byte order mark",
		sample: "﻿panic: x",
		prefix: /^\uFEFF/
	},
	{
		name: "Docker's stream of several outputs",
		sample: "\0\0\0\0\0\0\vpanic: x",
		prefix: /^[\x00-\x02]\0{3}[\s\S]{4}/
	},
	{
		name: "Docker's stream of several outputs, its header lost but for a character",
		sample: "g2024-05-01T10:00:00.123456789Z panic: x",
		prefix: /^\D(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z(?: |$))/
	},
	{
		name: "Kubernetes CRI",
		sample: "2024-05-01T10:00:00.123456789Z stderr F panic: x",
		prefix: new RegExp(`^${isoTime} (?<stream>stdout|stderr) [FP] ?`)
	},
	{
		name: "GitLab timestamps",
		sample: "2024-05-01T10:00:00.123456Z 01O panic: x",
		prefix: new RegExp(`^${isoTime} \\d\\d[OE][ +]?`)
	},
	{
		name: "Heroku",
		sample: "2024-05-01T10:00:00.123456+00:00 app[web.1]: panic: x",
		prefix: new RegExp(`^${isoTime} (?<stream>\\w+\\[[\\w.-]+\\]): ?`)
	},
	{
		name: "journalctl -o short-iso",
		sample: "2024-05-01T10:00:00+0200 host api[311]: panic: x",
		prefix: new RegExp(`^${isoTime} [\\w.-]+ (?<stream>[\\w./@-]+\\[\\d+\\]): ?`)
	},
	{
		name: "GitHub Actions",
		sample: "2024-05-01T10:00:00.1234567Z panic: x",
		prefix: new RegExp(`^${isoTime}(?: |$)`)
	},
	{
		name: "syslog, journalctl",
		sample: "May  1 10:00:00 host api[311]: panic: x",
		prefix: /^(?:<\d+>)?(?:[A-Z][a-z]{2}|\d+月) [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \S+ (?<stream>[^\s[:]+(?:\[\d+\])?): ?/
	},
	{
		name: "syslog, RFC 5424",
		sample: "<11>1 2024-05-01T10:00:00.123Z host api 311 - - panic: x",
		prefix: /^<\d+>1 \S+ \S+ (?<stream>\S+ \S+) \S+ (?:-|(?:\[[^\]]*\])+) ?(?:\uFEFF)?/
	},
	{
		name: "kubectl logs --prefix",
		sample: "[pod/api-5f/api] panic: x",
		prefix: /^\[(?<stream>pod\/[^\]\s]+)\] ?/
	},
	{
		name: "Jenkins and Buildkite timestamps",
		sample: "[2024-05-01T10:00:00.123Z] panic: x",
		prefix: new RegExp(`^\\[${isoTime}\\] ?`)
	},
	{
		name: "Jenkins timestamper",
		sample: "10:00:00  panic: x",
		prefix: /^\d\d:\d\d:\d\d(?:\.\d+)? {1,2}/
	},
	{
		name: "TeamCity",
		sample: "[10:00:00]W:	 [Step 1/2] panic: x",
		prefix: /^\[\d\d:\d\d:\d\d\](?:[ :]?[WEFi]?:?\s*)(?:\[[^\]]+\] )?/
	},
	{
		name: "Prow",
		sample: "I0328 16:45:14.315] panic: x",
		prefix: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+\] ?/
	},
	{
		name: "gh run view --log",
		sample: "test	Run go test	2024-05-01T10:00:00.1234567Z panic: x",
		prefix: new RegExp(`^(?<stream>[^\\t]{1,200})\\t[^\\t]{0,200}\\t\\uFEFF?${isoTime} ?`)
	},
	{
		name: "docker compose",
		sample: "api-1  | panic: x",
		prefix: /^(?<stream>[\w.-]+) *\| ?/
	},
	{
		name: "quotation",
		sample: "> panic: x",
		prefix: /^>[> ]* ?/
	},
	{
		name: "box",
		sample: "│ panic: x │",
		prefix: /^\s{0,40}[│┃║|] ?/
	}
];
const boxEnd = /\s*[│┃║]\s*$|\s+\|\s*$/;
const escapeSequence = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|_[^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_=>])|(?:\^\[|␛)?\[\d{0,3}(?:;\d{1,3})*m/g;
const carriageReturn = 13;
const entity = /&(?:lt|gt|amp|quot|nbsp|#39|#x27|#34|#43|#x2B);/gi;
const entities = {
	"&lt;": "<",
	"&gt;": ">",
	"&amp;": "&",
	"&quot;": "\"",
	"&nbsp;": " ",
	"&#39;": "'",
	"&#x27;": "'",
	"&#34;": "\"",
	"&#43;": "+",
	"&#x2b;": "+"
};
const escapedTabs = /^(?:#011|\^I)+/;
const maybeCarried = /^[\x00-\x02]\0|^\s*[\uFEFF<[>│┃║]|\d:\d\d|\|/;
const nestingLimit$1 = 8;
function strip(line) {
	let text = stripTerminal(line);
	if (text.includes("&")) text = text.replace(entity, (found) => entities[found.toLowerCase()] ?? found);
	let stream = "";
	for (let round = 0; round < nestingLimit$1 && maybeCarried.test(text); round++) {
		const peeled = peel(text) ?? (/^\s/.test(text) ? peel(text.trimStart()) : null);
		if (!peeled) break;
		text = peeled.text;
		stream = peeled.stream === "" ? stream : `${stream}/${peeled.stream}`;
	}
	return {
		text: text.replace(escapedTabs, "	"),
		stream
	};
}
function stripTerminal(line) {
	return withoutLineEnds(line.includes("\x1B") || line.includes("[") ? line.replace(escapeSequence, "") : line);
}
function peel(text) {
	for (const carrier of carriers) {
		const match = carrier.prefix.exec(text);
		if (!match || match[0] === "") continue;
		const rest = text.slice(match[0].length);
		return {
			text: carrier.name === "box" ? rest.replace(boxEnd, "") : rest,
			stream: match.groups?.stream ?? ""
		};
	}
	return null;
}
function withoutLineEnds(text) {
	let end = text.length;
	while (text.charCodeAt(end - 1) === carriageReturn || text.slice(end - 2, end) === "^M") end -= text.charCodeAt(end - 1) === carriageReturn ? 1 : 2;
	return end === text.length ? text : text.slice(0, end);
}
// src/parse/crash-head.ts
const logPrefix = /^[^`"']*\d[^`"']*[\])|:>\t]\s*$/;
const chainLine = /^\s*panic:(?: (.*))?$/;
const bracketedSignal = /\[signal (SIG[A-Z]+|0x[0-9a-f]+)/;
const barePlace = /^\t?\/\S+\.(?:go|s|c):\d+$/;
const programCounter = /^PC=0x[0-9a-f]+ ?/;
const runningTest = /^\s*((?:Test|Benchmark|Fuzz|Example)\S* \([\d.hmsµn]+\))$/;
const recoveredMark = / \[recovered\]$/;
const anyMark = / \[recovered(?:, repanicked)?\]$/;
const runningTestLimit = 1e3;
const signalNumbers = {
	"0x6": "SIGABRT",
	"0x7": "SIGBUS",
	"0x8": "SIGFPE",
	"0xa": "SIGBUS",
	"0xb": "SIGSEGV"
};
function startHead(landmark, above) {
	const head = {
		kind: landmark.kind,
		strong: isStrong(landmark),
		logged: logPrefix.test(landmark.prefix),
		messages: [],
		recoveredLast: false,
		signal: null,
		runningTests: [],
		above,
		certain: landmark.certain,
		counterSeen: false,
		valueLines: 0,
		sentences: 0,
		places: 0,
		lastLine: "",
		afterBlank: false,
		died: null
	};
	if (landmark.kind === "signal") head.signal = /^SIG[A-Z]+|(?<=^Exception )\S+/.exec(landmark.rest)?.[0] ?? null;
	if (landmark.kind !== "dump") addMessage(head, landmark.rest);
	return head;
}
function addMessage(head, text) {
	let value = text.trimEnd();
	if (readSignal(head, value)) value = value.replace(/\s*\[signal .*$/, "");
	if (closesInlineCode(value)) value = value.slice(0, -1);
	head.recoveredLast = recoveredMark.test(value);
	head.messages.push(value.replace(anyMark, ""));
}
function closesInlineCode(value) {
	return value.endsWith("`") && value.split("`").length % 2 === 0;
}
function readChain(head, text) {
	const match = head.kind === "panic" ? chainLine.exec(text) : null;
	if (!match || !head.recoveredLast && head.valueLines > 0) return false;
	addMessage(head, match[1] ?? "");
	return true;
}
function readSignal(head, text) {
	const printed = bracketedSignal.exec(text)?.[1];
	if (printed) head.signal ??= signalNumbers[printed] ?? printed;
	return printed !== void 0;
}
const logLine = /^[IWEF]\d{4} \d\d:\d\d:|\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:/;
const runtimeText = /^(?:concurrent map (?:writes|(?:read|iteration|clone) and map write)|all goroutines are asleep - deadlock!|sync: R?[uU]nlock of unlocked \w+|stack overflow|runtime error: .+)$/;
function readDisplaced(head, trimmed) {
	const [first = ""] = head.messages;
	if (!((head.kind === "fatal" || head.kind === "panic") && head.messages.length === 1) || !logLine.test(first) || !runtimeText.test(trimmed)) return false;
	head.messages = [trimmed];
	return true;
}
function readValue(head, text) {
	const trimmed = text.trim();
	if (readDisplaced(head, trimmed)) return;
	head.valueLines++;
	head.lastLine = trimmed;
	if (/^\S/.test(text)) head.sentences++;
	if (barePlace.test(text)) head.places++;
	if (head.kind === "signal" && programCounter.test(trimmed)) head.counterSeen = true;
	const test = runningTest.exec(text)?.[1];
	if (test && head.runningTests.length < runningTestLimit) head.runningTests.push(test);
	if (anyMark.test(trimmed)) head.recoveredLast = recoveredMark.test(trimmed);
}
// src/parse/standard-packages.ts
const standardPackages = new Set(`
		archive/tar archive/zip bufio bytes cmp compress/bzip2 compress/flate compress/gzip compress/lzw
		compress/zlib container/heap container/list container/ring context crypto crypto/aes crypto/cipher
		crypto/des crypto/dsa crypto/ecdh crypto/ecdsa crypto/ed25519 crypto/elliptic crypto/fips140
		crypto/hkdf crypto/hmac crypto/hpke crypto/md5 crypto/mlkem crypto/mlkem/mlkemtest crypto/pbkdf2
		crypto/rand crypto/rc4 crypto/rsa crypto/sha1 crypto/sha256 crypto/sha3 crypto/sha512 crypto/subtle
		crypto/tls crypto/x509 crypto/x509/pkix database/sql database/sql/driver debug/buildinfo debug/dwarf
		debug/elf debug/gosym debug/macho debug/pe debug/plan9obj embed encoding encoding/ascii85
		encoding/asn1 encoding/base32 encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex
		encoding/json encoding/pem encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint
		go/constant go/doc go/doc/comment go/format go/importer go/parser go/printer go/scanner go/token
		go/types go/version hash hash/adler32 hash/crc32 hash/crc64 hash/fnv hash/maphash html html/template
		image image/color image/color/palette image/draw image/gif image/jpeg image/png index/suffixarray io
		io/fs io/ioutil iter log log/slog log/syslog maps math math/big math/bits math/cmplx math/rand
		math/rand/v2 mime mime/multipart mime/quotedprintable net net/http net/http/cgi net/http/cookiejar
		net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/pprof net/mail
		net/netip net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/signal os/user path
		path/filepath plugin reflect regexp regexp/syntax runtime runtime/cgo runtime/coverage runtime/debug
		runtime/metrics runtime/pprof runtime/race runtime/trace slices sort strconv strings structs sync
		sync/atomic syscall testing testing/cryptotest testing/fstest testing/iotest testing/quick
		testing/slogtest testing/synctest text/scanner text/tabwriter text/template text/template/parse time
		time/tzdata unicode unicode/utf16 unicode/utf8 unique unsafe weak arena simd testing/internal
	`.trim().split(/\s+/));
const innerRoots = /^(?:internal|vendor|cmd)(?:\/|$)/;
const inner = /\/internal(?:\/|$)/;
function isStandardPackage(path) {
	if (standardPackages.has(path) || innerRoots.test(path)) return true;
	return inner.test(path) && standardPackages.has(path.slice(0, path.search(inner)));
}
// src/parse/origin.ts
const bareName = /^\w+$/;
const generatedFile = /^<autogenerated>$|(?:^|\/)_testmain\.go$|(?:^|\/)_cgo_[^/]*$|^_cgo_/;
const dependencyFile = /(?:^|\/)pkg\/mod\/|(?:^|\/)vendor\/|@v\d/;
const toolchainFile = /\/golang\.org\/toolchain@/;
function originOf(functionName, file) {
	const path = file.includes("\\") ? file.replaceAll("\\", "/") : file;
	if (generatedFile.test(path)) return "generated";
	if (isStandard(functionName, path)) return "standard";
	return dependencyFile.test(path) ? "dependency" : "user";
}
function isStandard(functionName, path) {
	if (toolchainFile.test(path)) return true;
	if (!bareName.test(functionName) && !isStandardPackage(packageOf(functionName))) return false;
	const source = path.lastIndexOf("/src/");
	const file = (source < 0 ? path : path.slice(source + 5)).replace(/^(?:\$?GOROOT|\.\.\.|pkg)\//, "");
	return isStandardPackage(file.slice(0, Math.max(0, file.lastIndexOf("/"))));
}
function originOfFile(file) {
	return originOf("panic", file);
}
function packageOf(functionName) {
	const end = functionName.search(/[[(]/);
	const plain = end < 0 ? functionName : functionName.slice(0, end);
	const slash = plain.lastIndexOf("/");
	const dot = plain.indexOf(".", slash + 1);
	return dot < 0 ? "" : plain.slice(0, dot);
}
function userFrameOf(stack) {
	return stack.find((frame) => frame.origin === "user" || frame.origin === "dependency") ?? null;
}
// src/parse/attribution.ts
const testFunction = /^(?!TestMain\b)(?:Test|Benchmark|Fuzz|Example)(?![a-z])\w*/;
const testMain = /^TestMain\b/;
const testRunner = /^testing\.(?:tRunner|runExample|\(\*B\)\.(?:runN|run1|launch)|\(\*F\)\.Fuzz|fRunner)/;
function attribute(start, stacks) {
	const found = testFrame(stacks);
	if (!found) return {
		package: start.package,
		test: start.test
	};
	return {
		package: start.package ?? found.package,
		test: start.test !== null && rootOf(start.test) === found.test ? start.test : found.test
	};
}
function rootOf(test) {
	return test.split("/", 1)[0];
}
const completedTest = /^\w+ (?:in goroutine |called )?after ((?:Test|Benchmark|Fuzz|Example)\S*) has completed/;
function attributeCrash(printed, message, runningTests, first, others) {
	const start = {
		...printed,
		test: completedTest.exec(message)?.[1] ?? printed.test
	};
	const running = runningTests.map((each) => each.replace(/ \(.*$/, ""));
	if (running.length === 0 || start.test !== null && running.includes(start.test)) {
		const creator = first?.createdBy ? [{
			...first.createdBy,
			origin: "user"
		}] : [];
		return attribute(start, [first?.stack ?? [], creator]);
	}
	const deepest = running.reduce((longest, each) => each.length > longest.length ? each : longest);
	const isOne = running.every((each) => each === deepest || deepest.startsWith(`${each}/`));
	return {
		package: start.package ?? packageOfTests(running, others),
		test: isOne ? deepest : null
	};
}
function packageOfTests(running, others) {
	const roots = new Set(running.map(rootOf));
	for (const { stack } of others) {
		const found = testFrame([stack]);
		if (found?.test && roots.has(found.test)) return found.package;
	}
	return null;
}
function testFrame(stacks) {
	for (const stack of stacks) for (const [index, frame] of stack.entries()) {
		const test = testOf(frame, stack[index + 1]);
		if (test !== null) return {
			package: importPath(packageOf(frame.function)),
			test
		};
	}
	const main = stacks.filter((stack) => !stack.some((frame) => frame.function === "testing.(*M).Run")).flat().find((frame) => frame.origin === "user" && testMain.test(nameOf(frame)));
	return main === void 0 ? null : {
		package: importPath(packageOf(main.function)),
		test: null
	};
}
function testOf(frame, below) {
	const test = testFunction.exec(nameOf(frame))?.[0];
	const runs = below !== void 0 && testRunner.test(below.function);
	return test && (runs || frame.file.endsWith("_test.go")) ? test : null;
}
function nameOf(frame) {
	return frame.function.slice(packageOf(frame.function).length + 1);
}
function importPath(printed) {
	return printed.replace(/_test$/, "").replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
// src/parse/crash-stack.ts
const stackPrinter = /^runtime\/debug\.(?:Stack|PrintStack)$/;
function originFrame(stack) {
	return stack[stack.findLastIndex(isPanic) + 1] ?? null;
}
function userFrameFrom(stack, origin) {
	return origin ? userFrameOf(stack.slice(stack.indexOf(origin))) : null;
}
function handledBy(kind, strong, stack) {
	switch (kind) {
		case "handled": return true;
		case "panic":
		case "fatal":
			if (stack.slice(0, 3).some((frame) => stackPrinter.test(frame.function))) return true;
			return !strong && panicIsBelow(stack);
		case "dump": return panicIsBelow(stack) && !/^testing\.tRunner\.func/.test(stack[0]?.function ?? "");
		case "race":
		case "signal": return false;
	}
}
function panicIsBelow(stack) {
	return stack.findIndex(isPanic) > 0;
}
function isPanic(frame) {
	return frame !== void 0 && /^(?:panic|runtime\.(?:go)?panic|gopanic)$/.test(frame.function);
}
// src/parse/crash-subkind.ts
const runtimeError = "^(?:runtime error: )?";
const panicSubkinds = [
	[new RegExp(`${runtimeError}invalid memory address or nil pointer dereference`), "nil-deref"],
	[/^value method .* called using nil \*\S+ pointer/, "nil-deref"],
	[new RegExp(`${runtimeError}index out of range`), "index-out-of-range"],
	[new RegExp(`${runtimeError}slice bounds out of range`), "slice-bounds"],
	[/^assignment to entry in nil map/, "nil-map"],
	[/^send on closed channel/, "send-on-closed-channel"],
	[/^close of closed channel/, "close-of-closed-channel"],
	[/^close of nil channel/, "close-of-nil-channel"],
	[/^interface conversion: /, "interface-conversion"],
	[new RegExp(`${runtimeError}integer divide by zero`), "divide-by-zero"],
	[new RegExp(`${runtimeError}makeslice: `), "makeslice"],
	[/^sync: negative WaitGroup counter/, "negative-waitgroup"],
	[/^sync: WaitGroup (?:misuse|is reused)/, "waitgroup-misuse"],
	[/^(?:runtime error: )?unaligned 64-bit atomic operation/, "unaligned-atomic"],
	[/^(?:Log|Fail|FailNow|Error|Output|Write|Skip)\w* (?:in goroutine |called )?after .* (?:has )?completed/, "after-test-completed"],
	[/^deadlock: /, "deadlock"],
	[/^runtime error: |^panic called with nil argument|^makechan: |^range function |^test executed panic\(nil\)/, "other"]
];
const fatalSubkinds = [
	[/concurrent map writes/, "concurrent-map-writes"],
	[/concurrent map read and map write|concurrent map clone and map write/, "concurrent-map-read-write"],
	[/concurrent map iteration and map write/, "concurrent-map-iteration-write"],
	[/^sync: R?[uU]nlock of unlocked/, "unlock-of-unlocked"],
	[/deadlock!/, "deadlock"],
	[/^stack overflow/, "stack-overflow"],
	[/out of memory|cannot allocate memory/, "out-of-memory"],
	[/^checkptr: /, "checkptr"],
	[/^unexpected signal/, "unexpected-signal"],
	[/^fault$|^unexpected fault address/, "fault"],
	[/newosproc|failed to create new OS thread/, "newosproc"]
];
function panicSubkind(message) {
	return panicSubkinds.find(([pattern]) => pattern.test(message))?.[1] ?? "custom";
}
function fatalSubkind(message) {
	return fatalSubkinds.find(([pattern]) => pattern.test(message))?.[1] ?? "other";
}
// src/parse/stack-line.ts
const fileLine = /^(\S.*?):(\d+)(?: ?\+0x[0-9a-f]+)?(?: fp=0x[0-9a-f]+)?(?: sp=0x[0-9a-f]+)?(?: pc=0x[0-9a-f]+)?[`>]{0,3}$/;
const sourceFile = /\.(?:go|s|c|cc|cpp|h|m|y|rl|qtpl|templ|S|tmpl)$|^<autogenerated>$|^_cgo_|^-$|^\?\?$|^<unknown>$/;
const rooted = /^(?:\/|[A-Za-z]:[\\/])/;
const known = new Map();
const knownLimit = 5e3;
function parseStackLine(trimmed) {
	const seen = known.get(trimmed);
	if (seen) return seen;
	const text = ownCopy(trimmed);
	const line = {
		function: functionIn(text),
		cutFunction: cutFunctionIn(text),
		place: parseFileLine(text),
		frames: new Map()
	};
	if (known.size >= knownLimit) known.clear();
	if (text.length < 1e3) known.set(text, line);
	return line;
}
function frameAt(functionName, line) {
	if (!line.place) return null;
	const seen = line.frames.get(functionName);
	if (seen) return seen;
	const origin = originOf(functionName, line.place.file);
	const frame = {
		function: functionName,
		...line.place,
		origin
	};
	line.frames.set(functionName, frame);
	return frame;
}
function parseFileLine(text) {
	const match = fileLine.exec(text);
	if (!match?.[1] || !sourceFile.test(match[1])) return null;
	if (match[1].includes(" ") && !rooted.test(match[1])) return null;
	return {
		file: match[1],
		line: Number(match[2])
	};
}
const bareFunction = /^[\w./~%@-]*\.[\w.()*·[\]-]+$/;
function functionIn(text) {
	if (!text.endsWith(")")) return bareFunction.test(text) && !sourceFile.test(text) && isFunctionName(text) ? text : null;
	const open = text.lastIndexOf("(");
	if (open <= 0) return null;
	const name = text.slice(0, open);
	return isFunctionName(name) ? name : null;
}
const cutCallLimit = 2e3;
const cutCall = /^(\S+?)\((?:0x|\{|_,|\.\.\.|\*\*\*)[^)]*$/;
function cutFunctionIn(text) {
	if (text.endsWith(")") || text.length > cutCallLimit) return null;
	const name = cutCall.exec(text)?.[1];
	return name && isFunctionName(name) ? name : null;
}
function isFunctionName(name) {
	const bare = name.includes("[") ? name.replace(/\[.*\]/, "") : name;
	if (bare === "panic" || bare === "??") return true;
	return /^[^\s"'`=,;:<>{}]+$/.test(bare) && /^[\p{L}_?].*\.[\p{L}_(?]|^\w+$/u.test(bare);
}
// src/parse/crash-incident.ts
const logTime = /^\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]+Z? /;
const sentenceLimit = 3;
function crashEvents(start, head, goroutines) {
	const first = goroutines.find((each) => each.goroutine !== null) ?? goroutines[0];
	const others = goroutines.filter((each) => each !== first);
	const stack = first?.stack ?? [];
	const handled = handledBy(head.kind, head.strong, stack);
	const above = head.kind === "dump" ? messageAbove(head.above) : null;
	const messages = above ? [above.text] : messagesOf(head);
	const message = messages[0] ?? "";
	if (!isIncident(head, message, first, handled)) return withoutIncident(head, start.line);
	const origin = originFrame(stack);
	const incident = {
		...kindOf(head, message),
		line: above?.line ?? start.line,
		...attributeCrash(start, message, head.runningTests, first, others),
		message,
		messages,
		recovered: head.recoveredLast || handled,
		signal: head.signal,
		goroutine: first?.goroutine ?? null,
		goroutineState: first?.state ?? null,
		stack,
		originFrame: origin,
		userFrame: userFrameFrom(stack, origin),
		createdBy: first?.createdBy ?? null
	};
	const event = {
		type: "incident",
		incident
	};
	return others.length === 0 ? [event] : [event, {
		type: "goroutines",
		line: incident.line,
		goroutines: others
	}];
}
function withoutIncident({ kind }, line) {
	return kind === "dump" ? [{
		type: "dump",
		line
	}] : [];
}
function messagesOf(head) {
	if (head.kind === "dump") return [""];
	if (head.kind === "handled" && head.messages[0] === "") return [head.lastLine];
	return head.messages;
}
function isIncident(head, message, first, handled) {
	switch (head.kind) {
		case "dump": return handled || isPanic(first?.stack[0]);
		case "handled": return isHandledIncident(head, message, first);
		case "signal": return head.counterSeen || first !== void 0 && head.strong;
		case "race":
		case "panic":
		case "fatal": return first !== void 0 || (head.strong || head.logged) && isDeadlyLine(head, message);
	}
}
function isHandledIncident(head, message, first) {
	if (first && (first.stack.length > 0 || first.goroutine !== null)) return true;
	const isCut = head.valueLines === 0 && head.died === true;
	return message !== "" && (head.certain || head.places > 1 || isCut);
}
function isDeadlyLine(head, message) {
	if (head.signal !== null) return true;
	const subkind = head.kind === "fatal" ? fatalSubkind(message) : panicSubkind(message);
	const isKnown = subkind !== "custom" && subkind !== "other";
	return head.died === true && (isKnown || head.strong && head.sentences < sentenceLimit);
}
function kindOf(head, message) {
	switch (head.kind) {
		case "signal": return {
			kind: "signal",
			subkind: null
		};
		case "fatal": return {
			kind: "fatal",
			subkind: fatalSubkind(message)
		};
		case "race":
		case "panic":
		case "handled":
		case "dump":
			if (/^test timed out after /.test(message)) return {
				kind: "timeout",
				subkind: null,
				runningTests: head.runningTests
			};
			return {
				kind: "panic",
				subkind: panicSubkind(message)
			};
	}
}
function messageAbove(above) {
	const nearest = above.filter(({ text }) => text.trim() !== "" && !startsSomethingElse(text)).toReversed();
	for (const { text, line } of nearest) {
		const match = /\b(runtime error: .*)$/.exec(text) ?? /(?:panic|recover)\w*[^:]*: (.*)$/i.exec(text) ?? /\b[Rr]ecovered(?: in \S+)? (.+)$/.exec(text);
		if (match?.[1]) return {
			text: match[1].trim(),
			line
		};
	}
	const value = nearest[0]?.text.replace(logTime, "").trim() ?? "";
	const stackLine = parseStackLine(value);
	return value !== "" && !stackLine.place && !stackLine.function ? {
		text: value,
		line: nearest[0]?.line ?? 0
	} : null;
}
// src/parse/gin-stack.ts
const place = /^(\S+):(\d+) \(0x[0-9a-f]+\)$/;
const functionAndSource = /^([\w.()*·[\]-]+): /;
const unknownFunction = "??";
function createGinStackReader() {
	let last = null;
	return {
		startsWith: (text) => place.test(text),
		read(trimmed, frames) {
			const match = place.exec(trimmed);
			if (match?.[1]) {
				const file = ownCopy(match[1]);
				last = {
					function: unknownFunction,
					file,
					line: Number(match[2]),
					origin: originOfFile(file)
				};
				frames.push(last);
				return true;
			}
			const name = last && functionAndSource.exec(trimmed)?.[1];
			if (last && name) last.function = ownCopy(name);
			last = null;
			return Boolean(name);
		}
	};
}
// src/parse/stack.ts
const wrappedOffset = /^\+0x[0-9a-f]+$/;
const startOfPath = /^(?:\/|[A-Z]:[\\/])\S*$/;
function createStackReader() {
	let frames = [];
	let pendingFunction = null;
	let brokenFile = "";
	const readTrimmed = (trimmed) => {
		const line = parseStackLine(trimmed);
		if (line.place) {
			const frame = pendingFunction === null ? null : frameAt(pendingFunction, line);
			if (frame) frames.push(frame);
			pendingFunction = null;
			brokenFile = "";
			return frame !== null;
		}
		const name = line.function ?? line.cutFunction;
		if (name === null) return false;
		pendingFunction = name;
		brokenFile = "";
		return true;
	};
	const readWrapped = (trimmed) => {
		if (brokenFile !== "" && readTrimmed(brokenFile + trimmed)) return true;
		if (wrappedOffset.test(trimmed)) return true;
		const breaks = pendingFunction !== null && startOfPath.test(trimmed);
		if (breaks) brokenFile = trimmed;
		return breaks;
	};
	return {
		into(list) {
			frames = list;
			pendingFunction = null;
			brokenFile = "";
		},
		read(trimmed, text) {
			return readTrimmed(trimmed) || readWrapped(trimmed) || readTrimmed(behindGap(text));
		}
	};
}
function behindGap(text) {
	const gap = Math.max(text.lastIndexOf("  "), text.lastIndexOf("	"));
	return gap > 0 ? text.slice(gap).trim() : "";
}
// src/parse/goroutine-dump.ts
const header = /^goroutine (\d+)(?: gp=\S+)?(?: m=\S+)?(?: mp=\S+)? \[(.*)\]:?$/;
const runtimeStack = /^runtime stack:$/;
const creator = /^created by (.+?)(?: in goroutine (\d+))?$/;
const ancestor = /^\[originating from goroutine \d+\]:$/;
const ignored = /^(?:runtime|stack): |^0x[0-9a-f]{8,}: |^\[?\.{3}|^non-Go function|^(?:r\w+|e?flags|cs|fs|gs|lr|sp|pc|fault)\s+0x[0-9a-f]+$|^goroutine running on other thread/;
const marker = /^-> +/;
const goroutineLimit = 1e3;
const frameLimit$1 = 1e3;
function createDumpReader() {
	const goroutines = [];
	const stack = createStackReader();
	const gin = createGinStackReader();
	let current = null;
	let pendingCreator = null;
	const open = (goroutine, state) => {
		current = {
			goroutine,
			state,
			stack: [],
			createdBy: null
		};
		if (goroutines.length < goroutineLimit) goroutines.push(current);
		stack.into(current.stack);
		pendingCreator = null;
	};
	const readHeader = (trimmed) => {
		const match = header.exec(trimmed);
		if (match) open(Number(match[1]), stateOf(match[2] ?? ""));
		else if (runtimeStack.test(trimmed)) open(null, null);
		else if (ancestor.test(trimmed)) stack.into([]);
		else return false;
		return true;
	};
	const readCreator = (trimmed) => {
		const place = pendingCreator && parseFileLine(trimmed);
		if (pendingCreator && place) {
			if (current) current.createdBy = createdBy(pendingCreator, place);
			pendingCreator = null;
			return true;
		}
		const match = creator.exec(trimmed);
		if (!match?.[1] || !isFunctionName(match[1])) return false;
		pendingCreator = current?.createdBy ? null : match;
		stack.into([]);
		return true;
	};
	const readGin = (trimmed) => {
		if (!current && gin.startsWith(trimmed)) open(null, null);
		return current !== null && gin.read(trimmed, current.stack);
	};
	return {
		startsWith: (text) => header.test(text) || runtimeStack.test(text) || gin.startsWith(text),
		startsBare(text) {
			if (parseStackLine(text.trim().replace(marker, "")).function !== null) open(null, null);
			return current !== null;
		},
		started: () => current !== null,
		goroutines: () => goroutines,
		reset() {
			goroutines.length = 0;
			current = null;
		},
		read(text) {
			const trimmed = text.trim().replace(marker, "");
			if (trimmed === "") return true;
			if (readHeader(trimmed) || readCreator(trimmed) || readGin(trimmed)) return true;
			if (!ignored.test(trimmed) && !stack.read(trimmed, text)) return false;
			if (current && current.stack.length > frameLimit$1) current.stack.length = frameLimit$1;
			return true;
		}
	};
}
function createdBy(match, place) {
	return {
		function: ownCopy(match[1] ?? ""),
		file: ownCopy(place.file),
		line: place.line,
		goroutine: match[2] === void 0 ? null : Number(match[2])
	};
}
function stateOf(printed) {
	return ownCopy(printed.split(",", 1)[0] ?? "");
}
// src/parse/crash.ts
const threadSeparator = "-----";
const prettyFrame = /^\s*-> +\S/;
const deathLine = /^\s*(?:exit status \d+$|FAIL\t|\*\*\* Test killed|signal: )/;
const valueLineLimit = {
	strong: 5e3,
	weak: 60
};
const foreignLineLimit$1 = 100;
function createCrashReader(start, landmark, above) {
	const head = startHead(landmark, above);
	const dump = createDumpReader();
	if (landmark.kind === "dump") dump.read(`goroutine ${landmark.rest}`);
	if (landmark.header !== null) dump.read(landmark.header);
	const isNextThread = createThreadWatch();
	let foreign = 0;
	let provisional = false;
	const readDump = (text) => {
		if (isNextDump(head, text)) return "not-mine";
		if (isNextThread(text.trim())) return "more";
		if (provisional && isDumpStart(head, text, dump)) {
			dump.reset();
			provisional = false;
		}
		if (dump.read(text)) {
			foreign = 0;
			return "more";
		}
		return ++foreign > foreignLineLimit$1 || endsDump(text, provisional) ? "not-mine" : "more";
	};
	const readHead = (text) => {
		const starts = isDumpStart(head, text, dump) || startsPretty(head, text, dump);
		provisional = !starts && isProvisionalStart(head, text, dump);
		if (starts || provisional) {
			dump.read(text);
			return "more";
		}
		head.afterBlank = text.trim() === "";
		return head.afterBlank || readChain(head, text) || readSignal(head, text) ? "more" : readRest(head, text);
	};
	return {
		read(text, carried) {
			head.strong ||= carried;
			return dump.started() ? readDump(text) : readHead(text);
		},
		end(alive) {
			head.died ??= !alive;
			return crashEvents(start, head, dump.goroutines());
		}
	};
}
function endsDump(text, provisional) {
	return !(provisional && /^\s/.test(text)) && startsSomethingElse(text);
}
function createThreadWatch() {
	let afterSeparator = false;
	return (trimmed) => {
		const begins = afterSeparator && /^SIG[A-Z]+: /.test(trimmed);
		afterSeparator = trimmed === threadSeparator || afterSeparator && trimmed === "";
		return begins;
	};
}
function readRest(head, text) {
	if (!(text.startsWith("	") && head.kind === "panic") && (startsSomethingElse(text) || isNextLandmark(head, text))) {
		head.died = deathLine.test(text);
		return "not-mine";
	}
	readValue(head, text);
	if (head.valueLines <= valueLineLimit[head.strong ? "strong" : "weak"]) return "more";
	head.died = false;
	return "not-mine";
}
function isDumpStart(head, text, dump) {
	if ((head.kind === "handled" || isSignalOfThread(head)) && dump.startsBare(text)) return true;
	return !(head.kind === "panic" && head.strong && /^\s/.test(text)) && dump.startsWith(text.trim());
}
function isSignalOfThread(head) {
	return head.kind === "signal" && head.counterSeen;
}
function startsPretty(head, text, dump) {
	if (head.kind !== "panic" || !prettyFrame.test(text) || !dump.startsBare(text)) return false;
	head.kind = "handled";
	return true;
}
function isNextLandmark(head, text) {
	if (!maybeNotable.test(text) || head.strong && head.kind !== "handled") return false;
	const kind = findLandmark(text)?.kind;
	return kind === "handled" || !head.strong && (kind === "panic" || kind === "fatal");
}
function isProvisionalStart(head, text, dump) {
	return head.afterBlank && text.startsWith(" ") && dump.startsWith(text.trim());
}
function isNextDump(head, text) {
	if (head.kind !== "handled" && head.kind !== "dump") return false;
	return /^\s*goroutine \d+ \[running/.test(text) || isNextLandmark(head, text);
}
// src/parse/prefix.ts
const prefixLimit = 300;
function commonPrefix(prefix, text) {
	let length = 0;
	while (length < prefix.length && sameButForNumbers(prefix.charAt(length), text.charAt(length))) length++;
	const common = wholeStart.exec(prefix.slice(0, Math.min(length, prefixLimit)))?.[0] ?? "";
	return common.trim() === "" ? "" : common;
}
const wholeStart = /^.*[^\w\s]\s*|^\s*\d+\s+/s;
function sameButForNumbers(a, b) {
	return a === b || /\d/.test(a) && /\d/.test(b);
}
function learnPrefix(prefix) {
	if (prefix === "") return (text) => text;
	if (prefix.length > prefixLimit) return () => null;
	if (prefix.trim() === "") return (text) => text.startsWith(prefix) ? text.slice(prefix.length) : null;
	const trimmed = prefix.trimEnd();
	const pattern = trimmed.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\d+/g, "\\d+").replace(/[A-Z]{3,}|\b[IWEFD](?=\\d)/g, "[A-Z]+").replace(/ +/g, " +");
	const start = new RegExp(`^${pattern}${prefix.slice(trimmed.length).replace(/\s/g, "\\s?")}`);
	return (text) => {
		const match = start.exec(text);
		return match ? text.slice(match[0].length) : null;
	};
}
// src/parse/race-heading.ts
const accessHeading = /(?:^|\s)(Previous |)((?:atomic )?(?:read|write))(?: of size \d+)?(?: at (0x[0-9a-f]+))? by (main goroutine|goroutine (\d+))\b[^:]*:?$/i;
const creationHeading = /Goroutine (\d+) \((running|finished)\) created at:?$/;
const mainCreationHeading = /^Main goroutine created at:?$/i;
const ignoredHeading = /^(?:Heap block of size|Global var|Location is) /;
const wrappedHeading = /^(?:Previous )?(?:read|write)\b.*\b(?:by|goroutine|at)$|^Goroutine \d+ \(\w+\)(?: created)?$/i;
function parseAccessHeading(text) {
	const match = accessHeading.exec(text);
	if (!match) return null;
	const operation = (match[2] ?? "").toLowerCase();
	return {
		operation: operation.endsWith("read") ? "read" : "write",
		atomic: operation.startsWith("atomic"),
		previous: match[1] !== "",
		address: match[3] ?? null,
		goroutine: match[5] === void 0 ? "main" : Number(match[5]),
		stackRestored: true,
		stack: [],
		userFrame: null
	};
}
function parseCreationHeading(text) {
	const match = creationHeading.exec(text);
	if (!match && !mainCreationHeading.test(text)) return null;
	return {
		goroutine: match ? Number(match[1]) : "main",
		state: match ? match[2] === "running" ? "running" : "finished" : null,
		stack: [],
		userFrame: null
	};
}
function isIgnoredHeading(text) {
	return ignoredHeading.test(text);
}
function isWrappedHeading(text) {
	return wrappedHeading.test(text);
}
// src/parse/race-incident.ts
const atomicFunction = /^(?:sync\/atomic|internal\/runtime\/atomic|runtime\/internal\/atomic)\./;
function raceEvents(start, accesses, goroutines) {
	const events = [];
	if (accesses.length > 0) {
		const incident = {
			kind: "race",
			line: start.line,
			...attribute(start, raceStacks(accesses, goroutines)),
			accesses: accesses.map(withUserFrame).map(withAtomic),
			goroutines: goroutines.map(withUserFrame)
		};
		events.push({
			type: "incident",
			incident
		});
	}
	const missing = whatIsMissing(accesses);
	if (missing) {
		const gap = {
			kind: "not-understood",
			package: start.package,
			...missing,
			detail: null
		};
		events.push({
			type: "gap",
			gap,
			line: start.line
		});
	}
	return events;
}
function withUserFrame(part) {
	return {
		...part,
		userFrame: userFrameOf(part.stack)
	};
}
function withAtomic(access) {
	const top = access.stack[0];
	return {
		...access,
		atomic: access.atomic || top !== void 0 && atomicFunction.test(top.function)
	};
}
function raceStacks(accesses, goroutines) {
	return [...accesses.flatMap((access) => {
		const creation = goroutines.find((each) => each.goroutine === access.goroutine);
		return creation ? [access.stack, creation.stack] : [access.stack];
	}), ...goroutines.map((each) => each.stack)];
}
function whatIsMissing(accesses) {
	if (accesses.length === 0) return sentence("race-without-accesses", {});
	if (accesses.length === 1) return sentence("race-with-one-access", {});
	return accesses.some((each) => each.stackRestored && each.stack.length === 0) ? sentence("race-with-unread-stack", {}) : null;
}
// src/parse/race.ts
const separator = /={18}$/;
const foreignLineLimit = 100;
const frameLimit = 1e3;
const creationLimit = 1e3;
function createRaceReader(start, heading) {
	const accesses = [];
	const goroutines = [];
	const stack = createStackReader();
	let frames = [];
	let foreign = 0;
	let wrapped = "";
	const startSection = (text) => {
		const section = parseSection(text);
		if (!section) return false;
		if ("operation" in section && accesses.length < 2) accesses.push(section);
		if ("state" in section && goroutines.length < creationLimit) goroutines.push(section);
		frames = section.stack;
		stack.into(frames);
		return true;
	};
	const readHeading = (text) => {
		const whole = wrapped === "" ? text : `${wrapped} ${text}`;
		wrapped = "";
		if (startSection(whole)) return true;
		if (!isWrappedHeading(text)) return false;
		wrapped = text;
		return true;
	};
	const readFailedStack = (text) => {
		if (!text.includes("failed to restore the stack")) return false;
		const access = accesses.find((each) => each.stack === frames);
		if (access) access.stackRestored = false;
		return true;
	};
	const readOther = (trimmed, text) => {
		if (separator.test(trimmed)) return accesses.length > 0 ? "done" : "more";
		if (readHeading(trimmed) || readFailedStack(trimmed)) {
			foreign = 0;
			return "more";
		}
		return startsSomethingElse(text) || ++foreign > foreignLineLimit ? "not-mine" : "more";
	};
	startSection(heading);
	return {
		read(text) {
			const trimmed = text.trim();
			if (trimmed === "") return "more";
			if (wrapped !== "" || !stack.read(trimmed, text)) return readOther(trimmed, text);
			foreign = 0;
			if (frames.length > frameLimit) frames.length = frameLimit;
			return "more";
		},
		end: () => raceEvents(start, accesses, goroutines)
	};
}
function parseSection(text) {
	return parseAccessHeading(text) ?? parseCreationHeading(text) ?? (isIgnoredHeading(text) ? { stack: [] } : null);
}
// src/parse/incident-reader.ts
function createIncidentReader(queue, facts) {
	let open = null;
	let held = null;
	const settleHeld = () => {
		held?.slot.settle(held.events);
		held = null;
	};
	const close = (alive) => {
		if (!open) return;
		const { block, slot } = open;
		open = null;
		const events = block.end(alive).filter((event) => event.type !== "incident" || facts.admit(event.incident));
		if (held && isOneCrash(held.events, events)) held.events = [];
		settleHeld();
		if (crashIn(events)?.recovered) held = {
			slot,
			events
		};
		else slot.settle(events);
	};
	const start = (text, line) => {
		const landmark = maybeNotable.test(text) ? findLandmark(text) : null;
		if (!landmark) {
			settleHeld();
			return;
		}
		const isCarriers = standsAbove(landmark.prefix, facts.above);
		const reserved = queue.reservedLine();
		const above = () => facts.above().filter((each) => each.line > reserved);
		open = {
			block: blockOf(landmark, isCarriers, {
				line,
				package: facts.package,
				test: facts.test()
			}, above),
			slot: queue.reserve(line),
			strip: learnPrefix(landmark.prefix),
			prefix: landmark.prefix,
			indentation: /^\s*/.exec(landmark.prefix)?.[0] ?? ""
		};
	};
	return {
		isOpen: () => open !== null || held !== null,
		end(alive) {
			close(alive);
			settleHeld();
		},
		read(text, line) {
			if (open) {
				const verdict = readInto(open, text);
				if (verdict === "more") return;
				close(true);
				if (verdict === "done") return;
			}
			start(text, line);
		}
	};
}
const logPlace = /\.go:\d+: $/;
function standsAbove(prefix, above) {
	if (prefix.trim() === "" || logPlace.test(prefix)) return false;
	const strip = learnPrefix(prefix);
	return above().some(({ text }) => strip(text) !== null);
}
function readInto(open, text) {
	const stripped = open.strip(text) ?? relearn(open, text);
	if (stripped !== null) return open.block.read(open.prefix.trim() !== "" ? strip(stripped).text : stripped, true);
	return open.block.read(text.startsWith(open.indentation) ? text.slice(open.indentation.length) : text, false);
}
function relearn(open, text) {
	if (open.prefix.trim() === "") return null;
	const landmark = text.includes("goroutine ") ? findLandmark(text) : null;
	const common = landmark?.kind === "dump" ? landmark.prefix : commonPrefix(open.prefix, text);
	if (common.trim() === "") return null;
	open.strip = learnPrefix(common);
	return open.strip(text);
}
function blockOf(landmark, isCarriers, at, above) {
	return landmark.kind === "race" ? createRaceReader(at, landmark.rest) : createCrashReader(at, isCarriers ? {
		...landmark,
		prefix: ""
	} : landmark, landmark.kind === "dump" ? linesAbove(landmark, at, above()) : []);
}
function linesAbove({ prefix }, at, lines) {
	const strip = learnPrefix(prefix);
	const stripped = lines.map(({ text, line }) => ({
		text: strip(text) ?? text,
		line
	}));
	return /panic|recover|error/i.test(prefix) ? [...stripped, {
		text: prefix,
		line: at.line
	}] : stripped;
}
function crashIn(events) {
	const incident = events.find((event) => event.type === "incident")?.incident;
	return incident && incident.kind !== "race" ? incident : null;
}
function isOneCrash(printed, next) {
	const first = crashIn(printed);
	const second = crashIn(next);
	if (!first || !second || first.goroutine !== second.goroutine || !sameMessage(first, second)) return false;
	return first.goroutine !== null || !second.recovered;
}
function sameMessage(first, second) {
	return second.messages.some((message) => message.includes(first.message) || first.message.includes(message));
}
const streamLimit = 1e3;
function createStreams(queue, filter, linesAbove) {
	const streams = new Map();
	let latest = null;
	const create = (name) => {
		const isText = name.startsWith("|");
		const stream = {
			name,
			reader: createIncidentReader(queue, {
				package: isText || name === "" ? null : name,
				test: () => stream.test === null ? null : decodeBytes(stream.test),
				above: () => linesAbove(isText ? "|" : name),
				admit: isText ? filter.admit : () => true
			}),
			unfinished: "",
			startedAt: 0,
			test: null
		};
		return stream;
	};
	const get = (name) => {
		if (latest?.name === name) return latest;
		latest = streams.get(name) ?? null;
		if (latest) return latest;
		if (streams.size >= streamLimit) closeAll();
		latest = create(name);
		streams.set(name, latest);
		return latest;
	};
	const close = (name, alive) => {
		streams.get(name)?.reader.end(alive);
		streams.delete(name);
		latest = null;
	};
	const closeAll = () => {
		for (const name of [...streams.keys()]) close(name, false);
	};
	return {
		get,
		close,
		closeAll,
		continuedBy(name) {
			const own = get(name);
			if (own.reader.isOpen()) return own;
			return [...streams.values()].findLast((stream) => stream.reader.isOpen()) ?? own;
		}
	};
}
// src/parse/test-event.ts
const shortestTime = 28;
const packagePart = /,"Action":"output","Package":"([^"\\\x80-\xff]+)"/y;
const outputKey = ",\"Output\":\"";
const quote = 34;
const backslash = 92;
const letterN = 110;
const closeBrace = 125;
const capitalO = 79;
const capitalT = 84;
function createOutputFinder() {
	const range = {
		package: "",
		testStart: 0,
		testEnd: 0,
		start: 0,
		end: 0
	};
	let knownPart = outputKey;
	const readPackage = (text, at) => {
		if (text.slice(at, at + knownPart.length) === knownPart) return true;
		packagePart.lastIndex = at;
		const match = packagePart.exec(text);
		if (!match?.[1]) return false;
		knownPart = ownCopy(match[0]);
		range.package = ownCopy(match[1]);
		return true;
	};
	const readTest = (text, at) => {
		const isTest = text.charCodeAt(at + 2) === capitalT;
		range.testStart = isTest ? at + 9 : at;
		range.testEnd = isTest ? text.indexOf("\"", range.testStart) : at;
		if (!isTest) return at;
		return text.charCodeAt(range.testEnd - 1) === backslash ? -1 : range.testEnd + 1;
	};
	return (text, start, end) => {
		if (text.charCodeAt(start + 2) !== capitalT || text.charCodeAt(end - 1) !== closeBrace) return null;
		const afterTime = text.indexOf("\"", start + shortestTime) + 1;
		if (!readPackage(text, afterTime)) return null;
		const at = readTest(text, afterTime + knownPart.length);
		range.start = at + 11;
		range.end = end - 2;
		return at > 0 && range.start <= range.end && text.charCodeAt(range.end) === quote && text.charCodeAt(at + 2) === capitalO && text.charCodeAt(range.start - 1) === quote ? range : null;
	};
}
const needsDecoding = /[\\\x80-\xff]/;
function unescapeJson(raw) {
	if (!needsDecoding.test(raw)) return raw;
	const text = decodeBytes(raw);
	try {
		return JSON.parse(`"${text}"`);
	} catch {
		return text;
	}
}
function isLine(raw) {
	return raw.charCodeAt(raw.length - 1) === letterN && raw.charCodeAt(raw.length - 2) === backslash;
}
function plainLine(raw) {
	if (!isLine(raw)) return null;
	const line = raw.slice(0, -2);
	return needsDecoding.test(line) ? null : line;
}
function outputOf(raw) {
	return unescapeJson(raw.endsWith("\\n") ? raw.slice(0, -2) : raw);
}
function endsPackage(event) {
	return event.test === null && [
		"pass",
		"fail",
		"skip"
	].includes(event.action);
}
const quotedEvents = /"(\{\\"Time\\":.*)"/;
function nestedTestEvents(text) {
	if (text.endsWith("}") && text.includes("\"Action\":\"")) {
		const event = parseTestEvent(text.slice(text.indexOf("{")));
		return event ? [event] : [];
	}
	const quoted = text.includes("{\\\"Time\\\":") ? quotedEvents.exec(text)?.[1] : null;
	if (!quoted) return [];
	return unescapeJson(quoted).split("\n").flatMap((line) => parseTestEvent(line) ?? []);
}
function mayHoldTestEvents(raw) {
	const last = raw.charCodeAt(raw.length - 3);
	return (last === closeBrace || last === quote) && raw.includes("Action\\");
}
function parseTestEvent(line) {
	const value = parseJsonObject(line);
	if (!value) return null;
	const action = stringOf(value.Action);
	if (action === null || !/^[a-z-]+$/.test(action)) return null;
	const event = {
		action,
		package: stringOf(value.Package),
		test: stringOf(value.Test),
		output: stringOf(value.Output),
		seconds: typeof value.Elapsed === "number" ? value.Elapsed : null,
		importPath: stringOf(value.ImportPath),
		failedBuild: stringOf(value.FailedBuild)
	};
	return event.package !== null || event.importPath !== null || event.output !== null || event.test !== null ? event : null;
}
function parseJsonObject(line) {
	try {
		const value = JSON.parse(line);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
function stringOf(value) {
	return typeof value === "string" ? value : null;
}
// src/parse/go-command.ts
const packageLine = /^(ok {2}|FAIL|\? {3})\t(\S+)(?:[\t ]+(\[[a-z ]+\]|\(cached\)|[\d.]+s))?/;
function parsePackageLine(text) {
	const match = packageLine.exec(text);
	if (!match?.[2]) return null;
	const result = match[3] ?? "";
	return {
		type: "package-ended",
		package: match[2],
		outcome: outcomeOf(match[1] ?? "", result),
		seconds: /^[\d.]+s$/.test(result) ? Number.parseFloat(result) : null,
		cached: result === "(cached)"
	};
}
function outcomeOf(word, result) {
	if (word.startsWith("?")) return "skip";
	if (result === "[build failed]" || result === "[setup failed]") return "build-failed";
	return word === "FAIL" ? "fail" : "pass";
}
const troubles = [
	[/^go: -race requires cgo/, "no-cgo"],
	[/^(?:go: )?-race is (?:only|not) supported on /, "no-cgo"],
	[/^signal: killed$/, "killed"],
	[/^\*\*\* Test killed with quit: ran too long/, "timed-out"],
	[/^race: limit on \d+ simultaneously alive goroutines is exceeded, dying/, "over-limit"],
	[/ThreadSanitizer: CHECK failed|^ERROR: ThreadSanitizer failed to allocate|^FATAL: ThreadSanitizer/, "tool-failed"],
	[/^ThreadSanitizer: ERROR: Flag parsing failed/, "tool-failed"]
];
const maybeTrouble = /ThreadSanitizer|signal: |-race|race: |quit: /;
function troubleGap(text, packageName, line) {
	const kind = troubles.find(([pattern]) => pattern.test(text))?.[1];
	if (!kind) return null;
	return {
		type: "gap",
		gap: {
			kind,
			package: packageName,
			message: text.trim().slice(0, 500),
			detail: null
		},
		line
	};
}
function buildGap$1(packageName, text, line) {
	return {
		type: "gap",
		gap: {
			kind: "build-failed",
			package: packageName,
			message: text.trim().replaceAll("	", " "),
			detail: null
		},
		line
	};
}
// src/parse/event-output.ts
const space = 32;
const unfinishedLimit = 1048576;
function createEventOutput(queue, streams) {
	const unfinished = new Set();
	const readPlainLine = (stream, text, line) => {
		if (text.charCodeAt(0) > space && maybeTrouble.test(text)) {
			const gap = troubleGap(text, stream.name, line);
			if (gap) queue.push(gap);
		}
		stream.reader.read(text, line);
	};
	const readLine = (stream, text, line) => {
		const nested = nestedTestEvents(text);
		for (const event of nested) readNested(event, line, stream);
		if (nested.length === 0) readPlainLine(stream, stripTerminal(text), line);
	};
	const readOutput = (stream, output, line) => {
		const lines = output.split("\n");
		const rest = lines.pop() ?? "";
		for (const text of lines) {
			const startedAt = stream.unfinished === "" ? line : stream.startedAt;
			const whole = stream.unfinished + text;
			stream.unfinished = "";
			readLine(stream, whole, startedAt);
		}
		if (rest === "") return;
		if (stream.unfinished === "") stream.startedAt = line;
		if (stream.unfinished.length < unfinishedLimit) stream.unfinished += rest;
		unfinished.add(stream);
	};
	const readEvent = (stream, event, line) => {
		stream.test = event.test === null ? null : Buffer.from(event.test).toString("latin1");
		if (event.output !== null) readOutput(stream, event.output, line);
	};
	const readNested = (event, line, outer) => {
		const inner = streams.get(event.package ?? outer?.name ?? "");
		readEvent(inner, event, line);
		if (endsPackage(event) && inner !== outer) streams.close(inner.name, event.action !== "fail");
	};
	const flush = (stream) => {
		const rest = stream.unfinished;
		stream.unfinished = "";
		unfinished.delete(stream);
		if (rest !== "") readLine(stream, rest, stream.startedAt);
	};
	return {
		readRaw(stream, raw, line) {
			const plain = stream.unfinished === "" ? plainLine(raw) : null;
			if (plain !== null) readPlainLine(stream, plain, line);
			else readOutput(stream, unescapeJson(raw), line);
		},
		readEvent,
		readNested,
		flush,
		flushAll: () => unfinished.forEach(flush)
	};
}
// src/parse/test-events.ts
const buildOutputLimit = 65536;
const openBuildLimit = 1e3;
function createTestEventReader(queue, streams) {
	const builds = createBuilds(queue);
	const cached = new Set();
	const output = createEventOutput(queue, streams);
	const readLife = (event) => {
		if (endsPackage(event)) {
			const name = event.package ?? "";
			output.flush(streams.get(name));
			streams.close(name, event.action !== "fail");
		}
		const told = lifeEvent(event, cached);
		if (told) queue.push(told);
	};
	return {
		readRaw: output.readRaw,
		readNested: (event, line) => output.readNested(event, line, null),
		markCached: (packageName) => cached.add(packageName),
		read(event, line) {
			if (event.action === "output") output.readEvent(streams.get(event.package ?? ""), event, line);
			else if (event.importPath !== null && event.action.startsWith("build-")) builds.read(event.action, event.importPath, event.output ?? "", line);
			else readLife(event);
		},
		end: output.flushAll
	};
}
function createBuilds(queue) {
	const outputs = new Map();
	return { read(action, importPath, output, line) {
		const before = outputs.get(importPath) ?? "";
		if (action === "build-fail") {
			outputs.delete(importPath);
			queue.push({
				type: "gap",
				line,
				gap: buildGap(importPath, before)
			});
		} else if (outputs.size < openBuildLimit && before.length < buildOutputLimit) outputs.set(importPath, before + output);
	} };
}
function lifeEvent(event, cached) {
	const { action, package: packageName, test, seconds } = event;
	if (packageName === null) return null;
	if (action === "start") return {
		type: "package-started",
		package: packageName
	};
	if (action !== "pass" && action !== "fail" && action !== "skip") return null;
	if (test !== null) return {
		type: "test-ended",
		package: packageName,
		test,
		outcome: action,
		seconds
	};
	return {
		type: "package-ended",
		package: packageName,
		outcome: event.failedBuild === null ? action : "build-failed",
		seconds,
		cached: cached.delete(packageName)
	};
}
const compilerError = /: (?:fatal )?error: /;
function buildGap(importPath, output) {
	const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
	const start = Math.max(lines.findIndex((line) => compilerError.test(line)), 0);
	const said = lines.slice(start, lines[start]?.endsWith(":") ? start + 2 : start + 1);
	return {
		kind: "build-failed",
		package: importPath.replace(/ \[.*\]$/, ""),
		...said.length === 0 ? sentence("package-not-built", {}) : { message: said.map((line) => line.trim()).join(" ") },
		detail: output === "" ? null : output
	};
}
// src/parse/log-record.ts
const messageKeys = [
	"log",
	"MESSAGE",
	"textPayload",
	"message",
	"msg",
	"Message",
	"line",
	"@message",
	"content"
];
const panicKeys = [
	"panic",
	"recover",
	"recovered",
	"reason",
	"error",
	"err",
	"value"
];
const innerRecordKeys = [
	"jsonPayload",
	"_source",
	"attributes",
	"fields",
	"data",
	"error",
	"exception"
];
const streamKeys = [
	"stream",
	"container_name",
	"_PID",
	"SYSLOG_IDENTIFIER",
	"pod"
];
const foldedStack = /goroutine \d+ \[[^\]]{1,200}\]:(?:\\n|\n)/;
const callers = /\n\t\S+:\d+/;
function unfoldRecord(text) {
	if (/^\s*\{/.test(text)) {
		const record = parseJsonObject(text);
		if (record) return {
			lines: linesOfRecord(record),
			stream: firstString(record, streamKeys) ?? ""
		};
	}
	const at = text.indexOf("{\"");
	const fields = at > 0 ? parseJsonObject(text.slice(at)) : null;
	if (fields) return {
		lines: linesOfRecord(firstString(fields, messageKeys) !== null ? fields : {
			...fields,
			message: text.slice(0, at).trimEnd()
		}),
		stream: ""
	};
	if (foldedStack.test(text)) return {
		lines: unescapeLines(text),
		stream: ""
	};
	if (joined.some((pattern) => pattern.test(text))) return {
		lines: splitJoined(text),
		stream: ""
	};
	return null;
}
function firstString(record, keys) {
	for (const key of keys) {
		const value = stringOf(record[key]);
		if (value !== null && value !== "") return value;
	}
	return null;
}
function linesOfRecord(outer) {
	const record = withInnerRecords(outer);
	const message = firstString(record, messageKeys) ?? "";
	const value = firstString(record, panicKeys);
	const stacks = Object.values(record).filter((each) => typeof each === "string" && each !== message && (foldedStack.test(each) || callers.test(each)));
	const head = value === null || stacks.includes(value) ? message : `${message}: ${value}`;
	return [stacks.length === 0 ? message : head, ...stacks].flatMap((part) => part.replace(/\n$/, "").split("\n"));
}
function withInnerRecords(outer) {
	let record = outer;
	for (const key of innerRecordKeys) {
		const inner = outer[key];
		if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) record = {
			...inner,
			...record
		};
	}
	return record;
}
const quotedValue = /(?:\b(?:panic|recovered)=|"(?:panic|recovered)" ?: ?)"((?:[^"\\]|\\.)*)"/;
const quotedMessage = /(?:\b(?:msg|message)=|"(?:msg|message)" ?: ?)"((?:[^"\\]|\\.)*)"/;
function unescapeLines(text) {
	const at = text.search(/goroutine \d+ \[/);
	const before = text.slice(0, at);
	const value = quotedValue.exec(before)?.[1];
	const message = quotedMessage.exec(before)?.[1] ?? before.replace(/\s*[\w.-]+[=:]\s*"?$/, "");
	const head = value === void 0 ? message : `panic recovered: ${value}`;
	const stack = text.slice(at).split(/\\n|\n/);
	return [...head.split(/\\n/), ...stack].map((line) => line.replaceAll("\\t", "	").replaceAll("\\\"", "\""));
}
const joined = [
	/goroutine \d+ \[[^\]]{1,200}\]: +\S.{0,2000}?\.go:\d+/,
	/WARNING: DATA RACE +\S.{0,2000}?\.go:\d+/,
	/^\s*(?:\/|[A-Z]:[\\/])[^\s:]+:\d+(?: \+0x[0-9a-f]+)? (?:fp=\S+ sp=\S+ pc=\S+ )? *(?:goroutine \d+ \[[^\]]{1,200}\]: +)?\S+\(.*\)\s*$/,
	/\bfatal error: .* runtime stack: +\S/,
	/^\s*\S+\([^()]*\) +\/\S+\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?\s*$/
];
const joint = / +(?=(?:fatal error|runtime stack): |goroutine \d+ \[|created by \S|exit status \d|\[signal SIG|={18}|(?:Previous )?(?:[Rr]ead|[Ww]rite) (?:at 0x|by )|Goroutine \d+ \(\w+\) created)|(?<=(?:\]|by main goroutine|by goroutine \d+|created at|DATA RACE):?) +(?=[^ ])|(?<=\)|in goroutine \d+) +(?=\S+:\d+(?: |$))|(?<=:\d+(?: \+0x[0-9a-f]+)?(?: fp=\S+ sp=\S+ pc=\S+)?) +(?=[^+ f]|f[^p])|(?<=runtime stack:) +/;
function splitJoined(text) {
	return text.split(joint);
}
// src/parse/text-lines.ts
const nestingLimit = 3;
const maybePackageLine = /(?:^|[ \t|])(?:ok {2}|FAIL|\? {3})\t/;
const maybeTestEvent = /"Action":"/;
function createTextReader({ queue, streams, filter, recent, testEvents }) {
	const readOne = (text, stream, line) => {
		const ended = parsePackageLine(text);
		if (ended) queue.push(ended);
		if (ended?.outcome === "build-failed") queue.push(buildGap$1(ended.package, text, line));
		if (maybeTrouble.test(text)) {
			const gap = troubleGap(text, null, line);
			if (gap) queue.push(gap);
		}
		filter.readLine(text);
		const name = "|" + stream;
		(stream === "" ? streams.continuedBy(name) : streams.get(name)).reader.read(text, line);
	};
	const readEvent = (event, line, nested = false) => {
		if (nested) testEvents.readNested(event, line);
		else testEvents.read(event, line);
		if (event.output !== null) recent.push(event.package ?? "", escaped(event.output), line);
	};
	const readClosely = (bytes, line) => {
		const unwrapped = unwrap(decodeBytes(bytes), "", 0);
		for (const each of unwrapped) {
			if (each.event) readEvent(each.event, line, each.nested);
			else readOne(each.text, each.stream, line);
			if (unwrapped.length > 1) recent.push("|", bytesOf(each.text), line);
		}
		if (unwrapped.length === 1) recent.push("|", bytes, line);
	};
	return { read(bytes, line) {
		const event = bytes.startsWith("{\"") ? parseTestEvent(decodeBytes(bytes)) : null;
		if (event) readEvent(event, line);
		else if (queue.waiting() > 0 || isOfInterest(bytes)) readClosely(bytes, line);
		else recent.push("|", bytes, line);
	} };
}
function bytesOf(text) {
	return Buffer.from(text).toString("latin1");
}
function escaped(text) {
	return bytesOf(JSON.stringify(text).slice(1, -1));
}
function unwrap(line, outer, depth) {
	const carried = strip(line);
	const stream = carried.stream === "" ? outer : `${outer}/${carried.stream}`;
	const event = carried.text.startsWith("{") ? parseTestEvent(carried.text) : null;
	const nested = event ? [] : nestedTestEvents(carried.text);
	if (nested.length > 0) return nested.map((each) => ({
		text: "",
		stream,
		event: each,
		nested: true
	}));
	const record = event || depth >= nestingLimit ? null : unfoldRecord(carried.text);
	if (!record) return [{
		text: carried.text,
		stream,
		event,
		nested: false
	}];
	const inner = record.stream === "" ? stream : `${stream}/${record.stream}`;
	return record.lines.flatMap((text) => unwrap(text, inner, depth + 1));
}
function linesIn(bytes) {
	return unwrap(decodeBytes(bytes), "", 0).map(({ text }) => text);
}
function isOfInterest(bytes) {
	return maybeNotable.test(bytes) || maybeTestEvent.test(bytes) || maybePackageLine.test(bytes) || maybeSummary.test(bytes) || maybeTrouble.test(bytes);
}
// src/parse/output-reader.ts
const waitingLimit = 1e4;
function createOutputReader(emit) {
	const queue = createEventQueue(emit);
	const filter = createRepeatFilter();
	const recent = createRecentLines();
	const streams = createStreams(queue, filter, (name) => recent.of(name).flatMap(({ text, line }) => {
		return (name === "|" ? linesIn(text) : [outputOf(text)]).map((each) => ({
			text: each,
			line
		}));
	}));
	const testEvents = createTestEventReader(queue, streams);
	const textReader = createTextReader({
		queue,
		streams,
		filter,
		recent,
		testEvents
	});
	const findOutput = createOutputFinder();
	let lineNumber = 0;
	const readOutput = (text, found) => {
		const raw = text.slice(found.start, found.end);
		const stream = streams.get(found.package);
		if (stream.unfinished === "" && !stream.reader.isOpen() && !mayHoldTestEvents(raw) && isLine(raw) && !maybeNotable.test(raw)) {
			if (found.testStart === found.testEnd && raw.endsWith("(cached)\\n")) testEvents.markCached(found.package);
		} else {
			stream.test = found.testStart === found.testEnd ? null : text.slice(found.testStart, found.testEnd);
			testEvents.readRaw(stream, raw, lineNumber);
		}
		recent.push(found.package, raw, lineNumber);
	};
	const splitter = createLineSplitter((text, start, end) => {
		lineNumber++;
		const found = findOutput(text, start, end);
		if (found) readOutput(text, found);
		else textReader.read(text.slice(start, end), lineNumber);
		if (queue.waiting() > waitingLimit) streams.closeAll();
	});
	return {
		push: (chunk) => splitter.push(chunk),
		end() {
			splitter.end();
			testEvents.end();
			streams.closeAll();
		}
	};
}
function parseIncidents(output) {
	return parseOutput(output).flatMap((event) => event.type === "incident" ? [event.incident] : []);
}
function parseOutput(output) {
	const events = [];
	const reader = createOutputReader((event) => events.push(event));
	reader.push(typeof output === "string" ? new TextEncoder().encode(output) : output);
	reader.end();
	return events;
}
export { parseIncidents as n, createOutputReader as t };
