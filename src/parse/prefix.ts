/** Takes a known prefix off a line; null for a line that does not have it. */
export type StripPrefix = (text: string) => string | null;

/** A prefix is no longer than this; what is longer is a sentence. */
const prefixLimit = 300;

/**
 * What two lines of one carrier have in common at their start, numbers apart: of "[api] 2024/05/01 - 10:00:00 [Recovery] "
 * and "[api] runtime error" it is "[api] ". Empty where it is not more than space.
 */
export function commonPrefix(prefix: string, text: string): string {
	let length = 0;
	while (length < prefix.length && sameButForNumbers(prefix.charAt(length), text.charAt(length))) length++;
	const common = wholeStart.exec(prefix.slice(0, Math.min(length, prefixLimit)))?.[0] ?? "";
	return common.trim() === "" ? "" : common;
}

/** Up to a mark, or a line's number and the space behind it. */
const wholeStart = /^.*[^\w\s]\s*|^\s*\d+\s+/s;

function sameButForNumbers(a: string, b: string): boolean {
	return a === b || (/\d/.test(a) && /\d/.test(b));
}

/**
 * Learns from what stands before a landmark what a carrier puts before every line: "[api] 10:02:31 WARNING: DATA RACE"
 * teaches that "[api] 10:02:32 " is to go. Numbers may differ from line to line, and so may words in capitals (levels).
 */
export function learnPrefix(prefix: string): StripPrefix {
	if (prefix === "") return (text) => text;
	if (prefix.length > prefixLimit) return () => null;
	if (prefix.trim() === "") return (text) => (text.startsWith(prefix) ? text.slice(prefix.length) : null);
	const trimmed = prefix.trimEnd();
	const pattern = trimmed
		.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
		.replace(/\d+/g, "\\d+")
		.replace(/[A-Z]{3,}|\b[IWEFD](?=\\d)/g, "[A-Z]+")
		.replace(/ +/g, " +");
	const start = new RegExp(`^${pattern}${prefix.slice(trimmed.length).replace(/\s/g, "\\s?")}`);
	return (text) => {
		const match = start.exec(text);
		return match ? text.slice(match[0].length) : null;
	};
}
