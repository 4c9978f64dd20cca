import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { capital, say } from "./phrase.ts";
import type { Description, Sentences, Subject } from "./text.ts";
import { panics, recoveries } from "./vi-crashes.ts";
import { actors, both, thing } from "./vi-names.ts";
import { races } from "./vi-races.ts";

/** What reading the code alone can say of a race: nothing was seen to happen. */
function unprovedRace(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both(
		say`${capital(thing(facts, "vùng nhớ dùng chung"))}${type} được nhiều goroutine dùng mà không có khóa`,
		say`Đọc mã thì thấy ${actors(facts)} có thể cùng lúc dùng ${thing(facts, "nó")}; chưa lần chạy nào cho thấy điều đó.`,
	);
}

/** What it can say of those of which the lock, or what is counted, is known. */
const unprovedRaces: Partial<Record<SectionId, Sentences>> = {
	"race-read-lock-write": (facts) =>
		both(
			say`${capital(thing(facts, "vùng nhớ dùng chung"))} bị thay đổi trong khi chỉ giữ khóa đọc`,
			say`Đọc mã thì thấy goroutine khác có thể cũng giữ khóa đọc trong lúc ${thing(facts, "trường này")} bị thay đổi ở đây; chưa lần chạy nào cho thấy điều đó.`,
		),
	"race-waitgroup": (facts) =>
		both(
			say`Goroutine tự thêm mình vào ${thing(facts, "một WaitGroup")}`,
			say`Đọc mã thì thấy \`Wait\` có thể trả về trước khi goroutine này bắt đầu; chưa lần chạy nào cho thấy điều đó.`,
		),
	"race-mixed-atomic": (facts) =>
		both(
			say`${capital(thing(facts, "một biến"))} được dùng trực tiếp ở đây và qua \`sync/atomic\` ở nơi khác`,
			say`Đọc mã thì thấy ${actors(facts)} có thể cùng lúc dùng ${thing(facts, "nó")}; chưa lần chạy nào cho thấy điều đó.`,
		),
};

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in Vietnamese. */
export function describeInVietnamese({ kind, section, facts }: Subject): Description {
	const unproved = kind === "lint" && section.startsWith("race-");
	return (unproved ? (unprovedRaces[section] ?? unprovedRace) : sentences[section])(facts);
}
