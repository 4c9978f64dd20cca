import type { TitleFacts } from "#domain/finding.ts";

/** What is known of a goroutine that nobody recovers. */
export interface Launch {
	/** The function it runs, where that has a name. */
	runs: string | null;
	/** The function that starts it. */
	startedIn: string | null;
}

/** Reads the lint's name of a goroutine: the function it runs, or "the goroutine of F" for a literal in F. */
export function launchOf({ subject, functions }: TitleFacts): Launch {
	const literal = subject === null ? null : /^the goroutine of (.+)$/s.exec(subject);
	const startedIn = literal?.[1] ?? functions[0] ?? null;
	return { runs: literal === null ? subject : null, startedIn };
}
