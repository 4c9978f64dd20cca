import type { Access, Frame, GoroutineCreation, RaceIncident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { type Attributable, attribute } from "./attribution.ts";
import { userFrameOf } from "./origin.ts";

const atomicFunction = /^(?:sync\/atomic|internal\/runtime\/atomic|runtime\/internal\/atomic)\./;

/** What was read of a race report, and a gap where a part of it is missing. */
export function raceEvents(
	start: Attributable,
	accesses: Access[],
	goroutines: GoroutineCreation[],
): OutputEvent[] {
	const events: OutputEvent[] = [];
	if (accesses.length > 0) {
		const incident: RaceIncident = {
			kind: "race",
			line: start.line,
			...attribute(start, raceStacks(accesses, goroutines)),
			accesses: accesses.map(withUserFrame).map(withAtomic),
			goroutines: goroutines.map(withUserFrame),
		};
		events.push({ type: "incident", incident });
	}
	const missing = whatIsMissing(accesses);
	if (missing) {
		const gap = { kind: "not-understood", package: start.package, ...missing, detail: null } as const;
		events.push({ type: "gap", gap, line: start.line });
	}
	return events;
}

function withUserFrame<Part extends Access | GoroutineCreation>(part: Part): Part {
	return { ...part, userFrame: userFrameOf(part.stack) };
}

function withAtomic(access: Access): Access {
	const top = access.stack[0];
	return { ...access, atomic: access.atomic || (top !== undefined && atomicFunction.test(top.function)) };
}

/** The stacks to look for a test in: of each access first itself, then where its goroutine was created. */
function raceStacks(accesses: readonly Access[], goroutines: readonly GoroutineCreation[]): Frame[][] {
	const ofAccesses = accesses.flatMap((access) => {
		const creation = goroutines.find((each) => each.goroutine === access.goroutine);
		return creation ? [access.stack, creation.stack] : [access.stack];
	});
	return [...ofAccesses, ...goroutines.map((each) => each.stack)];
}

function whatIsMissing(accesses: readonly Access[]): Sentence | null {
	if (accesses.length === 0) return sentence("race-without-accesses", {});
	if (accesses.length === 1) return sentence("race-with-one-access", {});
	return accesses.some((each) => each.stackRestored && each.stack.length === 0)
		? sentence("race-with-unread-stack", {})
		: null;
}
