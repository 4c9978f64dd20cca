import type { Frame } from "#domain/incident.ts";
import type { Landmark } from "./landmark.ts";
import { userFrameOf } from "./origin.ts";

const stackPrinter = /^runtime\/debug\.(?:Stack|PrintStack)$/;

/** The frame that raised the panic: the first below the lowest panic(), which is the one that was raised first. */
export function originFrame(stack: readonly Frame[]): Frame | null {
	const lowest = stack.findLastIndex(isPanic);
	return stack[lowest + 1] ?? null;
}

/** The first frame of the user's or a dependency's code from the origin down. */
export function userFrameFrom(stack: readonly Frame[], origin: Frame | null): Frame | null {
	return origin ? userFrameOf(stack.slice(stack.indexOf(origin))) : null;
}

/** Says whether the dump was printed by code that caught the panic, and not by the runtime as it died. */
export function handledBy(kind: Landmark["kind"], strong: boolean, stack: readonly Frame[]): boolean {
	switch (kind) {
		case "handled":
			return true;
		case "panic":
		case "fatal":
			if (stack.slice(0, 3).some((frame) => stackPrinter.test(frame.function))) return true;
			return !strong && panicIsBelow(stack);
		case "dump":
			return panicIsBelow(stack) && !/^testing\.tRunner\.func/.test(stack[0]?.function ?? "");
		case "race":
		case "signal":
			return false;
	}
}

function panicIsBelow(stack: readonly Frame[]): boolean {
	return stack.findIndex(isPanic) > 0;
}

/** Says whether a frame is the runtime's panic(), which zap's own stacks and gin's call by its other name. */
export function isPanic(frame: Frame | undefined): boolean {
	return frame !== undefined && /^(?:panic|runtime\.(?:go)?panic|gopanic)$/.test(frame.function);
}
