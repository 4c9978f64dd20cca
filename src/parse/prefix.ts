/** Takes a known prefix off a line; a line without it is left as it is. */
export type StripPrefix = (text: string) => string;

const keep: StripPrefix = (text) => text;

/**
 * Learns from what stands before a landmark what a carrier puts before every line: "[api] 10:02:31 WARNING: DATA RACE"
 * teaches that "[api] 10:02:32 " is to go. Numbers may differ from line to line, and so may words in capitals (levels).
 */
export function learnPrefix(prefix: string): StripPrefix {
	if (prefix === "") return keep;
	if (prefix.trim() === "") return (text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text);
	if (prefix.length > 300) return keep;
	const pattern = prefix
		.trimEnd()
		.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
		.replace(/\d+/g, "\\d+")
		.replace(/[A-Z]{3,}|\b[IWEFD](?=\\d)/g, "[A-Z]+")
		.replace(/ +/g, " +");
	const space = prefix.slice(prefix.trimEnd().length);
	const start = new RegExp(`^${pattern}${space.replace(/\s/g, "\\s?")}`);
	return (text) => text.replace(start, "");
}
