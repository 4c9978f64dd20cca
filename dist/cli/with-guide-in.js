import { l as say, o as capital, s as listed, u as words } from "./message.js";
import { n as visibleLine, r as visibleLines } from "./visible.js";
import "./report.js";
// src/render/frame.ts
const longestName = 1e3;
function shortFunction(name) {
	const kept = name.slice(0, longestName);
	const head = /^[^([]*/.exec(kept)?.[0] ?? "";
	return kept.slice(head.lastIndexOf("/") + 1).replaceAll("%2e", ".").replace(/\[[^\]]*go\.shape.*\]/, "[...]");
}
function bareFunction(name) {
	return shortFunction(name).replace(/^[^.([]+\./, "");
}
function shortFile(frame, root) {
	const file = frame.file.slice(-1e3).replaceAll("\\", "/");
	if (root !== null && file.startsWith(`${root}/`)) return file.slice(root.length + 1);
	const cached = file.lastIndexOf("/pkg/mod/");
	if (cached >= 0) return file.slice(cached + 9);
	const source = file.lastIndexOf("/src/");
	if (frame.origin === "standard" && source >= 0) return file.slice(source + 5);
	const parts = file.split("/");
	return parts.length > 4 ? `…/${parts.slice(-3).join("/")}` : file;
}
function showFrame(frame, root) {
	return {
		function: shortFunction(frame.function),
		file: shortFile(frame, root),
		line: frame.line
	};
}
const ours = (frame) => frame.origin === "user" || frame.origin === "dependency";
const headLength = 6;
function shortenStack(stack, root) {
	const keepStandard = !stack.some(ours);
	const wanted = stack.filter((frame) => ours(frame) || keepStandard);
	const middle = wanted.slice(headLength, -2);
	const left = new Set(wanted.length > 9 ? middle : []);
	const items = [];
	for (const frame of withoutHarness(stack)) if ((ours(frame) || keepStandard) && !left.has(frame)) items.push({
		frame: showFrame(frame, root),
		hidden: null
	});
	else hide(items, frame, left.has(frame));
	const last = items.at(-1);
	if (last?.hidden) last.hidden.called = null;
	return items;
}
const isHarness = (frame) => frame.function.startsWith("testing.") || frame.origin === "generated" && frame.function === "main.main";
function isOfHarness(creation) {
	return creation.every(isHarness);
}
function withoutHarness(stack) {
	const end = stack.findLastIndex((frame) => !isHarness(frame));
	return stack.slice(0, end < 0 ? stack.length : end + 1);
}
function hide(items, frame, wanted) {
	const last = items.at(-1);
	const hidden = last?.hidden ?? {
		standard: 0,
		generated: 0,
		others: 0,
		called: null
	};
	if (last?.hidden !== hidden) items.push({
		frame: null,
		hidden
	});
	if (wanted) hidden.others += 1;
	else if (frame.origin === "generated") hidden.generated += 1;
	else {
		hidden.standard += 1;
		hidden.called = shortFunction(frame.function);
	}
}
// src/render/diagram.ts
function raceDiagram(finding, race, text, root) {
	const [second, first] = race.accesses;
	if (first === void 0 || second === void 0 || race.accesses.length !== 2) return null;
	if (first.goroutine === second.goroutine) return null;
	const sides = [{
		id: "A",
		access: first
	}, {
		id: "B",
		access: second
	}];
	const place = (frame) => `${shortFile(frame, root).split("/").at(-1)}:${frame.line}`;
	const launches = sides.flatMap((side) => {
		const launch = launchOf(side, race, sides);
		return launch === null ? [] : [{
			side,
			...launch
		}];
	});
	const outside = [...new Set(launches.flatMap(({ by, frame }) => by === null ? [frame.function] : []))];
	const starts = launches.map(({ side, by, frame }) => {
		return {
			from: by ?? `S${outside.indexOf(frame.function) + 1}`,
			to: side.id,
			kind: "start",
			label: [text.diagram.starts, place(frame)]
		};
	});
	return {
		participants: [
			...outside.map((name, index) => starter(name, index)),
			...sides.map(({ id, access }) => goroutine(id, access, text)),
			{
				id: "M",
				label: [finding.facts.subject ?? text.diagram.memory],
				role: "memory"
			}
		],
		steps: [...starts, ...sides.map(({ id, access }) => accessStep(id, access, text, place))],
		unordered: ["A", "B"],
		note: text.diagram.noOrder
	};
}
const starter = (name, index) => ({
	id: `S${index + 1}`,
	label: [bareFunction(name)],
	role: "starter"
});
const rootFrame = (access) => access.stack.findLast((frame) => frame.origin === "user") ?? null;
const isTestBody = (access) => access.stack.some((frame) => frame.function === "testing.tRunner");
function launchOf({ access }, race, sides) {
	const creation = race.goroutines.find((one) => one.goroutine === access.goroutine);
	const frame = creation?.userFrame ?? creation?.stack[0];
	if (creation === void 0 || frame === void 0 || isOfHarness(creation.stack)) return null;
	const other = sides.find((side) => side.access !== access);
	return {
		by: other !== void 0 && (other.access.goroutine === "main" || isTestBody(other.access)) && rootFrame(other.access)?.function === frame.function ? other.id : null,
		frame
	};
}
function goroutine(id, access, text) {
	const name = text.diagram.goroutine(access.goroutine);
	const runs = rootFrame(access);
	return {
		id,
		label: runs === null ? [name] : [name, bareFunction(runs.function)],
		role: "goroutine"
	};
}
function accessStep(id, access, text, place) {
	const verb = access.operation === "read" ? text.diagram.reads : text.diagram.writes;
	const frame = access.userFrame;
	return {
		from: id,
		to: "M",
		kind: access.operation,
		label: frame === null ? [verb] : [verb, place(frame)]
	};
}
// src/render/escape-url.ts
const longestUrl = 8e3;
function escapeUrl(url) {
	if (url.length > longestUrl || !/^https?:\/\/[^\s/]/i.test(url)) return "";
	const [page = "", ...fragment] = encodeURI(wellFormed(url)).split("#");
	return [page, ...fragment.length === 0 ? [] : [fragment.join("%23")]].join("#").replace(/%25(?=[0-9a-f]{2})/gi, "%").replace(/[()<>"'`|\\[\]*_~@]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
function escapePath(path) {
	return wellFormed(path.slice(-400)).split("/").map(encodeURIComponent).join("/");
}
const wellFormed = (text) => text.replace(/\p{Cs}/gu, "�");
// src/render/finding-facts.ts
function findingFacts(finding, text) {
	const words = text.finding;
	const facts = [];
	facts.push(...findingDecision(finding, text));
	if (finding.confirmation !== null) {
		const { head, base } = finding.confirmation;
		facts.push(words.seen(head.hits, head.runs));
		if (base !== null) facts.push(words.seenAtBase(base.hits, base.runs));
	}
	const [first, ...others] = finding.tests;
	if (first !== void 0) facts.push(others.length === 0 ? words.oneTest(first) : words.tests(first, others.length));
	else if (finding.package !== null) facts.push(words.package(finding.package));
	if (finding.incidentCount > 1) facts.push(words.reports(finding.incidentCount));
	if (finding.analyzer !== null) facts.push(words.analyzer(finding.analyzer));
	return facts;
}
function findingDecision({ suppression, endedSuppression, state }, text) {
	if (suppression === null) return endedSuppression === null || state === "absent" ? [] : [text.finding.suppressionEnded(endedSuppression.reason, endedSuppression.until)];
	const { reason, until } = suppression;
	return [until === null ? text.finding.suppressed(reason) : text.finding.suppressedUntil(reason, until)];
}
// src/render/details.ts
function details(summary, body, open = false) {
	return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
// src/render/escape-fence.ts
const usual = {
	lines: 60,
	columns: 200
};
function fence(language, text, limit = usual) {
	const body = visibleLines(text, limit.lines, limit.columns).join("\n");
	const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
	const quotes = "`".repeat(longest + 1);
	return `${quotes}${language}\n${body}\n${quotes}`;
}
// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};
// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
new CharacterDiff();
// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}
// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const overlap = maximumOverlap(trailingWs(deletion.value, segmenter), endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const overlap = maximumOverlap(trailingWs(startKeep.value, segmenter), leadingWs(deletion.value, segmenter));
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
new WordsWithSpaceDiff();
// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines$1(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}
// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
new SentenceDiff();
// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
new CssDiff();
// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}
// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
new ArrayDiff();
// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines$1(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines$1(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}
// src/render/excerpt.ts
function sourceAround(finding, file, line, context) {
	const excerpt = finding.excerpts.find((candidate) => candidate.file === file && candidate.start <= line && line < candidate.start + candidate.lines.length);
	if (excerpt === void 0) return null;
	const from = Math.max(excerpt.start, line - context);
	return {
		file,
		start: from,
		lines: excerpt.lines.slice(from - excerpt.start, line + context + 1 - excerpt.start),
		fault: line
	};
}
function quotedLines(finding, file, line, endLine) {
	const lines = [];
	for (let number = line; number <= endLine; number += 1) {
		const [text] = finding.excerpts.filter((excerpt) => excerpt.file === file).flatMap((excerpt) => excerpt.lines[number - excerpt.start] ?? []);
		if (text === void 0) return null;
		lines.push(text.toWellFormed());
	}
	return lines;
}
function dedent(lines) {
	const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[\t ]*/.exec(line)?.[0].length ?? 0);
	const shared = indents.length === 0 ? 0 : Math.min(...indents);
	return lines.map((line) => line.slice(Math.min(shared, line.length)));
}
// src/render/hunk.ts
const lastLine = (edit) => edit.end.column === 1 && edit.end.line > edit.start.line ? edit.end.line - 1 : edit.end.line;
const byPosition = (a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line || a.start.column - b.start.column;
function clusters(edits) {
	const found = [];
	for (const edit of edits.toSorted(byPosition)) {
		const last = found.at(-1);
		if (last !== void 0 && last.file === edit.file && edit.start.line <= last.endLine + 1) {
			last.edits.push(edit);
			last.endLine = Math.max(last.endLine, lastLine(edit));
		} else found.push({
			file: edit.file,
			line: edit.start.line,
			endLine: lastLine(edit),
			edits: [edit]
		});
	}
	return found;
}
const encoder = new TextEncoder();
const decoder = new TextDecoder();
function applyEdits(cluster, before) {
	const starts = [];
	let length = 0;
	for (const line of before) {
		starts.push(length);
		length += encoder.encode(line).length + 1;
	}
	starts.push(length);
	let bytes = encoder.encode(`${before.join("\n")}\n`);
	let limit = bytes.length;
	for (const edit of cluster.edits.toReversed()) {
		const from = (starts[edit.start.line - cluster.line] ?? NaN) + edit.start.column - 1;
		const to = (starts[edit.end.line - cluster.line] ?? NaN) + edit.end.column - 1;
		if (!(from >= 0 && from <= to && to <= limit)) return null;
		const changed = encoder.encode(edit.newText);
		bytes = Uint8Array.from([
			...bytes.subarray(0, from),
			...changed,
			...bytes.subarray(to)
		]);
		limit = from;
	}
	const text = decoder.decode(bytes);
	return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
const wholeLines = (lines) => lines?.some((line) => line.length >= 400) ? null : lines;
function fixHunks(finding, fix) {
	const hunks = [];
	for (const cluster of clusters(fix.edits)) {
		const { file, line, endLine } = cluster;
		const before = wholeLines(quotedLines(finding, file, line, endLine));
		const after = before === null ? null : applyEdits(cluster, before);
		if (before === null || after === null) return null;
		hunks.push({
			file,
			line,
			endLine,
			before,
			after
		});
	}
	return hunks.length === 0 ? null : hunks;
}
function isProved(fix) {
	const tried = fix.verified;
	if (tried === null) return false;
	return tried.builds && tried.vets && tried.runs > 0 && tried.hits === 0;
}
// src/render/fix-patch.ts
const contextLines = 3;
function patchHunks(finding, fix) {
	const hunks = fixHunks(finding, fix);
	if (hunks === null) return null;
	const shifts = new Map();
	return regions(finding, hunks).flatMap((region) => {
		const shift = shifts.get(region.file) ?? 0;
		const [before, after] = regionTexts(finding, region);
		shifts.set(region.file, shift + after.length - before.length);
		return diffLines(region, before, after, shift);
	});
}
function regions(finding, hunks) {
	const found = [];
	for (const hunk of hunks) {
		const { file, line, endLine } = hunk;
		const from = line - quotedBeside(finding, file, line, -1);
		const to = endLine + quotedBeside(finding, file, endLine, 1);
		const last = found.at(-1);
		if (last?.file === file && from <= last.to + 1) {
			last.to = Math.max(last.to, to);
			last.hunks.push(hunk);
		} else found.push({
			file,
			from,
			to,
			hunks: [hunk]
		});
	}
	return found;
}
function quotedBeside(finding, file, line, step) {
	let count = 0;
	while (count < contextLines) {
		const next = line + step * (count + 1);
		if (wholeLines(quotedLines(finding, file, next, next)) === null) break;
		count += 1;
	}
	return count;
}
function regionTexts(finding, { file, from, to, hunks }) {
	const before = quotedLines(finding, file, from, to) ?? [];
	const after = [...before];
	for (const hunk of hunks.toReversed()) after.splice(hunk.line - from, hunk.before.length, ...hunk.after);
	return [before, after];
}
function diffLines({ file, from }, before, after, shift) {
	const text = (lines) => lines.map((line) => `${line}\n`).join("");
	const { hunks } = structuredPatch(file, file, text(before), text(after), void 0, void 0, { context: contextLines });
	return hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
		file,
		oldStart: oldStart + from - 1,
		oldLines,
		newStart: newStart + from - 1 + shift,
		newLines,
		lines
	}));
}
// src/render/escape-code-span.ts
function codeSpan(text, max = 200) {
	const line = visibleLine(text, max);
	if (line === "") return "` `";
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const quotes = "`".repeat(longest + 1);
	const pad = /^`|`$/.test(line) ? " " : "";
	return `${quotes}${pad}${line}${pad}${quotes}`;
}
// src/render/escape-markdown.ts
const joiner = "⁠";
function escapeMarkdown(text, max = 500) {
	return visibleLine(text, max).replace(/([@#])(?=[\p{L}\p{N}_])/gu, `$1${joiner}`).replace(/:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)|(?<=mailto|xmpp):/giu, `$&${joiner}`).replace(/[\\`*_[\]<>|~&$]/g, "\\$&");
}
// src/render/markdown-inline.ts
function blobBase(change, server) {
	if (change === null || change.repository === null || change.head === null) return null;
	return `${server}/${escapePath(change.repository.slice(0, 200))}/blob/${escapePath(change.head.slice(0, 64))}`;
}
function markdownPhrase(phrase) {
	return phrase.map((part) => typeof part === "string" ? keepBlanks(part) : codeSpan(part.code)).join("");
}
function keepBlanks(part) {
	const inner = escapeMarkdown(part);
	return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) && inner !== "" ? " " : ""}`;
}
function markdownList(phrases) {
	return phrases.map(markdownPhrase).join(" · ");
}
function markdownLink(label, url) {
	const target = escapeUrl(url);
	return target === "" ? label : `[${label}](${target})`;
}
function markdownPlace(file, line, blobs) {
	const label = codeSpan(`${file}:${line}`);
	return blobs === null || file.startsWith("…") || file.startsWith("/") ? label : markdownLink(label, `${blobs}/${escapePath(file)}#L${line}`);
}
// src/render/fix-markdown.ts
const patchLimit = {
	lines: 120,
	columns: 200
};
const suggestionLimit = {
	lines: 60,
	columns: 200
};
function bestFix(finding) {
	return finding.fixes.find(isProved) ?? finding.fixes[0] ?? null;
}
function suggestionPlace(finding) {
	const hunk = suggestionHunk(finding);
	return hunk === null ? null : {
		file: hunk.file,
		line: hunk.line,
		endLine: hunk.endLine
	};
}
function suggestionHunk(finding) {
	const fix = bestFix(finding);
	if (fix === null || !isProved(fix)) return null;
	const hunks = fixHunks(finding, fix);
	const [hunk] = hunks ?? [];
	return hunks?.length === 1 && hunk !== void 0 && isFaithful(hunk.after) ? hunk : null;
}
function isFaithful(lines) {
	const { lines: maxLines, columns } = suggestionLimit;
	return visibleLines(lines.join("\n"), maxLines, columns).join("\n") === lines.join("\n");
}
function fixMarkdown(finding, text, anchor) {
	const fix = bestFix(finding);
	if (fix === null) return "";
	const lead = `**${text.fix.suggestion}**: ${markdownPhrase(text.said(fix.words, fix.title))} (${markdownPhrase(verdict$1(fix, text))})`;
	const hunk = suggestionHunk(finding);
	if (hunk !== null && anchor !== null && samePlace(hunk, anchor)) return `${lead}\n\n${fence("suggestion", hunk.after.join("\n"), suggestionLimit)}`;
	const hunks = patchHunks(finding, fix);
	if (hunks === null) return lead;
	return `${lead}\n\n${details(text.fix.patch, fence("diff", patch(hunks), patchLimit))}`;
}
const samePlace = (hunk, place) => hunk.file === place.file && hunk.line === place.line && hunk.endLine === place.endLine;
function verdict$1(fix, text) {
	if (fix.verified === null) return [text.fix.unproved];
	return isProved(fix) ? text.fix.proved(fix.verified.runs) : [text.fix.failed];
}
function patch(hunks) {
	let file = "";
	return hunks.flatMap((hunk) => {
		const header = hunk.file === file ? [] : [`--- a/${hunk.file}`, `+++ b/${hunk.file}`];
		file = hunk.file;
		const { oldStart, oldLines, newStart, newLines, lines } = hunk;
		return [
			...header,
			`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
			...lines
		];
	}).join("\n");
}
// src/render/source-root.ts
function userFrames(incident) {
	return (incident.kind === "race" ? [...incident.accesses, ...incident.goroutines].map((part) => part.stack) : [incident.stack]).flat().filter((frame) => frame.origin === "user");
}
function sourceRoot(finding) {
	const relative = [
		finding.at,
		...finding.evidence.map((item) => item.at),
		...finding.excerpts
	].flatMap((place) => place === null ? [] : [place.file]);
	for (const frame of finding.incidents.flatMap(userFrames)) {
		const file = frame.file.replaceAll("\\", "/");
		const match = relative.find((path) => path !== "" && file.endsWith(`/${path}`));
		if (match !== void 0) return file.slice(0, -match.length - 1) || null;
	}
	return null;
}
// src/render/stack-view.ts
function stackViews(incident, text, root) {
	return incident.kind === "race" ? incident.accesses.map((access) => accessView(access, incident, text, root)) : [crashView(incident, text, root)];
}
function accessView(access, race, text, root) {
	const name = text.stack.access(access.operation, access.atomic, access.previous);
	const creation = race.goroutines.find(({ goroutine }) => goroutine === access.goroutine);
	return {
		heading: `${name} ${text.stack.by(access.goroutine)}`,
		items: shortenStack(access.stack, root),
		at: access.userFrame === null ? null : showFrame(access.userFrame, root),
		lost: !access.stackRestored,
		start: creation === void 0 || isOfHarness(creation.stack) ? null : {
			heading: text.stack.created(creation.goroutine),
			items: shortenStack(creation.stack, root)
		}
	};
}
function sharedStart(views, text) {
	const [first, ...others] = views.map(({ start }) => start);
	if (first === void 0 || first === null || others.length === 0) return null;
	const places = (part) => JSON.stringify(part?.items);
	if (others.some((start) => places(start) !== places(first))) return null;
	return {
		heading: text.stack.bothStarted,
		items: first.items
	};
}
function hiddenFrames({ standard, generated, others, called }, text) {
	const words = text.stack.hidden(standard, generated, others);
	return called === null ? words : `${called} (${words})`;
}
function crashView(crash, text, root) {
	const { createdBy, goroutine } = crash;
	return {
		heading: crash.kind === "panic" ? text.stack.panicked(goroutine) : text.stack.goroutine(goroutine),
		items: shortenStack(crash.stack, root),
		at: crash.userFrame === null ? null : showFrame(crash.userFrame, root),
		lost: false,
		start: createdBy === null ? null : {
			heading: text.stack.started,
			items: [{
				frame: showFrame({
					...createdBy,
					origin: creatorOrigin(createdBy.file, root)
				}, root),
				hidden: null
			}]
		}
	};
}
const creatorOrigin = (file, root) => root === null || file.replaceAll("\\", "/").startsWith(`${root}/`) ? "user" : "standard";
// src/render/rejected-fixes.ts
const shown = 3;
function rejectedFixes(finding, text) {
	if (finding.fixes.length > 0) return [];
	return [...new Map(finding.rejectedFixes.map((fix) => [`${fix.title}\n${fix.reason}`, fix])).values()].slice(0, shown).map(({ title, words, reason, reasonWords }) => [
		...text.said(words, title),
		": ",
		...text.said(reasonWords, reason)
	]);
}
// src/render/not-audited.ts
function notAudited(report, text) {
	const { leftOut, otherModules } = report.plan;
	return [
		...isNotCompared(report) ? [text.report.notCompared] : [],
		...leftOut.length > 0 ? [text.report.leftOut(leftOut.length)] : [],
		...otherModules.length > 0 ? [text.report.otherModules(otherModules.length, listed(otherModules))] : []
	];
}
function isNotCompared({ plan, change, findings }) {
	const hasBase = change !== null && change.mergeBase !== null;
	return plan.effort === "quick" && hasBase && findings.some(({ kind, state }) => kind !== "lint" && state === "new");
}
// src/render/rank.ts
const byState = {
	new: 0,
	unchanged: 1,
	absent: 2
};
const bySeverity = {
	error: 0,
	warning: 1,
	note: 2
};
const byKind = {
	fatal: 0,
	race: 1,
	panic: 2,
	signal: 3,
	timeout: 4,
	lint: 5
};
const rank = (finding) => [
	finding.suppression === null ? 0 : 1,
	byState[finding.state],
	bySeverity[finding.severity],
	byKind[finding.kind]
];
function rankFindings(findings) {
	return findings.toSorted((a, b) => {
		const [ranksA, ranksB] = [rank(a), rank(b)];
		const differing = ranksA.findIndex((value, index) => value !== ranksB[index]);
		if (differing >= 0) return (ranksA[differing] ?? 0) - (ranksB[differing] ?? 0);
		return comparePlaces(a, b);
	});
}
function comparePlaces(a, b) {
	const [fileA, fileB] = [a.at?.file ?? "", b.at?.file ?? ""];
	if (fileA !== fileB) return fileA < fileB ? -1 : 1;
	return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}
function groupFindings(findings) {
	const groups = {
		fresh: [],
		known: [],
		notes: [],
		ignored: [],
		gone: []
	};
	for (const finding of rankFindings(findings)) if (finding.state === "absent") groups.gone.push(finding);
	else if (finding.suppression !== null) groups.ignored.push(finding);
	else if (finding.severity === "note") groups.notes.push(finding);
	else if (finding.state === "new") groups.fresh.push(finding);
	else groups.known.push(finding);
	return groups;
}
// src/render/budget.ts
const commentLimit = 65536;
const separator = "\n\n";
function fitBlocks(blocks, limit, notice, size = (text) => text.length) {
	const present = blocks.filter(({ text }) => text !== "");
	const kept = new Set(present);
	const cost = (block) => size(block.text) + 2;
	let total = present.reduce((sum, block) => sum + cost(block), 0);
	if (total <= limit) return join(present);
	const most = limit - size(notice) - 2;
	const lightestFirst = present.toReversed().sort((a, b) => a.weight - b.weight);
	for (const block of lightestFirst) {
		if (total <= most) break;
		kept.delete(block);
		total -= cost(block);
	}
	return join([...present.filter((block) => kept.has(block)), {
		text: notice,
		weight: 0
	}]);
}
const join = (blocks) => blocks.map(({ text }) => text).join(separator);
// src/render/escape-mermaid.ts
function escapeMermaid(text, max = 60) {
	return visibleLine(text, max).replace(/[^\p{L}\p{N}\p{M} ./_,…-]/gu, (character) => `#${character.codePointAt(0)};`).replace(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`);
}
// src/render/mermaid.ts
const label = (lines) => lines.map((line) => escapeMermaid(line)).join("<br/>");
function participant({ id, label: lines }) {
	return `  participant ${id} as ${label(lines)}`;
}
function renderMermaid(diagram) {
	const [left, right] = diagram.unordered;
	return [
		"sequenceDiagram",
		...diagram.participants.map(participant),
		...diagram.steps.map(({ from, to, kind, label: lines }) => `  ${from}${kind === "start" ? "-->>" : "->>"}${to}: ${label(lines)}`),
		`  Note over ${left},${right}: ${label([diagram.note])}`
	].join("\n");
}
// src/render/stacks-markdown.ts
function stacksMarkdown(finding, incident, text, blobs, root) {
	const views = stackViews(incident, text, root);
	const both = sharedStart(views, text);
	const isTable = views.length === 2;
	const cells = views.map((view) => viewMarkdown(finding, both === null ? view : {
		...view,
		start: null
	}, text, blobs, isTable));
	const running = incident.kind === "timeout" ? runningTests(incident.runningTests, text) : [];
	if (!isTable) return [...cells, ...running].join("\n\n");
	const table = `<table>\n<tr>${views.map((view) => `<th align="left">${view.heading}</th>`).join("")}</tr>\n<tr>\n${cells.map((cell) => `<td valign="top">\n\n${cell}\n\n</td>`).join("\n")}\n</tr>\n</table>`;
	return both === null ? table : `${table}\n\n${both.heading}\n\n${itemsMarkdown(both.items, text)}`;
}
function runningTests(tests, text) {
	return tests.length === 0 ? [] : [`${text.finding.running}: ${tests.slice(0, 10).map((name) => codeSpan(name)).join(", ")}`];
}
function viewMarkdown(finding, view, text, blobs, isNarrow) {
	const items = (shown) => itemsMarkdown(isNarrow ? shown.map(narrow) : shown, text);
	const parts = [];
	if (view.at !== null) {
		parts.push(markdownPlace(view.at.file, view.at.line, blobs));
		const code = faultMarkdown(finding, view.at, text);
		if (code !== "") parts.push(code);
	}
	if (view.lost) parts.push(text.stack.notRestored);
	if (view.items.length > 0) parts.push(items(view.items));
	if (view.start !== null) parts.push(view.start.heading, items(view.start.items));
	return parts.join("\n\n");
}
function narrow({ frame, hidden }) {
	if (frame === null) return {
		frame,
		hidden
	};
	return {
		frame: {
			...frame,
			file: frame.file.replace(/^.+\/(?=[^/]+\/[^/]+$)/, "…/")
		},
		hidden
	};
}
function faultMarkdown(finding, at, text) {
	const source = sourceAround(finding, at.file, at.line, 1);
	if (source === null) return "";
	return fence("go", dedent(source.lines).map((line, index) => source.start + index === source.fault ? `${line.trimEnd()} // ← ${text.stack.here}` : line).join("\n").replaceAll("	", "    "), {
		lines: 8,
		columns: 100
	});
}
function itemsMarkdown(items, text) {
	return fence("text", items.map(({ frame, hidden }) => {
		if (frame !== null) return `${frame.function}
    ${frame.file}:${frame.line}`;
		const count = `… ${text.stack.hidden(hidden.standard, hidden.generated, hidden.others)}`;
		return hidden.called === null ? count : `${hidden.called}
    ${count}`;
	}).join("\n"), {
		lines: 40,
		columns: 140
	});
}
// src/render/finding-markdown.ts
const shortFingerprint = (finding) => finding.fingerprint.slice(0, 8);
function findingBlocks(finding, text, options) {
	const { title, message } = text.describe(finding);
	return [
		{
			text: `### ${markdownPhrase(title)}`,
			weight: 100
		},
		{
			text: markdownPhrase(message),
			weight: 90
		},
		{
			text: factsLine(finding, text, options),
			weight: 80
		},
		{
			text: stacks(finding, text, options.blobs),
			weight: 40
		},
		{
			text: picture(finding, text),
			weight: 20
		},
		{
			text: involved(finding, text),
			weight: 45
		},
		{
			text: evidence(finding, text, options.blobs),
			weight: 50
		},
		{
			text: fixMarkdown(finding, text, options.anchor),
			weight: 30
		},
		{
			text: notOffered(finding, text),
			weight: 25
		},
		{
			text: whatToDo(finding, text),
			weight: 70
		},
		{
			text: reproduce(finding, text),
			weight: 60
		},
		{
			text: footer$1(finding, text, options.commands),
			weight: 10
		}
	];
}
function factsLine(finding, text, { anchor, blobs }) {
	const state = capital([text.state[finding.state]]);
	const facts = findingFacts(finding, text).map(markdownPhrase);
	const { at } = finding;
	const place = anchor === null && at !== null ? [markdownPlace(at.file, at.line, blobs)] : [];
	return [
		`**${markdownPhrase(state)}**`,
		...place,
		...facts
	].join(" · ");
}
function involved(finding, text) {
	if (finding.involved.length === 0) return "";
	const items = finding.involved.map(({ goroutine, state, frame, why }) => {
		const who = `${goroutine ?? ""}${state === null ? "" : ` (${state})`}`;
		const where = frame === null ? "" : `: ${codeSpan(frame.function)} ${codeSpan(`${frame.file}:${frame.line}`)}`;
		return `- goroutine ${escapeMarkdown(who)} ${text.finding.why[why]}${where}`;
	});
	return details(text.finding.involved, items.join("\n"));
}
function evidence(finding, text, blobs) {
	if (finding.evidence.length === 0) return "";
	const items = finding.evidence.slice(0, 6).map(({ message, words, at }) => {
		return `- ${at === null ? "" : `${markdownPlace(at.file, at.line, blobs)}: `}${markdownPhrase(text.said(words, message))}`;
	});
	return finding.incidents.length > 0 ? details(text.finding.evidence, items.join("\n")) : `${text.finding.evidence}:\n\n${items.join("\n")}`;
}
function notOffered(finding, text) {
	const items = rejectedFixes(finding, text).map((phrase) => `- ${markdownPhrase(phrase)}`);
	return items.length === 0 ? "" : details(text.fix.notOffered, items.join("\n"));
}
function stacks(finding, text, blobs) {
	const [incident] = finding.incidents;
	if (incident === void 0) return "";
	return details(incident.kind === "race" ? text.finding.accesses : text.finding.crash, (incident.kind === "race" ? "" : `${fence("text", incident.messages.join("\n"), {
		lines: 12,
		columns: 300
	})}\n\n`) + stacksMarkdown(finding, incident, text, blobs, sourceRoot(finding)));
}
function picture(finding, text) {
	const race = finding.incidents.find((incident) => incident.kind === "race");
	const diagram = race === void 0 ? null : raceDiagram(finding, race, text, sourceRoot(finding));
	return diagram === null ? "" : details(text.finding.picture, fence("mermaid", renderMermaid(diagram)));
}
function whatToDo(finding, text) {
	const { summary } = text.guide[finding.section];
	const link = markdownLink(text.finding.readGuide, finding.guide);
	return `**${text.finding.whatToDo}**: ${markdownPhrase(summary)} ${link}`;
}
function reproduce(finding, text) {
	return finding.reproduce === "" ? "" : `**${text.finding.reproduce}**\n\n${fence("sh", finding.reproduce, {
		lines: 3,
		columns: 500
	})}`;
}
function footer$1(finding, text, commands) {
	const short = shortFingerprint(finding);
	const parts = [];
	if (finding.related.length > 0) parts.push(text.finding.related(finding.related.length));
	if (commands) parts.push(text.finding.howToIgnore(`/race ignore ${short} …`), text.report.next(`/race explain ${short}`));
	return `<sub>${[`${text.finding.fingerprint} ${codeSpan(finding.fingerprint)}`, ...parts.length === 0 ? [] : [markdownList(parts)]].join(" · ")}</sub>`;
}
// src/text/bot.ts
const en = {
	summary: {
		help: words("says what can be asked"),
		explain: words("explains a finding, or the crash log or test output pasted below the command"),
		rerun: words("runs the tests of one or all findings again on the present commit"),
		ignore: words("ignores a finding on this pull request, for this reason"),
		unignore: words("counts it again"),
		fix: words("commits the proved fix of a finding to the branch")
	},
	helpTitle: "What you can ask",
	helpColumns: {
		command: "Comment",
		does: "What it does"
	},
	helpFingerprint: words("The fingerprint stands at the end of each finding; its first few characters are enough, and in the thread of a finding it may be left out. All but `help` and `explain` need write permission."),
	unknown: (word, nearest) => say`There is no command ${word}; did you mean ${nearest}?`,
	tooMany: (most) => say`Only the first ${most} commands of a comment are carried out.`,
	notAllowed: (login) => say`${login} may not do this: it needs write permission on the repository.`,
	closed: words("This pull request is closed; commands are carried out on open ones only."),
	noBots: words("Commands are taken from people only, so that two bots never talk to each other."),
	editedAgain: words("This comment was edited again; a command is read again once only, so please write a new comment."),
	needsFingerprint: (usage) => say`Which finding? Write ${usage}, with the fingerprint at the end of the finding.`,
	noSuch: (prefix) => say`No finding of this pull request has a fingerprint that starts with ${prefix}.`,
	ambiguous: (prefix, matches) => say`${prefix} is the start of several fingerprints: ${list(matches)}. Please write more of it.`,
	noReport: (head) => say`There is no report of commit ${head} (yet). When its audit has ended, please comment again.`,
	needsReason: (usage) => say`Please say why, for those who read it later: ${usage}`,
	ignored: (fingerprint, by, reason) => say`${fingerprint} is ignored on this pull request, by ${by}: ${reason}`,
	keepIgnored: words("To keep it so after the merge, add this to `.github/race-audit.yml`:"),
	notIgnored: (fingerprint) => say`${fingerprint} is not ignored by a command on this pull request.`,
	unignored: (fingerprint, by) => say`${fingerprint} counts again, by ${by}.`,
	nothingInLog: words("Nothing was recognised in what was pasted: no race report, panic, fatal error or timeout of a Go program. Please paste it whole, from its first line on."),
	explainWhat: (usage) => say`What shall be explained? Write ${usage}, or paste a log below the command.`,
	movedOn: words("This commit was pushed after your comment, or its audit began after it. What runs must be what you saw: if you have looked at the present commit, please comment again."),
	nothingToRerun: words("The report of this commit has no finding whose tests can be run again."),
	notRunnable: (fingerprint) => say`${fingerprint} was not found by a test that can be run again; the next audit looks for it.`,
	badTimes: (word, most) => say`${word} is not a number of runs from 1 to ${most}.`,
	rerunning: (count, times, head) => say`Running the tests of ${[count === 1 ? "one finding" : `${count} findings`]} again, ${times} times each, on commit ${head} …`,
	oneRerun: words("One comment starts one rerun; please write another comment for the other."),
	noRerunHere: words("Reruns are not set up here: this workflow has no job that runs tests."),
	rerunFailed: words("The rerun gave no result."),
	rerunLink: "its log",
	rerunTitle: (head) => say`Run again on commit ${head}:`,
	hits: (fingerprint, hits, runs) => say`${fingerprint} was seen in ${hits} of ${[`${runs} ${runs === 1 ? "run" : "runs"}`]}`,
	notSeen: (fingerprint, runs) => say`${fingerprint} was not seen in ${[`${runs} ${runs === 1 ? "run" : "runs"}`]}`,
	didNotRun: (fingerprint) => say`${fingerprint}: its tests did not run`,
	rerunProblems: "Why some did not run",
	stillThere: words("Not to see a race in some runs does not mean that it is gone."),
	headMoved: words("The pull request has moved on since, so nothing else was updated."),
	noFix: (fingerprint) => say`The audit knows no fix of ${fingerprint} that it could commit; the guide says what to do.`,
	unprovedFix: (fingerprint) => say`The fix of ${fingerprint} was not proved (it must build, pass vet, and hide the finding in every run), so it is not committed.`,
	fixFork: words("The branch lies in a fork, to which the bot may not push; please take the change from the comment."),
	fixFailed: (why) => say`The fix could not be committed: ${why}`,
	fixNotAllowed: words("The token may not push: grant the job `contents: write` to let the bot commit fixes."),
	fixStale: words("The branch has moved on since the fix was proved, so it is not committed; please wait for the audit of the new commit."),
	fixDiffers: (file) => say`${file} is not as it was when the fix was proved, so it is not committed.`,
	fixed: (fingerprint, runs) => say`Committed the fix of ${fingerprint}; with it, ${[`${runs} ${runs === 1 ? "run" : "runs"}`]} no longer showed the finding:`,
	fixCommit: "the commit",
	fixNoAudit: words("GitHub starts no workflow for a commit by a workflow's own token: push again, or close and reopen the pull request, to have it audited."),
	failed: (why) => say`GitHub did not let this be done: ${why}`,
	decidedHere: "Ignored on this pull request"
};
const vi = {
	summary: {
		help: words("cho biết có thể yêu cầu những gì"),
		explain: words("giải thích một phát hiện, hoặc log sự cố hay kết quả test dán bên dưới lệnh"),
		rerun: words("chạy lại test của một hoặc mọi phát hiện trên commit hiện tại"),
		ignore: words("bỏ qua một phát hiện trong pull request này, với lý do đã nêu"),
		unignore: words("tính lại phát hiện đó"),
		fix: words("commit cách sửa đã được kiểm chứng của một phát hiện vào nhánh")
	},
	helpTitle: "Những gì bạn có thể yêu cầu",
	helpColumns: {
		command: "Bình luận",
		does: "Tác dụng"
	},
	helpFingerprint: words("Dấu nhận dạng nằm ở cuối mỗi phát hiện; chỉ cần vài ký tự đầu, và trong luồng thảo luận của một phát hiện thì có thể bỏ hẳn. Mọi lệnh trừ `help` và `explain` đều cần quyền ghi."),
	unknown: (word, nearest) => say`Không có lệnh ${word}; có phải bạn muốn dùng ${nearest}?`,
	tooMany: (most) => say`Chỉ ${most} lệnh đầu tiên của một bình luận được thực hiện.`,
	notAllowed: (login) => say`${login} không làm được việc này: cần có quyền ghi vào repository.`,
	closed: words("Pull request này đã đóng; lệnh chỉ được thực hiện trên pull request đang mở."),
	noBots: words("Chỉ nhận lệnh từ người, để hai bot không bao giờ nói qua nói lại với nhau."),
	editedAgain: words("Bình luận này lại được sửa; lệnh sau khi sửa chỉ được đọc lại một lần, nên hãy viết bình luận mới."),
	needsFingerprint: (usage) => say`Phát hiện nào? Hãy viết ${usage}, với dấu nhận dạng ở cuối phát hiện.`,
	noSuch: (prefix) => say`Không có phát hiện nào của pull request này có dấu nhận dạng bắt đầu bằng ${prefix}.`,
	ambiguous: (prefix, matches) => say`${prefix} là phần đầu của nhiều dấu nhận dạng: ${list(matches)}. Hãy viết dài hơn.`,
	noReport: (head) => say`(Chưa) có báo cáo của commit ${head}. Khi lần kiểm tra của nó kết thúc, hãy bình luận lại.`,
	needsReason: (usage) => say`Hãy nêu lý do cho người đọc về sau: ${usage}`,
	ignored: (fingerprint, by, reason) => say`${fingerprint} được bỏ qua trong pull request này, bởi ${by}: ${reason}`,
	keepIgnored: words("Để giữ như vậy sau khi merge, hãy thêm vào `.github/race-audit.yml`:"),
	notIgnored: (fingerprint) => say`${fingerprint} không bị bỏ qua bởi lệnh nào trong pull request này.`,
	unignored: (fingerprint, by) => say`${fingerprint} được tính lại, bởi ${by}.`,
	nothingInLog: words("Không nhận ra gì trong nội dung đã dán: không có báo cáo race, panic, fatal error hay lỗi quá thời gian (timeout) nào của chương trình Go. Hãy dán toàn bộ, từ dòng đầu tiên."),
	explainWhat: (usage) => say`Cần giải thích gì? Hãy viết ${usage}, hoặc dán log bên dưới lệnh.`,
	movedOn: words("Commit này được push sau bình luận của bạn, hoặc lần kiểm tra của nó bắt đầu sau đó. Mã được chạy phải là mã bạn đã xem: nếu bạn đã xem commit hiện tại, hãy bình luận lại."),
	nothingToRerun: words("Báo cáo của commit này không có phát hiện nào có test chạy lại được."),
	notRunnable: (fingerprint) => say`${fingerprint} không phải do một test có thể chạy lại tìm ra; lần kiểm tra sau sẽ tìm lại nó.`,
	badTimes: (word, most) => say`${word} không phải là số lần chạy từ 1 đến ${most}.`,
	rerunning: (count, times, head) => say`Đang chạy lại test của ${[`${count} phát hiện`]}, mỗi phát hiện ${times} lần, trên commit ${head} …`,
	oneRerun: words("Mỗi bình luận chỉ bắt đầu một lần chạy lại; hãy viết bình luận khác cho lần kia."),
	noRerunHere: words("Ở đây chưa thiết lập việc chạy lại: workflow này không có job chạy test."),
	rerunFailed: words("Lần chạy lại không cho kết quả."),
	rerunLink: "log của nó",
	rerunTitle: (head) => say`Chạy lại trên commit ${head}:`,
	hits: (fingerprint, hits, runs) => say`thấy ${fingerprint} trong ${[`${hits}/${runs} lần chạy`]}`,
	notSeen: (fingerprint, runs) => say`không thấy ${fingerprint} trong ${[`${runs} lần chạy`]}`,
	didNotRun: (fingerprint) => say`${fingerprint}: test của nó không chạy được`,
	rerunProblems: "Vì sao có test không chạy được",
	stillThere: words("Không thấy race trong một số lần chạy chưa có nghĩa là nó đã hết."),
	headMoved: words("Pull request đã có commit mới từ lúc đó nên không cập nhật gì thêm."),
	noFix: (fingerprint) => say`Chưa có cách sửa nào của ${fingerprint} mà bot có thể commit; cẩm nang cho biết cách xử lý.`,
	unprovedFix: (fingerprint) => say`Cách sửa của ${fingerprint} chưa được kiểm chứng (phải biên dịch được, qua vet, và không lần chạy nào còn thấy lỗi) nên không được commit.`,
	fixFork: words("Nhánh nằm ở một fork mà bot không được push; hãy lấy thay đổi từ bình luận."),
	fixFailed: (why) => say`Không commit được cách sửa: ${why}`,
	fixNotAllowed: words("Token không được push: hãy cấp `contents: write` cho job để bot commit được cách sửa."),
	fixStale: words("Nhánh đã có commit mới từ khi cách sửa được kiểm chứng nên không commit; hãy đợi lần kiểm tra của commit mới."),
	fixDiffers: (file) => say`${file} không còn như lúc cách sửa được kiểm chứng nên không commit.`,
	fixed: (fingerprint, runs) => say`Đã commit cách sửa của ${fingerprint}; với nó, ${[`${runs} lần chạy`]} không còn thấy lỗi:`,
	fixCommit: "commit",
	fixNoAudit: words("GitHub không khởi động workflow nào cho commit tạo bằng token của chính workflow: hãy push thêm, hoặc đóng rồi mở lại pull request, để commit đó được kiểm tra."),
	failed: (why) => say`GitHub không cho làm việc này: ${why}`,
	decidedHere: "Được bỏ qua trong pull request này"
};
function list(names) {
	return names.flatMap((code, index) => index === 0 ? [{ code }] : [", ", { code }]);
}
const botWords = {
	en,
	vi
};
// src/render/decisions-markdown.ts
function decisionYaml(decisions) {
	return fence("yaml", ["ignore:", ...decisions.map(({ fingerprint, reason, by }) => `  - fingerprint: "${fingerprint}"\n    reason: ${JSON.stringify(by === "" ? reason : `${reason} (${by})`)}`)].join("\n"), {
		lines: 120,
		columns: 700
	});
}
function decidedHere(ignored, text) {
	const here = ignored.filter(({ suppression }) => suppression?.source === "pull request");
	if (here.length === 0) return "";
	const words = botWords[text.language];
	const entries = here.map(({ fingerprint, suppression }) => ({
		fingerprint,
		reason: suppression?.reason ?? "",
		by: ""
	}));
	return details(words.decidedHere, `${markdownPhrase(words.keepIgnored)}\n\n${decisionYaml(entries)}`);
}
// src/render/escape-table-cell.ts
function codeCell(text, max = 120) {
	return codeSpan(text.replaceAll("|", "∣"), max);
}
// src/render/help-link.ts
function helpLink({ guide, section }) {
	return guide.replaceAll(section, "ask-for-help");
}
// src/render/suppressions.ts
function unusedSuppressions(report) {
	return report.plan.shard === null ? report.unusedSuppressions : [];
}
function addedSuppressions(ignored, text) {
	const count = ignored.filter(({ suppression }) => suppression?.added).length;
	return count === 0 ? [] : [text.report.addedSuppressions(count)];
}
// src/render/summary-blocks.ts
const rowsShown = 50;
const gapsShown = 20;
const goroutinesShown = 30;
function summaryBlocks(report, text, options) {
	const groups = groupFindings(report.findings);
	const blobs = blobBase(report.change, options.server);
	const table = (findings) => findingTable(findings, text, blobs, options.comments);
	const words = text.report;
	return [
		{
			text: `## ${text.report.name}: ${markdownPhrase(verdict(report, groups, text))}`,
			weight: 100
		},
		{
			text: counts(report, groups, text),
			weight: 99
		},
		{
			text: addedSuppressions(groups.ignored, text).map(markdownPhrase).join(),
			weight: 96
		},
		{
			text: table(groups.fresh),
			weight: 98
		},
		{
			text: gapList(report.gaps, text),
			weight: 97
		},
		{
			text: folded(words.known, groups.known, table),
			weight: 60
		},
		{
			text: folded(words.suppressedFindings, groups.ignored, table),
			weight: 40
		},
		{
			text: decidedHere(groups.ignored, text),
			weight: 41
		},
		{
			text: folded(words.fixedFindings, groups.gone, table),
			weight: 55
		},
		{
			text: recovery(report.recovery, text, blobs),
			weight: 50
		},
		{
			text: footer(report, text, options),
			weight: 90
		}
	];
}
function verdict(report, groups, text) {
	const fresh = groups.fresh.length;
	if (fresh > 0) return text.report.newFindings(fresh);
	return [report.gaps.length > 0 ? text.report.incomplete : text.report.clean];
}
function counts(report, { fresh, known, ignored, gone }, text) {
	if (report.findings.length === 0) return text.report.nothing[report.plan.only ?? "all"];
	const parts = [text.report.counted(fresh.length, known.length, gone.length)];
	if (ignored.length > 0) parts.push(text.report.ignored(ignored.length));
	if (report.gaps.length > 0) parts.push(text.report.gapCount(report.gaps.length));
	return markdownList(parts);
}
function folded(title, findings, table) {
	return findings.length === 0 ? "" : details(`${title} (${findings.length})`, table(findings));
}
function findingTable(findings, text, blobs, comments) {
	if (findings.length === 0) return "";
	const { finding, where, seen } = text.report.columns;
	const rows = findings.slice(0, rowsShown).map((item) => {
		const title = `${cellPhrase(text.describe(item).title)}${item.severity === "note" ? ` (${text.severity.note})` : ""}`;
		const decision = findingDecision(item, text).map((why) => `<br>${cellPhrase(why)}`);
		return `| ${markdownLink(title, comments.get(item.fingerprint) ?? "")}${decision.join("")} | ${cellPlace(item, blobs)} | ${cellSeen(item, text)} | ${markdownLink(text.report.guideLink, item.guide)} |`;
	});
	const more = findings.length - rowsShown;
	const rest = more > 0 ? `\n\n${markdownPhrase(text.report.moreInReport(more))}` : "";
	return `| ${finding} | ${where} | ${seen} | |\n|:--|:--|:--|:--|\n${rows.join("\n")}${rest}`;
}
function cellPhrase(phrase) {
	return phrase.map((part) => typeof part === "string" ? markdownPhrase([part]) : codeCell(part.code)).join("");
}
function cellPlace({ at, package: name }, blobs) {
	if (at === null) return name === null ? "" : codeCell(name);
	const label = codeCell(`${at.file}:${at.line}`);
	return blobs === null ? label : markdownLink(label, `${blobs}/${escapePath(at.file)}#L${at.line}`);
}
function cellSeen({ confirmation, analyzer, incidentCount }, text) {
	if (confirmation !== null) return `${confirmation.head.hits}/${confirmation.head.runs}`;
	return analyzer === null ? text.number(incidentCount) : text.kind.lint;
}
function gapList(gaps, text) {
	if (gaps.length === 0) return "";
	const items = gaps.slice(0, gapsShown).map((gap) => gapItem(gap, text));
	const left = gaps.length - gapsShown;
	if (left > 0) items.push(`- ${markdownPhrase(text.report.more(left))}`);
	return `### ${text.report.gaps}\n\n${text.report.gapsMeaning}\n\n${items.join("\n")}`;
}
function gapItem({ kind, package: name, message, words, detail }, text) {
	const said = markdownPhrase(text.said(words, message));
	const what = `- ${name === null ? text.report.wholeAudit : codeSpan(name)} ${text.gap[kind]}`;
	if (detail === null || detail.trim() === "" || detail === message) return `${what}: ${said}`;
	return `${detail.startsWith(message) ? what : `${what}: ${said}`}\n\n${fence("text", detail, {
		lines: 12,
		columns: 200
	})}`.replaceAll("\n", "\n  ");
}
function recovery(inventory, text, blobs) {
	if (inventory === null || inventory.goroutines === 0) return "";
	const { covered, goroutines, exempt, uncovered, added } = inventory;
	const parts = [text.report.covered(covered, goroutines)];
	if (exempt > 0) parts.push(text.report.exempt(exempt));
	if (added !== null) parts.push(text.report.addedUncovered(added));
	const line = markdownList(parts);
	if (uncovered.length === 0) return `**${text.report.recovery}**: ${line}`;
	const items = uncovered.slice(0, goroutinesShown).map((site) => `- ${markdownPlace(site.file, site.line, blobs)} ${codeSpan(site.function)}`);
	const left = uncovered.length - goroutinesShown;
	if (left > 0) items.push(`- ${markdownPhrase(text.report.moreInReport(left))}`);
	return `**${text.report.recovery}**: ${line}\n\n${details(markdownPhrase(text.report.uncovered(uncovered.length)), items.join("\n"))}`;
}
function footer(report, text, options) {
	const parts = [markdownPhrase(text.report.took(report.durationMs, report.plan.packages.length, report.go))];
	parts.push(...notAudited(report, text).map(markdownPhrase));
	parts.push(...unusedSuppressions(report).slice(0, 5).map((rule) => markdownPhrase(text.report.unusedSuppression(rule))));
	const [first] = report.findings;
	if (report.go === "" && first !== void 0) parts.push(markdownLink(text.finding.askForHelp, helpLink(first)));
	const head = report.change?.head;
	if (head !== null && head !== void 0) parts.push(codeSpan(head.slice(0, 12)));
	if (options.fullReport !== null && escapeUrl(options.fullReport) !== "") parts.push(markdownLink(text.report.fullReport, options.fullReport));
	if (options.commands) parts.push(markdownPhrase(text.report.howToRerun("/race rerun")));
	return `<sub>${parts.join(" · ")}</sub>`;
}
// src/render/summary.ts
const summaryMarker = "<!-- race-audit:summary -->";
function notice(text, fullReport) {
	return fullReport === null ? `_${text.report.shortened}_` : markdownLink(text.report.shortened, fullReport);
}
function renderSummary(report, text, options) {
	return `${fitBlocks(summaryBlocks(report, text, options), 65507, notice(text, options.fullReport))}\n\n${summaryMarker}`;
}
function wholeBlocks(report, text, options) {
	const groups = groupFindings(report.findings);
	const blobs = blobBase(report.change, options.server);
	const full = [...groups.fresh, ...groups.known].flatMap((finding, index) => findingBlocks(finding, text, {
		blobs,
		anchor: null,
		commands: options.commands
	}).map(({ text: body, weight }) => ({
		text: body,
		weight: weight / (index + 2)
	})));
	return [
		...summaryBlocks(report, text, options),
		...full.length === 0 ? [] : [{
			text: "---",
			weight: 99
		}],
		...full
	];
}
// src/cli/with-guide-in.ts
function withGuideIn(report, language) {
	const findings = report.findings.map((finding) => ({
		...finding,
		guide: finding.guide.replace(/\/(?:en|vi)\/([\w-]+\.md#[\w-]+)$/, `/${language}/$1`)
	}));
	return {
		...report,
		findings
	};
}
export { escapeUrl as A, markdownPhrase as C, findingDecision as D, sourceAround as E, shortFile as M, shortFunction as N, findingFacts as O, markdownLink as S, dedent as T, sourceRoot as _, unusedSuppressions as a, verdict$1 as b, commentLimit as c, rankFindings as d, notAudited as f, stackViews as g, sharedStart as h, addedSuppressions as i, raceDiagram as j, escapePath as k, fitBlocks as l, hiddenFrames as m, renderSummary as n, helpLink as o, rejectedFixes as p, wholeBlocks as r, findingBlocks as s, withGuideIn as t, groupFindings as u, bestFix as v, patchHunks as w, blobBase as x, suggestionPlace as y };
