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

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in English. */
export function describeInEnglish({ kind, section, facts }: Subject): Description {
	return kind === "lint" && section.startsWith("race-") ? unprovedRace(facts) : sentences[section](facts);
}
