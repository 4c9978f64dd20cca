import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { panics, recoveries } from "./en-crashes.ts";
import { actors, both, thing } from "./en-names.ts";
import { races } from "./en-races.ts";
import { capital, say } from "./phrase.ts";
import type { Description, Sentences, Subject } from "./text.ts";

/** What reading the code alone can say of a race: nothing was seen to happen. */
function unprovedRace(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both(
		say`${capital(thing(facts, "shared memory"))}${type} is used by several goroutines without a lock`,
		say`Reading the code, ${actors(facts)} can use ${thing(facts, "it")} at the same time; no run has shown it yet.`,
	);
}

/** What it can say of those of which the lock, or what is counted, is known. */
const unprovedRaces: Partial<Record<SectionId, Sentences>> = {
	"race-read-lock-write": (facts) =>
		both(
			say`${capital(thing(facts, "shared memory"))} is changed under a read lock`,
			say`Reading the code, others may hold the read lock while this changes ${thing(facts, "the field")}; no run has shown it yet.`,
		),
	"race-waitgroup": (facts) =>
		both(
			say`A goroutine adds itself to ${thing(facts, "a WaitGroup")}`,
			say`Reading the code, \`Wait\` may return before this goroutine has begun; no run has shown it yet.`,
		),
	"race-mixed-atomic": (facts) =>
		both(
			say`${capital(thing(facts, "a variable"))} is used plainly here and with \`sync/atomic\` elsewhere`,
			say`Reading the code, ${actors(facts)} can use ${thing(facts, "it")} at the same time; no run has shown it yet.`,
		),
};

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in English. */
export function describeInEnglish({ kind, section, facts }: Subject): Description {
	const unproved = kind === "lint" && section.startsWith("race-");
	return (unproved ? (unprovedRaces[section] ?? unprovedRace) : sentences[section])(facts);
}
