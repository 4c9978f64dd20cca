import type { Frame } from "#domain/incident.ts";
import { frameAt, parseStackLine } from "./stack-line.ts";

/** Collects the frames of one stack, each printed as a function line and a file line. */
export interface StackReader {
	/** Says whether the line, given without and with the space around it, belongs to a stack. */
	read(trimmed: string, text: string): boolean;
	/** Sends the frames that follow to another list. */
	into(frames: Frame[]): void;
}

const wrappedOffset = /^\+0x[0-9a-f]+$/;
const startOfPath = /^(?:\/|[A-Z]:[\\/])\S*$/;

/** Makes a reader that pairs function lines with file lines and lets a program's own output lie between them. */
export function createStackReader(): StackReader {
	let frames: Frame[] = [];
	let pendingFunction: string | null = null;
	let brokenFile = "";

	const readTrimmed = (trimmed: string): boolean => {
		const line = parseStackLine(trimmed);
		if (line.place) {
			const frame = pendingFunction === null ? null : frameAt(pendingFunction, line);
			if (frame) frames.push(frame);
			pendingFunction = null;
			brokenFile = "";
			return frame !== null;
		}
		const name = line.function ?? line.cutFunction;
		if (name === null) return false;
		pendingFunction = name;
		brokenFile = "";
		return true;
	};
	/** A terminal or a form wrapped the file's path to the next line. */
	const readWrapped = (trimmed: string): boolean => {
		if (brokenFile !== "" && readTrimmed(brokenFile + trimmed)) return true;
		if (wrappedOffset.test(trimmed)) return true;
		const breaks = pendingFunction !== null && startOfPath.test(trimmed);
		if (breaks) brokenFile = trimmed;
		return breaks;
	};
	return {
		into(list) {
			frames = list;
			pendingFunction = null;
			brokenFile = "";
		},
		read(trimmed, text) {
			return readTrimmed(trimmed) || readWrapped(trimmed) || readTrimmed(behindGap(text));
		},
	};
}

/** "progress: 10%  main.worker()" → "main.worker()": behind what the program had printed without a line feed. */
function behindGap(text: string): string {
	const gap = Math.max(text.lastIndexOf("  "), text.lastIndexOf("\t"));
	return gap > 0 ? text.slice(gap).trim() : "";
}
