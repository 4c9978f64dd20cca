import type { TitleFacts } from "#domain/finding.ts";
import { capital, type Phrase, say } from "./phrase.ts";
import type { Description } from "./text.ts";

/** A description of both parts. */
export const both = (title: Phrase, message: Phrase): Description => ({ title, message });

/** "`Logger.buf`", or the words that stand for it where it is not known. */
export function thing(facts: TitleFacts, otherwise: string): Phrase {
	return facts.subject === null ? [otherwise] : say`${facts.subject}`;
}

/** "map `Cache.items`" or "một map" (a map). */
export function a(noun: string, facts: TitleFacts): Phrase {
	return facts.subject === null ? [`một ${noun}`] : say`${[noun]} ${facts.subject}`;
}

/** " trên `Logger.buf`" (on), or nothing. */
export function on(facts: TitleFacts): Phrase {
	return facts.subject === null ? [] : say` trên ${facts.subject}`;
}

/** " trong `(*Logger).Write`" (in), or nothing. */
export function within(facts: TitleFacts): Phrase {
	const [first] = facts.functions;
	return first === undefined ? [] : say` trong ${first}`;
}

/** Who did it: "`a` và `b`", "hai goroutine trong `a`" or "hai goroutine". */
export function actors(facts: TitleFacts): Phrase {
	const [first, second] = facts.functions;
	if (first === undefined) return say`hai goroutine`;
	return second === undefined || second === first
		? say`hai goroutine trong ${first}`
		: say`${first} và ${second}`;
}

/** ": `message`", or nothing. */
export function quoted(facts: TitleFacts): Phrase {
	return facts.message === null ? [] : say`: ${facts.message}`;
}

/** As `actors`, at the start of a sentence. */
export const Actors = (facts: TitleFacts) => capital(actors(facts));
