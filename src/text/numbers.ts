import type { Language } from "#domain/config.ts";

/** Writes numbers as a language does. The tables behind it take ten milliseconds to load, so they wait for the first. */
export function numbersOf(language: Language): (n: number) => string {
	let format: Intl.NumberFormat | null = null;
	return (n) => {
		format ??= new Intl.NumberFormat(language);
		return format.format(n);
	};
}
