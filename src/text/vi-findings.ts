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
		say`Đọc mã thì thấy ${actors(facts)} có thể dùng ${thing(facts, "nó")} tại cùng một thời điểm; chưa lần chạy nào cho thấy điều đó.`,
	);
}

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in Vietnamese. */
export function describeInVietnamese({ kind, section, facts }: Subject): Description {
	return kind === "lint" && section.startsWith("race-") ? unprovedRace(facts) : sentences[section](facts);
}
