import { t as __commonJSMin } from "./rolldown-runtime.js";
import { t as userError } from "./user-error.js";
import { f as options, l as say, o as capital, r as saidIn } from "./message.js";
// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));
// src/plan/settings.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
function resolveSettings(given, file, directory) {
	const read = (name) => readSetting(name, given, file);
	return {
		directory,
		base: one(read("base")),
		packages: many(read("packages")),
		scope: choice("scope", read("scope")) ?? "all",
		only: choice("only", read("only")),
		effort: choice("effort", read("effort")) ?? "standard",
		shard: parseShard(one(read("shard"))),
		timeoutMs: parseDuration("timeout", one(read("timeout")) ?? options.timeout.default),
		stressMs: parseDuration("stress-time", one(read("stress-time")) ?? options["stress-time"].default),
		fixMs: parseDuration("fix-budget", one(read("fix-budget")) ?? options["fix-budget"].default),
		goFlags: (one(read("go-flags")) ?? "").split(/\s+/).filter((flag) => flag !== ""),
		passEnv: many(read("pass-env")),
		lang: choice("lang", read("lang")) ?? "en",
		failOn: choice("fail-on", read("fail-on")) ?? "new",
		guideUrl: (one(read("guide-url")) ?? "https://github.com/go-race-audit/go-race-audit/blob/v0.1.0/guide").replace(/\/+$/, ""),
		rules: file.ignore,
		configFile: null
	};
}
function readSetting(name, given, file) {
	const fromFile = name in file ? file[name] : void 0;
	const option = options[name];
	return [
		given[name],
		fromFile,
		option.default
	].map((value) => toList(value)).find((values) => values.length > 0) ?? [];
}
function toList(value) {
	return (typeof value === "string" ? [value] : value ?? []).map((text) => text.trim()).filter((text) => text !== "");
}
function one(values) {
	return values.at(-1) ?? null;
}
function many(values) {
	return values.flatMap((value) => value.split(/\s+/));
}
function choice(name, values) {
	const value = one(values);
	const choices = options[name].choices;
	if (value !== null && !choices.includes(value)) throw userError("not-one-of-nearest", {
		name,
		value,
		choices: choices.join(", "),
		nearest: (0, import_fastest_levenshtein.closest)(value, choices)
	});
	return value;
}
const unitsMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
function parseDuration(name, text) {
	const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
	if (parts.length === 0 || parts.map((part) => part[0]).join("") !== text) throw userError("not-a-duration", {
		name,
		text
	});
	return parts.reduce((sum, [, number, unit]) => sum + Number(number) * unitsMs[unit], 0);
}
function parseShard(text) {
	if (text === null) return null;
	const [index, total] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number);
	if (index === void 0 || total === void 0 || index < 1 || index > total) throw userError("not-a-shard", { text });
	return {
		index,
		total
	};
}
// src/text/en-names.ts
const both$1 = (title, message) => ({
	title,
	message
});
function thing$1(facts, otherwise) {
	return facts.subject === null ? [otherwise] : say`${facts.subject}`;
}
function a$1(noun, facts) {
	return facts.subject === null ? [`a ${noun}`] : say`${[noun]} ${facts.subject}`;
}
function on$1(facts) {
	return facts.subject === null ? [] : say` on ${facts.subject}`;
}
function within$1(facts) {
	const [first] = facts.functions;
	return first === void 0 ? [] : say` in ${first}`;
}
function actors$1(facts) {
	const [first, second] = facts.functions;
	if (first === void 0) return say`two goroutines`;
	return second === void 0 || second === first ? say`two goroutines in ${first}` : say`${first} and ${second}`;
}
function quoted$1(facts) {
	return facts.message === null ? [] : say`: ${facts.message}`;
}
const Actors$1 = (facts) => capital(actors$1(facts));
// src/text/launch.ts
function launchOf({ subject, functions }) {
	const literal = subject === null ? null : /^the goroutine of (.+)$/s.exec(subject);
	const startedIn = literal?.[1] ?? functions[0] ?? null;
	return {
		runs: literal === null ? subject : null,
		startedIn
	};
}
// src/text/en-crashes.ts
const panics$1 = {
	"panic-nil-dereference": (f) => both$1(say`Panic${within$1(f)}: nil pointer used`, say`A pointer, map value or interface that is nil was used${within$1(f)}.`),
	"panic-nil-map": (f) => both$1(say`Panic${within$1(f)}: write to a nil map`, say`The map ${thing$1(f, "written to")} was never made.`),
	"panic-index-out-of-range": (f) => both$1(say`Panic${within$1(f)}: index out of range`, say`An index or slice bound is not checked before it is used${quoted$1(f)}.`),
	"panic-type-assertion": (f) => both$1(say`Panic${within$1(f)}: wrong type in an assertion`, say`The interface holds another type than the code insists on${quoted$1(f)}.`),
	"panic-closed-channel": (f) => both$1(say`Panic${within$1(f)}: channel closed too early or twice`, say`More than one goroutine decides when the channel ends${quoted$1(f)}.`),
	"panic-waitgroup-counter": (f) => both$1(say`Panic${within$1(f)}: WaitGroup misused`, say`\`Add\`, \`Done\` and \`Wait\` do not match${quoted$1(f)}.`),
	"panic-arithmetic": (f) => both$1(say`Panic${within$1(f)}: impossible number`, say`A divisor, length or shift was not checked before it was used${quoted$1(f)}.`),
	"panic-unhashable-key": (f) => both$1(say`Panic${within$1(f)}: key cannot be compared`, say`An interface holding a slice, map or function was compared or used as a map key${quoted$1(f)}.`),
	"panic-after-test": (f) => both$1(say`Panic after a test has ended`, say`A goroutine used the test's \`t\` when the test was over${quoted$1(f)}.`),
	"panic-explicit": (f) => both$1(say`Panic${within$1(f)}${quoted$1(f)}`, f.recovered ? say`The code itself calls \`panic\`${within$1(f)}; it was recovered further up, and what was under way is lost.` : say`The code itself calls \`panic\`${within$1(f)}; nothing between it and the goroutine's start recovers.`),
	"panic-repanicked": (f) => both$1(say`Panic${within$1(f)}, recovered and raised again`, say`The first panic of the chain is the cause${quoted$1(f)}.`),
	"panic-iterator": (f) => both$1(say`Panic${within$1(f)}: iterator misused`, say`A range-over-func loop went on after it was told to stop, or was entered twice${quoted$1(f)}.`),
	"panic-unclassified": (f) => both$1(say`Panic${within$1(f)}${quoted$1(f)}`, f.recovered ? say`The goroutine panicked and was recovered further up; what was under way is lost${quoted$1(f)}.` : say`The goroutine panicked and nothing recovered it${quoted$1(f)}.`),
	"fatal-concurrent-map": (f) => both$1(say`Process ended: concurrent use of ${a$1("map", f)}`, say`Go saw a map being written while another goroutine used it${quoted$1(f)}. No \`recover\` can stop this.`),
	"fatal-unlock-of-unlocked": (f) => both$1(say`Process ended${within$1(f)}: unlock of an unlocked mutex`, say`A mutex was unlocked that nobody had locked${quoted$1(f)}. No \`recover\` can stop this.`),
	"fatal-deadlock": (f) => both$1(say`Deadlock${within$1(f)}`, say`Every goroutine waits for another one${quoted$1(f)}.`),
	"fatal-stack-overflow": (f) => both$1(say`Stack overflow${within$1(f)}`, say`A function calls itself without end. No \`recover\` can stop this.`),
	"fatal-out-of-memory": (f) => both$1(say`Out of memory${within$1(f)}`, say`The process asked for more memory than it could have${quoted$1(f)}.`),
	"fatal-memory-fault": (f) => both$1(say`Memory fault${within$1(f)}`, say`\`unsafe\`, cgo or a data race broke a pointer${quoted$1(f)}.`),
	"fatal-unclassified": (f) => both$1(say`Process ended${within$1(f)}${quoted$1(f)}`, say`The Go runtime ended the process${quoted$1(f)}.`),
	"test-timeout": (f) => both$1(say`Test ran into its timeout${within$1(f)}`, say`Something waits for what never comes, or is far too slow${quoted$1(f)}.`)
};
const recoveries$1 = {
	"recover-goroutine": (f) => f.message === null ? both$1(say`Goroutine${startedBy$1(f)} has no recover`, say`A panic in this goroutine ends the whole process: nothing in it recovers.`) : both$1(say`Panic in a goroutine that nobody recovers${quoted$1(f)}`, say`The panic was on a goroutine of its own${within$1(f)}, so it ended the whole process.`),
	"recover-worker-loop": (f) => both$1(say`One panic ends the whole loop${within$1(f)}`, say`Each entry runs without a \`recover\` of its own: the first that panics stops all that come after it.`),
	"recover-misplaced": (f) => both$1(say`This recover cannot work${within$1(f)}`, say`\`recover\` works only in a function that is deferred directly, on the goroutine that panics.`),
	"recover-silent": (f) => both$1(say`Recovered panic is thrown away${within$1(f)}`, say`The panic is recovered but neither logged nor counted, so nobody will ever learn of it.`),
	"read-race-report": (f) => both$1(say`Race report${on$1(f)}`, say`A race report that needs reading.`),
	"read-crash-log": (f) => both$1(say`Crash${within$1(f)}${quoted$1(f)}`, say`A crash log that needs reading.`),
	"ask-for-help": (f) => both$1(say`Finding${within$1(f)} that needs more eyes`, say`What was seen does not say enough by itself.`)
};
function startedBy$1(facts) {
	const { runs, startedIn } = launchOf(facts);
	if (runs !== null) return say` ${runs}`;
	return startedIn === null ? [] : say` started in ${startedIn}`;
}
// src/text/en-races.ts
function sharedBuffer$1(facts) {
	const type = facts.subjectType === null ? say`buffer` : say`${facts.subjectType}`;
	const title = facts.subject === null ? say`Data race on a shared ${type}` : facts.subjectType === null ? say`Data race on ${facts.subject}` : say`Data race on ${facts.subject} (shared ${facts.subjectType})`;
	return both$1(title, say`${Actors$1(facts)} use the same ${type} at the same time, and it is not safe for that.`);
}
const races$1 = {
	"race-shared-buffer": sharedBuffer$1,
	"race-map": (f) => both$1(say`Data race on ${a$1("map", f)}`, say`${Actors$1(f)} use the map at the same time. Nobody else may touch a map while it is written; outside of tests Go can end the process for it.`),
	"race-slice": (f) => both$1(say`Data race on ${a$1("slice", f)}`, say`${Actors$1(f)} use the slice at the same time; appended elements get lost or mixed up.`),
	"race-captured-variable": (f) => both$1(say`Data race on ${a$1("captured variable", f)}`, say`The goroutine shares ${thing$1(f, "the variable")} with the function that started it, and nothing orders their accesses.`),
	"race-loop-variable": (f) => both$1(say`Data race on ${a$1("loop variable", f)}`, say`The goroutines started in the loop use ${thing$1(f, "its variable")} while the loop goes on changing it.`),
	"race-missing-lock": (f) => both$1(say`Data race${on$1(f)}: a lock is missing`, say`${Actors$1(f)} access ${thing$1(f, "the same memory")} at the same time, and not both hold the lock.`),
	"race-read-lock-write": (f) => both$1(say`Write to ${thing$1(f, "shared memory")} under a read lock`, say`${Actors$1(f)} change ${thing$1(f, "the same memory")} holding only \`RLock\`, which any number of goroutines may hold at once.`),
	"race-copied-lock": (f) => both$1(say`Data race${on$1(f)}: the lock was copied`, say`A copy of a mutex does not lock the original, so ${actors$1(f)} do not exclude each other.`),
	"race-lazy-init": (f) => both$1(say`Data race while ${thing$1(f, "a shared value")} is set for the first time`, say`${Actors$1(f)} can both find ${thing$1(f, "the value")} unset, and both set it.`),
	"race-waitgroup": (f) => both$1(say`Data race around ${a$1("WaitGroup", f)}`, say`\`Wait\` can return before the goroutines have ended, because \`Add\` comes too late or \`Done\` too early.`),
	"race-mixed-atomic": (f) => both$1(say`Atomic and plain access to ${thing$1(f, "one variable")} mixed`, say`One goroutine uses \`sync/atomic\` on ${thing$1(f, "the variable")}, another accesses it directly.`),
	"race-package-variable": (f) => both$1(say`Data race on ${a$1("package variable", f)}`, say`${Actors$1(f)} access ${thing$1(f, "the variable")} at the same time.`),
	"race-parallel-subtests": (f) => both$1(say`Parallel tests share ${thing$1(f, "a fixture")}`, say`${Actors$1(f)} run in parallel and access ${thing$1(f, "the same fixture")} without ordering.`),
	"race-log-after-test": () => both$1(say`Goroutine logs after its test has ended`, say`A goroutine still uses the test's \`t\` while, or after, the test returns.`),
	"race-channel-close": (f) => both$1(say`${capital(a$1("channel", f))} can be closed while it is sent to`, say`Nothing orders the close and the send of ${actors$1(f)}; a send that comes second panics.`),
	"race-late-result": (f) => both$1(say`${capital(a$1("result", f))} is written after its reader gave up waiting`, say`${Actors$1(f)} access ${thing$1(f, "the result")}: one writes it, the other went on without waiting any longer.`),
	"race-timer-callback": (f) => both$1(say`Data race${on$1(f)} in a timer's callback`, say`The callback runs on a goroutine of its own, and accesses ${thing$1(f, "memory")} that others use at that moment.`),
	"race-handler-state": (f) => both$1(say`Data race${on$1(f)}: requests share it`, say`Every request is served on its own goroutine, and they access ${thing$1(f, "the handler's state")} at the same time.`),
	"race-start-stop": (f) => both$1(say`Data race${on$1(f)} between start and stop`, say`${Actors$1(f)} access ${thing$1(f, "a field")} while the goroutine that uses it is being started or stopped.`),
	"race-encoded-while-changed": (f) => both$1(say`${capital(thing$1(f, "a live value"))} is printed or encoded while it changes`, say`${Actors$1(f)} meet: one walks over ${thing$1(f, "the value")} to print or encode it, the other changes it.`),
	"race-reuse-after-handoff": (f) => both$1(say`${capital(thing$1(f, "an object"))} is used after it was handed on`, say`${Actors$1(f)} both use ${thing$1(f, "the object")}, though one of them already gave it to a channel or a pool.`),
	"race-in-dependency": (f) => both$1(say`Data race inside ${f.dependency === null ? ["a dependency"] : say`${f.dependency}`}`, say`Both accesses lie outside this module${within$1(f)}; how it is called from here may still be the cause.`),
	"race-outside-tests": (f) => both$1(say`Data race${on$1(f)} outside of any test`, say`${Actors$1(f)} access ${thing$1(f, "the same memory")} before the first test, after the last one, or in TestMain: the package fails, but no test is named.`),
	"race-unclassified": (f) => both$1(say`Data race${on$1(f)}`, say`${Actors$1(f)} access ${thing$1(f, "the same memory")} at the same time, and at least one of them writes.`)
};
// src/text/en-findings.ts
function unprovedRace$1(facts) {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both$1(say`${capital(thing$1(facts, "shared memory"))}${type} is used by several goroutines without a lock`, say`Reading the code, ${actors$1(facts)} can use ${thing$1(facts, "it")} at the same time; no run has shown it yet.`);
}
const unprovedRaces$1 = {
	"race-read-lock-write": (facts) => both$1(say`${capital(thing$1(facts, "shared memory"))} is changed under a read lock`, say`Reading the code, others may hold the read lock while this changes ${thing$1(facts, "the field")}; no run has shown it yet.`),
	"race-waitgroup": (facts) => both$1(say`A goroutine adds itself to ${thing$1(facts, "a WaitGroup")}`, say`Reading the code, \`Wait\` may return before this goroutine has begun; no run has shown it yet.`),
	"race-mixed-atomic": (facts) => both$1(say`${capital(thing$1(facts, "a variable"))} is used plainly here and with \`sync/atomic\` elsewhere`, say`Reading the code, ${actors$1(facts)} can use ${thing$1(facts, "it")} at the same time; no run has shown it yet.`)
};
const sentences$1 = {
	...races$1,
	...panics$1,
	...recoveries$1
};
function describeInEnglish({ kind, section, facts }) {
	return (kind === "lint" && section.startsWith("race-") ? unprovedRaces$1[section] ?? unprovedRace$1 : sentences$1[section])(facts);
}
// src/text/guide-index.generated.ts
const guideIndex = {
	en: {
		"race-shared-buffer": {
			title: ["A buffer shared by goroutines"],
			summary: [
				"Several goroutines use one ",
				{ "code": "bytes.Buffer" },
				" (or another type that is not safe for concurrent use): guard every use with one mutex, or give each goroutine its own."
			]
		},
		"race-map": {
			title: ["A map used by several goroutines"],
			summary: [
				"A map is written while another goroutine reads or writes it: guard every use, ranging and ",
				{ "code": "len" },
				" included, with one mutex, or use a ",
				{ "code": "sync.Map" },
				"."
			]
		},
		"race-slice": {
			title: ["A slice appended to by several goroutines"],
			summary: ["Several goroutines append to one slice, or one appends while another reads it: write to fixed indexes of a slice made beforehand, or append under a lock."]
		},
		"race-captured-variable": {
			title: ["A closure writes a variable of the function around it"],
			summary: [
				"A goroutine's closure uses a variable that the function around it also uses: declare the variable inside the closure (",
				{ "code": ":=" },
				", not ",
				{ "code": "=" },
				"), pass it as an argument, or return the result through a channel."
			]
		},
		"race-loop-variable": {
			title: ["The loop variable in a goroutine"],
			summary: [
				"The goroutines of a loop share one loop variable, because go.mod asks for Go before 1.22 or the variable is declared outside the loop: raise the ",
				{ "code": "go" },
				" line, or give each goroutine its own copy."
			]
		},
		"race-missing-lock": {
			title: ["A field used without its lock"],
			summary: ["One method takes the lock, another touches the same field without it (or nobody takes one): hold the same lock on every side, for reads too."]
		},
		"race-read-lock-write": {
			title: ["A write under a read lock"],
			summary: [
				"A method holds ",
				{ "code": "RLock" },
				" and writes: many goroutines may hold a read lock at once, so take ",
				{ "code": "Lock" },
				" for every write, or make the written field atomic."
			]
		},
		"race-copied-lock": {
			title: ["A lock that was copied"],
			summary: [
				"A struct with a mutex is copied (value receiver, value argument, assignment, range), so each copy has a lock of its own: use pointers everywhere, and let ",
				{ "code": "go vet" },
				" watch it."
			]
		},
		"race-lazy-init": {
			title: ["Made at first use, by two at once"],
			summary: [
				"A value is created under ",
				{ "code": "if x == nil" },
				", and two goroutines get there together: use ",
				{ "code": "sync.Once" },
				", ",
				{ "code": "sync.OnceValue" },
				" or a lock around both the check and the creation."
			]
		},
		"race-waitgroup": {
			title: ["A WaitGroup that does not wait"],
			summary: [
				{ "code": "Add" },
				" is called inside the goroutine, or ",
				{ "code": "Done" },
				" before the work has ended, so ",
				{ "code": "Wait" },
				" returns too early: call ",
				{ "code": "Add" },
				" before ",
				{ "code": "go" },
				" and ",
				{ "code": "defer wg.Done()" },
				" first, or use ",
				{ "code": "wg.Go" },
				" (Go 1.25)."
			]
		},
		"race-mixed-atomic": {
			title: ["Atomic on one side, plain on the other"],
			summary: [
				"One side uses ",
				{ "code": "sync/atomic" },
				", the other reads or writes the same variable directly: change the variable's type to ",
				{ "code": "atomic.Int64" },
				", ",
				{ "code": "atomic.Bool" },
				" or ",
				{ "code": "atomic.Pointer" },
				", so that every use is atomic."
			]
		},
		"race-package-variable": {
			title: ["A package variable changed while others use it"],
			summary: [
				"A package-level variable (configuration, a hook for tests, a registry, a default logger) is set while goroutines read it: pass it as a value, set it once before they start, or keep it in an ",
				{ "code": "atomic.Pointer" },
				"."
			]
		},
		"race-parallel-subtests": {
			title: ["Parallel subtests share a fixture"],
			summary: [
				"Subtests that call ",
				{ "code": "t.Parallel()" },
				" use one value made by the outer test: make a fresh value in each subtest, or do not run them in parallel."
			]
		},
		"race-log-after-test": {
			title: ["A goroutine logs to a test that has ended"],
			summary: [
				"A goroutine started by a test calls ",
				{ "code": "t.Log" },
				", ",
				{ "code": "t.Error" },
				" or a logger built on ",
				{ "code": "t" },
				" after the test has returned: let the test wait for it, or do not give it ",
				{ "code": "t" },
				"."
			]
		},
		"race-channel-close": {
			title: ["A channel closed while others send"],
			summary: ["One goroutine closes a channel without knowing that all senders have ended: let only the sending side close it, after the last send, or do not close it at all."]
		},
		"race-late-result": {
			title: ["A result that arrives after the caller gave up"],
			summary: ["The caller stops waiting (timeout, cancelled context) while the worker still writes into the caller's variable: pass the result through a channel with room for one value."]
		},
		"race-timer-callback": {
			title: ["A timer's callback touches shared state"],
			summary: [
				"The function given to ",
				{ "code": "time.AfterFunc" },
				" (or ",
				{ "code": "context.AfterFunc" },
				", a finalizer, a cleanup) runs on a goroutine of its own: lock what it touches, or wait for the timer's channel in the goroutine that owns the state."
			]
		},
		"race-handler-state": {
			title: ["A handler keeps request data in its struct"],
			summary: ["An HTTP or gRPC handler writes to a field of its receiver, which all requests share: keep what belongs to one request in local variables, and guard what really is common."]
		},
		"race-start-stop": {
			title: ["Fields set after the worker started, or cleared at stop"],
			summary: [
				"A constructor starts a goroutine and then goes on setting fields, or ",
				{ "code": "Stop" },
				" changes fields that the goroutine still reads: set everything before ",
				{ "code": "go" },
				", and let ",
				{ "code": "Stop" },
				" signal and wait, not clear."
			]
		},
		"race-encoded-while-changed": {
			title: ["A value printed or encoded while it changes"],
			summary: [
				{ "code": "fmt" },
				", a logger or ",
				{ "code": "encoding/json" },
				" walks through a value by reflection while another goroutine changes it: make a copy under the lock and print that."
			]
		},
		"race-reuse-after-handoff": {
			title: ["A value used after it was given away"],
			summary: [
				"A value is still used after ",
				{ "code": "pool.Put" },
				", after a send on a channel, or after a call that keeps it: give it away as the last act, or give away a copy."
			]
		},
		"race-in-dependency": {
			title: ["A race with none of your lines in it"],
			summary: [
				"Both accesses lie in a library: read the ",
				{ "code": "created at" },
				" part to see what you shared with it; only if you shared nothing is the library itself at fault, and then upgrade, report and suppress it."
			]
		},
		"race-outside-tests": {
			title: ["A race outside of any test"],
			summary: [
				"A goroutine started in ",
				{ "code": "init" },
				", in a package variable or in ",
				{ "code": "TestMain" },
				" races before, between or after the tests: start it explicitly, and stop it and wait for it before ",
				{ "code": "TestMain" },
				" returns."
			]
		},
		"race-unclassified": {
			title: ["A race of no known pattern"],
			summary: ["Two goroutines touch the same memory, one of them writes, and nothing orders the two: find the memory, decide who owns it, then add the missing order."]
		},
		"panic-nil-dereference": {
			title: ["A nil pointer that was used"],
			summary: ["A pointer, interface, or function was used before it had a value; find where it should have been set, and make that place fail instead."]
		},
		"panic-nil-map": {
			title: ["A write to a map that was never made"],
			summary: ["A nil map can be read but not written; make it in the constructor, or at the first write."]
		},
		"panic-index-out-of-range": {
			title: ["An index past the end of a slice"],
			summary: ["The code uses an index or a slice bound that the slice, array or string does not have; check it where it enters the program, and answer with an error."]
		},
		"panic-type-assertion": {
			title: ["A type assertion that does not hold"],
			summary: [
				{ "code": "x.(T)" },
				" panics when ",
				{ "code": "x" },
				" holds another type or nothing; use the form with two results, a type switch, or ",
				{ "code": "errors.As" },
				"."
			]
		},
		"panic-closed-channel": {
			title: ["A send on a closed channel, or a second close"],
			summary: ["Somebody closes a channel that others still send on, or closes it twice; let only the sender close, once, after the last send."]
		},
		"panic-waitgroup-counter": {
			title: ["More Done than Add"],
			summary: [
				"A ",
				{ "code": "sync.WaitGroup" },
				" was counted down more often than up, or was added to while somebody waits; call ",
				{ "code": "Add" },
				" before ",
				{ "code": "go" },
				", and ",
				{ "code": "Done" },
				" exactly once, with ",
				{ "code": "defer" },
				"."
			]
		},
		"panic-arithmetic": {
			title: ["A division by zero, or a size below zero"],
			summary: ["An integer was divided by zero, or a negative or absurd number was used as a size, count or shift; check the number before the operation."]
		},
		"panic-unhashable-key": {
			title: ["A key or comparison with a type that has no equality"],
			summary: [
				"A slice, map or function inside an interface was used as a map key or compared with ",
				{ "code": "==" },
				"; use a key type that the compiler can check."
			]
		},
		"panic-after-test": {
			title: ["A test that is used after it ended"],
			summary: [
				"A goroutine calls ",
				{ "code": "t.Log" },
				" or ",
				{ "code": "t.Error" },
				" when its test is already over, or the test calls the ",
				{ "code": "testing" },
				" package in a way it forbids; wait for the goroutine before the test returns."
			]
		},
		"panic-explicit": {
			title: ["A panic that the code asked for"],
			summary: [
				"Your code, a ",
				{ "code": "Must…" },
				" function or ",
				{ "code": "log.Panic" },
				" raised this panic on purpose for something that can happen in production; return an error instead."
			]
		},
		"panic-repanicked": {
			title: ["A panic on top of a panic"],
			summary: ["A deferred function panicked while another panic was running, or recovered it and raised a different one; the cause is the first line of the chain."]
		},
		"panic-iterator": {
			title: ["An iterator that goes on after the loop ended"],
			summary: [
				"A range-over-func iterator calls ",
				{ "code": "yield" },
				" again after ",
				{ "code": "yield" },
				" returned false, keeps it for later, or swallows a panic of the loop body; return at once when ",
				{ "code": "yield" },
				" says false."
			]
		},
		"panic-unclassified": {
			title: ["A panic of a kind the audit does not know"],
			summary: ["The program panicked with a text that fits no other section; the first panic line and the first frame of your own code still lead to the cause."]
		},
		"fatal-concurrent-map": {
			title: ["The process died of a concurrent map access"],
			summary: [
				"The runtime saw two goroutines in one map and ended the process, which no recover can prevent: find both sides with ",
				{ "code": "-race" },
				" and guard the map with one mutex."
			]
		},
		"fatal-unlock-of-unlocked": {
			title: ["An Unlock without a Lock"],
			summary: [
				"A mutex was unlocked that nobody had locked; pair every ",
				{ "code": "Lock" },
				" with one ",
				{ "code": "defer Unlock" },
				" in the same function, and never copy a mutex."
			]
		},
		"fatal-deadlock": {
			title: ["Everybody waits for somebody"],
			summary: ["All goroutines, or those that matter, wait for each other; make sure that every wait has someone who will end it, and take locks in one order."]
		},
		"fatal-stack-overflow": {
			title: ["A recursion without an end"],
			summary: ["A function calls itself, directly or through the standard library, until the stack reaches its limit; break the circle, or bound the depth."]
		},
		"fatal-out-of-memory": {
			title: ["No memory, no threads"],
			summary: ["The process asked for more memory, address space or threads than it may have, or the system killed it; find who asks without a limit, then give the tests less to do at once."]
		},
		"fatal-memory-fault": {
			title: ["A bad address"],
			summary: [
				"The program touched memory that is not its own, or was about to: wrong use of ",
				{ "code": "unsafe" },
				" or C, or a data race that tore a slice, string or interface in two; mend the conversion, or the race."
			]
		},
		"fatal-unclassified": {
			title: ["A fatal error of a kind the audit does not know"],
			summary: [
				"The runtime ended the process with a ",
				{ "code": "fatal error" },
				" that fits no other section; the first user frame of the first goroutine is the place, and no ",
				{ "code": "recover" },
				" will help."
			]
		},
		"test-timeout": {
			title: ["A test that never ends"],
			summary: [
				"A test ran into ",
				{ "code": "-timeout" },
				", because a goroutine waits for something that never comes, or because it is slow; read the states in the dump to tell which."
			]
		},
		"recover-goroutine": {
			title: ["A goroutine nobody recovers"],
			summary: [
				"A panic in a goroutine that has no deferred ",
				{ "code": "recover" },
				" of its own ends the whole process; recover at the goroutine's boundary, log the stack, count it, then mend the cause."
			]
		},
		"recover-worker-loop": {
			title: ["A worker that the first panic ends"],
			summary: ["The recovery sits outside the loop, so the first panic ends the worker for good and work piles up; recover around each item, in a function of its own."]
		},
		"recover-misplaced": {
			title: ["A recover that cannot work"],
			summary: [{ "code": "recover" }, " returns nil unless a deferred function calls it directly, on the panicking goroutine; defer a function that calls it itself."]
		},
		"recover-silent": {
			title: ["A recover that tells nobody"],
			summary: ["The panic is recovered and dropped: no log, no error, no metric; log the value with its stack, count it, and let the caller know."]
		},
		"read-race-report": {
			title: ["How to read a race report"],
			summary: ["A race report has four parts: the access that was caught, the earlier access it collides with, and where each of the two goroutines was started. Find your first own line in each, then ask what should have ordered them."]
		},
		"read-crash-log": {
			title: ["How to read a crash log"],
			summary: ["A Go crash names the cause in its first line and the place in its first goroutine block; read those two, then the state of the other goroutines."]
		},
		"ask-for-help": {
			title: ["What to collect before you ask for help"],
			summary: ["A race or a crash can be understood from afar if the report is whole: the full output, the code it names, the versions, the settings, and how often it happens."]
		}
	},
	vi: {
		"race-shared-buffer": {
			title: ["Nhiều goroutine dùng chung một buffer"],
			summary: [
				"Nhiều goroutine cùng dùng một ",
				{ "code": "bytes.Buffer" },
				" (hoặc một kiểu khác không an toàn khi dùng đồng thời): hãy bảo vệ mọi lần dùng bằng cùng một mutex, hoặc cho mỗi goroutine một buffer riêng."
			]
		},
		"race-map": {
			title: ["Nhiều goroutine dùng chung một map"],
			summary: [
				"Một map bị ghi trong lúc goroutine khác đọc hoặc ghi nó: hãy bảo vệ mọi lần dùng, kể cả ",
				{ "code": "range" },
				" và ",
				{ "code": "len" },
				", bằng cùng một mutex, hoặc dùng ",
				{ "code": "sync.Map" },
				"."
			]
		},
		"race-slice": {
			title: ["Nhiều goroutine append vào một slice"],
			summary: ["Nhiều goroutine append vào một slice, hoặc một bên append trong lúc bên khác đọc: hãy ghi vào các chỉ số cố định của một slice tạo sẵn, hoặc append khi giữ khóa."]
		},
		"race-captured-variable": {
			title: ["Closure ghi vào biến của hàm bao quanh"],
			summary: [
				"Closure chạy trong goroutine dùng một biến mà hàm bao quanh cũng dùng: hãy khai báo biến ngay trong closure (",
				{ "code": ":=" },
				" chứ không phải ",
				{ "code": "=" },
				"), truyền nó làm đối số (argument), hoặc trả kết quả qua channel."
			]
		},
		"race-loop-variable": {
			title: ["Biến vòng lặp trong goroutine"],
			summary: [
				"Các goroutine của một vòng lặp dùng chung một biến lặp, vì go.mod yêu cầu Go cũ hơn 1.22 hoặc vì biến được khai báo ngoài vòng lặp: hãy nâng dòng ",
				{ "code": "go" },
				", hoặc cho mỗi goroutine một bản sao."
			]
		},
		"race-missing-lock": {
			title: ["Dùng trường dữ liệu mà không giữ khóa"],
			summary: ["Một phương thức có khóa, một phương thức khác chạm vào cùng trường đó mà không khóa (hoặc không ai khóa cả): hãy giữ cùng một khóa ở mọi phía, kể cả khi đọc."]
		},
		"race-read-lock-write": {
			title: ["Ghi khi chỉ giữ khóa đọc"],
			summary: [
				"Một phương thức giữ ",
				{ "code": "RLock" },
				" mà lại ghi: nhiều goroutine có thể cùng giữ khóa đọc, vì vậy hãy dùng ",
				{ "code": "Lock" },
				" cho mọi lần ghi, hoặc biến trường bị ghi thành atomic."
			]
		},
		"race-copied-lock": {
			title: ["Khóa bị sao chép"],
			summary: [
				"Một struct chứa mutex bị sao chép (receiver theo giá trị, đối số theo giá trị, phép gán, range), nên mỗi bản sao có khóa riêng: hãy dùng con trỏ ở mọi nơi, và để ",
				{ "code": "go vet" },
				" canh chừng."
			]
		},
		"race-lazy-init": {
			title: ["Tạo ở lần dùng đầu tiên, nhưng hai bên cùng tạo"],
			summary: [
				"Một giá trị được tạo dưới ",
				{ "code": "if x == nil" },
				", và hai goroutine cùng đến đó: hãy dùng ",
				{ "code": "sync.Once" },
				", ",
				{ "code": "sync.OnceValue" },
				", hoặc một khóa bao cả việc kiểm tra lẫn việc tạo."
			]
		},
		"race-waitgroup": {
			title: ["WaitGroup không thực sự chờ"],
			summary: [
				{ "code": "Add" },
				" được gọi trong goroutine, hoặc ",
				{ "code": "Done" },
				" được gọi trước khi việc xong, nên ",
				{ "code": "Wait" },
				" trả về quá sớm: hãy gọi ",
				{ "code": "Add" },
				" trước ",
				{ "code": "go" },
				" và đặt ",
				{ "code": "defer wg.Done()" },
				" ở dòng đầu, hoặc dùng ",
				{ "code": "wg.Go" },
				" (Go 1.25)."
			]
		},
		"race-mixed-atomic": {
			title: ["Một bên atomic, một bên truy cập thường"],
			summary: [
				"Một bên dùng ",
				{ "code": "sync/atomic" },
				", bên kia đọc hoặc ghi thẳng vào cùng biến đó: hãy đổi kiểu của biến thành ",
				{ "code": "atomic.Int64" },
				", ",
				{ "code": "atomic.Bool" },
				" hoặc ",
				{ "code": "atomic.Pointer" },
				", để mọi lần dùng đều là atomic."
			]
		},
		"race-package-variable": {
			title: ["Biến cấp package bị đổi khi nơi khác đang dùng"],
			summary: [
				"Một biến cấp package (cấu hình, hook cho test, registry, logger mặc định) bị gán trong lúc các goroutine đọc nó: hãy truyền nó như một giá trị, gán một lần trước khi chúng chạy, hoặc giữ nó trong ",
				{ "code": "atomic.Pointer" },
				"."
			]
		},
		"race-parallel-subtests": {
			title: ["Các subtest song song dùng chung dữ liệu chuẩn bị"],
			summary: [
				"Các subtest gọi ",
				{ "code": "t.Parallel()" },
				" dùng chung một giá trị do test bên ngoài tạo ra: hãy tạo giá trị mới trong từng subtest, hoặc đừng chạy chúng song song."
			]
		},
		"race-log-after-test": {
			title: ["Goroutine ghi log vào một test đã kết thúc"],
			summary: [
				"Một goroutine do test khởi động gọi ",
				{ "code": "t.Log" },
				", ",
				{ "code": "t.Error" },
				" hoặc một logger dựng trên ",
				{ "code": "t" },
				" sau khi test đã trả về: hãy để test chờ nó, hoặc đừng đưa ",
				{ "code": "t" },
				" cho nó."
			]
		},
		"race-channel-close": {
			title: ["Đóng channel khi bên khác còn gửi"],
			summary: ["Một goroutine đóng channel mà không biết mọi bên gửi đã xong chưa: hãy để chỉ bên gửi đóng, sau lần gửi cuối cùng, hoặc đừng đóng nữa."]
		},
		"race-late-result": {
			title: ["Kết quả đến khi bên gọi đã thôi chờ"],
			summary: ["Bên gọi (caller) ngừng chờ (quá thời gian, context bị hủy) trong lúc worker vẫn ghi vào biến của bên gọi: hãy chuyển kết quả qua một channel có sẵn một chỗ trống."]
		},
		"race-timer-callback": {
			title: ["Callback của timer chạm vào trạng thái dùng chung"],
			summary: [
				"Hàm đưa cho ",
				{ "code": "time.AfterFunc" },
				" (hoặc ",
				{ "code": "context.AfterFunc" },
				", finalizer, cleanup) chạy trên một goroutine riêng: hãy khóa những gì nó chạm vào, hoặc chờ channel của timer ngay trong goroutine sở hữu trạng thái."
			]
		},
		"race-handler-state": {
			title: ["Handler giữ dữ liệu của request trong struct"],
			summary: ["Một HTTP handler hoặc gRPC handler ghi vào trường của receiver, thứ mà mọi request dùng chung: hãy giữ những gì thuộc về một request trong biến cục bộ, và bảo vệ những gì thật sự là của chung."]
		},
		"race-start-stop": {
			title: ["Gán trường sau khi worker đã chạy, hoặc xóa trường khi dừng"],
			summary: [
				"Hàm khởi tạo khởi động một goroutine rồi mới gán tiếp các trường, hoặc ",
				{ "code": "Stop" },
				" đổi những trường mà goroutine còn đọc: hãy gán mọi thứ trước ",
				{ "code": "go" },
				", và để ",
				{ "code": "Stop" },
				" báo hiệu rồi chờ, chứ không xóa."
			]
		},
		"race-encoded-while-changed": {
			title: ["Giá trị bị in hoặc mã hóa trong lúc đang thay đổi"],
			summary: [
				{ "code": "fmt" },
				", một logger hoặc ",
				{ "code": "encoding/json" },
				" duyệt qua một giá trị bằng reflection trong lúc goroutine khác đang sửa nó: hãy tạo một bản sao khi giữ khóa rồi in bản sao đó."
			]
		},
		"race-reuse-after-handoff": {
			title: ["Dùng một giá trị sau khi đã giao nó đi"],
			summary: [
				"Một giá trị vẫn được dùng sau ",
				{ "code": "pool.Put" },
				", sau khi gửi vào channel, hoặc sau một lời gọi giữ lại nó: hãy giao nó đi ở bước cuối cùng, hoặc giao một bản sao."
			]
		},
		"race-in-dependency": {
			title: ["Race không có dòng nào của bạn"],
			summary: [
				"Cả hai lần truy cập đều nằm trong thư viện: hãy đọc phần ",
				{ "code": "created at" },
				" để thấy bạn đã chia sẻ gì với nó; chỉ khi bạn không chia sẻ gì thì mới là lỗi của chính thư viện, và khi đó hãy nâng cấp, báo lỗi rồi mới chặn báo cáo."
			]
		},
		"race-outside-tests": {
			title: ["Race nằm ngoài mọi test"],
			summary: [
				"Một goroutine được khởi động trong ",
				{ "code": "init" },
				", trong biến cấp package hoặc trong ",
				{ "code": "TestMain" },
				" gây race trước, giữa hoặc sau các test: hãy khởi động nó một cách tường minh, rồi dừng và chờ nó trước khi ",
				{ "code": "TestMain" },
				" trả về."
			]
		},
		"race-unclassified": {
			title: ["Race không thuộc mẫu nào đã biết"],
			summary: ["Hai goroutine chạm vào cùng một vùng nhớ, ít nhất một bên ghi, và không có gì xếp thứ tự cho hai lần đó: hãy tìm vùng nhớ, quyết định ai sở hữu nó, rồi thêm thứ tự còn thiếu."]
		},
		"panic-nil-dereference": {
			title: ["Dùng một con trỏ nil"],
			summary: ["Một con trỏ, interface hoặc hàm được dùng khi chưa có giá trị; hãy tìm nơi đáng lẽ phải gán nó và để chính nơi đó báo lỗi."]
		},
		"panic-nil-map": {
			title: ["Ghi vào map chưa được tạo"],
			summary: ["Map nil đọc được nhưng không ghi được; hãy tạo nó trong hàm khởi tạo, hoặc ở lần ghi đầu tiên."]
		},
		"panic-index-out-of-range": {
			title: ["Chỉ số vượt quá cuối slice"],
			summary: ["Mã dùng một chỉ số hay cận mà slice, mảng hoặc chuỗi không có; hãy kiểm tra tại nơi giá trị đi vào chương trình và trả về error."]
		},
		"panic-type-assertion": {
			title: ["Type assertion sai kiểu"],
			summary: [
				{ "code": "x.(T)" },
				" panic khi ",
				{ "code": "x" },
				" chứa kiểu khác hoặc không chứa gì; hãy dùng dạng hai kết quả, type switch, hoặc ",
				{ "code": "errors.As" },
				"."
			]
		},
		"panic-closed-channel": {
			title: ["Gửi vào channel đã đóng, hoặc đóng hai lần"],
			summary: ["Có nơi đóng một channel mà nơi khác vẫn đang gửi vào, hoặc đóng nó hai lần; hãy để chỉ bên gửi đóng, một lần, sau lần gửi cuối cùng."]
		},
		"panic-waitgroup-counter": {
			title: ["Gọi Done nhiều hơn Add"],
			summary: [
				{ "code": "sync.WaitGroup" },
				" bị đếm xuống nhiều hơn đếm lên, hoặc bị cộng thêm trong khi có nơi đang đợi; hãy gọi ",
				{ "code": "Add" },
				" trước ",
				{ "code": "go" },
				", và gọi ",
				{ "code": "Done" },
				" đúng một lần bằng ",
				{ "code": "defer" },
				"."
			]
		},
		"panic-arithmetic": {
			title: ["Chia cho 0, hoặc kích thước âm"],
			summary: ["Một số nguyên bị chia cho 0, hoặc một số âm hay vô lý được dùng làm kích thước, số lượng, số bit dịch; hãy kiểm tra con số trước khi tính."]
		},
		"panic-unhashable-key": {
			title: ["Khóa (key) của map hoặc phép so sánh dùng kiểu không so sánh được"],
			summary: [
				"Một slice, map hay hàm nằm trong interface bị dùng làm khóa của map hoặc bị so sánh bằng ",
				{ "code": "==" },
				"; hãy dùng một kiểu khóa mà trình biên dịch kiểm tra được."
			]
		},
		"panic-after-test": {
			title: ["Dùng một test đã kết thúc"],
			summary: [
				"Một goroutine gọi ",
				{ "code": "t.Log" },
				" hay ",
				{ "code": "t.Error" },
				" khi test của nó đã xong, hoặc test gọi package ",
				{ "code": "testing" },
				" theo cách bị cấm; hãy đợi goroutine xong rồi mới để test trả về."
			]
		},
		"panic-explicit": {
			title: ["Panic do chính mã chủ động gọi"],
			summary: [
				"Mã của bạn, một hàm ",
				{ "code": "Must…" },
				" hoặc ",
				{ "code": "log.Panic" },
				" đã cố ý panic vì một chuyện vẫn có thể xảy ra khi vận hành; hãy trả về error."
			]
		},
		"panic-repanicked": {
			title: ["Panic chồng lên panic"],
			summary: [
				"Một hàm được ",
				{ "code": "defer" },
				" lại gây panic trong lúc một panic khác đang diễn ra, hoặc recover nó rồi gây ra panic khác; nguyên nhân là dòng đầu tiên của chuỗi."
			]
		},
		"panic-iterator": {
			title: ["Iterator chạy tiếp khi vòng lặp đã hết"],
			summary: [
				"Iterator dùng với range-over-func lại gọi ",
				{ "code": "yield" },
				" sau khi ",
				{ "code": "yield" },
				" trả về false, giữ nó để dùng về sau, hoặc nuốt mất panic của thân vòng lặp; hãy trở về ngay khi ",
				{ "code": "yield" },
				" báo false."
			]
		},
		"panic-unclassified": {
			title: ["Panic thuộc loại chưa biết"],
			summary: ["Chương trình panic với một thông báo không khớp mục nào khác; dòng panic đầu tiên và frame đầu tiên thuộc mã của bạn vẫn dẫn đến nguyên nhân."]
		},
		"fatal-concurrent-map": {
			title: ["Tiến trình chết vì truy cập map đồng thời"],
			summary: [
				"Runtime thấy hai goroutine cùng ở trong một map và kết thúc tiến trình, không recover nào ngăn được: hãy tìm cả hai phía bằng ",
				{ "code": "-race" },
				" rồi bảo vệ map bằng một mutex."
			]
		},
		"fatal-unlock-of-unlocked": {
			title: ["Unlock khi chưa Lock"],
			summary: [
				"Một mutex bị mở khóa khi không ai đang khóa nó; hãy để mỗi ",
				{ "code": "Lock" },
				" đi kèm đúng một ",
				{ "code": "defer Unlock" },
				" trong cùng hàm, và đừng bao giờ sao chép mutex."
			]
		},
		"fatal-deadlock": {
			title: ["Ai cũng đợi nhau"],
			summary: ["Mọi goroutine, hoặc những goroutine quan trọng, đợi lẫn nhau (deadlock); hãy bảo đảm lần đợi nào cũng có nơi sẽ kết thúc nó, và lấy khóa theo một thứ tự duy nhất."]
		},
		"fatal-stack-overflow": {
			title: ["Đệ quy không có điểm dừng"],
			summary: ["Một hàm gọi chính nó, trực tiếp hoặc qua thư viện chuẩn, cho đến khi stack chạm giới hạn; hãy cắt vòng lặp đó, hoặc giới hạn độ sâu."]
		},
		"fatal-out-of-memory": {
			title: ["Hết bộ nhớ, hết luồng"],
			summary: ["Tiến trình đòi nhiều bộ nhớ, không gian địa chỉ hay luồng hơn mức được phép, hoặc bị hệ thống giết; hãy tìm nơi đòi hỏi không giới hạn, rồi cho test làm ít việc hơn cùng lúc."]
		},
		"fatal-memory-fault": {
			title: ["Địa chỉ hỏng"],
			summary: [
				"Chương trình chạm vào vùng nhớ không phải của nó, hoặc suýt chạm: dùng sai ",
				{ "code": "unsafe" },
				" hay C, hoặc một data race đã xé đôi một slice, chuỗi hay interface; hãy sửa phép chuyển kiểu, hoặc sửa race."
			]
		},
		"fatal-unclassified": {
			title: ["Fatal error thuộc loại chưa biết"],
			summary: [
				"Runtime kết thúc tiến trình bằng một ",
				{ "code": "fatal error" },
				" không khớp mục nào khác; vị trí là frame đầu tiên của bạn trong goroutine đầu tiên, và không ",
				{ "code": "recover" },
				" nào giúp được."
			]
		},
		"test-timeout": {
			title: ["Test không bao giờ kết thúc"],
			summary: [
				"Một test chạm ",
				{ "code": "-timeout" },
				" vì có goroutine đợi một điều không bao giờ đến, hoặc vì nó chậm; hãy đọc các trạng thái trong bản dump để biết là trường hợp nào."
			]
		},
		"recover-goroutine": {
			title: ["Goroutine không ai recover"],
			summary: [
				"Một panic trong goroutine không có ",
				{ "code": "recover" },
				" riêng (gọi qua ",
				{ "code": "defer" },
				") sẽ kết thúc cả tiến trình; hãy recover ngay tại ranh giới của goroutine, ghi lại stack, đếm số lần, rồi sửa nguyên nhân."
			]
		},
		"recover-worker-loop": {
			title: ["Worker chết ngay ở panic đầu tiên"],
			summary: ["recover nằm ngoài vòng lặp nên panic đầu tiên kết thúc worker vĩnh viễn và việc cứ dồn lại; hãy recover quanh từng phần việc, trong một hàm riêng."]
		},
		"recover-misplaced": {
			title: ["recover đặt sai chỗ"],
			summary: [
				{ "code": "recover" },
				" trả về nil trừ khi nó được gọi trực tiếp trong một hàm được ",
				{ "code": "defer" },
				", trên chính goroutine đang panic; hãy ",
				{ "code": "defer" },
				" một hàm tự mình gọi ",
				{ "code": "recover" },
				"."
			]
		},
		"recover-silent": {
			title: ["recover mà không báo cho ai"],
			summary: ["Panic bị recover rồi bỏ đi: không log, không error, không metric; hãy ghi log giá trị kèm stack, đếm nó, và cho bên gọi biết."]
		},
		"read-race-report": {
			title: ["Cách đọc một báo cáo race"],
			summary: ["Báo cáo race có bốn phần: lần truy cập bị bắt gặp, lần truy cập trước đó mà nó xung đột, và nơi mỗi goroutine trong hai goroutine được khởi động. Hãy tìm dòng đầu tiên thuộc mã của bạn trong từng phần, rồi hỏi: đáng lẽ điều gì phải xếp thứ tự cho chúng?"]
		},
		"read-crash-log": {
			title: ["Cách đọc log sự cố"],
			summary: ["Một sự cố của Go nêu nguyên nhân ở dòng đầu tiên và vị trí ở khối goroutine đầu tiên; hãy đọc hai chỗ đó trước, rồi mới đến trạng thái của các goroutine khác."]
		},
		"ask-for-help": {
			title: ["Cần thu thập gì trước khi nhờ giúp"],
			summary: ["Có thể hiểu một race hay một sự cố từ xa nếu bản báo cáo đầy đủ: toàn bộ kết quả in ra, đoạn mã được nêu tên, các phiên bản, các thiết lập, và tần suất xảy ra."]
		}
	}
};
// src/text/numbers.ts
function numbersOf(language) {
	let format = null;
	return (n) => {
		format ??= new Intl.NumberFormat(language);
		return format.format(n);
	};
}
// src/text/en.ts
const number$1 = numbersOf("en");
const count = (n, one, many) => `${number$1(n)} ${n === 1 ? one : many}`;
const upper$1 = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const goroutine$1 = (id) => id === null ? "a goroutine" : id === "main" ? "the main goroutine" : `goroutine ${id}`;
function duration$1(milliseconds) {
	const seconds = milliseconds / 1e3;
	if (seconds < 10) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
const en = {
	language: "en",
	number: number$1,
	duration: duration$1,
	guide: guideIndex.en,
	describe: describeInEnglish,
	said: saidIn("en"),
	state: {
		new: "new",
		unchanged: "known",
		absent: "fixed"
	},
	severity: {
		error: "error",
		warning: "warning",
		note: "note"
	},
	kind: {
		race: "data race",
		panic: "panic",
		fatal: "fatal error",
		timeout: "timeout",
		signal: "signal",
		lint: "lint"
	},
	gap: {
		"build-failed": "did not build",
		"not-run": "was not run",
		"not-understood": "printed something that was not understood",
		killed: "was killed",
		"timed-out": "took too long",
		"no-cgo": "cannot run under the race detector",
		"tool-failed": "a tool failed",
		"over-limit": "is over a limit"
	},
	finding: {
		seen: (hits, runs) => [`seen in ${number$1(hits)} of ${count(runs, "run", "runs")}`],
		seenAtBase: (hits, runs) => [`${number$1(hits)} of ${number$1(runs)} before the change`],
		oneTest: (name) => say`test ${name}`,
		tests: (first, more) => say`test ${first} and ${[number$1(more)]} more`,
		reports: (n) => [`${count(n, "report", "reports")} of one cause`],
		analyzer: (name) => say`found by reading the code (${name})`,
		package: (name) => say`package ${name}`,
		suppressed: (reason) => say`ignored: ${reason}`,
		suppressionEnded: (reason, until) => say`was ignored until ${until}: ${reason}`,
		suppressedUntil: (reason, until) => say`ignored until ${until}: ${reason}`,
		related: (n) => [count(n, "related finding", "related findings")],
		involved: "Other goroutines that look involved",
		why: {
			waits: "waits for another",
			"same-code": "runs code of the same type",
			"same-creator": "was started by the same function"
		},
		askForHelp: "If it stays unclear, collect what helps others to help",
		evidence: "Why it is believed",
		accesses: "The two accesses",
		crash: "The crash",
		running: "Tests that were still running",
		createdBy: "created by",
		picture: "Picture of the race",
		whatToDo: "What to do",
		guideShort: "Guide",
		readGuide: "Read more in the guide",
		reproduce: "Reproduce",
		fingerprint: "Fingerprint",
		howToIgnore: (command) => say`not a mistake? comment ${command}`,
		fixedIn: (sha) => say`Fixed in ${sha}: it is no longer seen.`,
		ignoredSince: (sha) => say`Ignored since ${sha}.`,
		missedIn: (sha, hits, of, runs, needed) => [say`Not seen in the run on ${sha}.`, [`Before, it was seen in ${hits} of ${of} runs, so this may be chance. It counts as fixed once the lines above have changed, or after ${count(needed, "run", "runs")} in a row without it; so far ${runs}.`]]
	},
	stack: {
		access: (operation, atomic, previous) => upper$1(`${previous ? "earlier " : ""}${atomic ? "atomic " : ""}${operation}`),
		by: (id) => `by ${goroutine$1(id)}`,
		created: (id) => upper$1(`${goroutine$1(id)} was started at`),
		panicked: (id) => id === null ? "The goroutine that panicked" : `Goroutine ${id} panicked`,
		goroutine: (id) => id === null ? "The goroutine" : `Goroutine ${id}`,
		started: "Started at",
		bothStarted: "Both goroutines were started at",
		hidden: (standard, generated, others) => [
			standard > 0 ? `${count(standard, "frame", "frames")} of the standard library` : "",
			generated > 0 ? count(generated, "generated frame", "generated frames") : "",
			others > 0 ? count(others, "more frame", "more frames") : ""
		].filter((part) => part !== "").join(", "),
		notRestored: "The race detector could no longer restore this stack.",
		here: "here"
	},
	diagram: {
		goroutine: (id) => goroutine$1(id),
		memory: "shared memory",
		starts: "starts",
		reads: "reads",
		writes: "writes",
		noOrder: "nothing orders these two",
		description: "Who started whom, and who accessed what"
	},
	fix: {
		suggestion: "Proposed fix",
		patch: "Proposed fix as a patch",
		proved: (runs) => [`tried: it builds, passes vet, and ${count(runs, "run", "runs")} no longer showed the finding`],
		unproved: "not tried",
		failed: "tried, and it did not help",
		notOffered: "Fixes that are not offered"
	},
	report: {
		name: "Race audit",
		nothing: {
			all: "No data races, no panics and no goroutine without recover were found.",
			race: "No data races and no panics were found; the lint was not run.",
			lint: "The lint found nothing; the tests were not run."
		},
		counted: (fresh, known, gone) => [`${number$1(fresh)} new, ${number$1(known)} known, ${number$1(gone)} fixed`],
		newFindings: (n) => [count(n, "new finding", "new findings")],
		noteCount: (n) => [n === 1 ? "1 note" : `${number$1(n)} notes`],
		ignored: (n) => [`${number$1(n)} ignored`],
		gapCount: (n) => [count(n, "gap", "gaps")],
		clean: "nothing new",
		incomplete: "nothing new, but not everything could be looked at",
		findings: "Findings",
		columns: {
			finding: "Finding",
			where: "Where",
			state: "State",
			seen: "Seen"
		},
		gaps: "Not looked at",
		gapsMeaning: "What is listed here may hide findings; the audit is not green while it is.",
		wholeAudit: "the whole audit",
		recovery: "Goroutines and recover",
		covered: (covered, all) => [`${number$1(covered)} of ${count(all, "goroutine", "goroutines")} recover from a panic`],
		exempt: (n) => [`${count(n, "is", "are")} exempt`],
		uncovered: (n) => [count(n, "goroutine without recover", "goroutines without recover")],
		addedUncovered: (n) => [n === 0 ? "this change adds none without" : `this change adds ${number$1(n)} without`],
		guideLink: "guide",
		known: "Known",
		notes: "Notes (not posted, and nothing fails for them)",
		suppressedFindings: "Ignored",
		fixedFindings: "Fixed",
		more: (n) => [`${number$1(n)} more`],
		moreInReport: (n) => [`${number$1(n)} more in the full report`],
		took: (milliseconds, packages, go) => go === "" ? ["Read from a log; nothing was run"] : say`${[count(packages, "package", "packages")]} in ${[duration$1(milliseconds)]} with ${go}`,
		leftOut: (packages) => [`${count(packages, "package", "packages")} that the change does not reach ${packages === 1 ? "was" : "were"} left out`],
		otherModules: (n, folders) => say`Not audited: ${[count(n, "module of its own", "modules of their own")]} below (${folders}); name the folder, or use a go.work.`,
		unusedSuppression: (rule) => say`The ignore entry ${rule} covers nothing any more: take it out.`,
		notCompared: say`With effort quick nothing runs at the merge base: what tests showed counts as new.`,
		addedSuppressions: (n) => [`${count(n, "finding is", "findings are")} ignored by what this change itself adds to the config file: look whether that is right.`],
		shortened: "Shortened to fit; the full report has everything.",
		howToRerun: (command) => say`look again: comment ${command}`,
		fullReport: "Full report",
		root: "The root of the repository",
		reviewIntro: (n) => [`${count(n, "new finding", "new findings")} in this change.`],
		elsewhere: "Outside the lines of this change",
		next: (command) => say`more: ${command}`
	},
	html: {
		title: "Race audit report",
		filter: "Filter findings",
		search: "Search",
		searchHint: "name, file, test …",
		package: "Package",
		ignored: "ignored",
		allStates: "All states",
		allSections: "All kinds",
		allPackages: "All packages",
		shown: "{shown} of {all} shown",
		noneShown: "No finding matches this filter.",
		copy: "Copy",
		copied: "Copied",
		recoveryMap: "Goroutines by package",
		withoutRecover: (n) => n === 0 ? "none without recover" : `${number$1(n)} without recover`,
		skip: "Skip to the findings"
	}
};
// src/text/vi-names.ts
const both = (title, message) => ({
	title,
	message
});
function thing(facts, otherwise) {
	return facts.subject === null ? [otherwise] : say`${facts.subject}`;
}
function a(noun, facts) {
	return facts.subject === null ? [`một ${noun}`] : say`${[noun]} ${facts.subject}`;
}
function on(facts) {
	return facts.subject === null ? [] : say` trên ${facts.subject}`;
}
function within(facts) {
	const [first] = facts.functions;
	return first === void 0 ? [] : say` trong ${first}`;
}
function actors(facts) {
	const [first, second] = facts.functions;
	if (first === void 0) return say`hai goroutine`;
	return second === void 0 || second === first ? say`hai goroutine trong ${first}` : say`${first} và ${second}`;
}
function quoted(facts) {
	return facts.message === null ? [] : say`: ${facts.message}`;
}
const Actors = (facts) => capital(actors(facts));
// src/text/vi-crashes.ts
const panics = {
	"panic-nil-dereference": (f) => both(say`Panic${within(f)}: dùng con trỏ nil`, say`Một con trỏ, giá trị map hoặc interface đang là nil đã được dùng${within(f)}.`),
	"panic-nil-map": (f) => both(say`Panic${within(f)}: ghi vào map nil`, say`${capital(thing(f, "map được ghi"))} chưa từng được tạo bằng \`make\`.`),
	"panic-index-out-of-range": (f) => both(say`Panic${within(f)}: chỉ số vượt giới hạn`, say`Chỉ số hoặc cận của slice không được kiểm tra trước khi dùng${quoted(f)}.`),
	"panic-type-assertion": (f) => both(say`Panic${within(f)}: type assertion sai kiểu`, say`Interface chứa một kiểu khác với kiểu mà mã đòi hỏi${quoted(f)}.`),
	"panic-closed-channel": (f) => both(say`Panic${within(f)}: channel bị đóng quá sớm hoặc hai lần`, say`Có hơn một goroutine quyết định khi nào channel kết thúc${quoted(f)}.`),
	"panic-waitgroup-counter": (f) => both(say`Panic${within(f)}: dùng sai WaitGroup`, say`\`Add\`, \`Done\` và \`Wait\` không khớp nhau${quoted(f)}.`),
	"panic-arithmetic": (f) => both(say`Panic${within(f)}: con số không hợp lệ`, say`Số chia, độ dài hoặc số bit dịch không được kiểm tra trước khi dùng${quoted(f)}.`),
	"panic-unhashable-key": (f) => both(say`Panic${within(f)}: khóa của map không so sánh được`, say`Một interface chứa slice, map hoặc hàm đã bị đem so sánh hoặc làm khóa của map${quoted(f)}.`),
	"panic-after-test": (f) => both(say`Panic sau khi test đã kết thúc`, say`Một goroutine dùng \`t\` của test khi test đã xong${quoted(f)}.`),
	"panic-explicit": (f) => both(say`Panic${within(f)}${quoted(f)}`, f.recovered ? say`Chính mã này gọi \`panic\`${within(f)}; phía trên đã recover, còn việc đang làm dở thì mất.` : say`Chính mã này gọi \`panic\`${within(f)}; từ đó đến điểm bắt đầu của goroutine không có nơi nào recover.`),
	"panic-repanicked": (f) => both(say`Panic${within(f)}, đã recover rồi lại panic`, say`Panic đầu tiên trong chuỗi mới là nguyên nhân${quoted(f)}.`),
	"panic-iterator": (f) => both(say`Panic${within(f)}: dùng sai iterator`, say`Một vòng lặp range-over-func chạy tiếp sau khi được bảo dừng, hoặc bị vào hai lần${quoted(f)}.`),
	"panic-unclassified": (f) => both(say`Panic${within(f)}${quoted(f)}`, f.recovered ? say`Goroutine đã panic và được recover ở phía trên; việc đang làm dở thì mất${quoted(f)}.` : say`Goroutine đã panic mà không nơi nào recover${quoted(f)}.`),
	"fatal-concurrent-map": (f) => both(say`Tiến trình bị kết thúc: dùng đồng thời ${a("map", f)}`, say`Go phát hiện một map đang được ghi trong lúc goroutine khác dùng nó${quoted(f)}. Không \`recover\` nào ngăn được.`),
	"fatal-unlock-of-unlocked": (f) => both(say`Tiến trình bị kết thúc${within(f)}: mở khóa một mutex chưa khóa`, say`Một mutex bị mở khóa trong khi chưa ai khóa nó${quoted(f)}. Không \`recover\` nào ngăn được.`),
	"fatal-deadlock": (f) => both(say`Deadlock${within(f)}`, say`Mọi goroutine đều chờ một goroutine khác${quoted(f)}.`),
	"fatal-stack-overflow": (f) => both(say`Tràn stack${within(f)}`, say`Một hàm gọi lại chính nó không có điểm dừng. Không \`recover\` nào ngăn được.`),
	"fatal-out-of-memory": (f) => both(say`Hết bộ nhớ${within(f)}`, say`Tiến trình xin nhiều bộ nhớ hơn mức có thể có${quoted(f)}.`),
	"fatal-memory-fault": (f) => both(say`Lỗi truy cập bộ nhớ${within(f)}`, say`\`unsafe\`, cgo hoặc một data race đã làm hỏng một con trỏ${quoted(f)}.`),
	"fatal-unclassified": (f) => both(say`Tiến trình bị kết thúc${within(f)}${quoted(f)}`, say`Runtime của Go đã kết thúc tiến trình${quoted(f)}.`),
	"test-timeout": (f) => both(say`Test quá thời gian${within(f)}`, say`Có chỗ chờ một điều không bao giờ đến, hoặc chạy quá chậm${quoted(f)}.`)
};
const recoveries = {
	"recover-goroutine": (f) => f.message === null ? both(say`Goroutine${startedBy(f)} không có recover`, say`Một panic trong goroutine này kết thúc cả tiến trình: bên trong nó không nơi nào recover.`) : both(say`Panic trong một goroutine không ai recover${quoted(f)}`, say`Panic xảy ra trên một goroutine riêng${within(f)}, nên nó kết thúc cả tiến trình.`),
	"recover-worker-loop": (f) => both(say`Một panic dừng cả vòng lặp${within(f)}`, say`Mỗi phần việc được xử lý mà không có \`recover\` riêng: phần việc đầu tiên gây panic sẽ chặn mọi phần việc đến sau.`),
	"recover-misplaced": (f) => both(say`Lệnh recover này không thể có tác dụng${within(f)}`, say`\`recover\` chỉ có tác dụng trong hàm được \`defer\` trực tiếp, trên chính goroutine đang panic.`),
	"recover-silent": (f) => both(say`Panic đã recover bị bỏ qua không dấu vết${within(f)}`, say`Panic được recover nhưng không được ghi log cũng không được đếm, nên sẽ không ai biết.`),
	"read-race-report": (f) => both(say`Báo cáo race${on(f)}`, say`Một báo cáo race cần được đọc.`),
	"read-crash-log": (f) => both(say`Sự cố${within(f)}${quoted(f)}`, say`Một log sự cố cần được đọc.`),
	"ask-for-help": (f) => both(say`Phát hiện${within(f)} cần thêm người xem`, say`Những gì thấy được chưa đủ để kết luận.`)
};
function startedBy(facts) {
	const { runs, startedIn } = launchOf(facts);
	if (runs !== null) return say` ${runs}`;
	return startedIn === null ? [] : say` khởi động trong ${startedIn}`;
}
// src/text/vi-races.ts
function sharedBuffer(facts) {
	const type = facts.subjectType === null ? say`buffer` : say`${facts.subjectType}`;
	const title = facts.subject === null ? say`Data race trên một ${type} dùng chung` : facts.subjectType === null ? say`Data race trên ${facts.subject}` : say`Data race trên ${facts.subject} (dùng chung ${facts.subjectType})`;
	return both(title, say`${Actors(facts)} cùng lúc dùng chung một ${type}, trong khi kiểu này không an toàn khi dùng đồng thời.`);
}
const races = {
	"race-shared-buffer": sharedBuffer,
	"race-map": (f) => both(say`Data race trên ${a("map", f)}`, say`${Actors(f)} cùng lúc dùng map. Khi map đang được ghi thì không ai khác được chạm vào; khi chạy thật, Go có thể kết thúc cả tiến trình vì lỗi này.`),
	"race-slice": (f) => both(say`Data race trên ${a("slice", f)}`, say`${Actors(f)} cùng lúc dùng slice; phần tử được thêm vào có thể mất hoặc lẫn lộn.`),
	"race-captured-variable": (f) => both(say`Data race trên ${a("biến bị closure bắt", f)}`, say`Goroutine dùng chung ${thing(f, "biến này")} với hàm đã khởi động nó, và không có gì quy định ai trước ai sau.`),
	"race-loop-variable": (f) => both(say`Data race trên ${a("biến vòng lặp", f)}`, say`Các goroutine được khởi động trong vòng lặp dùng ${thing(f, "biến của vòng lặp")} trong lúc vòng lặp vẫn đang thay đổi nó.`),
	"race-missing-lock": (f) => both(say`Data race${on(f)}: thiếu khóa`, say`${Actors(f)} cùng lúc truy cập ${thing(f, "cùng một vùng nhớ")} mà không phải bên nào cũng giữ khóa.`),
	"race-read-lock-write": (f) => both(say`Ghi vào ${thing(f, "vùng nhớ dùng chung")} khi chỉ giữ khóa đọc`, say`${Actors(f)} thay đổi ${thing(f, "cùng một vùng nhớ")} trong khi chỉ giữ \`RLock\`, loại khóa mà nhiều goroutine có thể giữ cùng lúc.`),
	"race-copied-lock": (f) => both(say`Data race${on(f)}: khóa đã bị sao chép`, say`Bản sao của một mutex không khóa được bản gốc, nên ${actors(f)} không loại trừ lẫn nhau.`),
	"race-lazy-init": (f) => both(say`Data race khi ${thing(f, "một giá trị dùng chung")} được gán lần đầu`, say`${Actors(f)} có thể cùng thấy ${thing(f, "giá trị")} chưa được gán, rồi cùng gán.`),
	"race-waitgroup": (f) => both(say`Data race quanh ${a("WaitGroup", f)}`, say`\`Wait\` có thể trả về trước khi các goroutine kết thúc, vì \`Add\` đến quá muộn hoặc \`Done\` đến quá sớm.`),
	"race-mixed-atomic": (f) => both(say`Truy cập ${thing(f, "một biến")} lúc bằng atomic, lúc trực tiếp`, say`Một goroutine dùng \`sync/atomic\` trên ${thing(f, "biến này")}, goroutine khác lại truy cập thẳng.`),
	"race-package-variable": (f) => both(say`Data race trên ${a("biến cấp package", f)}`, say`${Actors(f)} cùng lúc truy cập ${thing(f, "biến này")}.`),
	"race-parallel-subtests": (f) => both(say`Các test song song dùng chung ${thing(f, "dữ liệu chuẩn bị")}`, say`${Actors(f)} chạy song song và truy cập ${thing(f, "cùng một dữ liệu chuẩn bị")} mà không có thứ tự.`),
	"race-log-after-test": () => both(say`Goroutine ghi log sau khi test đã kết thúc`, say`Một goroutine vẫn dùng \`t\` của test trong lúc, hoặc sau khi, test trả về.`),
	"race-channel-close": (f) => both(say`${capital(a("channel", f))} có thể bị đóng trong lúc đang gửi`, say`Không có gì quy định thứ tự giữa lệnh đóng và lệnh gửi của ${actors(f)}; lệnh gửi đến sau sẽ panic.`),
	"race-late-result": (f) => both(say`${capital(a("kết quả", f))} được ghi sau khi bên đọc đã thôi chờ`, say`${Actors(f)} cùng truy cập ${thing(f, "kết quả")}: một bên ghi, bên kia đã đi tiếp mà không chờ nữa.`),
	"race-timer-callback": (f) => both(say`Data race${on(f)} trong callback của timer`, say`Callback chạy trên một goroutine riêng và truy cập ${thing(f, "vùng nhớ")} mà nơi khác đang dùng.`),
	"race-handler-state": (f) => both(say`Data race${on(f)}: các request dùng chung`, say`Mỗi request được phục vụ trên một goroutine riêng, và chúng cùng lúc truy cập ${thing(f, "trạng thái của handler")}.`),
	"race-start-stop": (f) => both(say`Data race${on(f)} giữa lúc khởi động và lúc dừng`, say`${Actors(f)} truy cập ${thing(f, "một trường")} trong khi goroutine dùng nó đang được khởi động hoặc đang dừng.`),
	"race-encoded-while-changed": (f) => both(say`${capital(thing(f, "một giá trị đang được dùng"))} bị in hoặc mã hóa trong lúc đang thay đổi`, say`${Actors(f)} gặp nhau: một bên duyệt ${thing(f, "giá trị")} để in hoặc mã hóa, bên kia thay đổi nó.`),
	"race-reuse-after-handoff": (f) => both(say`${capital(thing(f, "một đối tượng"))} vẫn được dùng sau khi đã trao đi`, say`${Actors(f)} cùng dùng ${thing(f, "đối tượng")}, dù một bên đã trao nó cho channel hoặc pool.`),
	"race-in-dependency": (f) => both(say`Data race bên trong ${f.dependency === null ? ["một dependency"] : say`${f.dependency}`}`, say`Cả hai lần truy cập đều nằm ngoài module này${within(f)}; nguyên nhân vẫn có thể là cách gọi từ đây.`),
	"race-outside-tests": (f) => both(say`Data race${on(f)} ngoài mọi test`, say`${Actors(f)} truy cập ${thing(f, "cùng một vùng nhớ")} trước test đầu tiên, sau test cuối cùng hoặc trong TestMain: package bị đánh trượt nhưng không test nào bị nêu tên.`),
	"race-unclassified": (f) => both(say`Data race${on(f)}`, say`${Actors(f)} cùng lúc truy cập ${thing(f, "cùng một vùng nhớ")}, và ít nhất một bên ghi.`)
};
// src/text/vi-findings.ts
function unprovedRace(facts) {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both(say`${capital(thing(facts, "vùng nhớ dùng chung"))}${type} được nhiều goroutine dùng mà không có khóa`, say`Đọc mã thì thấy ${actors(facts)} có thể cùng lúc dùng ${thing(facts, "nó")}; chưa lần chạy nào cho thấy điều đó.`);
}
const unprovedRaces = {
	"race-read-lock-write": (facts) => both(say`${capital(thing(facts, "vùng nhớ dùng chung"))} bị thay đổi trong khi chỉ giữ khóa đọc`, say`Đọc mã thì thấy goroutine khác có thể cũng giữ khóa đọc trong lúc ${thing(facts, "trường này")} bị thay đổi ở đây; chưa lần chạy nào cho thấy điều đó.`),
	"race-waitgroup": (facts) => both(say`Goroutine tự thêm mình vào ${thing(facts, "một WaitGroup")}`, say`Đọc mã thì thấy \`Wait\` có thể trả về trước khi goroutine này bắt đầu; chưa lần chạy nào cho thấy điều đó.`),
	"race-mixed-atomic": (facts) => both(say`${capital(thing(facts, "một biến"))} được dùng trực tiếp ở đây và qua \`sync/atomic\` ở nơi khác`, say`Đọc mã thì thấy ${actors(facts)} có thể cùng lúc dùng ${thing(facts, "nó")}; chưa lần chạy nào cho thấy điều đó.`)
};
const sentences = {
	...races,
	...panics,
	...recoveries
};
function describeInVietnamese({ kind, section, facts }) {
	return (kind === "lint" && section.startsWith("race-") ? unprovedRaces[section] ?? unprovedRace : sentences[section])(facts);
}
// src/text/vi.ts
const number = numbersOf("vi");
const upper = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const goroutine = (id) => id === null ? "một goroutine" : id === "main" ? "goroutine main" : `goroutine ${id}`;
function duration(milliseconds) {
	const seconds = milliseconds / 1e3;
	if (seconds < 10) return `${seconds.toFixed(1).replace(".", ",")} giây`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} giây` : `${Math.floor(whole / 60)} phút ${whole % 60} giây`;
}
// src/text/language.ts
const texts = {
	en,
	vi: {
		language: "vi",
		number,
		duration,
		guide: guideIndex.vi,
		describe: describeInVietnamese,
		said: saidIn("vi"),
		state: {
			new: "mới",
			unchanged: "đã biết",
			absent: "đã sửa"
		},
		severity: {
			error: "lỗi",
			warning: "cảnh báo",
			note: "ghi chú"
		},
		kind: {
			race: "data race",
			panic: "panic",
			fatal: "fatal error",
			timeout: "quá thời gian",
			signal: "tín hiệu",
			lint: "phân tích mã"
		},
		gap: {
			"build-failed": "không biên dịch được",
			"not-run": "không được chạy",
			"not-understood": "in ra nội dung không đọc hiểu được",
			killed: "bị dừng đột ngột",
			"timed-out": "chạy quá lâu",
			"no-cgo": "không chạy được với race detector",
			"tool-failed": "một công cụ gặp lỗi",
			"over-limit": "vượt quá giới hạn"
		},
		finding: {
			seen: (hits, runs) => [`thấy trong ${number(hits)}/${number(runs)} lần chạy`],
			seenAtBase: (hits, runs) => [`trước thay đổi này: ${number(hits)}/${number(runs)}`],
			oneTest: (name) => say`test ${name}`,
			tests: (first, more) => say`test ${first} và ${[number(more)]} test khác`,
			reports: (n) => [`${number(n)} báo cáo cùng một nguyên nhân`],
			analyzer: (name) => say`tìm thấy khi đọc mã (${name})`,
			package: (name) => say`package ${name}`,
			suppressed: (reason) => say`được bỏ qua: ${reason}`,
			suppressionEnded: (reason, until) => say`từng được bỏ qua đến ${until}: ${reason}`,
			suppressedUntil: (reason, until) => say`được bỏ qua đến ${until}: ${reason}`,
			related: (n) => [`${number(n)} phát hiện liên quan`],
			involved: "Các goroutine khác có vẻ liên quan",
			why: {
				waits: "đang đợi goroutine khác",
				"same-code": "đang chạy mã của cùng một kiểu",
				"same-creator": "do cùng một hàm khởi động"
			},
			askForHelp: "Nếu vẫn chưa rõ, hãy thu thập những gì giúp người khác giúp bạn",
			evidence: "Vì sao tin như vậy",
			accesses: "Hai lần truy cập",
			crash: "Sự cố",
			running: "Các test còn đang chạy",
			createdBy: "được khởi động bởi",
			picture: "Hình vẽ cuộc race",
			whatToDo: "Cách xử lý",
			guideShort: "Cẩm nang",
			readGuide: "Đọc thêm trong cẩm nang",
			reproduce: "Tái hiện",
			fingerprint: "Dấu nhận dạng",
			howToIgnore: (command) => say`không phải lỗi? hãy bình luận ${command}`,
			fixedIn: (sha) => say`Đã sửa ở ${sha}: không còn thấy lỗi này nữa.`,
			ignoredSince: (sha) => say`Được bỏ qua từ ${sha}.`,
			missedIn: (sha, hits, of, runs, needed) => [say`Không thấy trong lượt chạy ở ${sha}.`, [`Trước đó thấy ở ${number(hits)}/${number(of)} lượt chạy, nên lần này có thể chỉ là tình cờ. Lỗi được coi là đã sửa khi các dòng ở trên thay đổi, hoặc sau ${number(needed)} lượt chạy liên tiếp không thấy nó; đến nay là ${number(runs)}.`]]
		},
		stack: {
			access: (operation, atomic, previous) => `${operation === "read" ? "Đọc" : "Ghi"}${atomic ? " bằng atomic" : ""}${previous ? " trước đó" : ""}`,
			by: (id) => `bởi ${goroutine(id)}`,
			created: (id) => upper(`${goroutine(id)} được khởi động tại`),
			panicked: (id) => id === null ? "Goroutine bị panic" : `Goroutine ${id} bị panic`,
			goroutine: (id) => id === null ? "Goroutine" : `Goroutine ${id}`,
			started: "Được khởi động tại",
			bothStarted: "Cả hai goroutine được khởi động tại",
			hidden: (standard, generated, others) => [
				standard > 0 ? `${number(standard)} frame của thư viện chuẩn` : "",
				generated > 0 ? `${number(generated)} frame được sinh tự động` : "",
				others > 0 ? `${number(others)} frame khác` : ""
			].filter((part) => part !== "").join(", "),
			notRestored: "Race detector không khôi phục lại được stack này.",
			here: "tại đây"
		},
		diagram: {
			goroutine: (id) => goroutine(id),
			memory: "vùng nhớ dùng chung",
			starts: "khởi động",
			reads: "đọc",
			writes: "ghi",
			noOrder: "hai lần này không có thứ tự",
			description: "Ai khởi động ai, ai truy cập cái gì"
		},
		fix: {
			suggestion: "Cách sửa đề xuất",
			patch: "Cách sửa đề xuất, dạng patch",
			proved: (runs) => [`đã thử: biên dịch được, qua vet, và ${number(runs)} lần chạy không còn thấy lỗi`],
			unproved: "chưa thử",
			failed: "đã thử nhưng không có tác dụng",
			notOffered: "Các cách sửa không được đề xuất"
		},
		report: {
			name: "Race audit",
			nothing: {
				all: "Không tìm thấy data race, panic hay goroutine thiếu recover nào.",
				race: "Không tìm thấy data race hay panic nào; lint không được chạy.",
				lint: "Lint không tìm thấy gì; các test không được chạy."
			},
			counted: (fresh, known, gone) => [`${number(fresh)} mới, ${number(known)} đã biết, ${number(gone)} đã sửa`],
			newFindings: (n) => [`${number(n)} phát hiện mới`],
			noteCount: (n) => [`${number(n)} ghi chú`],
			ignored: (n) => [`${number(n)} được bỏ qua`],
			gapCount: (n) => [`${number(n)} phần chưa kiểm tra được`],
			clean: "không có gì mới",
			incomplete: "không có gì mới, nhưng có phần chưa kiểm tra được",
			findings: "Phát hiện",
			columns: {
				finding: "Phát hiện",
				where: "Vị trí",
				state: "Trạng thái",
				seen: "Tần suất"
			},
			gaps: "Chưa kiểm tra được",
			gapsMeaning: "Những mục dưới đây có thể che giấu lỗi; chừng nào còn chúng thì lần kiểm tra này chưa đạt.",
			wholeAudit: "toàn bộ lần kiểm tra",
			recovery: "Goroutine và recover",
			covered: (covered, all) => [`${number(covered)}/${number(all)} goroutine recover được khi panic`],
			exempt: (n) => [`${number(n)} được miễn`],
			uncovered: (n) => [`${number(n)} goroutine không có recover`],
			addedUncovered: (n) => [n === 0 ? "thay đổi này không thêm goroutine nào thiếu recover" : `thay đổi này thêm ${number(n)} goroutine thiếu recover`],
			guideLink: "cẩm\xA0nang",
			known: "Đã biết",
			notes: "Ghi chú (không đăng lên pull request và không làm lần kiểm tra thất bại)",
			suppressedFindings: "Được bỏ qua",
			fixedFindings: "Đã sửa",
			more: (n) => [`thêm ${number(n)} mục`],
			moreInReport: (n) => [`thêm ${number(n)} mục trong báo cáo đầy đủ`],
			took: (milliseconds, packages, go) => go === "" ? ["Đọc từ log; không chạy gì"] : say`${[number(packages)]} package trong ${[duration(milliseconds)]} với ${go}`,
			leftOut: (packages) => [`đã bỏ qua ${number(packages)} package mà thay đổi không chạm tới`],
			otherModules: (n, folders) => say`Chưa kiểm tra: ${[number(n)]} module riêng nằm bên dưới (${folders}); hãy chỉ định thư mục, hoặc dùng go.work.`,
			unusedSuppression: (rule) => say`Mục ignore ${rule} không còn khớp với phát hiện nào: hãy xóa nó đi.`,
			notCompared: say`Với mức quick không có gì được chạy ở merge base: những gì test cho thấy đều được tính là mới.`,
			addedSuppressions: (n) => [`${number(n)} phát hiện được bỏ qua do chính thay đổi này thêm mục ignore vào file cấu hình: hãy xem điều đó có đúng không.`],
			shortened: "Đã rút gọn cho vừa giới hạn; báo cáo đầy đủ có tất cả.",
			howToRerun: (command) => say`kiểm tra lại: bình luận ${command}`,
			fullReport: "Báo cáo đầy đủ",
			root: "Thư mục gốc của repository",
			reviewIntro: (n) => [`${number(n)} phát hiện mới trong thay đổi này.`],
			elsewhere: "Ngoài các dòng của thay đổi này",
			next: (command) => say`giải thích thêm: ${command}`
		},
		html: {
			title: "Báo cáo race audit",
			filter: "Lọc phát hiện",
			search: "Tìm",
			searchHint: "tên, file, test …",
			package: "Package",
			ignored: "bỏ qua",
			allStates: "Mọi trạng thái",
			allSections: "Mọi loại",
			allPackages: "Mọi package",
			shown: "đang hiện {shown}/{all}",
			noneShown: "Không phát hiện nào khớp bộ lọc.",
			copy: "Sao chép",
			copied: "Đã chép",
			recoveryMap: "Goroutine theo package",
			withoutRecover: (n) => n === 0 ? "không thiếu recover" : `${number(n)} không có recover`,
			skip: "Đến thẳng danh sách phát hiện"
		}
	}
};
export { require_fastest_levenshtein as i, choice as n, resolveSettings as r, texts as t };
