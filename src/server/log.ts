/** Writes one JSON object a line; never a body, a token or a signature. */
export type Log = (
	level: "info" | "warn" | "error",
	event: string,
	facts?: Readonly<Record<string, unknown>>,
) => void;

/** A log that writes to `print`, with the time of `now`. */
export function makeLog(print: (line: string) => void, now: () => Date): Log {
	return (level, event, facts = {}) =>
		print(`${JSON.stringify({ time: now().toISOString(), level, event, ...facts })}\n`);
}
