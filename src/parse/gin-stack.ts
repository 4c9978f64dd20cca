import type { Frame } from "#domain/incident.ts";
import { ownCopy } from "./lines.ts";
import { originOf } from "./origin.ts";

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

/** Makes a reader of such a stack. */
export function createGinStackReader(): GinStackReader {
	let pending: { file: string; line: number } | null = null;
	return {
		startsWith: (text) => place.test(text),
		read(trimmed, frames) {
			const name = pending && functionAndSource.exec(trimmed)?.[1];
			if (pending && name) {
				frames.push({ function: ownCopy(name), ...pending, origin: originOf(name, pending.file) });
			}
			const match = place.exec(trimmed);
			pending = match?.[1] ? { file: ownCopy(match[1]), line: Number(match[2]) } : null;
			return match !== null || Boolean(name);
		},
	};
}
