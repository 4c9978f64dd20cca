/** Takes a known prefix off a line; null for a line that does not have it. */
export type StripPrefix = (text: string) => string | null;

/** A prefix is no longer than this; what is longer is a sentence. */
const prefixLimit = 300;

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
