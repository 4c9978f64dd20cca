import type { Language } from "#domain/config.ts";
import { type SectionId, sectionIds } from "#domain/section.ts";
import { plainPhrase } from "#text/phrase.ts";
import { guideHead } from "./guide-index.ts";

/** What one sees in a log, word for word, and the section that explains it; in the order in which people meet them. */
const symptoms: readonly (readonly [string, SectionId])[] = [
	["WARNING: DATA RACE", "read-race-report"],
	["bytes.(*Buffer).WriteByte", "race-shared-buffer"],
	["race detected during execution of test", "read-race-report"],
	["race detected outside of test execution", "race-outside-tests"],
	["panic: runtime error: index out of range", "panic-index-out-of-range"],
	["panic: runtime error: slice bounds out of range", "panic-index-out-of-range"],
	["invalid memory address or nil pointer dereference", "panic-nil-dereference"],
	["panic: assignment to entry in nil map", "panic-nil-map"],
	["fatal error: concurrent map writes", "fatal-concurrent-map"],
	["fatal error: concurrent map read and map write", "fatal-concurrent-map"],
	["fatal error: concurrent map iteration and map write", "fatal-concurrent-map"],
	["panic: interface conversion:", "panic-type-assertion"],
	["panic: send on closed channel", "panic-closed-channel"],
	["panic: close of closed channel", "panic-closed-channel"],
	["panic: sync: negative WaitGroup counter", "panic-waitgroup-counter"],
	["panic: sync: WaitGroup misuse", "panic-waitgroup-counter"],
	["fatal error: sync: unlock of unlocked mutex", "fatal-unlock-of-unlocked"],
	["fatal error: all goroutines are asleep - deadlock!", "fatal-deadlock"],
	["panic: test timed out after", "test-timeout"],
	["panic: Log in goroutine after", "panic-after-test"],
	["[recovered, repanicked]", "panic-repanicked"],
	["panic: runtime error: integer divide by zero", "panic-arithmetic"],
	["hash of unhashable type", "panic-unhashable-key"],
	["goroutine stack exceeds 1000000000-byte limit", "fatal-stack-overflow"],
	["fatal error: runtime: out of memory", "fatal-out-of-memory"],
	["signal: killed", "fatal-out-of-memory"],
	["fatal error: fault", "fatal-memory-fault"],
	["fatal error: checkptr", "fatal-memory-fault"],
	["created by", "recover-goroutine"],
];

const groups = ["race-", "panic-", "fatal-", "test-", "recover-", "read-", "ask-"] as const;

const headings = {
	en: {
		title: "The guide",
		intro:
			"What each mistake looks like, why it happens and how to mend it. Every code block is run by the test suite.",
		symptoms: "By what you see",
		sections: "By mistake",
		columns: ["in the log", "section"],
		groups: ["Data races", "Panics", "Fatal errors", "Timeouts", "Recover", "Reading", "Asking"],
		chapter: "Making a server panic-safe",
	},
	vi: {
		title: "Cẩm nang",
		intro: "Mỗi lỗi trông ra sao, vì sao xảy ra và sửa thế nào. Mọi khối mã đều được bộ test chạy.",
		symptoms: "Tra theo điều bạn thấy",
		sections: "Tra theo lỗi",
		columns: ["trong log", "mục"],
		groups: ["Data race", "Panic", "Fatal error", "Quá thời gian", "Recover", "Cách đọc", "Cách hỏi"],
		chapter: "Máy chủ sống sót qua panic",
	},
} as const;

/** The index of the guide in one language: by symptom and by pattern. */
export function guideReadme(language: Language): string {
	const words = headings[language];
	const link = (id: SectionId) => `[${plainPhrase(guideHead(language, id).title)}](${id}.md#${id})`;
	const bySymptom = symptoms.map(([text, id]) => `| \`${text}\` | ${link(id)} |`);
	const byGroup = groups.flatMap((prefix, index) => [
		`### ${words.groups[index]}`,
		"",
		...sectionIds.filter((id) => id.startsWith(prefix)).map((id) => `- ${link(id)}`),
		...(prefix === "recover-" ? [`- [${words.chapter}](panic-safe-server.md)`] : []),
		"",
	]);
	return [
		"<!-- Written by `npm run generate` from the sections' titles; do not edit. -->",
		`# ${words.title}`,
		"",
		words.intro,
		"",
		`## ${words.symptoms}`,
		"",
		`| ${words.columns.join(" | ")} |`,
		"|---|---|",
		...bySymptom,
		"",
		`## ${words.sections}`,
		"",
		...byGroup,
	].join("\n");
}
