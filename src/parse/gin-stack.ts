import type { Frame } from "#domain/incident.ts";
import { ownCopy } from "./lines.ts";
import { originOfFile } from "./origin.ts";

/** Reads a stack as gin's recovery prints it, the place above its function. */
export interface GinStackReader {
	/** Says whether the line is a place, with which such a stack begins. */
	startsWith(text: string): boolean;
	/** Says whether the line belongs to the stack; a whole frame goes to `frames`. */
	read(trimmed: string, frames: Frame[]): boolean;
}

// /src/a.go:12 (0x4f6b3d)
const place = /^(\S+):(\d+) \(0x[0-9a-f]+\)$/;
// (*Handler).Get: name := user.Profile.Name
const functionAndSource = /^([\w.()*·[\]-]+): /;
/** gin names no function where it cannot read the source; the race detector writes so of what it cannot name. */
const unknownFunction = "??";

/** Makes a reader of such a stack. */
export function createGinStackReader(): GinStackReader {
	let last: Frame | null = null;
	return {
		startsWith: (text) => place.test(text),
		read(trimmed, frames) {
			const match = place.exec(trimmed);
			if (match?.[1]) {
				const file = ownCopy(match[1]);
				last = { function: unknownFunction, file, line: Number(match[2]), origin: originOfFile(file) };
				frames.push(last);
				return true;
			}
			const name = last && functionAndSource.exec(trimmed)?.[1];
			if (last && name) last.function = ownCopy(name);
			last = null;
			return Boolean(name);
		},
	};
}
