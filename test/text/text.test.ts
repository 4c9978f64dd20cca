import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language } from "#domain/config.ts";
import type { TitleFacts } from "#domain/finding.ts";
import { findingKinds } from "#domain/report.ts";
import { sectionIds } from "#domain/section.ts";
import { botWords } from "#text/bot.ts";
import { cacheWords } from "#text/cache.ts";
import { help } from "#text/help.ts";
import { texts } from "#text/language.ts";
import { type Phrase, plainPhrase } from "#text/phrase.ts";
import { progressWords } from "#text/progress.ts";
import { publishingWords } from "#text/publishing.ts";

/** Words that stay as they are in Vietnamese: the field's own, names and signs. */
const same = new Set([
	"report.name",
	"kind.race",
	"kind.panic",
	"kind.fatal",
	"finding.oneTest",
	"finding.package",
	"stack.goroutine",
	"diagram.goroutine",
	"html.package",
]);

const englishWords =
	/\b(the|is|are|was|were|of|and|or|not|with|without|this|that|from|by|it|its|has|have|while|more|known|found|same|time|shared|lock|read|write|frame of|in the)\b/i;

/** The words of a phrase that are ours: code may be anyone's. */
const ours = (phrase: Phrase) => phrase.filter((part) => typeof part === "string").join("§");

/** What stands between backticks or is an address, a flag or a file is code. */
const withoutCode = (text: string) => text.replace(/`[^`]*`|\S*[-_./@:]\w\S*/g, " ");

type Leaf = [key: string, value: string];

/** Every string of a text by its key; functions are called with 1 and with 3 for every argument. */
function leaves(value: unknown, key: string): Leaf[] {
	if (typeof value === "string") return [[key, value]];
	if (typeof value === "function") {
		return [1, 3].flatMap((n) => leaves(value(...Array(value.length).fill(n)), `${key}(${n})`));
	}
	if (Array.isArray(value)) return [[key, ours(value)]];
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		leaves(inner, key === "" ? name : `${key}.${name}`),
	);
}

/** Every word of a language but what is said of findings, sections and messages, which has tests of its own. */
function everyWord(language: Language) {
	const { describe: _describe, guide: _guide, said: _said, ...report } = texts[language];
	return {
		...report,
		bot: { ...botWords[language], ambiguous: botWords[language].ambiguous("1234", ["a", "b"]) },
		cache: cacheWords[language],
		help: { ...help[language], headings: {} },
		progress: progressWords[language],
		publishing: publishingWords[language],
	};
}

const english = everyWord("en");
const vietnamese = everyWord("vi");

test("both languages have the same keys", () => {
	const keys = (text: object) => leaves(text, "").map(([key]) => key);
	assert.deepEqual(keys(vietnamese), keys(english));
	assert.ok(keys(english).length > 150);
});

test("no English is left in Vietnamese", () => {
	const inEnglish = new Map(leaves(english, ""));
	for (const [key, value] of leaves(vietnamese, "")) {
		assert.doesNotMatch(withoutCode(value), englishWords, key);
		const plain = key.replace(/\(\d\)$/, "");
		if (same.has(plain) || ["number", "language"].includes(plain) || !/\p{L}{3}/u.test(value)) continue;
		assert.notEqual(value, inEnglish.get(key), key);
	}
});

const names: TitleFacts[] = [
	{ subject: null, subjectType: null, functions: [], message: null, dependency: null },
	{ subject: "S", subjectType: "T", functions: ["F"], message: "M", dependency: "D" },
	{ subject: "S", subjectType: null, functions: ["F", "G"], message: null, dependency: null },
	{ subject: null, subjectType: "T", functions: ["F", "F"], message: "M", dependency: null },
];

const subjects = sectionIds.flatMap((section) =>
	findingKinds.flatMap((kind) => names.map((facts) => ({ section, kind, facts }))),
);

/** English and Vietnamese of the title or message of everything there can be. */
const pairs = (part: "title" | "message") =>
	subjects.map((finding) => ({
		where: `${finding.section} ${finding.kind} ${part}`,
		english: texts.en.describe(finding)[part],
		vietnamese: texts.vi.describe(finding)[part],
	}));

/** Titles that are the field's own words and nothing else. */
const international = /^(Data race|Panic|Deadlock)(: )?$/;

for (const part of ["title", "message"] as const) {
	test(`every ${part} reads well whatever is known`, () => {
		const end = part === "message" ? /\.$/ : /[^.]$/;
		for (const { where, english: one, vietnamese: other } of pairs(part)) {
			for (const phrase of [one, other]) {
				assert.doesNotMatch(plainPhrase(phrase), /undefined|null(?! |-)|\[object| {2}|^ | $|\s[.,:;]/, where);
				assert.match(plainPhrase(phrase), end, where);
			}
		}
	});

	test(`every ${part} is Vietnamese in Vietnamese`, () => {
		for (const { where, english: one, vietnamese: other } of pairs(part)) {
			assert.doesNotMatch(ours(other), englishWords, where);
			if (!international.test(ours(one))) assert.notEqual(ours(one), ours(other), where);
		}
	});
}

test("every guide entry is there in both languages", () => {
	for (const section of sectionIds) {
		const [inEnglish, inVietnamese] = [texts.en.guide[section], texts.vi.guide[section]];
		assert.notEqual(ours(inEnglish.summary), ours(inVietnamese.summary), section);
		assert.notEqual(ours(inEnglish.title), "", section);
	}
});

test("numbers and plurals are right", () => {
	const cases: [Phrase | string, string][] = [
		[texts.en.finding.seen(1, 1), "seen in 1 of 1 run"],
		[texts.en.finding.seen(3, 20), "seen in 3 of 20 runs"],
		[texts.en.report.newFindings(1), "1 new finding"],
		[texts.en.report.newFindings(1234), "1,234 new findings"],
		[texts.vi.report.newFindings(1234), "1.234 phát hiện mới"],
		[texts.en.duration(1234), "1.2 s"],
		[texts.vi.duration(1234), "1,2 giây"],
		[texts.en.duration(83_400), "1 min 23 s"],
		[texts.vi.duration(83_400), "1 phút 23 giây"],
		[texts.en.duration(59_600), "1 min 0 s"],
		[texts.en.stack.hidden(1, 0, 0), "1 frame of the standard library"],
		[texts.en.stack.hidden(2, 1, 3), "2 frames of the standard library, 1 generated frame, 3 more frames"],
	];
	for (const [actual, want] of cases)
		assert.equal(typeof actual === "string" ? actual : plainPhrase(actual), want);
});
