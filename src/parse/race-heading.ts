import type { Access, GoroutineCreation } from "#domain/incident.ts";

const accessHeading =
	/(?:^|\s)(Previous |)((?:atomic )?(?:read|write))(?: of size \d+)?(?: at (0x[0-9a-f]+))? by (main goroutine|goroutine (\d+))\b[^:]*:?$/i;
const creationHeading = /Goroutine (\d+) \((running|finished)\) created at:?$/;
const mainCreationHeading = /^Main goroutine created at:?$/i;
const ignoredHeading = /^(?:Heap block of size|Global var|Location is) /;
const wrappedHeading =
	/^(?:Previous )?(?:read|write)\b.*\b(?:by|goroutine|at)$|^Goroutine \d+ \(\w+\)(?: created)?$/i;

/** Reads "Previous write at 0x00c0000140a8 by goroutine 7:", and "Read by goroutine 13:" of Go before 1.6. */
export function parseAccessHeading(text: string): Access | null {
	const match = accessHeading.exec(text);
	if (!match) return null;
	const operation = (match[2] ?? "").toLowerCase();
	return {
		operation: operation.endsWith("read") ? "read" : "write",
		atomic: operation.startsWith("atomic"),
		previous: match[1] !== "",
		address: match[3] ?? null,
		goroutine: match[5] === undefined ? "main" : Number(match[5]),
		stackRestored: true,
		stack: [],
		userFrame: null,
	};
}

/** Reads "Goroutine 7 (running) created at:". */
export function parseCreationHeading(text: string): GoroutineCreation | null {
	const match = creationHeading.exec(text);
	if (!match && !mainCreationHeading.test(text)) return null;
	return {
		goroutine: match ? Number(match[1]) : "main",
		state: match ? (match[2] === "running" ? "running" : "finished") : null,
		stack: [],
		userFrame: null,
	};
}

/** Says whether text heads a part whose frames nobody reads: "Heap block of size 8 at 0x… allocated by …:". */
export function isIgnoredHeading(text: string): boolean {
	return ignoredHeading.test(text);
}

/** Says whether a heading may go on in the next line, where a form or terminal wrapped it. */
export function isWrappedHeading(text: string): boolean {
	return wrappedHeading.test(text);
}
